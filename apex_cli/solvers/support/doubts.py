"""What an engineer must look at in what the project says of the support."""

from collections.abc import Sequence
from itertools import pairwise

from apex_cli.equations import Bare
from apex_cli.solvers.limits import SAME, beyond
from apex_cli.solvers.support.outcome import Outcome, Site
from apex_cli.solvers.support.result import Reaction, SupportResult
from apex_cli.solvers.support.splice import clearance

LITTLE = 1.05
"""B2 up to which a footing may stand on the moment of first order: engineering judgement."""


def tell_doubts(site: Site, found: Outcome, trace: Bare) -> None:
    """Warn of what is said and doubtful, or not said and counts."""
    _tell_weights(site, found, trace)
    _tell_steel(site, found, trace)
    _tell_lumped(site, found, trace)
    _tell_gaps(site, trace)


def tell_footing(shear: float, height: float, found: SupportResult, trace: Bare) -> None:
    """Warn where the footing is found for a moment that second-order effects make clearly more.

    Args:
        shear: What the footing is found for, lbf, allowable-stress level.
        height: Where that acts, ft above grade.
        found: The answer for the pole.
        trace: Where warnings go.
    """
    b2 = found.second_order
    if not beyond(b2, LITTLE):
        return
    first = shear * height / 1000
    trace.warn(
        "support.footing_first_order",
        "review",
        f"The footing is found for the moment of first order, {first:.1f} kip-ft at allowable-"
        f"stress level; second-order effects (B2 = {b2:.4g}) bring up to {b2 * first:.1f} kip-ft "
        "to it. Find it again in a project of its own with that moment under loads, or take a "
        "stiffer pole.",
        "C2",
    )


def tell_uplift(reactions: Sequence[Reaction], trace: Bare) -> None:
    """Say how a pole that is lifted is held."""
    lifted = dict.fromkeys(row.pole for row in reactions if row.axial_lbf < 0)
    if lifted:
        trace.assume(
            f"Uplift of {', '.join(map(str, lifted))} is held as if it were compression, which is "
            "safe; its anchors have to hold it."
        )


def _tell_weights(site: Site, found: Outcome, trace: Bare) -> None:
    """Warn of what weighs nothing because no weight of it is known."""
    if site.carried.given:
        if site.carried.actions.hung:
            return
        what = "The loads tell no axial_lbf"
    else:
        cabinets = [
            one.name or f"cabinet {n}"
            for n, one in enumerate(site.sign.elements, 1)
            if one.weight_psf is None
        ]
        attached = [
            one.name or f"attachment {n}"
            for n, one in enumerate(site.sign.attachments or (), 1)
            if one.weight_lbf is None and not one.is_nothing
        ]
        poles = [one.stage.name for one in found.pieces if one.stage.weight is None]
        if not (cabinets or attached or poles):
            return
        what = f"No weight is known of {', '.join([*cabinets, *attached, *poles])}"
    trace.warn(
        "support.weight_missing",
        "review",
        f"{what}: B2, the axial force and the moment of what hangs off the axis are without it; "
        "the pole may be limber, or buckle, all the same.",
    )


def _tell_steel(site: Site, found: Outcome, trace: Bare) -> None:
    """Warn of sections that are not made of the material, and of walls that are not its own."""
    steel = site.support.steel
    assert steel is not None
    listed = site.pack.material.get(steel.material)
    if listed is None:
        return
    sections = [piece.stage.section for piece in found.pieces]
    odd = dict.fromkeys(
        one.name for one in sections if one is not None and one.family not in listed.families
    )
    if odd:
        others = [row.name for row in site.pack.materials if row.families != listed.families]
        trace.warn(
            "support.material_of_section",
            "review",
            f"{', '.join(odd)}: not made of {listed.title} as a rule, which has a strength and "
            f"perhaps a wall of its own; say {' or '.join(others)}, or have certificates shown.",
        )
    own, given = listed.design_wall.value, steel.design_wall
    if given is not None and abs(given - own) > SAME:
        trace.warn(
            "support.design_wall",
            "review",
            f"support.steel.design_wall is {given:g}, and the design wall of {listed.title} is "
            f"{own:g} of the nominal one: every strength follows it.",
            "B4.2",
        )


def _tell_lumped(site: Site, found: Outcome, trace: Bare) -> None:
    """Warn of places above grade under loads that are one force."""
    if not site.carried.given:
        return
    above = ["the stages"] if len(found.pieces) > 1 else []
    above += ["the splices"] if site.support.splice is not None and above else []
    above += ["the opening"] if site.support.opening is not None else []
    if above:
        trace.warn(
            "support.lumped_loads",
            "review",
            "The given loads are one force: right at grade, and not above it for "
            f"{' and '.join(above)}: the moment there may be too small.",
            "statics",
        )


def _tell_gaps(site: Site, trace: Bare) -> None:
    """Warn of sleeves that are loose: the fillet is not made as it is drawn."""
    splice, rules = site.support.splice, site.pack.splices
    if splice is None or splice.type == "butt":
        return
    for below, above in pairwise(site.stages):
        gap = clearance(below, above)
        if not beyond(gap, rules.snug_gap.value):
            continue
        wide = beyond(gap, rules.most_gap.value)
        trace.warn(
            "support.sleeve_gap",
            "review" if wide else "warning",
            f"{above.name} stands in {below.name} with a gap of {gap:.3g} in all around: "
            + (
                "a fillet cannot bridge it, the sleeve needs rings or shims, and its weld is not "
                "checked as it will be made."
                if wide
                else "the leg of the fillet has to grow by the gap."
            ),
            rules.most_gap.clause,
        )
