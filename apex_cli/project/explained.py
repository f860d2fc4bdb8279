"""Faults of a project told in the words of the field: its unit, what may be chosen."""

from collections.abc import Mapping
from typing import Any

from apex_cli.errors import Fault
from apex_cli.pointer import parts_of, value_at
from apex_cli.project.choices import EXPOSURES, SOIL_CLASSES, in_words
from apex_cli.units.fields import unit_at
from apex_cli.units.text import NoQuantity, quantity

_MUST_BE = "must be "
"""How a fault begins that a value of another kind has."""


def explained(fault: Fault, written: Mapping[str, Any]) -> Fault:
    """The fault, with what its field asks for.

    Args:
        fault: As the model's twin tells it.
        written: The document before its texts became numbers.
    """
    parts = parts_of(fault.pointer)
    if parts[:1] == ("soil",) and parts[-1] == "class":
        return fault._replace(hint=in_words(SOIL_CLASSES))
    if parts == ("site", "exposure"):
        return fault._replace(hint=in_words(EXPOSURES))
    unit, text = unit_at(parts), value_at(written, fault.pointer)
    return _of_quantity(fault, text, unit) if unit and isinstance(text, str) else fault


def _of_quantity(fault: Fault, text: str, unit: str) -> Fault:
    try:
        number = quantity(text, unit)
    except NoQuantity as wrong:
        if fault.detail != f"{_MUST_BE}a number":
            return fault
        return fault._replace(detail=wrong.detail, hint=wrong.hint)
    told = f"{number:g} {unit}"
    if told == text or fault.detail.startswith(_MUST_BE):
        return fault._replace(value=text)
    return fault._replace(detail=f"{fault.detail}; {text} is {told}", value=text)
