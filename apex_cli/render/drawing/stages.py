"""The pole to scale with its stages, and beside it how far it is used along its height."""

from itertools import pairwise
from typing import NamedTuple

from apex_cli.render.drawing.callouts import LINE, Callout, callouts
from apex_cli.render.drawing.canvas import Canvas, Drawing
from apex_cli.render.drawing.plots import ticks
from apex_cli.render.drawing.styles import ACCENT, ALARM, MUTED
from apex_cli.render.lengths import feet_inches, inches
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

WIDTH, TOP, BOTTOM = 344.0, 26.0, 40.0
AXIS = 40.0
"""Where the heights stand."""
POLE, POLE_ROOM = 62.0, 36.0
"""The middle of the pole, and how wide it may be."""
LEFT, RIGHT = 168.0, 238.0
"""The sides of the plot."""
TALLEST, SMALL = 280.0, 8.5
MOST_RATIO = 2.0
"""A ratio beyond this leaves the plot, and is told in words."""
ENDS = "bottom_ft", "top_ft"
LAPPED = 4.0
"""A lap lower than this on the sheet is not named."""


class _Piece(NamedTuple):
    """A stage: its ends and width, ft, and its words."""

    bottom: float
    top: float
    width: float
    words: tuple[str, str]


class _Sheet:
    """The scale of pole and plot, and where they stand."""

    def __init__(self, support: JsonObject, inputs: JsonObject) -> None:
        self.pieces = [
            _Piece(
                stage["bottom_ft"], stage["top_ft"], row["width_in"] / 12,
                (stage["section"], " to ".join(feet_inches(stage[key]) for key in ENDS)),
            )
            for stage, row in zip(support["stages"], support["steel"], strict=True)
        ]  # fmt: skip
        self.opening: JsonObject | None = (inputs.get("support") or {}).get("opening")
        self.top = self.pieces[-1].top
        widest = max(piece.width for piece in self.pieces)
        self.scale: float = min(TALLEST / self.top, POLE_ROOM / widest)
        words = max(2 * len(self.pieces) + 1, len(support["places"]))
        self.grade: float = TOP + max(self.top * self.scale, LINE * (words + 1))
        most = max([1.0, *(row["ratio"] for row in (*support["places"], *support["profile"]))])
        self.ratios = ticks(0, min(most * 1.05, MOST_RATIO), 4)
        self.canvas = Canvas(WIDTH, self.grade + BOTTOM)

    def y(self, feet: float) -> float:
        """Place of a height above grade."""
        return self.grade - feet * self.scale

    def x(self, ratio: float) -> float:
        """Place of a ratio; one beyond the plot stands at its end."""
        return LEFT + min(ratio / self.ratios[-1], 1.0) * (RIGHT - LEFT)


def stages(support: JsonObject, inputs: JsonObject) -> Drawing:
    """The pole that asks for most.

    Args:
        support: The result of the support calculation.
        inputs: What was read, for the opening.
    """
    sheet = _Sheet(support, inputs)
    _axis(sheet)
    _pole(sheet)
    _names(sheet)
    _plot(sheet, support)
    _places(sheet, support)
    which = support["pole"] or "The pole"
    told = "; ".join(f"{piece.words[0]}, {piece.words[1]}" for piece in sheet.pieces)
    return sheet.canvas.drawing(
        "Stages of the pole, to scale, and demand over capacity along its height",
        f"{which[:1].upper()}{which[1:]}: {told}. The highest ratio is "
        f"{number(support['ratio'])}: {support['governed_by']}.",
    )


def _axis(sheet: _Sheet) -> None:
    """Heights at the left, with a line across the sheet for each; the ground."""
    canvas = sheet.canvas
    for height in ticks(0, sheet.top, 8):
        if height <= sheet.top:
            y = sheet.y(height)
            canvas.line(AXIS, y, AXIS + 5, y)
            canvas.line(LEFT, y, RIGHT, y, "grid")
            canvas.text(AXIS - 4, y + 3, number(height), anchor="end", size=8.5, color=MUTED)
    canvas.line(AXIS, sheet.y(sheet.top), AXIS, sheet.grade)
    middle = (sheet.y(sheet.top) + sheet.grade) / 2
    canvas.text(16, middle, "height, ft", anchor="middle", turned=True)
    canvas.line(AXIS, sheet.grade, LEFT - 8, sheet.grade, "grade")
    for step in range(int((LEFT - 8 - AXIS) / 9)):
        x = AXIS + 6 + 9 * step
        canvas.line(x, sheet.grade + 0.8, x - 5, sheet.grade + 6)


