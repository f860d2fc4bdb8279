"""The pole to scale with its stages, and beside it how far it is used along its height."""

from itertools import pairwise
from typing import NamedTuple

from apex_cli.render.drawing.canvas import Canvas, Drawing, cut, room, within
from apex_cli.render.drawing.plots import ticks
from apex_cli.render.drawing.styles import ACCENT, ALARM, INK, MUTED
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

WIDTH, TOP, BOTTOM = 460.0, 26.0, 40.0
AXIS = 48.0
"""Where the heights stand."""
POLE, POLE_ROOM = 84.0, 56.0
"""The middle of the pole, and how wide it may be."""
LEFT, RIGHT = 216.0, 318.0
"""The sides of the plot."""
TALLEST, LINE, SMALL = 330.0, 10.0, 8.0
MOST_RATIO = 2.0
"""A ratio beyond this leaves the plot, and is told in words."""
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
                (stage["section"], f"{number(stage['bottom_ft'])} to {number(stage['top_ft'])} ft"),
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
    canvas.line(AXIS, sheet.grade, LEFT - 20, sheet.grade, "grade")
    for step in range(int((LEFT - 20 - AXIS) / 9)):
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
    edge = POLE + POLE_ROOM / 2 + 4
    told = []
    for n, piece in enumerate(sheet.pieces):
        seen = max([piece.bottom, *(one.top for one in sheet.pieces[:n])])
        told.append((sheet.y((seen + piece.top) / 2), *piece.words, INK))
    for below, above in pairwise(sheet.pieces):
        lap = below.top - above.bottom
        if lap * sheet.scale > LAPPED:
            middle = sheet.y(above.bottom + lap / 2)
            told.append((middle, f"lap {number(round(lap, 3))} ft", "", MUTED))
    if sheet.opening is not None:
        size = " × ".join(number(sheet.opening[key]) for key in ("width_in", "height_in"))
        told.append((sheet.y(sheet.opening["height_ft"]), f"opening {size} in", "", MUTED))
    told.sort(key=lambda one: one[0])
    tall = 2 * LINE if len(told) * 2 * LINE < sheet.grade - TOP else LINE
    places = within([one[0] for one in told], tall, TOP, sheet.grade - tall / 2)
    space = LEFT - 24 - edge
    for (y, name, ends, color), place in zip(told, places, strict=True):
        sheet.canvas.line(POLE, y, edge - 3, place, "thin")
        sheet.canvas.dot(POLE, y, 1.2, "tip")
        sheet.canvas.text(edge, place + 3, cut(name, space, 8.5), size=8.5, color=color)
        if ends and tall > LINE:
            words = cut(ends, space, SMALL)
            sheet.canvas.text(edge, place + 3 + LINE, words, size=SMALL, color=MUTED)


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
    rows = sorted(support["places"], key=lambda row: (-row["height_ft"], row["ratio"]))
    wished = [sheet.y(row["height_ft"]) for row in rows]
    edge = RIGHT + 10
    for row, y, place in zip(
        rows, wished, within(wished, LINE, TOP, sheet.grade + 8 - LINE / 2), strict=True
    ):
        x = sheet.x(row["ratio"])
        fails = row["ratio"] > 1
        sheet.canvas.line(x, y, edge - 2, place, "thin")
        sheet.canvas.dot(x, y, 2.8, "bad" if fails else "mark")
        ratio = number(row["ratio"])
        color = ALARM if fails else ACCENT
        sheet.canvas.text(edge, place + 3, ratio, size=8.5, color=color, bold=fails)
        start = edge + room(ratio, 8.5) + 4
        words = cut(row["name"], WIDTH - start - 2, SMALL)
        sheet.canvas.text(start, place + 3, words, size=SMALL, color=MUTED)
