"""The price of a project by a price book."""

from collections.abc import Collection, Mapping

from apex_cli.equations import Bare
from apex_cli.packs.pricing import PricingPack
from apex_cli.project.pricing import Pricing
from apex_cli.quantities import Known
from apex_cli.solvers.pricing.choice import Chosen, chosen, require_valid
from apex_cli.solvers.pricing.inputs import PricingInputs
from apex_cli.solvers.pricing.money import money
from apex_cli.solvers.pricing.result import PricingResult
from apex_cli.solvers.pricing.work import Work


def solve(
    inputs: PricingInputs,
    pack: PricingPack,
    quantities: Mapping[str, float],
    trace: Bare,
    lacking: Collection[str] = (),
) -> PricingResult:
    """The price of a project: its lines and their sum.

    Args:
        inputs: What a price sees of a project.
        pack: The price book.
        quantities: The named quantities that the book needs.
        trace: Who writes it down.
        lacking: Quantities that such a sign has none of; what is sold by them alone is left out.

    Raises:
        InvalidInput: An add-on, region or entry is unknown or missing.
        PackError: The book is not valid on the given day, or an expression has no value.
        NoAnswer: The book has no price for the amount, or no price could be that high.
    """
    pricing = inputs.pricing
    day = pricing.as_of
    if day is not None:
        require_valid(pack, day)
    asked = chosen(pricing, pack, lacking)
    _tell(pricing, pack, trace)
    _tell_left_out(asked, trace)
    job = Work(pack, quantities, pricing, trace, _signs(pricing.quantity, trace))
    whole = job.priced(asked.rows)
    made = PricingResult(
        currency=pack.currency,
        line_items=[line.item for line in whole.lines],
        subtotal_usd=money(whole.subtotal),
        total_usd=money(whole.total),
        pricing_ref=pack.ref,
        valid_from=pack.valid_from,
        valid_to=pack.valid_to,
        as_of=day,
        region=pricing.region,
    )
    if pack.scope is None:
        return made
    from apex_cli.solvers.pricing.quoted import quoted  # noqa: PLC0415 - books that say their scope

    return quoted(made, job, whole, asked)


def _signs(quantity: int | None, trace: Bare) -> Known:
    if quantity is None:
        trace.assume("One sign is priced: pricing.quantity is not given.")
        return Known(1.0, "assumed")
    return Known(quantity, "/pricing/quantity")


def _tell_left_out(asked: Chosen, trace: Bare) -> None:
    """Say which rows the price has not, for a sign at a building has nothing to measure by them."""
    if asked.left_out:
        labels = ", ".join(dict.fromkeys(row.label for row in asked.left_out))
        trace.warn(
            "pricing.not_applicable",
            "notice",
            "A sign at a building has neither poles nor a foundation; what the book measures by "
            f"them is not in the price: {labels}. What it measures by something else is, "
            "whatever it is for.",
        )


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
