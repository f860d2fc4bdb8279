"""Front elevation to scale: cabinets, poles, grade, dimensions, pressures, Case B and Case C."""

from collections.abc import Sequence

from apex_cli.render.drawing.cabinet import cabinet
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.drawing.dimensions import levels, scale_bar, tidy, widths
from apex_cli.render.drawing.view import LEFT, RIGHT, WIDTH, View
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject


def elevation(
    sign: JsonObject, exposure: JsonObject | None, steps: Sequence[JsonObject] = ()
) -> Drawing:
    """The sign as the wind sees it, from back to front.

    Args:
        sign: The project's `sign` block, as read.
        exposure: The result of the wind calculation, if there is one.
        steps: The trace's steps, for the eccentricity of Case B.
    """
    view = View(sign)
    _grade(view)
    _poles(view)
    told = _cabinets(view, exposure, steps)
    levels(view)
    widths(view)
    scale_bar(view)
    count = len(view.faces)
    words = f"{count} cabinet{'s' * (count > 1)}, top at {number(tidy(view.top))} ft above grade"
    if view.poles:
        words += f", on {len(view.posts)} pole{'s' * (len(view.posts) > 1)}"
    title = "Front elevation, to scale"
    if told:
        title += " (C: force on the strip in Case C, lbf)"
    return view.canvas.drawing(title, f"Front elevation: {words}.")


def _grade(view: View) -> None:
    left, right = LEFT - 18, WIDTH - RIGHT + 14
    view.canvas.line(left, view.y0, right, view.y0, "grade")
    for step in range(int((right - left) / 9)):
        x = left + 6 + 9 * step
        view.canvas.line(x, view.y0 + 0.8, x - 5, view.y0 + 6)


def _poles(view: View) -> None:
    for axis, top in view.posts:
        width = (view.poles or {})["width_in"] / 12 * view.scale
        head = view.y(top) + 1
        view.canvas.rect(view.x(axis) - width / 2, head, width, view.y0 - head, "steel")


def _cabinets(view: View, exposure: JsonObject | None, steps: Sequence[JsonObject]) -> bool:
    """Every cabinet with its wind; whether forces of Case C stand in the strips."""
    found = (exposure or {}).get("elements") or []
    winds = [item for item in found if item["kind"] != "pole"]
    eccentric = {
        step.get("subject", ""): step["value"]
        for step in steps
        if step["symbol"] == "e" and step["clause"].endswith("Case B")
    }
    alike = len(winds) == len(view.faces)
    told = [
        cabinet(view, n, winds[n] if alike else None, eccentric) for n in range(len(view.faces))
    ]
    return any(told)
