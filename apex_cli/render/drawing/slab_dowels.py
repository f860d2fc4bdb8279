"""The dowels from a slab into its stem, from the side and from above."""

from apex_cli.render.drawing.built import Point, bars_words
from apex_cli.render.drawing.callouts import Callout
from apex_cli.render.drawing.canvas import Canvas
from apex_cli.render.drawing.slab_built import Slab, dowels_of
from apex_cli.render.lengths import length, size
from apex_cli.render.text import number

TAIL = 12
"""Length of the tail of a standard hook, in diameters of the bar."""


def beside(canvas: Canvas, slab: Slab, joint: Point, scale: float) -> list[Callout]:
    """The dowels from the side.

    Args:
        canvas: The sheet.
        slab: The slab.
        joint: The middle of the stem where it stands on the slab, on the sheet.
        scale: Points to an inch.
    """
    found = dowels_of(slab)
    if found is None:
        return []
    x0, y0 = joint
    free = max(12 * slab.footing["stem"]["height_ft"] - found.cover, 0.0)
    up = min(found.lap or free, free)
    head, foot = y0 - up * scale, y0 + max(found.embedment, 0.0) * scale
    end = 6 * slab.footing["width_ft"] - slab.cover
    for x in sorted({round(x, 3) for x, _ in found.places}):
        canvas.line(x0 + x * scale, head, x0 + x * scale, foot, "bar")
        if found.hooked and x:
            tail = min(abs(x) + TAIL * found.row["size"] / 8, end) * (1 if x > 0 else -1)
            canvas.line(x0 + x * scale, foot, x0 + tail * scale, foot, "bar")
    x = x0 + max(x for x, _ in found.places) * scale
    what = "hooked " if found.hooked else ""
    words = f"{bars_words(found.row)} {what}dowels, {length(found.row['length_ft'])}"
    needed = f"{size(found.embedment)} in the slab (need {number(found.needed)} in)"
    return [
        Callout(x, (head + 2 * y0) / 3, words),
        Callout(x, (y0 + foot) / 2, f"dowels {needed}"),
    ]


def above(canvas: Canvas, slab: Slab, middle: Point, scale: float) -> None:
    """The dowels from above."""
    found = dowels_of(slab)
    for x, y in () if found is None else found.places:
        radius = max(slab.steel["dowels"]["size"] / 16 * scale, 1.2)
        canvas.dot(middle[0] + x * scale, middle[1] - y * scale, radius, "bar end")
