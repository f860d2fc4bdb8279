"""Sections of steel as tables in the shape of the Manual's: dimensions, then properties."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from apex_cli.render.columns import Column, side_by_side
from apex_cli.render.text import aligned, one_line

TITLES = {
    "pipe": "Pipe",
    "round_hss": "Round HSS",
    "square_hss": "Square HSS",
    "rectangular_hss": "Rectangular HSS",
}
Columns = Mapping[str, tuple[str, str]]
"""The key of a row to its heading and unit."""

_NAME: Columns = {"name": ("name", ""), "width_in": ("width", "in")}
_HEIGHT: Columns = {"height_in": ("height", "in")}
_REST: Columns = {"wall_in": ("wall", "in"), "weight_plf": ("weight", "lbf/ft")}
_AREA: Columns = {"A_in2": ("A", "in²")}
_ALIKE: Columns = {"S_x_in3": ("S", "in³"), "Z_x_in3": ("Z", "in³"), "r_x_in": ("r", "in")}
_STRONG: Columns = {"S_x_in3": ("Sx", "in³"), "Z_x_in3": ("Zx", "in³"), "r_x_in": ("rx", "in")}
_WEAK: Columns = {"S_y_in3": ("Sy", "in³"), "Z_y_in3": ("Zy", "in³"), "r_y_in": ("ry", "in")}
ONE_AXIS: Columns = {**_NAME, **_REST, **_AREA, **_ALIKE}
STRONG_AXIS: Columns = {**_NAME, **_HEIGHT, **_REST, **_AREA, **_STRONG}
BOTH_AXES: Columns = {**STRONG_AXIS, **_WEAK}
CHOICES: Mapping[str, tuple[Columns, ...]] = {"rectangular_hss": (BOTH_AXES, STRONG_AXIS)}
"""The columns of a family, of which the first that fit are taken; others have `ONE_AXIS`."""


def render(result: Mapping[str, Any], *, width: int) -> str:
    """Sections as text.

    Args:
        result: As `apex packs show NAME --find TEXT` answers it.
        width: Columns to fill.
    """
    rows = result["sections"]
    lines = []
    for family in dict.fromkeys(row["family"] for row in rows):
        own = [row for row in rows if row["family"] == family]
        lines += [TITLES[family], *_table(own, CHOICES.get(family, (ONE_AXIS,)), width), ""]
    caption = (
        f"{len(rows)} of {result['pack']}. Outside dimensions, nominal wall and its weight; "
        f"properties are derived with a design wall of {result['design_wall']:g} of the nominal "
        f"one ({result['clause']}). x is the strong axis."
    )
    for text in [caption, *_doubts(rows)]:
        lines += wrap(one_line(text), width)
    return "\n".join(lines) + "\n"


def _doubts(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each doubt once, after the names of its sections."""
    return [
        f"{', '.join(row['name'] for row in rows if row['doubt'] == doubt)}: {doubt}"
        for doubt in dict.fromkeys(row["doubt"] for row in rows)
        if doubt
    ]


def _table(rows: Sequence[Mapping[str, Any]], choices: Sequence[Columns], width: int) -> list[str]:
    """The rows in the first columns that fit, or else one by one."""
    for columns in choices:
        lines = _lines(rows, columns)
        if max(map(len, lines)) <= width:
            return lines
    return [line for row in rows for line in _block(row, choices[-1], width)]


def _lines(rows: Sequence[Mapping[str, Any]], columns: Columns) -> list[str]:
    ready = []
    for key, head in columns.items():
        cells = [_cell(key, row[key]) for row in rows]
        named = key == "name"
        ready.append(Column(head, cells if named else aligned(cells), right=not named))
    return side_by_side(ready)


def _cell(key: str, value: Any) -> str:
    """A name, a dimension as it is, or a property with as many digits as were derived."""
    if key == "name":
        return one_line(value)
    if key in {**_NAME, **_HEIGHT, **_REST}:
        return f"{value:g}"
    return f"{value:#.4g}".rstrip(".")


def _block(row: Mapping[str, Any], columns: Columns, width: int) -> list[str]:
    """A section where there is no room for a table."""
    name, *told = (
        f"{words} {_cell(key, row[key])} {unit}".strip() for key, (words, unit) in columns.items()
    )
    return wrap(f"{name.removeprefix('name ')}: {', '.join(told)}", width, subsequent_indent="  ")
