"""The numbers and the choices that a calculation reads of a project, with what each may be."""

from collections.abc import Iterator, Mapping
from math import inf
from typing import Any, Literal, NamedTuple, get_args, get_origin

from msgspec import Meta

from apex_cli.audit.keys import plain_hint
from apex_cli.project.model import Inputs
from apex_cli.records.model import Model
from apex_cli.units.fields import unit_at

OPEN = 1e-6
"""How far a number stays from a limit that is not in its range; of one above 1, as a part of it."""
CATALOGUED: Mapping[tuple[str, ...], float] = {
    ("class",): 1,
    ("size",): 1,
    ("rods", "diameter_in"): 0.125,
}
"""Numbers that name a row of a table (soils, bars, anchor rods), by the end of their path, with
the step that their rows are multiples of."""


class Movable(NamedTuple):
    """A value of the project that may be another.

    Args:
        parts: The keys and indexes that lead to it.
        value: What it is; None where only its field is known.
        least: The least number that its field takes.
        greatest: The greatest.
        whole: Whether it is a whole number.
        choices: What else there is to choose from, if it is a choice and not a number.
    """

    parts: tuple[str, ...]
    value: Any
    least: float = -inf
    greatest: float = inf
    whole: bool = False
    choices: tuple[Any, ...] = ()

    @property
    def path(self) -> str:
        """The path as `--set` takes it."""
        return ".".join(self.parts)

    @property
    def unit(self) -> str | None:
        """The unit of its field, if it has one."""
        return None if self.choices else unit_at(self.parts)


def movables(inputs: Mapping[str, Any]) -> Iterator[Movable]:
    """Every number and choice, in the order of the project.

    Args:
        inputs: What a calculation reads, as a document; quantities are numbers.

    >>> [(one.path, one.greatest) for one in movables({"site": {"wind_speed_mph": 115}})]
    [('site.wind_speed_mph', 300)]
    """
    for name, value in inputs.items():
        if name in Inputs.declared:
            yield from _within(Inputs.hint_of(name), value, (name,))


def _within(hint: Any, value: Any, parts: tuple[str, ...]) -> Iterator[Movable]:
    kind, marks = plain_hint(hint)
    if isinstance(kind, type) and issubclass(kind, Model):
        hints = {one.asked.alias or name: one.hint for name, one in kind.declared.items()}
        for key, item in value.items():
            yield from _within(hints[key], item, (*parts, key))
    elif get_origin(kind) is list:
        for number, item in enumerate(value):
            yield from _within(get_args(kind)[0], item, (*parts, str(number)))
    elif get_origin(kind) is Literal:
        yield Movable(parts, value, choices=get_args(kind))
    elif kind is bool:
        yield Movable(parts, value, choices=(False, True))
    elif kind in {int, float}:
        least, greatest = _range(marks)
        step = CATALOGUED.get(parts[-1:]) or CATALOGUED.get(parts[-2:])
        if step is None:
            yield Movable(parts, value, least, greatest, kind is int)
        else:
            rows = range(round(least / step), round(greatest / step) + 1)
            yield Movable(parts, value, choices=tuple(kind(row * step) for row in rows))


def _range(marks: tuple[Any, ...]) -> tuple[float, float]:
    """The least and the greatest number; beside a limit that is none of the range, next to it."""
    least, greatest = -inf, inf
    for mark in marks:
        if isinstance(mark, Meta):
            if mark.ge is not None:
                least = mark.ge
            if mark.gt is not None:
                least = mark.gt + OPEN * max(abs(mark.gt), 1)
            if mark.le is not None:
                greatest = mark.le
            if mark.lt is not None:
                greatest = mark.lt - OPEN * max(abs(mark.lt), 1)
    return least, greatest
