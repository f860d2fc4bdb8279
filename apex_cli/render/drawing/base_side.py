"""The base plate from the side, below its plan: weld, nuts, rods, what is below it."""

from typing import NamedTuple

from apex_cli.render.drawing.built import Point, Pole, gap_in
from apex_cli.render.drawing.callouts import Callout
from apex_cli.render.drawing.canvas import Canvas
from apex_cli.render.drawing.strokes import stub
from apex_cli.render.lengths import feet_inches, inches, size
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

MIDDLE, WIDEST = 88.0, 150.0
"""The middle of plan and side on the sheet, and how wide they may be."""
STUB, BELOW = 44.0, 60.0
"""Lengths that are broken off: of the pole above the plate, of the concrete below."""


class Sheet(NamedTuple):
    """What is drawn, and the scale."""

    canvas: Canvas
    scale: float
    plan: float
    pole: Pole
    base: JsonObject
    rods: list[Point]
    half: float

    def at(self, x: float, y: float) -> Point:
        """Place of a point about the pole's middle, in, from above."""
        return MIDDLE + x * self.scale, self.plan - y * self.scale


class Levels(NamedTuple):
    """Heights on the sheet, seen from the side, from the top down."""

    top: float
    plate: float
    under: float
    concrete: float
    bottom: float

    @classmethod
    def of(cls, base: JsonObject, scale: float, top: float) -> "Levels":
        """The levels of this base, from the top of the pole's stub down."""
        plate, rods = base.get("plate") or {}, base.get("rods") or {}
        thick = plate.get("thickness_in", 0.0) * scale
        gap = gap_in(base) * scale
        head = top + max(STUB, 3 * rods.get("diameter_in", 0.0) * scale)
        concrete = head + thick + gap
        return cls(top, head, head + thick, concrete, concrete + BELOW)


def side(sheet: Sheet, levels: Levels, support: JsonObject, given: JsonObject) -> list[Callout]:
    """Pole, weld, plate, nuts, rods and concrete from the side, on the scale of the plan."""
    canvas, base, scale = sheet.canvas, sheet.base, sheet.scale
    plate, rods = base.get("plate"), base.get("rods")
    told: list[Callout] = []
    wide = max(sheet.half * scale + 10, 0.55 * WIDEST)
    canvas.rect(MIDDLE - wide, levels.concrete, 2 * wide, BELOW, "ground")
    canvas.line(MIDDLE - wide, levels.concrete, MIDDLE + wide, levels.concrete, "grade")
    half = stub(canvas, sheet.pole, MIDDLE, (levels.top, levels.plate), scale)
    if base.get("bearing") == "grouted":
        deep = levels.concrete - levels.under
        canvas.rect(MIDDLE - sheet.half * scale, levels.under, 2 * sheet.half * scale, deep, "soil")
        canvas.rect(MIDDLE - sheet.half * scale, levels.under, 2 * sheet.half * scale, deep, "seam")
    if rods:
        told += _rods_aside(sheet, levels, rods)
    if leg := (base.get("weld") or {}).get("leg_in"):
        for side in (-1, 1):
            x, long = MIDDLE + side * half, leg * scale
            corners = [(x, levels.plate - long), (x, levels.plate), (x + side * long, levels.plate)]
            canvas.polygon(corners, "weld")
    right = MIDDLE + sheet.half * scale
    if plate:
        canvas.rect(MIDDLE - sheet.half * scale, levels.plate, 2 * sheet.half * scale,
                    levels.under - levels.plate, "plate")  # fmt: skip
        needed = (support.get("plate") or {}).get("required_thickness_in")
        words = f"plate {inches(plate['thickness_in'])}, Fy {number(plate['fy_ksi'])} ksi"
        words += "" if needed is None else f" (needs {number(needed)} in)"
        told.append(Callout(right - 2, (levels.plate + levels.under) / 2, words))
    nuts = MIDDLE + max((x for x, _ in sheet.rods), default=0.0) * scale
    told += _bearing(base, levels, (right, nuts), scale)
    pier = given.get("pier")
    if pier:
        place = MIDDLE + wide - 8, levels.concrete + 0.8 * BELOW
        told.append(Callout(*place, f"concrete f'c {number(pier['fc_psi'])} psi"))
    if hole := given.get("opening"):
        sides = " × ".join(inches(hole[key]) for key in ("width_in", "height_in"))
        words = f"hand hole {sides} at {feet_inches(hole['height_ft'])}"
        told.append(Callout(MIDDLE + 0.5 * half, levels.top + 5, words))
    return told


def _rods_aside(sheet: Sheet, levels: Levels, rods: JsonObject) -> list[Callout]:
    """The rods from the side: nuts on both sides of the plate, broken off in the concrete."""
    canvas, scale, across = sheet.canvas, sheet.scale, rods["diameter_in"]
    thick, tall = max(across * scale, 1.0), across * scale
    flat = (1.5 * across + 0.125) * scale
    double = sheet.base.get("bearing") == "double_nut"
    end = levels.bottom - 8
    for x in sorted({round(x, 6) for x, _ in sheet.rods}):
        middle = MIDDLE + x * scale
        canvas.rect(middle - thick / 2, levels.plate - 1.6 * tall, thick,
                    end - levels.plate + 1.6 * tall, "rod")  # fmt: skip
        canvas.rect(middle - flat / 2, levels.plate - tall, flat, tall, "hole")
        if double:
            canvas.rect(middle - flat / 2, levels.under, flat, tall, "hole")
        zigzag = [(-thick - 2, -2), (-thick / 4, 2), (thick / 4, -3), (thick + 2, 0)]
        canvas.path([(middle + a, end + b) for a, b in zigzag], "outline")
    x = MIDDLE + max(x for x, _ in sheet.rods) * scale
    told = [Callout(x, levels.concrete + 0.5 * BELOW,
                    f"embedment {size(rods['embedment_in'])}, concrete to head")]  # fmt: skip
    if double:
        told.append(
            Callout(x + flat / 2 - 1, levels.plate - tall / 2, "nuts on both sides of the plate")
        )
    return told


def _bearing(
    base: JsonObject, levels: Levels, right: tuple[float, float], scale: float
) -> list[Callout]:
    """What is between plate and concrete; right: the sides of the plate and of the nuts."""
    standoff, kind = base.get("standoff_in"), base.get("bearing")
    if kind == "grouted":
        words = "grout" if standoff is None else f"grout {inches(standoff)}"
        return [Callout(right[0] - 3, (levels.under + levels.concrete) / 2, words)]
    if kind == "double_nut" and standoff is not None:
        words = f"standoff {inches(standoff)}, concrete to nut"
        return [Callout(right[1], levels.concrete - standoff / 2 * scale, words)]
    return []
