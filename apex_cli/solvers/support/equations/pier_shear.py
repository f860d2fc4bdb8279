"""Shear and torsion of a pier (ACI 318 chapter 22)."""

from math import pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    CubicInches,
    Feet,
    Inches,
    KipFeet,
    Ksi,
    PoundsForce,
    Psf,
    Psi,
    Ratio,
    SquareInches,
)


@equation("f_y", "min(f_yb, f_lim)", clause="20.2.2.4")
def yield_counted(*, f_yb: Ksi, f_lim: Ksi) -> Ksi:
    """Yield strength of bars as far as it may be counted on."""
    return min(f_yb, f_lim)


@equation("r_c", "min(sqrt(f_c), r_lim)", clause="22.5.3.1")
def root_of_strength(*, f_c: Psi, r_lim: Psi) -> Psi:
    """Root of the strength of concrete, in psi, as far as it may be counted on."""
    return min(sqrt(f_c), r_lim)


@equation("d_v", "k_d * w_c", clause="22.5.2.2")
def effective_depth(*, k_d: Ratio, w_c: Inches) -> Inches:
    """Effective depth in shear."""
    return k_d * w_c


@equation("d_v", "min(k_d * w_c, w_c / 2 + r_s)", clause="22.5.2.2")
def effective_depth_of_square(*, k_d: Ratio, w_c: Inches, r_s: Inches) -> Inches:
    """Effective depth in shear of a square: as of a circle, but not below the last bars."""
    return min(k_d * w_c, w_c / 2 + r_s)


@equation("A_v", "2 * A_t", clause="22.5.8.5.6")
def tie_area(*, A_t: SquareInches) -> SquareInches:
    """Area of ties within one spacing: a closed tie is cut twice."""
    return 2 * A_t


@equation("A_vm", "max(k_vm * r_c, f_vm) * w_c * s / (1000 * f_yt)", clause="10.6.2.2")
def least_tie_area(
    *, k_vm: Ratio, r_c: Psi, f_vm: Psi, w_c: Inches, s: Inches, f_yt: Ksi
) -> SquareInches:
    """Least area of ties within one spacing.

    >>> round(least_tie_area(k_vm=0.75, r_c=60, f_vm=50, w_c=30, s=12, f_yt=60), 3)
    0.3
    """
    return max(k_vm * r_c, f_vm) * w_c * s / (1000 * f_yt)


@equation(
    "V_c", "max(k_c * (1 + N_u / (f_N * A_g)), 0) * lambda_l * r_c * w_c * d_v", clause="22.5.6.1"
)  # fmt: skip
def concrete_shear_axial(
    *, k_c: Ratio, N_u: PoundsForce, f_N: Psi, A_g: SquareInches, lambda_l: Ratio, r_c: Psi,
    w_c: Inches, d_v: Inches,
) -> PoundsForce:  # fmt: skip
    """Shear that the concrete carries, with the axial load.

    >>> round(concrete_shear_axial(
    ...     k_c=2, N_u=0, f_N=2000, A_g=314, lambda_l=1, r_c=63.2456, w_c=20, d_v=12.1))
    30611
    """
    return max(k_c * (1 + N_u / (f_N * A_g)), 0.0) * lambda_l * r_c * w_c * d_v


@equation(
    "V_c",
    "max(min(k_c * lambda_l * r_c + min(N_u / (k_N * A_g), c_N * f_c), k_vx * lambda_l * r_c), 0)"
    " * w_c * d_v",
    clause="Table 22.5.5.1(a)",
)
def concrete_shear_tied(
    *, k_c: Ratio, lambda_l: Ratio, r_c: Psi, N_u: PoundsForce, k_N: Ratio, A_g: SquareInches,
    c_N: Ratio, f_c: Psi, k_vx: Ratio, w_c: Inches, d_v: Inches,
) -> PoundsForce:  # fmt: skip
    """Shear that the concrete carries where there are at least the least ties."""
    axial = min(N_u / (k_N * A_g), c_N * f_c)
    return max(min(k_c * lambda_l * r_c + axial, k_vx * lambda_l * r_c), 0.0) * w_c * d_v


@equation("lambda_s", "min(sqrt(2 / (1 + d_v / d_0)), 1)", clause="22.5.5.1.3")
def size_factor(*, d_v: Inches, d_0: Inches) -> Ratio:
    """Size effect in shear.

    >>> round(size_factor(d_v=24, d_0=10), 3)
    0.767
    """
    return min(sqrt(2 / (1 + d_v / d_0)), 1.0)


@equation("rho_w", "k_s * A_st / (w_c * d_v)", clause="22.5.5.1")
def tension_ratio(*, k_s: Ratio, A_st: SquareInches, w_c: Inches, d_v: Inches) -> Ratio:
    """Bars in tension over the area in shear."""
    return k_s * A_st / (w_c * d_v)


