"""The entry: the foot of a pole on a plate with anchor rods."""

from collections.abc import Sequence
from typing import get_args

from apex_cli.equations import Bare
from apex_cli.project.support import Plate, Rods
from apex_cli.project.support_readings import PlateBending, StandoffReading
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.equations import rods as eq
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate import (
    bending,
    geometry,
    grout,
    rods,
    tell,
    weld,
)
from apex_cli.solvers.support.plate.anchorage import hold_anchors
from apex_cli.solvers.support.plate.job import Foot, entered
from apex_cli.solvers.support.plate.result import BaseResult
from apex_cli.solvers.support.plate.work import Work

IGNORED: dict[StandoffReading, float] = {"always": 0.0, "ignore_to_1d": 1.0, "ignore_to_2d": 2.0}
"""Gap below the plate over the rods' diameter up to which their bending is let go."""


def check_base(
    foot: Foot, steel: Sequence[Reaction], strength: Sequence[Reaction], trace: Bare
) -> BaseResult:
    """The checks of a base plate, of which what is not given is told as not checked.

    Args:
        foot: The foot of the pole, with base.type plate.
        steel: Every combination at the level of the method, for AISC 360; one at least.
        strength: Every combination at strength level, for ACI 318 and whatever the method.
        trace: Where steps, assumptions and checks go.

    Raises:
        InvalidInput: There are no such rods, or plate, rods, pole and pier do not go together.
    """
    base, result = foot.base, BaseResult()
    trace.cite(foot.pack.citations)
    at_steel, at_strength = entered(steel, trace), entered(strength, trace)
    rod = None if base.rods is None else rods.rod_of(base.rods, foot, trace)
    geometry.require(base.plate, rod, foot)
    if base.weld is None:
        result.not_checked.append(tell.NO_WELD)
    else:
        weld.hold_weld(base.weld, base.plate, foot, at_steel, trace)
    if base.plate is None:
        result.not_checked.append(tell.NO_PLATE)
    else:
        result.plate_lbf = geometry.weights(base.plate, foot, trace)
    if base.rods is None or rod is None:
        result.not_checked.append(tell.NO_RODS)
        return result
    work = Work(foot, rod, at_steel, at_strength, trace, result)
    used = _rods(work)
    if base.plate is not None:
        _plate(work, base.plate)
        result.rods_lbf = _rods_weight(work, base.rods, base.plate)
    if foot.concrete is None:
        result.not_checked.append(tell.NO_PACK)
    else:
        trace.cite(foot.concrete.citations)
        used += hold_anchors(work, foot.concrete)
        trace.cite(foot.pack.citations)
    result.plate.rods_governed_by = most(used, lambda one: one.worst.held.ratio).words
    trace.subject = ""
    return result


def _rods_weight(work: Work, given: Rods, plate: Plate) -> float:
    foot, rod, trace = work.foot, work.rod, work.trace
    gap = foot.base.standoff_in or trace.known(0.0, "no gap is given")
    l_r = trace(
        eq.rod_length, h_ef=given.embedment_in, g=gap, t_p=plate.thickness_in,
        k_rt=foot.pack.rods.top.number, d_r=rod.diameter,
    )  # fmt: skip
    return trace(
        eq.rods_weight, n_r=rod.number, A_r=rod.A_r, l_r=l_r,
        gamma_s=foot.pack.plates.weight.number,
    )  # fmt: skip


def _rods(work: Work) -> list[rods.Used]:
    """The rods by AISC 360."""
    foot, rod, trace, result = work.foot, work.rod, work.trace, work.result
    trace.subject = "rods"
    s = rods.strengths_of(foot, rod, trace)
    used = rods.hold_rods(foot, rod, s, work.steel, trace)
    silent = Bare()
    pulled = max(work.steel, key=lambda one: rods.tension(rod, one, silent))
    result.plate.rod_tension_lbf = 1000 * rods.tension(rod, pulled, silent)
    result.plate.rod_shear_lbf = 1000 * max(rods.shear(rod, one, silent) for one in work.steel)
    if int(rod.number) == 4:  # noqa: PLR2004 - the corners of a square
        T_f = silent(eq.face_force, M_e=pulled.moment, D_r=rod.circle)
        at_face = silent(eq.rod_tension, T_m=T_f, P_e=pulled.axial, n_r=rod.number)
        work.other("moment about a side of the rods' square", "rod_tension_lbf", 1000 * at_face)
    tell.tell_rods(foot, rod, trace)
    if foot.base.bearing == "double_nut":
        used += _standoff(work, s)
    return used


