"""Shear of tubes (AISC 360 G4 and G5)."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Inches, Kips, Ksi, Ratio, SquareInches


@equation(
    "F_cr",
    "min(0.6 * F_y, max(1.60 * E / (sqrt(12 * L / D) * lambda_w ** 1.25),"
    " 0.78 * E / lambda_w ** 1.5))",
    clause="G5-2a, G5-2b",
)
def round_shear_stress(*, F_y: Ksi, E: Ksi, L: Feet, D: Inches, lambda_w: Ratio) -> Ksi:
    """Stress at which a round tube yields or buckles in shear.

    >>> round(round_shear_stress(F_y=42, E=29000, L=16, D=16, lambda_w=45.8), 1)
    25.2
    """
    buckling: float = max(1.60 * E / (sqrt(12 * L / D) * lambda_w**1.25), 0.78 * E / lambda_w**1.5)
    return min(0.6 * F_y, buckling)


@equation("V_n", "F_cr * A / 2", clause="G5-1")
def round_shear(*, F_cr: Ksi, A: SquareInches) -> Kips:
    """Shear strength of a round tube.

    >>> round(round_shear(F_cr=25.2, A=17.2), 2)
    216.72
    """
    return F_cr * A / 2


@equation("A_w", "2 * h * t", clause="G4")
def web_area(*, h: Inches, t: Inches) -> SquareInches:
    """Area of the two walls that carry the shear.

    >>> web_area(h=5, t=0.5)
    5.0
    """
    return 2 * h * t


@equation("lambda_v", "1.10 * sqrt(k_v * E / F_y)", clause="G2.2")
def shear_yield_limit(*, k_v: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness up to which a flat wall yields in shear.

    >>> round(shear_yield_limit(k_v=5, E=29000, F_y=46), 2)
    61.76
    """
    return 1.10 * sqrt(k_v * E / F_y)


@equation("lambda_e", "1.37 * sqrt(k_v * E / F_y)", clause="G2.2")
def shear_elastic_limit(*, k_v: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness beyond which a flat wall buckles in shear while elastic.

    >>> round(shear_elastic_limit(k_v=5, E=29000, F_y=46), 2)
    76.92
    """
    return 1.37 * sqrt(k_v * E / F_y)


@equation("C_v2", "1.10 * sqrt(k_v * E / F_y) / lambda_w", clause="G2-10")
def inelastic_shear(*, k_v: Ratio, E: Ksi, F_y: Ksi, lambda_w: Ratio) -> Ratio:
    """Coefficient of shear buckling of a flat wall that is partly yielded.

    >>> round(inelastic_shear(k_v=5, E=29000, F_y=46, lambda_w=70), 3)
    0.882
    """
    return 1.10 * sqrt(k_v * E / F_y) / lambda_w


@equation("C_v2", "1.51 * k_v * E / (lambda_w ** 2 * F_y)", clause="G2-11")
def elastic_shear(*, k_v: Ratio, E: Ksi, lambda_w: Ratio, F_y: Ksi) -> Ratio:
    """Coefficient of shear buckling of a flat wall that is elastic.

    >>> round(elastic_shear(k_v=5, E=29000, lambda_w=100, F_y=46), 3)
    0.476
    """
    return 1.51 * k_v * E / (lambda_w**2 * F_y)


@equation("V_n", "0.6 * F_y * A_w", clause="G4-1")
def yielded_walls(*, F_y: Ksi, A_w: SquareInches) -> Kips:
    """Shear strength of flat walls that yield: C_v2 is 1.

    >>> round(yielded_walls(F_y=46, A_w=3.4551), 2)
    95.36
    """
    return 0.6 * F_y * A_w


@equation("V_n", "0.6 * F_y * A_w * C_v2", clause="G4-1")
def buckled_walls(*, F_y: Ksi, A_w: SquareInches, C_v2: Ratio) -> Kips:
    """Shear strength of flat walls that buckle.

    >>> buckled_walls(F_y=50, A_w=4, C_v2=0.75)
    90.0
    """
    return 0.6 * F_y * A_w * C_v2
