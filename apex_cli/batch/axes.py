"""What a sweep varies: a path of the project and the values it takes."""

from decimal import Decimal, InvalidOperation
from itertools import product
from math import prod
from typing import Any, NamedTuple

from apex_cli.envelope.numbers import as_read
from apex_cli.errors import UsageError
from apex_cli.pointer import pointer
from apex_cli.project.edit import assignment
from apex_cli.project.text import parse_value
from apex_cli.units.fields import as_number, unit_at

MAX_POINTS = 100_000
_RANGE_PARTS = 3
_EXAMPLE = "for example footing.width_ft=2.5:5:0.5 or site.exposure=B,C"


class Axis(NamedTuple):
    """One path and its values.

    Args:
        path: As the user wrote it, ``footing.width_ft``.
        parts: The keys and indexes it consists of.
        values: What stands there, one after the other.
    """

    path: str
    parts: tuple[str, ...]
    values: tuple[Any, ...]

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer."""
        return pointer(self.parts)


def axis(text: str) -> Axis:
    """The axis that ``PATH=START:STOP:STEP`` or ``PATH=a,b,c`` says.

    Quantities given as text are varied as numbers in the unit of their field.

    Raises:
        UsageError: It says none.

    >>> axis("footing.width_ft=3.0:3.4:0.1").values
    (3, 3.1, 3.2, 3.3, 3.4)
    >>> axis("footing.width_ft=3 ft:4 ft:6 in").values
    (3, 3.5, 4)
    >>> axis("site.exposure=B,C").values
    ('B', 'C')
    """
    path, _, wanted = text.partition("=")
    if not wanted.strip():
        raise UsageError(f"--vary wants PATH=VALUES, not {text!r}", hint=_EXAMPLE)
    parts = assignment(f"{path}=0").parts
    unit = unit_at(parts)
    values = _range(text, wanted, unit) if ":" in wanted else _list(text, wanted, unit)
    return Axis(path.strip(), parts, values)


_COUNTABLE = 10**15
"""So many values are not worth the digits of their count."""


def _list(text: str, wanted: str, unit: str | None) -> tuple[Any, ...]:
    given = [parse_value(part.strip()) for part in wanted.split(",")]
    values = tuple(
        as_read(as_number(one, unit) if unit and isinstance(one, str) else one) for one in given
    )
    if "" in values:
        raise UsageError(f"{text!r} has an empty value", hint=_EXAMPLE)
    return values


def _range(text: str, wanted: str, unit: str | None) -> tuple[Any, ...]:
    """The numbers of a range, in decimal steps, so that 3.0:5.0:0.1 holds 3.3 and 5."""
    pieces = wanted.split(":")
    try:
        if len(pieces) != _RANGE_PARTS:
            raise UsageError(f"{text!r} is not PATH=START:STOP:STEP", hint=_EXAMPLE)
        start, stop, step = _ends(pieces, unit)
        steps = (stop - start) / step
        if steps > _COUNTABLE:
            raise UsageError(f"{text!r} has more than {MAX_POINTS} values")
        count = int(steps) + 1
    except (InvalidOperation, ArithmeticError, ValueError, OverflowError) as error:
        raise UsageError(f"{text!r} is not a range of numbers", hint=_EXAMPLE) from error
    if steps < 0:
        raise UsageError(f"{text!r}: the step leads away from the end", hint=_EXAMPLE)
    if count > MAX_POINTS:
        raise UsageError(f"{text!r} has {count} values, more than {MAX_POINTS}")
    numbers = (start + step * number for number in range(count))
    return tuple(int(number) if number == int(number) else float(number) for number in numbers)


def _ends(pieces: list[str], unit: str | None) -> tuple[Any, ...]:
    """The numbers that a range is told by, exact: as they are written, or all in a unit."""
    try:
        return tuple(Decimal(piece.strip()) for piece in pieces)
    except InvalidOperation:
        if unit is None:
            raise
    from apex_cli.units.text import NoQuantity, exactly  # noqa: PLC0415 - only where a text is

    try:
        return tuple(exactly(piece, unit) for piece in pieces)
    except NoQuantity as error:
        raise UsageError(f"a part of the range {error.detail}", hint=error.hint) from error


def grid(axes: tuple[Axis, ...]) -> list[tuple[int, ...]]:
    """Every combination of the values, as their indexes; the last axis moves fastest.

    Raises:
        UsageError: There are too many, or a path stands twice.

    >>> grid((axis("a=1,2"), axis("b=1,2")))
    [(0, 0), (0, 1), (1, 0), (1, 1)]
    """
    paths = [one.parts for one in axes]
    if twice := [one.path for one in axes if paths.count(one.parts) > 1]:
        raise UsageError(f"{twice[0]} is varied twice")
    count = prod(len(one.values) for one in axes)
    if count > MAX_POINTS:
        raise UsageError(f"the grid has {count} points, more than {MAX_POINTS}")
    return list(product(*(range(len(one.values)) for one in axes)))
