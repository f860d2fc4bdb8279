"""The units that a text may be written in: a literal table, each unit exact by its definition."""

from fractions import Fraction
from typing import NamedTuple

FOOT = Fraction(3048, 10_000)
"""The international foot, m, by definition."""
POUND = Fraction("0.45359237") * Fraction("9.80665")
"""The pound-force, N: the pound, kg, under standard gravity, m/s2, both by definition."""
KILOPOND = Fraction("9.80665")
"""The kilogram-force, N."""
HOUR = 3600
"""s."""
NAUTICAL_MILE = 1852
"""m, by definition."""


class Unit(NamedTuple):
    """A unit.

    Args:
        symbol: As it is printed.
        dimension: What it measures.
        size: In metres, newtons, seconds and degrees.
        others: Its other names; capitals are the same as small letters.
    """

    symbol: str
    dimension: str
    size: Fraction
    others: tuple[str, ...] = ()


UNITS = (
    Unit("ft", "length", FOOT, ("foot", "feet", "'")),
    Unit("in", "length", FOOT / 12, ("inch", "inches", '"')),
    Unit("yd", "length", 3 * FOOT, ("yard", "yards")),
    Unit("m", "length", Fraction(1), ("metre", "metres", "meter", "meters")),
    Unit("cm", "length", Fraction(1, 100)),
    Unit("mm", "length", Fraction(1, 1000)),
    Unit("ft2", "area", FOOT**2, ("ft^2", "sq ft", "sqft", "sf")),
    Unit("in2", "area", (FOOT / 12) ** 2, ("in^2", "sq in", "sqin")),
    Unit("m2", "area", Fraction(1), ("m^2", "sq m", "sqm")),
    Unit("cm2", "area", Fraction(1, 10**4), ("cm^2", "sq cm")),
    Unit("mm2", "area", Fraction(1, 10**6), ("mm^2", "sq mm")),
    Unit("mph", "speed", 5280 * FOOT / HOUR, ("mi/h",)),
    Unit("ft/s", "speed", FOOT, ("fps",)),
    Unit("m/s", "speed", Fraction(1)),
    Unit("km/h", "speed", Fraction(1000, HOUR), ("kmh", "kph")),
    Unit("kt", "speed", Fraction(NAUTICAL_MILE, HOUR), ("knot", "knots")),
    Unit("psf", "pressure", POUND / FOOT**2, ("lbf/ft2", "lb/ft2", "lbf/ft^2", "lb/ft^2")),
    Unit("ksf", "pressure", 1000 * POUND / FOOT**2, ("kip/ft2", "kip/ft^2")),
    Unit("psi", "pressure", POUND / (FOOT / 12) ** 2, ("lbf/in2", "lb/in2", "lbf/in^2", "lb/in^2")),
    Unit("ksi", "pressure", 1000 * POUND / (FOOT / 12) ** 2, ("kip/in2", "kip/in^2")),
    Unit("Pa", "pressure", Fraction(1), ("N/m2", "N/m^2")),
    Unit("kPa", "pressure", Fraction(1000), ("kN/m2", "kN/m^2")),
    Unit("MPa", "pressure", Fraction(10**6), ("N/mm2", "N/mm^2", "MN/m2", "MN/m^2")),
    Unit("kgf/m2", "pressure", KILOPOND, ("kgf/m^2",)),
    Unit("lbf", "force", POUND, ("lb", "lbs", "pound", "pounds")),
    Unit("kip", "force", 1000 * POUND, ("kips",)),
    Unit("N", "force", Fraction(1)),
    Unit("kN", "force", Fraction(1000)),
    Unit("MN", "force", Fraction(10**6)),
    Unit("kgf", "force", KILOPOND),
    Unit("lbf/ft", "force per length", POUND / FOOT, ("plf", "lb/ft")),
    Unit("kip/ft", "force per length", 1000 * POUND / FOOT, ("klf",)),
    Unit("N/m", "force per length", Fraction(1)),
    Unit("kN/m", "force per length", Fraction(1000)),
    Unit("kgf/m", "force per length", KILOPOND),
    Unit("pcf", "force per volume", POUND / FOOT**3, ("lbf/ft3", "lb/ft3", "lbf/ft^3", "lb/ft^3")),
    Unit("psf/ft", "force per volume", POUND / FOOT**3),
    Unit("kcf", "force per volume", 1000 * POUND / FOOT**3, ("kip/ft3", "kip/ft^3")),
    Unit("pci", "force per volume", POUND / (FOOT / 12) ** 3, ("lbf/in3", "lb/in3")),
    Unit("N/m3", "force per volume", Fraction(1), ("N/m^3", "Pa/m")),
    Unit("kN/m3", "force per volume", Fraction(1000), ("kN/m^3", "kPa/m")),
    Unit("kgf/m3", "force per volume", KILOPOND, ("kgf/m^3",)),
    Unit("lbf-ft", "moment", POUND * FOOT, ("lb-ft", "ft-lbf", "ft-lb", "lbft")),
    Unit("kip-ft", "moment", 1000 * POUND * FOOT, ("ft-kip", "k-ft", "kipft")),
    Unit("lbf-in", "moment", POUND * FOOT / 12, ("lb-in", "in-lbf", "in-lb")),
    Unit("kip-in", "moment", 1000 * POUND * FOOT / 12, ("in-kip", "k-in")),
    Unit("N-m", "moment", Fraction(1), ("Nm",)),
    Unit("kN-m", "moment", Fraction(1000), ("kNm",)),
    Unit("deg", "angle", Fraction(1), ("degree", "degrees")),
    Unit("Hz", "frequency", Fraction(1)),
)
"""Pounds are a force, as everywhere here; kilograms are a mass, and not accepted as one."""

NAMES = {name.lower(): unit for unit in UNITS for name in (unit.symbol, *unit.others)}
"""Every unit by each of its names in small letters."""

EXAMPLES = {
    "length": ("10'-6\"", "126 in", "3.2 m"),
    "area": ("60 ft2", "5.6 m2"),
    "speed": ("115 mph", "51 m/s"),
    "pressure": ("42 psf", "4 ksf", "2 kPa"),
    "force": ("2500 lbf", "2.5 kip", "11 kN"),
    "force per length": ("40.5 plf", "0.6 kN/m"),
    "force per volume": ("110 pcf", "150 psf/ft", "18 kN/m3"),
    "moment": ("50000 lbf-ft", "50 kip-ft", "68 kN-m"),
    "angle": ("30 deg", "30°"),
    "frequency": ("1.2 Hz",),
}
"""How quantities of each dimension may be written."""


def named(symbol: str) -> Unit:
    """The unit of this symbol or name.

    >>> named("plf").symbol
    'lbf/ft'
    """
    return NAMES[symbol.lower()]


def alike(dimension: str) -> list[str]:
    """The symbols of the units of a dimension.

    >>> alike("speed")
    ['mph', 'ft/s', 'm/s', 'km/h', 'kt']
    """
    return [unit.symbol for unit in UNITS if unit.dimension == dimension]
