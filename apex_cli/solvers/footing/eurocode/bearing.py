"""The design bearing resistance of the ground under a base, drained and undrained."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers.footing.eurocode import annex_d_equations as eq
from apex_cli.solvers.footing.eurocode.case import Soil


class Pressed(NamedTuple):
    """What presses on the ground.

    Args:
        V: Design vertical load, kN.
        H: Design horizontal load, kN.
        B: Effective side, the shorter, m.
        L: The longer, m.
        A: Effective area, m2.
        share: Part of H along the shorter: sin2 of its angle off the longer.
    """

    V: float
    H: float
    B: float
    L: float
    A: float
    share: float


def drained(on: Pressed, soil: Soil, d: float, factors: dict[str, float], trace: Bare) -> float:
    """Design bearing resistance, drained, kN.

    Args:
        on: What presses.
        soil: The ground, which has an angle.
        d: Depth of the base, m.
        factors: Partial factors.
        trace: Calls the equations.
    """
    phi = trace(eq.design_angle, phi_k=soil.phi, gamma_phi=factors["friction"])  # type: ignore[arg-type] # - the caller has seen it
    c = trace.known(0.0, "no cohesion")
    if soil.c:
        c = trace(eq.design_strength, s_k=soil.c, gamma_M=factors["cohesion"])
    N_q = trace(eq.factor_of_overburden, phi=phi)
    N_c = trace(eq.factor_of_cohesion, N_q=N_q, phi=phi)
    N_g = trace(eq.factor_of_weight, N_q=N_q, phi=phi)
    s_q = trace(eq.shape_of_overburden, B_e=on.B, L_e=on.L, phi=phi)
    s_c = trace(eq.shape_of_cohesion, s_q=s_q, N_q=N_q)
    s_g = trace(eq.shape_of_weight, B_e=on.B, L_e=on.L)
    m = trace(eq.inclination_exponent, B_e=on.B, L_e=on.L, r_B=on.share)
    leaning = {"H_d": on.H, "V_d": on.V, "A_e": on.A, "c_d": c, "phi": phi, "m": m}
    i_q = trace(eq.inclination_of_overburden, **leaning)
    i_g = trace(eq.inclination_of_weight, **leaning)
    i_c = trace(eq.inclination_of_cohesion, i_q=i_q, N_c=N_c, phi=phi)
    q_o = trace(eq.overburden, gamma=soil.gamma, d=d)
    return trace(
        eq.drained_resistance,
        A_e=on.A, c_d=c, N_c=N_c, s_c=s_c, i_c=i_c, q_o=q_o, N_q=N_q, s_q=s_q, i_q=i_q,
        gamma=soil.gamma, B_e=on.B, N_g=N_g, s_g=s_g, i_g=i_g, gamma_R=factors["bearing"],
    )  # fmt: skip


def undrained(on: Pressed, soil: Soil, d: float, factors: dict[str, float], trace: Bare) -> float:
    """Design bearing resistance, undrained, kN; nothing where the base slides first.

    Args:
        on: What presses.
        soil: The ground, which has an undrained strength.
        d: Depth of the base, m.
        factors: Partial factors.
        trace: Calls the equations.
    """
    c_ud = trace(eq.design_strength, s_k=soil.c_u, gamma_M=factors["undrained"])  # type: ignore[arg-type] # - the caller has seen it
    i_c = trace(eq.undrained_inclination, H_d=on.H, A_e=on.A, c_ud=c_ud)
    q_o = trace(eq.overburden, gamma=soil.gamma, d=d)
    return trace(
        eq.undrained_resistance,
        A_e=on.A, c_ud=c_ud, B_e=on.B, L_e=on.L, i_c=i_c, q_o=q_o, gamma_R=factors["bearing"],
    )  # fmt: skip
