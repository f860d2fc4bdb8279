"""Slenderness of the walls of tubes (AISC 360 B4)."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Inches, Ksi, Ratio


@equation("b", "B - 3 * t", clause="B4.1b(d)")
def flat_width(*, B: Inches, t: Inches) -> Inches:
    """Flat width of a wall that lies along the width of a rectangular tube.

    >>> flat_width(B=8, t=0.25)
    7.25
    """
    return B - 3 * t


@equation("h", "H - 3 * t", clause="B4.1b(d)")
def flat_depth(*, H: Inches, t: Inches) -> Inches:
    """Flat width of a wall that lies along the height of a rectangular tube.

    >>> flat_depth(H=12, t=0.5)
    10.5
    """
    return H - 3 * t


@equation("lambda_w", "D / t", clause="B4.1b")
def round_slenderness(*, D: Inches, t: Inches) -> Ratio:
    """Slenderness of the wall of a round tube.

    >>> round_slenderness(D=10, t=0.25)
    40.0
    """
    return D / t


@equation("lambda_w", "b / t", clause="B4.1b")
def width_slenderness(*, b: Inches, t: Inches) -> Ratio:
    """Slenderness of a flat wall that lies along the width.

    >>> width_slenderness(b=7.25, t=0.25)
    29.0
    """
    return b / t


@equation("lambda_w", "h / t", clause="B4.1b")
def depth_slenderness(*, h: Inches, t: Inches) -> Ratio:
    """Slenderness of a flat wall that lies along the height.

    >>> depth_slenderness(h=10.5, t=0.5)
    21.0
    """
    return h / t


@equation("lambda_p", "k_p * E / F_y", clause="Table B4.1b, case 20")
def round_compact(*, k_p: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness up to which a round wall is compact in flexure.

    >>> round(round_compact(k_p=0.07, E=29000, F_y=35), 6)
    58.0
    """
    return k_p * E / F_y


@equation("lambda_r", "k_r * E / F_y", clause="Table B4.1b, case 20")
def round_noncompact(*, k_r: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness up to which a round wall is not slender, under the stress in question.

    >>> round(round_noncompact(k_r=0.31, E=29000, F_y=35), 2)
    256.86
    """
    return k_r * E / F_y


@equation("lambda_max", "k_m * E / F_y", clause="F8")
def round_limit(*, k_m: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness of a round wall beyond which the standard gives no strength.

    >>> round(round_limit(k_m=0.45, E=29000, F_y=35), 2)
    372.86
    """
    return k_m * E / F_y


@equation("lambda_r", "k_r * E / F_y", clause="Table B4.1a, case 9")
def round_compression(*, k_r: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness up to which a round wall is not slender, under the stress in question.

    >>> round(round_compression(k_r=0.11, E=29000, F_y=42), 2)
    75.95
    """
    return k_r * E / F_y


@equation("lambda_p", "k_p * sqrt(E / F_y)", clause="Table B4.1b, case 17")
def flange_compact(*, k_p: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness up to which a flat wall is compact, as flange or as web.

    >>> round(flange_compact(k_p=1.12, E=29000, F_y=46), 2)
    28.12
    """
    return k_p * sqrt(E / F_y)


@equation("lambda_r", "k_r * sqrt(E / F_y)", clause="Table B4.1b, case 17")
def flange_noncompact(*, k_r: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness up to which a flat wall is not slender, under the stress in question.

    >>> round(flange_noncompact(k_r=1.40, E=29000, F_y=46), 2)
    35.15
    """
    return k_r * sqrt(E / F_y)


@equation("lambda_p", "k_p * sqrt(E / F_y)", clause="Table B4.1b, case 19")
def web_compact(*, k_p: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness up to which a flat wall is compact, as flange or as web.

    >>> round(web_compact(k_p=2.42, E=29000, F_y=50), 2)
    58.28
    """
    return k_p * sqrt(E / F_y)


@equation("lambda_r", "k_r * sqrt(E / F_y)", clause="Table B4.1b, case 19")
def web_noncompact(*, k_r: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness up to which a flat wall is not slender, under the stress in question.

    >>> round(web_noncompact(k_r=5.70, E=29000, F_y=50), 2)
    137.27
    """
    return k_r * sqrt(E / F_y)


@equation("lambda_r", "k_r * sqrt(E / F_y)", clause="Table B4.1a, case 6")
def wall_compression(*, k_r: Ratio, E: Ksi, F_y: Ksi) -> Ratio:
    """Slenderness up to which a flat wall is not slender, under the stress in question.

    >>> round(wall_compression(k_r=1.40, E=29000, F_y=50), 2)
    33.72
    """
    return k_r * sqrt(E / F_y)
