"""Torsion of tubes (AISC 360 H3.1)."""

from math import pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import CubicInches, Feet, Inches, KipInches, Ksi, Ratio


@equation(
    "F_cr",
    "min(0.6 * F_y, max(1.23 * E / (sqrt(12 * L / D) * lambda_w ** 1.25),"
    " 0.60 * E / lambda_w ** 1.5))",
    clause="H3-2a, H3-2b",
)
def round_torsion_stress(*, F_y: Ksi, E: Ksi, L: Feet, D: Inches, lambda_w: Ratio) -> Ksi:
    """Stress at which a round tube yields or buckles in torsion.

    >>> round(round_torsion_stress(F_y=42, E=29000, L=14, D=5, lambda_w=21.459), 1)
    25.2
    """
    buckling: float = max(1.23 * E / (sqrt(12 * L / D) * lambda_w**1.25), 0.60 * E / lambda_w**1.5)
    return min(0.6 * F_y, buckling)


@equation("lambda_v", "2.45 * sqrt(E / F_y)", clause="H3.1(b)")
def torsion_yield_limit(*, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness up to which the walls of a rectangular tube yield in torsion.

    >>> round(torsion_yield_limit(E=29000, F_y=46), 2)
    61.52
    """
    return 2.45 * sqrt(E / F_y)


@equation("lambda_e", "3.07 * sqrt(E / F_y)", clause="H3.1(b)")
def torsion_elastic_limit(*, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness beyond which the walls of a rectangular tube buckle while elastic.

    >>> round(torsion_elastic_limit(E=29000, F_y=46), 2)
    77.08
    """
    return 3.07 * sqrt(E / F_y)


@equation("F_cr", "0.6 * F_y", clause="H3-3")
def torsion_yielding(*, F_y: Ksi) -> Ksi:
    """Stress at which the walls of a rectangular tube yield in torsion.

    >>> torsion_yielding(F_y=50)
    30.0
    """
    return 0.6 * F_y


@equation("F_cr", "0.6 * F_y * 2.45 * sqrt(E / F_y) / lambda_w", clause="H3-4")
def inelastic_torsion(*, F_y: Ksi, E: Ksi, lambda_w: Ratio) -> Ksi:
    """Stress at which the walls of a rectangular tube buckle, partly yielded.

    >>> round(inelastic_torsion(F_y=46, E=29000, lambda_w=70), 2)
    24.25
    """
    return 0.6 * F_y * 2.45 * sqrt(E / F_y) / lambda_w


@equation("F_cr", "0.458 * pi ** 2 * E / lambda_w ** 2", clause="H3-5")
def elastic_torsion(*, E: Ksi, lambda_w: Ratio) -> Ksi:
    """Stress at which the walls of a rectangular tube buckle while elastic.

    >>> round(elastic_torsion(E=29000, lambda_w=100), 2)
    13.11
    """
    return 0.458 * pi**2 * E / lambda_w**2


@equation("T_n", "F_cr * C", clause="H3-1")
def torsional_strength(*, F_cr: Ksi, C: CubicInches) -> KipInches:
    """Strength in torsion.

    >>> round(torsional_strength(F_cr=25.2, C=7.95), 2)
    200.34
    """
    return F_cr * C
