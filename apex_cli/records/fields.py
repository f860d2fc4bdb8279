"""What a model asks of a value, and how a value is refused."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

Place = tuple[int | str, ...]
"""The way from a record to the value that is wrong."""

REQUIRED: Any = ...
"""The default of a field that has none."""


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


class Asked(NamedTuple):
    """What is asked of a field's value, and what is said of it. Names as Pydantic has them."""

    default: Any = REQUIRED
    default_factory: Callable[[], Any] | None = None
    alias: str | None = None
    description: str | None = None
    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None


def field(**asked: Any) -> Any:
    """What is asked of a field: as its value in a model, or within `Annotated`.

    Args:
        asked: As `Asked` has it.
    """
    return Asked(**asked)


class Checked(NamedTuple):
    """Within `Annotated`: a function that returns the value or raises `Refused`."""

    function: Callable[[Any], Any]


class Tagged(NamedTuple):
    """Within `Annotated`: which of several models it is, one of their fields tells.

    Args:
        key: The field.
        message: What to say of a value that none of them has.
    """

    key: str
    message: str
