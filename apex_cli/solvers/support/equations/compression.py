"""Compression of tubes (AISC 360 E3 and E7)."""

from math import pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Inches, Kips, Ksi, Ratio, SquareInches


@equation("lambda_c", "12 * L / r", clause="E2")
def member_slenderness(*, L: Feet, r: Inches) -> Ratio:
    """Slenderness of the pole: its effective length over its radius of gyration.

    >>> member_slenderness(L=24, r=3.6)
    80.0
    """
    return 12 * L / r


@equation("F_e", "pi ** 2 * E / lambda_c ** 2", clause="E3-4")
def euler_stress(*, E: Ksi, lambda_c: Ratio) -> Ksi:
    """Stress at which the elastic pole buckles.

    >>> round(euler_stress(E=29000, lambda_c=80), 2)
    44.72
    """
    return pi**2 * E / lambda_c**2


@equation("F_n", "0.658 ** (F_y / F_e) * F_y", clause="E3-2")
def inelastic_buckling(*, F_y: Ksi, F_e: Ksi) -> Ksi:
    """Stress at which the pole buckles, partly yielded: where F_y/F_e is at most 2.25.

    >>> round(inelastic_buckling(F_y=50, F_e=50), 2)
    32.9
    """
    stress: float = 0.658 ** (F_y / F_e) * F_y
    return stress


@equation("F_n", "0.877 * F_e", clause="E3-3")
def elastic_buckling(*, F_e: Ksi) -> Ksi:
    """Stress at which the pole buckles while elastic: where F_y/F_e is over 2.25.

    >>> round(elastic_buckling(F_e=20), 2)
    17.54
    """
    return 0.877 * F_e


@equation("A_e", "min(A, (0.038 * E / (F_y * lambda_w) + 2 / 3) * A)", clause="E7-7")
def round_effective_area(*, A: SquareInches, E: Ksi, F_y: Ksi, lambda_w: Ratio) -> SquareInches:
    """Effective area of a round tube with a slender wall.

    Just beyond the limit the code's equation gives more than the whole area; it is held to it.

    >>> round(round_effective_area(A=10, E=29000, F_y=50, lambda_w=100), 3)
    8.871
    """
    return min(A, (0.038 * E / (F_y * lambda_w) + 2 / 3) * A)


@equation("lambda_f", "lambda_r * sqrt(F_y / F_n)", clause="E7-2")
def full_width_limit(*, lambda_r: Ratio, F_y: Ksi, F_n: Ksi) -> Ratio:
    """Slenderness up to which the whole of a flat wall counts: the pole buckles before it.

    >>> full_width_limit(lambda_r=33, F_y=36, F_n=9)
    66.0
    """
    return lambda_r * sqrt(F_y / F_n)


@equation("F_el", "(c_2 * lambda_r / lambda_w) ** 2 * F_y", clause="E7-5")
def wall_buckling(*, c_2: Ratio, lambda_r: Ratio, lambda_w: Ratio, F_y: Ksi) -> Ksi:
    """Stress at which a slender flat wall buckles while elastic.

    >>> round(wall_buckling(c_2=1.38, lambda_r=33.72, lambda_w=46.5336, F_y=50), 3)
    50.0
    """
    return (c_2 * lambda_r / lambda_w) ** 2 * F_y


@equation("b_e", "b * (1 - c_1 * sqrt(F_el / F_n)) * sqrt(F_el / F_n)", clause="E7-3")
def effective_wall(*, b: Inches, c_1: Ratio, F_el: Ksi, F_n: Ksi) -> Inches:
    """Effective width of a slender flat wall in compression.

    >>> round(effective_wall(b=10, c_1=0.2, F_el=40, F_n=40), 6)
    8.0
    """
    return b * (1 - c_1 * sqrt(F_el / F_n)) * sqrt(F_el / F_n)


@equation("A_e", "A - 2 * (b - b_e) * t", clause="E7.1")
def area_without(*, A: SquareInches, b: Inches, b_e: Inches, t: Inches) -> SquareInches:
    """Effective area, less what does not count of two opposite walls.

    >>> area_without(A=10, b=8, b_e=6, t=0.25)
    9.0
    """
    return A - 2 * (b - b_e) * t


@equation("P_n", "F_n * A", clause="E3-1")
def buckling_strength(*, F_n: Ksi, A: SquareInches) -> Kips:
    """Strength in compression of a tube without slender walls.

    >>> buckling_strength(F_n=30, A=10)
    300
    """
    return F_n * A


@equation("P_n", "F_n * A_e", clause="E7-1")
def effective_strength(*, F_n: Ksi, A_e: SquareInches) -> Kips:
    """Strength in compression of a tube with slender walls.

    >>> effective_strength(F_n=30, A_e=9)
    270
    """
    return F_n * A_e
