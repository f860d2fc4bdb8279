"""A pier to scale, cut across its axis: bars in their tie, and the rods or the pole."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin, sqrt
from typing import NamedTuple

from apex_cli.render.drawing.built import (
    Cage,
    Point,
    bars_words,
    concrete_words,
    rod_places,
    row_of,
    step_of,
)
from apex_cli.render.drawing.callouts import LINE, Callout, callouts, told_of
from apex_cli.render.drawing.canvas import Canvas, Drawing
from apex_cli.render.drawing.pier_built import Pier
from apex_cli.render.drawing.strokes import ring
from apex_cli.render.lengths import feet_inches, inches, size
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

WIDTH, EDGE = 344.0, 180.0
"""The sheet, and where the words begin."""
MIDDLE, TOP, ACROSS = 82.0, 14.0, 140.0
"""The middle of the pier on the sheet, its top, and its width."""


class _Sheet(NamedTuple):
    canvas: Canvas
    pier: Pier

    @property
    def scale(self) -> float:
        """Points to an inch."""
        return float(ACROSS / 12 / self.pier.footing["width_ft"])

    @property
    def round(self) -> bool:
        """Whether the pier is round."""
        return bool(self.pier.footing["shape"] == "round")

    def at(self, x: float, y: float) -> Point:
        """Place of a point about the pier's axis, in."""
        return MIDDLE + x * self.scale, TOP + ACROSS / 2 - y * self.scale

    def outline(self, half: float, style: str) -> None:
        """A circle or a square about the axis, by half its width, in."""
        if self.round:
            self.canvas.dot(*self.at(0, 0), half * self.scale, style)
        else:
            side = 2 * half * self.scale
            self.canvas.rect(*self.at(-half, half), side, side, style)

    def on(self, half: float, turn: float) -> Point:
        """A point on such an outline, this far below the right end of the level axis."""
        if self.round:
            return self.at(half * cos(turn), -half * sin(turn))
        return self.at(half, -half * turn)


def across(pier: Pier, steps: Sequence[JsonObject]) -> Drawing:
    """The pier, cut across its axis below its top.

    Args:
        pier: The pier.
        steps: Every step.
    """
    sheet = _Sheet(Canvas(WIDTH, TOP + ACROSS + 32, ACROSS / 12 / pier.footing["width_ft"]), pier)
    canvas, half = sheet.canvas, 6 * pier.footing["width_ft"]
    sheet.outline(half, "concrete")
    x, y = sheet.at(0, 0)
    canvas.line(x - ACROSS / 2 - 6, y, x + ACROSS / 2 + 6, y, "axis")
    canvas.line(x, TOP - 6, x, TOP + ACROSS + 6, "axis")
    told = [*_pole(sheet), *_rods(sheet), *_cage(sheet, steps)]
    told.append(Callout(*sheet.on(0.97 * half, pi / 4), concrete_words(pier.steel)))
    callouts(canvas, told, EDGE, (LINE, canvas.height - LINE), right=WIDTH - 2)
    words = f"{'Ø ' if sheet.round else ''}{feet_inches(pier.footing['width_ft'])}"
    canvas.across(x - ACROSS / 2, x + ACROSS / 2, TOP + ACROSS + 24, words)
    return canvas.drawing("Pier, cut across, to scale", told_of("Pier, cut across", told))


def _pole(sheet: _Sheet) -> Iterator[Callout]:
    """The pole that stands in the concrete."""
    pole = sheet.pier.pole
    if sheet.pier.embedded is None:
        return
    ring(sheet.canvas, pole, sheet.at(0, 0), sheet.scale, "steel")
    ring(sheet.canvas, pole, sheet.at(0, 0), sheet.scale, "concrete", inset=pole.wall)
    out = pole.reach - pole.wall / 2
    up = 0.0 if pole.shape == "square diagonal" else pole.depth / 5  # past the bar on the axis
    x = sqrt(out**2 - up**2) if pole.shape == "round" else out
    yield Callout(*sheet.at(x, up), pole.words)


def _rods(sheet: _Sheet) -> Iterator[Callout]:
    rods = sheet.pier.base.get("rods")
    if not rods:
        return
    places = rod_places(rods, sheet.pier.base.get("plate"))
    sheet.canvas.dot(*sheet.at(0, 0), rods["circle_in"] / 2 * sheet.scale, "dashed")
    for place in places:
        radius = max(rods["diameter_in"] / 2 * sheet.scale, 1.0)
        sheet.canvas.dot(*sheet.at(*place), radius, "rod")
    place = max(places, key=lambda one: (round(one[0] + one[1] / 4, 6), one[0]))
    words = f"{rods['count']} rods Ø {inches(rods['diameter_in'])} on Ø {size(rods['circle_in'])}"
    yield Callout(*sheet.at(*place), words)


def _cage(sheet: _Sheet, steps: Sequence[JsonObject]) -> Iterator[Callout]:
    """Bars in their tie, and the cover."""
    cage, found = sheet.pier.cage, sheet.pier.found
    row, tie = row_of(found, "vertical"), row_of(found, "tie")
    if cage is None or row is None:
        return
    half = 6 * sheet.pier.footing["width_ft"]
    out = half - cage.cover
    if tie:
        sheet.outline(out, "tie")
        sheet.outline(out - cage.tie, "tie")
        yield Callout(*sheet.on(out - cage.tie / 2, pi / 16), f"ties {bars_words(tie)}")
    yield _bars(sheet, cage, row, step_of(steps, "s_b", "pier"))
    yield Callout(*sheet.on(half - cage.cover / 2, pi / 7), f"clear cover {inches(cage.cover)}")


def _bars(sheet: _Sheet, cage: Cage, row: JsonObject, apart: float | None) -> Callout:
    for place in cage.places:
        radius = max(cage.bar / 2 * sheet.scale, 0.8)
        sheet.canvas.dot(*sheet.at(*place), radius, "bar end")
    place = max(cage.places, key=lambda one: (round(one[0] + one[1], 6), one[0]))
    words = f"{bars_words(row)} bars"
    words += "" if apart is None else f", {number(round(apart, 2))} in centre to centre"
    return Callout(*sheet.at(*place), words)
