"""Equations of a rigid base that is bent about two axes, and of a round one.

Symbols: B and L sides of the footing, B also the diameter of a round one; M_b moment at the base
along B, M_y along L; e_x and e_y how far the resultant stands off the middle along B and L; X and Y
how far the pressure reaches from the corner that is pressed most, along B and L, were the sides as
long; alpha half the angle at the centre of a round base over the chord where its pressure ends.

Source: statics of a rigid footing on ground that takes no tension.
"""

from math import cos, pi, sin, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Degrees,
    Feet,
    KipFeet,
    PoundFeet,
    PoundsForce,
    Psf,
    Ratio,
    SquareFeet,
)


@equation("M_b", "1000 * M_W + P * d_b", clause="")
def wind_moment_at_base(*, M_W: KipFeet, P: PoundsForce, d_b: Feet) -> PoundFeet:
    """Moment of the wind alone at the base of the footing."""
    return 1000 * M_W + P * d_b


@equation("M_y", "1000 * max(M_D, -M_D)", clause="")
def dead_moment(*, M_D: KipFeet) -> PoundFeet:
    """Moment of the offset dead load, at right angles to the wind's."""
    return 1000 * max(M_D, -M_D)


@equation("M_y", "omega_D * M_D", clause="1605.1")
def resisting_dead_moment(*, omega_D: Ratio, M_D: PoundFeet) -> PoundFeet:
    """Moment of the offset dead load under 0.6D + 0.6W."""
    return omega_D * M_D


@equation("M_b", "M_x + M_y", clause="")
def moments_in_line(*, M_x: PoundFeet, M_y: PoundFeet) -> PoundFeet:
    """The wind's moment and the dead load's where the wind may turn into line with it."""
    return M_x + M_y


@equation("M_b", "sqrt(M_x ** 2 + M_y ** 2)", clause="")
def moments_across(*, M_x: PoundFeet, M_y: PoundFeet) -> PoundFeet:
    """Resultant of the wind's moment and the dead load's, at right angles to each other."""
    return sqrt(M_x**2 + M_y**2)


@equation("M_r", "W_r * L / 2", clause="")
def resisting_moment_across(*, W_r: PoundsForce, L: Feet) -> PoundFeet:
    """Moment of the weight about the edge along the wind."""
    return W_r * L / 2


@equation("e_y", "M_y / W", clause="")
def eccentricity_across(*, M_y: PoundFeet, W: PoundsForce) -> Feet:
    """Distance of the resultant from the centre, along L."""
    return M_y / W


@equation("e_x", "M_b * cos(pi * theta / 180) / W", clause="")
def eccentricity_turned(*, M_b: PoundFeet, theta: Degrees, W: PoundsForce) -> Feet:
    """Distance of the resultant from the centre along B, the wind turned by θ."""
    return M_b * cos(pi * theta / 180) / W


@equation("e_y", "M_b * sin(pi * theta / 180) / W", clause="")
def eccentricity_turned_across(*, M_b: PoundFeet, theta: Degrees, W: PoundsForce) -> Feet:
    """Distance of the resultant from the centre along L, the wind turned by θ."""
    return M_b * sin(pi * theta / 180) / W


@equation("q_max", "W / (B * L) * (1 + 6 * e_x / B + 6 * e_y / L)", clause="")
def corner_in_kern(*, W: PoundsForce, B: Feet, L: Feet, e_x: Feet, e_y: Feet) -> Psf:
    """Pressure of the corner while the whole base presses, e_x/B + e_y/L <= 1/6."""
    return W / (B * L) * (1 + 6 * e_x / B + 6 * e_y / L)


@equation("q_max", "3 * W / (8 * (B / 2 - e_x) * (L / 2 - e_y))", clause="")
def corner_of_triangle(*, W: PoundsForce, B: Feet, L: Feet, e_x: Feet, e_y: Feet) -> Psf:
    """Pressure of the corner when only a triangle presses, e_x >= B/4 and e_y >= L/4."""
    return 3 * W / (8 * (B / 2 - e_x) * (L / 2 - e_y))


@equation(
    "q_max", "6 * W / (X * Y * (1 - max(0, 1 - B / X) ** 3 - max(0, 1 - L / Y) ** 3))", clause=""
)
def corner_of_part(*, W: PoundsForce, B: Feet, L: Feet, X: Feet, Y: Feet) -> Psf:
    """Pressure of the corner when it falls to nothing at X and Y: a pyramid less what is beyond.

    >>> round(corner_of_part(W=1000, B=10, L=10, X=5, Y=4), 3)
    300.0
    """
    return 6 * W / (X * Y * (1 - max(0, 1 - B / X) ** 3 - max(0, 1 - L / Y) ** 3))


