"""The price of a project by a price book."""

from collections.abc import Mapping

from apex_cli.equations import Bare, Citations
from apex_cli.errors import NoAnswer
from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_rows import Tax
from apex_cli.project.pricing import Pricing
from apex_cli.quantities import Known
from apex_cli.solvers.pricing.choice import chosen_rows, require_valid
from apex_cli.solvers.pricing.inputs import PricingInputs
from apex_cli.solvers.pricing.money import money
from apex_cli.solvers.pricing.pricers import PRICERS
from apex_cli.solvers.pricing.result import PricingResult
from apex_cli.solvers.pricing.sheet import Sheet

MAX_USD = 1e10
"""Beyond this a float no longer holds every cent of a sum."""

CARDS = ("line", "price", "amount", "quantity", "total")


def solve(
    inputs: PricingInputs, pack: PricingPack, quantities: Mapping[str, float], trace: Bare
) -> PricingResult:
    """The price of a project: its lines and their sum.

    Args:
        inputs: What a price sees of a project.
        pack: The price book.
        quantities: The named quantities that the book needs.
        trace: Who writes it down.

    Raises:
        InvalidInput: An add-on, region or entry is unknown or missing.
        PackError: The book is not valid on the given day, or an expression has no value.
        NoAnswer: The book has no price for the amount, or no price could be that high.
    """
    pricing = inputs.pricing
    day = pricing.as_of
    if day is not None:
        require_valid(pack, day)
    rows = chosen_rows(pricing, pack)
    _tell(pricing, pack, trace)
    sheet = Sheet(
        pack=pack,
        trace=trace,
        amounts=quantities,
        entered=pricing.inputs,
        signs=_signs(pricing.quantity, trace),
        region=pack.regions[pricing.region] if pricing.region else None,
    )
    for number, row in rows:
        sheet.number = number
        trace.subject = row.label
        trace.cite(Citations(pack.standard, dict.fromkeys(CARDS, row.clause)))
        PRICERS[type(row)](sheet, row)
    trace.subject = ""
    trace.cite(pack.citations)
    untaxed = [line for line in sheet.lines if not isinstance(line.row, Tax)]
    subtotal = sheet.sum("subtotal", untaxed)
    taxed = len(untaxed) < len(sheet.lines)
    total = sheet.sum("total", sheet.lines) if taxed else subtotal
    if total > MAX_USD:
        raise NoAnswer(f"more than {MAX_USD:,.0f} USD is no price", code="pricing.out_of_range")
    return PricingResult(
        currency=pack.currency,
        line_items=[line.item for line in sheet.lines],
        subtotal_usd=money(subtotal),
        total_usd=money(total),
        pricing_ref=pack.ref,
        valid_from=pack.valid_from,
        valid_to=pack.valid_to,
        as_of=day,
        region=pricing.region,
    )


def _signs(quantity: int | None, trace: Bare) -> Known:
    if quantity is None:
        trace.assume("One sign is priced: pricing.quantity is not given.")
        return Known(1.0, "assumed")
    return Known(quantity, "/pricing/quantity")


def _tell(pricing: Pricing, pack: PricingPack, trace: Bare) -> None:
    """Say what the book takes for granted and what the project left open."""
    for sentence in pack.assumptions:
        trace.assume(sentence)
    if pricing.as_of is not None:
        trace.assume(f"The price book {pack.ref} was held valid on {pricing.as_of}.")
    if pack.regions and pricing.region is None:
        trace.assume("No region is given: the book's own prices, without a regional index.")
    if pack.example:
        trace.warn(
            "example_prices",
            "warning",
            f"the prices of {pack.ref} only illustrate; they are nobody's prices",
            pack.standard,
        )
