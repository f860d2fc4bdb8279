"""A tube with a hole through one wall: what is left, by statics."""

from math import asin, cos, sin, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    CubicInches,
    Inches,
    KipFeet,
    Kips,
    Ksi,
    QuarticInches,
    Ratio,
    SquareInches,
)


@equation("theta", "asin(w / D)", clause="")
def half_angle(*, w: Inches, D: Inches) -> Ratio:
    """Half of the angle over a hole in a round tube, radians.

    >>> round(half_angle(w=5, D=10), 4)
    0.5236
    """
    return asin(w / D)


@equation("A_h", "A - theta * (D - t) * t", clause="")
def round_net_area(*, A: SquareInches, theta: Ratio, D: Inches, t: Inches) -> SquareInches:
    """Area of a round tube beside the hole.

    >>> round_net_area(A=10.0, theta=0.5, D=10.5, t=0.5)
    7.5
    """
    return A - theta * (D - t) * t


@equation("e_h", "(D - t) ** 2 * t * sin(theta) / (2 * A_h)", clause="")
def round_shift(*, D: Inches, t: Inches, theta: Ratio, A_h: SquareInches) -> Inches:
    """How far the centroid moves away from the hole.

    >>> round(round_shift(D=10.5, t=0.5, theta=0.5236, A_h=10), 3)
    1.25
    """
    return (D - t) ** 2 * t * sin(theta) / (2 * A_h)


@equation(
    "I_1", "I - t * ((D - t) / 2) ** 3 * (theta + sin(theta) * cos(theta)) - A_h * e_h ** 2",
    clause="",
)  # fmt: skip
def round_inertia_1(
    *,
    I: QuarticInches,  # noqa: E741 - the symbol of the standard
    t: Inches,
    D: Inches,
    theta: Ratio,
    A_h: SquareInches,
    e_h: Inches,
) -> QuarticInches:
    """Second moment of area where the hole is in tension or compression.

    >>> round(round_inertia_1(I=150.0, t=0.5, D=10.5, theta=0.5, A_h=14, e_h=1), 2)
    78.45
    """
    return I - t * ((D - t) / 2) ** 3 * (theta + sin(theta) * cos(theta)) - A_h * e_h**2


@equation("I_2", "I - t * ((D - t) / 2) ** 3 * (theta - sin(theta) * cos(theta))", clause="")
def round_inertia_2(
    *,
    I: QuarticInches,  # noqa: E741 - the symbol of the standard
    t: Inches,
    D: Inches,
    theta: Ratio,
) -> QuarticInches:
    """Second moment of area where the hole is on the neutral axis.

    >>> round(round_inertia_2(I=150.0, t=0.5, D=10.5, theta=0.5), 2)
    145.05
    """
    return I - t * ((D - t) / 2) ** 3 * (theta - sin(theta) * cos(theta))


@equation(
    "S_h",
    "1 / max(sqrt(((D / 2 * cos(theta) + e_h) / I_1) ** 2 + (D / 2 * sin(theta) / I_2) ** 2), "
    "(D / 2 - e_h) / I_1)",
    clause="",
)
def round_net_modulus(
    *, D: Inches, theta: Ratio, e_h: Inches, I_1: QuarticInches, I_2: QuarticInches
) -> CubicInches:
    """Elastic modulus beside the hole, whichever way it looks.

    The corner of the hole is stressed most when the moment turns towards it; else the wall
    opposite.

    >>> round(round_net_modulus(D=10.0, theta=0.5, e_h=1.0, I_1=80.0, I_2=145.0), 2)
    14.42
    """
    corner = sqrt(((D / 2 * cos(theta) + e_h) / I_1) ** 2 + (D / 2 * sin(theta) / I_2) ** 2)
    return 1 / max(corner, (D / 2 - e_h) / I_1)


@equation("A_h", "A - w * t", clause="")
def flat_net_area(*, A: SquareInches, w: Inches, t: Inches) -> SquareInches:
    """Area of a rectangular tube beside the hole.

    >>> flat_net_area(A=10.0, w=4, t=0.5)
    8.0
    """
    return A - w * t


