"""Elevation of a sign on a roof, to scale: the building, the frames, the cabinets."""

from collections.abc import Sequence

from apex_cli.render.drawing.built import eccentricities
from apex_cli.render.drawing.cabinet import cabinet, winds_of
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.drawing.dimensions import levels, scale_bar, tidy, widths
from apex_cli.render.drawing.elevation import grade
from apex_cli.render.drawing.styles import MUTED
from apex_cli.render.drawing.view import Around, View, sides
from apex_cli.render.lengths import feet_inches
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

BESIDE = 0.25
"""So much of the sign's width is drawn of the building on either side."""
FRAME = 4
"""Width of a frame as it is drawn, in points: the project does not say it."""


def elevation(
    sign: JsonObject,
    exposure: JsonObject | None,
    steps: Sequence[JsonObject] = (),
) -> Drawing:
    """The sign from the front, the building below it.

    Args:
        sign: The project's `sign` block, as read.
        exposure: The result of the wind calculation, if there is one.
        steps: The trace's steps, for the eccentricity of Case B.
    """
    building = sign.get("building") or {}
    foot = min(face["bottom_ft"] for face in sign["elements"])
    roof = building.get("roof_ft") or building.get("mean_roof_height_ft") or foot
    ends = [x for face in sign["elements"] for x in sides(face)]
    beside = BESIDE * (max(ends) - min(ends))
    around = Around(min(ends) - beside, max(ends) + beside, roof, ends=True)
    view = View(sign, exposure, around)
    left, right = view.x(view.left), view.x(view.right)
    view.canvas.rect(left, view.y(roof), right - left, view.y0 - view.y(roof), "wall")
    view.canvas.line(left, view.y(roof), right, view.y(roof), "building")
    words = f"roof {feet_inches(roof)} above grade"
    view.canvas.text(left + 6, view.y(roof) + 30, words, size=8.5, color=MUTED)
    grade(view)
    _frames(view, sign.get("frames") or {}, roof, foot)
    winds, eccentric = winds_of(view.faces, exposure), eccentricities(steps)
    told = [cabinet(view, n, wind, eccentric) for n, wind in enumerate(winds)]
    levels(view)
    widths(view)
    scale_bar(view)
    count = len(view.faces)
    words = f"{count} cabinet{'s' * (count > 1)} on a roof {number(tidy(roof))} ft up"
    title = "Front elevation, to scale; the building continues on either side"
    if any(told):
        title += " (C: force on the strip in Case C, lbf)"
    return view.canvas.drawing(title, f"Front elevation: {words}.")


def _frames(view: View, frames: JsonObject, roof: float, foot: float) -> None:
    """The frames as lines from the roof to the lowest cabinet, and how far apart they are."""
    count, spacing = frames.get("count", 0), frames.get("spacing_ft", 0)
    places = [view.x((n - (count - 1) / 2) * spacing) for n in range(count)]
    head, height = view.y(foot), view.y(roof) - view.y(foot)
    for x in places:
        view.canvas.rect(x - FRAME / 2, head, FRAME, height, "steel")
    if count > 1:
        words = f"{feet_inches(spacing)} c/c"
        view.canvas.across(places[0], places[1], view.y(roof) + 16, words)
