"""The slab of a spread footing to scale: cut along the wind, and its mats from above."""

from typing import NamedTuple

from apex_cli.render.drawing import slab_dowels
from apex_cli.render.drawing.built import (
    concrete_words,
)
from apex_cli.render.drawing.callouts import LINE, Callout, callouts, told_of
from apex_cli.render.drawing.canvas import Canvas, Drawing
from apex_cli.render.drawing.levels import levels
from apex_cli.render.drawing.slab_built import Mat, Slab, evenly
from apex_cli.render.drawing.strokes import stub
from apex_cli.render.drawing.styles import ACCENT, MUTED
from apex_cli.render.lengths import feet_inches, inches
from apex_cli.render.text import number

WIDTH, TOP, BOTTOM, EDGE = 344.0, 56.0, 36.0, 206.0
"""The sheet, the ground, and where the words begin."""
MIDDLE, WIDEST, TALLEST = 116.0, 136.0, 190.0


class _Sheet(NamedTuple):
    canvas: Canvas
    slab: Slab
    scale: float
    """Points to a foot."""

    @property
    def bottom(self) -> float:
        """The slab's bottom on the sheet."""
        return float(TOP + self.slab.footing["depth_ft"] * self.scale)

    @property
    def top(self) -> float:
        """The slab's top on the sheet."""
        return float(self.bottom - self.slab.footing["thickness_ft"] * self.scale)

    @property
    def half(self) -> float:
        """Half the slab's width on the sheet."""
        return self.slab.sides[0] * self.scale / 2


def along(slab: Slab) -> Drawing:
    """The slab in the ground, cut along the wind on the faces."""
    footing = slab.footing
    deep = max(footing["depth_ft"], footing["thickness_ft"])
    plate = slab.base.get("plate") or {}
    wide = max(slab.sides[0], plate.get("width_in", 0.0) / 12, slab.pole.reach / 6)
    scale = min(WIDEST / wide, TALLEST / deep, 240 / plate.get("thickness_in", 1.0))
    tall = max(deep * scale, 11 * LINE)
    canvas = Canvas(WIDTH, TOP + tall + BOTTOM, scale / 12)
    sheet = _Sheet(canvas, slab, scale)
    left, right = MIDDLE - sheet.half, MIDDLE + sheet.half
    canvas.rect(6, TOP, EDGE - 16, sheet.bottom - TOP + 8, "soil")
    canvas.line(6, TOP, EDGE - 10, TOP, "grade")
    canvas.rect(left, sheet.top, right - left, sheet.bottom - sheet.top, "concrete")
    told = _stand(sheet)
    for mat in slab.mats:
        told += _mat_along(sheet, mat)
    for words, level, color in levels(footing, slab.site):
        if level <= footing["depth_ft"]:
            y = TOP + level * scale
            canvas.line(right + 2, y, EDGE - 16, y, "frost" if color == ACCENT else "dashed")
            told.append(Callout(EDGE - 16, y, words, color))
    told.append(Callout(right, TOP, "grade", MUTED))
    told.append(Callout(right - 4, (sheet.top + sheet.bottom) / 2, concrete_words(slab.steel)))
    if not slab.mats and any(slab.steel.get(name) for name in ("bottom", "top")):
        told.append(Callout(right - 4, sheet.bottom - 3, "bars as given, not checked"))
    if (length := slab.found.get("development_in")) and slab.mats:
        words = f"development of the bars {number(length)} in"
        told.append(Callout(left + 0.8 * (right - left), _level(sheet, slab.mats[0], 0.5), words))
    callouts(canvas, told, EDGE, (LINE, canvas.height - LINE), right=WIDTH - 2)
    wide = f"{'Ø ' if footing['shape'] == 'round' else ''}{feet_inches(slab.sides[0])}"
    canvas.across(left, right, sheet.bottom + 24, wide)
    canvas.line(left - 3, sheet.bottom, left - 40, sheet.bottom, "grid")
    canvas.line(left - 3, sheet.top, left - 18, sheet.top, "grid")
    canvas.upright(sheet.bottom, sheet.top, left - 14, feet_inches(footing["thickness_ft"]))
    canvas.upright(sheet.bottom, TOP, left - 36, feet_inches(footing["depth_ft"]))
    title = "Slab, cut along the wind on the faces"
    return canvas.drawing(f"{title}, to scale", told_of(title, told))


def _stand(sheet: _Sheet) -> list[Callout]:
    """The stem up to grade, and the pole."""
    canvas, slab, scale = sheet.canvas, sheet.slab, sheet.scale
    stem, told = slab.footing.get("stem"), []
    foot = sheet.top
    if stem:
        half, foot = stem["width_ft"] * scale / 2, sheet.top - stem["height_ft"] * scale
        canvas.rect(MIDDLE - half, foot, 2 * half, sheet.top - foot, "concrete")
        wide, long = stem["width_ft"], stem["length_ft"] or stem["width_ft"]
        sides = f"{feet_inches(wide)} × {feet_inches(long)}"
        sides = f"Ø {feet_inches(wide)}" if stem["shape"] == "round" else sides
        told.append(Callout(MIDDLE + half - 3, (2 * foot + sheet.top) / 3, f"stem {sides}"))
        told += slab_dowels.beside(canvas, slab, (MIDDLE, sheet.top), scale / 12)
    if plate := slab.base.get("plate"):
        wide, thick = plate["width_in"] / 24 * scale, max(plate["thickness_in"] / 12 * scale, 1.5)
        canvas.rect(MIDDLE - wide, foot - thick, 2 * wide, thick, "flange")
        foot -= thick
    half = stub(canvas, slab.pole, MIDDLE, (TOP - 36, foot), scale / 12)
    told.append(Callout(MIDDLE + half / 2, TOP - 26, slab.pole.words))
    return told


def _level(sheet: _Sheet, mat: Mat, layers: float) -> float:
    """Place of a layer of a mat; half a bar is the outer one."""
    deep = layers * mat.along["size"] / 8
    if mat.name == "bottom":
        return float(sheet.bottom - (sheet.slab.cover + deep) / 12 * sheet.scale)
    return float(sheet.top + (sheet.slab.top_cover + deep) / 12 * sheet.scale)


def _mat_along(sheet: _Sheet, mat: Mat) -> list[Callout]:
    """A bar along the section, and those that cross it."""
    canvas, slab = sheet.canvas, sheet.slab
    end = sheet.half - slab.cover / 12 * sheet.scale
    y = _level(sheet, mat, 0.5)
    canvas.line(MIDDLE - end, y, MIDDLE + end, y, "bar")
    radius = max(mat.across["size"] / 192 * sheet.scale, 0.8)
    cross = _level(sheet, mat, 1.5)
    for x in evenly(mat.across["count"], end - radius):
        canvas.dot(MIDDLE + x, cross, radius, "bar end")
    cover = slab.cover if mat.name == "bottom" else slab.top_cover
    edge = sheet.bottom if mat.name == "bottom" else sheet.top
    return [
        Callout(MIDDLE + end, y, mat.words),
        Callout(MIDDLE + 0.9 * end, (edge + y) / 2, f"clear cover {inches(cover)}"),
    ]
