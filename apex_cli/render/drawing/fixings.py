"""What fastens a sign at a building, to scale: a bracket's anchors, the side of a roof's frame."""

from apex_cli.render.drawing.canvas import Canvas, Drawing
from apex_cli.render.drawing.styles import ACCENT, INK, MUTED
from apex_cli.render.lengths import feet_inches, size
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

SHEET, ROOM, TALLEST = 460.0, 110.0, 150.0
"""The width of a sheet, and how large what is drawn may be, in points."""
LEFT, TOP, LINE, SIZE = 110.0, 60.0, 12.0, 8.5


def bracket(sign: JsonObject, wind: JsonObject | None) -> Drawing | None:
    """The anchors of a bracket as one stands before the wall; None where none are told.

    Args:
        sign: The project's `sign` block, as read.
        wind: The result of the wind calculation, if there is one.
    """
    brackets = sign.get("brackets") or {}
    told = brackets.get("anchors")
    if told is None:
        return None
    rows, columns = told["rows"], told["columns"]
    up, along = told.get("row_spacing_in", 0.0), told.get("column_spacing_in", 0.0)
    tall, wide = (rows - 1) * up, (columns - 1) * along
    scale = ROOM / max(tall, wide, 1.0)
    canvas = Canvas(SHEET, TOP + max(tall * scale, 4 * LINE) + 20, scale)
    right, middle = LEFT + wide * scale, LEFT + wide * scale / 2
    canvas.line(middle, TOP - 14, middle, TOP + tall * scale + 14, "axis")
    for row in range(rows):
        for column in range(columns):
            canvas.dot(LEFT + column * along * scale, TOP + row * up * scale, 3, "anchor")
    if columns > 1:
        canvas.across(LEFT, LEFT + along * scale, TOP - 22, size(along))
    if rows > 1:
        canvas.upright(TOP + up * scale, TOP, LEFT - 22, size(up))
    count = rows * columns
    lines = [f"{count} anchor{'s' * (count > 1)}, {rows} by {columns}"]
    if found := (wind or {}).get("anchors"):
        lines += [
            f"at most {number(found['tension_lbf'])} lbf tension",
            f"and {number(found['shear_lbf'])} lbf shear, strength",
        ]
    lines.append("edge distances: not told")
    for n, words in enumerate(lines):
        canvas.text(right + 20, TOP + 4 + LINE * n, words, size=SIZE, color=MUTED if n else INK)
    count = brackets["count"]
    which = "The bracket's" if count == 1 else f"One of {count} brackets: its"
    title = f"{which} anchors from before the wall, to scale"
    return canvas.drawing(title, f"{which} anchors: {'; '.join(lines)}.")


def frame(sign: JsonObject, wind: JsonObject | None) -> Drawing | None:
    """A frame on the roof from its side; None where its feet are not told.

    Args:
        sign: The project's `sign` block, as read.
        wind: The result of the wind calculation, if there is one.
    """
    base, roof = (sign.get("frames") or {}).get("base_ft"), (wind or {}).get("roof_ft")
    if not base or roof is None:
        return None
    faces = sign["elements"]
    low = min(face["bottom_ft"] for face in faces) - roof
    high = max(face["bottom_ft"] + face["height_ft"] for face in faces) - roof
    scale = min(TALLEST / high, ROOM / base)
    foot, back = 26 + high * scale, LEFT + base * scale
    canvas = Canvas(SHEET, foot + 54, scale / 12)
    canvas.rect(LEFT - 50, foot, back - LEFT + 100, 14, "wall")
    canvas.line(LEFT - 50, foot, back + 50, foot, "building")
    canvas.line(LEFT, foot, LEFT, foot - high * scale, "dashed")
    canvas.line(back, foot, LEFT, foot - high * scale, "dashed")
    for face in faces:
        deep = max((face.get("thickness_ft") or 0.0) * scale, 3.0)
        head = foot - (face["bottom_ft"] + face["height_ft"] - roof) * scale
        canvas.rect(LEFT - deep, head, deep, face["height_ft"] * scale, "face")
    canvas.across(LEFT, back, foot + 30, feet_inches(base))
    canvas.upright(foot, foot - low * scale, LEFT - 30, feet_inches(low))
    y = foot - (low + high) / 2 * scale
    canvas.arrow(LEFT - 76, y, LEFT - 34, y)
    canvas.text(LEFT - 80, y + 3, "wind", anchor="end", size=SIZE, color=ACCENT)
    _feet(canvas, wind or {}, back + 16)
    title = "A frame from its side, to scale; its members (dashed) are not designed here"
    return canvas.drawing(title, f"Side of a frame: feet {number(base)} ft apart.")


def _feet(canvas: Canvas, wind: JsonObject, x: float) -> None:
    """What the feet of the frame that takes most press and pull."""
    frames = wind.get("frames") or []
    if not frames:
        return
    worst = max(frames, key=lambda one: one["moment_kipft"])
    lines = ["the feet of an outermost frame, strength (ASD):"]
    for words, key in (("one presses", "press_lbf"), ("the other pulls", "pull_lbf")):
        lines.append(f"{words} {number(worst[key])} lbf ({number(worst[f'asd_{key}'])})")
    for n, words in enumerate(lines):
        canvas.text(x, 40 + LINE * n, words, size=SIZE, color=MUTED if n else INK)
