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

    Raises:
        UsageError: It says none.

    >>> axis("footing.width_ft=3.0:3.4:0.1").values
    (3, 3.1, 3.2, 3.3, 3.4)
    >>> axis("site.exposure=B,C").values
    ('B', 'C')
    """
    path, _, wanted = text.partition("=")
    if not wanted.strip():
        raise UsageError(f"--vary wants PATH=VALUES, not {text!r}", hint=_EXAMPLE)
    parts = assignment(f"{path}=0").parts
    values = _range(text, wanted) if ":" in wanted else _list(text, wanted)
    return Axis(path.strip(), parts, values)


def _list(text: str, wanted: str) -> tuple[Any, ...]:
    values = tuple(as_read(parse_value(part.strip())) for part in wanted.split(","))
    if "" in values:
        raise UsageError(f"{text!r} has an empty value", hint=_EXAMPLE)
    return values


def _range(text: str, wanted: str) -> tuple[Any, ...]:
    """The numbers of a range, in decimal steps, so that 3.0:5.0:0.1 holds 3.3 and 5."""
    pieces = wanted.split(":")
    try:
        if len(pieces) != _RANGE_PARTS:
            raise UsageError(f"{text!r} is not PATH=START:STOP:STEP", hint=_EXAMPLE)
        start, stop, step = (Decimal(piece.strip()) for piece in pieces)
        steps = (stop - start) / step
        count = int(steps) + 1
    except (InvalidOperation, ArithmeticError, ValueError, OverflowError) as error:
        raise UsageError(f"{text!r} is not a range of numbers", hint=_EXAMPLE) from error
    if steps < 0:
        raise UsageError(f"{text!r}: the step leads away from the end", hint=_EXAMPLE)
    if count > MAX_POINTS:
        raise UsageError(f"{text!r} has {count} values, more than {MAX_POINTS}")
    numbers = (start + step * number for number in range(count))
    return tuple(int(number) if number == int(number) else float(number) for number in numbers)


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
