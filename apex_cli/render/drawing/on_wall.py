"""Elevation of a sign on a wall, to scale: the wall with its zones, cabinets, anchors."""

from collections.abc import Sequence

from apex_cli.render.drawing.cabinet import cabinet
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.drawing.dimensions import levels, scale_bar, tidy, widths
from apex_cli.render.drawing.elevation import grade
from apex_cli.render.drawing.styles import MUTED
from apex_cli.render.drawing.view import Around, View, sides
from apex_cli.render.lengths import feet_inches
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

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
    found = (exposure or {}).get("elements") or []
    for n, face in enumerate(faces):
        cabinet(view, n, found[n] if len(found) == len(faces) else None, {})
        _anchors(view, face, found[n]["centroid_ft"] if len(found) == len(faces) else None)
    levels(view)
    widths(view)
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
    view.canvas.line(view.x(left), head, view.x(right), head, "outline")
    for side, edge in ((1, -building.get("left_ft", -left + 1)), (-1, building.get("right_ft"))):
        if edge is None or not left <= edge <= right:
            continue
        view.canvas.line(view.x(edge), head, view.x(edge), view.y0, "outline")
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


def _anchors(view: View, face: JsonObject, height: float | None) -> None:
    """The anchors of a cabinet, whose middle is that of the face."""
    told = face.get("anchors")
    if told is None:
        return
    rows, columns = told["rows"], told["columns"]
    middle = height if height is not None else face["bottom_ft"] + face["height_ft"] / 2
    for row in range(rows):
        z = middle + (row - (rows - 1) / 2) * told.get("row_spacing_in", 0) / 12
        for column in range(columns):
            across = (column - (columns - 1) / 2) * told.get("column_spacing_in", 0) / 12
            place = view.x(face.get("offset_ft", 0) + across), view.y(z)
            view.canvas.dot(*place, 1.8, "anchor")
