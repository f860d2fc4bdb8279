"""What turns a pole, and what each of several poles takes."""

from apex_cli.equations import equation
from apex_cli.quantities import Feet, KipFeet, KipFeetSquared, PoundsForce, Ratio, SquareFeet


@equation("T", "max(T_o, -T_o) + T_e", clause="")
def greatest_torsion(*, T_o: KipFeet, T_e: KipFeet) -> KipFeet:
    """Torsion of the offsets with that of the eccentricity on the worse side.

    >>> greatest_torsion(T_o=-3.0, T_e=2.0)
    5.0
    """
    return max(T_o, -T_o) + T_e


@equation("T", "max(T_o, -T_o)", clause="")
def offset_torsion(*, T_o: KipFeet) -> KipFeet:
    """Torsion of the offsets alone.

    >>> offset_torsion(T_o=-3.0)
    3.0
    """
    return max(T_o, -T_o)


@equation("x", "(1 - N) * a / 2", clause="")
def first_pole(*, N: Ratio, a: Feet) -> Feet:
    """Distance of the first of N poles from the support's axis.

    >>> first_pole(N=2, a=10)
    -5.0
    """
    return (1 - N) * a / 2


@equation("x", "x + a", clause="")
def next_pole(*, x: Feet, a: Feet) -> Feet:
    """Distance of the next pole from the support's axis.

    >>> next_pole(x=-5, a=10)
    5
    """
    return x + a


@equation("S_x", "a ** 2 * N * (N ** 2 - 1) / 12", clause="")
def spread_of_poles(*, N: Ratio, a: Feet) -> SquareFeet:
    """Sum of the squares of the poles' distances from their axis.

    >>> spread_of_poles(N=2, a=10)
    50.0
    """
    return a**2 * N * (N**2 - 1) / 12


@equation("V_o", "V / N + 1000 * T_o * x / S_x", clause="")
def pole_shear(*, V: PoundsForce, N: Ratio, T_o: KipFeet, x: Feet, S_x: SquareFeet) -> PoundsForce:
    """Shear of one pole: its share, and the couple that carries the offsets' torsion.

    >>> pole_shear(V=1000, N=2, T_o=-2.0, x=5, S_x=50)
    300.0
    """
    return V / N + 1000 * T_o * x / S_x


@equation("V_e", "1000 * T_e * max(x, -x) / S_x", clause="")
def pole_shear_turned(*, T_e: KipFeet, x: Feet, S_x: SquareFeet) -> PoundsForce:
    """Shear that the eccentricity of a case gives or takes, by its side.

    >>> pole_shear_turned(T_e=2.0, x=-5, S_x=50)
    200.0
    """
    return 1000 * T_e * max(x, -x) / S_x


@equation("M_o", "M / N + J_o * x / S_x", clause="")
def pole_moment(*, M: KipFeet, N: Ratio, J_o: KipFeetSquared, x: Feet, S_x: SquareFeet) -> KipFeet:
    """Moment of one pole, every force shared by the same rule.

    >>> pole_moment(M=20, N=2, J_o=40, x=-5, S_x=50)
    6.0
    """
    return M / N + J_o * x / S_x


@equation("M_e", "J_e * max(x, -x) / S_x", clause="")
def pole_moment_turned(*, J_e: KipFeetSquared, x: Feet, S_x: SquareFeet) -> KipFeet:
    """Moment that the eccentricity of a case gives or takes, by its side.

    >>> pole_moment_turned(J_e=40, x=5, S_x=50)
    4.0
    """
    return J_e * max(x, -x) / S_x


@equation("V_k", "max(V_o + V_e, V_e - V_o)", clause="")
def greatest_shear(*, V_o: PoundsForce, V_e: PoundsForce) -> PoundsForce:
    """Shear of one pole, in either direction, with the eccentricity on the worse side.

    >>> greatest_shear(V_o=500, V_e=200), greatest_shear(V_o=-100, V_e=200)
    (700, 300)
    """
    return max(V_o + V_e, V_e - V_o)


@equation("M_k", "max(M_o + M_e, M_e - M_o)", clause="")
def greatest_moment(*, M_o: KipFeet, M_e: KipFeet) -> KipFeet:
    """Moment of one pole, in either direction, with the eccentricity on the worse side.

    >>> greatest_moment(M_o=10, M_e=4), greatest_moment(M_o=-3, M_e=4)
    (14, 7)
    """
    return max(M_o + M_e, M_e - M_o)


@equation("V_k", "max(V_o, -V_o)", clause="")
def size_of_shear(*, V_o: PoundsForce) -> PoundsForce:
    """Shear of one pole, in either direction.

    >>> size_of_shear(V_o=-300)
    300
    """
    return max(V_o, -V_o)


@equation("M_k", "max(M_o, -M_o)", clause="")
def size_of_moment(*, M_o: KipFeet) -> KipFeet:
    """Moment of one pole, in either direction.

    >>> size_of_moment(M_o=-3)
    3
    """
    return max(M_o, -M_o)


@equation("P_k", "D / N", clause="")
def equal_axial(*, D: PoundsForce, N: Ratio) -> PoundsForce:
    """Dead load of one of N poles that share alike.

    >>> equal_axial(D=2000, N=2)
    1000.0
    """
    return D / N


@equation("P_k", "D / N + 1000 * M_D * x / S_x", clause="")
def pole_axial(*, D: PoundsForce, N: Ratio, M_D: KipFeet, x: Feet, S_x: SquareFeet) -> PoundsForce:
    """Dead load of one pole; negative is uplift.

    >>> pole_axial(D=2000, N=2, M_D=1.0, x=5, S_x=50)
    1100.0
    """
    return D / N + 1000 * M_D * x / S_x


@equation("share", "V_k / V", clause="")
def pole_share(*, V_k: PoundsForce, V: PoundsForce) -> Ratio:
    """Share of the base shear that one pole takes.

    >>> pole_share(V_k=700, V=1000)
    0.7
    """
    return V_k / V
