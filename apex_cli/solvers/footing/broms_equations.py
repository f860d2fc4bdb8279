"""Equations of Broms' method for short piers that are free at the head.

Symbols as in AASHTO LTS 13.6: V_F and M_F ultimate shear and moment at grade, H their ratio,
D diameter, L length, c undrained shear strength, K_p passive pressure coefficient, gamma unit
weight of the soil.
"""

from math import pi, sqrt, tan

from apex_cli.equations import equation
from apex_cli.quantities import Degrees, Feet, KipFeet, Pcf, PoundsForce, Psf, Ratio

_CLAUSE = "13.6.1.1"


@equation("V_F", "lf * V / phi_s", clause=_CLAUSE)
def ultimate_shear(*, lf: Ratio, V: PoundsForce, phi_s: Ratio) -> PoundsForce:
    """Shear that the ground must resist: the load times overload, over undercapacity."""
    return lf * V / phi_s


@equation("q", "V_F / (9 * c * D)", clause=_CLAUSE)
def shear_length(*, V_F: PoundsForce, c: Psf, D: Feet) -> Feet:
    """Length of pier over which clay resists the shear."""
    return V_F / (9 * c * D)


@equation("L", "1.5 * D + q * (1 + sqrt(2 + (4 * H + 6 * D) / q))", clause=_CLAUSE)
def length_clay(*, D: Feet, q: Feet, H: Feet) -> Feet:
    """Length of a free-head pier in clay, the upper 1.5 D of which resist nothing.

    >>> round(length_clay(D=2.4606, q=0.13222, H=24.606), 2)
    7.7
    """
    return 1.5 * D + q * (1 + sqrt(2 + (4 * H + 6 * D) / q))


@equation(
    "f",
    "2 * (sqrt((H + 0.75 * D + 0.5 * L) ** 2 + 0.25 * max(L - 1.5 * D, 0) ** 2)"
    " - (H + 0.75 * D + 0.5 * L))",
    clause=_CLAUSE,
)
def shear_length_of(*, H: Feet, D: Feet, L: Feet) -> Feet:
    """Length over which clay resists the shear that a pier of length L can carry."""
    k = H + 0.75 * D + 0.5 * L
    return 2 * (sqrt(k**2 + 0.25 * max(L - 1.5 * D, 0) ** 2) - k)


@equation("M_max", "V_F * (H + 1.5 * D + 0.5 * q) / 1000", clause=_CLAUSE)
def moment_clay(*, V_F: PoundsForce, H: Feet, D: Feet, q: Feet) -> KipFeet:
    """Greatest moment in a pier in clay, where the shear is zero: 1.5 D + q below grade.

    >>> round(moment_clay(V_F=1000, H=15, D=2, q=0.5), 2)
    18.25
    """
    return V_F * (H + 1.5 * D + 0.5 * q) / 1000


@equation("V_a", "9 * c * D * f * phi_s / lf", clause=_CLAUSE)
def load_clay(*, c: Psf, D: Feet, f: Feet, phi_s: Ratio, lf: Ratio) -> PoundsForce:
    """Load that a pier in clay carries."""
    return 9 * c * D * f * phi_s / lf


@equation("K_p", "tan((45 + phi / 2) * pi / 180) ** 2", clause="")
def passive_coefficient(*, phi: Degrees) -> Ratio:
    """Coefficient of passive earth pressure.

    >>> round(passive_coefficient(phi=30), 9)
    3.0
    """
    return tan((45 + phi / 2) * pi / 180) ** 2


@equation("L", "(2 * V_F * (H + L_0) / (K_p * gamma * D)) ** (1 / 3)", clause="13.6.1")
def length_sand(*, V_F: PoundsForce, H: Feet, L_0: Feet, K_p: Ratio, gamma: Pcf, D: Feet) -> Feet:
    """Length of a free-head pier in sand; the length found, L_0, gives itself."""
    length: float = (2 * V_F * (H + L_0) / (K_p * gamma * D)) ** (1 / 3)
    return length


@equation("f", "sqrt(2 * V_F / (3 * K_p * gamma * D))", clause="13.6.1")
def shear_depth_sand(*, V_F: PoundsForce, K_p: Ratio, gamma: Pcf, D: Feet) -> Feet:
    """Depth over which sand resists the shear: where the moment in the pier is greatest."""
    return sqrt(2 * V_F / (3 * K_p * gamma * D))


@equation("M_max", "V_F * (H + 2 * f / 3) / 1000", clause="13.6.1")
def moment_sand(*, V_F: PoundsForce, H: Feet, f: Feet) -> KipFeet:
    """Greatest moment in a pier in sand."""
    return V_F * (H + 2 * f / 3) / 1000


@equation("V_a", "0.5 * gamma * D * L ** 3 * K_p / (H + L) * phi_s / lf", clause="13.6.1")
def load_sand(
    *, gamma: Pcf, D: Feet, L: Feet, K_p: Ratio, H: Feet, phi_s: Ratio, lf: Ratio
) -> PoundsForce:
    """Load that a pier in sand carries."""
    return 0.5 * gamma * D * L**3 * K_p / (H + L) * phi_s / lf
