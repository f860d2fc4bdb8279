"""What acts above a height, and what a combination of loads makes of it."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    KipFeet,
    KipFeetSquared,
    Kips,
    Plf,
    PoundFeet,
    PoundsForce,
    Ratio,
)


@equation("F_z", "F * (z_t - z) / (z_t - z_b)", clause="")
def part_above(*, F: PoundsForce, z_t: Feet, z_b: Feet, z: Feet) -> PoundsForce:
    """Part of a force or weight above a height, spread evenly between its ends.

    >>> part_above(F=1200, z_t=24, z_b=18, z=20)
    800.0
    """
    return F * (z_t - z) / (z_t - z_b)


@equation("h_z", "(z_t + z) / 2", clause="")
def height_of_part(*, z_t: Feet, z: Feet) -> Feet:
    """Where that part acts.

    >>> height_of_part(z_t=24, z=20)
    22.0
    """
    return (z_t + z) / 2


@equation("M_z", "M_0 - V * z / 1000", clause="")
def moment_at(*, M_0: KipFeet, V: PoundsForce, z: Feet) -> KipFeet:
    """Moment at a height of the forces above it, from their moment about grade.

    >>> moment_at(M_0=42.0, V=2000, z=1.5)
    39.0
    """
    return M_0 - V * z / 1000


@equation("J_z", "J_0 - T * z", clause="")
def twist_at(*, J_0: KipFeetSquared, T: KipFeet, z: Feet) -> KipFeetSquared:
    """The same of the sum of forces times heights times levers.

    >>> twist_at(J_0=105.0, T=5.0, z=1)
    100.0
    """
    return J_0 - T * z


@equation("W", "w * (z_t - z_b)", clause="")
def stage_weight(*, w: Plf, z_t: Feet, z_b: Feet) -> PoundsForce:
    """Weight of a length of pole.

    >>> stage_weight(w=40.5, z_t=24, z_b=0)
    972.0
    """
    return w * (z_t - z_b)


@equation("P_z", "P_k + W", clause="")
def with_own_weight(*, P_k: PoundsForce, W: PoundsForce) -> PoundsForce:
    """Dead load of one pole: what it carries, and its own weight.

    >>> with_own_weight(P_k=480, W=972)
    1452
    """
    return P_k + W


@equation("P_r", "f_D * P_z / 1000", clause="")
def axial_force(*, f_D: Ratio, P_z: PoundsForce) -> Kips:
    """Axial force in a combination.

    >>> axial_force(f_D=1.2, P_z=1500)
    1.8
    """
    return f_D * P_z / 1000


@equation("V_r", "f_W * V / 1000", clause="")
def shear_force(*, f_W: Ratio, V: PoundsForce) -> Kips:
    """Shear in a combination.

    >>> shear_force(f_W=0.6, V=2000)
    1.2
    """
    return f_W * V / 1000


@equation("M_r", "B_2 * f_W * M_W", clause="Appendix 8")
def moment_of_wind(*, B_2: Ratio, f_W: Ratio, M_W: KipFeet) -> KipFeet:
    """Moment of the wind in a combination, second-order effects with it.

    >>> moment_of_wind(B_2=1.25, f_W=1.0, M_W=40)
    50.0
    """
    return B_2 * f_W * M_W


@equation("M_r", "B_2 * f_D * max(M_D, -M_D)", clause="Appendix 8")
def moment_of_weight(*, B_2: Ratio, f_D: Ratio, M_D: KipFeet) -> KipFeet:
    """Moment of weights off the axis in a combination, second-order effects with it.

    >>> moment_of_weight(B_2=1.25, f_D=1.2, M_D=-4.0)
    6.0
    """
    return B_2 * f_D * max(M_D, -M_D)


@equation("M_r", "B_2 * (f_W * M_W + f_D * max(M_D, -M_D))", clause="Appendix 8")
def moment_along(*, B_2: Ratio, f_W: Ratio, M_W: KipFeet, f_D: Ratio, M_D: KipFeet) -> KipFeet:
    """Moment of wind along the sign and of weights off the axis, which lie in one plane.

    >>> moment_along(B_2=1.25, f_W=1.0, M_W=40, f_D=1.2, M_D=-4.0)
    56.0
    """
    return B_2 * (f_W * M_W + f_D * max(M_D, -M_D))


@equation("T_r", "f_W * T", clause="")
def torsion_in(*, f_W: Ratio, T: KipFeet) -> KipFeet:
    """Torsion in a combination.

    >>> torsion_in(f_W=0.6, T=5)
    3.0
    """
    return f_W * T


@equation("M_1", "(M_f + M_s) / sqrt(2)", clause="")
def moment_a(*, M_f: KipFeet, M_s: KipFeet) -> KipFeet:
    """Moment about one side of a square that stands on its diagonal.

    >>> round(moment_a(M_f=10.0, M_s=0.0), 3)
    7.071
    """
    return (M_f + M_s) / sqrt(2)


@equation("M_2", "max(M_f - M_s, M_s - M_f) / sqrt(2)", clause="")
def moment_b(*, M_f: KipFeet, M_s: KipFeet) -> KipFeet:
    """Moment about the other side.

    >>> round(moment_b(M_f=0.0, M_s=10.0), 3)
    7.071
    """
    return max(M_f - M_s, M_s - M_f) / sqrt(2)


@equation("V_a", "V_r / sqrt(2)", clause="")
def shear_a(*, V_r: Kips) -> Kips:
    """Shear along either side of a square that stands on its diagonal.

    >>> round(shear_a(V_r=10.0), 3)
    7.071
    """
    return V_r / sqrt(2)


@equation("F", "F_g / f_W", clause="")
def at_strength_level(*, F_g: PoundsForce, f_W: Ratio) -> PoundsForce:
    """A load given at allowable-stress level, at strength level.

    >>> at_strength_level(F_g=600, f_W=0.6)
    1000.0
    """
    return F_g / f_W


@equation("h", "M_g / F_g", clause="")
def height_of_given(*, M_g: PoundFeet, F_g: PoundsForce) -> Feet:
    """Height of a load that is given with its moment.

    >>> height_of_given(M_g=12000, F_g=600)
    20.0
    """
    return M_g / F_g


@equation("e", "T_g / F_g", clause="")
def arm_of_given(*, T_g: PoundFeet, F_g: PoundsForce) -> Feet:
    """Arm of a load that is given with its torsion.

    >>> arm_of_given(T_g=1200, F_g=600)
    2.0
    """
    return T_g / F_g
