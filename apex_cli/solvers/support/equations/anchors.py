"""Anchor rods in concrete (ACI 318, chapter 17): the steel, the head, the side."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Inches, Kips, Ksi, Psi, Ratio, SquareInches


@equation("f_uta", "min(F_ur, k_ya * F_yr, f_am)", clause="17.6.1.2")
def anchor_steel(*, F_ur: Ksi, k_ya: Ratio, F_yr: Ksi, f_am: Ksi) -> Ksi:
    """Tensile strength of a rod that may be counted on.

    >>> anchor_steel(F_ur=75, k_ya=1.9, F_yr=36, f_am=125)
    68.39999999999999
    """
    return min(F_ur, k_ya * F_yr, f_am)


@equation("phiN_sa", "phi_N * A_se * f_uta", clause="17.6.1.2")
def anchor_tension(*, phi_N: Ratio, A_se: SquareInches, f_uta: Ksi) -> Kips:
    """Design strength of a rod's steel in tension.

    >>> anchor_tension(phi_N=0.75, A_se=0.8, f_uta=75)
    45.00000000000001
    """
    return phi_N * A_se * f_uta


@equation("phiV_sa", "phi_V * k_V * A_se * f_uta", clause="17.7.1.2")
def anchor_shear(*, phi_V: Ratio, k_V: Ratio, A_se: SquareInches, f_uta: Ksi) -> Kips:
    """Design strength of a rod's steel in shear.

    >>> anchor_shear(phi_V=0.5, k_V=0.5, A_se=0.8, f_uta=75)
    15.0
    """
    return phi_V * k_V * A_se * f_uta


@equation("phiV_sa", "k_gr * phi_V * k_V * A_se * f_uta", clause="17.7.1.2")
def anchor_shear_on_grout(
    *, k_gr: Ratio, phi_V: Ratio, k_V: Ratio, A_se: SquareInches, f_uta: Ksi
) -> Kips:
    """Design strength of a rod's steel in shear over a pad of grout.

    >>> anchor_shear_on_grout(k_gr=0.5, phi_V=0.5, k_V=0.5, A_se=0.8, f_uta=75)
    7.5
    """
    return k_gr * phi_V * k_V * A_se * f_uta


@equation("u_N", "N_r / phiN_n", clause="17.8")
def tension_share(*, N_r: Kips, phiN_n: Kips) -> Ratio:
    """Share of the least strength in tension.

    >>> tension_share(N_r=20, phiN_n=40)
    0.5
    """
    return N_r / phiN_n


@equation("u_V", "Q_r / phiV_sa", clause="17.8")
def shear_share(*, Q_r: Kips, phiV_sa: Kips) -> Ratio:
    """Share of the strength in shear.

    >>> shear_share(Q_r=5, phiV_sa=20)
    0.25
    """
    return Q_r / phiV_sa


@equation("u_a", "u_N + u_V", clause="17.8.3")
def straight_interaction(*, u_N: Ratio, u_V: Ratio) -> Ratio:
    """Tension and shear of a rod together.

    >>> straight_interaction(u_N=0.5, u_V=0.25)
    0.75
    """
    return u_N + u_V


@equation("u_a", "u_N ** (5 / 3) + u_V ** (5 / 3)", clause="R17.8")
def power_interaction(*, u_N: Ratio, u_V: Ratio) -> Ratio:
    """Tension and shear of a rod together, by the curve of the commentary.

    >>> round(power_interaction(u_N=1, u_V=0.125), 6)
    1.03125
    """
    value: float = u_N ** (5 / 3) + u_V ** (5 / 3)
    return value


@equation("N_pn", "k_P * A_brg * f_c / 1000", clause="17.6.3.2.2")
def head_pullout(*, k_P: Ratio, A_brg: SquareInches, f_c: Psi) -> Kips:
    """Strength of the concrete under a rod's head, cracked.

    >>> round(head_pullout(k_P=8, A_brg=0.59, f_c=4000), 9)
    18.88
    """
    return k_P * A_brg * f_c / 1000


@equation("phiN_pn", "phi_K * N_pn", clause="17.6.3.1")
def design_pullout(*, phi_K: Ratio, N_pn: Kips) -> Kips:
    """Design strength of the concrete under a rod's head.

    >>> design_pullout(phi_K=0.75, N_pn=40)
    30.0
    """
    return phi_K * N_pn


@equation("c_a", "(w_c - D_r) / 2", clause="17.2")
def circle_edge(*, w_c: Inches, D_r: Inches) -> Inches:
    """From a rod to the side of the pier.

    >>> circle_edge(w_c=30, D_r=18)
    6.0
    """
    return (w_c - D_r) / 2


@equation("c_a", "(w_c - D_r) / (2 * sqrt(2))", clause="17.2")
def inscribed_edge(*, w_c: Inches, D_r: Inches) -> Inches:
    """From a rod in a corner to the sides of the square within a round pier.

    >>> round(inscribed_edge(w_c=36, D_r=18), 3)
    6.364
    """
    return (w_c - D_r) / (2 * sqrt(2))


@equation("c_a", "w_c / 2 - D_r / (2 * sqrt(2))", clause="17.2")
def corner_edge(*, w_c: Inches, D_r: Inches) -> Inches:
    """From a rod in a corner to the sides of a square pier.

    >>> round(corner_edge(w_c=36, D_r=18), 3)
    11.636
    """
    return w_c / 2 - D_r / (2 * sqrt(2))


@equation("N_sb", "k_S * c_a * sqrt(A_brg) * lambda_l * sqrt(f_c) / 1000", clause="17.6.4.1")
def side_blowout(
    *, k_S: Ratio, c_a: Inches, A_brg: SquareInches, lambda_l: Ratio, f_c: Psi
) -> Kips:
    """Strength of the concrete beside a deep rod's head.

    >>> side_blowout(k_S=160, c_a=5, A_brg=4, lambda_l=1, f_c=2500)
    80.0
    """
    return k_S * c_a * sqrt(A_brg) * lambda_l * sqrt(f_c) / 1000


@equation("phiN_sb", "phi_K * N_sb", clause="17.6.4.1")
def design_side(*, phi_K: Ratio, N_sb: Kips) -> Kips:
    """Design strength of the concrete beside the head of one rod.

    >>> design_side(phi_K=0.75, N_sb=80)
    60.0
    """
    return phi_K * N_sb


@equation("phiN_sb", "phi_K * N_sb / 2", clause="17.6.4.1.1")
def design_side_in_corner(*, phi_K: Ratio, N_sb: Kips) -> Kips:
    """Design strength of the concrete beside the head of one rod as near to another edge.

    It is (1 + c_a2 / c_a1) / 4 of that far from another edge.

    >>> design_side_in_corner(phi_K=0.75, N_sb=80)
    30.0
    """
    return phi_K * N_sb / 2


@equation("phiN_sb", "phi_K * (1 + s_o / (6 * c_a)) * N_sb", clause="17.6.4.2")
def design_side_of_group(*, phi_K: Ratio, s_o: Inches, c_a: Inches, N_sb: Kips) -> Kips:
    """Design strength of the concrete beside the heads of all rods in tension.

    >>> design_side_of_group(phi_K=0.75, s_o=15, c_a=5, N_sb=80)
    90.0
    """
    return phi_K * (1 + s_o / (6 * c_a)) * N_sb


@equation("N_g", "T_m * c_g + P_1 * n_g", clause="")
def group_tension(*, T_m: Kips, c_g: Ratio, P_1: Kips, n_g: Ratio) -> Kips:
    """Tension of all rods in tension.

    >>> group_tension(T_m=30, c_g=1.5, P_1=-2, n_g=2)
    41.0
    """
    return T_m * c_g + P_1 * n_g
