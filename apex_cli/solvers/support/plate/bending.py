"""The plate as its rods bend it, by each reading of how wide it carries them."""

from collections.abc import Sequence
from math import isclose, pi

from apex_cli.equations import Bare
from apex_cli.project.support import Plate
from apex_cli.project.support_readings import PlateBending
from apex_cli.quantities import Known
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.equations import base_plate as eq
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate.job import Foot, Held, hold_governing
from apex_cli.solvers.support.plate.ring import beyond, counted, turns
from apex_cli.solvers.support.plate.rods import Rod, moment_force

READINGS: dict[PlateBending, str] = {
    "45deg": "a rod's force spreads by 45 degrees to the face of the pole, to the next rod at most",
    "dg1_cantilever": "all rods beyond the line of Design Guide 1 bend the whole width there",
    "full_width": "all rods beyond the face of the pole bend the whole width there",
}


def corners(plate: Plate, rod: Rod) -> bool:
    """Whether four rods stand in the corners of a square plate."""
    return plate.shape == "square" and int(rod.number) == 4  # noqa: PLR2004 - corners of a square


def line_of(foot: Foot) -> Known:
    """Where the plate bends by Design Guide 1, over the width of the pole."""
    plates = foot.pack.plates
    return (plates.round_line if foot.tube.shape == "round" else plates.flat_line).number


def _width(plate: Plate, rod: Rod, foot: Foot, k_x: float, turn: float, *, trace: Bare) -> float:
    """Width of the plate at the line where it bends, the rods turned so."""
    terms = {"W_p": plate.width_in, "k_x": k_x, "D_p": foot.pole_width}
    if not corners(plate, rod):
        return trace(eq.chord_width, **terms)
    if isclose(turn, pi / rod.number):
        return plate.width_in
    return trace(eq.corner_width, **terms)


def _spread(plate: Plate, rod: Rod, foot: Foot, force: float, trace: Bare) -> float:
    k_x = foot.pack.plates.face.number
    w_x = _width(plate, rod, foot, k_x, 0.0, trace=trace)
    x_r = trace(eq.rod_arm, D_r=rod.circle, D_p=foot.pole_width)
    b_r = trace(eq.spread_width, D_r=rod.circle, n_r=rod.number, x_r=x_r, w_x=w_x)
    return trace(eq.spread_moment, F_r=force, x_r=x_r, b_r=b_r)


def _by_line(
    plate: Plate, rod: Rod, foot: Foot, k_x: float, *, T_m: float, P_1: float, trace: Bare
) -> float:
    level, silent = k_x * foot.pole_width / rod.circle, Bare()

    def at(turn: float, to: Bare) -> float:
        side = beyond(int(rod.number), turn, level)
        what = counted(side)
        return to(
            eq.line_moment, T_m=T_m, c_q=to.known(side.square, what), D_r=rod.circle,
            c_l=to.known(side.lever, what), k_x=k_x, D_p=foot.pole_width, P_1=P_1,
            c_k=to.known(float(side.number), what),
            w_x=_width(plate, rod, foot, k_x, turn, trace=to),
        )  # fmt: skip

    return at(most(turns(int(rod.number)), lambda turn: at(turn, silent)), trace)


def rods_moment(
    plate: Plate, rod: Rod, foot: Foot, one: Reaction, reading: PlateBending, *, trace: Bare
) -> float:
    """Moment of an inch of plate by the rods, kip-in/in.

    Rods with nuts below the plate press on it as they pull on it.
    """
    T_m = moment_force(rod, one, trace)
    both = rods_alone(foot)
    P_1 = trace(eq.share_both if both else eq.share_tension, P_e=one.axial, n_r=rod.number)
    if reading == "45deg":
        return _spread(plate, rod, foot, trace(eq.rod_force, T_m=T_m, P_1=P_1), trace)
    k_x = line_of(foot) if reading == "dg1_cantilever" else foot.pack.plates.face.number
    return _by_line(plate, rod, foot, k_x, T_m=T_m, P_1=P_1, trace=trace)


def rods_alone(foot: Foot) -> bool:
    """Whether the rods carry the plate without grout, or it is round and no block is known."""
    plate = foot.base.plate
    return foot.base.bearing == "double_nut" or (plate is not None and plate.shape == "round")


def thickness(plate: Plate, foot: Foot, m_p: float, trace: Bare) -> float:
    """Thickness that the plate needs, in."""
    return foot.available(
        eq.design_thickness, eq.allowable_thickness, foot.pack.resistances.flexure, trace,
        suffix="_b", m_p=m_p, F_yp=plate.fy_ksi,
    )  # fmt: skip


def strength(plate: Plate, foot: Foot, trace: Bare) -> float:
    """Moment that an inch of plate carries, kip-in/in."""
    return foot.available(
        eq.design_plate_moment, eq.allowable_plate_moment, foot.pack.resistances.flexure, trace,
        suffix="_b", F_yp=plate.fy_ksi, t_p=plate.thickness_in,
    )  # fmt: skip


def hold_rods_side(
    plate: Plate, rod: Rod, foot: Foot, reactions: Sequence[Reaction], trace: Bare, *, m_a: float
) -> float:
    """Hold the plate as its rods bend it; the thickness that it needs, in."""

    def bent(one: Reaction, to: Bare) -> Held:
        moment = rods_moment(plate, rod, foot, one, foot.taken.plate_bending, trace=to)
        return Held(moment, m_a)

    worst = hold_governing(
        "plate.bending", "The plate carries the force of its rods to the pole", reactions, bent,
        trace, subject="base plate", unit="kip-in/in", clause=foot.pack.citations.cited("F11.1"),
    )  # fmt: skip
    return thickness(plate, foot, worst.held.demand, trace)


def other_thickness(
    plate: Plate, rod: Rod, foot: Foot, reactions: Sequence[Reaction], reading: PlateBending
) -> float:
    """Thickness that the plate would need for its rods by another reading, in."""
    silent = Bare()
    return max(
        thickness(plate, foot, rods_moment(plate, rod, foot, one, reading, trace=silent), silent)
        for one in reactions
    )
