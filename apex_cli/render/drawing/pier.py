"""A pier with its cage to scale: along its axis in the ground, and across it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from apex_cli.render.drawing.built import (
    bars_words,
    concrete_words,
    gap_in,
    rod_places,
    row_of,
    step_of,
    tie_places,
)
from apex_cli.render.drawing.callouts import LINE, Callout, callouts, told_of
from apex_cli.render.drawing.canvas import Canvas, Drawing
from apex_cli.render.drawing.dimensions import tidy
from apex_cli.render.drawing.levels import levels
from apex_cli.render.drawing.pier_built import Pier
from apex_cli.render.drawing.strokes import rods_words, stub
from apex_cli.render.drawing.styles import ACCENT, MUTED
from apex_cli.render.lengths import feet_inches, inches, length, size
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

WIDTH, TOP, BOTTOM, EDGE = 344.0, 58.0, 36.0, 186.0
"""The sheet, the top of the concrete, and where the words begin."""
ABOVE = 34.0
"""Room for plate and rods above the concrete."""
MIDDLE, WIDEST, TALLEST = 108.0, 104.0, 260.0


class _Sheet(NamedTuple):
    canvas: Canvas
    pier: Pier
    scale: float
    """Points to an inch."""

    @property
    def half(self) -> float:
        """Half the pier's width on the sheet."""
        return float(6 * self.pier.footing["width_ft"] * self.scale)

    @property
    def bottom(self) -> float:
        """The pier's bottom on the sheet."""
        return TOP + 12 * self.pier.height * self.scale


def along(pier: Pier, embedded: JsonObject | None, steps: Sequence[JsonObject]) -> Drawing:
    """The pier in the ground, cut along its axis.

    Args:
        pier: The pier.
        embedded: What was found for an embedded pole.
        steps: Every step.
    """
    plate = pier.base.get("plate") or {}
    wide = max(12 * pier.footing["width_ft"], plate.get("width_in", 0.0), 2 * pier.pole.reach)
    scale = min(WIDEST / wide, TALLEST / 12 / pier.height)
    if above := _above(pier.base):
        scale = min(scale, ABOVE / above)
    tall = max(12 * pier.height * scale, 12 * LINE)
    canvas = Canvas(WIDTH, TOP + tall + BOTTOM, scale)
    sheet = _Sheet(canvas, pier, scale)
    grade = TOP + 12 * pier.reveal * scale
    left, right = MIDDLE - sheet.half, MIDDLE + sheet.half
    canvas.rect(10, grade, EDGE - 20, sheet.bottom - grade + 10, "soil")
    canvas.rect(left, TOP, right - left, sheet.bottom - TOP, "concrete")
    canvas.line(10, grade, left, grade, "grade")
    canvas.line(right, grade, EDGE - 10, grade, "grade")
    told = _stand(sheet, embedded)
    told += _cage_along(sheet)
    told += _rods_along(sheet, steps)
    for words, deep, color in levels(pier.footing, pier.site):
        if deep <= pier.footing["depth_ft"]:
            y = grade + 12 * deep * scale
            canvas.line(right + 2, y, EDGE - 16, y, "frost" if color == ACCENT else "dashed")
            told.append(Callout(EDGE - 16, y, words, color))
    told.append(Callout(right, grade, "grade", MUTED))
    place = MIDDLE + 0.8 * sheet.half, sheet.bottom - max(2.0, 0.04 * (sheet.bottom - TOP))
    told.append(Callout(*place, concrete_words(pier.steel)))
    callouts(canvas, told, EDGE, (LINE, canvas.height - LINE), right=WIDTH - 2)
    _sizes(sheet, grade)
    return canvas.drawing(
        "Pier, cut along its axis, to scale", told_of("Pier, cut along its axis", told)
    )


def _above(base: JsonObject) -> float:
    """How far the rods reach above the concrete, through the plate and its nuts, in."""
    thick = (base.get("plate") or {}).get("thickness_in", 0.0)
    return float(gap_in(base) + thick + 1.6 * (base.get("rods") or {}).get("diameter_in", 0.0))


def _stand(sheet: _Sheet, embedded: JsonObject | None) -> list[Callout]:
    """The pole, on its plate or in the concrete."""
    canvas, pier, scale = sheet.canvas, sheet.pier, sheet.scale
    plate = pier.base.get("plate")
    foot = TOP
    if pier.embedded is not None:
        foot = TOP + 12 * pier.embedded * scale
    elif plate:
        gap = gap_in(pier.base) * scale
        thick = max(plate["thickness_in"] * scale, 1.0)
        wide = plate["width_in"] / 2 * scale
        foot = TOP - gap - thick
        canvas.rect(MIDDLE - wide, foot, 2 * wide, thick, "flange")
    half = stub(canvas, pier.pole, MIDDLE, (TOP - 36, foot), scale)
    told = [Callout(MIDDLE + half / 2, TOP - 26, pier.pole.words)]
    if pier.embedded is not None:
        needed = "" if not embedded else f" (needs {number(embedded['required_depth_ft'])} ft)"
        words = f"pole {length(pier.embedded)} into the concrete{needed}"
        told.append(Callout(MIDDLE + half / 2, foot - 3, words))
    return told


