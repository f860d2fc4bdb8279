"""What all foundations of a Eurocode share: SI units and back, and the wind's design force."""

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    KiloNewtonMetres,
    KiloNewtons,
    KiloNewtonsPerCubicMetre,
    KiloPascals,
    KipFeet,
    Metres,
    Pcf,
    PoundsForce,
    Psf,
    Ratio,
)


@equation("l_m", "0.3048 * l", clause="")
def metres(*, l: Feet) -> Metres:  # noqa: E741 - a length
    """A length in metres.

    >>> metres(l=10)
    3.048
    """
    return 0.3048 * l


@equation("F_k", "4.4482216152605 * F / 1000", clause="")
def kilonewtons(*, F: PoundsForce) -> KiloNewtons:
    """A characteristic force in kN.

    >>> round(kilonewtons(F=1000), 3)
    4.448
    """
    return 4.4482216152605 * F / 1000


@equation("M_G", "4.4482216152605 * 0.3048 * max(M_D, -M_D)", clause="")
def kilonewton_metres(*, M_D: KipFeet) -> KiloNewtonMetres:
    """The moment of an offset dead load in kN-m.

    >>> round(kilonewton_metres(M_D=-10), 3)
    13.558
    """
    return 4.4482216152605 * 0.3048 * max(M_D, -M_D)


@equation("s_k", "4.4482216152605 * s / 0.3048 ** 2 / 1000", clause="")
def kilopascals(*, s: Psf) -> KiloPascals:
    """A strength of the ground in kPa.

    >>> round(kilopascals(s=1000), 3)
    47.88
    """
    return 4.4482216152605 * s / 0.3048**2 / 1000


@equation("gamma", "4.4482216152605 * gamma_s / 0.3048 ** 3 / 1000", clause="")
def unit_weight(*, gamma_s: Pcf) -> KiloNewtonsPerCubicMetre:
    """The unit weight of the ground in kN/m3.

    >>> round(unit_weight(gamma_s=115), 2)
    18.07
    """
    return 4.4482216152605 * gamma_s / 0.3048**3 / 1000


@equation("F", "1000 * F_k / 4.4482216152605", clause="")
def pounds(*, F_k: KiloNewtons) -> PoundsForce:
    """A force in pounds, for what is calculated after it.

    >>> round(pounds(F_k=1), 3)
    224.809
    """
    return 1000 * F_k / 4.4482216152605


@equation("H_d", "gamma_Q * F_k", clause="2.4.7.3")
def design_horizontal(*, gamma_Q: Ratio, F_k: KiloNewtons) -> KiloNewtons:
    """Design value of the wind's force.

    >>> design_horizontal(gamma_Q=1.5, F_k=10)
    15.0
    """
    return gamma_Q * F_k
