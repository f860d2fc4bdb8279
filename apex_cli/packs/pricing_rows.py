"""The rows of a price book: one model for each kind of price."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from apex_cli.packs.model import Sourced
from apex_cli.packs.pricing_expression import parse
from apex_cli.packs.pricing_fields import (
    Bands,
    Code,
    Percentage,
    Text,
    Thousandths,
    UnitName,
    Usd,
    unit_faults,
)  # fmt: skip
from apex_cli.records.fields import Checked, Refused, Tagged, refuse
from apex_cli.vocabulary import ShortText


class Row(Sourced, tag_field="type"):
    """What every row says.

    Args:
        code: Its name in projects, envelopes and percentages.
        label: Its name for the customer.
        select: Whether it is always charged or only when a project adds it.
        taxable: Whether the tax rows apply to it; stated whenever the book has a tax row.
    """

    code: Code
    label: ShortText
    select: Literal["always", "addon"]
    taxable: bool | None = None


class PricedRow(Row):
    """A row with prices of its own.

    Args:
        per: Charged for every sign, or once for the project.
        index: Which column of the regional indices applies to its prices, if any.
        unit: What it is sold by.
    """

    per: Literal["sign", "project"]
    index: Literal["material", "installation"] | None = None
    unit: UnitName = "each"


class Flat(PricedRow, tag="flat"):
    """One price."""

    type: ClassVar[Literal["flat"]]
    amount_usd: Usd


class Brackets(PricedRow, tag="brackets"):
    """A lump sum that depends on the interval in which an amount lies.

    Args:
        by: The amount, an expression.
        by_unit: Its unit, and that of the intervals' edges.
        brackets: The intervals, each with its price.
    """

    type: ClassVar[Literal["brackets"]]
    by: Text
    by_unit: UnitName
    brackets: Bands

    def consistent(self) -> None:
        """The amount has the unit of the intervals."""
        refuse(unit_faults("by", self.by, self.by_unit))


class Measured(PricedRow):
    """A row sold by an amount.

    Args:
        quantity: The amount, an expression.
        minimum: The least that is charged.
        increment: The amount is rounded up to a multiple of this.
    """

    quantity: Text
    minimum: Thousandths | None = None
    increment: Thousandths | None = None

    def consistent(self) -> None:
        """The amount has the unit it is sold by."""
        refuse(unit_faults("quantity", self.quantity, self.unit))


class PerUnit(Measured, tag="per_unit"):
    """A price for each unit: foot, cubic yard, hour, hundredweight."""

    type: ClassVar[Literal["per_unit"]]
    amount_usd: Usd


class Steps(Measured, tag="steps"):
    """A price for each unit that depends on how many there are.

    Args:
        method: ``graduated``: each step's price for the units within that step;
            ``whole``: the price of the step in which the amount lies, for all of it.
        steps: The intervals of the amount, each with its price for a unit.
    """

    type: ClassVar[Literal["steps"]]
    method: Literal["graduated", "whole"]
    steps: Bands


class AtCost(Row, tag="at_cost"):
    """Passed through at cost: the project's `pricing.inputs` has the amount."""

    type: ClassVar[Literal["at_cost"]]


class Percent(Row, tag="percent"):
    """A percentage of other lines.

    Args:
        basis: ``markup``: the rate is a share of those lines; ``margin``: it is a share of the
            price that results, so the line is lines x rate / (100 - rate).
        of: Codes of rows above this one, or ``[above]`` for all of them.
    """

    type: ClassVar[Literal["percent"]]
    basis: Literal["markup", "margin"]
    rate_pct: Percentage
    of: Annotated[list[ShortText], Meta(min_length=1)]

    def consistent(self) -> None:
        """A margin leaves something for the cost."""
        if self.basis == "margin" and self.rate_pct >= 100:  # noqa: PLR2004 - the whole price
            refuse([(("rate_pct",), "a margin is a share of the price: less than 100 %")])


class Tax(Row, tag="tax"):
    """A percentage of the taxable lines above."""

    type: ClassVar[Literal["tax"]]
    rate_pct: Percentage


class MinimumCharge(Row, tag="minimum_charge"):
    """What is missing to the least that a job costs."""

    type: ClassVar[Literal["minimum_charge"]]
    amount_usd: Usd


def _step(amount: float) -> float:
    if amount <= 0:
        raise Refused("Input should be greater than 0")
    if amount > 10_000:  # noqa: PLR2004 - the largest step that makes sense
        raise Refused("Input should be less than or equal to 10000")
    return amount


class Rounding(Row, tag="rounding"):
    """What brings the sum of the lines above to a round amount."""

    type: ClassVar[Literal["rounding"]]
    mode: Literal["up", "nearest"]
    to_usd: Annotated[Usd, Meta(extra_json_schema={"gt": 0, "le": 10_000}), Checked(_step)]


DERIVED = (Percent, Tax, MinimumCharge, Rounding)
"""Rows whose price follows from other lines."""


def names_of(row: Row) -> tuple[str, ...]:
    """The named quantities that a row asks for."""
    if isinstance(row, Measured):
        return parse(row.quantity).names
    return parse(row.by).names if isinstance(row, Brackets) else ()


AnyRow = Annotated[
    Flat | Brackets | PerUnit | Steps | AtCost | Percent | Tax | MinimumCharge | Rounding,
    Tagged(
        "type must be one of flat, brackets, per_unit, steps, at_cost, percent, tax, "
        "minimum_charge, rounding",
    ),
]