@equation("e_h", "w * t * (d - t) / (2 * A_h)", clause="")
def flat_shift(*, w: Inches, t: Inches, d: Inches, A_h: SquareInches) -> Inches:
    """How far the centroid moves away from the hole.

    >>> flat_shift(w=4, t=0.5, d=8.5, A_h=8.0)
    1.0
    """
    return w * t * (d - t) / (2 * A_h)


@equation("I_1", "I - w * t * ((d - t) / 2) ** 2 - A_h * e_h ** 2", clause="")
def flat_inertia(
    *,
    I: QuarticInches,  # noqa: E741 - the symbol of the standard
    w: Inches,
    t: Inches,
    d: Inches,
    A_h: SquareInches,
    e_h: Inches,
) -> QuarticInches:
    """Second moment of area with the hole in the wall that is stressed most.

    >>> flat_inertia(I=100.0, w=4, t=0.5, d=8.5, A_h=8.0, e_h=1.0)
    60.0
    """
    return I - w * t * ((d - t) / 2) ** 2 - A_h * e_h**2


@equation("S_h", "I_1 / (d / 2 + e_h)", clause="")
def flat_net_modulus(*, I_1: QuarticInches, d: Inches, e_h: Inches) -> CubicInches:
    """Elastic modulus beside the hole, at the edges of the wall that has it.

    >>> flat_net_modulus(I_1=60.0, d=8.0, e_h=1.0)
    12.0
    """
    return I_1 / (d / 2 + e_h)


@equation("P_h", "phi * F_y * A_h", clause="")
def net_axial(*, phi: Ratio, F_y: Ksi, A_h: SquareInches) -> Kips:
    """Axial strength beside the hole, LRFD.

    >>> net_axial(phi=0.9, F_y=50, A_h=8)
    360.0
    """
    return phi * F_y * A_h


@equation("P_h", "F_y * A_h / Omega", clause="")
def net_axial_asd(*, F_y: Ksi, A_h: SquareInches, Omega: Ratio) -> Kips:
    """Axial strength beside the hole, ASD.

    >>> net_axial_asd(F_y=50, A_h=8, Omega=1.6)
    250.0
    """
    return F_y * A_h / Omega


@equation("M_h", "phi * F_y * S_h / 12", clause="")
def net_moment(*, phi: Ratio, F_y: Ksi, S_h: CubicInches) -> KipFeet:
    """Moment at which the edge of the hole yields, LRFD.

    >>> net_moment(phi=0.9, F_y=50, S_h=12)
    45.0
    """
    return phi * F_y * S_h / 12


@equation("M_h", "F_y * S_h / (12 * Omega)", clause="")
def net_moment_asd(*, F_y: Ksi, S_h: CubicInches, Omega: Ratio) -> KipFeet:
    """Moment at which the edge of the hole yields, ASD.

    >>> net_moment_asd(F_y=48, S_h=12, Omega=1.5)
    32.0
    """
    return F_y * S_h / (12 * Omega)


@equation("u_h", "P_r / P_h + M_1 / M_h1", clause="")
def net_ratio(*, P_r: Kips, P_h: Kips, M_1: KipFeet, M_h1: KipFeet) -> Ratio:
    """Stress at the edge of the hole over what it may be.

    >>> net_ratio(P_r=1.0, P_h=10.0, M_1=2.0, M_h1=8.0)
    0.35
    """
    return P_r / P_h + M_1 / M_h1


@equation("u_h", "P_r / P_h + M_1 / M_h1 + M_2 / M_h2", clause="")
def net_ratio_biaxial(
    *, P_r: Kips, P_h: Kips, M_1: KipFeet, M_h1: KipFeet, M_2: KipFeet, M_h2: KipFeet
) -> Ratio:
    """Stress at the edge of the hole over what it may be, bent about both axes.

    >>> net_ratio_biaxial(P_r=1.0, P_h=10.0, M_1=2.0, M_h1=8.0, M_2=1.0, M_h2=8.0)
    0.475
    """
    return P_r / P_h + M_1 / M_h1 + M_2 / M_h2
