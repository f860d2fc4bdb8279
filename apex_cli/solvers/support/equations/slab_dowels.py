"""Dowels from a slab into its stem: what reaches the joint, their section, their development.

Symbols: the joint is the top of the slab; side 1 is along the wind on the faces, side 2 across it.
"""

from math import ceil, cos, pi, sin

from apex_cli.equations import equation
from apex_cli.quantities import (
    CubicInches,
    Degrees,
    Feet,
    Inches,
    KipFeet,
    Ksi,
    PoundsForce,
    Psi,
    Ratio,
    SquareInches,
)


@equation("L_j", "d_b - t_s", clause="")
def joint_depth(*, d_b: Feet, t_s: Feet) -> Feet:
    """Depth of the joint below grade."""
    return d_b - t_s


@equation("M_j", "M_u + V_u * L_j / 1000", clause="")
def moment_at_joint(*, M_u: KipFeet, V_u: PoundsForce, L_j: Feet) -> KipFeet:
    """Factored moment at the joint."""
    return M_u + V_u * L_j / 1000


@equation("M_j", "M_u + M_d + V_u * L_j / 1000", clause="")
def moment_at_joint_in_line(*, M_u: KipFeet, M_d: KipFeet, V_u: PoundsForce, L_j: Feet) -> KipFeet:
    """The same where the wind may turn into line with the weights off the axis."""
    return M_u + M_d + V_u * L_j / 1000


@equation("N_j", "P_u + f_D * W_k", clause="")
def axial_at_joint(*, P_u: PoundsForce, f_D: Ratio, W_k: PoundsForce) -> PoundsForce:
    """Factored axial load at the joint: that at grade, and the stem."""
    return P_u + f_D * W_k


@equation("M_j1", "M_j * cos(pi * theta_w / 180)", clause="")
def joint_moment_along(*, M_j: KipFeet, theta_w: Degrees) -> KipFeet:
    """Moment at the joint along side 1."""
    return M_j * cos(pi * theta_w / 180)


@equation("M_j2", "M_j * sin(pi * theta_w / 180)", clause="")
def joint_moment_across(*, M_j: KipFeet, theta_w: Degrees) -> KipFeet:
    """Moment at the joint along side 2."""
    return M_j * sin(pi * theta_w / 180)


@equation("n_rd", "ceil((l_k - 2 * c_c - d_b) / s_g) + 1", clause="")
def dowels_in_row(*, l_k: Inches, c_c: Inches, d_b: Inches, s_g: Inches) -> Ratio:
    """Dowels at a face of the stem, no farther apart than is given.

    >>> dowels_in_row(l_k=36, c_c=2, d_b=0.625, s_g=12)
    4
    """
    return ceil((l_k - 2 * c_c - d_b) / s_g) + 1


@equation("n_b", "2 * n_rd", clause="")
def dowels_in_rows(*, n_rd: Ratio) -> Ratio:
    """Dowels at both faces."""
    return 2 * n_rd


@equation("n_b", "max(ceil(2 * pi * r_s / s_g), 4)", clause="")
def dowels_on_circle(*, r_s: Inches, s_g: Inches) -> Ratio:
    """Dowels on a circle, no farther apart than is given."""
    return max(ceil(2 * pi * r_s / s_g), 4)


@equation("s_b", "(l_k - 2 * c_c - d_b) / (n_b / 2 - 1)", clause="")
def dowel_spacing(*, l_k: Inches, c_c: Inches, d_b: Inches, n_b: Ratio) -> Inches:
    """Spacing of the dowels at a face, centre to centre.

    >>> dowel_spacing(l_k=28.75, c_c=2, d_b=0.75, n_b=6)
    12.0
    """
    return (l_k - 2 * c_c - d_b) / (n_b / 2 - 1)


@equation("A_g", "h_c * b_c", clause="")
def rectangle_area(*, h_c: Inches, b_c: Inches) -> SquareInches:
    """Gross area of the stem."""
    return h_c * b_c


@equation("A_c", "b_c * a", clause="")
def wide_strip_area(*, b_c: Inches, a: Inches) -> SquareInches:
    """Area of the block in a rectangle that bends about a side."""
    return b_c * a


@equation("Q_c", "b_c * a * (h_c - a) / 2", clause="")
def wide_strip_moment(*, b_c: Inches, h_c: Inches, a: Inches) -> CubicInches:
    """First moment of the block in a rectangle that bends about a side."""
    return b_c * a * (h_c - a) / 2


