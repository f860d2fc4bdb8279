"""What the answer for a support rests on, and what it leaves out, in sentences."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.packs.footing import FootingPack
from apex_cli.packs.support import SupportPack
from apex_cli.solvers.support import at_grade_tell
from apex_cli.solvers.support.at_grade import AtGrade, Founded
from apex_cli.solvers.support.opening import NOT_CHECKED as AT_OPENING
from apex_cli.solvers.support.outcome import Outcome, Reading, Site

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack

NOT_CHECKED = (
    "how the cabinets are fixed to the poles",
    "vortex shedding, fatigue, ice, seismic load and the impact of vehicles on the poles",
)
"""What this program does not look at in any support: told with every answer, and no warning."""

SEVERAL_PIECES = "the splices of the pole: support.splice is not given"
BUTT = "the weld of butt splices"
AT_SLEEVE = "bearing of the walls on each other at a sleeve, and their ovalling under the couple"
NO_WELD = "the weld of the sleeve: support.splice.weld_in is not given"
NO_SIDE = "wind along the sign, which no cabinet shows a side to: thickness_ft is not given"
ONE_DIRECTION = "wind from another side: the given loads have one direction"
NO_LIMIT = "deflection against a limit: support.deflection.limit is not given"


def tell_pair(pack: SupportPack | ConcretePack, footing: FootingPack, trace: Bare) -> None:
    """Warn of a standard that the building code of the foundation does not adopt."""
    code = footing.standard
    if code.startswith("IBC") and code not in pack.adopted_by:
        trace.warn(
            "support.edition_mismatch",
            "warning",
            f"{pack.standard} is adopted by {', '.join(pack.adopted_by)}, and the foundation is by "
            f"{code}: use the editions that bind together, or tell which the jurisdiction has "
            "adopted.",
        )


def not_checked(site: Site, founded: Founded, below: AtGrade) -> list[str]:
    """What is not checked of this support."""
    at_grade = at_grade_tell.not_checked(
        site.support, pier=below.pier is not None, slab=below.slab is not None,
        on=founded.buried, spread=founded.spread, embedded=below.embedded is not None,
    )  # fmt: skip
    told = [one.not_checked for one in (below.base, below.pier, below.slab) if one is not None]
    ever: tuple[str, ...] = NOT_CHECKED
    if site.carried.actions.iced:
        ever = tuple(one.replace(" ice,", " wind on ice,") for one in ever)
    return [*_of_project(site), *at_grade, *chain.from_iterable(told), *ever]


def _of_project(site: Site) -> Iterator[str]:
    support = site.support
    if support.opening is not None:
        yield AT_OPENING
    if len(site.stages) > 1 and support.splice is None:
        yield SEVERAL_PIECES
    elif len(site.stages) > 1 and support.splice is not None:
        if support.splice.type == "butt":
            yield BUTT
        else:
            yield AT_SLEEVE
            if support.splice.weld_in is None:
                yield NO_WELD
    blows = site.carried.actions.blows
    if not site.carried.given and all(blow.direction == "front" for blow in blows):
        yield NO_SIDE
    if site.carried.given and _has_two_directions(site):
        yield ONE_DIRECTION
    if support.deflection is None or support.deflection.limit is None:
        yield NO_LIMIT


def _has_two_directions(site: Site) -> bool:
    """Whether wind from another side, or what hangs off the axis, would ask for something else."""
    return any(stage.shape == "rectangular" for stage in site.stages) or any(
        one.offset_ft for one in (*site.sign.elements, *(site.sign.attachments or ()))
    )


def tell(
    site: Site,
    found: Outcome,
    reading: Reading,
    count: int,
    trace: Bare,
    *,
    sections: "SectionsPack | None",
) -> None:
    """Say what every answer rests on, and warn."""
    _tell_printed(found, sections, trace)
    _tell_stability(site, reading, trace)
    _tell_second_order(site, found.situation.second_order, reading, trace)
    _tell_poles(site, count, trace)
    _tell_splices(site, trace)
    for piece in found.pieces:
        if piece.stage.section is None:
            trace.assume(
                f"wall_in of {piece.stage.name}, {piece.stage.wall or 0:g} in, is its nominal "
                f"wall; the design wall is {piece.tube.t:.4g} in (B4.2)."
            )
    if site.support.opening is None:
        trace.assume("No support.opening is given: the poles have no hand hole.")
    trace.assume(
        "Deflection is that of the wind alone, first order, with the whole EI of the design wall "
        "and the pole fixed at grade."
    )


def _tell_printed(found: Outcome, sections: "SectionsPack | None", trace: Bare) -> None:
    """Tell of sections whose printed properties do not follow from their dimensions."""
    names = dict.fromkeys(
        piece.stage.section.name for piece in found.pieces if piece.stage.section is not None
    )
    for name in names:
        if sections is not None and name in sections.doubts:
            trace.warn(
                "support.printed_properties",
                "notice",
                f"{name}: {sections.doubts[name]} The derived ones are used.",
            )


def _tell_stability(site: Site, reading: Reading, trace: Bare) -> None:
    stable = site.pack.stability
    if reading.stability == "direct":
        trace.assume(
            "Second-order effects by the direct analysis method: B2 of a cantilever with "
            f"{stable.stiffness.value:g} of its stiffness, on the moments of wind and weight; the "
            "strength in compression with K = 1 on the height of the poles (C3)."
        )
    else:
        trace.assume(
            "Second-order effects by the effective length method: B2 with the whole stiffness, K = "
            f"{stable.effective_length.value:g} on the height of the poles."
        )
    trace.assume("The foundation does not turn in second-order effects and deflection.")


def _tell_second_order(site: Site, b2: float, reading: Reading, trace: Bare) -> None:
    stable = site.pack.stability
    if b2 <= stable.review_drift.value:
        trace.assume(
            f"Second-order effects add {100 * (b2 - 1):.2g} % to the moments (B2 = {b2:.4g}); "
            "beside wind no notional loads are taken at such sway (C2.2b), and none with dead load "
            "alone."
        )
        return
    more, severe = "", b2 > stable.notional_drift.value
    if severe:
        more = (
            f" Beyond {stable.notional_drift.value:g} notional loads of "
            f"{stable.notional_load.value:g} of the weight add to the wind, and are not in it."
        )
    if reading.stability == "effective_length":
        severe = True
        more += " The effective length method is not for sway like this (Appendix 7): read direct."
    trace.warn(
        "support.second_order",
        "review" if severe else "warning",
        f"Second-order effects make {b2:.4g} times of the moments (B2): the pole is limber, and "
        f"the approximation of Appendix 8 is strained.{more}",
        "C2",
    )


def _tell_poles(site: Site, count: int, trace: Bare) -> None:
    if site.carried.given:
        trace.assume(
            "The given loads act on one pole, at their height, in the direction of the wind on the "
            "faces; the given axial load is the dead load from that height down, the pole's own "
            "weight in it."
        )
    else:
        trace.assume(
            "Each force of the wind is spread evenly, about the height at which it acts, over what "
            "takes it; the weights of cabinets and stages are those in the wind's dead load."
        )
    if count > 1:
        trace.assume(
            "Each pole takes of every force what the wind's answer gives it, and no torsion."
        )


def _tell_splices(site: Site, trace: Bare) -> None:
    support, pack = site.support, site.pack
    if len(site.stages) == 1:
        if support.splice is not None:
            trace.assume("support.splice is not used: the pole is of one piece.")
        return
    trace.assume(
        "Each stage is held at its own foot, which in a lap is the lap's top, and the lower one at "
        "the lap's bottom; in a lap the outer stage alone counts for stiffness. The whole height "
        "of the poles is the length of each stage."
    )
    if support.splice is None:
        return
    if support.splice.type == "butt":
        trace.assume("Butt splices are welded with complete penetration (CJP).")
        return
    trace.assume(
        "A sleeve carries the moment as a couple over its lap, (M + V L)/L at the top and M/L at "
        "the bottom; each ring of weld carries its part across the pole, and one ring alone the "
        "axial force and the torsion."
    )
    height = pack.splices.fatigue_height
    if site.top > height.value:
        trace.warn(
            "support.fatigue",
            "review",
            f"The sign is {site.top:g} ft high: tests found welded sleeves of signs above "
            f"{height.value:g} ft weak in fatigue, which no check covers. A fillet at the bottom "
            "only, grout in the sleeve or a slip joint is better.",
        )
