"""A square plate on grout: the block of pressure below it, by AISC Design Guide 1."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.project.support import Plate
from apex_cli.solvers.support.equations import grouted_plate as eq
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate import bending
from apex_cli.solvers.support.plate.job import Foot, Held, hold_governing
from apex_cli.solvers.support.plate.ring import beyond, counted, turns
from apex_cli.solvers.support.plate.rods import Rod


class Bed(NamedTuple):
    """What the plate lies on.

    Args:
        f_pm: Pressure that may be used, ksi.
        q_m: The same on an inch along the plate, kip/in.
        f_d: From the middle of the plate to the tension in the rods on one side, in.
        m_c: How far the plate reaches beyond the line where it bends, in.
        share: What the worst rod takes of the tension on one side.
    """

    f_pm: float
    q_m: float
    f_d: float
    m_c: float
    share: float


class Block(NamedTuple):
    """A block of pressure.

    Args:
        large: Whether the rods must pull.
        Y: Its length, in.
        f_p: Its pressure, ksi.
        asked: The pressure that it asks for at least, ksi.
    """

    large: bool
    Y: float
    f_p: float
    asked: float


def bed_of(plate: Plate, rod: Rod, foot: Foot, f_c: float, trace: Bare) -> Bed:
    """What the plate lies on."""
    below, rules, W_p = foot.below, foot.pack.plates, plate.width_in
    assert below is not None
    trace.subject = "base plate"
    A_1 = trace(eq.plate_area, W_p=W_p)
    supports = {"round": eq.round_support, "square": eq.square_support}
    A_2 = trace(supports[below.shape], w_c=below.width, A_1=A_1)
    f_pn = trace(
        eq.nominal_bearing, k_q=rules.bearing.number, A_2=A_2, A_1=A_1,
        k_qm=rules.bearing_most.number, f_c=f_c,
    )  # fmt: skip
    f_pm = foot.available(
        eq.design_bearing, eq.allowable_bearing, foot.pack.resistances.bearing, trace, f_pn=f_pn
    )
    sides = [beyond(int(rod.number), turn, 0.0) for turn in turns(int(rod.number))]
    side = min(sides, key=lambda one: one.square / one.lever)
    f_d = trace(
        eq.row_distance, D_r=rod.circle, c_q=trace.known(side.square, counted(side)),
        c_l=trace.known(side.lever, counted(side)),
    )  # fmt: skip
    m_c = trace(
        eq.plate_cantilever, W_p=W_p, k_x=bending.line_of(foot), D_p=foot.pole_width
    )  # fmt: skip
    share = max(x for x, _ in side.places) / side.lever
    return Bed(f_pm, trace(eq.line_pressure, f_pm=f_pm, W_p=W_p), f_d, m_c, share)


def block_of(plate: Plate, bed: Bed, one: Reaction, trace: Bare) -> Block:
    """The block under one combination."""
    W_p, M_e, P_e = plate.width_in, one.moment, one.axial
    if P_e > 0:
        e_cr = trace(eq.critical_eccentricity, W_p=W_p, P_e=P_e, q_m=bed.q_m)
        e_l = trace(eq.load_eccentricity, M_e=M_e, P_e=P_e)
        if e_l <= e_cr:
            Y = trace(eq.small_block, W_p=W_p, e_l=e_l)
            f_p = trace(eq.block_pressure, P_e=P_e, W_p=W_p, Y=Y)
            return Block(large=False, Y=Y, f_p=f_p, asked=f_p)
    Y = trace(eq.large_block, f_d=bed.f_d, W_p=W_p, M_e=M_e, P_e=P_e, q_m=bed.q_m)
    f_pr = trace(eq.least_pressure, M_e=M_e, P_e=P_e, f_d=bed.f_d, W_p=W_p)
    return Block(large=True, Y=Y, f_p=bed.f_pm, asked=f_pr)


def tension_of(plate: Plate, bed: Bed, one: Reaction) -> float:
    """Tension of all rods on one side by the block, kip."""
    silent = Bare()
    block = block_of(plate, bed, one, silent)
    return silent(eq.block_tension, q_m=bed.q_m, Y=block.Y, P_e=one.axial) if block.large else 0.0


def _moment(bed: Bed, block: Block, trace: Bare) -> float:
    """Moment of an inch of plate by the block, kip-in/in."""
    if bed.m_c <= block.Y:
        return trace(eq.bearing_moment, f_p=block.f_p, m_c=bed.m_c)
    return trace(eq.short_bearing_moment, f_p=block.f_p, Y=block.Y, m_c=bed.m_c)


def hold_bearing(
    plate: Plate, bed: Bed, foot: Foot, reactions: Sequence[Reaction], trace: Bare, *, m_a: float
) -> float:
    """Hold concrete and plate where the plate presses; the thickness that it needs, in."""

    def pressed(one: Reaction, to: Bare) -> Held:
        return Held(block_of(plate, bed, one, to).asked, bed.f_pm)

    hold_governing(
        "plate.bearing", "The concrete below the plate holds its pressure", reactions, pressed,
        trace, subject="base plate", unit="ksi", clause=foot.pack.citations.cited("J8"),
    )  # fmt: skip

    def bent(one: Reaction, to: Bare) -> Held:
        return Held(_moment(bed, block_of(plate, bed, one, to), to), m_a)

    worst = hold_governing(
        "plate.bending", "The plate carries the pressure below it to the pole", reactions, bent,
        trace, subject="base plate", unit="kip-in/in", clause=foot.pack.citations.cited("F11.1"),
    )  # fmt: skip
    return bending.thickness(plate, foot, worst.held.demand, trace)


def triangle_thickness(
    plate: Plate, bed: Bed, foot: Foot, reactions: Sequence[Reaction]
) -> float | None:
    """Thickness by triangles of pressure (DG1, Appendix B); None where none is or none holds."""
    silent, found = Bare(), []
    for one in reactions:
        block = block_of(plate, bed, one, silent)
        if not block.large or block.asked <= 0:
            continue
        if 4 * block.asked > 3 * bed.f_pm:
            return None
        found.append(thickness_by(plate, bed, foot, one))
    return max(found, default=None)


def triangle_of(plate: Plate, bed: Bed, one: Reaction) -> float:
    """Length of the triangle under a large moment, in."""
    return Bare()(
        eq.triangle, q_m=bed.q_m, f_d=bed.f_d, W_p=plate.width_in, M_e=one.moment, P_e=one.axial
    )


def thickness_by(plate: Plate, bed: Bed, foot: Foot, one: Reaction) -> float:
    """Thickness by the triangle under one combination, in."""
    silent, Y_t = Bare(), triangle_of(plate, bed, one)
    equation = eq.triangle_moment if bed.m_c <= Y_t else eq.short_triangle_moment
    m_p = silent(equation, f_pm=bed.f_pm, m_c=bed.m_c, Y_t=Y_t)
    return bending.thickness(plate, foot, m_p, silent)
