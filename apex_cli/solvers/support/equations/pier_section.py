"""A reinforced section in axial load and flexure: block of stress, bars by strain, phi.

Symbols: h_c depth of the section in the plane of bending, c that of the neutral axis, a that of the
block of stress, y height above the middle, towards the side in compression.
"""

from math import asin, cos, pi, sin, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    CubicInches,
    Degrees,
    Inches,
    KipFeet,
    Ksi,
    PerKsi,
    PoundsForce,
    Psi,
    Ratio,
    SquareInches,
)


@equation(
    "beta_1", "max(min(beta_m, beta_m - k_b * (f_c - f_b) / 1000), beta_l)",
    clause="Table 22.2.2.4.3",
)  # fmt: skip
def block_depth_factor(*, beta_m: Ratio, k_b: PerKsi, f_c: Psi, f_b: Psi, beta_l: Ratio) -> Ratio:
    """Depth of the block of stress over that of the neutral axis.

    >>> round(block_depth_factor(beta_m=0.85, k_b=0.05, f_c=5000, f_b=4000, beta_l=0.65), 3)
    0.8
    """
    return max(min(beta_m, beta_m - k_b * (f_c - f_b) / 1000), beta_l)


@equation("a", "min(beta_1 * c, h_c)", clause="22.2.2.4.1")
def block_depth(*, beta_1: Ratio, c: Inches, h_c: Inches) -> Inches:
    """Depth of the block of stress."""
    return min(beta_1 * c, h_c)


@equation("theta", "90 - asin(1 - 2 * a / h_c) * 180 / pi", clause="")
def segment_angle(*, a: Inches, h_c: Inches) -> Degrees:
    """Half the angle that a segment of the circle takes, seen from its middle.

    >>> round(segment_angle(a=15, h_c=30))
    90
    """
    return 90 - asin(1 - 2 * a / h_c) * 180 / pi


@equation(
    "A_c", "(h_c / 2) ** 2 * (theta * pi / 180 - sin(theta * pi / 180) * cos(theta * pi / 180))",
    clause="",
)  # fmt: skip
def segment_area(*, h_c: Inches, theta: Degrees) -> SquareInches:
    """Area of a segment of the circle.

    >>> round(segment_area(h_c=2, theta=180) / pi, 9)
    1.0
    """
    half = theta * pi / 180
    return (h_c / 2) ** 2 * (half - sin(half) * cos(half))


@equation("Q_c", "2 / 3 * (h_c / 2 * sin(theta * pi / 180)) ** 3", clause="")
def segment_moment(*, h_c: Inches, theta: Degrees) -> CubicInches:
    """First moment of a segment of the circle about the middle of the circle.

    >>> round(segment_moment(h_c=6, theta=90), 9)
    18.0
    """
    return 2 / 3 * (h_c / 2 * sin(theta * pi / 180)) ** 3


@equation("A_c", "h_c * a", clause="")
def strip_area(*, h_c: Inches, a: Inches) -> SquareInches:
    """Area of the block in a square that bends about a side."""
    return h_c * a


@equation("Q_c", "h_c * a * (h_c - a) / 2", clause="")
def strip_moment(*, h_c: Inches, a: Inches) -> CubicInches:
    """First moment of the block in a square that bends about a side."""
    return h_c * a * (h_c - a) / 2


@equation("A_c", "a ** 2 - 2 * max(a - h_c / 2, 0) ** 2", clause="")
def corner_area(*, a: Inches, h_c: Inches) -> SquareInches:
    """Area of the block in a square that bends about its diagonal, which is h_c.

    >>> corner_area(a=1, h_c=4), corner_area(a=4, h_c=4)
    (1.0, 8.0)
    """
    return a**2 - 2 * max(a - h_c / 2, 0.0) ** 2


@equation("Q_c", "min(a, h_c - a) ** 2 * (h_c / 2 - 2 * min(a, h_c - a) / 3)", clause="")
def corner_moment(*, a: Inches, h_c: Inches) -> CubicInches:
    """First moment of the block in a square that bends about its diagonal.

    Beyond the middle it is that of the corner that is left, with the other sign.
    """
    side = min(a, h_c - a)
    return side**2 * (h_c / 2 - 2 * side / 3)


@equation("C_c", "c_b * f_c * A_c", clause="22.2.2.4.1")
def block_force(*, c_b: Ratio, f_c: Psi, A_c: SquareInches) -> PoundsForce:
    """Force of the block of stress."""
    return c_b * f_c * A_c


@equation("M_k", "c_b * f_c * Q_c / 12000", clause="22.2.2.4.1")
def block_moment(*, c_b: Ratio, f_c: Psi, Q_c: CubicInches) -> KipFeet:
    """Moment of the block of stress about the middle of the section."""
    return c_b * f_c * Q_c / 12000


@equation("y", "r_s * cos(theta_s * pi / 180)", clause="")
def bar_height(*, r_s: Inches, theta_s: Degrees) -> Inches:
    """Height of bars on a circle above the middle of the section."""
    return r_s * cos(theta_s * pi / 180)


@equation(
    "R", "1000 * n_s * A_b * max(min(E_s * eps_u * (1 - (h_c / 2 - y) / c), f_y), -f_y)",
    clause="22.2.1, 20.2.2",
)  # fmt: skip
def bar_force(
    *, n_s: Ratio, A_b: SquareInches, E_s: Ksi, eps_u: Ratio, h_c: Inches, y: Inches, c: Inches,
    f_y: Ksi,
) -> PoundsForce:  # fmt: skip
    """Force of the bars at one height, by their strain, as far as they do not yield.

    >>> round(bar_force(n_s=1, A_b=1, E_s=29000, eps_u=0.003, h_c=20, y=0, c=20, f_y=60))
    43500
    """
    return 1000 * n_s * A_b * max(min(E_s * eps_u * (1 - (h_c / 2 - y) / c), f_y), -f_y)


