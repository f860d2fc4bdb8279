"""Rows priced together: those of the book that are charged, or those of an option."""

from collections.abc import Mapping

from msgspec import Struct

from apex_cli.equations import Bare, Citations
from apex_cli.errors import NoAnswer
from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_rows import Tax
from apex_cli.project.pricing import Pricing
from apex_cli.quantities import Known
from apex_cli.solvers.pricing.choice import Rows
from apex_cli.solvers.pricing.pricers import PRICERS
from apex_cli.solvers.pricing.sheet import Line, Sheet

MAX_USD = 1e10
"""Beyond this a float no longer holds every cent of a sum."""

CARDS = ("line", "price", "amount", "quantity", "hours", "rate", "total")


class Priced(Struct, frozen=True):
    """Lines and their sums, before tax and with it."""

    lines: list[Line]
    subtotal: float
    total: float


class Work(Struct, frozen=True):
    """What is priced, by which book, and who writes it down."""

    pack: PricingPack
    quantities: Mapping[str, float]
    pricing: Pricing
    trace: Bare
    signs: Known

    def priced(self, rows: Rows, prefix: str = "") -> Priced:
        """The lines of these rows, and their sums.

        Args:
            rows: Rows with their places in the book.
            prefix: What the names of the sums begin with.

        Raises:
            PackError: An expression has no value.
            NoAnswer: The book has no price for the amount, or no price could be that high.
        """
        region = self.pricing.region
        sheet = Sheet(
            pack=self.pack,
            trace=self.trace,
            amounts=self.quantities,
            entered=self.pricing.inputs,
            signs=self.signs,
            region=self.pack.regions[region] if region else None,
        )
        for number, row in rows:
            sheet.number = number
            self.trace.subject = row.label
            self.trace.cite(Citations(self.pack.standard, dict.fromkeys(CARDS, row.clause)))
            PRICERS[type(row)](sheet, row)
        self.trace.subject = ""
        self.trace.cite(self.pack.citations)
        untaxed = [line for line in sheet.lines if not isinstance(line.row, Tax)]
        subtotal = sheet.sum(f"{prefix}subtotal", untaxed)
        taxed = len(untaxed) < len(sheet.lines)
        whole = sheet.sum(f"{prefix}total", sheet.lines) if taxed else subtotal
        return Priced(sheet.lines, subtotal, possible(whole))


def possible(amount: float) -> float:
    """The amount, if it can be a price.

    Raises:
        NoAnswer: No price could be that high.
    """
    if amount > MAX_USD:
        raise NoAnswer(f"more than {MAX_USD:,.0f} USD is no price", code="pricing.out_of_range")
    return amount
