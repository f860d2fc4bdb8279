"""A sleeve: one piece of a pole within the other, with a ring of weld at either end of the lap."""

from math import pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Inches, KipFeet, Kips, KipsPerInch, Ksi, Ratio


@equation("L", "12 * (z_t - z_b)", clause="")
def lap(*, z_t: Feet, z_b: Feet) -> Inches:
    """Length over which one piece stands in the other.

    >>> lap(z_t=16, z_b=14)
    24
    """
    return 12 * (z_t - z_b)


@equation("L_min", "max(k_l * t, L_0)", clause="J2.2b")
def least_lap(*, k_l: Ratio, t: Inches, L_0: Inches) -> Inches:
    """Least lap of a lap joint.

    >>> least_lap(k_l=5, t=0.25, L_0=1)
    1.25
    """
    return max(k_l * t, L_0)


@equation("R_t", "12 * M_r / L + V_r", clause="")
def couple_at_top(*, M_r: KipFeet, L: Inches, V_r: Kips) -> Kips:
    """Force across the pole at the top of the lap; the outer piece has it as shear.

    >>> couple_at_top(M_r=40, L=24, V_r=2)
    22.0
    """
    return 12 * M_r / L + V_r


@equation("R_b", "12 * M_r / L", clause="")
def couple_at_bottom(*, M_r: KipFeet, L: Inches) -> Kips:
    """Force across the pole at the bottom of the lap; the inner piece has it as shear.

    >>> couple_at_bottom(M_r=40, L=24)
    20.0
    """
    return 12 * M_r / L


@equation("M_r", "sqrt(M_1 ** 2 + M_2 ** 2)", clause="")
def resultant(*, M_1: KipFeet, M_2: KipFeet) -> KipFeet:
    """Both moments as one.

    >>> resultant(M_1=3.0, M_2=4.0)
    5.0
    """
    return sqrt(M_1**2 + M_2**2)


@equation("r_w", "D / 2", clause="")
def ring_radius(*, D: Inches) -> Inches:
    """Radius of a ring of weld around a round tube.

    >>> ring_radius(D=10.75)
    5.375
    """
    return D / 2


@equation("n", "P_r / (2 * pi * r_w)", clause="")
def ring_axial(*, P_r: Kips, r_w: Inches) -> KipsPerInch:
    """Axial force on an inch of a ring of weld.

    >>> round(ring_axial(P_r=10.0, r_w=5), 4)
    0.3183
    """
    return P_r / (2 * pi * r_w)


@equation("q", "R_t / (pi * r_w) + 12 * T_r / (2 * pi * r_w ** 2)", clause="")
def ring_shear(*, R_t: Kips, r_w: Inches, T_r: KipFeet) -> KipsPerInch:
    """Shear on an inch of a ring of weld, where it is greatest.

    >>> round(ring_shear(R_t=22.0, r_w=5, T_r=5), 4)
    1.7825
    """
    return R_t / (pi * r_w) + 12 * T_r / (2 * pi * r_w**2)


@equation("n", "P_r / (2 * (B + H))", clause="")
def frame_axial(*, P_r: Kips, B: Inches, H: Inches) -> KipsPerInch:
    """Axial force on an inch of weld around a rectangle.

    >>> frame_axial(P_r=10.0, B=6, H=4)
    0.5
    """
    return P_r / (2 * (B + H))


@equation("q", "R_t / (2 * min(B, H)) + 36 * T_r * sqrt(B ** 2 + H ** 2) / (B + H) ** 3", clause="")
def frame_shear(*, R_t: Kips, B: Inches, H: Inches, T_r: KipFeet) -> KipsPerInch:
    """Shear on an inch of weld around a rectangle: two sides take the force, all the torsion.

    >>> frame_shear(R_t=20.0, B=8, H=6, T_r=0)
    1.6666666666666667
    """
    return R_t / (2 * min(B, H)) + 36 * T_r * sqrt(B**2 + H**2) / (B + H) ** 3


@equation("f", "sqrt(n ** 2 + q ** 2)", clause="")
def weld_stress(*, n: KipsPerInch, q: KipsPerInch) -> KipsPerInch:
    """What an inch of weld takes.

    >>> weld_stress(n=0.3, q=0.4)
    0.5
    """
    return sqrt(n**2 + q**2)


@equation("f_w", "phi * k_w * F_EXX * k_a * w", clause="J2.4")
def weld_strength(*, phi: Ratio, k_w: Ratio, F_EXX: Ksi, k_a: Ratio, w: Inches) -> KipsPerInch:
    """Strength of an inch of fillet weld, LRFD.

    >>> round(weld_strength(phi=0.75, k_w=0.6, F_EXX=70, k_a=0.707, w=0.0625), 3)
    1.392
    """
    return phi * k_w * F_EXX * k_a * w


@equation("f_w", "k_w * F_EXX * k_a * w / Omega", clause="J2.4")
def weld_strength_asd(
    *, k_w: Ratio, F_EXX: Ksi, k_a: Ratio, w: Inches, Omega: Ratio
) -> KipsPerInch:
    """Strength of an inch of fillet weld, ASD.

    >>> round(weld_strength_asd(k_w=0.6, F_EXX=70, k_a=0.707, w=0.0625, Omega=2), 3)
    0.928
    """
    return k_w * F_EXX * k_a * w / Omega


@equation("f_a", "min(f_w, phi * k_R * F_u * t)", clause="J4.2")
def wall_limit(*, f_w: KipsPerInch, phi: Ratio, k_R: Ratio, F_u: Ksi, t: Inches) -> KipsPerInch:
    """Strength of an inch of weld, or of the wall beside it in shear if that is less, LRFD.

    >>> round(wall_limit(f_w=11.135, phi=0.75, k_R=0.6, F_u=60, t=0.2), 3)
    5.4
    """
    return min(f_w, phi * k_R * F_u * t)


@equation("f_a", "min(f_w, k_R * F_u * t / Omega)", clause="J4.2")
def wall_limit_asd(
    *, f_w: KipsPerInch, k_R: Ratio, F_u: Ksi, t: Inches, Omega: Ratio
) -> KipsPerInch:
    """Strength of an inch of weld, or of the wall beside it in shear if that is less, ASD.

    >>> round(wall_limit_asd(f_w=11.135, k_R=0.6, F_u=60, t=0.2, Omega=2), 3)
    3.6
    """
    return min(f_w, k_R * F_u * t / Omega)