@equation("u_M", "M_j1 / phiM_1 + M_j2 / phiM_2", clause="")
def stem_share_both_ways(
    *, M_j1: KipFeet, phiM_1: KipFeet, M_j2: KipFeet, phiM_2: KipFeet
) -> Ratio:
    """Share of the strength that both moments take: a line, within what bends both ways."""
    return M_j1 / phiM_1 + M_j2 / phiM_2


@equation("u_M", "M_j / phiM_n", clause="")
def stem_share(*, M_j: KipFeet, phiM_n: KipFeet) -> Ratio:
    """Share of the strength of a round stem, or of one that bends one way."""
    return M_j / phiM_n


@equation("l_m", "h_t - c_c", clause="")
def embedded_above_soil(*, h_t: Inches, c_c: Inches) -> Inches:
    """Length of a dowel in a slab without bars at the bottom."""
    return h_t - c_c


@equation("l_m", "h_t - c_c - 2 * d_b", clause="")
def embedded_above_bars(*, h_t: Inches, c_c: Inches, d_b: Inches) -> Inches:
    """Length of a dowel in a slab, down upon the bars at the bottom."""
    return h_t - c_c - 2 * d_b


@equation("psi_c", "min(f_c / f_w + psi_w, 1)", clause="Table 25.4.3.2")
def hook_concrete(*, f_c: Psi, f_w: Psi, psi_w: Ratio) -> Ratio:
    """Factor of the concrete's strength on a hook.

    >>> round(hook_concrete(f_c=4500, f_w=15000, psi_w=0.6), 9)
    0.9
    """
    return min(f_c / f_w + psi_w, 1.0)


@equation(
    "l_dh",
    "max(1000 * f_y * psi_r * psi_o * psi_c * d_b ** 1.5 / (k_dh * lambda_l * r_c), k_8 * d_b, "
    "l_0)",
    clause="25.4.3.1",
)
def hook_by_power(
    *, f_y: Ksi, psi_r: Ratio, psi_o: Ratio, psi_c: Ratio, d_b: Inches, k_dh: Ratio,
    lambda_l: Ratio, r_c: Psi, k_8: Ratio, l_0: Inches,
) -> Inches:  # fmt: skip
    """Development length of a hook.

    >>> round(hook_by_power(f_y=60, psi_r=1, psi_o=1, psi_c=1, d_b=1, k_dh=55, lambda_l=1,
    ...     r_c=60, k_8=8, l_0=6), 3)
    18.182
    """
    stress = 1000 * f_y * psi_r * psi_o * psi_c / (k_dh * lambda_l * r_c)
    power: float = d_b**1.5
    return max(stress * power, k_8 * d_b, l_0)


@equation(
    "l_dh", "max(1000 * f_y * d_b / (k_dh * lambda_l * r_c), k_8 * d_b, l_0)", clause="25.4.3.1"
)
def hook_by_diameter(
    *, f_y: Ksi, d_b: Inches, k_dh: Ratio, lambda_l: Ratio, r_c: Psi, k_8: Ratio, l_0: Inches
) -> Inches:
    """Development length of a hook.

    >>> hook_by_diameter(f_y=60, d_b=1, k_dh=50, lambda_l=1, r_c=60, k_8=8, l_0=6)
    20.0
    """
    return max(1000 * f_y * d_b / (k_dh * lambda_l * r_c), k_8 * d_b, l_0)


@equation("l_s", "k_lap * l_d", clause="25.5.2.1")
def dowel_splice(*, k_lap: Ratio, l_d: Inches) -> Inches:
    """Length of a lap with the bars of the stem, class B."""
    return k_lap * l_d


@equation("l_b", "(l_m + l_up + k_hk * d_b) / 12", clause="")
def dowel_length(*, l_m: Inches, l_up: Inches, k_hk: Ratio, d_b: Inches) -> Feet:
    """Length of a dowel: in the slab, in the stem, and its hook."""
    return (l_m + l_up + k_hk * d_b) / 12


@equation("l_up", "12 * L_j - c_c", clause="")
def up_the_stem(*, L_j: Feet, c_c: Inches) -> Inches:
    """Length of a dowel that goes up to the top of the stem."""
    return 12 * L_j - c_c
