"""What the rows of a price book have in common."""

from typing import Any, ClassVar, Literal

from apex_cli.packs.model import Sourced
from apex_cli.packs.pricing_fields import Code, Share, Text, Thousandths, UnitName, unit_faults
from apex_cli.records.fields import Place, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

Role = Literal["cost", "overhead", "margin"]


class Growing(Model):
    """A part of a book that learned fields later: a book without them is shown as it always was.

    Args:
        later: The fields, each absent from the JSON of a record that does not state it.
    """

    later: ClassVar[tuple[str, ...]] = ()

    def as_json(self) -> dict[str, Any]:
        """The record as JSON, defaults spelled out but for those of later fields."""
        made = super().as_json()
        return {key: one for key, one in made.items() if key not in self.later or self.says(key)}

    def says(self, name: str) -> bool:
        """Whether a later field has something to say."""
        return getattr(self, name) not in (None, False, [], {})


class Row(Sourced, Growing, tag_field="type"):
    """What every row says.

    Args:
        code: Its name in projects, envelopes and percentages.
        label: Its name for the customer.
        select: Whether it is always charged, only when a project adds it, or part of an option.
        taxable: Whether the tax rows apply to it; stated whenever the book has a tax row.
        group: The group of the book that it stands in on the customer's paper.
        hidden: Whether the customer sees its amount only within those of other rows.
        option: The option of the book that it is part of.
        role: What the shop's own sheet counts it as; absent: a rounding, a minimum charge and a
            discount as margin, anything else as cost.
        cost_pct: How much of a selling price is cost; the rest is margin.
    """

    later: ClassVar[tuple[str, ...]] = ("group", "hidden", "option", "role", "cost_pct")
    code: Code
    label: ShortText
    select: Literal["always", "addon", "option"]
    taxable: bool | None = None
    group: ShortText | None = None
    hidden: bool = False
    option: Code | None = None
    role: Role | None = None
    cost_pct: Share | None = None

    def faults(self) -> list[tuple[Place, str]]:
        """What does not fit together in any row."""
        found: list[tuple[Place, str]] = []
        if (self.option is None) == (self.select == "option"):
            found.append((("option",), "names the option of a row whose select is option"))
        if self.cost_pct is not None and self.role not in {None, "cost"}:
            found.append((("cost_pct",), f"a row that is {self.role} has no cost in it"))
        return found

    def consistent(self) -> None:
        """An option is named where there is one; only a selling price has a cost in it."""
        refuse(self.faults())


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

    def faults(self) -> list[tuple[Place, str]]:
        """The amount has the unit it is sold by."""
        return [*super().faults(), *unit_faults("quantity", self.quantity, self.unit)]
