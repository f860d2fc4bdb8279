"""Records in SI for the eyes: every number whose key ends in a unit, under a key of the SI unit.

Display only: an envelope stays as it is, and equations keep the units that the codes wrote them in.
"""

from collections.abc import Mapping
from typing import Any

from apex_cli.units.table import FOOT, POUND, UNITS

_INCH = FOOT / 12
_SIZE = {unit.symbol: unit.size for unit in UNITS}
_KILO = 1000

ENDINGS: Mapping[str, tuple[str, float]] = {
    ending: (si, float(factor))
    for ending, si, factor in (
        ("_psf_per_ft", "_kpa_per_m", POUND / FOOT**3 / _KILO),
        ("_kipft", "_knm", POUND * FOOT),
        ("_lbft", "_knm", POUND * FOOT / _KILO),
        ("_lbf", "_kn", POUND / _KILO),
        ("_lb", "_kg", POUND / _SIZE["kgf"]),
        ("_plf", "_kn_per_m", POUND / FOOT / _KILO),
        ("_psf", "_kpa", POUND / FOOT**2 / _KILO),
        ("_ksi", "_mpa", POUND / _INCH**2 / _KILO),
        ("_psi", "_mpa", POUND / _INCH**2 / _KILO**2),
        ("_pcf", "_kn_per_m3", POUND / FOOT**3 / _KILO),
        ("_ft2", "_m2", FOOT**2),
        ("_ft3", "_m3", FOOT**3),
        ("_yd3", "_m3", (3 * FOOT) ** 3),
        ("_ft", "_m", FOOT),
        ("_in2", "_mm2", (_KILO * _INCH) ** 2),
        ("_in3", "_cm3", (100 * _INCH) ** 3),
        ("_in4", "_cm4", (100 * _INCH) ** 4),
        ("_in", "_mm", _KILO * _INCH),
        ("_mph", "_m_per_s", _SIZE["mph"]),
    )
}
"""Endings of the keys of numbers, each with that of the SI unit and what it is multiplied by."""

_UNITS = {
    "ft": "_ft", "in": "_in", "psf": "_psf", "lbf": "_lbf", "kip-ft": "_kipft", "lbf-ft": "_lbft",
    "psi": "_psi", "ksi": "_ksi", "pcf": "_pcf", "ft2": "_ft2", "in2": "_in2", "plf": "_plf",
    "lbf/ft": "_plf", "yd3": "_yd3", "mph": "_mph",
}  # fmt: skip
"""Units of checks by the endings of such keys."""
_WORDS = {
    "_kpa_per_m": "kPa/m", "_knm": "kN·m", "_kn": "kN", "_kg": "kg", "_kn_per_m": "kN/m",
    "_kpa": "kPa", "_mpa": "MPa", "_kn_per_m3": "kN/m³", "_m2": "m²", "_m3": "m³", "_m": "m",
    "_mm2": "mm²", "_cm3": "cm³", "_cm4": "cm⁴", "_mm": "mm", "_m_per_s": "m/s",
}  # fmt: skip
_KIP = ("kip", 1000.0)
_DIGITS = 4


def record(given: Mapping[str, Any]) -> dict[str, Any]:
    """A record with its numbers in SI, four digits of each; the rest as it is.

    >>> record({"width_ft": 10, "shear_lbf": 2405.47, "case": "A", "points_ft": [1, None]})
    {'width_m': 3.048, 'shear_kn': 10.7, 'case': 'A', 'points_m': [0.3048, None]}
    """
    return dict(_field(name, value) for name, value in given.items())


def _field(name: str, value: Any) -> tuple[str, Any]:
    if isinstance(value, Mapping):
        return name, record(value)
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return name, [record(item) for item in value]
    for ending, (si, factor) in ENDINGS.items():
        if name.endswith(ending):
            return name.removesuffix(ending) + si, _times(value, factor)
    return name, value


def _times(value: Any, factor: float) -> Any:
    if isinstance(value, list):
        return [_times(item, factor) for item in value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return float(f"{value * factor:.{_DIGITS}g}")


def quantity(value: Any, unit: str) -> tuple[Any, str]:
    """A number and its unit, as a check has them, in SI; what has no SI unit here stays.

    >>> quantity(2000, "psf"), quantity(1.5, "kip"), quantity(0.9, "1"), quantity(None, "ft")
    ((95.76, 'kPa'), (6.672, 'kN'), (0.9, '1'), (None, 'm'))
    """
    if unit == _KIP[0]:
        return _times(value, ENDINGS["_lbf"][1] * _KIP[1]), "kN"
    if unit not in _UNITS:
        return value, unit
    si, factor = ENDINGS[_UNITS[unit]]
    return _times(value, factor), _WORDS[si]
