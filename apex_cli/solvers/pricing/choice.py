"""What a project chooses from a price book, and what is wrong with the choice."""

from collections.abc import Collection, Iterator

from apex_cli.errors import Fault, InvalidInput, PackError, suggestion
from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_rows import DERIVED, AtCost, PricedRow, Row, names_of
from apex_cli.pointer import pointer
from apex_cli.project.pricing import Pricing


def chosen_rows(pricing: Pricing, pack: PricingPack) -> list[tuple[int, Row]]:
    """The rows to price, with their places in the book.

    Raises:
        InvalidInput: An add-on, region or entry that the book does not know, or one that is
            missing: a price is never silently cheaper.
    """
    rows: list[tuple[int, Row]] = [
        (number, row)
        for number, row in enumerate(pack.rows)
        if row.select == "always" or row.code in pricing.addons
    ]
    faults = list(_faults(pricing, pack, [row for _, row in rows]))
    if all(isinstance(row, DERIVED) for _, row in rows) and not faults:
        there = ", ".join(row.code for row in pack.rows if not isinstance(row, DERIVED))
        faults = [Fault("/pricing/addons", "nothing is chosen", hint=f"choose from {there}")]
    if faults:
        raise InvalidInput.at(*faults)
    return rows


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
    addons = {row.code for row in pack.rows if row.select == "addon"}
    always = {row.code for row in pack.rows} - addons
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
        unit = row.unit if isinstance(row, PricedRow) else "USD"
        hint = f"add pricing.inputs.{code}, in {unit}"
        yield Fault(where, f"{row.label}: the project must say how much", hint=hint)
    elif isinstance(row, AtCost) and round(value, 2) != value:
        yield Fault(where, "must be in whole cents", value)


def _needless(code: str, value: float, pack: PricingPack, entered: Collection[str]) -> Fault:
    """An entry that nothing asks for: perhaps its add-on was forgotten."""
    where = pointer(["pricing", "inputs", code])
    if any(row.code == code and row.select == "addon" and enters(row) for row in pack.rows):
        return Fault(where, "its add-on is not chosen", value, f"add {code} to pricing.addons")
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
