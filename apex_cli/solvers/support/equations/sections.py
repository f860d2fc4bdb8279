"""Properties of rectangular tubes from their dimensions.

Symbols: B and H outside width and height, t wall, R_o and R_i radii of the
corners. x is the axis across H: bending about it puts H in depth.

A corner of radius R takes (1 - pi/4) R² from the square that it rounds; the middle of what it takes
lies (10 - 3 pi)/(12 - 3 pi) R from both sides, and about that middle its second moment of area is
(1/3 - pi/16 - 1/(9 (4 - pi))) R⁴.
"""

from math import pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import CubicInches, Inches, QuarticInches, SquareInches

_TAKEN = 1 - pi / 4
_MIDDLE = (10 - 3 * pi) / (12 - 3 * pi)
_OWN = 1 / 3 - pi / 16 - 1 / (9 * (4 - pi))


@equation("R_o", "min(2 * t, B / 2, H / 2)", clause="B4.1b User Note, AISC Manual Part 1")
def outside_radius(*, t: Inches, B: Inches, H: Inches) -> Inches:
    """Outside radius of a corner, twice the wall unless the sides are too short for it.

    >>> outside_radius(t=0.465, B=8, H=12), outside_radius(t=0.3, B=1, H=2)
    (0.93, 0.5)
    """
    return min(2 * t, B / 2, H / 2)


@equation("R_i", "R_o - t", clause="")
def inside_radius(*, R_o: Inches, t: Inches) -> Inches:
    """Inside radius of a corner.

    >>> inside_radius(R_o=1.0, t=0.5)
    0.5
    """
    return R_o - t


@equation(
    "A", "B * H - (B - 2 * t) * (H - 2 * t) - (4 - pi) * (R_o ** 2 - R_i ** 2)", clause=""
)  # fmt: skip
def area(*, B: Inches, H: Inches, t: Inches, R_o: Inches, R_i: Inches) -> SquareInches:
    """Area of a rectangular tube.

    >>> round(area(B=8, H=8, t=0.465, R_o=0.93, R_i=0.465), 1)
    13.5
    """
    return B * H - (B - 2 * t) * (H - 2 * t) - (4 - pi) * (R_o**2 - R_i**2)


@equation(
    "I_x",
    "(B * H ** 3 - (B - 2 * t) * (H - 2 * t) ** 3) / 12"
    " - 4 * (1 / 3 - pi / 16 - 1 / (9 * (4 - pi))) * (R_o ** 4 - R_i ** 4)"
    " - (4 - pi) * (R_o * (H / 2 - (10 - 3 * pi) / (12 - 3 * pi) * R_o)) ** 2"
    " + (4 - pi) * (R_i * (H / 2 - t - (10 - 3 * pi) / (12 - 3 * pi) * R_i)) ** 2",
    clause="",
)
def inertia_x(*, B: Inches, H: Inches, t: Inches, R_o: Inches, R_i: Inches) -> QuarticInches:
    """Second moment of area of a rectangular tube about x.

    >>> round(inertia_x(B=8, H=8, t=0.465, R_o=0.93, R_i=0.465))
    125
    """
    return _inertia(B, H, t, R_o, R_i)


@equation(
    "I_y",
    "(H * B ** 3 - (H - 2 * t) * (B - 2 * t) ** 3) / 12"
    " - 4 * (1 / 3 - pi / 16 - 1 / (9 * (4 - pi))) * (R_o ** 4 - R_i ** 4)"
    " - (4 - pi) * (R_o * (B / 2 - (10 - 3 * pi) / (12 - 3 * pi) * R_o)) ** 2"
    " + (4 - pi) * (R_i * (B / 2 - t - (10 - 3 * pi) / (12 - 3 * pi) * R_i)) ** 2",
    clause="",
)
def inertia_y(*, B: Inches, H: Inches, t: Inches, R_o: Inches, R_i: Inches) -> QuarticInches:
    """Second moment of area of a rectangular tube about y.

    >>> round(inertia_y(B=6, H=10, t=0.581, R_o=1.162, R_i=0.581), 1)
    89.4
    """
    return _inertia(H, B, t, R_o, R_i)


def _inertia(across: float, depth: float, t: float, outer: float, inner: float) -> float:
    """The whole less the hole, each less its four corners."""
    corners = 4 * _OWN * (outer**4 - inner**4)
    corners += 4 * _TAKEN * (outer * (depth / 2 - _MIDDLE * outer)) ** 2
    corners -= 4 * _TAKEN * (inner * (depth / 2 - t - _MIDDLE * inner)) ** 2
    return (across * depth**3 - (across - 2 * t) * (depth - 2 * t) ** 3) / 12 - corners


@equation("S_x", "2 * I_x / H", clause="")
def modulus_x(*, I_x: QuarticInches, H: Inches) -> CubicInches:
    """Elastic section modulus of a rectangular tube about x.

    >>> modulus_x(I_x=125.0, H=8)
    31.25
    """
    return 2 * I_x / H


@equation("S_y", "2 * I_y / B", clause="")
def modulus_y(*, I_y: QuarticInches, B: Inches) -> CubicInches:
    """Elastic section modulus of a rectangular tube about y.

    >>> round(modulus_y(I_y=89.4, B=6), 1)
    29.8
    """
    return 2 * I_y / B


