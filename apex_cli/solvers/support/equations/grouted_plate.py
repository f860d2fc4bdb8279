"""A base plate on grout: the block of pressure below it (AISC J8 and Design Guide 1)."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Inches,
    KipFeet,
    KipInchesPerInch,
    Kips,
    KipsPerInch,
    Ksi,
    PoundsForce,
    Psi,
    Ratio,
    SquareInches,
)


@equation("A_1", "W_p ** 2", clause="J8")
def plate_area(*, W_p: Inches) -> SquareInches:
    """Area of the plate."""
    return W_p**2


@equation("A_2", "max(w_c ** 2, A_1)", clause="J8")
def square_support(*, w_c: Inches, A_1: SquareInches) -> SquareInches:
    """Area of square concrete below, of the plate's shape.

    >>> square_support(w_c=30, A_1=400)
    900
    """
    return max(w_c**2, A_1)


@equation("A_2", "max(w_c ** 2 / 2, A_1)", clause="J8")
def round_support(*, w_c: Inches, A_1: SquareInches) -> SquareInches:
    """Area of round concrete below, of the plate's shape: the square within.

    >>> round_support(w_c=30, A_1=400)
    450.0
    """
    return max(w_c**2 / 2, A_1)


@equation("f_pn", "min(k_q * sqrt(A_2 / A_1), k_qm) * f_c / 1000", clause="J8-2")
def nominal_bearing(
    *, k_q: Ratio, A_2: SquareInches, A_1: SquareInches, k_qm: Ratio, f_c: Psi
) -> Ksi:
    """Strength of the concrete in bearing.

    >>> nominal_bearing(k_q=0.85, A_2=400, A_1=100, k_qm=1.7, f_c=4000)
    6.8
    """
    return min(k_q * sqrt(A_2 / A_1), k_qm) * f_c / 1000


@equation("f_pm", "phi * f_pn", clause="J8")
def design_bearing(*, phi: Ratio, f_pn: Ksi) -> Ksi:
    """Pressure that LRFD may use.

    >>> design_bearing(phi=0.65, f_pn=4)
    2.6
    """
    return phi * f_pn


@equation("f_pm", "f_pn / Omega", clause="J8")
def allowable_bearing(*, f_pn: Ksi, Omega: Ratio) -> Ksi:
    """Pressure that ASD may use.

    >>> allowable_bearing(f_pn=4, Omega=2.5)
    1.6
    """
    return f_pn / Omega


@equation("f_d", "D_r * c_q / (2 * c_l)", clause="")
def row_distance(*, D_r: Inches, c_q: Ratio, c_l: Ratio) -> Inches:
    """From the middle of the plate to the tension in the rods on one side.

    >>> row_distance(D_r=18, c_q=1, c_l=1.5)
    6.0
    """
    return D_r * c_q / (2 * c_l)


@equation("q_m", "f_pm * W_p", clause="AISC Design Guide 1 3.3")
def line_pressure(*, f_pm: Ksi, W_p: Inches) -> KipsPerInch:
    """Greatest pressure on an inch along the plate.

    >>> line_pressure(f_pm=2.5, W_p=20)
    50.0
    """
    return f_pm * W_p


@equation("e_cr", "W_p / 2 - P_e / (2000 * q_m)", clause="AISC Design Guide 1 3.3")
def critical_eccentricity(*, W_p: Inches, P_e: PoundsForce, q_m: KipsPerInch) -> Inches:
    """Eccentricity up to which the plate stands without tension in the rods.

    >>> critical_eccentricity(W_p=20, P_e=100000, q_m=50)
    9.0
    """
    return W_p / 2 - P_e / (2000 * q_m)


@equation("e_l", "12000 * M_e / P_e", clause="")
def load_eccentricity(*, M_e: KipFeet, P_e: PoundsForce) -> Inches:
    """Eccentricity of the load.

    >>> load_eccentricity(M_e=10, P_e=20000)
    6.0
    """
    return 12000 * M_e / P_e


@equation("Y", "W_p - 2 * e_l", clause="AISC Design Guide 1 3.3")
def small_block(*, W_p: Inches, e_l: Inches) -> Inches:
    """Length of the block of pressure under a small moment.

    >>> small_block(W_p=19, e_l=2.5)
    14.0
    """
    return W_p - 2 * e_l


@equation("f_p", "P_e / (1000 * W_p * Y)", clause="AISC Design Guide 1 3.3")
def block_pressure(*, P_e: PoundsForce, W_p: Inches, Y: Inches) -> Ksi:
    """Pressure of the block under a small moment.

    >>> round(block_pressure(P_e=376000, W_p=19, Y=14), 4)
    1.4135
    """
    return P_e / (1000 * W_p * Y)


@equation(
    "f_pr",
    "max(2 * (12 * M_e + P_e * f_d / 1000) / (W_p * (f_d + W_p / 2) ** 2), 0)",
    clause="AISC Design Guide 1 3.4",
)
def least_pressure(*, M_e: KipFeet, P_e: PoundsForce, f_d: Inches, W_p: Inches) -> Ksi:
    """Pressure with which a block under the whole arm of the rods just holds a large moment.

    None where the pole is lifted more than it is bent.

    >>> least_pressure(M_e=100, P_e=0, f_d=6, W_p=20)
    0.46875
    """
    return max(2 * (12 * M_e + P_e * f_d / 1000) / (W_p * (f_d + W_p / 2) ** 2), 0)


@equation(
    "Y",
    "f_d + W_p / 2 - sqrt(max((f_d + W_p / 2) ** 2 - 2 * (12 * M_e + P_e * f_d / 1000) / q_m, 0))",
    clause="AISC Design Guide 1 3.4",
)
def large_block(
    *, f_d: Inches, W_p: Inches, M_e: KipFeet, P_e: PoundsForce, q_m: KipsPerInch
) -> Inches:
    """Length of the block of pressure under a large moment, which the rods hold too.

    >>> round(large_block(f_d=6, W_p=20, M_e=100, P_e=0, q_m=50), 4)
    1.5778
    """
    rest = (f_d + W_p / 2) ** 2 - 2 * (12 * M_e + P_e * f_d / 1000) / q_m
    return max(f_d + W_p / 2 - sqrt(max(rest, 0)), 0)


@equation("T_g", "max(q_m * Y - P_e / 1000, 0)", clause="AISC Design Guide 1 3.4")
def block_tension(*, q_m: KipsPerInch, Y: Inches, P_e: PoundsForce) -> Kips:
    """Tension of all rods on one side under a large moment.

    >>> block_tension(q_m=50, Y=2, P_e=20000)
    80.0
    """
    return max(q_m * Y - P_e / 1000, 0)


@equation("m_c", "(W_p - k_x * D_p) / 2", clause="AISC Design Guide 1 3.1")
def plate_cantilever(*, W_p: Inches, k_x: Ratio, D_p: Inches) -> Inches:
    """How far the plate reaches beyond the line where it bends.

    >>> plate_cantilever(W_p=20, k_x=0.8, D_p=10)
    6.0
    """
    return (W_p - k_x * D_p) / 2


@equation("m_p", "f_p * m_c ** 2 / 2", clause="AISC Design Guide 1 3.4")
def bearing_moment(*, f_p: Ksi, m_c: Inches) -> KipInchesPerInch:
    """Moment of the plate by pressure over the whole cantilever.

    >>> bearing_moment(f_p=2, m_c=3)
    9.0
    """
    return f_p * m_c**2 / 2


@equation("m_p", "f_p * Y * (m_c - Y / 2)", clause="AISC Design Guide 1 3.4")
def short_bearing_moment(*, f_p: Ksi, Y: Inches, m_c: Inches) -> KipInchesPerInch:
    """Moment of the plate by pressure over the end of the cantilever.

    >>> short_bearing_moment(f_p=2, Y=2, m_c=3)
    8.0
    """
    return f_p * Y * (m_c - Y / 2)


@equation(
    "Y_t",
    "(q_m * (f_d + W_p / 2) / 2"
    " - sqrt(q_m ** 2 * (f_d + W_p / 2) ** 2 / 4"
    " - 2 * q_m * (12 * M_e + P_e * f_d / 1000) / 3)) / (q_m / 3)",
    clause="AISC Design Guide 1 B.4",
)
def triangle(
    *, q_m: KipsPerInch, f_d: Inches, W_p: Inches, M_e: KipFeet, P_e: PoundsForce
) -> Inches:
    """Length of a triangle of pressure under a large moment.

    >>> round(triangle(q_m=3.06 * 14, f_d=5.5, W_p=14, M_e=60, P_e=90000), 4)
    5.2817
    """
    half = q_m * (f_d + W_p / 2) / 2
    return (half - sqrt(half**2 - 2 * q_m * (12 * M_e + P_e * f_d / 1000) / 3)) / (q_m / 3)


@equation("m_p", "f_pm * m_c ** 2 * (1 / 2 - m_c / (6 * Y_t))", clause="AISC Design Guide 1 B.4")
def triangle_moment(*, f_pm: Ksi, m_c: Inches, Y_t: Inches) -> KipInchesPerInch:
    """Moment of the plate by a triangle of pressure that reaches beyond the cantilever.

    >>> triangle_moment(f_pm=2, m_c=3, Y_t=6)
    7.5
    """
    return f_pm * m_c**2 * (1 / 2 - m_c / (6 * Y_t))


@equation("m_p", "f_pm * Y_t / 2 * (m_c - Y_t / 3)", clause="AISC Design Guide 1 B.4")
def short_triangle_moment(*, f_pm: Ksi, Y_t: Inches, m_c: Inches) -> KipInchesPerInch:
    """Moment of the plate by a triangle of pressure over the end of the cantilever.

    >>> short_triangle_moment(f_pm=2, Y_t=3, m_c=3)
    6.0
    """
    return f_pm * Y_t / 2 * (m_c - Y_t / 3)
