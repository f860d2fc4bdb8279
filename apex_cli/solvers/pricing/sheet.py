"""A price under way: what is known, and the lines so far."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.pricing import PricingPack, Region
from apex_cli.packs.pricing_quantities import QUANTITIES
from apex_cli.packs.pricing_rows import PricedRow, Row
from apex_cli.quantities import Known
from apex_cli.solvers.pricing.equations import indexed, total
from apex_cli.solvers.pricing.money import money
from apex_cli.solvers.pricing.result import LineItem


class Line(Struct, frozen=True):
    """A priced line: its name in sums, its row, its value as the trace knows it, what is shown."""

    symbol: str
    row: Row
    value: float
    item: LineItem


def part_name(row: Row, part: int) -> str:
    """The name of a row, or of one of its parts, in sums: ``concrete``, ``concrete_1``."""
    return f"{row.code}_{part}" if part else row.code


class Sheet(Struct):
    """A price under way.

    Args:
        pack: The book.
        trace: Who writes it down.
        amounts: The named quantities.
        entered: What the project enters, by code.
        signs: How many signs.
        region: Whose indices apply, if any.
        lines: What is priced so far.
        number: Which row of the book is being priced.
    """

    pack: PricingPack
    trace: Bare
    amounts: Mapping[str, float]
    entered: Mapping[str, float]
    signs: Known
    region: Region | None
    lines: list[Line] = field(default_factory=list)
    number: int = 0

    def term(self, name: str, row: Row) -> float:
        """The value of a named quantity for this row.

        Raises:
            InvalidInput: Nothing in the project gives it.
        """
        if name == "input":
            return self.entered[row.code]
        if name == "pricing.quantity":
            return self.signs
        if name not in self.amounts:
            quantity = QUANTITIES[name]
            detail = f"{row.label} is priced by {name}, the {quantity.words}"
            raise InvalidInput(detail, faults=[Fault(quantity.needs, detail)])
        value = self.amounts[name]
        return value if isinstance(value, Known) else Known(value, name)

    def times(self, row: PricedRow) -> Known:
        """How often a row is charged: for each sign, or once."""
        return self.signs if row.per == "sign" else row.at("per", value=1.0)

    def unit_price(self, row: PricedRow, amount: float, *place: str | int) -> float:
        """A price of the book, in the region."""
        return self.in_region(row, row.at(*place, value=amount))

    def in_region(self, row: PricedRow, price: float) -> float:
        """A unit price, in the region."""
        if self.region is None or row.index is None:
            return price
        index = self.region.at(row.index, value=getattr(self.region, row.index))
        equation = indexed(row.code, row.unit, self.pack.cents)
        return self.trace(equation, unit_amount=price, index=index)

    def add(self, row: Row, value: float, label: str) -> None:
        """Add a line that is one piece at its value."""
        amount = money(value)
        self._keep(
            row, value, LineItem(row.code, label, 1.0, "each", amount, amount, self._source(row))
        )

    def add_priced(
        self,
        row: PricedRow,
        value: float,
        *,
        quantity: float,
        price: float,
        label: str,
        part: int = 0,
    ) -> None:
        """Add a line that is a quantity at a unit price; parts of a row are numbered from 1."""
        item = LineItem(
            code=row.code,
            label=label,
            quantity=float(quantity),
            unit=row.unit,
            unit_amount_usd=money(price),
            subtotal_usd=money(value),
            source=self._source(row),
        )
        self._keep(row, value, item, part)

    def _keep(self, row: Row, value: float, item: LineItem, part: int = 0) -> None:
        self.lines.append(Line(symbol=part_name(row, part), row=row, value=value, item=item))

    def _source(self, row: Row) -> str:
        sources = "; ".join(self.pack.sources[key] for key in row.sources)
        return f"pricing_{self.pack.ref} /rows/{self.number}: {sources}"

    def sum(self, symbol: str, lines: Iterable[Line]) -> float:
        """The sum of these lines, as a step; 0 if there are none."""
        terms = {line.symbol: line.value for line in lines}
        if not terms:
            return Known(0.0, "no line above")
        return self.trace(total(symbol, tuple(terms)), **terms)