def _standoff(work: Work, s: rods.Strengths) -> list[rods.Used]:
    foot, rod, trace = work.foot, work.rod, work.trace
    gap, reading = foot.base.standoff_in, foot.taken.standoff
    if gap is None:
        work.result.not_checked.append(tell.NO_STANDOFF)
        return []
    always = rods.hold_standoff(foot, rod, s, work.steel, Bare(), gap=gap).worst.held.ratio
    ignored = [name for name, most_gap in IGNORED.items() if gap <= most_gap * rod.diameter]
    for name in ("always", *ignored):
        if name != reading:
            work.other(f"standoff: {name}", "rod.standoff", 0.0 if name in ignored else always)
    if reading in ignored:
        trace.assume(
            f"The rods do not bend over the gap of {gap:g} in below the plate, which is up to "
            f"{IGNORED[reading]:g} times their diameter."
        )
        return []
    trace.assume(
        "The rods bend over the gap between concrete and nut, held at both ends, and do not "
        "buckle there."
    )
    return [rods.hold_standoff(foot, rod, s, work.steel, trace, gap=gap)]


def _plate(work: Work, plate: Plate) -> None:
    """The plate by AISC 360 and Design Guide 1."""
    foot, rod, trace, result = work.foot, work.rod, work.trace, work.result
    geometry.hold_geometry(plate, rod, foot, trace)
    if foot.base.bearing is None:
        result.not_checked.append(tell.NO_BEARING)
        return
    trace.subject = "base plate"
    m_a = bending.strength(plate, foot, trace)
    needed = [bending.hold_rods_side(plate, rod, foot, work.steel, trace, m_a=m_a)]
    if foot.base.bearing == "grouted":
        needed += _grouted(work, plate, m_a)
    result.plate.required_thickness_in = max(needed)
    for reading in get_args(PlateBending):
        if reading != foot.taken.plate_bending:
            other = bending.other_thickness(plate, rod, foot, work.steel, reading)
            work.other(
                f"plate_bending: {reading}", "required_thickness_in", max(other, *needed[1:], 0.0)
            )
    tell.tell_plate(foot, trace)
    trace.subject = ""


def _grouted(work: Work, plate: Plate, m_a: float) -> list[float]:
    """Where the plate presses on its grout: the thickness that it needs, if it is known."""
    foot, rod, trace, result = work.foot, work.rod, work.trace, work.result
    if plate.shape == "round":
        result.not_checked.append(tell.ROUND_ON_GROUT)
        return []
    if foot.f_c is None:
        result.not_checked.append(tell.NO_GROUND if foot.below is None else tell.NO_CONCRETE)
        return []
    result.not_checked.append(tell.DIAGONAL)
    geometry.hold_on_concrete(plate, foot, trace)
    bed = grout.bed_of(plate, rod, foot, foot.f_c, trace)
    needed = grout.hold_bearing(plate, bed, foot, work.steel, trace, m_a=m_a)
    triangle = grout.triangle_thickness(plate, bed, foot, work.steel)
    if triangle is not None:
        work.other(
            "a triangle of pressure (Design Guide 1, Appendix B)", "required_thickness_in", triangle
        )
    pulled = max(grout.tension_of(plate, bed, one) for one in work.steel)
    work.other(
        "rods and a block of pressure (Design Guide 1)",
        "rod_tension_lbf",
        1000 * pulled * bed.share,
    )
    return [needed]
