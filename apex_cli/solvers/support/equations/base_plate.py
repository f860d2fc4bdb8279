"""A base plate under anchor rods: how it bends and how thick it must be."""

from math import pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Inches,
    KipInchesPerInch,
    Kips,
    Ksi,
    PoundsForce,
    Ratio,
)


@equation("x_r", "(D_r - D_p) / 2", clause="")
def rod_arm(*, D_r: Inches, D_p: Inches) -> Inches:
    """From a rod to the face of the pole.

    >>> rod_arm(D_r=18, D_p=10)
    4.0
    """
    return (D_r - D_p) / 2


@equation("w_x", "sqrt(W_p ** 2 - (k_x * D_p) ** 2)", clause="")
def chord_width(*, W_p: Inches, k_x: Ratio, D_p: Inches) -> Inches:
    """Width of a round plate, or of the circle in a square one, at the line where it bends.

    >>> chord_width(W_p=10, k_x=0.8, D_p=10)
    6.0
    """
    return sqrt(W_p**2 - (k_x * D_p) ** 2)


@equation("w_x", "sqrt(2) * W_p - k_x * D_p", clause="")
def corner_width(*, W_p: Inches, k_x: Ratio, D_p: Inches) -> Inches:
    """Width of a square plate across a corner, at the line where it bends.

    >>> round(corner_width(W_p=20, k_x=1, D_p=10), 3)
    18.284
    """
    return sqrt(2) * W_p - k_x * D_p


@equation("b_r", "min(pi * D_r / n_r, 2 * x_r, w_x)", clause="")
def spread_width(*, D_r: Inches, n_r: Ratio, x_r: Inches, w_x: Inches) -> Inches:
    """Width of plate that carries a rod: it spreads by 45 degrees, to the next rod at most.

    >>> spread_width(D_r=18, n_r=4, x_r=4, w_x=18)
    8
    """
    return min(pi * D_r / n_r, 2 * x_r, w_x)


@equation("P_1", "max(P_e, -P_e) / (1000 * n_r)", clause="")
def share_both(*, P_e: PoundsForce, n_r: Ratio) -> Kips:
    """What the axial force adds to a rod on the side where it adds.

    >>> share_both(P_e=-8000, n_r=4)
    2.0
    """
    return max(P_e, -P_e) / (1000 * n_r)


@equation("P_1", "-P_e / (1000 * n_r)", clause="")
def share_tension(*, P_e: PoundsForce, n_r: Ratio) -> Kips:
    """What the axial force adds to a rod in tension.

    >>> share_tension(P_e=8000, n_r=4)
    -2.0
    """
    return -P_e / (1000 * n_r)


@equation("F_r", "max(T_m + P_1, 0)", clause="")
def rod_force(*, T_m: Kips, P_1: Kips) -> Kips:
    """Greatest force of a rod on the plate.

    >>> rod_force(T_m=30, P_1=2)
    32
    """
    return max(T_m + P_1, 0)


@equation("m_p", "F_r * x_r / b_r", clause="")
def spread_moment(*, F_r: Kips, x_r: Inches, b_r: Inches) -> KipInchesPerInch:
    """Moment of the plate by one rod.

    >>> spread_moment(F_r=32, x_r=4, b_r=8)
    16.0
    """
    return F_r * x_r / b_r


@equation(
    "m_p",
    "max(T_m * (c_q * D_r - c_l * k_x * D_p) + P_1 * (c_l * D_r - c_k * k_x * D_p), 0) / (2 * w_x)",
    clause="",
)
def line_moment(
    *, T_m: Kips, c_q: Ratio, D_r: Inches, c_l: Ratio, k_x: Ratio, D_p: Inches, P_1: Kips,
    c_k: Ratio, w_x: Inches,
) -> KipInchesPerInch:  # fmt: skip
    """Moment of the plate by all rods beyond a line, over the plate's width there.

    >>> line_moment(T_m=30, c_q=1, D_r=18, c_l=1, k_x=1, D_p=10, P_1=2, c_k=1, w_x=16)
    8.0
    """
    moment = T_m * (c_q * D_r - c_l * k_x * D_p) + P_1 * (c_l * D_r - c_k * k_x * D_p)
    return max(moment, 0) / (2 * w_x)


@equation("m_a", "phi_b * F_yp * t_p ** 2 / 4", clause="F11-1")
def design_plate_moment(*, phi_b: Ratio, F_yp: Ksi, t_p: Inches) -> KipInchesPerInch:
    """Moment of an inch of plate that LRFD may use.

    >>> design_plate_moment(phi_b=0.75, F_yp=40, t_p=2)
    30.0
    """
    return phi_b * F_yp * t_p**2 / 4


@equation("m_a", "F_yp * t_p ** 2 / (4 * Omega_b)", clause="F11-1")
def allowable_plate_moment(*, F_yp: Ksi, t_p: Inches, Omega_b: Ratio) -> KipInchesPerInch:
    """Moment of an inch of plate that ASD may use.

    >>> allowable_plate_moment(F_yp=40, t_p=2, Omega_b=1.6)
    25.0
    """
    return F_yp * t_p**2 / (4 * Omega_b)


@equation("t_r", "sqrt(4 * m_p / (phi_b * F_yp))", clause="F11-1")
def design_thickness(*, m_p: KipInchesPerInch, phi_b: Ratio, F_yp: Ksi) -> Inches:
    """Thickness that the plate needs by LRFD.

    >>> design_thickness(m_p=30, phi_b=0.75, F_yp=40)
    2.0
    """
    return sqrt(4 * m_p / (phi_b * F_yp))


@equation("t_r", "sqrt(4 * Omega_b * m_p / F_yp)", clause="F11-1")
def allowable_thickness(*, Omega_b: Ratio, m_p: KipInchesPerInch, F_yp: Ksi) -> Inches:
    """Thickness that the plate needs by ASD.

    >>> allowable_thickness(Omega_b=1.6, m_p=25, F_yp=40)
    2.0
    """
    return sqrt(4 * Omega_b * m_p / F_yp)