def _pole(sheet: _Sheet) -> None:
    """The stages, the outer one before the inner one that it holds; splices and opening."""
    canvas = sheet.canvas
    for piece in sorted(sheet.pieces, key=lambda piece: piece.width):
        wide, head = piece.width * sheet.scale, sheet.y(piece.top)
        canvas.rect(POLE - wide / 2, head, wide, sheet.y(piece.bottom) - head, "steel")
    for below, above in pairwise(sheet.pieces):
        head, foot = sheet.y(below.top), sheet.y(above.bottom)
        if foot > head:  # the end of the inner one, within the outer one
            wide = min(below.width, above.width) * sheet.scale
            canvas.rect(POLE - wide / 2, head, wide, foot - head, "dashed")
    if sheet.opening is not None:
        wide = sheet.opening["width_in"] / 12 * sheet.scale
        tall = sheet.opening["height_in"] / 12 * sheet.scale
        canvas.rect(POLE - wide / 2, sheet.y(sheet.opening["height_ft"]) - tall / 2, wide, tall,
                    "hole")  # fmt: skip


def _names(sheet: _Sheet) -> None:
    """What each stage is, what laps, and the opening, right of the pole and none over another."""
    told = []
    for n, piece in enumerate(sheet.pieces):
        seen = max([piece.bottom, *(one.top for one in sheet.pieces[:n])])
        told.append(Callout(POLE, sheet.y((seen + piece.top) / 2), ", ".join(piece.words)))
    for below, above in pairwise(sheet.pieces):
        lap = below.top - above.bottom
        if lap * sheet.scale > LAPPED:
            middle = sheet.y(above.bottom + lap / 2)
            told.append(Callout(POLE, middle, f"lap {feet_inches(lap)}", MUTED))
    if sheet.opening is not None:
        sides = " × ".join(inches(sheet.opening[key]) for key in ("width_in", "height_in"))
        place = sheet.y(sheet.opening["height_ft"])
        told.append(Callout(POLE, place, f"opening {sides}", MUTED))
    edge = POLE + POLE_ROOM / 2 + 4
    callouts(sheet.canvas, told, edge, (TOP, sheet.grade - LINE / 2), right=LEFT - 4)


def _plot(sheet: _Sheet, support: JsonObject) -> None:
    """The frame with the limit at 1, and the curve of what acts together."""
    canvas, top = sheet.canvas, sheet.y(sheet.top)
    for ratio in sheet.ratios:
        x = sheet.x(ratio)
        canvas.line(x, top, x, sheet.grade, "grid")
        canvas.text(x, sheet.grade + 12, number(ratio), anchor="middle", size=8.5, color=MUTED)
    canvas.line(LEFT, top, LEFT, sheet.grade, "outline")
    canvas.line(LEFT, sheet.grade, RIGHT, sheet.grade, "outline")
    canvas.line(sheet.x(1.0), top - 6, sheet.x(1.0), sheet.grade, "limit")
    canvas.text(sheet.x(1.0), top - 9, "limit", anchor="middle", size=SMALL, color=ALARM)
    canvas.text((LEFT + RIGHT) / 2, sheet.grade + 26, "demand over capacity", anchor="middle")
    points = [(sheet.x(row["ratio"]), sheet.y(row["height_ft"])) for row in support["profile"]]
    canvas.path(points)


def _places(sheet: _Sheet, support: JsonObject) -> None:
    """Each place that was held, with its ratio, at the right and none over another."""
    told = []
    for row in sorted(support["places"], key=lambda row: (-row["height_ft"], row["ratio"])):
        x, y, fails = sheet.x(row["ratio"]), sheet.y(row["height_ft"]), row["ratio"] > 1
        words = f"{number(row['ratio'])} {row['name']}"
        told.append(Callout(x, y, words, ALARM if fails else ACCENT))
    ends = TOP, sheet.grade + 8 - LINE / 2
    callouts(sheet.canvas, told, RIGHT + 12, ends, right=WIDTH - 2)
    for one in told:
        sheet.canvas.dot(one.x, one.y, 2.8, "bad" if one.color == ALARM else "mark")
