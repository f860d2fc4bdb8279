"""Bars of a slab: how many, the least of them, their development and weight."""

from math import ceil

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Inches, Ksi, PoundsForce, Ratio, SquareFeet, SquareInches


@equation("n_b", "ceil((b_w - 2 * c_c - d_b) / s_g) + 1", clause="")
def bar_count(*, b_w: Inches, c_c: Inches, d_b: Inches, s_g: Inches) -> Ratio:
    """Number of bars in one direction, no farther apart than is given.

    >>> bar_count(b_w=96, c_c=3, d_b=0.625, s_g=12)
    9
    """
    return ceil((b_w - 2 * c_c - d_b) / s_g) + 1


@equation("A_s", "n_b * A_b", clause="")
def bars_area(*, n_b: Ratio, A_b: SquareInches) -> SquareInches:
    """Area of the bars in one direction."""
    return n_b * A_b


@equation("s_b", "b_w / n_b", clause="")
def strip_of_bar(*, b_w: Inches, n_b: Ratio) -> Inches:
    """Width of slab that belongs to a bar."""
    return b_w / n_b


@equation("rho_m", "max(rho_0 * min(f_0 / f_y, 1), rho_1)", clause="8.6.1.1")
def least_ratio(*, rho_0: Ratio, f_0: Ksi, f_y: Ksi, rho_1: Ratio) -> Ratio:
    """Least steel over the gross section.

    >>> round(least_ratio(rho_0=0.0018, f_0=60, f_y=75, rho_1=0.0014), 5)
    0.00144
    """
    return max(rho_0 * min(f_0 / f_y, 1.0), rho_1)


@equation("A_s0", "rho_m * b_w * h_t", clause="8.6.1.1")
def least_area(*, rho_m: Ratio, b_w: Inches, h_t: Inches) -> SquareInches:
    """Least area of the bars in one direction."""
    return rho_m * b_w * h_t


@equation("s_lim", "min(k_h * h_t, s_m)", clause="8.7.2.2")
def greatest_spacing(*, k_h: Ratio, h_t: Inches, s_m: Inches) -> Inches:
    """Greatest spacing of the bars."""
    return min(k_h * h_t, s_m)


@equation("l_e", "12 * l_c - c_c", clause="13.2.8.1")
def length_beyond(*, l_c: Feet, c_c: Inches) -> Inches:
    """Length of a straight bar beyond the critical section."""
    return 12 * l_c - c_c


@equation("l_d", "psi_t * l_t0", clause="25.4.2.4")
def top_development(*, psi_t: Ratio, l_t0: Inches) -> Inches:
    """Development length of a bar with fresh concrete below it."""
    return psi_t * l_t0


@equation("l_b", "D_s - c_c / 6", clause="")
def slab_bar_length(*, D_s: Feet, c_c: Inches) -> Feet:
    """Length of a bar: the side of the slab less the cover at both ends."""
    return D_s - c_c / 6


@equation("W_m", "W_1 + W_2", clause="")
def mat_weight(*, W_1: PoundsForce, W_2: PoundsForce) -> PoundsForce:
    """Weight of a mat: the bars in both directions."""
    return W_1 + W_2


@equation("W_m", "W_mb + W_mt", clause="")
def mats_weight(*, W_mb: PoundsForce, W_mt: PoundsForce) -> PoundsForce:
    """Weight of the mats at the bottom and at the top."""
    return W_mb + W_mt


@equation("A_dw", "144 * rho_d * A_k", clause="16.3.4.1")
def dowel_area(*, rho_d: Ratio, A_k: SquareFeet) -> SquareInches:
    """Least area of the dowels into the stem."""
    return 144 * rho_d * A_k


@equation("W_s", "W_m + W_dw", clause="")
def with_dowels(*, W_m: PoundsForce, W_dw: PoundsForce) -> PoundsForce:
    """Weight of the mats and the dowels."""
    return W_m + W_dw
