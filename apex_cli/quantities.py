"""Units as annotations, and `Known`: a float that remembers where it came from."""

from typing import Annotated, NamedTuple, Self


class Unit(NamedTuple):
    """A unit as it is printed beside a number."""

    symbol: str


Ratio = Annotated[float, Unit("1")]
Feet = Annotated[float, Unit("ft")]
Inches = Annotated[float, Unit("in")]
SquareFeet = Annotated[float, Unit("ft2")]
CubicFeet = Annotated[float, Unit("ft3")]
CubicYards = Annotated[float, Unit("yd3")]
Mph = Annotated[float, Unit("mph")]
FeetPerSecond = Annotated[float, Unit("ft/s")]
Hertz = Annotated[float, Unit("Hz")]
Psf = Annotated[float, Unit("psf")]
Pcf = Annotated[float, Unit("pcf")]
PsfPerFoot = Annotated[float, Unit("psf/ft")]
PoundsForce = Annotated[float, Unit("lbf")]
Plf = Annotated[float, Unit("lbf/ft")]
PoundFeet = Annotated[float, Unit("lbf-ft")]
KipFeet = Annotated[float, Unit("kip-ft")]
Degrees = Annotated[float, Unit("deg")]
VelocityPressureConstant = Annotated[float, Unit("psf/mph2")]
Percent = Annotated[float, Unit("%")]
Dollars = Annotated[float, Unit("USD")]
PerThousandFeet = Annotated[float, Unit("1/kft")]
FeetRootPsf = Annotated[float, Unit("ft-psf^0.5")]
KipFeetSquared = Annotated[float, Unit("kip-ft2")]
Ksi = Annotated[float, Unit("ksi")]
Psi = Annotated[float, Unit("psi")]
PerKsi = Annotated[float, Unit("1/ksi")]
SquareInches = Annotated[float, Unit("in2")]
CubicInches = Annotated[float, Unit("in3")]
QuarticInches = Annotated[float, Unit("in4")]
Kips = Annotated[float, Unit("kip")]
KipInches = Annotated[float, Unit("kip-in")]
KipsPerInch = Annotated[float, Unit("kip/in")]
CubicFeetPerQuarticInch = Annotated[float, Unit("ft3/in4")]
PoundsPerInch = Annotated[float, Unit("lbf/in")]
InchesPerKip = Annotated[float, Unit("in/kip")]
KipInchesPerInch = Annotated[float, Unit("kip-in/in")]
PerInch = Annotated[float, Unit("1/in")]
Seconds = Annotated[float, Unit("s")]
FeetPerSecondSquared = Annotated[float, Unit("ft/s2")]
Metres = Annotated[float, Unit("m")]
SquareMetres = Annotated[float, Unit("m2")]
Millimetres = Annotated[float, Unit("mm")]
MetresPerSecond = Annotated[float, Unit("m/s")]
SquareMillimetresPerSecond = Annotated[float, Unit("mm2/s")]
KilogramsPerCubicMetre = Annotated[float, Unit("kg/m3")]
Pascals = Annotated[float, Unit("Pa")]
KiloPascals = Annotated[float, Unit("kPa")]
KiloNewtons = Annotated[float, Unit("kN")]
KiloNewtonMetres = Annotated[float, Unit("kN-m")]
KiloNewtonsPerCubicMetre = Annotated[float, Unit("kN/m3")]


SEARCHED = "search"
"""The origin of a number that was searched, not computed."""


class Known(float):
    """A number together with its origin and, for a pack's constant, its verification status.

    Arithmetic on it gives a plain float: an origin belongs to a number as it was read or as an
    equation gave it, never to something computed on the side.

    Args:
        value: The number.
        origin: A JSON Pointer into the project (``/site/wind_speed_mph``), a pack's kind and
            pointer (``exposure:/kz/coefficient``), or ``step 3``.
        status: ``printed``, ``derived``, ``secondary`` or ``memory`` for a pack's constant, else
            None.

    >>> v = Known(115.0, "/site/wind_speed_mph")
    >>> v.origin, v * 2
    ('/site/wind_speed_mph', 230.0)
    """

    __slots__ = ("origin", "status")

    origin: str
    status: str | None

    def __new__(cls, value: float, origin: str, status: str | None = None) -> Self:
        """Make the float and attach its origin."""
        self = float.__new__(cls, value)
        self.origin = origin
        self.status = status
        return self
