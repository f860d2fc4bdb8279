"""Bars and ties of a pier: least steel, spacing, development, lengths and weights."""

from math import ceil, pi, sin

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    Inches,
    KipFeet,
    Ksi,
    Plf,
    PoundsForce,
    Psi,
    Ratio,
    SquareInches,
)


@equation("w_c", "12 * w_p", clause="")
def width_in_inches(*, w_p: Feet) -> Inches:
    """Width of the pier in inches."""
    return 12 * w_p


@equation("h_p", "12 * L_k", clause="")
def concrete_depth(*, L_k: Feet) -> Inches:
    """Depth of the pier's concrete from its top, in inches."""
    return 12 * L_k


@equation("rho", "A_st / A_g", clause="")
def steel_ratio(*, A_st: SquareInches, A_g: SquareInches) -> Ratio:
    """Bars over the gross area."""
    return A_st / A_g


@equation("A_min", "rho_min * A_g", clause="10.6.1.1")
def least_steel(*, rho_min: Ratio, A_g: SquareInches) -> SquareInches:
    """Least area of bars."""
    return rho_min * A_g


@equation("A_max", "rho_max * A_g", clause="10.6.1.1")
def most_steel(*, rho_max: Ratio, A_g: SquareInches) -> SquareInches:
    """Greatest area of bars."""
    return rho_max * A_g


@equation("s_b", "2 * r_s * sin(pi / n_b)", clause="")
def round_bar_spacing(*, r_s: Inches, n_b: Ratio) -> Inches:
    """Spacing of bars on a circle, centre to centre."""
    return 2 * r_s * sin(pi / n_b)


@equation("s_b", "8 * r_s / n_b", clause="")
def square_bar_spacing(*, r_s: Inches, n_b: Ratio) -> Inches:
    """Spacing of bars along the sides of a square, centre to centre."""
    return 8 * r_s / n_b


@equation("s_c", "s_b - d_b", clause="25.2.3")
def clear_spacing(*, s_b: Inches, d_b: Inches) -> Inches:
    """Clear spacing of the bars."""
    return s_b - d_b


@equation("s_cm", "max(s_0, k_sc * d_b)", clause="25.2.3")
def least_clear_spacing(*, s_0: Inches, k_sc: Ratio, d_b: Inches) -> Inches:
    """Least clear spacing of the bars."""
    return max(s_0, k_sc * d_b)


@equation("s_max", "min(k_sb * d_b, k_st * d_t, w_c)", clause="25.7.2.1")
def tie_spacing(*, k_sb: Ratio, d_b: Inches, k_st: Ratio, d_t: Inches, w_c: Inches) -> Inches:
    """Greatest spacing of ties.

    >>> tie_spacing(k_sb=16, d_b=0.75, k_st=48, d_t=0.375, w_c=30)
    12.0
    """
    return min(k_sb * d_b, k_st * d_t, w_c)


@equation("s_max", "min(k_sb * d_b, k_st * d_t, w_c, k_sd * d_v)", clause="10.7.6.5.2")
def tie_spacing_in_shear(
    *, k_sb: Ratio, d_b: Inches, k_st: Ratio, d_t: Inches, w_c: Inches, k_sd: Ratio, d_v: Inches
) -> Inches:
    """Greatest spacing of ties that carry shear."""
    return min(k_sb * d_b, k_st * d_t, w_c, k_sd * d_v)


@equation("c_b", "min(c_c + d_t + d_b / 2, s_b / 2)", clause="25.4.2.3")
def bar_cover(*, c_c: Inches, d_t: Inches, d_b: Inches, s_b: Inches) -> Inches:
    """From the middle of a bar to the nearest face, or half way to the next bar."""
    return min(c_c + d_t + d_b / 2, s_b / 2)


