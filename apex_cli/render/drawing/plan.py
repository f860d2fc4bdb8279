"""The sign from above, to scale: cabinets over poles and foundation, and where the wind acts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from apex_cli.render.drawing.built import Point, eccentricities
from apex_cli.render.drawing.callouts import LINE, Callout, callouts, told_of
from apex_cli.render.drawing.canvas import Canvas, Drawing
from apex_cli.render.drawing.outline import SIDES, polygon
from apex_cli.render.drawing.styles import ACCENT
from apex_cli.render.drawing.view import View, sides, square
from apex_cli.vocabulary import JsonObject

WIDTH, TOP, EDGE = 344.0, 40.0, 196.0
"""The sheet, its upper margin, and where the words begin."""
MIDDLE, WIDEST, DEEPEST = 100.0, 136.0, 120.0
"""The middle of what is drawn, and how wide and how deep it may be."""
ARROW, BELOW = 26.0, 14.0
"""Length of an arrow of the wind, and room below it."""
THINNEST = 4.0
"""The least depth of a cabinet on the sheet, also where its thickness is not told."""

MOST_ATTACHMENTS = 6
"""So many are told; all of them stand in the table."""


class _Sheet(NamedTuple):
    """What is drawn, its scale, and where its axes lie; x along the faces, y against the wind."""

    canvas: Canvas
    view: View
    scale: float
    x0: float
    y0: float
    half: float
    """Half the depth of what is drawn, on the sheet."""

    def at(self, x: float, y: float = 0.0) -> Point:
        """Place of a point, ft from the middle of the supports."""
        return self.x0 + x * self.scale, self.y0 - y * self.scale


def plan(
    sign: JsonObject,
    wind: JsonObject | None,
    steps: Sequence[JsonObject],
    footing: JsonObject | None = None,
) -> Drawing:
    """The sign from above; the wind on its faces blows up the sheet.

    Args:
        sign: The project's `sign` block, as read.
        wind: The result of the wind calculation, if there is one.
        steps: The trace's steps, for the eccentricity of Case B.
        footing: The result of the footing calculation, if there is one.
    """
    view = View(sign, wind)
    posts = [axis for axis, _ in view.posts]
    spots = [] if footing is None else posts if footing["count"] == len(posts) else [0.0]
    long, wide = _sides(footing) if footing else (0.0, 0.0)
    left = min([view.left, 0.0, *(x - long / 2 for x in spots)])
    right = max([view.right, 0.0, *(x + long / 2 for x in spots)])
    deep = max([wide, *(face.get("thickness_ft") or 0.0 for face in view.faces)])
    deep = max([deep, *(2 * (face.get("return_corner_ft") or 0.0) for face in view.faces)])
    scale = min(WIDEST / (right - left), DEEPEST / max(deep, 1.0))
    half = max(deep * scale, THINNEST) / 2
    height = TOP + 2 * half + ARROW + BELOW
    canvas = Canvas(WIDTH, height, scale / 12)
    x0 = MIDDLE - (left + right) / 2 * scale
    sheet = _Sheet(canvas, view, scale, x0, TOP + half, half)
    told = [] if footing is None else list(_foundations(sheet, footing, spots, (long, wide)))
    told += _faces(sheet)
    told += _poles(sheet, posts)
    told += _attachments(sheet)
    told = list(_around_poles(sheet, posts, told))
    told += _wind(sheet, eccentricities(steps))
    callouts(canvas, told, EDGE, (LINE, height - LINE), right=WIDTH - 2)
    title = "Plan, to scale; the wind may blow from the other side too"
    return canvas.drawing(title, told_of("Plan", told))


def _sides(footing: JsonObject) -> tuple[float, float]:
    """Sides of one foundation along the faces and across them, ft; its width is across."""
    return float(footing.get("length_ft") or footing["width_ft"]), float(footing["width_ft"])


def _foundations(
    sheet: _Sheet, footing: JsonObject, spots: Sequence[float], size: tuple[float, float]
) -> Iterator[Callout]:
    long, wide = size
    for spot in spots:
        x, y = sheet.at(spot)
        if footing["shape"] == "round":
            sheet.canvas.dot(x, y, wide * sheet.scale / 2, "dashed")
        else:
            a, b = long * sheet.scale, wide * sheet.scale
            sheet.canvas.rect(x - a / 2, y - b / 2, a, b, "dashed")
    words = f"{sheet.view.told.length(wide)} × {sheet.view.told.length(long)}"
    words = f"Ø {sheet.view.told.length(wide)}" if footing["shape"] == "round" else words
    place = sheet.at(spots[-1] + 0.35 * long, 0.35 * wide)
    yield Callout(*place, f"{footing['type']} {words}")


def _faces(sheet: _Sheet) -> Iterator[Callout]:
    """The cabinets, the widest below the others; what stands off the axis is told."""
    canvas, faces = sheet.canvas, sheet.view.faces
    if not faces:  # bare poles
        return
    for face in sorted(faces, key=lambda face: -face["width_ft"]):
        (x1, y), (x2, _) = (sheet.at(x) for x in sides(face))
        deep = max((face.get("thickness_ft") or 0.0) * sheet.scale, THINNEST)
        canvas.rect(x1, y - deep / 2, x2 - x1, deep, "cabinet")
        if back := face.get("return_corner_ft"):
            long = back * sheet.scale
            for x in (x1, x2 - deep):
                canvas.rect(x, y - deep / 2 - long, deep, long, "cabinet")
            words = f"return corners {sheet.view.told.length(back)}"
            yield Callout(x2 - deep / 2, y - long, words)
    widest = max(faces, key=lambda face: face["width_ft"])
    (x1, y), (x2, _) = (sheet.at(x) for x in sides(widest))
    canvas.across(x1, x2, TOP - 16, sheet.view.told.length(widest["width_ft"]))
    if deep := widest.get("thickness_ft"):
        place = x2 - 2, y - deep * sheet.scale / 4
        yield Callout(*place, f"cabinet {sheet.view.told.length(deep)} deep")
    for n, face in enumerate(faces, 1):
        if away := face.get("offset_ft"):
            which = f"cabinet {n}" if len(faces) > 1 else "cabinet"
            words = f"middle of the {which} {sheet.view.told.length(abs(away))} off the axis"
            yield Callout(*sheet.at(away), words)


def _poles(sheet: _Sheet, posts: Sequence[float]) -> Iterator[Callout]:
    canvas, pieces = sheet.canvas, sheet.view.pieces
    x, y = sheet.at(0.0)
    canvas.line(x, y - sheet.half - 6, x, y + sheet.half + 6, "axis")
    for axis in posts:
        x, y = sheet.at(axis)
        half = max(pieces[0].width * sheet.scale / 2 if pieces else 0.0, 1.5)
        if pieces and pieces[0].shape == "round":
            canvas.dot(x, y, half, "steel")
        elif pieces and pieces[0].shape in SIDES:
            corners = polygon(SIDES[pieces[0].shape], half)
            canvas.polygon([(x + a, y + b) for a, b in corners], "steel")
        else:
            canvas.rect(x - half, y - half, 2 * half, 2 * half, "steel")
    if len(posts) > 1:
        apart = sheet.view.told.length(posts[1] - posts[0])
        yield Callout(*sheet.at(posts[-1]), f"{len(posts)} poles, {apart} centre to centre")


def _attachments(sheet: _Sheet) -> Iterator[Callout]:
    """What hangs on the sign, as the elevation has it, and how far off the axis."""
    for n, one in enumerate(sheet.view.attachments, 1):
        place = square(one)
        x, y = sheet.at(place.x)
        half = max(place.half * sheet.scale, 1.0)
        sheet.canvas.rect(x - half, y - 1, 2 * half, 2, "good")
        if place.x and n <= MOST_ATTACHMENTS:
            name = one.get("name") or f"attachment {n}"
            away = sheet.view.told.length(abs(place.x))
            yield Callout(x, y, f"{name}, {away} off the axis")


def _around_poles(
    sheet: _Sheet, posts: Sequence[float], told: Sequence[Callout]
) -> Iterator[Callout]:
    """What is told, with the lines that would cross a pole led past what is drawn."""
    half = max((piece.width for piece in sheet.view.pieces), default=0.0) * sheet.scale / 2
    last, _ = sheet.at(max(posts, default=float("-inf")))
    beside = [one for one in told if one.x < last - half and abs(one.y - sheet.y0) <= half]
    beside.sort(key=lambda one: -one.x)
    right = max(sheet.at(x)[0] for x in (sheet.view.left, sheet.view.right))
    for one in told:
        if one not in beside:
            yield one
            continue
        over = sheet.y0 - sheet.half - 4 - 2 * beside.index(one)
        yield one._replace(around=((one.x, over), (right, over)))


def _wind(sheet: _Sheet, eccentric: Mapping[str, float]) -> Iterator[Callout]:
    """The wind on the faces, in the middle and off it by the eccentricity of Case B."""
    canvas, faces = sheet.canvas, sheet.view.faces
    foot = sheet.y0 + sheet.half + ARROW + 6
    head = sheet.y0 + sheet.half + 6
    bare: JsonObject = {}
    face = max(faces, key=lambda face: face["width_ft"] * face["height_ft"], default=bare)
    middle = face.get("offset_ft") or 0.0
    x, _ = sheet.at(middle)
    canvas.arrow(x, foot, x, head)
    yield Callout(x, foot, f"wind on the {'faces' if faces else 'poles'}, Case A", ACCENT)
    e = eccentric.get(face.get("name") or "")
    if e:
        for side in (-1, 1):
            x, _ = sheet.at(middle + side * e)
            canvas.arrow(x, foot - 8, x, head)
        which = f", cabinet {faces.index(face) + 1}" if len(faces) > 1 else ""
        yield Callout(x, foot - 8, f"Case B{which}: e = ±{sheet.view.told.length(e)}", ACCENT)
