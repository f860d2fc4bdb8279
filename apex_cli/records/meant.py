"""Which key an unknown one was meant for, with its value in that key's unit."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from apex_cli.errors import nearest
from apex_cli.units.fields import as_number, unit_of
from apex_cli.units.table import NAMES, Unit, named

_DIGITS = 10
"""Significant digits of a value that is told."""


def meant(key: str, value: Any, known: Iterable[str]) -> str:
    """The sentence "did you mean …?", or an empty string when nothing known is near.

    A key of another unit is never told without what the value would be in it.

    Args:
        key: The key that is not known.
        value: What stands there.
        known: The keys that may stand there.

    >>> meant("width_in", 126, ["height_ft", "width_ft"])
    'did you mean width_ft: 10.5?'
    """
    stem, given = _parted(key)
    keys = list(known)
    same = (one for one in keys if given and _parted(one)[0] == stem and unit_of(one))
    near = next(same, None) or nearest(key, keys)
    if near is None:
        return ""
    unit = unit_of(near)
    if given is None or unit is None or named(unit) is given:
        return f"did you mean {near!r}?"
    number = _converted(value, given, named(unit))
    if number is None:
        return f"did you mean {near!r}, in {unit}?"
    return f"did you mean {near}: {number:.{_DIGITS}g}?"


def _parted(key: str) -> tuple[str, Unit | None]:
    """What a key names, and the unit that its end says, of all units that there are."""
    words = key.lower().split("_")
    for at in range(1, len(words)):
        if unit := NAMES.get("_".join(words[at:]).replace("_per_", "/")):
            return "_".join(words[:at]), unit
    return key, None


def _converted(value: Any, given: Unit, wanted: Unit) -> float | None:
    if isinstance(value, str):
        made = as_number(value, wanted.symbol)
        return made if isinstance(made, float) else None
    if type(value) not in {int, float} or given.dimension != wanted.dimension:
        return None
    return float(Fraction(value) * given.size / wanted.size)
