"""What a price sees of a project, and what it cannot do without."""

from collections.abc import Mapping
from typing import Any, Self

from msgspec import Struct

from apex_cli.packs.pricing import PricingPack
from apex_cli.project import view
from apex_cli.project.model import Inputs
from apex_cli.project.pricing import Pricing
from apex_cli.solvers import takeoff


class PricingInputs(Struct, frozen=True):
    """What is priced; how much of it there is, the take-off tells."""

    pricing: Pricing

    @classmethod
    def of(cls, project: Inputs) -> Self:
        """The view of a project."""
        return view.seen(cls, project)


def wanted(project: Inputs, pack: PricingPack) -> frozenset[str]:
    """The named quantities that the book asks for with the add-ons of this project."""
    pricing = PricingInputs.of(project).pricing
    return pack.quantities_for(pricing.addons, pricing.offer)


def reads(project: Inputs, pack: PricingPack) -> tuple[str, ...]:
    """Pointers of what a price by this book reads of this project.

    What a footing is calculated from, the footing calculation names itself.
    """
    return view.reads(PricingInputs) + takeoff.reads(wanted(project, pack))


def needs(_document: Mapping[str, Any]) -> dict[str, str]:
    """Pointers that must be present for a price, with what to say.

    >>> list(needs({}))
    ['/pricing', '/sign/elements']
    """
    return dict.fromkeys(view.needs(PricingInputs) + view.needs(takeoff.TakeoffInputs), "")
