"""Numbers as an envelope writes them: rounded once, finite, integral ones as integers."""

import math
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import Any

from apex_cli.canonical import LARGEST_INTEGER
from apex_cli.errors import InternalFault

DECIMALS = 3
SIGNIFICANT_DIGITS = 6
SMALLEST_PLAIN = 1e-4
"""Below this, jq and RFC 8785 may spell a number differently."""
NOISE = 1e-10
"""What is smaller in its unit is what binary fractions leave of a zero."""

_CENT = Decimal("0.01")
SHORT = f"%.{SIGNIFICANT_DIGITS}g"
_AS_IT_IS = {str, int, bool, type(None)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Names of a record's fields that are reported; empty for any other type."""
    unreported = getattr(kind, "unreported", ())
    return tuple(name for name in getattr(kind, "__struct_fields__", ()) if name not in unreported)


@cache
def _spare(kind: Any) -> tuple[str, ...]:
    """Names of a record's fields that are reported only where they hold something."""
    return getattr(kind, "spare", ())


def plain(value: Any) -> Any:
    """A solver's result as JSON: floats to 3 decimals, money to cents, both half to even.

    >>> plain({"a": 2.00049, "b": Decimal("1.005"), "c": (-0.0001, 0.0625)})
    {'a': 2, 'b': 1, 'c': [0, 0.062]}
    """
    if isinstance(value, float):
        made = round(value, DECIMALS)
        return _integral(made) if made.is_integer() else _finite(made)
    kind: Any = type(value)
    if kind in _AS_IT_IS or isinstance(value, (str, int)):
        return value
    if names := _names(kind):
        fields = {
            name: item if type(item := getattr(value, name)) in _AS_IT_IS else plain(item)
            for name in names
        }
        for name in _spare(kind):
            if fields[name] is None:
                del fields[name]
        return fields
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, Decimal):
        return _integral(_finite(float(value.quantize(_CENT, ROUND_HALF_EVEN))))
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    raise InternalFault(f"a result holds a {type(value).__name__}, which is not JSON")


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise InternalFault("a result is not a finite number")
    return value


def _integral(value: float) -> float | int:
    """An integral float as an integer, so that it prints as one and never as -0."""
    return int(value) if value.is_integer() and abs(value) <= LARGEST_INTEGER else value


def as_read(value: Any) -> Any:
    """Inputs as they were read, but integral numbers as integers, however they were written.

    >>> as_read({"width_ft": 3.0, "heights_ft": [15, 1e3, -0.0, 0.5]})
    {'width_ft': 3, 'heights_ft': [15, 1000, 0, 0.5]}
    """
    if isinstance(value, float):
        return _integral(value)
    if isinstance(value, Mapping):
        return {
            key: item if type(item) in _AS_IT_IS else as_read(item) for key, item in value.items()
        }
    return [as_read(item) for item in value] if isinstance(value, list) else value


def significant(value: float, unit: str) -> tuple[float | int, str]:
    """A step's number to 6 significant digits, in millionths of its unit when it is very small.

    Below `NOISE` it is what binary fractions leave of a zero.

    >>> significant(1234567.8, "lbf"), significant(0.00001234567, "ft"), significant(-0.0, "1")
    ((1234570, 'lbf'), (12.3457, '1e-6 ft'), (0, '1'))
    """
    value = float(SHORT % value)
    if value.is_integer() and -LARGEST_INTEGER <= value <= LARGEST_INTEGER:
        return int(value), unit
    if SMALLEST_PLAIN <= abs(value) <= LARGEST_INTEGER:
        return value, unit
    _finite(value)
    if abs(value) < NOISE:
        return 0, unit
    if abs(value) >= SMALLEST_PLAIN:
        return _integral(value), unit
    return _integral(float(SHORT % (value * 1e6))), f"1e-6 {unit}"
