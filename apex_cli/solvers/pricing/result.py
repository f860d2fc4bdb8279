"""The price: its lines and their sum."""

from decimal import Decimal

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
