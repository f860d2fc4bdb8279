"""What the ground and the weight upon it do to a slab (ACI 318 chapter 13; statics).

Symbols: side 1 is along the wind on the faces, side 2 across it; section s is one of those that the
code asks for. Shares of the pressure are those of the exact plane without tension.
"""

from math import cos, pi, sin, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Degrees,
    Feet,
    Inches,
    KipFeet,
    Pcf,
    PoundFeet,
    PoundsForce,
    Psf,
    Psi,
    QuarticInches,
    Ratio,
    SquareFeet,
)


@equation("w_u", "f_D * (gamma_c * t_s + w_e) - u_w", clause="13.2.6")
def slab_weight(*, f_D: Ratio, gamma_c: Pcf, t_s: Feet, w_e: Psf, u_w: Psf) -> Psf:
    """Factored weight of slab and soil beside the stem, less buoyancy.

    >>> slab_weight(f_D=1.2, gamma_c=150, t_s=2, w_e=100, u_w=0)
    480.0
    """
    return f_D * (gamma_c * t_s + w_e) - u_w


@equation("W_g", "P_u + w_u * D_1 * D_2 + f_D * (W_k - w_e * A_k)", clause="")
def weight_on_ground(
    *, P_u: PoundsForce, w_u: Psf, D_1: Feet, D_2: Feet, f_D: Ratio, W_k: PoundsForce, w_e: Psf,
    A_k: SquareFeet,
) -> PoundsForce:  # fmt: skip
    """Factored weight on the ground: the pole's, slab and soil, and a stem in place of soil."""
    return P_u + w_u * D_1 * D_2 + f_D * (W_k - w_e * A_k)


@equation("M_b", "1000 * M_u + V_u * d_b", clause="")
def moment_at_bottom(*, M_u: KipFeet, V_u: PoundsForce, d_b: Feet) -> PoundFeet:
    """Factored moment at the bottom of the slab."""
    return 1000 * M_u + V_u * d_b


@equation("M_b", "1000 * (M_u + M_d) + V_u * d_b", clause="")
def moment_turned_in_line(*, M_u: KipFeet, M_d: KipFeet, V_u: PoundsForce, d_b: Feet) -> PoundFeet:
    """The same where the wind may turn into line with the weights off the axis."""
    return 1000 * (M_u + M_d) + V_u * d_b


@equation("e_2", "1000 * M_d / W_g", clause="")
def weights_stand(*, M_d: KipFeet, W_g: PoundsForce) -> Feet:
    """How far weights off the axis put the load along side 2."""
    return 1000 * M_d / W_g


@equation("e_1", "M_b * cos(pi * theta_w / 180) / W_g", clause="")
def stands_along(*, M_b: PoundFeet, theta_w: Degrees, W_g: PoundsForce) -> Feet:
    """How far the load stands off the middle along side 1."""
    return M_b * cos(pi * theta_w / 180) / W_g


@equation("e_2", "M_b * sin(pi * theta_w / 180) / W_g", clause="")
def stands_across(*, M_b: PoundFeet, theta_w: Degrees, W_g: PoundsForce) -> Feet:
    """How far the load stands off the middle along side 2."""
    return M_b * sin(pi * theta_w / 180) / W_g


@equation("q_u", "m_q * W_g / (D_1 * D_2)", clause="")
def corner_pressure(*, m_q: Ratio, W_g: PoundsForce, D_1: Feet, D_2: Feet) -> Psf:
    """Greatest pressure on the ground."""
    return m_q * W_g / (D_1 * D_2)


@equation("c_k", "sqrt(pi) / 2 * D_k", clause="13.2.7.3")
def square_of_round(*, D_k: Inches) -> Inches:
    """Side of the square that a round column or stem counts as: of the same area.

    >>> round(square_of_round(D_k=12), 2)
    10.63
    """
    return sqrt(pi) / 2 * D_k


@equation("c_s", "(c_k + c_p) / 2", clause="Table 13.2.7.1")
def half_way(*, c_k: Inches, c_p: Inches) -> Inches:
    """Width between the critical sections of a pole on a base plate: half way to its edges."""
    return (c_k + c_p) / 2


@equation("l_c", "D_s / 2 - c_s / 24", clause="13.2.7.1")
def cantilever(*, D_s: Feet, c_s: Inches) -> Feet:
    """Length of the slab beyond its critical section."""
    return D_s / 2 - c_s / 24


@equation("l_v", "l_c - d_s / 12", clause="13.2.7.2")
def beyond_shear(*, l_c: Feet, d_s: Inches) -> Feet:
    """Length of the slab beyond the section of one-way shear."""
    return l_c - d_s / 12


@equation("M_z", "(n_q * W_g * r_q - w_u * b_s * l_c ** 2 / 2) / 1000", clause="13.2.6")
def moment_up(
    *, n_q: Ratio, W_g: PoundsForce, r_q: Feet, w_u: Psf, b_s: Feet, l_c: Feet
) -> KipFeet:
    """Moment at the section that pulls the bottom: the ground's, less the weight's."""
    return (n_q * W_g * r_q - w_u * b_s * l_c**2 / 2) / 1000


@equation("M_z", "(w_u * b_s * l_c ** 2 / 2 - n_q * W_g * r_q) / 1000", clause="13.2.6")
def moment_down(
    *, w_u: Psf, b_s: Feet, l_c: Feet, n_q: Ratio, W_g: PoundsForce, r_q: Feet
) -> KipFeet:
    """Moment at the section that pulls the top: the weight's, less the ground's."""
    return (w_u * b_s * l_c**2 / 2 - n_q * W_g * r_q) / 1000


