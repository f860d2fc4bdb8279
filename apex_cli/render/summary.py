"""What an engineer looks for first in a result: a group a calculation, decimal points in line."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from apex_cli.render import si as metric
from apex_cli.render.contains import contains
from apex_cli.render.details import records
from apex_cli.render.text import aligned, cell, is_number, label, one_line
from apex_cli.vocabulary import PARTS

_PLACES: Mapping[str, tuple[str, ...]] = {
    "exposure": (
        "velocity_pressure_psf", "base.shear_lbf", "base.moment_kipft", "base.torsion_kipft",
        "base.load_height_ft", "base.dead_load_lbf",
        "at_wall.outward_lbf", "at_wall.inward_lbf", "at_wall.along_lbf", "at_wall.turn_kipft",
        "at_roof.shear_lbf", "at_roof.overturning_kipft", "at_roof.torsion_kipft",
        "at_roof.uplift_lbf", "at_roof.dead_load_lbf",
        "at_wall.down_lbf", "at_wall.lean_kipft", "anchors.tension_lbf", "anchors.shear_lbf",
    ),
    "footing": (
        "count", "width_ft", "length_ft", "required_depth_ft", "depth_ft", "governed_by",
        "concrete_yd3",
    ),
    "support": ("ratio", "governed_by", "quantities.pole_lbf"),
    "pricing": ("total_usd",),
}  # fmt: skip
"""Where the values stand that are told of each calculation."""
_ALONE: Mapping[str, tuple[str, ...]] = {
    "footing": ("method", "lateral_load_lbf", "load_height_ft", "axial_lbf"),
}
"""Those that are told before them when the calculation alone is asked for."""
_LISTS: Mapping[str, tuple[str, ...]] = {"support": ("lightest",), "pricing": ("line_items",)}
"""The lists that are the answer of a calculation, told when it alone is asked for."""
_OF = {"anchors.tension_lbf": "anchor", "anchors.shear_lbf": "anchor"}
"""Whose a value is, where its name does not say it."""
_WORDS = {"exposure": "wind", "footing": "footing", "support": "support", "pricing": "price"}
_SENTENCE = 24
"""A longer value is a sentence, which may take several lines."""
_INDENT = "  "
_GAP = "  "


class _Fact(NamedTuple):
    """A value with its name and unit, ready to be set."""

    group: str
    words: str
    text: str
    unit: str
    numeric: bool


def summary(
    kind: str, result: Mapping[str, Any], width: int, frame: box.Box, *, si: bool = False
) -> Iterator[RenderableType]:
    """The values one looks for first, and the lists that were asked for.

    Args:
        kind: The calculation.
        result: Its result.
        width: Columns to fill.
        frame: How tables are drawn.
        si: Whether numbers are told in SI.
    """
    tell = metric.field if si else metric.as_given
    parts: Mapping[str, Any] = {kind: result} if kind in PARTS else result
    places = {
        part: (*_ALONE.get(part, ()), *_PLACES[part]) if part == kind else _PLACES[part]
        for part in PARTS
    }
    facts = [fact for part in PARTS if parts.get(part)
             for fact in _facts(part, parts[part], places[part], tell)]  # fmt: skip
    yield from _lines(facts, width) if facts else ()
    wind = parts.get("exposure") or {}
    if not wind.get("elements") and wind.get("profile"):
        yield from records(tell("", wind["profile"])[1], width, frame, "Profile")
    for part, names in _LISTS.items():
        for name in names:
            asked = (parts.get(part) or {}).get(name)
            if asked and part in {kind, "support"}:
                words = label(name)[0]
                yield from records(tell("", asked)[1], width, frame, words[:1].upper() + words[1:])


def _facts(
    part: str, result: Mapping[str, Any], places: Sequence[str], tell: metric.Teller
) -> Iterator[_Fact]:
    """The standard, and the values that are there."""
    if standard := result.get("standard"):
        yield _Fact(part, "standard", one_line(standard), "", numeric=False)
    for place in places:
        value: Any = result
        *_, name = names = place.split(".")
        for one in names:
            value = value.get(one) if isinstance(value, Mapping) else None
        if value is None or (name == "count" and value == 1):
            continue
        name, value = tell(name, value)
        words, unit = label(name)
        words = f"{_OF.get(place, '')} {words}".strip()
        yield _Fact(part, words, cell(name, value), unit, is_number(value))
    if part == "pricing":
        yield _Fact(part, "contains", one_line(contains(result)), "", numeric=False)


def _lines(facts: list[_Fact], width: int) -> Iterator[RenderableType]:
    """A line a value; where there is no room for columns, name, value and unit as they come."""
    numbers = iter(aligned([fact.text for fact in facts if fact.numeric]))
    most = max((len(text) for text in aligned([f.text for f in facts if f.numeric])), default=0)
    set_ = [next(numbers).rjust(most) if fact.numeric else fact.text for fact in facts]
    groups = max(len(_WORDS[fact.group]) for fact in facts)
    words = max(len(fact.words) for fact in facts)
    room = len(_INDENT) + groups + words + 2 * len(_GAP)
    columns = width >= room + max(
        min(len(text), _SENTENCE) + len(fact.unit) + 1
        for text, fact in zip(set_, facts, strict=True)
    )
    last = ""
    for fact, text in zip(facts, set_, strict=True):
        group = "" if fact.group == last else _WORDS[fact.group]
        last = fact.group
        if columns:
            lines = [text] if fact.numeric else wrap(text, max(width - room, _SENTENCE))
            first, *more = lines or [""]
            yield Text.assemble(
                _INDENT, (group.ljust(groups), "bold"), _GAP, fact.words.ljust(words), _GAP, first,
                " ", (fact.unit, "dim"),
            )  # fmt: skip
            yield from (Text(" " * room + line) for line in more)
            continue
        if group:
            yield Text(_INDENT + group, "bold")
        line = Text.assemble(f"{fact.words}: {fact.text} ", (fact.unit, "dim"))
        yield Padding(line, (0, 0, 0, 2 * len(_INDENT)))
