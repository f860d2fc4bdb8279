"""What reaches the base: weights, sums, combinations, shares of the poles."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    KipFeet,
    Plf,
    PoundsForce,
    Psf,
    Ratio,
    SquareFeet,
)


@equation("h_F", "1000 * M / V", clause="")
def load_height(*, M: KipFeet, V: PoundsForce) -> Feet:
    """Height at which the shear gives the moment.

    >>> load_height(M=42, V=2000)
    21.0
    """
    return 1000 * M / V


@equation("W", "w * A", clause="")
def cabinet_weight(*, w: Psf, A: SquareFeet) -> PoundsForce:
    """Weight of a cabinet.

    >>> cabinet_weight(w=8, A=60)
    480
    """
    return w * A


@equation("W", "N * w * H", clause="")
def pole_weight(*, N: Ratio, w: Plf, H: Feet) -> PoundsForce:
    """Weight of N poles.

    >>> pole_weight(N=1, w=40.5, H=24)
    972.0
    """
    return N * w * H


@equation("V", "f_W * V", clause="2.4.1")
def factored_shear(*, f_W: Ratio, V: PoundsForce) -> PoundsForce:
    """Shear in a combination.

    >>> factored_shear(f_W=0.6, V=648)
    388.8
    """
    return f_W * V


@equation("M", "f_W * M", clause="2.4.1")
def factored_moment(*, f_W: Ratio, M: KipFeet) -> KipFeet:
    """Moment of the wind in a combination.

    >>> factored_moment(f_W=0.6, M=50)
    30.0
    """
    return f_W * M


@equation("T", "f_W * T", clause="2.4.1")
def factored_torsion(*, f_W: Ratio, T: KipFeet) -> KipFeet:
    """Torsion in a combination.

    >>> factored_torsion(f_W=0.6, T=5)
    3.0
    """
    return f_W * T


@equation("D", "D + D_i", clause="10.4")
def with_ice(*, D: PoundsForce, D_i: PoundsForce) -> PoundsForce:
    """Dead load with the weight of ice.

    >>> with_ice(D=1452.0, D_i=300.0)
    1752.0
    """
    return D + D_i


@equation("P", "f_D * D", clause="2.3 and 2.4")
def factored_dead_load(*, f_D: Ratio, D: PoundsForce) -> PoundsForce:
    """Dead load in a combination.

    >>> factored_dead_load(f_D=0.6, D=1000)
    600.0
    """
    return f_D * D


@equation("M", "sqrt((f_W * M_W) ** 2 + (f_D * M_D) ** 2)", clause="2.3 and 2.4")
def resultant_moment(*, f_W: Ratio, M_W: KipFeet, f_D: Ratio, M_D: KipFeet) -> KipFeet:
    """Resultant of the wind's moment and of the dead load's, at right angles to each other.

    >>> resultant_moment(f_W=1, M_W=4.0, f_D=1, M_D=3.0)
    5.0
    """
    return sqrt((f_W * M_W) ** 2 + (f_D * M_D) ** 2)


@equation("M", "f_W * M_W + f_D * max(M_D, -M_D)", clause="2.3 and 2.4")
def moment_along(*, f_W: Ratio, M_W: KipFeet, f_D: Ratio, M_D: KipFeet) -> KipFeet:
    """Moment of wind along the sign with the dead load's, which lies in the same plane.

    >>> moment_along(f_W=1, M_W=4.0, f_D=1, M_D=-3.0)
    7.0
    """
    return f_W * M_W + f_D * max(M_D, -M_D)
