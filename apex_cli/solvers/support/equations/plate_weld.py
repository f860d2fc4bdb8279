"""The weld between pole and base plate, as a line."""

from math import pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Inches,
    KipFeet,
    KipsPerInch,
    Ksi,
    PoundsForce,
    Ratio,
    SquareInches,
)


@equation("n", "12 * M_e / (pi * r_w ** 2) + max(P_e, -P_e) / (2000 * pi * r_w)", clause="")
def ring_normal(*, M_e: KipFeet, r_w: Inches, P_e: PoundsForce) -> KipsPerInch:
    """Normal force on an inch of a ring of weld, at its worst point.

    >>> from math import pi
    >>> round(ring_normal(M_e=pi, r_w=2, P_e=2000 * pi), 9)
    3.5
    """
    return 12 * M_e / (pi * r_w**2) + max(P_e, -P_e) / (2000 * pi * r_w)


@equation("q", "V_e / (1000 * pi * r_w) + 12 * T_e / (2 * pi * r_w ** 2)", clause="")
def ring_tangent(*, V_e: PoundsForce, r_w: Inches, T_e: KipFeet) -> KipsPerInch:
    """Shear on an inch of the ring between pole and plate, at its worst point.

    >>> from math import pi
    >>> round(ring_tangent(V_e=2000 * pi, r_w=2, T_e=pi), 9)
    2.5
    """
    return V_e / (1000 * pi * r_w) + 12 * T_e / (2 * pi * r_w**2)


@equation("S_w1", "B * H + H ** 2 / 3", clause="")
def weld_modulus_1(*, B: Inches, H: Inches) -> SquareInches:
    """Section modulus of the line of weld around a rectangle, its height in depth.

    >>> weld_modulus_1(B=8, H=6)
    60.0
    """
    return B * H + H**2 / 3


@equation("S_w2", "B * H + B ** 2 / 3", clause="")
def weld_modulus_2(*, B: Inches, H: Inches) -> SquareInches:
    """Section modulus of the line of weld around a rectangle, its width in depth.

    >>> weld_modulus_2(B=6, H=8)
    60.0
    """
    return B * H + B**2 / 3


@equation(
    "n",
    "12 * M_e * sqrt(1 / S_w1 ** 2 + 1 / S_w2 ** 2) + max(P_e, -P_e) / (2000 * (B + H))",
    clause="",
)
def frame_normal(
    *, M_e: KipFeet, S_w1: SquareInches, S_w2: SquareInches, P_e: PoundsForce, B: Inches, H: Inches
) -> KipsPerInch:
    """Normal force on an inch of weld at a corner of a rectangle, the moment turned the worst way.

    >>> frame_normal(M_e=1, S_w1=4, S_w2=3, P_e=8000, B=2, H=2)
    6.0
    """
    return 12 * M_e * sqrt(1 / S_w1**2 + 1 / S_w2**2) + max(P_e, -P_e) / (2000 * (B + H))


@equation(
    "q",
    "V_e / (2000 * min(B, H)) + 36 * T_e * sqrt(B ** 2 + H ** 2) / (B + H) ** 3",
    clause="",
)
def frame_tangent(*, V_e: PoundsForce, B: Inches, H: Inches, T_e: KipFeet) -> KipsPerInch:
    """Shear on an inch of weld around a rectangular pole: two sides take the force.

    >>> frame_tangent(V_e=12000, B=8, H=6, T_e=0)
    1.0
    """
    return V_e / (2000 * min(B, H)) + 36 * T_e * sqrt(B**2 + H**2) / (B + H) ** 3


@equation("f", "sqrt(n ** 2 + 3 * q ** 2)", clause="")
def penetration_stress(*, n: KipsPerInch, q: KipsPerInch) -> KipsPerInch:
    """What an inch of wall takes through a weld of complete penetration.

    >>> penetration_stress(n=1, q=4)
    7.0
    """
    return sqrt(n**2 + 3 * q**2)


@equation("f_a", "phi_b * F_y * t", clause="J2.6, J4-1")
def design_wall_force(*, phi_b: Ratio, F_y: Ksi, t: Inches) -> KipsPerInch:
    """What an inch of wall carries, LRFD.

    >>> design_wall_force(phi_b=0.9, F_y=50, t=0.5)
    22.5
    """
    return phi_b * F_y * t


@equation("f_a", "F_y * t / Omega_b", clause="J2.6, J4-1")
def allowable_wall_force(*, F_y: Ksi, t: Inches, Omega_b: Ratio) -> KipsPerInch:
    """What an inch of wall carries, ASD.

    >>> allowable_wall_force(F_y=50, t=0.5, Omega_b=2)
    12.5
    """
    return F_y * t / Omega_b


@equation("f_a", "phi * k_bm * F_u * t", clause="J4-4")
def design_base_metal(*, phi: Ratio, k_bm: Ratio, F_u: Ksi, t: Inches) -> KipsPerInch:
    """Strength of the wall beside an inch of fillet weld, LRFD.

    >>> design_base_metal(phi=0.75, k_bm=0.5, F_u=60, t=0.5)
    11.25
    """
    return phi * k_bm * F_u * t


@equation("f_a", "k_bm * F_u * t / Omega", clause="J4-4")
def allowable_base_metal(*, k_bm: Ratio, F_u: Ksi, t: Inches, Omega: Ratio) -> KipsPerInch:
    """Strength of the wall beside an inch of fillet weld, ASD.

    >>> allowable_base_metal(k_bm=0.6, F_u=60, t=0.5, Omega=2)
    9.0
    """
    return k_bm * F_u * t / Omega
