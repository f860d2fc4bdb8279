"""Flexure of tubes (AISC 360 F7 and F8)."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    CubicInches,
    Feet,
    Inches,
    KipInches,
    Ksi,
    QuarticInches,
    Ratio,
    SquareInches,
)


@equation("M_p", "F_y * Z", clause="F7-1, F8-1")
def plastic_moment(*, F_y: Ksi, Z: CubicInches) -> KipInches:
    """Moment at which the whole section yields.

    >>> plastic_moment(F_y=50, Z=2)
    100
    """
    return F_y * Z


@equation("M_n", "min(M_p, (0.021 * E / lambda_w + F_y) * S)", clause="F8-2")
def round_noncompact_moment(
    *, M_p: KipInches, E: Ksi, lambda_w: Ratio, F_y: Ksi, S: CubicInches
) -> KipInches:
    """Moment at which a noncompact round wall buckles.

    >>> round(round_noncompact_moment(M_p=3800, E=29000, lambda_w=100, F_y=42, S=65.7), 1)
    3159.5
    """
    return min(M_p, (0.021 * E / lambda_w + F_y) * S)


@equation("M_n", "0.33 * E / lambda_w * S", clause="F8-3, F8-4")
def round_slender_moment(*, E: Ksi, lambda_w: Ratio, S: CubicInches) -> KipInches:
    """Moment at which a slender round wall buckles.

    >>> round(round_slender_moment(E=29000, lambda_w=250, S=100), 6)
    3828.0
    """
    return 0.33 * E / lambda_w * S


@equation(
    "M_n",
    "min(M_p, M_p - (M_p - F_y * S) * (3.57 * lambda_w * sqrt(F_y / E) - 4.0))",
    clause="F7-2",
)
def flange_noncompact_2016(
    *, M_p: KipInches, F_y: Ksi, S: CubicInches, lambda_w: Ratio, E: Ksi
) -> KipInches:
    """Moment at which a noncompact flange of a rectangular tube buckles, as 360-16 writes it.

    >>> round(flange_noncompact_2016(M_p=828, F_y=46, S=14.9, lambda_w=31.5, E=29000), 1)
    759.7
    """
    return min(M_p, M_p - (M_p - F_y * S) * (3.57 * lambda_w * sqrt(F_y / E) - 4.0))


@equation(
    "M_n", "M_p - (M_p - F_y * S) * (lambda_w - lambda_p) / (lambda_r - lambda_p)", clause="F7-2"
)
def flange_noncompact_2022(
    *,
    M_p: KipInches,
    F_y: Ksi,
    S: CubicInches,
    lambda_w: Ratio,
    lambda_p: Ratio,
    lambda_r: Ratio,
) -> KipInches:
    """Moment at which a noncompact flat wall, flange or web, buckles, as 360-22 writes it.

    >>> round(flange_noncompact_2022(M_p=828, F_y=46, S=14.9, lambda_w=31.5, lambda_p=28.121,
    ...     lambda_r=35.152), 1)
    759.5
    """
    return M_p - (M_p - F_y * S) * (lambda_w - lambda_p) / (lambda_r - lambda_p)


@equation(
    "M_n",
    "min(M_p, M_p - (M_p - F_y * S) * (0.305 * lambda_w * sqrt(F_y / E) - 0.738))",
    clause="F7-6",
)
def web_noncompact_2016(
    *, M_p: KipInches, F_y: Ksi, S: CubicInches, lambda_w: Ratio, E: Ksi
) -> KipInches:
    """Moment at which a noncompact web of a rectangular tube buckles, as 360-16 writes it.

    >>> round(web_noncompact_2016(M_p=828, F_y=46, S=14.9, lambda_w=100, E=29000), 1)
    760.0
    """
    return min(M_p, M_p - (M_p - F_y * S) * (0.305 * lambda_w * sqrt(F_y / E) - 0.738))


@equation(
    "M_n", "M_p - (M_p - F_y * S) * (lambda_w - lambda_p) / (lambda_r - lambda_p)", clause="F7-6"
)
def web_noncompact_2022(
    *,
    M_p: KipInches,
    F_y: Ksi,
    S: CubicInches,
    lambda_w: Ratio,
    lambda_p: Ratio,
    lambda_r: Ratio,
) -> KipInches:
    """Moment at which a noncompact flat wall, flange or web, buckles, as 360-22 writes it.

    >>> round(web_noncompact_2022(M_p=828, F_y=46, S=14.9, lambda_w=100, lambda_p=60.762,
    ...     lambda_r=143.12), 1)
    760.1
    """
    return M_p - (M_p - F_y * S) * (lambda_w - lambda_p) / (lambda_r - lambda_p)


@equation(
    "b_e",
    "min(b, 1.92 * t * sqrt(E / F_y) * (1 - 0.38 / lambda_w * sqrt(E / F_y)))",
    clause="F7-4",
)
def effective_flange(*, b: Inches, t: Inches, E: Ksi, F_y: Ksi, lambda_w: Ratio) -> Inches:
    """Effective width of a slender flange in compression.

    >>> round(effective_flange(b=7.478, t=0.174, E=29000, F_y=46, lambda_w=43.0), 2)
    6.53
    """
    return min(b, 1.92 * t * sqrt(E / F_y) * (1 - 0.38 / lambda_w * sqrt(E / F_y)))


@equation("A_l", "(b - b_e) * t", clause="F7.2")
def lost_area(*, b: Inches, b_e: Inches, t: Inches) -> SquareInches:
    """Area of the flange in compression that does not count.

    >>> lost_area(b=8, b_e=7, t=0.25)
    0.25
    """
    return (b - b_e) * t


@equation("e", "A_l * (H - t) / 2 / (A - A_l)", clause="F7.2")
def axis_shift(*, A_l: SquareInches, H: Inches, t: Inches, A: SquareInches) -> Inches:
    """How far the neutral axis moves off the flange in compression.

    >>> axis_shift(A_l=0.5, H=8.25, t=0.25, A=8.5)
    0.25
    """
    return A_l * (H - t) / 2 / (A - A_l)


@equation(
    "I_e",
    "I - A_l * ((H - t) / 2) ** 2 - A_l * t ** 2 / 12 - (A - A_l) * e ** 2",
    clause="F7.2",
)
def effective_inertia(
    *,
    I: QuarticInches,  # noqa: E741 - the symbol of the code
    A_l: SquareInches,
    H: Inches,
    t: Inches,
    A: SquareInches,
    e: Inches,
) -> QuarticInches:
    """Moment of inertia of what counts, about its own neutral axis.

    >>> round(effective_inertia(I=54.4, A_l=0.165, H=8, t=0.174, A=5.37, e=0.124), 2)
    51.79
    """
    return I - A_l * ((H - t) / 2) ** 2 - A_l * t**2 / 12 - (A - A_l) * e**2


@equation("S_e", "I_e / (H / 2 + e)", clause="F7.2")
def effective_modulus(*, I_e: QuarticInches, H: Inches, e: Inches) -> CubicInches:
    """Effective section modulus, at the flange in compression.

    >>> round(effective_modulus(I_e=51.79, H=8, e=0.124), 2)
    12.56
    """
    return I_e / (H / 2 + e)


@equation("M_n", "F_y * S_e", clause="F7-3")
def flange_slender_moment(*, F_y: Ksi, S_e: CubicInches) -> KipInches:
    """Moment at which the effective section of a slender flange yields.

    >>> flange_slender_moment(F_y=46, S_e=12.5)
    575.0
    """
    return F_y * S_e


@equation("L_p", "0.13 * E * r * sqrt(J * A) / M_p / 12", clause="F7-12")
def plastic_length(*, E: Ksi, r: Inches, J: QuarticInches, A: SquareInches, M_p: KipInches) -> Feet:
    """Unbraced length up to which a rectangular tube yields before it turns aside.

    >>> round(plastic_length(E=29000, r=2.5, J=100, A=9, M_p=1000), 2)
    23.56
    """
    return 0.13 * E * r * sqrt(J * A) / M_p / 12


@equation("L_r", "2 * E * r * sqrt(J * A) / (0.7 * F_y * S) / 12", clause="F7-13")
def elastic_length(
    *, E: Ksi, r: Inches, J: QuarticInches, A: SquareInches, F_y: Ksi, S: CubicInches
) -> Feet:
    """Unbraced length beyond which a rectangular tube turns aside while elastic.

    >>> round(elastic_length(E=29000, r=2.5, J=100, A=9, F_y=50, S=16), 1)
    647.3
    """
    return 2 * E * r * sqrt(J * A) / (0.7 * F_y * S) / 12


@equation(
    "M_n",
    "min(M_p, C_b * (M_p - (M_p - 0.7 * F_y * S) * (L - L_p) / (L_r - L_p)))",
    clause="F7-10",
)
def inelastic_turning(
    *, M_p: KipInches, C_b: Ratio, F_y: Ksi, S: CubicInches, L: Feet, L_p: Feet, L_r: Feet
) -> KipInches:
    """Moment at which a rectangular tube turns aside, partly yielded.

    >>> round(inelastic_turning(M_p=1000, C_b=1, F_y=50, S=16, L=40, L_p=24, L_r=640), 2)
    988.57
    """
    return min(M_p, C_b * (M_p - (M_p - 0.7 * F_y * S) * (L - L_p) / (L_r - L_p)))


@equation("M_n", "min(M_p, 2 * E * C_b * sqrt(J * A) / (12 * L / r))", clause="F7-11")
def elastic_turning(
    *, M_p: KipInches, E: Ksi, C_b: Ratio, J: QuarticInches, A: SquareInches, L: Feet, r: Inches
) -> KipInches:
    """Moment at which a rectangular tube turns aside while elastic.

    >>> round(elastic_turning(M_p=1000, E=29000, C_b=1, J=100, A=9, L=700, r=2.5), 1)
    517.9
    """
    return min(M_p, 2 * E * C_b * sqrt(J * A) / (12 * L / r))
