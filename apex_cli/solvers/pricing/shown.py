"""A price as the customer sees it: hidden amounts spread over lines that are shown, to the cent.

A hidden amount is spread in proportion over lines that count in the same percentages that the
customer sees: the same taxes, the same discounts. So each of these is still the told percentage of
what is shown, and no sum of them tells what is hidden. Where no line can bear it, one sum is shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from msgspec import Struct

from apex_cli.packs.pricing_rows import (
    Discount,
    Labour,
    MinimumCharge,
    Percent,
    PricedRow,
    Rounding,
    Row,
    Tax,
)  # fmt: skip
from apex_cli.packs.pricing_shop import Group
from apex_cli.solvers.pricing.money import CENT
from apex_cli.solvers.pricing.result import Shown
from apex_cli.solvers.pricing.sheet import Line

WHOLE = "Complete"
"""What the one sum is called where no line can be shown by itself."""


class Part(Struct):
    """A row's lines together: the row, its place, what it comes to, and what it bears beside."""

    row: Row
    lines: list[Line]
    amount: Decimal
    borne: Decimal = Decimal(0)

    @property
    def shown(self) -> Decimal:
        """What the customer sees."""
        return self.amount + self.borne


def shown(
    lines: Sequence[Line], groups: Iterable[Group], option: str | None, whole: str = WHOLE
) -> list[Shown]:
    """The lines of a price or of an option as the customer sees them.

    Args:
        lines: The priced lines, in the order of the book.
        groups: How the book has them stand together.
        option: The option that they belong to, if any.
        whole: What the one sum is called where no line can be shown by itself.
    """
    lumps = {group.name for group in groups if group.shown == "lump"}
    parts = []
    for _, some in groupby(lines, key=lambda line: line.row.code):
        own = list(some)
        amount = sum((line.item.subtotal_usd for line in own), Decimal(0))
        parts.append(Part(own[0].row, own, amount))
    if not _spread(parts, lumps):
        total = sum((part.amount for part in parts), Decimal(0))
        return [Shown("lump", whole, None, option, None, None, total)]
    seen = [part for part in parts if not part.row.hidden and (part.shown or not _even(part))]
    return list(_told(seen, lumps, option))


def _even(part: Part) -> bool:
    """Whether a part only makes up for something, which may be nothing."""
    return isinstance(part.row, MinimumCharge | Rounding | Discount)


def _told(seen: list[Part], lumps: set[str], option: str | None) -> Iterator[Shown]:
    """The parts that are shown, those of a lump sum as one."""
    for name, some in groupby(seen, key=lambda part: part.row.group):
        if name in lumps:
            total = sum((part.shown for part in some), Decimal(0))
            yield Shown("lump", str(name), name, option, None, None, total)
            continue
        for part in some:
            yield _one(part, option)


def _one(part: Part, option: str | None) -> Shown:
    row, first = part.row, part.lines[0].item
    label = first.label if len(part.lines) == 1 else row.label
    kind = {Discount: "discount", Tax: "tax"}.get(type(row), "price")
    quantity = sum(line.item.quantity for line in part.lines)
    counted = isinstance(row, PricedRow) and not isinstance(row, Labour)
    return Shown(
        kind, label, row.group, option,  # type: ignore[arg-type] # - one of the table above
        quantity if counted else None, first.unit if counted else None, part.shown,
    )  # fmt: skip


def _spread(parts: list[Part], lumps: set[str]) -> bool:
    """Spread what is hidden; False where no line can bear it."""
    told = [
        (at, part.row)
        for at, part in enumerate(parts)
        if isinstance(part.row, Percent | Discount | Tax)
        and not (part.row.hidden or part.row.group in lumps)
    ]
    counts = [tuple(_counts(part, at, *one) for one in told) for at, part in enumerate(parts)]
    bearing: dict[tuple[str | None, tuple[bool, ...]], list[Part]] = {}
    for part, marks in zip(parts, counts, strict=True):
        if isinstance(part.row, PricedRow) and not part.row.hidden and part.amount > 0:
            for group in {part.row.group, None}:
                bearing.setdefault((group, marks), []).append(part)
    for part, marks in zip(parts, counts, strict=True):
        if not part.row.hidden or not part.amount:
            continue
        own = bearing.get((part.row.group, marks)) or bearing.get((None, marks))
        if not own:
            return False
        _bear(own, part.amount)
    return all(part.shown >= 0 for part in parts if isinstance(part.row, PricedRow))


def _counts(part: Part, at: int, place: int, percentage: Row) -> bool:
    """Whether a part is one of those that a percentage is of."""
    if isinstance(percentage, Tax):
        return bool(part.row.taxable)
    if isinstance(percentage, Discount) and percentage.amount_usd is not None:
        return False
    named: list[str] = percentage.of  # type: ignore[attr-defined] # - a Percent or a Discount
    return at < place if named == ["above"] else part.row.code in named


def _bear(bearing: list[Part], amount: Decimal) -> None:
    """Spread an amount in proportion, to the cent, the parts so far rounded together."""
    whole = sum((part.amount for part in bearing), Decimal(0))
    before = reached = Decimal(0)
    for part in bearing:
        reached += part.amount
        now = (amount * reached / whole).quantize(CENT, ROUND_HALF_UP)
        part.borne += now - before
        before = now
