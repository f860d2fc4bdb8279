"""The shapes of signs in the wind: boards, walls, poles (EN 1991-1-4, chapter 7)."""

from math import log, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    Inches,
    KilogramsPerCubicMetre,
    Metres,
    MetresPerSecond,
    Millimetres,
    Pascals,
    Ratio,
    SquareMillimetresPerSecond,
)


@equation("b/h", "B / s", clause="7.4")
def width_over_height(*, B: Feet, s: Feet) -> Ratio:
    """Width over height of a board, or length over height of a wall.

    >>> width_over_height(B=10, s=4)
    2.5
    """
    return B / s


@equation("z_g/h", "z_b / s", clause="7.4.3(1)")
def clearance_over_height(*, z_b: Feet, s: Feet) -> Ratio:
    """Clearance below a board over its height.

    >>> clearance_over_height(z_b=3, s=6)
    0.5
    """
    return z_b / s


@equation("c_pn", "(1 - t) * c_1 + t * c_2", clause="Table 7.9")
def between_rows(*, t: Ratio, c_1: Ratio, c_2: Ratio) -> Ratio:
    """Net pressure coefficient of a zone between two printed lengths.

    >>> round(between_rows(t=0.5, c_1=2.3, c_2=2.9), 3)
    2.6
    """
    return (1 - t) * c_1 + t * c_2


@equation("c_pn", "c_2 + (c_1 - c_2) * (phi - phi_1) / (1 - phi_1)", clause="7.4.1(2)")
def of_solidity(*, c_1: Ratio, c_2: Ratio, phi: Ratio, phi_1: Ratio) -> Ratio:
    """Net pressure coefficient of a zone of a wall that is partly open.

    >>> round(of_solidity(c_1=2.9, c_2=1.2, phi=0.9, phi_1=0.8), 3)
    2.05
    """
    return c_2 + (c_1 - c_2) * (phi - phi_1) / (1 - phi_1)


@equation("r_c", "min(L_r / s, 1)", clause="Table 7.9")
def return_fraction(*, L_r: Feet, s: Feet) -> Ratio:
    """How far a return corner is as long as the wall is high.

    >>> return_fraction(L_r=3, s=6)
    0.5
    """
    return min(L_r / s, 1)


@equation("c_pn", "max(c_1, c_2)", clause="Table 7.9")
def greater_of_rows(*, c_1: Ratio, c_2: Ratio) -> Ratio:
    """The greater of the coefficients without and with a return corner.

    >>> greater_of_rows(c_1=1.4, c_2=1.8)
    1.8
    """
    return max(c_1, c_2)


@equation("b", "0.0254 * D", clause="")
def metres_wide(*, D: Inches) -> Metres:
    """Width of a pole across the wind, in metres.

    >>> metres_wide(D=10)
    0.254
    """
    return 0.0254 * D


@equation("v", "sqrt(2 * q_p / rho)", clause="7.9.1(1)")
def peak_velocity(*, q_p: Pascals, rho: KilogramsPerCubicMetre) -> MetresPerSecond:
    """Peak wind velocity, which the peak pressure belongs to.

    >>> peak_velocity(q_p=1000, rho=1.25)
    40.0
    """
    return sqrt(2 * q_p / rho)


@equation("Re", "1000000 * b * v / nu", clause="7.9.1(1)")
def reynolds_number(*, b: Metres, v: MetresPerSecond, nu: SquareMillimetresPerSecond) -> Ratio:
    """Reynolds number of the flow around a circular pole.

    >>> reynolds_number(b=0.3, v=40, nu=15)
    800000.0
    """
    return 1_000_000 * b * v / nu


@equation(
    "c_f0",
    "1.2 + 0.18 * log(10 * max(k / (1000 * b), 0.00001)) / log(10)"
    " / (1 + 0.4 * log(Re / 1000000) / log(10))",
    clause="Figure 7.28",
)
def cylinder_coefficient(*, k: Millimetres, b: Metres, Re: Ratio) -> Ratio:
    """Force coefficient of a circular cylinder without end effect, beyond the drag crisis.

    The curves of the figure end at k/b = 0.00001, which holds for what is smoother.

    >>> round(cylinder_coefficient(k=0.2, b=0.4, Re=1e6), 4)
    0.7858
    """
    ratio = log(10 * max(k / (1000 * b), 0.00001)) / log(10)
    return 1.2 + 0.18 * ratio / (1 + 0.4 * log(Re / 1_000_000) / log(10))


@equation("d/b", "d / D", clause="7.6")
def depth_over_width(*, d: Inches, D: Inches) -> Ratio:
    """Depth of a rectangular pole along the wind over its width.

    >>> depth_over_width(d=6, D=12)
    0.5
    """
    return d / D


@equation("c_f0", "(1 - t) * c_1 + t * c_2", clause="Figure 7.23")
def rectangle_coefficient(*, t: Ratio, c_1: Ratio, c_2: Ratio) -> Ratio:
    """Force coefficient of a sharp rectangular section without end effect.

    >>> round(rectangle_coefficient(t=0.5, c_1=2.1, c_2=1.65), 3)
    1.875
    """
    return (1 - t) * c_1 + t * c_2


@equation("lambda_s", "min(k_l * l / b, lambda_m)", clause="Table 7.16")
def slenderness_at(*, k_l: Ratio, l: Metres, b: Metres, lambda_m: Ratio) -> Ratio:  # noqa: E741 - the code's own symbol
    """Effective slenderness by the rule of one length.

    >>> slenderness_at(k_l=1, l=15, b=0.4, lambda_m=70)
    37.5
    """
    return min(k_l * l / b, lambda_m)


@equation(
    "lambda_e",
    "lambda_s + (lambda_l - lambda_s) * min(max((l - l_s) / (l_l - l_s), 0), 1)",
    clause="Table 7.16",
)
def slenderness_between(
    *,
    lambda_s: Ratio,
    lambda_l: Ratio,
    l: Metres,  # noqa: E741 - the code's own symbol
    l_s: Metres,
    l_l: Metres,
) -> Ratio:
    """Effective slenderness, linear between the rules of short and of long members.

    >>> slenderness_between(lambda_s=40, lambda_l=20, l=32.5, l_s=15, l_l=50)
    30.0
    """
    return lambda_s + (lambda_l - lambda_s) * min(max((l - l_s) / (l_l - l_s), 0), 1)


@equation(
    "psi",
    "psi_1 + (psi_2 - psi_1) * log(max(lambda_e, lambda_1) / lambda_1) / log(lambda_2 / lambda_1)",
    clause="Figure 7.36",
)
def end_effect(
    *, lambda_e: Ratio, lambda_1: Ratio, lambda_2: Ratio, psi_1: Ratio, psi_2: Ratio
) -> Ratio:
    """End-effect factor, straight over the logarithm of the slenderness.

    >>> round(end_effect(lambda_e=37.5, lambda_1=10, lambda_2=70, psi_1=0.698, psi_2=0.9182), 5)
    0.84757
    """
    share = log(max(lambda_e, lambda_1) / lambda_1) / log(lambda_2 / lambda_1)
    return psi_1 + (psi_2 - psi_1) * share


@equation("c_f", "c_f0 * psi", clause="7.6, 7.9.2")
def member_coefficient(*, c_f0: Ratio, psi: Ratio) -> Ratio:
    """Force coefficient of a pole.

    >>> member_coefficient(c_f0=1.2, psi=0.5)
    0.6
    """
    return c_f0 * psi