@equation(
    "R",
    "n_s * A_b * (1000 * max(min(E_s * eps_u * (1 - (h_c / 2 - y) / c), f_y), -f_y) - c_b * f_c)",
    clause="22.2.1, 20.2.2",
)
def bar_force_in_block(
    *, n_s: Ratio, A_b: SquareInches, E_s: Ksi, eps_u: Ratio, h_c: Inches, y: Inches, c: Inches,
    f_y: Ksi, c_b: Ratio, f_c: Psi,
) -> PoundsForce:  # fmt: skip
    """The same within the block of stress, less the concrete that they displace."""
    stress = 1000 * max(min(E_s * eps_u * (1 - (h_c / 2 - y) / c), f_y), -f_y)
    return n_s * A_b * (stress - c_b * f_c)


@equation("eps_ty", "f_y / E_s", clause="21.2.2.1")
def yield_strain(*, f_y: Ksi, E_s: Ksi) -> Ratio:
    """Strain at which the bars yield."""
    return f_y / E_s


@equation("eps_tc", "max(eps_d, eps_ty)", clause="Table 21.2.2")
def tension_strain_fixed(*, eps_d: Ratio, eps_ty: Ratio) -> Ratio:
    """Strain from which tension controls: the same for bars of every grade."""
    return max(eps_d, eps_ty)


@equation("eps_tc", "eps_ty + eps_d", clause="Table 21.2.2")
def tension_strain_beyond_yield(*, eps_d: Ratio, eps_ty: Ratio) -> Ratio:
    """Strain from which tension controls: so much beyond the yield strain."""
    return eps_ty + eps_d


@equation("eps_t", "eps_u * ((h_c / 2 - y_t) / c - 1)", clause="22.2.1.2")
def extreme_strain(*, eps_u: Ratio, h_c: Inches, y_t: Inches, c: Inches) -> Ratio:
    """Strain of the bars farthest from the side in compression, positive in tension."""
    return eps_u * ((h_c / 2 - y_t) / c - 1)


@equation(
    "phi",
    "phi_c + (phi_t - phi_c) * max(min((eps_t - eps_ty) / (eps_tc - eps_ty), 1), 0)",
    clause="Table 21.2.2",
)
def strength_reduction(
    *, phi_c: Ratio, phi_t: Ratio, eps_t: Ratio, eps_ty: Ratio, eps_tc: Ratio
) -> Ratio:
    """Strength reduction factor by the strain of the extreme bars.

    >>> strength_reduction(phi_c=0.65, phi_t=0.9, eps_t=0.0035, eps_ty=0.002, eps_tc=0.005)
    0.775
    """
    return phi_c + (phi_t - phi_c) * max(min((eps_t - eps_ty) / (eps_tc - eps_ty), 1.0), 0.0)


@equation("P_o", "c_b * f_c * (A_g - A_st) + 1000 * f_y * A_st", clause="22.4.2.2")
def axial_squash(
    *, c_b: Ratio, f_c: Psi, A_g: SquareInches, A_st: SquareInches, f_y: Ksi
) -> PoundsForce:
    """Axial strength without a moment."""
    return c_b * f_c * (A_g - A_st) + 1000 * f_y * A_st


@equation("phiP_max", "phi_c * c_P * P_o", clause="Table 22.4.2.1")
def axial_most(*, phi_c: Ratio, c_P: Ratio, P_o: PoundsForce) -> PoundsForce:
    """Greatest design strength in compression."""
    return phi_c * c_P * P_o


@equation("phiP_n", "phi * P_n", clause="22.4.1")
def axial_strength(*, phi: Ratio, P_n: PoundsForce) -> PoundsForce:
    """Design axial strength at the strain that was found: the axial load."""
    return phi * P_n


@equation("phiM_n", "phi * M_n", clause="22.4.1")
def flexural_strength(*, phi: Ratio, M_n: KipFeet) -> KipFeet:
    """Design flexural strength beside the axial load."""
    return phi * M_n


@equation("A_g", "pi / 4 * h_c ** 2", clause="")
def round_gross_area(*, h_c: Inches) -> SquareInches:
    """Gross area of a round section."""
    return pi / 4 * h_c**2


@equation("A_g", "h_c ** 2", clause="")
def square_gross_area(*, h_c: Inches) -> SquareInches:
    """Gross area of a square section."""
    return h_c**2


@equation("A_st", "n_b * A_b", clause="")
def steel_area(*, n_b: Ratio, A_b: SquareInches) -> SquareInches:
    """Area of all vertical bars."""
    return n_b * A_b


@equation("r_s", "h_c / 2 - c_c - d_t - d_b / 2", clause="")
def bar_circle(*, h_c: Inches, c_c: Inches, d_t: Inches, d_b: Inches) -> Inches:
    """From the middle of the section to the middle of the bars at its side."""
    return h_c / 2 - c_c - d_t - d_b / 2


@equation("h_c", "w_c * sqrt(2)", clause="")
def diagonal_depth(*, w_c: Inches) -> Inches:
    """Depth of a square that bends about its diagonal."""
    return w_c * sqrt(2)
