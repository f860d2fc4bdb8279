"""The rows of a price book: one model for each kind of price."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from apex_cli.packs.pricing_base import Measured, PricedRow, Row
from apex_cli.packs.pricing_expression import parse
from apex_cli.packs.pricing_fields import (
    Bands,
    Breaks,
    Code,
    Paces,
    Percentage,
    Share,
    Text,
    Thousandths,
    UnitName,
    Usd,
    unit_faults,
)  # fmt: skip
from apex_cli.records.fields import Checked, Place, Refused, Tagged, field
from apex_cli.vocabulary import ShortText

__all__ = ["Measured", "PricedRow", "Row"]


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

    def faults(self) -> list[tuple[Place, str]]:
        """The amount has the unit of the intervals."""
        return [*super().faults(), *unit_faults("by", self.by, self.by_unit)]


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

    def faults(self) -> list[tuple[Place, str]]:
        """A margin leaves something for the cost."""
        if self.basis == "margin" and self.rate_pct >= 100:  # noqa: PLR2004 - the whole price
            return [(("rate_pct",), "a margin is a share of the price: less than 100 %")]
        return super().faults()


class Tax(Row, tag="tax"):
    """A percentage of the taxable lines above."""

    type: ClassVar[Literal["tax"]]
    rate_pct: Percentage


class MinimumCharge(Row, tag="minimum_charge"):
    """What is missing to the least that a job costs."""

    type: ClassVar[Literal["minimum_charge"]]
    amount_usd: Usd


class Labour(PricedRow, tag="labour"):
    """Hours of a crew, from how much there is to do and how long a unit of it takes.

    Args:
        crew: One of the book's crews, whose trades have the rates.
        work: What there is to do, an expression.
        work_unit: Its unit, for which the hours are told.
        by: What decides how long a unit takes, an expression; absent: the work itself.
        by_unit: Its unit, and that of the intervals' edges.
        hours: The intervals, each with the crew's hours for a unit of the work.
        setup_h: Hours beside the work, for every sign or for the project.
        minimum: The least hours that are charged.
        increment: The hours are rounded up to a multiple of this.
    """

    type: ClassVar[Literal["labour"]]
    unit: Literal["h"] = "h"
    crew: Code
    work: Text
    work_unit: UnitName
    by: Text | None = None
    by_unit: UnitName | None = None
    hours: Paces
    setup_h: Thousandths | None = None
    minimum: Thousandths | None = None
    increment: Thousandths | None = None

    def faults(self) -> list[tuple[Place, str]]:
        """Work and measure have their units."""
        found = [*super().faults(), *unit_faults("work", self.work, self.work_unit)]
        if self.by is not None and self.by_unit is not None:
            found += unit_faults("by", self.by, self.by_unit)
        elif (self.by is None) != (self.by_unit is None):
            found.append((("by_unit",), "stands where by does, and only there"))
        return found


class Discount(Row, tag="discount"):
    """Something taken off, which the customer is told: an amount, per cent, or by a quantity.

    Args:
        amount_usd: As an amount; never more than the lines above come to.
        rate_pct: As a percentage of the lines named by `of`.
        breaks: As a percentage that depends on an amount: the number of signs, unless `by` says.
        by: That amount, an expression.
        by_unit: Its unit, and that of the intervals' edges.
        of: Codes of rows above this one, or ``[above]`` for all of them.
    """

    type: ClassVar[Literal["discount"]]
    amount_usd: Usd | None = None
    rate_pct: Share | None = None
    breaks: Breaks | None = None
    by: Text = "pricing.quantity"
    by_unit: UnitName = "each"
    of: Annotated[list[ShortText], Meta(min_length=1)] = field(default_factory=lambda: ["above"])

    def faults(self) -> list[tuple[Place, str]]:
        """There is one way to tell it, and the customer is told."""
        found = [*super().faults(), *unit_faults("by", self.by, self.by_unit)]
        ways = (self.amount_usd, self.rate_pct, self.breaks)
        if sum(way is not None for way in ways) != 1:
            found.append((("amount_usd",), "give one of amount_usd, rate_pct and breaks"))
        if self.amount_usd is not None and self.of != ["above"]:
            found.append((("of",), "an amount is taken off all lines above"))
        return found


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


DERIVED = (Percent, Tax, MinimumCharge, Rounding, Discount)
"""Rows whose price follows from other lines."""


def names_of(row: Row) -> tuple[str, ...]:
    """The named quantities that a row asks for."""
    texts: list[str | None] = []
    if isinstance(row, Measured):
        texts = [row.quantity]
    elif isinstance(row, Brackets):
        texts = [row.by]
    elif isinstance(row, Labour):
        texts = [row.work, row.by]
    elif isinstance(row, Discount) and row.breaks is not None:
        texts = [row.by]
    return tuple(dict.fromkeys(name for text in texts if text for name in parse(text).names))


AnyRow = Annotated[
    Flat
    | Brackets
    | PerUnit
    | Steps
    | Labour
    | AtCost
    | Percent
    | Tax
    | MinimumCharge
    | Rounding
    | Discount,
    Tagged(
        "type must be one of flat, brackets, per_unit, steps, labour, at_cost, percent, tax, "
        "minimum_charge, rounding, discount",
    ),
]
