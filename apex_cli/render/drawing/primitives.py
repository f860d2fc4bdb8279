"""What a drawing is made of: strokes on a sheet, x to the right, y downwards, in points."""

from typing import NamedTuple

from apex_cli.render.drawing.styles import INK

TICK = 2.5
"""How far the ticks of a dimension reach."""


class Line(NamedTuple):
    """A straight stroke."""

    x1: float
    y1: float
    x2: float
    y2: float
    style: str


class Rect(NamedTuple):
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    style: str


class Path(NamedTuple):
    """A polyline, open or closed."""

    points: tuple[tuple[float, float], ...]
    style: str
    closed: bool


class Dot(NamedTuple):
    """A circle about its middle."""

    x: float
    y: float
    radius: float
    style: str


class Words(NamedTuple):
    """Words with their baseline at y; turned: read from below."""

    x: float
    y: float
    words: str
    anchor: str
    size: float = 9
    color: str = INK
    bold: bool = False
    turned: bool = False


class Dimension(NamedTuple):
    """A level dimension, its words above or after it, or an upright one, its words left of it."""

    start: tuple[float, float]
    end: tuple[float, float]
    words: str
    after: bool = False

    @property
    def level(self) -> bool:
        """Whether it lies level."""
        return self.start[1] == self.end[1]

    @property
    def parts(self) -> tuple[Line | Words, ...]:
        """Its line, its ticks, and its words."""
        (x1, y1), (x2, y2) = self.start, self.end
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        ticks = [
            Line(a - TICK, b + TICK, a + TICK, b - TICK, "outline")
            for a, b in (self.start, self.end)
        ]
        if self.after:
            words = Words(x2 + 5, y + 3, self.words, "start")
        else:
            x, y = (x, y - 3) if self.level else (x - 3.5, y)
            words = Words(x, y, self.words, "middle", turned=not self.level)
        return Line(x1, y1, x2, y2, "thin"), *ticks, words


Stroke = Line | Rect | Path | Dot | Words | Dimension
