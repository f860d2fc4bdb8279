"""What an engineer must look at in what the project says of the support."""

from apex_cli.equations import Bare
from apex_cli.solvers.support.outcome import Outcome, Site


def tell_doubts(site: Site, found: Outcome, trace: Bare) -> None:
    """Warn of what is said and doubtful, or not said and counts."""
    _tell_weights(site, found, trace)


def _tell_weights(site: Site, found: Outcome, trace: Bare) -> None:
    """Warn of what weighs nothing because no weight of it is known."""
    if site.carried.given:
        if site.carried.actions.hung:
            return
        what = "The loads tell no axial_lbf"
    else:
        cabinets = [one.name for one in site.sign.elements if one.weight_psf is None]
        poles = [one.stage.name for one in found.pieces if one.stage.weight is None]
        if not cabinets and not poles:
            return
        what = f"No weight is known of {', '.join([*cabinets, *poles])}"
    trace.warn(
        "support.weight_missing",
        "review",
        f"{what}: B2, the axial force and the moment of what hangs off the axis are without it; "
        "the pole may be limber, or buckle, all the same.",
    )
