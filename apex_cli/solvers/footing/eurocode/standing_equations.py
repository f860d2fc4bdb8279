"""How a spread footing stands under its loads (EN 1997-1, 6.5)."""

from math import pi, tan

from apex_cli.equations import equation
from apex_cli.quantities import (
    Degrees,
    KiloNewtonMetres,
    KiloNewtons,
    KiloNewtonsPerCubicMetre,
    KiloPascals,
    KipFeet,
    Metres,
    Ratio,
    SquareMetres,
)


@equation("G_k", "D_k + B * L * (t * gamma_c + (d - t) * gamma)", clause="6.5.2.1")
def permanent(
    *,
    D_k: KiloNewtons,
    B: Metres,
    L: Metres,
    t: Metres,
    gamma_c: KiloNewtonsPerCubicMetre,
    d: Metres,
    gamma: KiloNewtonsPerCubicMetre,
) -> KiloNewtons:
    """Permanent load at the base: structure, slab, and the ground upon it.

    >>> permanent(D_k=10, B=2, L=2, t=0.5, gamma_c=24, d=1, gamma=18)
    94.0
    """
    return D_k + B * L * (t * gamma_c + (d - t) * gamma)


@equation("M_k", "F_k * (h + d)", clause="")
def moment_of_force_at_base(*, F_k: KiloNewtons, h: Metres, d: Metres) -> KiloNewtonMetres:
    """Characteristic moment of the wind at the base.

    >>> moment_of_force_at_base(F_k=10, h=4, d=1)
    50
    """
    return F_k * (h + d)


@equation("M_k", "4.4482216152605 * 0.3048 * M_W + F_k * d", clause="")
def characteristic_moment_at_base(*, M_W: KipFeet, F_k: KiloNewtons, d: Metres) -> KiloNewtonMetres:
    """The same where an offset dead load is told apart: the wind's moment at grade, and below it.

    >>> round(characteristic_moment_at_base(M_W=10, F_k=10, d=1), 3)
    23.558
    """
    return 4.4482216152605 * 0.3048 * M_W + F_k * d


@equation("V_d", "gamma_G * G_k", clause="2.4.7.3")
def design_vertical(*, gamma_G: Ratio, G_k: KiloNewtons) -> KiloNewtons:
    """Design value of the vertical load.

    >>> design_vertical(gamma_G=1.35, G_k=100)
    135.0
    """
    return gamma_G * G_k


@equation("M_d", "gamma_Q * M_k * r_M + gamma_G * M_G", clause="2.4.7.3")
def design_moment(
    *,
    gamma_Q: Ratio,
    M_k: KiloNewtonMetres,
    r_M: Ratio,
    gamma_G: Ratio,
    M_G: KiloNewtonMetres,
) -> KiloNewtonMetres:
    """Design moment along a side: the wind's share in it, and an offset dead load's.

    >>> design_moment(gamma_Q=1.5, M_k=10, r_M=1, gamma_G=1, M_G=2)
    17.0
    """
    return gamma_Q * M_k * r_M + gamma_G * M_G


@equation("e", "M_d / V_d", clause="6.5.4")
def eccentricity_of_design(*, M_d: KiloNewtonMetres, V_d: KiloNewtons) -> Metres:
    """Eccentricity of the load along a side.

    >>> eccentricity_of_design(M_d=20, V_d=100)
    0.2
    """
    return M_d / V_d


@equation("B_e", "max(b - 2 * e, 0)", clause="Annex D.4")
def effective_side(*, b: Metres, e: Metres) -> Metres:
    """What of a side the load stands in the middle of.

    >>> effective_side(b=2, e=0.25)
    1.5
    """
    return max(b - 2 * e, 0)


@equation("A_e", "B_e * L_e", clause="Annex D.4")
def effective_area(*, B_e: Metres, L_e: Metres) -> SquareMetres:
    """Effective area of the base.

    >>> effective_area(B_e=1.5, L_e=2)
    3.0
    """
    return B_e * L_e


@equation("mu_d", "tan(phi_k * pi / 180) / gamma_phi", clause="6.5.3(10)")
def design_friction(*, phi_k: Degrees, gamma_phi: Ratio) -> Ratio:
    """Design friction under concrete cast against the ground: that of the ground itself.

    >>> round(design_friction(phi_k=30, gamma_phi=1.25), 4)
    0.4619
    """
    return tan(phi_k * pi / 180) / gamma_phi


@equation("mu_d", "mu / gamma_phi", clause="6.5.3(10)")
def given_friction(*, mu: Ratio, gamma_phi: Ratio) -> Ratio:
    """Design friction of a coefficient that is given.

    >>> given_friction(mu=0.5, gamma_phi=1.25)
    0.4
    """
    return mu / gamma_phi


@equation("R_h", "V_d * mu_d / gamma_R", clause="6.5.3(8)")
def drained_sliding(*, V_d: KiloNewtons, mu_d: Ratio, gamma_R: Ratio) -> KiloNewtons:
    """Design resistance to sliding, drained; cohesion does not count.

    >>> drained_sliding(V_d=100, mu_d=0.5, gamma_R=1)
    50.0
    """
    return V_d * mu_d / gamma_R


@equation("R_h", "min(A_e * c_ud, k_u * V_d) / gamma_R", clause="6.5.3(11), (12)")
def undrained_sliding(
    *, A_e: SquareMetres, c_ud: KiloPascals, k_u: Ratio, V_d: KiloNewtons, gamma_R: Ratio
) -> KiloNewtons:
    """Design resistance to sliding, undrained.

    >>> undrained_sliding(A_e=2, c_ud=40, k_u=0.4, V_d=100, gamma_R=1)
    40.0
    """
    return min(A_e * c_ud, k_u * V_d) / gamma_R


@equation("W_c", "gamma_c * B * L * t", clause="")
def slab_weight(
    *, gamma_c: KiloNewtonsPerCubicMetre, B: Metres, L: Metres, t: Metres
) -> KiloNewtons:
    """Weight of the slab.

    >>> slab_weight(gamma_c=24, B=2, L=2, t=0.5)
    48.0
    """
    return gamma_c * B * L * t


@equation("M_stb", "gamma_G * G_k * b / 2", clause="2.4.7.2")
def stabilising(*, gamma_G: Ratio, G_k: KiloNewtons, b: Metres) -> KiloNewtonMetres:
    """Stabilising moment about an edge.

    >>> stabilising(gamma_G=0.9, G_k=100, b=2)
    90.0
    """
    return gamma_G * G_k * b / 2
