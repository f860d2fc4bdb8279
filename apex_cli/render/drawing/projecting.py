"""Elevation of a projecting sign, to scale: the wall from its end, the sign's face, brackets."""

from collections.abc import Sequence

from apex_cli.render.drawing.cabinet import cabinet, told_of, winds_of
from apex_cli.render.drawing.canvas import Drawing, cut
from apex_cli.render.drawing.dimensions import levels, scale_bar, tidy, widths
from apex_cli.render.drawing.elevation import grade
from apex_cli.render.drawing.styles import ACCENT, MUTED
from apex_cli.render.drawing.view import LABEL_GAP, WIDTH, Around, View, sides
from apex_cli.render.lengths import feet_inches
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

MARK = 6
"""Points from the lower edge of the sign to the mark of Case B."""
THICK = 0.06
"""Thickness of the wall as it is drawn, to its height."""
NARROW = 90.0
"""A cabinet of less has no room for its name, in points."""
SMALL = 8.5
"""Size of the words beside it."""
BESIDE = 1.25
"""So many times the height of the sign's top is drawn of a wall that is higher."""


def elevation(
    sign: JsonObject,
    exposure: JsonObject | None,
    steps: Sequence[JsonObject] = (),
) -> Drawing:
    """The sign's face, the wall at its left.

    Args:
        sign: The project's `sign` block, as read.
        exposure: The result of the wind calculation, if there is one.
        steps: The trace's steps, for the places of the force.
    """
    gap, building = sign.get("gap_ft", 0), sign.get("building") or {}
    faces = [{**face, "offset_ft": gap + face["width_ft"] / 2} for face in sign["elements"]]
    tip = max(face["bottom_ft"] + face["height_ft"] for face in faces)
    wall = building.get("wall_top_ft") or building.get("mean_roof_height_ft") or tip
    top = min(wall, BESIDE * tip)
    thick = THICK * max(top, tip)
    around = Around(-thick, thick, top, ends=top == wall)
    view = View({"elements": faces}, exposure, around)
    view.canvas.rect(view.x(-thick), view.y(top), thick * view.scale, view.y0 - view.y(top), "wall")
    view.canvas.line(view.x(0), view.y(top), view.x(0), view.y0, "building")
    grade(view)
    found = (exposure or {}).get("elements") or []
    _brackets(view, sign, gap, found)
    for n, wind in enumerate(winds_of(faces, exposure)):
        narrow = faces[n]["width_ft"] * view.scale < NARROW
        cabinet(view, n, wind, {}, named=not narrow)
        if narrow:
            _beside(view, n, wind)
    _force(view, steps, found)
    levels(view)
    widths(view)
    if gap * view.scale > 1:
        foot = min(view.y(face["bottom_ft"]) for face in faces)
        words = f"gap {feet_inches(gap)}"
        view.canvas.narrow(view.x(0), view.x(gap), foot + 22, words)
    if wall > top:
        words = f"wall up to {feet_inches(wall)}"
        view.canvas.text(view.x(0) + 6, view.y(top) + 4, words, size=7.5, color=MUTED)
    scale_bar(view)
    reach = max(gap + face["width_ft"] for face in faces)
    words = f"reaches {number(tidy(reach))} ft out of a wall, up to {number(tidy(tip))} ft"
    return view.canvas.drawing(
        "Elevation of the projecting sign, to scale", f"Elevation: the sign {words} above grade."
    )


def _beside(view: View, n: int, wind: JsonObject | None) -> None:
    """Name, pressure and force at the right of a cabinet that is too narrow for them."""
    face = view.faces[n]
    x = view.x(sides(face)[1]) + 5
    y = view.y(face["bottom_ft"] + face["height_ft"] / 2) - LABEL_GAP
    for k, words in enumerate(told_of(view, n, wind)):
        short = cut(words, WIDTH - x - 2, SMALL)
        view.canvas.text(x, y + k * LABEL_GAP, short, size=SMALL, bold=not k)


def _brackets(view: View, sign: JsonObject, gap: float, found: Sequence[JsonObject]) -> None:
    """The brackets, the middle between them at the height of the force."""
    told = sign.get("brackets")
    if told is None or not found:
        return
    force = sum(row["force_lbf"] for row in found)
    middle = sum(row["force_lbf"] * row["centroid_ft"] for row in found) / force
    reach = gap + 0.25 * max(face["width_ft"] for face in view.faces)
    for n in range(told["count"]):
        z = middle + (n - (told["count"] - 1) / 2) * told.get("spacing_ft", 0)
        view.canvas.rect(view.x(0), view.y(z) - 1.5, reach * view.scale, 3, "steel")
    if told["count"] > 1:
        low = middle - (told["count"] - 1) / 2 * told["spacing_ft"]
        words = f"{feet_inches(told['spacing_ft'])}"
        x = view.x(view.left) - 4
        view.canvas.upright(view.y(low), view.y(low + told["spacing_ft"]), x, words)


def _force(view: View, steps: Sequence[JsonObject], found: Sequence[JsonObject]) -> None:
    """Where Case B puts the force: farther from the wall than the middle of the face."""
    for row in found:
        subject = f"{row['name']}, Case B"
        for step in steps:
            if step["symbol"] == "x_w" and step.get("subject") == subject:
                foot = min(view.y(face["bottom_ft"]) for face in view.faces) - MARK
                place, middle = view.x(step["value"]), view.x(row["offset_ft"])
                view.canvas.line(middle, foot - 3, middle, foot + 3, "outline")
                view.canvas.line(middle, foot, place, foot, "dashed")
                view.canvas.dot(place, foot, 2.2)
                words = f"B: e = {feet_inches(step['value'] - row['offset_ft'])}"
                edge = max(view.x(sides(face)[1]) for face in view.faces)
                view.canvas.text(edge + 5, foot + 2.5, words, size=7.5, color=ACCENT)
