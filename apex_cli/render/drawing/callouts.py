"""Words beside a drawing, each with a line to what it tells of, none over another."""

from typing import NamedTuple

from apex_cli.render.drawing.canvas import Canvas, cut, room, within
from apex_cli.render.drawing.styles import INK

LINE, SIZE = 11.5, 8.5


class Callout(NamedTuple):
    """Words, and the place on the sheet that they tell of."""

    x: float
    y: float
    words: str
    color: str = INK


def callouts(
    canvas: Canvas, told: list[Callout], edge: float, ends: tuple[float, float], *, right: float
) -> None:
    """Write them in a column.

    Args:
        canvas: The sheet.
        told: What is told; from top to bottom they stand as the places do.
        edge: Where the words begin.
        ends: The highest and the lowest line.
        right: Where the words end.
    """
    order = sorted(told, key=lambda one: (one.y, -one.x))
    places = within([one.y for one in order], LINE, *ends)
    for one, place in zip(order, places, strict=True):
        canvas.path([(one.x, one.y), (edge - 9, place), (edge - 3, place)], "thin")
        canvas.dot(one.x, one.y, 1.3, "tip")
        size = SIZE if room(one.words, SIZE) <= right - edge else SIZE - 1
        words = cut(one.words, right - edge, size)
        canvas.text(edge, place + 3, words, size=size, color=one.color)


def told_of(what: str, told: list[Callout]) -> str:
    """The words, for those who cannot see the drawing."""
    return f"{what}: {'; '.join(one.words for one in told)}."
