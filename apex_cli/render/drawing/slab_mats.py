"""The mats of a slab to scale, from above."""

from apex_cli.render.drawing import slab_dowels
from apex_cli.render.drawing.built import bars_words
from apex_cli.render.drawing.canvas import Canvas, Drawing, wrapped
from apex_cli.render.drawing.slab_built import Mat, Slab, evenly
from apex_cli.render.lengths import feet_inches, length

WIDTH, TOP, BOTTOM = 344.0, 44.0, 48.0
"""The sheet, and its margins."""
PLAN, GAP = 128.0, 46.0
"""Width of a mat from above, and the room between two."""
LINE, ROOM = 12.0, PLAN + 40.0
"""Height of a line of the words below a mat, and how wide it may be."""


def mats(slab: Slab) -> Drawing | None:
    """The mats from above, that at the bottom beside that at the top; None without bars."""
    if not slab.mats:
        return None
    wide, long = slab.sides
    scale = min(PLAN / wide, 1.2 * PLAN / long)
    canvas = Canvas(WIDTH, TOP + long * scale + BOTTOM, scale / 12)
    room = len(slab.mats) * PLAN + (len(slab.mats) - 1) * GAP
    for n, mat in enumerate(slab.mats):
        middle = (WIDTH - room) / 2 + PLAN / 2 + n * (PLAN + GAP), TOP + long * scale / 2
        _mat(canvas, slab, mat, middle, scale)
    words = "; ".join(mat.words for mat in slab.mats)
    title = "Bars of the slab from above, to scale; the wind on the faces blows left to right"
    return canvas.drawing(title, f"Bars of the slab from above: {words}.")


def _mat(canvas: Canvas, slab: Slab, mat: Mat, middle: tuple[float, float], scale: float) -> None:
    (x0, y0), (wide, long) = middle, slab.sides
    a, b, cover = wide * scale / 2, long * scale / 2, slab.cover / 12 * scale
    canvas.rect(x0 - a, y0 - b, 2 * a, 2 * b, "concrete")
    for y in evenly(mat.along["count"], b - cover):
        canvas.line(x0 - a + cover, y0 + y, x0 + a - cover, y0 + y, "tie")
    for x in evenly(mat.across["count"], a - cover):
        canvas.line(x0 + x, y0 - b + cover, x0 + x, y0 + b - cover, "tie")
    _above(canvas, slab, middle, scale)
    canvas.across(x0 - a, x0 + a, y0 - b - 8, feet_inches(wide))
    canvas.upright(y0 + b, y0 - b, x0 - a - 8, feet_inches(long))
    canvas.text(x0, 12, mat.name, anchor="middle", bold=True)
    rows = (("left to right", mat.along), ("up and down", mat.across))
    lines = [
        line
        for side, row in rows
        for line in wrapped(f"{bars_words(row)}, {length(row['length_ft'])}, {side}", ROOM, 8.5)
    ]
    for n, line in enumerate(lines):
        canvas.text(x0, y0 + b + 18 + LINE * n, line, anchor="middle", size=8.5)
    canvas.height = max(canvas.height, y0 + b + 22 + LINE * len(lines))


def _above(canvas: Canvas, slab: Slab, middle: tuple[float, float], scale: float) -> None:
    """The stem or the pole that stands upon it."""
    (x0, y0), stem = middle, slab.footing.get("stem")
    if stem:
        a, b = stem["width_ft"] * scale / 2, (stem["length_ft"] or stem["width_ft"]) * scale / 2
        if stem["shape"] == "round":
            canvas.dot(x0, y0, a, "above")
        else:
            canvas.rect(x0 - a, y0 - b, 2 * a, 2 * b, "above")
        slab_dowels.above(canvas, slab, middle, scale / 12)
        return
    found = slab.pole.outline()
    if isinstance(found, float):
        canvas.dot(x0, y0, found / 12 * scale, "above")
    else:  # the wind blows across the sheet, so that the pole's width stands upright
        canvas.polygon([(x0 + y / 12 * scale, y0 - x / 12 * scale) for x, y in found], "above")
