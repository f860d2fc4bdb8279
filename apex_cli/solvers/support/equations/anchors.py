"""Anchor rods in concrete (ACI 318, chapter 17): the steel, the head, the bars about them."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Inches, Kips, Ksi, PoundsForce, Psi, Ratio, SquareInches


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
    return u_N ** (5 / 3) + u_V ** (5 / 3)


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


@equation("c_a", "(w_c / sqrt(2) - D_r) / 2", clause="17.2")
def square_edge(*, w_c: Inches, D_r: Inches) -> Inches:
    """From a rod to the side of the square within a round pier.

    >>> round(square_edge(w_c=36, D_r=18), 3)
    3.728
    """
    return (w_c / sqrt(2) - D_r) / 2


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


@equation("phiN_b", "phi_A * n_a * A_b * f_yb", clause="17.5.2.1")
def bars_tension(*, phi_A: Ratio, n_a: Ratio, A_b: SquareInches, f_yb: Ksi) -> Kips:
    """Strength of the vertical bars that take the rods' tension.

    >>> bars_tension(phi_A=0.75, n_a=3, A_b=0.5, f_yb=60)
    67.5
    """
    return phi_A * n_a * A_b * f_yb


@equation("l_a", "h_ef - c_c - s_a / k_cone", clause="17.5.2.1")
def length_above(*, h_ef: Inches, c_c: Inches, s_a: Inches, k_cone: Ratio) -> Inches:
    """Length of a bar above the cone that the rod would pull out.

    >>> length_above(h_ef=36, c_c=3, s_a=3, k_cone=1.5)
    31.0
    """
    return h_ef - c_c - s_a / k_cone


@equation("l_a", "h_ef - c_c", clause="25.5")
def length_lapped(*, h_ef: Inches, c_c: Inches) -> Inches:
    """Length over which bar and rod lap.

    >>> length_lapped(h_ef=36, c_c=3)
    33
    """
    return h_ef - c_c


@equation("l_s", "k_lap * l_d + s_a", clause="25.5")
def offset_lap(*, k_lap: Ratio, l_d: Inches, s_a: Inches) -> Inches:
    """Length of a lap of bar and rod that do not touch.

    >>> offset_lap(k_lap=1.5, l_d=20, s_a=3)
    33.0
    """
    return k_lap * l_d + s_a


@equation("l_u", "h_p - c_c - h_ef", clause="17.5.2.1")
def length_below(*, h_p: Inches, c_c: Inches, h_ef: Inches) -> Inches:
    """Length of a bar below the rods.

    >>> length_below(h_p=96, c_c=3, h_ef=36)
    57
    """
    return h_p - c_c - h_ef


@equation("phiV_t", "2 * phi_A * n_tt * A_t * f_yb", clause="17.5.2.1")
def ties_shear(*, phi_A: Ratio, n_tt: Ratio, A_t: SquareInches, f_yb: Ksi) -> Kips:
    """Strength of the ties at the top that hold the rods' shear, two legs of each.

    >>> ties_shear(phi_A=0.75, n_tt=2, A_t=0.25, f_yb=60)
    45.0
    """
    return 2 * phi_A * n_tt * A_t * f_yb


@equation("V_k", "V_e / 1000", clause="")
def shear_in_kips(*, V_e: PoundsForce) -> Kips:
    """Shear at grade in kips.

    >>> shear_in_kips(V_e=4000)
    4.0
    """
    return V_e / 1000
