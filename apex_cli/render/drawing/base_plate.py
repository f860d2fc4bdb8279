"""The base plate to scale: from above with its rods, and below that from the side."""

from collections.abc import Sequence
from math import cos, pi, sin

from apex_cli.render.drawing.base_side import MIDDLE, WIDEST, Levels, Sheet, side
from apex_cli.render.drawing.built import Point, pole_of, rod_places, step_of
from apex_cli.render.drawing.callouts import LINE, Callout, callouts, told_of
from apex_cli.render.drawing.canvas import Canvas, Drawing
from apex_cli.render.drawing.strokes import ring, rods_words
from apex_cli.render.drawing.styles import MUTED
from apex_cli.render.lengths import inches, size
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

WIDTH, TOP, EDGE = 344.0, 34.0, 184.0
"""The sheet, the top of the plan, and where the words begin."""


def base_plate(
    support: JsonObject, inputs: JsonObject, steps: Sequence[JsonObject]
) -> Drawing | None:
    """The base plate; None where neither plate nor rods are given.

    Args:
        support: The result of the support calculation.
        inputs: What was read.
        steps: Every step.
    """
    given = inputs["support"]
    base = given.get("base") or {}
    plate, rods = base.get("plate"), base.get("rods")
    if not plate and not rods:
        return None
    pole = pole_of(support, inputs)
    places = rod_places(rods, plate) if rods else []
    wide = [2 * max(pole.reach, pole.depth / 2)]
    wide += [plate["width_in"]] if plate else []
    wide += [rods["circle_in"] + 3 * rods["diameter_in"]] if rods else []
    scale = WIDEST / max(wide)
    plan = TOP + max(wide) * scale / 2
    half = (plate["width_in"] if plate else max(wide)) / 2
    levels = Levels.of(base, scale, TOP + max(wide) * scale + 30)
    canvas = Canvas(WIDTH, levels.bottom + 12, scale)
    sheet = Sheet(canvas, scale, plan, pole, base, places, half)
    told, aside = _plan(sheet, steps), side(sheet, levels, support, given)
    callouts(canvas, told, EDGE, (TOP + 2, levels.top - LINE), right=WIDTH - 2)
    callouts(canvas, aside, EDGE, (levels.top, levels.bottom), right=WIDTH - 2)
    for y, title in ((TOP - 14, "from above"), (levels.top - 8, "from the side")):
        canvas.text(EDGE, y, title, size=8.5, color=MUTED)
    what = "Base plate and anchor rods" if plate and rods else "Base plate" if plate else "Rods"
    title = f"{what}, to scale: from above and from the side"
    return canvas.drawing(title, told_of(what, told + aside))


def _plan(sheet: Sheet, steps: Sequence[JsonObject]) -> list[Callout]:
    """Plate, pole, weld and rods from above."""
    canvas, base, pole = sheet.canvas, sheet.base, sheet.pole
    plate, rods, weld = base.get("plate"), base.get("rods"), base.get("weld") or {}
    told, middle, scale = [], sheet.at(0, 0), sheet.scale
    half = sheet.half * scale
    if plate:
        width = size(plate["width_in"])
        if plate["shape"] == "square":
            canvas.rect(MIDDLE - half, sheet.plan - half, 2 * half, 2 * half, "plate")
            place, sides = (MIDDLE + half, sheet.plan - 0.92 * half), f"{width} × {width}"
        else:
            canvas.dot(MIDDLE, sheet.plan, half, "plate")
            place, sides = sheet.at(*_on(sheet.half, pi / 3.4)), f"Ø {width}"
        canvas.across(MIDDLE - half, MIDDLE + half, TOP - 14, width)
        told.append(Callout(*place, f"plate {sides} × {inches(plate['thickness_in'])}"))
    for x1, y1, x2, y2 in ((-half - 6, 0, half + 6, 0), (0, -half - 6, 0, half + 6)):
        canvas.line(MIDDLE + x1, sheet.plan + y1, MIDDLE + x2, sheet.plan + y2, "axis")
    if leg := weld.get("leg_in"):
        ring(canvas, pole, middle, scale, "seam", inset=-leg)
    ring(canvas, pole, middle, scale, "steel")
    ring(canvas, pole, middle, scale, "plate" if plate else "hole", inset=pole.wall)
    if rods:
        told += _rods(sheet, rods, steps)
    wall = pole.outline(pole.wall / 2)
    angle = pi / 9
    place = _on(wall, angle) if isinstance(wall, float) else _between(wall[1], wall[2], 0.4)
    told.append(Callout(*sheet.at(*place), pole.words))
    if weld:
        edge = pole.outline(-(leg or 0.0) / 2)
        place = _on(edge, 0.0) if isinstance(edge, float) else _between(edge[1], edge[2], 0.6)
        told.append(Callout(*sheet.at(*place), weld_words(weld)))
    return told


def weld_words(weld: JsonObject) -> str:
    """The weld as it is called out."""
    if weld["type"] == "cjp":
        return "complete penetration weld (CJP), all around"
    return f"fillet weld {inches(weld['leg_in'])}, all around"


def _on(radius: float, angle: float) -> Point:
    return radius * cos(angle), radius * sin(angle)


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def _rods(sheet: Sheet, rods: JsonObject, steps: Sequence[JsonObject]) -> list[Callout]:
    """The rods in their nuts, on their circle."""
    canvas, thick, radius = sheet.canvas, rods["diameter_in"], rods["circle_in"] / 2
    canvas.dot(MIDDLE, sheet.plan, radius * sheet.scale, "dashed")
    nut = (1.5 * thick + 0.125) / 3**0.5
    for x, y in sheet.rods:
        corners = [_on(nut, pi * k / 3) for k in range(6)]
        canvas.polygon([sheet.at(x + a, y + b) for a, b in corners], "hole")
        canvas.dot(*sheet.at(x, y), max(thick / 2 * sheet.scale, 0.6), "rod")
    x, y = max(sheet.rods, key=lambda one: (round(one[0] + one[1], 6), one[0]))
    angles = (-pi / 4.6, -pi / 3)
    free = max(angles, key=lambda one: min(
        (_on(radius, one)[0] - a) ** 2 + (_on(radius, one)[1] - b) ** 2 for a, b in sheet.rods
    ))  # fmt: skip
    words = f"circle of the rods Ø {size(rods['circle_in'])}"
    told = [
        Callout(*sheet.at(x, y), rods_words(rods)),
        Callout(*sheet.at(*_on(radius, free)), words),
    ]
    apart = step_of(steps, "s_r", "base plate")
    if apart is not None:
        x, y = max(sheet.rods, key=lambda one: (round(one[0] - one[1], 6), one[0]))
        words = f"rods {number(round(apart, 2))} in centre to centre"
        told.append(Callout(*sheet.at(x, y), words))
    return told
