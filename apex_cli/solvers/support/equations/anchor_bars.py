"""Bars of a pier that hold anchor rods (ACI 318 17.5.2.1): strength, development, ties."""

from apex_cli.equations import equation
from apex_cli.quantities import Inches, Kips, Ksi, PoundsForce, Ratio, SquareInches


@equation("phiN_b", "phi_A * n_a * A_b * min(f_yb, f_lim)", clause="17.5.2.1")
def bars_tension(*, phi_A: Ratio, n_a: Ratio, A_b: SquareInches, f_yb: Ksi, f_lim: Ksi) -> Kips:
    """Strength of the vertical bars that take the rods' tension.

    >>> bars_tension(phi_A=0.75, n_a=3, A_b=0.5, f_yb=60, f_lim=80)
    67.5
    """
    return phi_A * n_a * A_b * min(f_yb, f_lim)


@equation("D_ro", "D_r + d_r", clause="")
def rods_across(*, D_r: Inches, d_r: Inches) -> Inches:
    """Across the rods, from outside to outside."""
    return D_r + d_r


@equation("D_ci", "2 * r_s - d_b", clause="")
def cage_inside(*, r_s: Inches, d_b: Inches) -> Inches:
    """Room within the bars of the cage."""
    return 2 * r_s - d_b


@equation("l_a", "h_ef - c_c - s_a / k_cone", clause="17.5.2.1")
def length_above(*, h_ef: Inches, c_c: Inches, s_a: Inches, k_cone: Ratio) -> Inches:
    """Length of a bar above the cone that the rod would pull out.

    >>> length_above(h_ef=36, c_c=3, s_a=3, k_cone=1.5)
    31.0
    """
    return h_ef - c_c - s_a / k_cone


@equation("l_a", "h_ef - c_c", clause="25.5")
def length_lapped(*, h_ef: Inches, c_c: Inches) -> Inches:
    """Length over which bar and rod lap.

    >>> length_lapped(h_ef=36, c_c=3)
    33
    """
    return h_ef - c_c


@equation("l_s", "k_lap * l_d + s_a", clause="25.5")
def offset_lap(*, k_lap: Ratio, l_d: Inches, s_a: Inches) -> Inches:
    """Length of a lap of bar and rod that do not touch.

    >>> offset_lap(k_lap=1.5, l_d=20, s_a=3)
    33.0
    """
    return k_lap * l_d + s_a


@equation("l_u", "h_p - c_c - h_ef", clause="17.5.2.1")
def length_below(*, h_p: Inches, c_c: Inches, h_ef: Inches) -> Inches:
    """Length of a bar below the rods.

    >>> length_below(h_p=96, c_c=3, h_ef=36)
    57
    """
    return h_p - c_c - h_ef


@equation("phiV_t", "2 * phi_A * n_tt * A_t * min(f_yb, f_lim)", clause="17.5.2.1")
def ties_shear(*, phi_A: Ratio, n_tt: Ratio, A_t: SquareInches, f_yb: Ksi, f_lim: Ksi) -> Kips:
    """Strength of the ties at the top that hold the rods' shear, two legs of each.

    >>> ties_shear(phi_A=0.75, n_tt=2, A_t=0.25, f_yb=80, f_lim=60)
    45.0
    """
    return 2 * phi_A * n_tt * A_t * min(f_yb, f_lim)


@equation("V_k", "V_e / 1000", clause="")
def shear_in_kips(*, V_e: PoundsForce) -> Kips:
    """Shear at grade in kips.

    >>> shear_in_kips(V_e=4000)
    4.0
    """
    return V_e / 1000
