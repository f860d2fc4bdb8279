"""Where a project differs from a first one whose blocks it has."""

from collections.abc import Iterable, Mapping
from math import copysign
from operator import getitem
from typing import Any

from msgspec import Struct

from apex_cli.records.model import Model

Path = tuple[str | int, ...]
"""The fields and indexes that lead to a value."""


class Moved(Struct, frozen=True):
    """What is otherwise in a project.

    Args:
        numbers: Floats by their paths.
        choices: Texts, counts and switches by theirs.
    """

    numbers: dict[Path, float]
    choices: dict[Path, Any]


def moved(first: Model, other: Model, blocks: Iterable[str]) -> Moved | None:
    """Where these blocks differ; None if they differ in what there is at all.

    Args:
        first: A project.
        other: Another.
        blocks: Names of the fields that count.
    """
    found = Moved({}, {})
    for name in blocks:
        one, two = getattr(first, name), getattr(other, name)
        if one is not two and not _alike(one, two, (name,), found):
            return None
    return found


def _alike(first: Any, other: Any, path: Path, found: Moved) -> bool:
    """Whether both are of one kind; where their values differ is put into what is found."""
    kind = type(first)
    if kind is not type(other):
        return False
    if kind is float:
        if first != other or copysign(1, first) != copysign(1, other):
            found.numbers[path] = other
    elif isinstance(first, Model):
        return _within(first, other, first.others(other), path, found)
    elif kind is list:
        places = range(len(first)) if len(first) == len(other) else None
        return _within(first, other, places, path, found)
    elif first != other:
        found.choices[path] = other
        return kind is not dict
    return True


def _within(first: Any, other: Any, steps: Iterable[Any] | None, path: Path, found: Moved) -> bool:
    """The same of what stands within both."""
    get = getitem if type(first) is list else getattr
    return steps is not None and all(
        _alike(get(first, step), get(other, step), (*path, step), found) for step in steps
    )


def placed(whole: Any, values: Mapping[Path, Any]) -> Any:
    """The project with other values in these places, which are known to be right there."""
    if () in values:
        return values[()]
    under: dict[str | int, dict[Path, Any]] = {}
    for (first, *rest), value in values.items():
        under.setdefault(first, {})[tuple(rest)] = value
    if isinstance(whole, list):
        return [placed(one, under[n]) if n in under else one for n, one in enumerate(whole)]
    return whole.replace(
        **{str(name): placed(getattr(whole, str(name)), below) for name, below in under.items()}
    )


def found_at(whole: Any, path: Path) -> Any:
    """What stands there."""
    for step in path:
        whole = whole[step] if isinstance(step, int) else getattr(whole, step)
    return whole