@equation(
    "x_R",
    "X / 4 * (1 - max(0, 1 - B / X) ** 3 * (1 + 3 * B / X) - max(0, 1 - L / Y) ** 4)"
    " / (1 - max(0, 1 - B / X) ** 3 - max(0, 1 - L / Y) ** 3)",
    clause="",
)
def pressure_stands(*, B: Feet, L: Feet, X: Feet, Y: Feet) -> Feet:
    """Where the pressure stands along B, from the corner: as far as the load does."""
    off_x, off_y = max(0, 1 - B / X), max(0, 1 - L / Y)
    return X / 4 * (1 - off_x**3 * (1 + 3 * B / X) - off_y**4) / (1 - off_x**3 - off_y**3)


@equation(
    "y_R",
    "Y / 4 * (1 - max(0, 1 - L / Y) ** 3 * (1 + 3 * L / Y) - max(0, 1 - B / X) ** 4)"
    " / (1 - max(0, 1 - B / X) ** 3 - max(0, 1 - L / Y) ** 3)",
    clause="",
)
def pressure_stands_across(*, B: Feet, L: Feet, X: Feet, Y: Feet) -> Feet:
    """Where the pressure stands along L, from the corner: as far as the load does."""
    return pressure_stands(B=L, L=B, X=Y, Y=X)


@equation("x_W", "B / 2 - e_x", clause="")
def load_stands(*, B: Feet, e_x: Feet) -> Feet:
    """Where the load stands along B, from the corner."""
    return B / 2 - e_x


@equation("y_W", "L / 2 - e_y", clause="")
def load_stands_across(*, L: Feet, e_y: Feet) -> Feet:
    """Where the load stands along L, from the corner."""
    return L / 2 - e_y


@equation("A_c", "X * Y / 2 * (1 - max(0, 1 - B / X) ** 2 - max(0, 1 - L / Y) ** 2)", clause="")
def contact_area(*, B: Feet, L: Feet, X: Feet, Y: Feet) -> SquareFeet:
    """The part of the base that presses when the pressure falls to nothing at X and Y."""
    return X * Y / 2 * (1 - max(0, 1 - B / X) ** 2 - max(0, 1 - L / Y) ** 2)


@equation("R_s", "min(c * A_c, f_c * W_r)", clause="1806.3.2")
def sliding_on_contact(*, c: Psf, A_c: SquareFeet, f_c: Ratio, W_r: PoundsForce) -> PoundsForce:
    """Resistance to sliding by cohesion on the part in contact, at most a part of the dead load."""
    return min(c * A_c, f_c * W_r)


@equation("q_max", "4 * W / (pi * B ** 2) * (1 + 8 * e / B)", clause="")
def round_in_kern(*, W: PoundsForce, B: Feet, e: Feet) -> Psf:
    """Greatest pressure while the whole round base presses, e <= B/8."""
    return 4 * W / (pi * B**2) * (1 + 8 * e / B)


@equation("q_min", "4 * W / (pi * B ** 2) * (1 - 8 * e / B)", clause="")
def round_least_in_kern(*, W: PoundsForce, B: Feet, e: Feet) -> Psf:
    """Least pressure while the whole round base presses."""
    return 4 * W / (pi * B**2) * (1 - 8 * e / B)


_SEGMENT = "(sin(alpha) ** 3 / 3 - cos(alpha) * (alpha - sin(alpha) * cos(alpha)) / 2)"


def _segment(alpha: float) -> float:
    """First moment of a segment of the unit circle about its chord."""
    return sin(alpha) ** 3 / 3 - cos(alpha) * (alpha - sin(alpha) * cos(alpha)) / 2


@equation("q_max", f"2 * W * (1 - cos(alpha)) / (B ** 2 * {_SEGMENT})", clause="")
def round_outside_kern(*, W: PoundsForce, B: Feet, alpha: Ratio) -> Psf:
    """Greatest pressure when a segment of the round base presses, B/8 < e < B/2."""
    return 2 * W * (1 - cos(alpha)) / (B**2 * _segment(alpha))


@equation(
    "x_R",
    f"B / 2 * ((alpha - sin(4 * alpha) / 4) / 8 - cos(alpha) * sin(alpha) ** 3 / 3) / {_SEGMENT}",
    clause="",
)
def segment_stands(*, B: Feet, alpha: Ratio) -> Feet:
    """Where the pressure on the segment stands, from the centre: as far as the load does."""
    lever = (alpha - sin(4 * alpha) / 4) / 8 - cos(alpha) * sin(alpha) ** 3 / 3
    return B / 2 * lever / _segment(alpha)


@equation("A_c", "B ** 2 / 4 * (alpha - sin(alpha) * cos(alpha))", clause="")
def segment_area(*, B: Feet, alpha: Ratio) -> SquareFeet:
    """The part of a round base that presses."""
    return B**2 / 4 * (alpha - sin(alpha) * cos(alpha))
