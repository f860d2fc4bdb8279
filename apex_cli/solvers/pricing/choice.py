"""What a project chooses from a price book, and what is wrong with the choice."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from apex_cli.errors import Fault, InvalidInput, PackError, suggestion
from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_rows import (
    DERIVED,
    AtCost,
    Discount,
    Labour,
    PricedRow,
    Row,
    names_of,
)  # fmt: skip
from apex_cli.pointer import pointer
from apex_cli.project.pricing import Pricing

Rows = list[tuple[int, Row]]
"""Rows to price, with their places in the book."""


class Chosen(NamedTuple):
    """What is priced.

    Args:
        rows: What is charged.
        options: What is offered beside, or taken, each by itself.
        left_out: What does not apply to such a sign.
    """

    rows: Rows
    options: dict[str, Rows]
    left_out: Sequence[Row] = ()


def chosen(pricing: Pricing, pack: PricingPack, lacking: Collection[str] = ()) -> Chosen:
    """The rows to price.

    Args:
        pricing: The project's choices.
        pack: The price book.
        lacking: Quantities that the sign has none of; a row that is measured by them alone does
            not apply, one that is measured by others too still asks for them.

    Raises:
        InvalidInput: An add-on, option, region or entry that the book does not know, or one that
            is missing: a price is never silently cheaper.
    """
    charged, offered = pack.charged(pricing.addons), pack.offered(pricing.addons, pricing.offer)
    gone = {number for number, row in chain(charged, *offered.values()) if _none(row, lacking)}
    rows = [one for one in charged if one[0] not in gone]
    options = {
        code: kept for code, part in offered.items()
        if (kept := [one for one in part if one[0] not in gone])
    }  # fmt: skip
    every = [row for _, row in rows] + [row for part in options.values() for _, row in part]
    faults = list(_faults(pricing, pack, every))
    if all(isinstance(row, DERIVED) for _, row in rows) and not faults:
        there = ", ".join(row.code for row in pack.rows if not isinstance(row, DERIVED))
        faults = [Fault("/pricing/addons", "nothing is chosen", hint=f"choose from {there}")]
    if faults:
        raise InvalidInput.at(*faults)
    return Chosen(rows, options, [pack.rows[number] for number in sorted(gone)])


def _none(row: Row, lacking: Collection[str]) -> bool:
    """Whether a row is measured by nothing but what is lacking."""
    names = {*names_of(row)} - {"pricing.quantity"} if lacking else set()
    return bool(names) and names <= {*lacking}


def _faults(pricing: Pricing, pack: PricingPack, rows: list[Row]) -> Iterator[Fault]:
    yield from unknown_choices(pricing, pack)
    entered = {row.code: row for row in rows if enters(row)}
    for code, row in entered.items():
        yield from _entry_faults(code, row, pricing.inputs.get(code))
    for code, value in pricing.inputs.items():
        if code not in entered:
            yield _needless(code, value, pack, entered)


def unknown_choices(pricing: Pricing, pack: PricingPack) -> Iterator[Fault]:
    """The add-ons that are none of the book's, and a region that it has not."""
    yield from _addon_faults(pricing, pack)
    if pricing.region is not None and pricing.region not in pack.regions:
        hint = _hint(pricing.region, pack.regions, "regions")
        detail = f"unknown region in the price book {pack.ref}"
        yield Fault("/pricing/region", detail, pricing.region, hint)


def _addon_faults(pricing: Pricing, pack: PricingPack) -> Iterator[Fault]:
    addons = {row.code for row in pack.rows if row.select == "addon"} | pack.options.keys()
    always = {row.code for row in pack.rows if row.select == "always"}
    for at, code in enumerate(pricing.offer or ()):
        if code not in pack.options:
            detail = f"unknown option in the price book {pack.ref}"
            yield Fault(f"/pricing/offer/{at}", detail, code, _hint(code, pack.options, "options"))
    for at, code in enumerate(pricing.addons):
        where = f"/pricing/addons/{at}"
        if code in always:
            yield Fault(where, f"{code} is always charged, not an add-on", code, "leave it out")
        elif code not in addons:
            detail = f"unknown add-on in the price book {pack.ref}"
            yield Fault(where, detail, code, _hint(code, addons, "add-ons"))


def entry_faults(pricing: Pricing, pack: PricingPack, code: str) -> Iterator[Fault]:
    """What is wrong with the amount that a project has, or has not, for a row of the book."""
    row = next((row for row in pack.rows if row.code == code), None)
    value = pricing.inputs.get(code)
    if row is not None and enters(row):
        yield from _entry_faults(code, row, value)
    elif value is not None:
        yield _needless(code, value, pack, ())


def _entry_faults(code: str, row: Row, value: float | None) -> Iterator[Fault]:
    """What is wrong with the amount that the project enters for a row."""
    where = pointer(["pricing", "inputs", code])
    if value is None:
        unit = entry_unit(row)
        hint = f"add pricing.inputs.{code}, in {unit}"
        yield Fault(where, f"{row.label}: the project must say how much", hint=hint)
    elif isinstance(row, AtCost) and round(value, 2) != value:
        yield Fault(where, "must be in whole cents", value)


def entry_unit(row: Row) -> str:
    """The unit of what a project enters for a row."""
    if isinstance(row, Labour):
        return row.work_unit
    if isinstance(row, Discount):
        return row.by_unit
    return row.unit if isinstance(row, PricedRow) else "USD"


def _needless(code: str, value: float, pack: PricingPack, entered: Collection[str]) -> Fault:
    """An entry that nothing asks for: perhaps its add-on was forgotten."""
    where = pointer(["pricing", "inputs", code])
    asking = next((row for row in pack.rows if row.code == code and enters(row)), None)
    if asking is not None and asking.option is None:
        return Fault(where, "its add-on is not chosen", value, f"add {code} to pricing.addons")
    if asking is not None:
        hint = f"add {asking.option} to pricing.offer or to pricing.addons"
        return Fault(where, "its option is not offered", value, hint)
    detail = f"the price book {pack.ref} asks for no such entry"
    return Fault(where, detail, value, _hint(code, entered, "entries"))


def enters(row: Row) -> bool:
    """Whether the project must enter an amount for this row."""
    return isinstance(row, AtCost) or "input" in names_of(row)


def _hint(word: str, there: Collection[str], what: str) -> str:
    """Did you mean, or what there is."""
    return suggestion(word, there) or f"{what}: {', '.join(sorted(there)) or 'none'}"


def require_valid(pack: PricingPack, day: str) -> None:
    """Refuse a book that is not valid on this day.

    Raises:
        PackError: The day lies outside the book's validity.
    """
    if pack.valid_from <= day and (pack.valid_to is None or day <= pack.valid_to):
        return
    until = f"to {pack.valid_to}" if pack.valid_to else "on"
    raise PackError(
        f"the price book {pack.ref} is valid from {pack.valid_from} {until}, not on {day}",
        code="pack.expired",
        hint="use the book of that day, or give a day within its validity (--as-of DATE)",
        faults=[Fault("/pricing/as_of", "outside the validity of the price book", day)],
    )
