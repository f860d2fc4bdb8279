"""The geometry of the faces that take wind."""

from apex_cli.equations import equation
from apex_cli.quantities import CubicFeet, Feet, Ratio, SquareFeet


@equation("h", "z_b + s", clause="Figure 29.3-1")
def top_of_sign(*, z_b: Feet, s: Feet) -> Feet:
    """Height of the upper edge above the ground.

    >>> top_of_sign(z_b=18, s=6)
    24
    """
    return z_b + s


@equation("A_s", "B * s", clause="29.3.1")
def gross_area(*, B: Feet, s: Feet) -> SquareFeet:
    """Gross area of a rectangular face.

    >>> gross_area(B=10, s=6)
    60
    """
    return B * s


@equation("A_f", "epsilon * A", clause="29.4")
def solid_area(*, epsilon: Ratio, A: SquareFeet) -> SquareFeet:
    """Solid area of an open face.

    >>> solid_area(epsilon=0.5, A=60)
    30.0
    """
    return epsilon * A


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


@equation("B", "x_R - x_L", clause="")
def joint_width(*, x_R: Feet, x_L: Feet) -> Feet:
    """Width from the leftmost to the rightmost edge.

    >>> joint_width(x_R=6, x_L=-4)
    10
    """
    return x_R - x_L


@equation("s", "h - z_b", clause="")
def joint_height(*, h: Feet, z_b: Feet) -> Feet:
    """Height from the lowest to the highest edge.

    >>> joint_height(h=30, z_b=12)
    18
    """
    return h - z_b


@equation("x_F", "(x_R + x_L) / 2", clause="")
def joint_offset(*, x_R: Feet, x_L: Feet) -> Feet:
    """Middle between the outer edges, from the support's axis.

    >>> joint_offset(x_R=8, x_L=-4)
    2.0
    """
    return (x_R + x_L) / 2


@equation("epsilon", "min(1, A_n / A)", clause="29.3.1")
def solidity(*, A_n: SquareFeet, A: SquareFeet) -> Ratio:
    """Net area over gross area.

    >>> solidity(A_n=60, A=80)
    0.75
    """
    return min(1, A_n / A)


@equation("z_c", "S_z / A_n", clause="")
def joint_centroid_height(*, S_z: CubicFeet, A_n: SquareFeet) -> Feet:
    """Height of the centroid of what is solid.

    >>> joint_centroid_height(S_z=1440, A_n=60)
    24.0
    """
    return S_z / A_n


@equation("x_c", "S_x / A_n", clause="")
def joint_centroid_place(*, S_x: CubicFeet, A_n: SquareFeet) -> Feet:
    """Distance of the centroid of what is solid from the support's axis.

    >>> joint_centroid_place(S_x=-120, A_n=60)
    -2.0
    """
    return S_x / A_n
