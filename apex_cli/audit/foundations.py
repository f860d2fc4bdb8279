"""The foundations that may stand in the place of a project's own: piers, and square footings."""

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from apex_cli.errors import UsageError
from apex_cli.project.edit import Assignment, apply
from apex_cli.vocabulary import JsonObject

DIAMETERS_FT = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0)
"""Augers from 18 in by half feet: custom of the trade, from memory; a driller's own differ."""
THICKNESSES_FT = (1.0, 1.5, 2.0, 2.5, 3.0)
"""Slabs that are tried where the project gives none."""
MOST = 100
"""More of a kind are not tried."""

_OF_PIER = ("constraint", "isolated_pole", "pressure_increase", "reveal_ft", "pole_embedment_ft",
            "depth_limit")  # fmt: skip
_OF_SLAB = ("pressure_increase", "stem", "wind_direction")


class Option(NamedTuple):
    """A foundation that is tried.

    Args:
        name: What it is.
        footing: The block of the project.
        overrides: What it changes of the project, by path; None takes away.
    """

    name: str
    footing: JsonObject
    overrides: dict[str, Any]


class Family(NamedTuple):
    """Foundations of one kind: their projects have the same blocks.

    Args:
        document: The project with the poles that they have.
        options: They.
    """

    document: dict[str, Any]
    options: list[Option]


def families(
    document: JsonObject,
    diameters: Sequence[float],
    thicknesses: Sequence[float],
    two_poles: float | None,
) -> Iterator[Family]:
    """What may stand in the place of a project's foundation.

    The sign stays as it is: it has two piers where it has two poles. Two poles in the place of one
    are tried only if their spacing is told.

    Args:
        document: The project, its quantities as numbers.
        diameters: Of piers, ft; sides, if the project's own pier is square.
        thicknesses: Of square footings, ft; one that the project gives stands.
        two_poles: Centre to centre of two poles, ft; None: they are not tried.

    Raises:
        UsageError: Two poles for a sign that has not one, or too much is asked for.
    """
    for name, values in (("--diameters", diameters), ("--thickness", thicknesses)):
        if not 0 < len(values) <= MOST or not all(0 < one <= MOST for one in values):
            raise UsageError(f"{name} wants 1 to {MOST} lengths in ft, each up to {MOST} ft")
    signs: list[tuple[str, dict[str, Any]]] = [("", {})]
    poles = (document.get("sign") or {}).get("poles") or {}
    if two_poles is not None:
        if not 0 < two_poles <= MOST:
            raise UsageError(f"--two-poles wants feet, up to {MOST}, not {two_poles:g}")
        if not poles or poles.get("count", 1) != 1:
            raise UsageError(
                "--two-poles is for a sign on one pole",
                hint="a sign on two poles has two foundations as it is",
            )
        signs.append((
            f", two poles {two_poles:g} ft apart",
            {"sign.poles.count": 2, "sign.poles.spacing_ft": two_poles},
        ))  # fmt: skip
    own = document["footing"]
    for words, changes in signs:
        count = int(changes.get("sign.poles.count", poles.get("count", 1)))
        if poles or own["type"] == "pier":  # a wall on the ground does not stand on a pier
            yield _family(document, _piers(own, diameters, count), words, changes)
        yield _family(document, _slabs(own, thicknesses, count), words, changes)


def _piers(
    own: JsonObject, diameters: Iterable[float], count: int
) -> Iterator[tuple[str, JsonObject]]:
    square = own["type"] == "pier" and own.get("shape") == "square"
    kept = {name: own[name] for name in _OF_PIER if name in own}
    many = f"{count} " if count > 1 else ""
    for width in dict.fromkeys(diameters):
        shape = "square" if square else "round"
        name = f"{many}{shape} pier{'s' * (count > 1)} {width:g} ft"
        yield name, {"type": "pier", "shape": shape, "width_ft": width, **kept}


def _slabs(
    own: JsonObject, thicknesses: Iterable[float], count: int
) -> Iterator[tuple[str, JsonObject]]:
    given = own.get("thickness_ft") if own["type"] == "spread" else None
    kept = {name: own[name] for name in _OF_SLAB if name in own}
    many = f"{count} " if count > 1 else ""
    for thick in dict.fromkeys(thicknesses if given is None else [given]):
        name = f"{many}square footing{'s' * (count > 1)} {thick:g} ft thick"
        yield name, {"type": "spread", "shape": "square", "thickness_ft": thick, **kept}


def _family(
    document: JsonObject,
    blocks: Iterable[tuple[str, JsonObject]],
    words: str,
    changes: Mapping[str, Any],
) -> Family:
    own = document["footing"]
    options = [
        Option(
            name + words,
            block,
            {f"footing.{key}": block.get(key) for key in {**own, **block}
             if own.get(key) != block.get(key)} | dict(changes),
        )
        for name, block in blocks
    ]  # fmt: skip
    moved = [Assignment(tuple(path.split(".")), value) for path, value in changes.items()]
    return Family(apply(copy.deepcopy(dict(document)), moved), options)


def lengths(option: str, text: str | None) -> tuple[float, ...]:
    """The lengths that an option gives, ft; none where it is not given.

    Raises:
        UsageError: It gives none.

    >>> lengths("--diameters", "2,2.5"), lengths("--diameters", None)
    ((2.0, 2.5), ())
    """
    if text is None:
        return ()
    try:
        return tuple(float(one) for one in text.split(","))
    except ValueError as error:
        detail = f"{option} wants lengths in ft, not {text!r}"
        raise UsageError(detail, hint=f"for example {option} 2,2.5,3") from error
