"""Properties of round tubes from their dimensions.

Symbols: D outside diameter, t wall.
"""

from math import pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import CubicInches, Inches, QuarticInches, SquareInches


@equation("A", "pi / 4 * (D ** 2 - (D - 2 * t) ** 2)", clause="")
def round_area(*, D: Inches, t: Inches) -> SquareInches:
    """Area of a round tube.

    >>> round(round_area(D=16, t=0.349), 2)
    17.16
    """
    return pi / 4 * (D**2 - (D - 2 * t) ** 2)


@equation("I", "pi / 64 * (D ** 4 - (D - 2 * t) ** 4)", clause="")
def round_inertia(*, D: Inches, t: Inches) -> QuarticInches:
    """Second moment of area of a round tube.

    >>> round(round_inertia(D=16, t=0.349))
    526
    """
    return pi / 64 * (D**4 - (D - 2 * t) ** 4)


@equation("S", "2 * I / D", clause="")
def round_modulus(*, I: QuarticInches, D: Inches) -> CubicInches:  # noqa: E741 - the code's own symbol
    """Elastic section modulus of a round tube.

    >>> round(round_modulus(I=525.69, D=16), 1)
    65.7
    """
    return 2 * I / D


@equation("Z", "(D ** 3 - (D - 2 * t) ** 3) / 6", clause="")
def round_plastic_modulus(*, D: Inches, t: Inches) -> CubicInches:
    """Plastic section modulus of a round tube.

    >>> round(round_plastic_modulus(D=16, t=0.349), 1)
    85.5
    """
    return (D**3 - (D - 2 * t) ** 3) / 6


@equation("r", "sqrt(I / A)", clause="")
def round_gyration(*, I: QuarticInches, A: SquareInches) -> Inches:  # noqa: E741 - the code's own symbol
    """Radius of gyration of a round tube.

    >>> round(round_gyration(I=525.69, A=17.16), 2)
    5.53
    """
    return sqrt(I / A)


@equation("J", "2 * I", clause="")
def round_torsion_inertia(*, I: QuarticInches) -> QuarticInches:  # noqa: E741 - the code's own symbol
    """Torsion constant of a round tube.

    >>> round_torsion_inertia(I=525.69)
    1051.38
    """
    return 2 * I


@equation("C", "2 * S", clause="")
def round_torsion_modulus(*, S: CubicInches) -> CubicInches:
    """Torsional modulus of a round tube, J over half its diameter, as the Manual prints it.

    The User Note of H3.1 gives pi (D - t)² t / 2 and calls it conservative; it is 2 to 10 %
    higher than J / (D/2), which is exact.

    >>> round(round_torsion_modulus(S=65.71), 1)
    131.4
    """
    return 2 * S
