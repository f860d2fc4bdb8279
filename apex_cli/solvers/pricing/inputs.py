"""What a price sees of a project, and what it cannot do without."""

from collections.abc import Mapping
from typing import Any, Self

from msgspec import Struct

from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_quantities import ON_THE_GROUND
from apex_cli.project import view
from apex_cli.project.model import Inputs
from apex_cli.project.pricing import Pricing
from apex_cli.solvers import takeoff
from apex_cli.vocabulary import AT_BUILDINGS


class PricingInputs(Struct, frozen=True):
    """What is priced; how much of it there is, the take-off tells."""

    pricing: Pricing

    @classmethod
    def of(cls, project: Inputs) -> Self:
        """The view of a project."""
        return view.seen(cls, project)


def lacking(project: Inputs) -> frozenset[str]:
    """The named quantities that a sign has none of: at a building those of poles and foundation."""
    at_building = project.sign is not None and project.sign.mounting in AT_BUILDINGS
    return ON_THE_GROUND if at_building and project.loads is None else frozenset()


def wanted(project: Inputs, pack: PricingPack) -> frozenset[str]:
    """The named quantities that the book asks for with the add-ons of this project."""
    return _asked(project, pack) - lacking(project)


def _asked(project: Inputs, pack: PricingPack) -> frozenset[str]:
    pricing = PricingInputs.of(project).pricing
    return pack.quantities_for(pricing.addons, pricing.offer)


def reads(project: Inputs, pack: PricingPack) -> tuple[str, ...]:
    """Pointers of what a price by this book reads of this project.

    What a footing is calculated from, the footing calculation names itself.
    """
    bare = project.sign is not None and not project.sign.elements
    found = view.reads(PricingInputs) + takeoff.reads(wanted(project, pack), bare=bare)
    return (*found, "/sign/mounting") if _asked(project, pack) & lacking(project) else found


def needs(document: Mapping[str, Any]) -> dict[str, str]:
    """Pointers that must be present for a price, with what to say.

    >>> list(needs({})), list(needs({"sign": {"poles": {"top_ft": 20}}}))
    (['/pricing', '/sign/elements'], ['/pricing'])
    """
    sign = document.get("sign")
    bare = isinstance(sign, Mapping) and "poles" in sign
    wanted = () if bare else view.needs(takeoff.TakeoffInputs)
    return dict.fromkeys(view.needs(PricingInputs) + wanted, "")
