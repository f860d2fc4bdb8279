"""Section of the foundation to scale: depth, frost line, width, soil, load."""

from apex_cli.render import measures
from apex_cli.render.drawing.canvas import Canvas, Drawing, spread
from apex_cli.render.drawing.levels import levels
from apex_cli.render.drawing.styles import ACCENT, ALARM, MUTED
from apex_cli.render.drawing.view import Piece, pieces
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

WIDTH, LEFT, RIGHT, TOP, BOTTOM = 460.0, 120.0, 120.0, 74.0, 34.0
TALLEST = 230.0
KN_M3 = 4.4482216152605 / 0.3048**3 / 1000
"""A ground factor of 1 psf/ft in the unit of those who use it, kN/m3."""


def section(footing: JsonObject, inputs: JsonObject, exposure: JsonObject | None = None) -> Drawing:
    """The foundation in the ground.

    Args:
        footing: The result of the footing calculation.
        inputs: The trace's inputs, for soil, frost and poles.
        exposure: The result of the wind calculation, which knows what named sections measure.
    """
    told = measures.of(footing)
    depth, width = footing["depth_ft"], footing["width_ft"]
    reveal = _reveal_ft(footing, inputs)
    scale = min((WIDTH - LEFT - RIGHT) / (1.25 * width), TALLEST / (1.06 * depth + reveal))
    grade = TOP + reveal * scale
    ground = grade + 1.06 * depth * scale
    canvas = Canvas(WIDTH, ground + BOTTOM, scale / 12)
    middle = WIDTH / 2
    left, right = middle - width * scale / 2, middle + width * scale / 2
    canvas.rect(LEFT - 96, grade, WIDTH - LEFT - RIGHT + 192, 1.06 * depth * scale, "soil")
    height = footing.get("thickness_ft") or depth + reveal
    top = grade + (depth - height) * scale
    _concrete(canvas, (left, right), top, height * scale)
    pole = next(iter(pieces((inputs.get("sign") or {}).get("poles") or {}, exposure)), None)
    half = _stub_ft(footing, inputs, pole) * scale / 2
    stem = footing.get("stem")
    if stem:
        wide = stem["width_ft"] * scale / 2
        _concrete(canvas, (middle - wide, middle + wide), grade, stem["height_ft"] * scale)
        top = grade
    _pole(canvas, middle, half, top)
    if pole is not None and pole.words:
        canvas.text(middle + max(half, 3) + 5, TOP - 22, pole.words, size=8.5, color=MUTED)
    canvas.line(LEFT - 96, grade, WIDTH - RIGHT + 96, grade, "grade")
    _depths(canvas, footing, inputs, scale, (left, right))
    what = "Diameter" if footing["shape"] == "round" else "Side"
    words = f"{what} {told.length(width)}"
    if footing.get("length_ft"):
        words = f"{told.length(width)} × {told.length(footing['length_ft'])}"
    canvas.across(left, right, ground + 15, words)
    _load(canvas, footing, middle)
    _soil(canvas, inputs, ground)
    seen = f"{footing['type']} {words.lower()}, {told.spoken(depth)} deep"
    if stem:
        sides = " by ".join(told.spoken(stem[key]) for key in ("width_ft", "length_ft"))
        seen += f", with a stem {sides}"
    title = f"Foundation section, to scale; {_undesigned(inputs)} not designed here"
    return canvas.drawing(title, f"Section of the foundation: {seen}.")


def _undesigned(inputs: JsonObject) -> str:
    """What a foundation of this drawing lacks: it is drawn where no concrete is told."""
    if "poles" in (inputs.get("sign") or {}) or "sign" not in inputs:
        return "bars, and what holds the pole in the concrete, are"
    return "bars and dowels are"


def _reveal_ft(footing: JsonObject, inputs: JsonObject) -> float:
    """Height of a pier's top above grade."""
    given = (inputs.get("footing") or {}).get("reveal_ft")
    return float(given or 0.0) if footing["type"] == "pier" else 0.0


def _concrete(canvas: Canvas, sides: tuple[float, float], top: float, height: float) -> None:
    left, right = sides
    canvas.rect(left, top, right - left, height, "concrete")
    for k in range(
        int((right - left) * height / 420) + 3
    ):  # aggregate, scattered the same each time
        x = left + 5 + (k * 0.7548777 % 1) * max(right - left - 10, 1)
        y = top + 5 + (k * 0.5698403 % 1) * max(height - 10, 1)
        canvas.polygon([(x, y - 1.2), (x + 1.4, y + 1), (x - 1.4, y + 1)], "hatch")


