"""Strength of a slab, reinforced or plain (ACI 318 chapters 13, 14, 22)."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    CubicInches,
    Feet,
    Inches,
    KipFeet,
    Ksi,
    PoundsForce,
    Psi,
    Ratio,
    SquareInches,
)


@equation("h_t", "12 * t_s", clause="")
def thickness(*, t_s: Feet) -> Inches:
    """Thickness of the slab in inches."""
    return 12 * t_s


@equation("b_w", "12 * b_s", clause="")
def section_width(*, b_s: Feet) -> Inches:
    """Width of a section through the whole slab, in inches."""
    return 12 * b_s


@equation("d_s", "h_t - c_c - 1.5 * d_b", clause="22.5.2")
def depth_of_inner(*, h_t: Inches, c_c: Inches, d_b: Inches) -> Inches:
    """Effective depth of the inner of two layers of bars: the lesser.

    >>> depth_of_inner(h_t=24, c_c=3, d_b=1)
    19.5
    """
    return h_t - c_c - 1.5 * d_b


@equation("d_s", "h_t - c_c - d_b", clause="22.6.2.1")
def depth_between(*, h_t: Inches, c_c: Inches, d_b: Inches) -> Inches:
    """Effective depth in two-way shear: the average of both layers."""
    return h_t - c_c - d_b


@equation("f_s", "f_y * max(min(l_e / l_d, 1), 0)", clause="25.4.1.1")
def stress_developed(*, f_y: Ksi, l_e: Inches, l_d: Inches) -> Ksi:
    """Stress that straight bars reach at the section: a part where they are short.

    >>> stress_developed(f_y=60, l_e=20, l_d=30)
    40.0
    """
    return f_y * max(min(l_e / l_d, 1.0), 0.0)


@equation("n_f", "(beta_s + 1) / (2 * beta_s)", clause="13.3.3.3")
def band_share(*, beta_s: Ratio) -> Ratio:
    """Share of even bars in the short direction that counts: its band asks for closer ones.

    >>> band_share(beta_s=2)
    0.75
    """
    return (beta_s + 1) / (2 * beta_s)


@equation("beta_s", "max(D_1 / D_2, D_2 / D_1)", clause="13.3.3.3")
def side_ratio(*, D_1: Feet, D_2: Feet) -> Ratio:
    """Longer side of the slab over the shorter."""
    return max(D_1 / D_2, D_2 / D_1)


@equation("A_f", "n_f * A_s", clause="13.3.3.3")
def area_counted(*, n_f: Ratio, A_s: SquareInches) -> SquareInches:
    """Area of the bars in the short direction that counts."""
    return n_f * A_s


@equation("a", "1000 * A_f * f_s / (c_b * f_c * b_w)", clause="22.2.2.4.1")
def slab_block(*, A_f: SquareInches, f_s: Ksi, c_b: Ratio, f_c: Psi, b_w: Inches) -> Inches:
    """Depth of the block of stress."""
    return 1000 * A_f * f_s / (c_b * f_c * b_w)


@equation("eps_t", "eps_u * (beta_1 * d_s / a - 1)", clause="22.2.1.2")
def slab_strain(*, eps_u: Ratio, beta_1: Ratio, d_s: Inches, a: Inches) -> Ratio:
    """Strain of the bars, positive in tension."""
    return eps_u * (beta_1 * d_s / a - 1)


@equation("phiM_n", "phi * A_f * f_s * max(d_s - a / 2, 0) / 12", clause="22.3.1.1")
def slab_flexure(*, phi: Ratio, A_f: SquareInches, f_s: Ksi, d_s: Inches, a: Inches) -> KipFeet:
    """Design flexural strength of the slab.

    >>> slab_flexure(phi=0.9, A_f=4, f_s=60, d_s=20, a=1)
    351.0
    """
    return phi * A_f * f_s * max(d_s - a / 2, 0.0) / 12


@equation(
    "A_n",
    "c_b * f_c * b_w / (1000 * f_y) * (d_s - sqrt(d_s ** 2 - 24000 * M_z"
    " / (phi_t * c_b * f_c * b_w)))",
    clause="22.3.1.1",
)
def steel_required(
    *, c_b: Ratio, f_c: Psi, b_w: Inches, f_y: Ksi, d_s: Inches, M_z: KipFeet, phi_t: Ratio
) -> SquareInches:
    """Area of developed bars that the moment needs.

    >>> round(steel_required(c_b=0.85, f_c=4000, b_w=96, f_y=60, d_s=20, M_z=351, phi_t=0.9), 2)
    3.97
    """
    root = sqrt(d_s**2 - 24000 * M_z / (phi_t * c_b * f_c * b_w))
    return c_b * f_c * b_w / (1000 * f_y) * (d_s - root)


@equation("V_c", "k_c * lambda_l * r_c * b_w * d_s", clause="22.5.5.1")
def slab_shear(*, k_c: Ratio, lambda_l: Ratio, r_c: Psi, b_w: Inches, d_s: Inches) -> PoundsForce:
    """One-way shear that concrete carries."""
    return k_c * lambda_l * r_c * b_w * d_s


@equation("rho_w", "A_s / (b_w * d_s)", clause="22.5.5.1")
def slab_ratio(*, A_s: SquareInches, b_w: Inches, d_s: Inches) -> Ratio:
    """Bars in tension over the area in shear."""
    return A_s / (b_w * d_s)


@equation(
    "V_c", "min(k_u * rho_w ** (1 / 3), k_vx) * lambda_l * r_c * b_w * d_s",
    clause="Table 22.5.5.1(c), 13.2.6.2",
)  # fmt: skip
def slab_shear_by_ratio(
    *, k_u: Ratio, rho_w: Ratio, k_vx: Ratio, lambda_l: Ratio, r_c: Psi, b_w: Inches, d_s: Inches
) -> PoundsForce:
    """One-way shear that concrete carries by its bars, without the size effect."""
    root: float = rho_w ** (1 / 3)
    return min(k_u * root, k_vx) * lambda_l * r_c * b_w * d_s


@equation("phiV_n", "phi_v * V_c", clause="22.5.1.1")
def slab_shear_design(*, phi_v: Ratio, V_c: PoundsForce) -> PoundsForce:
    """Design strength in one-way shear."""
    return phi_v * V_c


@equation("beta_k", "max(c_1 / c_2, c_2 / c_1)", clause="22.6.5.2")
def column_ratio(*, c_1: Inches, c_2: Inches) -> Ratio:
    """Longer side of what stands on the slab over the shorter."""
    return max(c_1 / c_2, c_2 / c_1)


@equation(
    "phiv_n",
    "phi_v * min(k_2, k_b + k_k / beta_k, k_b + alpha_s * d_s / b_o) * lambda_l * r_c",
    clause="Table 22.6.5.2",
)
def punching_strength(
    *, phi_v: Ratio, k_2: Ratio, k_b: Ratio, k_k: Ratio, beta_k: Ratio, alpha_s: Ratio,
    d_s: Inches, b_o: Inches, lambda_l: Ratio, r_c: Psi,
) -> Psi:  # fmt: skip
    """Design stress of two-way shear, without the size effect.

    >>> round(punching_strength(phi_v=0.75, k_2=4, k_b=2, k_k=4, beta_k=1, alpha_s=40, d_s=20,
    ...     b_o=120, lambda_l=1, r_c=60))
    180
    """
    coefficient = min(k_2, k_b + k_k / beta_k, k_b + alpha_s * d_s / b_o)
    return phi_v * coefficient * lambda_l * r_c


@equation("h_n", "h_t - h_0", clause="14.5.1.7")
def plain_depth(*, h_t: Inches, h_0: Inches) -> Inches:
    """Thickness of a plain slab that counts: what is cast against soil does not."""
    return h_t - h_0


@equation("S_p", "b_w * h_n ** 2 / 6", clause="14.5.2.1")
def plain_modulus(*, b_w: Inches, h_n: Inches) -> CubicInches:
    """Section modulus of a plain slab."""
    return b_w * h_n**2 / 6


@equation("phiM_n", "phi_p * k_f * lambda_l * r_c * S_p / 12000", clause="14.5.2.1")
def plain_moment(
    *, phi_p: Ratio, k_f: Ratio, lambda_l: Ratio, r_c: Psi, S_p: CubicInches
) -> KipFeet:
    """Design flexural strength of a plain slab."""
    return phi_p * k_f * lambda_l * r_c * S_p / 12000


@equation("phiV_n", "phi_p * k_vp * lambda_l * r_c * b_w * h_n", clause="Table 14.5.5.1")
def plain_one_way(
    *, phi_p: Ratio, k_vp: Ratio, lambda_l: Ratio, r_c: Psi, b_w: Inches, h_n: Inches
) -> PoundsForce:
    """Design strength of a plain slab in one-way shear."""
    return phi_p * k_vp * lambda_l * r_c * b_w * h_n


@equation(
    "phiv_n", "phi_p * min(1 + 2 / beta_k, 2) * k_vp * lambda_l * r_c", clause="Table 14.5.5.1"
)
def plain_two_way(*, phi_p: Ratio, beta_k: Ratio, k_vp: Ratio, lambda_l: Ratio, r_c: Psi) -> Psi:
    """Design stress of a plain slab in two-way shear."""
    return phi_p * min(1 + 2 / beta_k, 2.0) * k_vp * lambda_l * r_c
