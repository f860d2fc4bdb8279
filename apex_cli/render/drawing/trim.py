"""A drawing without the empty paper at its sides."""

from collections.abc import Iterator

from apex_cli.render.drawing.boxes import words_box
from apex_cli.render.drawing.canvas import Drawing, svg_of
from apex_cli.render.drawing.primitives import Dimension, Dot, Line, Path, Rect, Stroke, Words

MARGIN = 4.0


def trimmed(drawing: Drawing) -> tuple[str, float]:
    """The drawing as SVG that begins and ends where its strokes do, and how wide it is, in points.

    >>> from apex_cli.render.drawing.canvas import Canvas
    >>> canvas = Canvas(100, 20)
    >>> canvas.line(40, 10, 60, 10)
    >>> trimmed(canvas.drawing("", ""))[1]
    28.0
    """
    ends = [x for stroke in drawing.strokes for x in _reach(stroke)]
    wide, high = drawing.size
    sides = max(min(ends) - MARGIN, 0.0), min(max(ends) + MARGIN, wide)
    svg = svg_of(drawing.strokes, sides, high, drawing.description)
    return svg, round(sides[1] - sides[0], 2)


def _reach(stroke: Stroke) -> Iterator[float]:
    """Where a stroke begins and where it ends, from left to right."""
    match stroke:
        case Line(x1, _, x2, _, _):
            yield from (x1, x2)
        case Rect(x, _, width, _, _):
            yield from (x, x + width)
        case Path(points, _, _):
            yield from (x for x, _ in points)
        case Dot(x, _, radius, _):
            yield from (x - radius, x + radius)
        case Dimension():
            for part in stroke.parts:
                yield from _reach(part)
        case Words():
            box = words_box(stroke)
            yield from (box.x, box.x + box.width)
