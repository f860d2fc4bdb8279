"""What several drawings of the foot share: a pole that is broken off, its outline, its rods."""

from apex_cli.render.drawing.built import Point, Pole
from apex_cli.render.drawing.canvas import Canvas
from apex_cli.render.lengths import inches
from apex_cli.vocabulary import JsonObject


def stub(
    canvas: Canvas, pole: Pole, middle: float, ends: tuple[float, float], scale: float
) -> float:
    """The pole from the side, broken off at its upper end; half its width on the sheet."""
    top, foot = ends
    half = max(pole.reach * scale, 1.0)
    canvas.rect(middle - half, top, 2 * half, foot - top, "steel")
    zigzag = [(-half - 4, 0), (-half / 2, -3), (half / 2, 3), (half + 4, 0)]
    canvas.path([(middle + x, top + y) for x, y in zigzag], "outline")
    return half


def ring(
    canvas: Canvas, pole: Pole, middle: Point, scale: float, style: str, *, inset: float = 0.0
) -> None:
    """The pole's outline from above, or one within it; around it where the inset is below 0."""
    found = pole.outline(inset)
    if isinstance(found, float):
        canvas.dot(*middle, found * scale, style)
    else:
        canvas.polygon([(middle[0] + x * scale, middle[1] - y * scale) for x, y in found], style)


def rods_words(rods: JsonObject) -> str:
    """Rods as they are called out."""
    return f"{rods['count']} rods Ø {inches(rods['diameter_in'])}, F1554 Gr. {rods['grade']}"
