"""A sheet to draw on: SVG in plain strings, the same for the same strokes."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from apex_cli.render.drawing.primitives import (
    Dimension,
    Dot,
    Line,
    Path,
    Rect,
    Stroke,
    Words,
)
from apex_cli.render.drawing.styles import INK, STYLES
from apex_cli.render.text import printable

FONT = "Libertinus Serif, Georgia, Times New Roman, Liberation Serif, serif"


class Drawing(NamedTuple):
    """A finished drawing with its words for those who cannot see it.

    Args:
        svg: The sheet.
        title: What it shows.
        description: The words.
        strokes: What the sheet is made of, in points.
        size: Width and height of the sheet, in points.
        inch: Points to an inch of what is drawn; 0 where it is not to scale.
    """

    svg: str
    title: str
    description: str
    strokes: tuple[Stroke, ...] = ()
    size: tuple[float, float] = (0.0, 0.0)
    inch: float = 0.0


class Canvas:
    """Collects strokes; x to the right, y downwards, in points.

    Args:
        width: Width of the sheet.
        height: Height of the sheet.
        inch: Points to an inch of what is drawn; 0 where it is not to scale.
    """

    def __init__(self, width: float, height: float, inch: float = 0.0) -> None:
        self.width, self.height, self.inch = width, height, inch
        self.strokes: list[Stroke] = []

    def line(self, x1: float, y1: float, x2: float, y2: float, style: str = "thin") -> None:
        """A straight stroke."""
        self.strokes.append(Line(x1, y1, x2, y2, style))

    def rect(self, x: float, y: float, width: float, height: float, style: str = "outline") -> None:
        """A rectangle by its upper left corner."""
        self.strokes.append(Rect(x, y, width, height, style))

    def path(self, points: list[tuple[float, float]], style: str = "curve") -> None:
        """A polyline."""
        self.strokes.append(Path(tuple(points), style, closed=False))

    def polygon(self, points: list[tuple[float, float]], style: str) -> None:
        """A closed polyline."""
        self.strokes.append(Path(tuple(points), style, closed=True))

    def dot(self, x: float, y: float, radius: float = 3, style: str = "mark") -> None:
        """A point to look at."""
        self.strokes.append(Dot(x, y, radius, style))

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        anchor: str = "start",
        size: float = 9,
        color: str = INK,
        bold: bool = False,
        turned: bool = False,
    ) -> None:
        """Words with their baseline at y; turned: read from below."""
        self.strokes.append(Words(x, y, words, anchor, size, color, bold, turned))

    def arrow(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A level or upright stroke with a head at its end."""
        self.line(x1, y1, x2, y2, "arrow")
        length = max(abs(x2 - x1), abs(y2 - y1), 1e-9)
        ux, uy = (x2 - x1) / length, (y2 - y1) / length
        head = [
            (x2, y2),
            (x2 - 5 * ux - 2 * uy, y2 - 5 * uy - 2 * ux),
            (x2 - 5 * ux + 2 * uy, y2 - 5 * uy + 2 * ux),
        ]
        self.polygon(head, "mark")

    def across(self, x1: float, x2: float, y: float, words: str) -> None:
        """A level dimension with ticks; the words stand above it."""
        self.strokes.append(Dimension((x1, y), (x2, y), words))

    def narrow(self, x1: float, x2: float, y: float, words: str) -> None:
        """A level dimension; words that are wider than it stand after it, not above."""
        self.strokes.append(Dimension((x1, y), (x2, y), words, room(words) > x2 - x1))

    def upright(self, y1: float, y2: float, x: float, words: str) -> None:
        """An upright dimension with ticks; the words stand left of it."""
        self.strokes.append(Dimension((x, y1), (x, y2), words))

    def drawing(self, title: str, description: str) -> Drawing:
        """The finished sheet."""
        sheet = self.width, self.height
        svg = svg_of(self.strokes, (0.0, self.width), self.height, description)
        return Drawing(svg, title, description, tuple(self.strokes), sheet, self.inch)


def svg_of(
    strokes: Iterable[Stroke], sides: tuple[float, float], height: float, description: str
) -> str:
    """Strokes as SVG, between these sides of their sheet."""
    left, right = sides
    wide, tall = _n(right - left), _n(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}" '
        f'viewBox="{_n(left)} 0 {wide} {tall}" font-family="{FONT}" role="img" '
        f'aria-label="{escaped(description)}">{"".join(map(_svg, strokes))}</svg>'
    )


