"""A sign on a wall from its side, to scale: wall, gap, depth, rows of anchors."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.render import measures
from apex_cli.render.drawing.cabinet import name_of, winds_of
from apex_cli.render.drawing.canvas import Canvas, Drawing, cut, wrapped
from apex_cli.render.drawing.styles import INK, MUTED
from apex_cli.vocabulary import JsonObject

SLOT, LEFT, TALLEST, DEEPEST = 178.0, 32.0, 120.0, 36.0
"""Width of one section on the sheet, its margin, how tall and how deep a cabinet may be drawn."""
WALL, INTO, BEYOND = 22.0, 14.0, 12.0
"""Of the wall: as thick as it is drawn, how deep an anchor is drawn, how far it goes on."""
TOP, BELOW, LINE, SIZE = 44.0, 40.0, 11.0, 8.5
SMALL, DIMENSION = 7.5, 13.0
"""Size of a level's words, and how far dimensions are apart."""
THINNEST = 3.0
"""A cabinet whose depth is not told is drawn as deep, in points."""
MOST = 3
"""So many sections are drawn."""


class _Sheet(NamedTuple):
    canvas: Canvas
    told: measures.Measures
    scale: float
    gap: float
    foot: float
    """Where the lower edges of the cabinets lie."""


def section(sign: JsonObject, wind: JsonObject | None) -> Drawing:
    """The wall cut through each kind of cabinet, side by side.

    Args:
        sign: The project's `sign` block, as read.
        wind: The result of the wind calculation, if there is one.
    """
    faces = sign["elements"]
    winds = winds_of(faces, wind)
    alike: dict[tuple[float | None, ...], list[int]] = {}
    for n, face in enumerate(faces):
        alike.setdefault(_kind(face), []).append(n)
    shown = [*alike.values()][:MOST]
    told, gap = measures.of(wind), sign.get("gap_ft") or 0.0
    tall = max(faces[n]["height_ft"] for n, *_ in shown)
    deep = max(faces[n].get("thickness_ft") or 0.0 for n, *_ in shown) + gap
    scale = min(TALLEST / tall, DEEPEST / max(deep, 0.01))
    notes = [_notes(faces, winds, group, told) for group in shown]
    foot = TOP + tall * scale
    first = foot + BELOW + (2 * DIMENSION if gap else 0.0)
    lowest = first + LINE * max(map(len, notes))
    sheet = _Sheet(Canvas(SLOT * len(shown), lowest, scale / 12), told, scale, gap, foot)
    for k, ((n, *_), lines) in enumerate(zip(shown, notes, strict=True)):
        _draw(sheet, SLOT * k + LEFT, faces[n], winds[n])
        for row, words in enumerate(lines):
            y, color = first + LINE * row, MUTED if row else INK
            sheet.canvas.text(SLOT * k + 4, y, words, size=SIZE, color=color, bold=not row)
    title = "Section through the wall, to scale; how anchors hold in it is not designed here"
    more = len(alike) - len(shown)
    title += f"; {more} more kinds of cabinets are not drawn" if more else ""
    words = "; ".join(" ".join(lines) for lines in notes)
    return sheet.canvas.drawing(title, f"Section through the wall: {words}.")


def _kind(face: JsonObject) -> tuple[float | None, ...]:
    """What cabinets that are drawn once have in common."""
    held = face.get("anchors") or {}
    return (
        face["height_ft"], face.get("thickness_ft"), held.get("rows"), held.get("columns"),
        held.get("row_spacing_in"), held.get("column_spacing_in"),
    )  # fmt: skip


def _notes(
    faces: Sequence[JsonObject],
    winds: Sequence[JsonObject | None],
    group: Sequence[int],
    told: measures.Measures,
) -> list[str]:
    """Which cabinets these are, what holds them, and what pulls at one of them."""
    n, *others = group
    words = cut(name_of(faces, n), SLOT - 30, SIZE)
    words += f" and {len(others)} alike" if others else ""
    held = faces[n].get("anchors")
    lines = [words]
    if held is None:
        lines += ["anchors: none are told"]
    else:
        apart = held.get("column_spacing_in")
        along = f", {told.size(apart)} apart" if apart and held["columns"] > 1 else ""
        row = "one row" if held["rows"] == 1 else f"{held['rows']} rows"
        many = "one anchor" if held["columns"] == 1 else f"{held['columns']} anchors"
        lines += wrapped(f"{row} of {many}{along}", SLOT - 12, SIZE)
    if (wind := winds[n]) is not None and "outward_lbf" in wind:
        lines.append(f"off the wall {told.force(wind['outward_lbf'])}")
        lines.append(f"weight {told.force(wind['weight_lbf'])}")
    return lines


def _draw(sheet: _Sheet, left: float, face: JsonObject, wind: JsonObject | None) -> None:
    """One section, the wall at its left."""
    canvas, told, foot = sheet.canvas, sheet.told, sheet.foot
    front, head = left + WALL, foot - face["height_ft"] * sheet.scale
    canvas.rect(left, head - BEYOND, WALL, foot - head + 2 * BEYOND, "wall")
    canvas.line(front, head - BEYOND, front, foot + BEYOND, "building")
    for end in (head - BEYOND, foot + BEYOND):
        canvas.path(
            [(left - 4, end), (left + 9, end), (left + 11, end - 4), (left + 13, end + 4),
             (left + 15, end), (front + 4, end)], "thin",
        )  # fmt: skip
    deep = face.get("thickness_ft")
    back = front + sheet.gap * sheet.scale
    out = back + (deep * sheet.scale if deep else THINNEST)
    _anchors(sheet, (left, back), face, wind)
    canvas.rect(back, head, out - back, foot - head, "face")
    y = head - BEYOND - 10
    canvas.narrow(back, out, y, told.length(deep) if deep else "depth not told")
    canvas.upright(foot, head, out + 22, told.length(face["height_ft"]))
    if sheet.gap:
        y = foot + BEYOND + DIMENSION
        canvas.narrow(front, back, y, f"gap {told.length(sheet.gap)}")
        if deep:
            canvas.narrow(front, out, y + DIMENSION, f"out {told.length(sheet.gap + deep)}")
    canvas.line(out + 3, foot, out + 30, foot, "grid")
    canvas.text(out + 33, foot + 3, told.length(face["bottom_ft"]), size=SMALL, color=MUTED)


def _anchors(
    sheet: _Sheet, ends: tuple[float, float], face: JsonObject, wind: JsonObject | None
) -> None:
    """The rows of anchors about the middle of the face, and how far they are apart."""
    held = face.get("anchors")
    if held is None:
        return
    left, back = ends
    middle = face["height_ft"] / 2
    if wind is not None:
        middle = wind["centroid_ft"] - face["bottom_ft"]
    apart = (held.get("row_spacing_in") or 0.0) / 12
    lowest = middle - (held["rows"] - 1) / 2 * apart
    for row in range(held["rows"]):
        y = sheet.foot - (lowest + row * apart) * sheet.scale
        start = left + WALL - INTO
        sheet.canvas.rect(start, y - 1, back - start, 2, "rod")
    if held["rows"] > 1:
        top = sheet.foot - (lowest + (held["rows"] - 1) * apart) * sheet.scale
        words = f"{held['rows']} at {sheet.told.size(12 * apart)}"
        sheet.canvas.upright(top + apart * sheet.scale, top, left - 10, words)