@equation(
    "Z_x",
    "(B * H ** 2 - (B - 2 * t) * (H - 2 * t) ** 2) / 4"
    " - (4 - pi) * R_o ** 2 * (H / 2 - (10 - 3 * pi) / (12 - 3 * pi) * R_o)"
    " + (4 - pi) * R_i ** 2 * (H / 2 - t - (10 - 3 * pi) / (12 - 3 * pi) * R_i)",
    clause="",
)
def plastic_modulus_x(*, B: Inches, H: Inches, t: Inches, R_o: Inches, R_i: Inches) -> CubicInches:
    """Plastic section modulus of a rectangular tube about x.

    >>> round(plastic_modulus_x(B=8, H=8, t=0.465, R_o=0.93, R_i=0.465), 1)
    37.5
    """
    return _plastic_modulus(B, H, t, R_o, R_i)


@equation(
    "Z_y",
    "(H * B ** 2 - (H - 2 * t) * (B - 2 * t) ** 2) / 4"
    " - (4 - pi) * R_o ** 2 * (B / 2 - (10 - 3 * pi) / (12 - 3 * pi) * R_o)"
    " + (4 - pi) * R_i ** 2 * (B / 2 - t - (10 - 3 * pi) / (12 - 3 * pi) * R_i)",
    clause="",
)
def plastic_modulus_y(*, B: Inches, H: Inches, t: Inches, R_o: Inches, R_i: Inches) -> CubicInches:
    """Plastic section modulus of a rectangular tube about y.

    >>> round(plastic_modulus_y(B=6, H=10, t=0.581, R_o=1.162, R_i=0.581), 1)
    35.8
    """
    return _plastic_modulus(H, B, t, R_o, R_i)


def _plastic_modulus(across: float, depth: float, t: float, outer: float, inner: float) -> float:
    corners = 4 * _TAKEN * outer**2 * (depth / 2 - _MIDDLE * outer)
    corners -= 4 * _TAKEN * inner**2 * (depth / 2 - t - _MIDDLE * inner)
    return (across * depth**2 - (across - 2 * t) * (depth - 2 * t) ** 2) / 4 - corners


@equation("r_x", "sqrt(I_x / A)", clause="")
def gyration_x(*, I_x: QuarticInches, A: SquareInches) -> Inches:
    """Radius of gyration of a rectangular tube about x.

    >>> gyration_x(I_x=36.0, A=4.0)
    3.0
    """
    return sqrt(I_x / A)


@equation("r_y", "sqrt(I_y / A)", clause="")
def gyration_y(*, I_y: QuarticInches, A: SquareInches) -> Inches:
    """Radius of gyration of a rectangular tube about y.

    >>> gyration_y(I_y=36.0, A=4.0)
    3.0
    """
    return sqrt(I_y / A)


@equation("R_m", "(R_o + R_i) / 2", clause="")
def middle_radius(*, R_o: Inches, R_i: Inches) -> Inches:
    """Radius of a corner at the middle of the wall.

    >>> middle_radius(R_o=1.0, R_i=0.5)
    0.75
    """
    return (R_o + R_i) / 2


@equation("A_m", "(B - t) * (H - t) - (4 - pi) * R_m ** 2", clause="")
def enclosed_area(*, B: Inches, H: Inches, t: Inches, R_m: Inches) -> SquareInches:
    """Area that the middle of the wall goes around.

    >>> enclosed_area(B=8, H=8, t=0.5, R_m=0)
    56.25
    """
    return (B - t) * (H - t) - (4 - pi) * R_m**2


@equation("p_m", "2 * (B + H - 2 * t) - 2 * (4 - pi) * R_m", clause="")
def middle_perimeter(*, B: Inches, H: Inches, t: Inches, R_m: Inches) -> Inches:
    """Length of the middle of the wall, once around.

    >>> middle_perimeter(B=8, H=8, t=0.5, R_m=0)
    30.0
    """
    return 2 * (B + H - 2 * t) - 2 * (4 - pi) * R_m


@equation("J", "4 * A_m ** 2 * t / p_m + p_m * t ** 3 / 3", clause="")
def torsion_inertia(*, A_m: SquareInches, t: Inches, p_m: Inches) -> QuarticInches:
    """Torsion constant of a rectangular tube: as a closed cell, and its wall by itself.

    >>> round(torsion_inertia(A_m=56.25, t=0.5, p_m=30.0), 2)
    212.19
    """
    return 4 * A_m**2 * t / p_m + p_m * t**3 / 3


@equation(
    "C", "2 * (B - t) * (H - t) * t - 4.5 * (4 - pi) * t ** 3", clause="H3.1 User Note"
)  # fmt: skip
def torsion_modulus(*, B: Inches, H: Inches, t: Inches) -> CubicInches:
    """Torsional modulus of a rectangular tube, with corners of the middle radius 1.5 t.

    >>> round(torsion_modulus(B=8, H=8, t=0.3), 2)
    35.47
    """
    return 2 * (B - t) * (H - t) * t - 4.5 * (4 - pi) * t**3