@equation("V_f", "n_q * W_g - w_u * b_s * l_v", clause="13.2.6")
def shear_up(*, n_q: Ratio, W_g: PoundsForce, w_u: Psf, b_s: Feet, l_v: Feet) -> PoundsForce:
    """Shear beyond the section where the ground presses more than the weight."""
    return n_q * W_g - w_u * b_s * l_v


@equation("V_f", "w_u * b_s * l_v - n_q * W_g", clause="13.2.6")
def shear_down(*, w_u: Psf, b_s: Feet, l_v: Feet, n_q: Ratio, W_g: PoundsForce) -> PoundsForce:
    """Shear beyond the section where the weight is more than the ground's pressure."""
    return w_u * b_s * l_v - n_q * W_g


@equation("b_1", "c_s + d_s", clause="22.6.4.1")
def critical_side(*, c_s: Inches, d_s: Inches) -> Inches:
    """Side of the section of two-way shear along side 1."""
    return c_s + d_s


@equation("b_2", "c_s + d_s", clause="22.6.4.1")
def critical_side_across(*, c_s: Inches, d_s: Inches) -> Inches:
    """Side of the section of two-way shear along side 2."""
    return c_s + d_s


@equation("b_o", "2 * (b_1 + b_2)", clause="22.6.4.1")
def critical_perimeter(*, b_1: Inches, b_2: Inches) -> Inches:
    """Perimeter of the section of two-way shear."""
    return 2 * (b_1 + b_2)


@equation("V_o", "(1 - n_o) * W_g - w_u * (D_1 * D_2 - b_1 * b_2 / 144)", clause="22.6.4")
def punching_force(
    *, n_o: Ratio, W_g: PoundsForce, w_u: Psf, D_1: Feet, D_2: Feet, b_1: Inches, b_2: Inches
) -> PoundsForce:
    """Force across the section of two-way shear: of the slab outside it, upward."""
    return (1 - n_o) * W_g - w_u * (D_1 * D_2 - b_1 * b_2 / 144)


@equation("M_o1", "W_g * (e_1 - m_o) / 1000", clause="8.4.4.2")
def transferred(*, W_g: PoundsForce, e_1: Feet, m_o: Feet) -> KipFeet:
    """Moment across the section of two-way shear along side 1, of the slab outside it."""
    return W_g * (e_1 - m_o) / 1000


@equation("M_o2", "W_g * (e_2 - m_o) / 1000", clause="8.4.4.2")
def transferred_across(*, W_g: PoundsForce, e_2: Feet, m_o: Feet) -> KipFeet:
    """Moment across the section of two-way shear along side 2, of the slab outside it."""
    return W_g * (e_2 - m_o) / 1000


@equation("g_1", "1 - 1 / (1 + k_g * sqrt(b_1 / b_2))", clause="8.4.4.2.2")
def punching_share(*, k_g: Ratio, b_1: Inches, b_2: Inches) -> Ratio:
    """Share of the moment along side 1 that shear transfers.

    >>> round(punching_share(k_g=2 / 3, b_1=20, b_2=20), 6)
    0.4
    """
    return 1 - 1 / (1 + k_g * sqrt(b_1 / b_2))


@equation("g_2", "1 - 1 / (1 + k_g * sqrt(b_2 / b_1))", clause="8.4.4.2.2")
def punching_share_across(*, k_g: Ratio, b_1: Inches, b_2: Inches) -> Ratio:
    """Share of the moment along side 2 that shear transfers."""
    return 1 - 1 / (1 + k_g * sqrt(b_2 / b_1))


@equation(
    "J_1", "d_s * b_1 ** 3 / 6 + b_1 * d_s ** 3 / 6 + d_s * b_2 * b_1 ** 2 / 2", clause="R8.4.4.2.3"
)
def polar_moment(*, d_s: Inches, b_1: Inches, b_2: Inches) -> QuarticInches:
    """Property of the section of two-way shear for the moment along side 1."""
    return d_s * b_1**3 / 6 + b_1 * d_s**3 / 6 + d_s * b_2 * b_1**2 / 2


@equation(
    "J_2", "d_s * b_2 ** 3 / 6 + b_2 * d_s ** 3 / 6 + d_s * b_1 * b_2 ** 2 / 2", clause="R8.4.4.2.3"
)
def polar_moment_across(*, d_s: Inches, b_1: Inches, b_2: Inches) -> QuarticInches:
    """Property of the section of two-way shear for the moment along side 2."""
    return d_s * b_2**3 / 6 + b_2 * d_s**3 / 6 + d_s * b_1 * b_2**2 / 2


@equation(
    "v_u",
    "max(V_o, -V_o) / (b_o * d_s) + 6000 * g_1 * M_o1 * b_1 / J_1 + 6000 * g_2 * M_o2 * b_2 / J_2",
    clause="8.4.4.2.3",
)
def punching_stress(
    *, V_o: PoundsForce, b_o: Inches, d_s: Inches, g_1: Ratio, M_o1: KipFeet, b_1: Inches,
    J_1: QuarticInches, g_2: Ratio, M_o2: KipFeet, b_2: Inches, J_2: QuarticInches,
) -> Psi:  # fmt: skip
    """Greatest stress of two-way shear, at a corner of its section.

    >>> round(punching_stress(V_o=-4e4, b_o=80, d_s=10, g_1=0.4, M_o1=50, b_1=20, J_1=57e3, g_2=0.4,
    ...     M_o2=0, b_2=20, J_2=57e3), 1)
    92.1
    """
    moments = 6000 * g_1 * M_o1 * b_1 / J_1 + 6000 * g_2 * M_o2 * b_2 / J_2
    return max(V_o, -V_o) / (b_o * d_s) + moments
