"""The weight of ice from freezing rain (ASCE 7 chapter 10)."""

from math import cos, pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Inches, Pcf, PoundsForce, Ratio, SquareFeet


@equation("D_c", "sqrt(D ** 2 + D_l ** 2)", clause="10.4.1")
def around_rectangle(*, D: Inches, D_l: Inches) -> Inches:
    """Diameter of the cylinder around a square or rectangular pole.

    >>> around_rectangle(D=6.0, D_l=8.0)
    10.0
    """
    return sqrt(D**2 + D_l**2)


@equation("D_c", "D / cos(pi / 6)", clause="10.4.1")
def around_hexagon(*, D: Inches) -> Inches:
    """Diameter of the cylinder around a hexagonal pole, D across its flats.

    >>> round(around_hexagon(D=10.0), 3)
    11.547
    """
    return D / cos(pi / 6)


@equation("D_c", "D / cos(pi / 8)", clause="10.4.1")
def around_octagon(*, D: Inches) -> Inches:
    """Diameter of the cylinder around an octagonal pole, D across its flats.

    >>> round(around_octagon(D=10.0), 3)
    10.824
    """
    return D / cos(pi / 8)


@equation("W_ice", "N * gamma_ice * pi * t_d * (D_c + t_d) / 144 * L", clause="10.4.1")
def ice_on_poles(*, N: Ratio, gamma_ice: Pcf, t_d: Inches, D_c: Inches, L: Feet) -> PoundsForce:
    """Weight of the ice around a length of all poles.

    >>> round(ice_on_poles(N=1, gamma_ice=56, t_d=1.0, D_c=11.0, L=10.0), 2)
    146.61
    """
    return N * gamma_ice * pi * t_d * (D_c + t_d) / 144 * L


@equation("W_ice", "gamma_ice * k_p * pi * t_d / 12 * A", clause="10.4.1")
def ice_on_plate(*, gamma_ice: Pcf, k_p: Ratio, t_d: Inches, A: SquareFeet) -> PoundsForce:
    """Weight of the ice on a vertical plate, both of its sides, A that of one.

    >>> round(ice_on_plate(gamma_ice=56, k_p=0.8, t_d=1.0, A=60.0), 1)
    703.7
    """
    return gamma_ice * k_p * pi * t_d / 12 * A
