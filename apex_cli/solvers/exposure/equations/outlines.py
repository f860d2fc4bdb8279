"""Area and centroid of a face that is no rectangle."""

from math import pi

from apex_cli.equations import equation
from apex_cli.quantities import CubicFeet, Feet, SquareFeet


@equation("A_s", "B * s / 2", clause="")
def triangle(*, B: Feet, s: Feet) -> SquareFeet:
    """Area of a triangular face.

    >>> triangle(B=10, s=6)
    30.0
    """
    return B * s / 2


@equation("z_0", "s / 3", clause="")
def low_centroid(*, s: Feet) -> Feet:
    """Centroid of a triangle that points up, above its lower edge.

    >>> low_centroid(s=6)
    2.0
    """
    return s / 3


@equation("z_0", "2 * s / 3", clause="")
def high_centroid(*, s: Feet) -> Feet:
    """Centroid of a triangle that points down, above its lowest point.

    >>> high_centroid(s=6)
    4.0
    """
    return 2 * s / 3


@equation("A_s", "pi / 4 * B * s", clause="")
def ellipse(*, B: Feet, s: Feet) -> SquareFeet:
    """Area of an ellipse, or of a circle.

    >>> round(ellipse(B=10, s=10), 3)
    78.54
    """
    return pi / 4 * B * s


@equation("x_0", "S_A / A_s", clause="")
def polygon_place(*, S_A: CubicFeet, A_s: SquareFeet) -> Feet:
    """Centroid of a polygon, from its left edge.

    >>> polygon_place(S_A=120, A_s=30)
    4.0
    """
    return S_A / A_s


@equation("z_0", "S_A / A_s", clause="")
def polygon_height(*, S_A: CubicFeet, A_s: SquareFeet) -> Feet:
    """Centroid of a polygon, above its lower edge.

    >>> polygon_height(S_A=60, A_s=30)
    2.0
    """
    return S_A / A_s


@equation("z_c", "z_b + z_0", clause="")
def centroid_height(*, z_b: Feet, z_0: Feet) -> Feet:
    """Height of the centroid of a face above the ground.

    >>> centroid_height(z_b=18, z_0=2)
    20
    """
    return z_b + z_0


@equation("x_c", "x_F - B / 2 + x_0", clause="")
def centroid_place(*, x_F: Feet, B: Feet, x_0: Feet) -> Feet:
    """Centroid of a face, from the support's axis.

    >>> centroid_place(x_F=0, B=10, x_0=4)
    -1.0
    """
    return x_F - B / 2 + x_0
