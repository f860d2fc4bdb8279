"""Sizes and loads as they are called out: in feet and pounds, or in metres and kilonewtons."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from apex_cli.render import si
from apex_cli.render.lengths import feet_inches, inches, length, size
from apex_cli.render.text import UNITS, label, number

_UNITS = {UNITS[us]: UNITS[told] for us, (told, _) in si.ENDINGS.items() if us in UNITS}
"""Units of results, each with what is told for it."""


class Measures(NamedTuple):
    """The units that a package is written in.

    Args:
        metric: Whether they are those of the Eurocodes.
    """

    metric: bool

    def length(self, feet: float) -> str:
        """A length that is built.

        >>> print(US.length(10.5), SI.length(10.498687664))
        10'-6" 3.2 m
        """
        return _metres(feet) if self.metric else feet_inches(feet)

    def found(self, feet: float) -> str:
        """A length that was calculated.

        >>> print(US.found(7.299), SI.found(7.299))
        7.299 ft 2.225 m
        """
        return _metres(feet) if self.metric else length(feet)

    def spoken(self, feet: float) -> str:
        """A length for those who cannot see a drawing.

        >>> print(US.spoken(10.4166667), SI.spoken(10.498687664))
        10.417 ft 3.2 m
        """
        value = round(feet, 3)
        return _metres(feet) if self.metric else f"{number(value)} ft".replace(".0 ft", " ft")

    def field(self, name: str, value: float) -> tuple[float, str]:
        """The number of a field, and its unit.

        >>> US.field("height_ft", 10), SI.field("height_ft", 10)
        ((10, 'ft'), (3.048, 'm'))
        """
        name, value = si.field(name, value) if self.metric else (name, value)
        return value, label(name)[1]

    def unit(self, us: str) -> str:
        """The unit that is told for one of the codes.

        >>> US.unit("kip-ft"), SI.unit("kip-ft"), SI.unit("")
        ('kip-ft', 'kN·m', '')
        """
        return _UNITS.get(us, us) if self.metric else us

    def inches(self, value: float) -> str:
        """A size of a part.

        >>> print(US.inches(10.75), SI.inches(6.6141732283))
        10 3/4" 168 mm
        """
        return _in_si("_in", value) if self.metric else inches(value)

    def size(self, value: float) -> str:
        """A size that is given in inches, from a foot on in feet and inches.

        >>> print(US.size(42), SI.size(31.496062992))
        3'-6" 800 mm
        """
        return _in_si("_in", value) if self.metric else size(value)

    def force(self, value: float) -> str:
        """A force.

        >>> print(US.force(1887.685), SI.force(1887.685))
        1,887.685 lbf 8.397 kN
        """
        return self._told("_lbf", value)

    def moment(self, value: float) -> str:
        """A moment.

        >>> print(US.moment(22.166), SI.moment(22.166))
        22.166 kip-ft 30.05 kN·m
        """
        return self._told("_kipft", value)

    def pressure(self, value: float) -> str:
        """A pressure.

        >>> print(US.pressure(27.402), SI.pressure(27.402))
        27.402 psf 1.312 kPa
        """
        return self._told("_psf", value)

    def density(self, value: float) -> str:
        """A weight of a volume.

        >>> print(US.density(110), SI.density(114.585846))
        110 pcf 18 kN/m³
        """
        return self._told("_pcf", value)

    def volume(self, value: float) -> str:
        """A volume of concrete.

        >>> print(US.volume(4.722), SI.volume(4.722))
        4.722 yd³ 3.61 m³
        """
        return self._told("_yd3", value)

    def _told(self, ending: str, value: float) -> str:
        return _in_si(ending, value) if self.metric else f"{number(value)} {UNITS[ending]}"


def _in_si(ending: str, value: float) -> str:
    name, told = si.field(ending, value)
    return f"{number(told)} {UNITS[name]}"


def _metres(feet: float) -> str:
    """Metres to the millimetre: what was given in metres is told as it was given."""
    return f"{number(round(feet * si.ENDINGS['_ft'][1], 3))} m".replace(".0 m", " m")


METRIC = ("EN ", "BD ")
"""How the standards begin that are in metres and kilonewtons."""
US, SI = Measures(metric=False), Measures(metric=True)


def of(*results: Mapping[str, Any] | None) -> Measures:
    """The units of an answer: those of the Eurocodes where it is by one."""
    metric = any(str((one or {}).get("standard", "")).startswith(METRIC) for one in results)
    return SI if metric else US