def _stub_ft(footing: JsonObject, inputs: JsonObject, pole: Piece | None) -> float:
    """Width of what stands on the foundation: a pole, or a wall or cabinet on the ground."""
    sign = inputs.get("sign") or {}
    faces = sign.get("elements") or [{}]
    found = pole.width if pole else None if "poles" in sign else faces[0].get("thickness_ft")
    return float(min(found or footing["width_ft"] / 4, footing["width_ft"]))


def _pole(canvas: Canvas, middle: float, half: float, foot: float) -> None:
    """A stub of what the foundation carries, broken off above grade."""
    half = max(half, 3)
    canvas.rect(middle - half, TOP - 40, 2 * half, 40 + max(foot - TOP, 0), "steel")
    zigzag = [(-half - 4, -40), (-half / 2, -43), (half / 2, -37), (half + 4, -40)]
    canvas.path([(middle + x, TOP + y) for x, y in zigzag], "outline")


def _load(canvas: Canvas, footing: JsonObject, middle: float) -> None:
    """The lateral load, above the break."""
    y = TOP - 52
    canvas.arrow(middle - 62, y, middle - 6, y)
    told = measures.of(footing)
    level = "characteristic" if told.metric else "ASD"
    load = f"P = {told.force(footing['lateral_load_lbf'])} ({level})"
    canvas.text(middle - 66, y + 3, load, anchor="end", color=ACCENT)
    canvas.line(middle, y - 6, middle, TOP - 43, "dashed")
    height = f"h = {told.found(footing['load_height_ft'])} above grade"
    canvas.text(middle + 8, y + 3, height, color=ACCENT)
    if footing.get("axial_lbf"):
        dead = f"D = {told.force(footing['axial_lbf'])}"
        canvas.text(middle + 8, y - 9, dead, color=MUTED)


def _depths(
    canvas: Canvas,
    footing: JsonObject,
    inputs: JsonObject,
    scale: float,
    sides: tuple[float, float],
) -> None:
    """Depth to build at the left; required depth and frost with their names at the right."""
    left, right = sides
    told = measures.of(footing)
    depth, required = footing["depth_ft"], footing["required_depth_ft"]
    reveal = _reveal_ft(footing, inputs)
    grade = TOP + reveal * scale
    bottom = grade + depth * scale
    canvas.line(left - 4, bottom, left - 34, bottom, "grid")
    canvas.upright(bottom, grade, left - 28, f"depth {told.length(depth)}")
    thick = footing.get("thickness_ft")
    if thick and thick < depth:
        canvas.upright(bottom, bottom - thick * scale, left - 10, told.length(thick))
    lines = [
        (deep, words, "frost" if color == ACCENT else "limit" if required > depth else "dashed")
        for words, deep, color in levels(footing, inputs.get("site") or {})
    ]
    if reveal:
        canvas.text(left - 8, grade - reveal * scale / 2 + 3, f"{told.length(reveal)} above grade",
                    anchor="end", size=8.5, color=MUTED)  # fmt: skip
    lines = sorted(line for line in lines if 0 < line[0] <= 1.05 * depth)
    places = spread([grade + feet * scale for feet, _, _ in lines], 11)
    edge = WIDTH - RIGHT + 20
    for (feet, words, style), label in zip(lines, places, strict=True):
        y = grade + feet * scale
        canvas.line(left - 8, y, max(right + 14, edge), y, style)
        canvas.line(max(right + 14, edge), y, edge + 12, label, "thin")
        color = {"limit": ALARM, "frost": ACCENT}.get(style, MUTED)
        canvas.text(edge + 15, label + 3, words, size=8.5, color=color)
    if required > 1.05 * depth:
        canvas.text(
            edge + 15, bottom + 12, f"required {told.found(required)} ↓", size=8.5, color=ALARM
        )


def _soil(canvas: Canvas, inputs: JsonObject, ground: float) -> None:
    soil = inputs.get("soil") or {}
    words = []
    if soil.get("class"):
        words.append(f"soil class {soil['class']}")
    if soil.get("lateral_psf_per_ft"):
        words.append(f"lateral {number(soil['lateral_psf_per_ft'])} psf/ft")
    if factor := soil.get("ground_factor_psf_per_ft"):
        words.append(f"ground factor {factor * KN_M3:.4g} kN/m³")
    if soil.get("vertical_psf"):
        words.append(f"vertical {number(soil['vertical_psf'])} psf")
    for k, line in enumerate(words):
        y = ground - 8 - 11 * (len(words) - 1 - k)
        canvas.text(LEFT - 92, y, line, size=8.5, color=MUTED)