@equation(
    "V_c",
    "max(min(k_u * lambda_s * lambda_l * rho_w ** (1 / 3) * r_c"
    " + min(N_u / (k_N * A_g), c_N * f_c), k_vx * lambda_l * r_c), 0) * w_c * d_v",
    clause="Table 22.5.5.1(c)",
)
def concrete_shear_untied(
    *, k_u: Ratio, lambda_s: Ratio, lambda_l: Ratio, rho_w: Ratio, r_c: Psi, N_u: PoundsForce,
    k_N: Ratio, A_g: SquareInches, c_N: Ratio, f_c: Psi, k_vx: Ratio, w_c: Inches, d_v: Inches,
) -> PoundsForce:  # fmt: skip
    """Shear that the concrete carries where there are fewer than the least ties."""
    root: float = rho_w ** (1 / 3)
    axial = min(N_u / (k_N * A_g), c_N * f_c)
    stress = k_u * lambda_s * lambda_l * root * r_c + axial
    return max(min(stress, k_vx * lambda_l * r_c), 0.0) * w_c * d_v


@equation("V_s", "min(1000 * A_v * f_yt * d_v / s, k_vs * r_c * w_c * d_v)", clause="22.5.8.5.3")
def tie_shear(
    *, A_v: SquareInches, f_yt: Ksi, d_v: Inches, s: Inches, k_vs: Ratio, r_c: Psi, w_c: Inches
) -> PoundsForce:
    """Shear that the ties carry.

    >>> round(tie_shear(A_v=0.22, f_yt=60, d_v=30, s=12, k_vs=8, r_c=63.2, w_c=36))
    33000
    """
    return min(1000 * A_v * f_yt * d_v / s, k_vs * r_c * w_c * d_v)


@equation("phiV_n", "phi_v * (V_c + V_s)", clause="22.5.1.1")
def shear_strength(*, phi_v: Ratio, V_c: PoundsForce, V_s: PoundsForce) -> PoundsForce:
    """Design strength in shear."""
    return phi_v * (V_c + V_s)


@equation("phiV_n", "phi_p * k_vp * lambda_l * r_c * A_g", clause="14.5.5.1")
def plain_shear(
    *, phi_p: Ratio, k_vp: Ratio, lambda_l: Ratio, r_c: Psi, A_g: SquareInches
) -> PoundsForce:
    """Design strength in shear of a pier without bars."""
    return phi_p * k_vp * lambda_l * r_c * A_g


@equation("S_m", "pi / 32 * w_c ** 3", clause="")
def round_pier_modulus(*, w_c: Inches) -> CubicInches:
    """Section modulus of a round pier."""
    return pi / 32 * w_c**3


@equation("S_m", "w_c ** 3 / (6 * sqrt(2))", clause="")
def square_pier_modulus(*, w_c: Inches) -> CubicInches:
    """Section modulus of a square pier about its diagonal, the lesser."""
    return w_c**3 / (6 * sqrt(2))


@equation("phiM_n", "phi_p * k_f * lambda_l * r_c * S_m / 12000", clause="14.5.2.1")
def plain_flexure(
    *, phi_p: Ratio, k_f: Ratio, lambda_l: Ratio, r_c: Psi, S_m: CubicInches
) -> KipFeet:
    """Design flexural strength of a pier without bars."""
    return phi_p * k_f * lambda_l * r_c * S_m / 12000


@equation("M_cr", "k_cr * lambda_l * r_c * S_m / 12000", clause="IBC 1810.3.9.1")
def cracking_moment(*, k_cr: Ratio, lambda_l: Ratio, r_c: Psi, S_m: CubicInches) -> KipFeet:
    """Design moment at which the concrete cracks.

    >>> round(cracking_moment(k_cr=3, lambda_l=1, r_c=63.2456, S_m=2650.7), 1)
    41.9
    """
    return k_cr * lambda_l * r_c * S_m / 12000


@equation("Q_T", "pi / 16 * w_c ** 3", clause="22.7.4.1")
def round_torsion_shape(*, w_c: Inches) -> CubicInches:
    """Squared area over perimeter of a round pier."""
    return pi / 16 * w_c**3


@equation("Q_T", "w_c ** 3 / 4", clause="22.7.4.1")
def square_torsion_shape(*, w_c: Inches) -> CubicInches:
    """Squared area over perimeter of a square pier."""
    return w_c**3 / 4


@equation("phiT_th", "phi_v * k_T * lambda_l * r_c * Q_T / 12000", clause="22.7.4.1")
def torsion_threshold(
    *, phi_v: Ratio, k_T: Ratio, lambda_l: Ratio, r_c: Psi, Q_T: CubicInches
) -> KipFeet:
    """Torsion below which it is neglected.

    >>> round(torsion_threshold(phi_v=0.75, k_T=1, lambda_l=1, r_c=63.2456, Q_T=5301.4), 1)
    21.0
    """
    return phi_v * k_T * lambda_l * r_c * Q_T / 12000


@equation("f_s", "2000 * T_u / (pi * w_p ** 2 * d)", clause="")
def round_friction(*, T_u: KipFeet, w_p: Feet, d: Feet) -> Psf:
    """Friction on the side of a round pier that holds the torsion, at strength level."""
    return 2000 * T_u / (pi * w_p**2 * d)


@equation("f_s", "500 * T_u / (w_p ** 2 * d)", clause="")
def square_friction(*, T_u: KipFeet, w_p: Feet, d: Feet) -> Psf:
    """Friction on the sides of a square pier that holds the torsion, at strength level."""
    return 500 * T_u / (w_p**2 * d)