def _cage_along(sheet: _Sheet) -> list[Callout]:
    """Bars and ties from the side."""
    pier, cage, scale = sheet.pier, sheet.pier.cage, sheet.scale
    if cage is None:
        return []
    canvas, row = sheet.canvas, row_of(pier.found, "vertical")
    assert row is not None
    head = TOP + cage.cover * scale
    foot = head + 12 * row["length_ft"] * scale
    out = max(abs(x) for x, _ in cage.places) + (cage.bar + cage.tie) / 2
    ties = [head + y * scale for y in tie_places(pier.found, pier.steel)]
    for y in ties:
        canvas.line(MIDDLE - out * scale, y, MIDDLE + out * scale, y, "tie")
    for x in sorted({round(x, 3) for x, _ in cage.places}):
        canvas.line(MIDDLE + x * scale, head, MIDDLE + x * scale, foot, "bar")
    side = MIDDLE + max(x for x, _ in cage.places) * scale
    words = f"{bars_words(row)} bars, {length(row['length_ft'])}"
    told = [Callout(side, _free(ties, 0.55 * (head + foot)), words)]
    told.append(Callout(MIDDLE + sheet.half - cage.cover / 2 * scale, 0.3 * head + 0.7 * foot,
                        f"cover {inches(cage.cover)}"))  # fmt: skip
    if developed := pier.found.get("development_in"):
        words = f"development of the bars {number(developed)} in"
        told.append(Callout(side, _free(ties, 0.4 * head + 0.6 * foot), words))
    if tie := row_of(pier.found, "tie"):
        middle = ties[len(ties) // 2]
        told.append(Callout(MIDDLE + out * scale, middle, f"ties {bars_words(tie)}"))
        if many := pier.steel.get("top_ties"):
            words = f'{many} ties in the top 5"'
            told.append(Callout(MIDDLE + out * scale, ties[0], words))
    return told


def _free(ties: list[float], wished: float) -> float:
    """Half way between the two ties about a height; the height where there are none."""
    pairs = [pair for pair in pairwise(ties) if pair[0] <= wished <= pair[1]]
    return sum(pairs[0]) / 2 if pairs else wished


def _rods_along(sheet: _Sheet, steps: Sequence[JsonObject]) -> list[Callout]:
    """The rods in the concrete, their embedment, and the length beside the bars."""
    canvas, pier, scale = sheet.canvas, sheet.pier, sheet.scale
    rods = pier.base.get("rods")
    if not rods:
        return []
    deep, across = rods["embedment_in"] * scale, rods["diameter_in"]
    up = _above(pier.base) * scale
    flat = max(1.5 * across * scale, 3.0)
    places = sorted({round(x, 3) for x, _ in rod_places(rods, pier.base.get("plate"))})
    for x in places:
        thick = max(across * scale, 1.2)
        canvas.rect(MIDDLE + x * scale - thick / 2, TOP - up, thick, up + deep, "rod")
        canvas.rect(
            MIDDLE + x * scale - flat / 2, TOP + deep, flat, max(across * scale, 1.5), "nut"
        )
    x = MIDDLE + places[-1] * scale
    told = [Callout(x, TOP + 0.8 * deep, rods_words(rods))]
    x = MIDDLE - sheet.half - 11
    canvas.line(MIDDLE + places[0] * scale - flat, TOP + deep, x - 4, TOP + deep, "grid")
    canvas.upright(TOP + deep, TOP, x, f"rods {size(rods['embedment_in'])}")
    if pier.cage is not None and rods["embedment_in"] > pier.cage.cover:
        beside = size(tidy(rods["embedment_in"] - pier.cage.cover))
        above = step_of(steps, "l_a", "rods in concrete")
        words = f"rods and bars overlap {beside}"
        told.append(Callout(MIDDLE + places[-1] * scale, TOP + 0.55 * deep, words))
        if above is not None:
            words = f"bars above the rods' cone {number(round(above, 2))} in"
            told.append(Callout(MIDDLE + places[-1] * scale, TOP + 0.7 * deep, words))
    return told


def _sizes(sheet: _Sheet, grade: float) -> None:
    """Width, depth, and what stands out of the ground."""
    canvas, pier = sheet.canvas, sheet.pier
    left, right = MIDDLE - sheet.half, MIDDLE + sheet.half
    what = "Ø " if pier.footing["shape"] == "round" else ""
    wide = feet_inches(pier.footing["width_ft"])
    canvas.across(left, right, sheet.bottom + 24, f"{what}{wide}")
    x = left - 30
    canvas.line(left - 3, sheet.bottom, x - 4, sheet.bottom, "grid")
    canvas.upright(sheet.bottom, grade, x, feet_inches(pier.footing["depth_ft"]))
    if pier.reveal:
        canvas.text(x - 6, (grade + TOP) / 2 + 3, feet_inches(pier.reveal), anchor="end", size=8.5)
