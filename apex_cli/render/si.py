"""Records in SI for the eyes: every number whose key ends in a unit, under a key of the SI unit.

Display only: an envelope stays as it is, and equations keep the units that the codes wrote them in.
"""

from collections.abc import Callable, Mapping
from typing import Any

from apex_cli.render.text import UNITS, is_number
from apex_cli.units.table import FOOT, POUND
from apex_cli.units.table import UNITS as WRITTEN

_INCH = FOOT / 12
_SIZE = {unit.symbol: unit.size for unit in WRITTEN}
_KILO = 1000

ENDINGS: Mapping[str, tuple[str, float]] = {
    ending: (si, float(factor))
    for ending, si, factor in (
        ("_psf_per_ft", "_kpa_per_m", POUND / FOOT**3 / _KILO),
        ("_kipft", "_knm", POUND * FOOT),
        ("_lbft", "_knm", POUND * FOOT / _KILO),
        ("_lbf", "_kn", POUND / _KILO),
        ("_kip", "_kn", POUND),
        ("_kipin", "_knm", POUND * _INCH),
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

_CHECKED = {
    "ft": "_ft", "in": "_in", "psf": "_psf", "psf/ft": "_psf_per_ft", "lbf": "_lbf", "kip": "_kip",
    "kip-ft": "_kipft", "lbf-ft": "_lbft", "kip-in": "_kipin", "psi": "_psi", "ksi": "_ksi",
    "pcf": "_pcf", "ft2": "_ft2", "in2": "_in2", "in3": "_in3", "lbf/ft": "_plf", "yd3": "_yd3",
    "mph": "_mph",
}  # fmt: skip
"""Units of checks, by the endings of keys in that unit."""
_NUMBERS = ("demand", "capacity", "resistance")
"""What a check, or a result that tells its unit, says in that unit."""
_DIGITS = 4
Teller = Callable[[str, Any], tuple[str, Any]]
"""Makes a field what is told of it: `field` or `as_given`."""


def record(given: Mapping[str, Any]) -> dict[str, Any]:
    """A record with its numbers in SI, four digits of each; the rest as it is.

    >>> record({"width_ft": 10, "shear_lbf": 2405.47, "case": "A", "points_ft": [1, None]})
    {'width_m': 3.048, 'shear_kn': 10.7, 'case': 'A', 'points_m': [0.305, None]}
    """
    if given.get("unit") in _CHECKED:
        given = check(given)
    return dict(field(name, value) for name, value in given.items())


def field(name: str, value: Any) -> tuple[str, Any]:
    """A field of a record in SI: its key and its value.

    >>> field("base", {"moment_kipft": 10}), field("ratio", 0.9)
    (('base', {'moment_knm': 13.56}), ('ratio', 0.9))
    """
    if isinstance(value, Mapping):
        return name, record(value)
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return name, [record(item) for item in value]
    for ending, (si, factor) in ENDINGS.items():
        if name.endswith(ending):
            return name.removesuffix(ending) + si, _times(value, factor, si)
    return name, value


def as_given(name: str, value: Any) -> tuple[str, Any]:
    """A field as it is."""
    return name, value


def check(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """A check with demand and capacity in SI; one in a unit without its like stays.

    >>> check({"id": "a", "demand": 2000, "capacity": None, "unit": "psf"})
    {'id': 'a', 'demand': 95.76, 'capacity': None, 'unit': 'kPa'}
    """
    if given["unit"] not in _CHECKED:
        return given
    si, factor = ENDINGS[_CHECKED[given["unit"]]]
    numbers = {name: _times(given[name], factor, si) for name in _NUMBERS if name in given}
    return {**given, **numbers, "unit": UNITS[si]}


def limit(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row of limits in SI, its ends exact: they are rounded into what passes.

    >>> ends = {"passes_from": None, "passes_to": 12.5, "intervals": [[None, 12.5]]}
    >>> limit({"unit": "ft", "value": 10.0, **ends})["passes_to"]
    3.81
    """
    if given["unit"] not in _CHECKED:
        return given
    si, factor = ENDINGS[_CHECKED[given["unit"]]]

    def exactly(end: float | None) -> float | None:
        return None if end is None else end * factor

    return {
        **given,
        "unit": UNITS[si],
        "value": _times(given["value"], factor, si),
        "passes_from": exactly(given["passes_from"]),
        "passes_to": exactly(given["passes_to"]),
        "intervals": [[exactly(end) for end in span] for span in given["intervals"]],
        **{name: exactly(given[name]) for name in ("nominal_passes_to",) if name in given},
    }


def _times(value: Any, factor: float, si: str) -> Any:
    if isinstance(value, list):
        return [_times(item, factor, si) for item in value]
    if not is_number(value):
        return value
    made = float(f"{value * factor:.{_DIGITS}g}")
    if si == "_m":  # feet have three decimals: 0.4999 m is half a metre
        made = round(made, 3)
    return int(made) if made.is_integer() else made
