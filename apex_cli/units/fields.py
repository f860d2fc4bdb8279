"""Which unit a field has, and a document's quantities as numbers in the units of their fields.

Nothing here costs a document of plain numbers more than a look at it: what reads a text is
loaded only where a text stands in the place of a number.
"""

from collections.abc import Iterable
from functools import lru_cache
from operator import is_
from typing import Any

SUFFIXES = {
    "ft": "ft",
    "in": "in",
    "ft2": "ft2",
    "mph": "mph",
    "mps": "m/s",
    "mm": "mm",
    "pa": "Pa",
    "psf": "psf",
    "psf_per_ft": "psf/ft",
    "psi": "psi",
    "ksi": "ksi",
    "pcf": "pcf",
    "plf": "lbf/ft",
    "lbf": "lbf",
    "lbft": "lbf-ft",
    "deg": "deg",
    "hz": "Hz",
}
"""The unit that the end of a key says its field has; a unit is named as it is printed."""

UNSAID = {"points": "ft"}
"""The keys that do not say the unit of their field."""

BLOCKS = ("site", "local", "sign", "gust", "soil", "loads", "footing", "support")
"""The blocks of a project whose fields have units; the price book says those of the others."""


@lru_cache(maxsize=1024)
def unit_of(key: str) -> str | None:
    """The unit of the field of this key, if it has one.

    >>> unit_of("width_ft"), unit_of("lateral_psf_per_ft"), unit_of("kzt")
    ('ft', 'psf/ft', None)
    """
    words = key.split("_")
    ends = ("_".join(words[at:]) for at in range(1, len(words)))
    return UNSAID.get(key) or next((SUFFIXES[end] for end in ends if end in SUFFIXES), None)


def unit_at(place: Iterable[str | int]) -> str | None:
    """The unit of the field at this place, which may be within a field's list.

    >>> unit_at(["site", "heights_ft", "0"]), unit_at(["pricing", "inputs", "crane_ft"])
    ('ft', None)
    """
    keys = [str(part) for part in place]
    named = [key for key in keys if not key.isdecimal()]
    return unit_of(named[-1]) if named and keys[0] in BLOCKS else None


def in_units(document: dict[str, Any]) -> dict[str, Any]:
    """The document with every quantity that it gives as text as a number in its field's unit.

    A text that is no such quantity stays, and is refused where a number belongs.

    >>> in_units({"sign": {"poles": {"width_in": "1 ft", "section": "1 ft"}}})
    {'sign': {'poles': {'width_in': 12.0, 'section': '1 ft'}}}
    """
    made = document
    for block in BLOCKS:
        found = document.get(block)
        if type(found) is dict and (changed := _of_object(found)) is not found:
            made = {**made, block: changed}
    return made


def _of_object(value: dict[str, Any]) -> dict[str, Any]:
    """The same object if there is nothing to change, which is nearly always."""
    changes = {}
    for key, item in value.items():
        kind = type(item)
        made = item
        if kind is str:
            if unit := unit_of(key):
                made = as_number(item, unit)
        elif kind is dict:
            made = _of_object(item)
        elif kind is list:
            made = _of_list(item, unit_of(key))
        if made is not item:
            changes[key] = made
    return {**value, **changes} if changes else value


def _of_list(value: list[Any], unit: str | None) -> list[Any]:
    made = [_of_item(item, unit) for item in value]
    return value if all(map(is_, made, value)) else made


def _of_item(item: Any, unit: str | None) -> Any:
    kind = type(item)
    if kind is dict:
        return _of_object(item)
    if kind is list:
        return _of_list(item, unit)
    return as_number(item, unit) if kind is str and unit else item


@lru_cache(maxsize=512)  # a stream writes the same ones in many lines
def as_number(text: str, unit: str) -> float | str:
    r"""The quantity as a number in this unit, or the text itself if it is no such quantity.

    >>> as_number("10'-6\"", "ft"), as_number("6 kg", "ft")
    (10.5, '6 kg')
    """
    from apex_cli.units.text import NoQuantity, quantity  # noqa: PLC0415 - only where a text is

    try:
        return quantity(text, unit)
    except NoQuantity:
        return text
