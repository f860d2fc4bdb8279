"""Elevation of a sign on a wall, to scale: the wall with its zones, cabinets, anchors."""

from collections.abc import Iterator, Sequence

from apex_cli.render.drawing.boxes import Box, boxes, first_free, words_box
from apex_cli.render.drawing.cabinet import cabinet, told_of, winds_of
from apex_cli.render.drawing.canvas import Drawing, cut, room
from apex_cli.render.drawing.dimensions import levels, scale_bar, tidy, widths
from apex_cli.render.drawing.elevation import grade
from apex_cli.render.drawing.primitives import Dimension, Words
from apex_cli.render.drawing.styles import MUTED
from apex_cli.render.drawing.view import WIDTH, Around, View, sides
from apex_cli.render.lengths import feet_inches
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

SMALL, LINE = 7.5, 9.0
"""Size of the words beside a cabinet that has none in it, and the height of their lines."""
BESIDE = 0.6
"""So much of the sign's width, or of the wall's height, is drawn of the wall on either side."""


def elevation(
    sign: JsonObject,
    exposure: JsonObject | None,
    _steps: Sequence[JsonObject] = (),
) -> Drawing:
    """The wall as one stands before it.

    Args:
        sign: The project's `sign` block, as read.
        exposure: The result of the wind calculation, if there is one.
    """
    building = sign.get("building") or {}
    faces = sign["elements"]
    top = building.get("wall_top_ft") or building.get("mean_roof_height_ft")
    top = top or max(face["bottom_ft"] + face["height_ft"] for face in faces)
    ends = [x for face in faces for x in sides(face)]
    beside = BESIDE * max(max(ends) - min(ends), top)
    left = max(-building.get("left_ft", float("inf")), min(ends) - beside)
    right = min(building.get("right_ft", float("inf")), max(ends) + beside)
    view = View(sign, exposure, Around(left, right, top, ends=True))
    _wall(view, building, (exposure or {}).get("zone_width_ft"))
    grade(view)
    outside = []
    winds = winds_of(faces, exposure)
    for n, (face, wind) in enumerate(zip(faces, winds, strict=True)):
        beside = (face.get("anchors") or {}).get("rows", 0) % 2 == 1  # a row through the middle
        cabinet(view, n, wind, {}, named=not beside)
        _anchors(view, face, wind)
        if beside:
            outside.append((n, wind))
    taken = list(boxes(view.canvas.strokes))
    for face, wind in zip(faces, winds, strict=True):
        _apart(view, face, wind, taken)
    levels(view)
    widths(view)
    taken = list(boxes(view.canvas.strokes))
    for n, wind in outside:
        _outside(view, n, wind, taken)
    _edges(view, building, (min(ends), max(ends)))
    scale_bar(view)
    count = len(faces)
    words = f"{count} cabinet{'s' * (count > 1)} on a wall that ends {number(tidy(top))} ft up"
    return view.canvas.drawing(
        "Elevation of the wall, to scale (p: the larger pressure of either direction)",
        f"Elevation of the wall: {words}.",
    )


def _wall(view: View, building: JsonObject, a: float | None) -> None:
    """The wall, broken off where it goes on, with the strips of zone 5 at its edges."""
    assert view.around is not None
    left, right, top, _ = view.around
    head, height = view.y(top), view.y0 - view.y(top)
    view.canvas.rect(view.x(left), head, view.x(right) - view.x(left), height, "wall")
    view.canvas.line(view.x(left), head, view.x(right), head, "building")
    for side, edge in ((1, -building.get("left_ft", -left + 1)), (-1, building.get("right_ft"))):
        if edge is None or not left <= edge <= right:
            continue
        view.canvas.line(view.x(edge), head, view.x(edge), view.y0, "building")
        if a is None:
            continue
        near, far = sorted((edge, edge + side * a))
        near, far = max(near, left), min(far, right)
        width = (far - near) * view.scale
        view.canvas.rect(view.x(near), head, width, height, "zone")
        middle = view.x((near + far) / 2)
        view.canvas.text(middle, head + 10, "zone 5", anchor="middle", size=7.5, color=MUTED)
        view.canvas.text(
            middle, head + 19, f"a = {feet_inches(a)}", anchor="middle", size=7.5, color=MUTED
        )


