"""The dimensions of the elevation: levels at the right, widths, and a scale bar."""

from apex_cli.render.drawing.canvas import spread
from apex_cli.render.drawing.styles import MUTED
from apex_cli.render.drawing.view import BOTTOM, LABEL_GAP, TOP, View, sides
from apex_cli.render.text import number

_ROUND = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)

METRE = 1 / 0.3048
"""In feet."""


def levels(view: View) -> None:
    """Heights above grade of every edge, at the right, none over another."""
    heights = {0.0: "grade"}
    for face in view.faces:
        for height in (face["bottom_ft"], face["bottom_ft"] + face["height_ft"]):
            heights[round(height, 3)] = view.told.length(height)
    if not view.faces:
        heights[round(view.top, 3)] = view.told.length(view.top)
    if view.around is not None and view.around.ends:
        heights[round(view.around.top, 3)] = view.told.length(view.around.top)
    order = sorted(heights, reverse=True)
    heights[0.0] = "grade"
    places = [view.y(height) for height in order]
    _, edge = view.ends
    for height, place, label in zip(order, places, spread(places, LABEL_GAP), strict=True):
        end = _right_end(view, height)
        if height:
            view.canvas.line(end + 3, place, edge, place, "grid")
            view.canvas.line(edge, place, edge + 12, label, "thin")
        else:
            view.canvas.line(edge, place, edge + 12, label, "thin")
        view.canvas.text(edge + 15, label + 3, heights[height], size=8.5, color=MUTED)


def _right_end(view: View, height: float) -> float:
    """How far right the cabinets with an edge at this height reach."""
    ends = [
        view.x(sides(face)[1])
        for face in view.faces
        if height in {round(face["bottom_ft"], 3), round(face["bottom_ft"] + face["height_ft"], 3)}
    ]
    return max(ends, default=view.x(view.right))


def widths(view: View) -> None:
    """The widest cabinet above, the whole height at the left, the poles' spacing below."""
    if view.faces:
        widest = max(view.faces, key=lambda face: face["width_ft"])
        x1, x2 = map(view.x, sides(widest))
        view.canvas.across(x1, x2, TOP - 14, view.told.length(widest["width_ft"]))
    x = max(view.x(view.left) - 16, 16)
    view.canvas.upright(view.y0, view.y(view.top), x, view.told.length(view.top))
    if len(view.posts) > 1:
        (first, _), (second, _) = view.posts[:2]
        words = f"{view.told.length(second - first)} c/c"
        view.canvas.across(view.x(first), view.x(second), view.y0 + 22, words)


def scale_bar(view: View) -> None:
    """A bar of round length, from which anything can be measured."""
    unit, feet = ("m", METRE) if view.told.metric else ("ft", 1)
    span = 80 / view.scale / feet
    size = max((step for step in _ROUND if step <= span), default=_ROUND[0])
    x, y = view.ends[0], view.y0 + BOTTOM - 12
    view.canvas.rect(x, y, size * feet * view.scale / 2, 3, "tip")
    view.canvas.rect(x, y, size * feet * view.scale, 3, "outline")
    view.canvas.text(x, y + 11, "0", size=7.5, anchor="middle", color=MUTED)
    end = x + size * feet * view.scale
    view.canvas.text(end, y + 11, f"{number(size)} {unit}", size=7.5, anchor="middle", color=MUTED)


def tidy(value: float) -> float:
    """A sum of two inputs without the dust of binary fractions."""
    value = round(value, 3)
    return int(value) if value == int(value) else value
