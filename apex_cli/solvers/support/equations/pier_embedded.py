"""A pole embedded in its pier: a couple of bearing blocks carries moment and shear.

Symbols: M_u and V_u at the top of the concrete, b_q width of the pole, L_e its embedment, q_u the
force that a foot of it may press with.
"""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    Inches,
    KipFeet,
    Ksi,
    Plf,
    PoundsForce,
    Psi,
    Ratio,
    SquareInches,
)


@equation("q_u", "12 * phi_B * c_B * f_c * b_q", clause="22.8.3.2")
def bearing_line(*, phi_B: Ratio, c_B: Ratio, f_c: Psi, b_q: Inches) -> Plf:
    """Force that the pole may press with along its length."""
    return 12 * phi_B * c_B * f_c * b_q


@equation("v", "V_u / q_u", clause="")
def shear_block(*, V_u: PoundsForce, q_u: Plf) -> Feet:
    """Length of block that the shear alone takes."""
    return V_u / q_u


@equation("L_q", "v + sqrt(2 * v ** 2 + 4000 * M_u / q_u)", clause="")
def embedment_plastic(*, v: Feet, M_u: KipFeet, q_u: Plf) -> Feet:
    """Embedment of two plastic blocks: M_u = q_u/4 (L_q² - 2 L_q v - v²), solved for L_q."""
    return v + sqrt(2 * v**2 + 4000 * M_u / q_u)


@equation("L_q", "sqrt(6000 * M_u / q_u)", clause="")
def embedment_elastic(*, M_u: KipFeet, q_u: Plf) -> Feet:
    """Embedment of two elastic triangles, as practised of old: the shear is left out.

    >>> round(12 * embedment_elastic(M_u=43.01, q_u=12 * 1995 * 8.625), 2)
    13.42
    """
    return sqrt(6000 * M_u / q_u)


@equation("L_q", "1.4 * v + sqrt((1.4 * v) ** 2 + 3600 * M_u / q_u)", clause="")
def embedment_haunch(*, v: Feet, M_u: KipFeet, q_u: Plf) -> Feet:
    """Embedment by PCI's haunch: V_u = q_u L_q/(1 + 3.6 e/L_q), e to the middle, for L_q."""
    return 1.4 * v + sqrt((1.4 * v) ** 2 + 3600 * M_u / q_u)


@equation(
    "q_e",
    "2 * (1000 * M_u + V_u * L_e / 2"
    " + sqrt((1000 * M_u + V_u * L_e / 2) ** 2 + (V_u * L_e / 2) ** 2)) / L_e ** 2",
    clause="",
)
def bearing_used(*, M_u: KipFeet, V_u: PoundsForce, L_e: Feet) -> Plf:
    """Force along the pole of two plastic blocks over the whole embedment."""
    middle = 1000 * M_u + V_u * L_e / 2
    return 2 * (middle + sqrt(middle**2 + (V_u * L_e / 2) ** 2)) / L_e**2


@equation("x_1", "(L_e + V_u / q_e) / 2", clause="")
def upper_block(*, L_e: Feet, V_u: PoundsForce, q_e: Plf) -> Feet:
    """Length of the upper block."""
    return (L_e + V_u / q_e) / 2


@equation("F_1", "q_e * x_1", clause="")
def upper_force(*, q_e: Plf, x_1: Feet) -> PoundsForce:
    """Force of the upper block, which would split the concrete."""
    return q_e * x_1


@equation("phiF_t", "12000 * phi_v * A_v * f_yt * x_1 / s", clause="")
def ties_force(*, phi_v: Ratio, A_v: SquareInches, f_yt: Ksi, x_1: Feet, s: Inches) -> PoundsForce:
    """Force that the ties in the upper block hold."""
    return 12000 * phi_v * A_v * f_yt * x_1 / s
