"""Nominal strength of tubes in shear, compression and torsion (AISC 360 G4, G5, E3, E7, H3.1)."""

from apex_cli.solvers.support.equations import compression, shear, slenderness, torsion
from apex_cli.solvers.support.member import Member, Nominal
from apex_cli.solvers.support.tube import Wall, Walls

SHEAR_YIELDING, SHEAR_BUCKLING = "shear yielding", "shear buckling"
BUCKLING = "flexural buckling"
WITH_WALLS = "flexural buckling with slender walls"
TWIST_YIELDING, TWIST_BUCKLING = "torsional yielding", "torsional buckling"
ELASTIC_FROM = 2.25
"""F_y/F_e beyond which a pole buckles while elastic (E3)."""


def round_shear(member: Member, wall: float) -> Nominal:
    """Shear strength of a round tube, kip (G5)."""
    trace, tube, F_y = member.trace, member.tube, member.steel.F_y
    F_cr = trace(
        shear.round_shear_stress,
        F_y=F_y,
        E=member.modulus,
        L=member.length,
        D=tube.width,
        lambda_w=wall,
    )
    state = SHEAR_BUCKLING if F_cr < 0.6 * F_y else SHEAR_YIELDING
    return Nominal(trace(shear.round_shear, F_cr=F_cr, A=tube.p.A), state)


def flat_shear(member: Member, web: Wall) -> Nominal:
    """Shear strength of a rectangular tube, kip (G4).

    Args:
        member: The tube.
        web: A wall along the shear.
    """
    trace, E, F_y = member.trace, member.modulus, member.steel.F_y
    k_v = member.pack.slenderness.shear_buckling.number
    A_w = trace(shear.web_area, h=web.flat, t=member.tube.t)
    if web.slenderness <= trace(shear.shear_yield_limit, k_v=k_v, E=E, F_y=F_y):
        return Nominal(trace(shear.yielded_walls, F_y=F_y, A_w=A_w), SHEAR_YIELDING)
    elastic = web.slenderness > trace(shear.shear_elastic_limit, k_v=k_v, E=E, F_y=F_y)
    coefficient = shear.elastic_shear if elastic else shear.inelastic_shear
    C_v2 = trace(coefficient, k_v=k_v, E=E, F_y=F_y, lambda_w=web.slenderness)
    return Nominal(trace(shear.buckled_walls, F_y=F_y, A_w=A_w, C_v2=C_v2), SHEAR_BUCKLING)


def round_compression(member: Member, wall: float) -> Nominal:
    """Strength in compression of a round tube, kip (E3, E7.2)."""
    trace, E, F_y, A = member.trace, member.modulus, member.steel.F_y, member.tube.p.A
    F_n = _buckling(member)
    k_r = member.pack.slenderness.round_compression.number
    if wall <= trace(slenderness.round_compression, k_r=k_r, E=E, F_y=F_y):
        return Nominal(trace(compression.buckling_strength, F_n=F_n, A=A), BUCKLING)
    A_e = trace(compression.round_effective_area, A=A, E=E, F_y=F_y, lambda_w=wall)
    return Nominal(trace(compression.effective_strength, F_n=F_n, A_e=A_e), WITH_WALLS)


def flat_compression(member: Member, walls: Walls) -> Nominal:
    """Strength in compression of a rectangular tube, kip (E3, E7.1)."""
    trace, F_y, A = member.trace, member.steel.F_y, member.tube.p.A
    F_n = _buckling(member)
    k_r = member.pack.slenderness.wall_compression.number
    lambda_r = trace(slenderness.wall_compression, k_r=k_r, E=member.modulus, F_y=F_y)
    limit = lambda_r
    if walls.longer.slenderness > lambda_r:
        limit = trace(compression.full_width_limit, lambda_r=lambda_r, F_y=F_y, F_n=F_n)
    if walls.longer.slenderness <= limit:
        return Nominal(trace(compression.buckling_strength, F_n=F_n, A=A), BUCKLING)
    A_e = A
    for wall in [wall for wall in walls if wall.slenderness > limit]:
        b_e = _effective(member, wall, lambda_r, F_n)
        A_e = trace(compression.area_without, A=A_e, b=wall.flat, b_e=b_e, t=member.tube.t)
    return Nominal(trace(compression.effective_strength, F_n=F_n, A_e=A_e), WITH_WALLS)


def _effective(member: Member, wall: Wall, lambda_r: float, F_n: float) -> float:
    trace, limits = member.trace, member.pack.slenderness
    F_el = trace(
        compression.wall_buckling,
        c_2=limits.effective_width_2.number,
        lambda_r=lambda_r,
        lambda_w=wall.slenderness,
        F_y=member.steel.F_y,
    )
    c_1 = limits.effective_width_1.number
    return trace(compression.effective_wall, b=wall.flat, c_1=c_1, F_el=F_el, F_n=F_n)


def _buckling(member: Member) -> float:
    """Stress at which the pole buckles, about the axis it is weaker about, ksi (E3)."""
    trace, F_y, p = member.trace, member.steel.F_y, member.tube.p
    lambda_c = trace(compression.member_slenderness, L=member.length, r=min(p.r_x, p.r_y))
    F_e = trace(compression.euler_stress, E=member.modulus, lambda_c=lambda_c)
    if F_y / F_e <= ELASTIC_FROM:
        return trace(compression.inelastic_buckling, F_y=F_y, F_e=F_e)
    return trace(compression.elastic_buckling, F_e=F_e)


def round_torsion(member: Member, wall: float) -> Nominal:
    """Strength in torsion of a round tube, kip-in (H3.1(a))."""
    trace, tube, F_y = member.trace, member.tube, member.steel.F_y
    F_cr = trace(
        torsion.round_torsion_stress,
        F_y=F_y,
        E=member.modulus,
        L=member.length,
        D=tube.width,
        lambda_w=wall,
    )
    state = TWIST_BUCKLING if F_cr < 0.6 * F_y else TWIST_YIELDING
    return Nominal(trace(torsion.torsional_strength, F_cr=F_cr, C=tube.p.C), state)


def flat_torsion(member: Member, wall: float) -> Nominal:
    """Strength in torsion of a rectangular tube, kip-in (H3.1(b)).

    Args:
        member: The tube.
        wall: Slenderness of the wall of its longer side.
    """
    trace, E, F_y = member.trace, member.modulus, member.steel.F_y
    state = TWIST_BUCKLING
    if wall <= trace(torsion.torsion_yield_limit, E=E, F_y=F_y):
        F_cr = trace(torsion.torsion_yielding, F_y=F_y)
        state = TWIST_YIELDING
    elif wall <= trace(torsion.torsion_elastic_limit, E=E, F_y=F_y):
        F_cr = trace(torsion.inelastic_torsion, F_y=F_y, E=E, lambda_w=wall)
    else:
        F_cr = trace(torsion.elastic_torsion, E=E, lambda_w=wall)
    return Nominal(trace(torsion.torsional_strength, F_cr=F_cr, C=member.tube.p.C), state)