@equation(
    "l_d",
    "max(1000 * k_ld * f_y * psi_s * psi_g * d_b / (lambda_l * r_c * min(c_b / d_b, k_tr)), l_0)",
    clause="25.4.2.3",
)
def development_length(
    *, k_ld: Ratio, f_y: Ksi, psi_s: Ratio, psi_g: Ratio, d_b: Inches, lambda_l: Ratio, r_c: Psi,
    c_b: Inches, k_tr: Ratio, l_0: Inches,
) -> Inches:  # fmt: skip
    """Development of a straight bar in tension, without the help of ties.

    >>> round(development_length(k_ld=0.075, f_y=60, psi_s=1, psi_g=1, d_b=0.875, lambda_l=1,
    ...     r_c=4000**0.5, c_b=3, k_tr=2.5, l_0=12) / 0.875, 2)
    28.46
    """
    confined = min(c_b / d_b, k_tr)
    return max(1000 * k_ld * f_y * psi_s * psi_g * d_b / (lambda_l * r_c * confined), l_0)


@equation("l_dm", "l_d * min(M_z / phiM_n, 1)", clause="25.4.1.1")
def length_needed(*, l_d: Inches, M_z: KipFeet, phiM_n: KipFeet) -> Inches:
    """Length in which a bar reaches what the moment asks of it.

    >>> length_needed(l_d=24, M_z=20, phiM_n=80)
    6.0
    """
    return l_d * min(M_z / phiM_n, 1.0)


@equation("l_up", "12 * (z_s + h_r) - c_c", clause="25.4.1.1")
def length_above_section(*, z_s: Feet, h_r: Feet, c_c: Inches) -> Inches:
    """Length of the vertical bars above the section that they are needed at."""
    return 12 * (z_s + h_r) - c_c


@equation("l_dn", "12 * (L_g - z_s) - c_c", clause="25.4.1.1")
def length_below_section(*, L_g: Feet, z_s: Feet, c_c: Inches) -> Inches:
    """Length of the vertical bars below the section that they are needed at."""
    return 12 * (L_g - z_s) - c_c


@equation("l_b", "L_k - c_c / 6", clause="")
def bar_length(*, L_k: Feet, c_c: Inches) -> Feet:
    """Length of the vertical bars: the pier less the cover at both ends."""
    return L_k - c_c / 6


@equation("n_t", "ceil(12 * l_b / s) + 1", clause="")
def tie_count(*, l_b: Feet, s: Inches) -> Ratio:
    """Number of ties over the length of the bars."""
    return ceil(12 * l_b / s) + 1


@equation("n_t", "ceil(12 * l_b / s) + n_tt", clause="")
def tie_count_with_top(*, l_b: Feet, s: Inches, n_tt: Ratio) -> Ratio:
    """Number of ties over the length of the bars, several of them together at the top.

    >>> tie_count_with_top(l_b=6.5, s=12, n_tt=3)
    10
    """
    return ceil(12 * l_b / s) + n_tt


@equation("l_t", "(pi * (w_c - 2 * c_c - d_t) + l_o) / 12", clause="")
def round_tie_length(*, w_c: Inches, c_c: Inches, d_t: Inches, l_o: Inches) -> Feet:
    """Length of a round tie."""
    return (pi * (w_c - 2 * c_c - d_t) + l_o) / 12


@equation("l_t", "(4 * (w_c - 2 * c_c - d_t) + l_o) / 12", clause="")
def square_tie_length(*, w_c: Inches, c_c: Inches, d_t: Inches, l_o: Inches) -> Feet:
    """Length of a square tie."""
    return (4 * (w_c - 2 * c_c - d_t) + l_o) / 12


@equation("W_s", "n_b * l_b * w_b", clause="")
def bars_weight(*, n_b: Ratio, l_b: Feet, w_b: Plf) -> PoundsForce:
    """Weight of bars."""
    return n_b * l_b * w_b


@equation("W_s", "W_b + W_t", clause="")
def cage_weight(*, W_b: PoundsForce, W_t: PoundsForce) -> PoundsForce:
    """Weight of the cage."""
    return W_b + W_t
