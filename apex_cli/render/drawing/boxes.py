"""The room that strokes take on a sheet, so that words find where nothing stands."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from apex_cli.render.drawing.canvas import room
from apex_cli.render.drawing.primitives import Dimension, Dot, Line, Path, Rect, Stroke, Words

PIECE = 4.0
"""A slanting stroke is taken as boxes that are no longer, in points."""
OPEN = frozenset({"outline", "face", "dashed", "zone", "grid"})
"""Rectangles within which words may stand, but not across their edges."""
BEHIND = frozenset({"wall", "hatch", "paper", "soil", "ground"})
"""What words may stand on."""


class Box(NamedTuple):
    """A rectangle by its upper left corner, in points."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether they have a point in common."""
        return (
            self.x <= other.x + other.width
            and other.x <= self.x + self.width
            and self.y <= other.y + other.height
            and other.y <= self.y + self.height
        )


def words_box(words: Words) -> Box:
    """The room that words take, capitals and descenders included.

    >>> words_box(Words(10, 20, "pole", "middle", 10.0))
    Box(x=0.0, y=12.0, width=20.0, height=10.0)
    """
    long = room(words.words, words.size)
    before = long * {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
    if words.turned:
        return Box(words.x - 0.8 * words.size, words.y - long + before, words.size, long)
    return Box(words.x - before, words.y - 0.8 * words.size, long, words.size)


def boxes(strokes: Iterable[Stroke]) -> Iterator[Box]:
    """What words must not stand on."""
    for stroke in strokes:
        match stroke:
            case Words():
                yield words_box(stroke)
            case Dimension():
                yield from boxes(stroke.parts)
            case Dot(x, y, radius, _):
                yield Box(x - radius, y - radius, 2 * radius, 2 * radius)
            case Rect():
                yield from _rect(stroke)
            case Line(x1, y1, x2, y2, style) if style not in BEHIND:
                yield from _along((x1, y1), (x2, y2))
            case Path(points, style, _) if style not in BEHIND:
                for start, end in pairwise(points):
                    yield from _along(start, end)


def first_free(choices: Iterable[Sequence[Words]], taken: Sequence[Box]) -> Sequence[Words] | None:
    """The first of the ways to write something in which no line of it stands on anything."""
    for lines in choices:
        written = [words_box(one) for one in lines]
        if not any(box.meets(other) for box in written for other in taken):
            return lines
    return None


def _rect(rect: Rect) -> Iterator[Box]:
    """All of a rectangle, or only its edges; nothing of one that words may stand on."""
    x, y, width, height, style = rect
    if style in OPEN:
        yield from (Box(at, y, 0.0, height) for at in (x, x + width))
        yield from (Box(x, at, width, 0.0) for at in (y, y + height))
    elif style not in BEHIND:
        yield Box(x, y, width, height)


def _along(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Box]:
    """A straight stroke: one box if it is level or upright, else as many as its length asks for."""
    (x, y), wide, tall = start, end[0] - start[0], end[1] - start[1]
    count = ceil(min(abs(wide), abs(tall)) / PIECE) or 1
    for k in range(count):
        x1, x2 = sorted((x + wide * k / count, x + wide * (k + 1) / count))
        y1, y2 = sorted((y + tall * k / count, y + tall * (k + 1) / count))
        yield Box(x1, y1, x2 - x1, y2 - y1)
