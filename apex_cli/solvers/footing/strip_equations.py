"""Equations of a wall on a strip footing: what stands on one foot of it.

Symbols: p wind on a foot of the strip, h its height, g dead load on it, F_r force on a part of the
sign of width w_r, w_i the width of it that lies on a stretch of width w.
"""

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Plf, PoundsForce, Psf, Ratio, SquareFeet


@equation("p", "omega * F_r / w_r", clause="1605.1")
def line_load(*, omega: Ratio, F_r: PoundsForce, w_r: Feet) -> Plf:
    """Wind on a foot of the strip, at allowable-stress level.

    >>> round(line_load(omega=0.6, F_r=1126.6, w_r=4), 2)
    168.99
    """
    return omega * F_r / w_r


@equation("p", "p_0 + p_i * w_i / w", clause="")
def line_load_with(*, p_0: Plf, p_i: Plf, w_i: Feet, w: Feet) -> Plf:
    """Wind on a foot of the strip, with its part of one more region."""
    return p_0 + p_i * w_i / w


@equation("m", "m_0 + p_i * h_i * w_i / w", clause="")
def line_moment_with(*, m_0: PoundsForce, p_i: Plf, h_i: Feet, w_i: Feet, w: Feet) -> PoundsForce:
    """Moment at grade on a foot of the strip (lbf-ft per ft), with that of one more region."""
    return m_0 + p_i * h_i * w_i / w


@equation("h", "m / p", clause="")
def line_height(*, m: PoundsForce, p: Plf) -> Feet:
    """Height at which the wind on a foot of the strip acts."""
    return m / p


@equation("g", "w_e * A_f / B_f", clause="")
def line_weight(*, w_e: Psf, A_f: SquareFeet, B_f: Feet) -> Plf:
    """Weight of the sign on a foot of the strip."""
    return w_e * A_f / B_f


@equation("g", "g_0 + g_i * w_i / w", clause="")
def line_weight_with(*, g_0: Plf, g_i: Plf, w_i: Feet, w: Feet) -> Plf:
    """Weight on a foot of the strip, with the part of one more cabinet."""
    return g_0 + g_i * w_i / w


@equation("P", "p * L", clause="")
def lateral_on(*, p: Plf, L: Feet) -> PoundsForce:
    """Lateral load on a length of the strip."""
    return p * L


@equation("D", "g * L", clause="")
def dead_on(*, g: Plf, L: Feet) -> PoundsForce:
    """Dead load on a length of the strip."""
    return g * L


@equation("A_b", "max(L_r - B / 2, 0) * B", clause="")
def return_strip_area(*, L_r: Feet, B: Feet) -> SquareFeet:
    """Plan area of the strip under a return wall, beyond the strip under the wall.

    >>> return_strip_area(L_r=4, B=2)
    6.0
    """
    return max(L_r - B / 2, 0) * B


@equation("D", "w_e * s * L_r", clause="")
def return_wall(*, w_e: Psf, s: Feet, L_r: Feet) -> PoundsForce:
    """Weight of a return wall."""
    return w_e * s * L_r


@equation("D", "D_0 + W * L / w", clause="")
def dead_with_return(*, D_0: PoundsForce, W: PoundsForce, L: Feet, w: Feet) -> PoundsForce:
    """Dead load with the return wall that is tied in, spread over the stretch it holds."""
    return D_0 + W * L / w


@equation("h", "max(h_0 - omega_D * W * L_r * L / (2 * w * P), -d_b)", clause="")
def height_with_return(
    *, h_0: Feet, omega_D: Ratio, W: PoundsForce, L_r: Feet, L: Feet, w: Feet, P: PoundsForce,
    d_b: Feet,
) -> Feet:  # fmt: skip
    """Height of the load less what the return wall's weight, at half its length, holds of it.

    With the weight on the wall's own axis as dead load this is the same as a lever of half the
    strip's width and half the return's length about the toe.
    """
    return max(h_0 - omega_D * W * L_r * L / (2 * w * P), -d_b)
