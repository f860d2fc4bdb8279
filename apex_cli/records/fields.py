"""What a model asks of a value, and how a value is refused."""

import sys
from collections.abc import Callable, Iterable
from typing import Annotated, Any, NamedTuple

from msgspec import NODEFAULT, Meta

Place = tuple[int | str, ...]
"""The way from a record to the value that is wrong."""

MOST = sys.float_info.max
Number = Annotated[float, Meta(ge=-MOST, le=MOST)]
"""Any number that is one: a float without limits could be NaN or infinite."""
Positive = Annotated[float, Meta(gt=0, le=MOST)]
"""A number that is measured or divides: nothing of it would be nothing at all."""
Unsigned = Annotated[float, Meta(ge=0, le=MOST)]
"""A number that may be nothing, and never less."""


WHOLE = r"\Z"


def whole(pattern: str) -> str:
    """The pattern, so that it fits whole texts only: Python's ``$`` fits before a last newline."""
    return pattern.removesuffix("$") + WHOLE


LEAST = 1e-30
"""Nothing that is measured is less: products of what is nearer to 0 vanish from a double."""
GREATEST = 1e30
"""Nothing that is measured is more: products of what is farther from 0 leave a double."""


class Doubt(Exception):
    """A value may be wrong; which and why, the model's twin finds out."""


class Refused(Doubt):
    """A value is wrong, here or at these places within it."""

    def __init__(self, *faults: str | tuple[Place, str]) -> None:
        self.faults = [((), fault) if isinstance(fault, str) else fault for fault in faults]
        super().__init__("; ".join(detail for _, detail in self.faults))


def refuse(faults: Iterable[tuple[Place, str]]) -> None:
    """Refuse a value for these faults, if there are any."""
    if found := list(faults):
        raise Refused(*found)


def measured(value: Any) -> Any:
    """The value, or the list or dict of values, if none is a number too small or large to be one.

    >>> measured([0.0, 1e-12])
    [0.0, 1e-12]
    """
    if isinstance(value, float):
        if -LEAST < value < LEAST and value:
            raise Refused(f"is nearer to 0 than {LEAST:g}, which measures nothing")
        if not -GREATEST <= value <= GREATEST:
            raise Refused(f"is farther from 0 than {GREATEST:g}, which measures nothing")
    elif isinstance(value, list):
        for one in value:
            measured(one)
    elif isinstance(value, dict):
        measured([*value.values()])
    return value


class Asked(NamedTuple):
    """What stands beside a field."""

    default: Any = NODEFAULT
    default_factory: Any = NODEFAULT
    alias: str | None = None
    description: str | None = None


def field(**asked: Any) -> Any:
    """What stands beside a field, as its value in a model; its limits stand in its annotation.

    Args:
        asked: As `Asked` has it.
    """
    return Asked(**asked)


class Checked(NamedTuple):
    """Within `Annotated`: a function that returns the value or raises `Refused`."""

    function: Callable[[Any], Any]


class Tagged(NamedTuple):
    """Within `Annotated`: what to say of a value that is none of several tagged models."""

    message: str
