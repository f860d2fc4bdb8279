"""Concrete that rods would break out of a pier (ACI 318, chapter 17): told, not relied on."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Inches, Kips, Psi, Ratio, SquareInches


@equation("h_s", "max(c_a / 1.5, s_o / 3)", clause="17.6.2.1.2")
def near_depth(*, c_a: Inches, s_o: Inches) -> Inches:
    """Depth that counts where edges are near on three sides or more.

    >>> near_depth(c_a=6, s_o=9)
    4.0
    """
    return max(c_a / 1.5, s_o / 3)


@equation("N_cb0", "k_N0 * lambda_l * sqrt(f_c) * h_s ** 1.5 / 1000", clause="17.6.2.2.1")
def basic_breakout(*, k_N0: Ratio, lambda_l: Ratio, f_c: Psi, h_s: Inches) -> Kips:
    """Concrete that one rod breaks out far from edges.

    >>> round(basic_breakout(k_N0=24, lambda_l=1, f_c=4000, h_s=4.69), 3)
    15.417
    """
    value: float = k_N0 * lambda_l * sqrt(f_c) * h_s**1.5 / 1000
    return value


@equation("N_cb0", "k_N0 * lambda_l * sqrt(f_c) * h_s ** (5 / 3) / 1000", clause="17.6.2.2.3")
def deep_breakout(*, k_N0: Ratio, lambda_l: Ratio, f_c: Psi, h_s: Inches) -> Kips:
    """Concrete that one deep rod breaks out far from edges.

    >>> round(deep_breakout(k_N0=16, lambda_l=1, f_c=2500, h_s=27), 6)
    194.4
    """
    value: float = k_N0 * lambda_l * sqrt(f_c) * h_s ** (5 / 3) / 1000
    return value


@equation("psi_ed", "min(0.7 + 0.3 * c_a / (1.5 * h_s), 1)", clause="17.6.2.4")
def edge_effect(*, c_a: Inches, h_s: Inches) -> Ratio:
    """What the nearness of an edge leaves.

    >>> edge_effect(c_a=6, h_s=4), round(edge_effect(c_a=6, h_s=16), 3)
    (1.0, 0.775)
    """
    return min(0.7 + 0.3 * c_a / (1.5 * h_s), 1)


@equation("N_cbg", "A_gc / (9 * h_s ** 2) * psi_ed * N_cb0", clause="17.6.2.1")
def pier_breakout(*, A_gc: SquareInches, h_s: Inches, psi_ed: Ratio, N_cb0: Kips) -> Kips:
    """Concrete that the rods break out of the pier.

    >>> pier_breakout(A_gc=720, h_s=4, psi_ed=1, N_cb0=12)
    60.0
    """
    return A_gc / (9 * h_s**2) * psi_ed * N_cb0


@equation(
    "V_b",
    "min(k_V0 * (min(h_ef, 8 * d_r) / d_r) ** 0.2 * sqrt(d_r), k_V1) * lambda_l * sqrt(f_c)"
    " * c_a ** 1.5 / 1000",
    clause="17.7.2.2.1",
)
def edge_breakout(
    *, k_V0: Ratio, h_ef: Inches, d_r: Inches, k_V1: Ratio, lambda_l: Ratio, f_c: Psi, c_a: Inches
) -> Kips:
    """Concrete that the shear of one rod breaks out towards an edge.

    >>> round(edge_breakout(k_V0=8, h_ef=3.06, d_r=0.5, k_V1=9, lambda_l=1, f_c=4000, c_a=10), 3)
    16.254
    """
    stiff = min(k_V0 * (min(h_ef, 8 * d_r) / d_r) ** 0.2 * sqrt(d_r), k_V1)
    value: float = stiff * lambda_l * sqrt(f_c) * c_a**1.5 / 1000
    return value


@equation("phiV_cp", "phi_K * k_cp * N_cbg", clause="17.7.3.1")
def pryout(*, phi_K: Ratio, k_cp: Ratio, N_cbg: Kips) -> Kips:
    """Shear that pries all rods out of the concrete.

    >>> pryout(phi_K=0.75, k_cp=2, N_cbg=20)
    30.0
    """
    return phi_K * k_cp * N_cbg


@equation("V_gr", "n_r * Q_r", clause="")
def pried(*, n_r: Ratio, Q_r: Kips) -> Kips:
    """Shear of all rods, as though each had that of the worst, torsion with it."""
    return n_r * Q_r
