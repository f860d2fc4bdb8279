"""The price: its lines and their sum; by a shop's book also what the customer sees of them."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct


class LineItem(Struct, frozen=True):
    """One line.

    Args:
        code: Code of the book's row.
        label: What the customer reads.
        quantity: How much, in `unit`.
        unit: What it is sold by.
        unit_amount_usd: Price of one unit.
        subtotal_usd: Price of the line, in cents by the book's rule.
        source: The book's place, clause and sources.
    """

    code: str
    label: str
    quantity: float
    unit: str
    unit_amount_usd: Decimal
    subtotal_usd: Decimal
    source: str


class PricingResult(Struct, frozen=True):
    """A price.

    Args:
        currency: Of every amount.
        line_items: The lines; their subtotals add up to the total.
        subtotal_usd: Sum of the lines before tax.
        total_usd: Sum of all lines.
        pricing_ref: The price book.
        valid_from: First day on which the book may be used.
        valid_to: Last day; None if it never expires.
        as_of: The day on which the book was held valid, if one was given.
        region: The region whose indices were applied, if any.
    """

    currency: str
    line_items: list[LineItem]
    subtotal_usd: Decimal
    total_usd: Decimal
    pricing_ref: str
    valid_from: str
    valid_to: str | None
    as_of: str | None
    region: str | None


class ShopLine(LineItem, frozen=True):
    """One line of a book that tells its scope.

    Args:
        group: The group that it stands in, if any.
        hidden: Whether the customer sees it only within other lines.
        option: The option that it is part of, if any.
        role: What the shop's own sheet counts it as.
        cost_usd: What of it is the shop's cost.
    """

    group: str | None
    hidden: bool
    option: str | None
    role: Literal["cost", "overhead", "margin", "tax"]
    cost_usd: Decimal


class Shown(Struct, frozen=True):
    """A line as the customer sees it, with what is hidden in it.

    Args:
        kind: A price, a lump sum, a discount or credit, or a tax.
        label: What it is.
        group: The group that it stands in, if any.
        option: The option that it belongs to, if any.
        quantity: How much; None for a lump sum, for hours of labour and what is no quantity.
        unit: Of the quantity.
        amount_usd: The amount.
    """

    kind: Literal["price", "lump", "discount", "tax"]
    label: str
    group: str | None
    option: str | None
    quantity: float | None
    unit: str | None
    amount_usd: Decimal


class Option(Struct, frozen=True):
    """What the customer may take or leave.

    Args:
        code: By which a project takes it.
        label: Its name.
        taken: Whether it is in the total.
        line_items: Its lines, as its own price.
        shown: The same, as the customer sees them.
        subtotal_usd: Sum of its lines before tax.
        total_usd: Sum of all its lines: what the total grows by when it is taken.
    """

    code: str
    label: str
    taken: bool
    line_items: list[ShopLine]
    shown: list[Shown]
    subtotal_usd: Decimal
    total_usd: Decimal


class Due(Struct, frozen=True):
    """What is due with the order, and what is left."""

    rate_pct: float | None
    amount_usd: Decimal
    balance_usd: Decimal


class Hours(Struct, frozen=True):
    """The hours of a trade, and what one costs by the book."""

    trade: str
    label: str
    hours: float
    rate_usd: Decimal


class Job(Struct, frozen=True):
    """What a job costs beside its price before tax; the percentages are of that price."""

    cost_usd: Decimal
    overhead_usd: Decimal
    margin_usd: Decimal
    tax_usd: Decimal
    cost_pct: float | None
    overhead_pct: float | None
    margin_pct: float | None
    labour: list[Hours]


class ShopResult(PricingResult, frozen=True):
    """A price by a book that tells its scope.

    Args:
        scope: What the total contains.
        contains: The same in a sentence.
        shown: The lines as the customer sees them; they add up to the total.
        options: What may be taken beside.
        deposit: What is due with the order, if the book asks for it.
        valid_days: How long a quote holds.
        job: What the shop keeps to itself.
    """

    scope: str
    contains: str
    shown: list[Shown]
    options: list[Option]
    deposit: Due | None
    valid_days: int | None
    job: Job
