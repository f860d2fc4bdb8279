"""Nominal flexural strength of tubes (AISC 360 F7 and F8), kip-in."""

from typing import NamedTuple

from apex_cli.equations import taken
from apex_cli.errors import NoAnswer
from apex_cli.solvers.support.equations import flexure as eq
from apex_cli.solvers.support.equations import slenderness
from apex_cli.solvers.support.member import Member, Nominal, least
from apex_cli.solvers.support.methods import FLANGE
from apex_cli.solvers.support.tube import Wall, Walls

YIELDING = "yielding"
LOCAL = "local buckling"
FLANGE_BUCKLING = "flange local buckling"
WEB_BUCKLING = "web local buckling"
TURNING = "lateral-torsional buckling"


class Bending(NamedTuple):
    """A rectangular tube bent about one of its axes.

    Args:
        flange: The wall in compression.
        web: The wall along the depth.
        depth: Outside dimension along the depth, in.
        I: Second moment of area, in4.
        S: Elastic section modulus, in3.
        Z: Plastic section modulus, in3.
        r: Radius of gyration about the other axis, in.
        major: Whether it is the strong axis; a square has none.
    """

    flange: Wall
    web: Wall
    depth: float
    I: float  # noqa: E741 - the symbol of the code
    S: float
    Z: float
    r: float
    major: bool


def round_flexure(member: Member, wall: float) -> Nominal:
    """Flexural strength of a round tube (F8).

    Args:
        member: The tube.
        wall: Slenderness of its wall.
    """
    trace, E, F_y, p = member.trace, member.modulus, member.steel.F_y, member.tube.p
    limits = member.pack.slenderness
    M_p = trace(eq.plastic_moment, F_y=F_y, Z=p.Z_x)
    if wall <= trace(slenderness.round_compact, k_p=limits.round_compact.number, E=E, F_y=F_y):
        return Nominal(M_p, YIELDING)
    if wall <= trace(
        slenderness.round_noncompact, k_r=limits.round_noncompact.number, E=E, F_y=F_y
    ):
        M_n = trace(eq.round_noncompact_moment, M_p=M_p, E=E, lambda_w=wall, F_y=F_y, S=p.S_x)
        return Nominal(M_n, YIELDING if M_n == M_p else LOCAL)
    return Nominal(trace(eq.round_slender_moment, E=E, lambda_w=wall, S=p.S_x), LOCAL)


def bendings(member: Member, walls: Walls) -> tuple[Bending, Bending]:
    """Bending of a rectangular tube about x and about y."""
    tube, p = member.tube, member.tube.p
    x = Bending(
        walls.across, walls.along, tube.height, p.I_x, p.S_x, p.Z_x, p.r_y, tube.height > tube.width
    )
    y = Bending(
        walls.along, walls.across, tube.width, p.I_y, p.S_y, p.Z_y, p.r_x, tube.width > tube.height
    )
    return x, y


def flat_flexure(member: Member, bent: Bending) -> Nominal:
    """Flexural strength of a rectangular tube about one axis (F7).

    Raises:
        NoAnswer: Its web is slender: F7 has no tubes of that kind.
    """
    M_p = member.trace(eq.plastic_moment, F_y=member.steel.F_y, Z=bent.Z)
    found = [Nominal(M_p, YIELDING)]
    found += _flange(member, bent, M_p)
    found += _web(member, bent, M_p)
    if bent.major:
        found += _turning(member, bent, M_p)
    return least(found)


def _flange(member: Member, bent: Bending, M_p: float) -> list[Nominal]:
    """What a flange that is not compact leaves (F7.2)."""
    trace, E, F_y = member.trace, member.modulus, member.steel.F_y
    limits, wall = member.pack.slenderness, bent.flange.slenderness
    lambda_p = trace(slenderness.flange_compact, k_p=limits.flange_compact.number, E=E, F_y=F_y)
    if wall <= lambda_p:
        return []
    lambda_r = trace(
        slenderness.flange_noncompact, k_r=limits.flange_noncompact.number, E=E, F_y=F_y
    )
    if wall > lambda_r:
        return [Nominal(_slender(member, bent), FLANGE_BUCKLING)]
    equation = FLANGE[member.pack.methods.flange].flange
    terms = taken(
        equation, M_p=M_p, F_y=F_y, S=bent.S, lambda_w=wall, E=E,
        lambda_p=lambda_p, lambda_r=lambda_r,
    )  # fmt: skip
    return [Nominal(trace(equation, **terms), FLANGE_BUCKLING)]


def _slender(member: Member, bent: Bending) -> float:
    """Strength with the effective width of a slender flange: the neutral axis moves off it."""
    trace, E, F_y, tube = member.trace, member.modulus, member.steel.F_y, member.tube
    b, wall = bent.flange
    b_e = trace(eq.effective_flange, b=b, t=tube.t, E=E, F_y=F_y, lambda_w=wall)
    A_l = trace(eq.lost_area, b=b, b_e=b_e, t=tube.t)
    e = trace(eq.axis_shift, A_l=A_l, H=bent.depth, t=tube.t, A=tube.p.A)
    I_e = trace(eq.effective_inertia, I=bent.I, A_l=A_l, H=bent.depth, t=tube.t, A=tube.p.A, e=e)
    S_e = trace(eq.effective_modulus, I_e=I_e, H=bent.depth, e=e)
    return trace(eq.flange_slender_moment, F_y=F_y, S_e=S_e)


def _web(member: Member, bent: Bending, M_p: float) -> list[Nominal]:
    """What a web that is not compact leaves (F7.3)."""
    trace, E, F_y = member.trace, member.modulus, member.steel.F_y
    limits, wall = member.pack.slenderness, bent.web.slenderness
    lambda_p = trace(slenderness.web_compact, k_p=limits.web_compact.number, E=E, F_y=F_y)
    if wall <= lambda_p:
        return []
    lambda_r = trace(slenderness.web_noncompact, k_r=limits.web_noncompact.number, E=E, F_y=F_y)
    if wall > lambda_r:
        raise NoAnswer(
            f"the web of the tube is slender: h/t is {wall:.1f}, and F7 gives tubes of no more "
            f"than {lambda_r:.1f} their strength",
            hint="choose a thicker wall",
        )
    equation = FLANGE[member.pack.methods.flange].web
    terms = taken(
        equation, M_p=M_p, F_y=F_y, S=bent.S, lambda_w=wall, E=E,
        lambda_p=lambda_p, lambda_r=lambda_r,
    )  # fmt: skip
    return [Nominal(trace(equation, **terms), WEB_BUCKLING)]


def _turning(member: Member, bent: Bending, M_p: float) -> list[Nominal]:
    """What a length that is not braced leaves, about the strong axis (F7.4)."""
    trace, E, F_y, p = member.trace, member.modulus, member.steel.F_y, member.tube.p
    length, C_b = member.length, member.pack.stability.cantilever_moment.number
    L_p = trace(eq.plastic_length, E=E, r=bent.r, J=p.J, A=p.A, M_p=M_p)
    if length <= L_p:
        return []
    L_r = trace(eq.elastic_length, E=E, r=bent.r, J=p.J, A=p.A, F_y=F_y, S=bent.S)
    if length <= L_r:
        M_n = trace(
            eq.inelastic_turning, M_p=M_p, C_b=C_b, F_y=F_y, S=bent.S, L=length, L_p=L_p, L_r=L_r
        )
    else:
        M_n = trace(eq.elastic_turning, M_p=M_p, E=E, C_b=C_b, J=p.J, A=p.A, L=length, r=bent.r)
    return [Nominal(M_n, TURNING)]
