"""Moment and shear of a pier below grade: of pressure that is allowed, of a rigid pier, by Broms.

Symbols: P shear and M_g moment at grade, e_p their ratio, d depth that resists, b_p width of the
pier against the ground, z_p a depth.
"""

from math import pi, sqrt, tan

from apex_cli.equations import equation
from apex_cli.quantities import (
    Degrees,
    Feet,
    KipFeet,
    Pcf,
    PoundsForce,
    Psf,
    PsfPerFoot,
    Ratio,
)


@equation("e_p", "1000 * M_g / P + z_i", clause="")
def lever(*, M_g: KipFeet, P: PoundsForce, z_i: Feet) -> Feet:
    """Height of the load above the depth from which the ground resists."""
    return 1000 * M_g / P + z_i


@equation("d", "L_g - z_i", clause="")
def resisting_depth(*, L_g: Feet, z_i: Feet) -> Feet:
    """Depth of ground that resists."""
    return L_g - z_i


@equation("z_0", "sqrt(2 * f_a * P / (S * b_p))", clause="")
def zero_shear_allowed(*, f_a: Ratio, P: PoundsForce, S: PsfPerFoot, b_p: Feet) -> Feet:
    """Depth at which the allowable pressure has taken the shear: the moment is greatest there.

    >>> zero_shear_allowed(f_a=0.6, P=1500, S=200, b_p=1)
    3.0
    """
    return sqrt(2 * f_a * P / (S * b_p))


@equation("M_max", "P * (e_p + 2 * z_0 / 3) / 1000", clause="")
def moment_allowed(*, P: PoundsForce, e_p: Feet, z_0: Feet) -> KipFeet:
    """Greatest moment of a pier against a pressure that grows with depth."""
    return P * (e_p + 2 * z_0 / 3) / 1000


@equation("z_r", "d * (3 * d + 4 * e_p) / (4 * d + 6 * e_p)", clause="")
def rotation_depth(*, d: Feet, e_p: Feet) -> Feet:
    """Depth about which a rigid pier turns, the modulus of the ground growing with depth.

    >>> round(rotation_depth(d=10, e_p=10), 9)
    7.0
    """
    return d * (3 * d + 4 * e_p) / (4 * d + 6 * e_p)


@equation("k_p", "P / (z_r * d ** 2 / 2 - d ** 3 / 3)", clause="")
def pressure_growth(*, P: PoundsForce, z_r: Feet, d: Feet) -> Psf:
    """Reaction k_p z (z_r - z) of the ground on a foot of depth: its factor, from equilibrium."""
    return P / (z_r * d**2 / 2 - d**3 / 3)


@equation(
    "z_m", "(1.5 * z_r - d + sqrt((1.5 * z_r - d) * (1.5 * z_r + 3 * d))) / 2", clause=""
)  # fmt: skip
def zero_shear_rigid(*, z_r: Feet, d: Feet) -> Feet:
    """Depth of no shear above the point of rotation: the moment is greatest there."""
    return (1.5 * z_r - d + sqrt((1.5 * z_r - d) * (1.5 * z_r + 3 * d))) / 2


@equation(
    "M_zp", "(P * (e_p + z_p) - k_p * (z_r * z_p ** 3 / 6 - z_p ** 4 / 12)) / 1000", clause=""
)
def moment_rigid(*, P: PoundsForce, e_p: Feet, z_p: Feet, k_p: Psf, z_r: Feet) -> KipFeet:
    """Moment of a rigid pier at a depth."""
    return (P * (e_p + z_p) - k_p * (z_r * z_p**3 / 6 - z_p**4 / 12)) / 1000


@equation("V_r", "max(k_p * z_r ** 3 / 6 - P, P)", clause="")
def shear_rigid(*, k_p: Psf, z_r: Feet, P: PoundsForce) -> PoundsForce:
    """Greatest shear of a rigid pier: at the point of rotation, or at grade."""
    return max(k_p * z_r**3 / 6 - P, P)


@equation("V_r", "4 * P * e_p / (3 * d)", clause="")
def shear_held(*, P: PoundsForce, e_p: Feet, d: Feet) -> PoundsForce:
    """Shear below the floor that holds a pier at grade, the modulus growing with depth."""
    return 4 * P * e_p / (3 * d)


@equation("M_max", "P * e_p / 1000", clause="")
def moment_held(*, P: PoundsForce, e_p: Feet) -> KipFeet:
    """Greatest moment of a pier that a floor holds at grade: there."""
    return P * e_p / 1000


@equation(
    "M_zp", "P * e_p * (1 - 4 * z_p / (3 * d) + (z_p / d) ** 4 / 3) / 1000", clause=""
)  # fmt: skip
def moment_held_below(*, P: PoundsForce, e_p: Feet, z_p: Feet, d: Feet) -> KipFeet:
    """Moment at a depth of a rigid pier that a floor holds at grade, about which it turns.

    >>> moment_held_below(P=1000, e_p=10, z_p=0, d=8), moment_held_below(P=1000, e_p=9, z_p=4, d=8)
    (10.0, 3.1875)
    """
    return P * e_p * (1 - 4 * z_p / (3 * d) + (z_p / d) ** 4 / 3) / 1000


@equation("z_0", "1.5 * b_p + P / (9 * c_u * b_p)", clause="")
def zero_shear_clay(*, b_p: Feet, P: PoundsForce, c_u: Psf) -> Feet:
    """Depth of no shear in clay by Broms, the upper 1.5 widths of which resist nothing."""
    return 1.5 * b_p + P / (9 * c_u * b_p)


@equation("M_max", "P * (e_p + 0.75 * b_p + 0.5 * z_0) / 1000", clause="")
def moment_in_clay(*, P: PoundsForce, e_p: Feet, b_p: Feet, z_0: Feet) -> KipFeet:
    """Greatest moment in clay by Broms: P (e + 1.5 b_p + f/2), f being z_0 less 1.5 widths.

    >>> moment_in_clay(P=1000, e_p=10, b_p=2, z_0=4)
    13.5
    """
    return P * (e_p + 0.75 * b_p + 0.5 * z_0) / 1000


@equation("K_p", "tan((45 + phi_s / 2) * pi / 180) ** 2", clause="")
def passive_pressure(*, phi_s: Degrees) -> Ratio:
    """Coefficient of passive earth pressure."""
    return tan((45 + phi_s / 2) * pi / 180) ** 2


@equation("z_0", "sqrt(2 * P / (3 * K_p * gamma * b_p))", clause="")
def zero_shear_sand(*, P: PoundsForce, K_p: Ratio, gamma: Pcf, b_p: Feet) -> Feet:
    """Depth of no shear in sand by Broms."""
    return sqrt(2 * P / (3 * K_p * gamma * b_p))