def _outside(view: View, n: int, wind: JsonObject | None, taken: list[Box]) -> None:
    """Name, pressure and force beside a cabinet whose anchors stand in its middle.

    Args:
        view: Where it is drawn.
        n: Its number, from 0.
        wind: What the wind does to it, if that was calculated.
        taken: Where other things stand; it grows by what is written.
    """
    told = told_of(view, n, wind)
    ways = [[" ".join(told)], [told[0], " ".join(told[1:])], told] if wind else [told]
    written = [lines for way in ways for lines in _around(view, n, way)]
    found = first_free(written, taken) or written[0]
    for words in found:
        taken.append(words_box(words))
        view.canvas.text(words.x, words.y, words.words, anchor=words.anchor, size=words.size)


def _around(view: View, n: int, lines: Sequence[str]) -> Iterator[Sequence[Words]]:
    """The lines above a cabinet, below it and its dimension, right and left of it."""
    face = view.faces[n]
    (x1, x2), top = map(view.x, sides(face)), view.y(face["bottom_ft"] + face["height_ft"])
    foot, more = view.y(face["bottom_ft"]), LINE * (len(lines) - 1)
    shown = [cut(words, WIDTH - 4, SMALL) for words in lines]
    half = max(room(words, SMALL) for words in shown) / 2 + 2
    middle = min(max((x1 + x2) / 2, half), WIDTH - half)
    beside = (top + foot - more) / 2 + 3
    places = (
        (middle, top - 4 - more, "middle"), (middle, foot + 28, "middle"),
        (x2 + 5, beside, "start"), (x1 - 5, beside, "end"),
    )  # fmt: skip
    for x, y, anchor in places:
        if y > LINE and y + more < view.y0 - 2:
            yield [Words(x, y + k * LINE, one, anchor, SMALL) for k, one in enumerate(shown)]


def _edges(view: View, building: JsonObject, ends: tuple[float, float]) -> None:
    """How far the outermost cabinets are from the edges of the wall that are drawn."""
    assert view.around is not None
    left, right = -building.get("left_ft", float("inf")), building.get("right_ft", float("inf"))
    y = view.y0 + 18
    if view.around.left <= left < ends[0]:
        view.canvas.across(view.x(left), view.x(ends[0]), y, feet_inches(ends[0] - left))
    if ends[1] < right <= view.around.right:
        view.canvas.across(view.x(ends[1]), view.x(right), y, feet_inches(right - ends[1]))


def _anchors(view: View, face: JsonObject, wind: JsonObject | None) -> None:
    """The anchors of a cabinet, whose middle is that of the face."""
    told = face.get("anchors")
    if told is None:
        return
    rows, columns = told["rows"], told["columns"]
    middle = _middle(face, wind)
    for row in range(rows):
        z = middle + (row - (rows - 1) / 2) * told.get("row_spacing_in", 0) / 12
        for column in range(columns):
            across = (column - (columns - 1) / 2) * told.get("column_spacing_in", 0) / 12
            place = view.x(face.get("offset_ft", 0) + across), view.y(z)
            view.canvas.dot(*place, 1.8, "anchor")


def _apart(view: View, face: JsonObject, wind: JsonObject | None, taken: list[Box]) -> None:
    """How far its anchors are apart, where nothing else stands; else the section has it.

    Args:
        view: Where it is drawn.
        face: The cabinet.
        wind: The wind on it, if that was calculated.
        taken: Where other things stand; it grows by what is drawn.
    """
    told = face.get("anchors") or {}
    found: list[Dimension] = []
    if told.get("columns", 1) > 1:
        apart = told["column_spacing_in"] / 12
        x = face.get("offset_ft", 0) - (told["columns"] - 1) / 2 * apart
        y = view.y(face["bottom_ft"]) + 14
        words = f"{told['columns']} at {feet_inches(apart)}"
        after = room(words) > apart * view.scale
        found.append(Dimension((view.x(x), y), (view.x(x + apart), y), words, after))
    if told.get("rows", 1) > 1:
        apart = told["row_spacing_in"] / 12
        z = _middle(face, wind) + (told["rows"] - 1) / 2 * apart
        x = view.x(sides(face)[0]) - 8
        words = f"{told['rows']} at {feet_inches(apart)}"
        found.append(Dimension((x, view.y(z - apart)), (x, view.y(z)), words))
    for one in found:
        parts = list(boxes([one]))
        if not any(part.meets(other) for part in parts for other in taken):
            view.canvas.strokes.append(one)
            taken += parts


def _middle(face: JsonObject, wind: JsonObject | None) -> float:
    """The middle of a cabinet's anchors, ft above grade."""
    height: float = wind["centroid_ft"] if wind else face["bottom_ft"] + face["height_ft"] / 2
    return height