def _svg(stroke: Stroke) -> str:
    """A stroke as it stands in SVG."""
    match stroke:
        case Line(x1, y1, x2, y2, style):
            places = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
            return f"<line {places} {STYLES[style]}/>"
        case Rect(x, y, width, height, style):
            size = f'width="{_n(max(width, 0.4))}" height="{_n(max(height, 0.4))}"'
            return f'<rect x="{_n(x)}" y="{_n(y)}" {size} {STYLES[style]}/>'
        case Path(points, style, closed):
            places = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
            tag = "polygon" if closed else "polyline"
            return f'<{tag} points="{places}" {STYLES[style]}/>'
        case Dot(x, y, radius, style):
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" {STYLES[style]}/>'
        case Dimension():
            return "".join(map(_svg, stroke.parts))
        case Words(x, y, words, anchor, font, color, bold, turned):
            place = f'x="{_n(x)}" y="{_n(y)}"'
            if turned:
                place += f' transform="rotate(-90 {_n(x)} {_n(y)})"'
            look = f'font-size="{_n(font)}" text-anchor="{anchor}" fill="{color}"'
            look += ' font-weight="bold"' if bold else ""
            return f"<text {place} {look}>{escaped(words)}</text>"


def _n(value: float) -> str:
    """A coordinate to a hundredth of a point."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escaped(words: str) -> str:
    """Text as XML, with nothing in it that XML forbids.

    >>> escaped("<a & b>")
    '&lt;a &amp; b&gt;'
    """
    text = printable(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def room(words: str, size: float = 9) -> float:
    """About how wide these words are, in points."""
    return 0.5 * size * len(words)


_GAPS = re.compile(r" (?!\d+/\d)")
"""Where a line may end: not before the sixteenths of a length."""


def wrapped(words: str, width: float, size: float = 9) -> list[str]:
    """The words on as many lines as they need in this width; a long word is broken.

    >>> wrapped("ties 10 #4 at 12 inches", 60)
    ['ties 10 #4 at', '12 inches']
    """
    most = max(int(width / (0.5 * size)), 1)
    lines = [""]
    for word in _GAPS.split(words):
        rest = word
        if lines[-1] and len(lines[-1]) + 1 + len(rest) <= most:
            lines[-1] += f" {rest}"
            continue
        while rest:
            lines.append(rest[:most])
            rest = rest[most:]
    return lines[1:] or [""]


def cut(words: str, width: float, size: float = 9) -> str:
    """The words, or as many as fit in this width; empty if not even a few do.

    >>> cut("a rather long name", 40)
    'a rathe…'
    """
    if room(words, size) <= width:
        return words
    fit = int(width / (0.5 * size)) - 1
    return words[:fit] + "…" if fit > 2 else ""  # noqa: PLR2004 - a letter or two tell nothing


def spread(places: list[float], gap: float) -> list[float]:
    """Ascending places moved as little as needed to stand at least `gap` apart.

    >>> spread([0, 1, 30], 10)
    [-4.5, 5.5, 30.0]
    """
    groups: list[list[float]] = []  # wished centre, count
    for place in places:
        groups.append([place, 1.0])
        while (
            len(groups) > 1
            and groups[-1][0] - groups[-2][0] < gap * (groups[-1][1] + groups[-2][1]) / 2
        ):
            last, before = groups.pop(), groups.pop()
            count = last[1] + before[1]
            groups.append([(last[0] * last[1] + before[0] * before[1]) / count, count])
    return [
        centre + gap * (i - (count - 1) / 2) for centre, count in groups for i in range(int(count))
    ]


def within(places: list[float], gap: float, floor: float, end: float) -> list[float]:
    """The places apart from one another, none beyond the end nor, where there is room, the floor.

    >>> within([0, 1, 30], 10, 0, 25)
    [0, 10, 25]
    """
    found, limit = spread(places, gap), end
    for n in reversed(range(len(found))):
        found[n] = min(found[n], limit)
        limit = found[n] - gap
    for n, place in enumerate(found):
        found[n] = max(place, floor)
        floor = found[n] + gap
    return found
