"""Words beside a drawing, each with a line to what it tells of, none over another, none cut."""

from typing import NamedTuple

from apex_cli.render.drawing.canvas import Canvas, room, within, wrapped
from apex_cli.render.drawing.styles import INK

LINE, SIZE, SMALL = 11.5, 9.0, 8.5


class Callout(NamedTuple):
    """Words, the place on the sheet that they tell of, and the way that leads around others."""

    x: float
    y: float
    words: str
    color: str = INK
    around: tuple[tuple[float, float], ...] = ()

    @property
    def last(self) -> tuple[float, float]:
        """Where the line to the words begins."""
        return self.around[-1] if self.around else (self.x, self.y)


def callouts(
    canvas: Canvas, told: list[Callout], edge: float, ends: tuple[float, float], *, right: float
) -> None:
    """Write them in a column; the sheet grows where it is too low for them.

    Args:
        canvas: The sheet.
        told: What is told; from top to bottom they stand as the places do.
        edge: Where the words begin.
        ends: The highest and the lowest line.
        right: Where the words end.
    """
    order = sorted(told, key=lambda one: (one.last[1], -one.last[0]))
    wide = right - edge
    sizes = [
        SMALL if room(one.words, SMALL) <= wide < room(one.words, SIZE) else SIZE for one in order
    ]
    rows = [wrapped(one.words, wide, size) for one, size in zip(order, sizes, strict=True)]
    wished = [
        one.last[1] + LINE * (k - (len(lines) - 1) / 2)
        for one, lines in zip(order, rows, strict=True)
        for k in range(len(lines))
    ]
    floor, end = ends
    places = iter(within(wished, LINE, floor, max(end, floor + LINE * (len(wished) - 1))))
    canvas.height = max(canvas.height, floor + LINE * len(wished))
    for one, size, lines in zip(order, sizes, rows, strict=True):
        for k, words in enumerate(lines):
            place = next(places)
            if not k:
                canvas.path(
                    [(one.x, one.y), *one.around, (edge - 9, place), (edge - 3, place)], "thin"
                )
                canvas.dot(one.x, one.y, 1.3, "tip")
            canvas.text(edge, place + 3, words, size=size, color=one.color)


def told_of(what: str, told: list[Callout]) -> str:
    """The words, for those who cannot see the drawing."""
    return f"{what}: {'; '.join(one.words for one in told)}."
