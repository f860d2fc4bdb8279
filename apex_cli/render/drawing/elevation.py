"""Front elevation to scale: cabinets, poles, grade, dimensions, pressures, Case B and Case C."""

from collections.abc import Sequence
from itertools import pairwise

from apex_cli.render.drawing.attachments import labels, squares
from apex_cli.render.drawing.built import eccentricities
from apex_cli.render.drawing.cabinet import cabinet, winds_of
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.drawing.dimensions import levels, scale_bar, widths
from apex_cli.render.drawing.styles import MUTED
from apex_cli.render.drawing.view import RIGHT, WIDTH, Piece, View
from apex_cli.vocabulary import JsonObject

_LINE = 12
"""Height of a line of text, in points."""


def elevation(
    sign: JsonObject, exposure: JsonObject | None, steps: Sequence[JsonObject] = ()
) -> Drawing:
    """The sign as the wind sees it, from back to front.

    Args:
        sign: The project's `sign` block, as read.
        exposure: The result of the wind calculation, if there is one.
        steps: The trace's steps, for the eccentricity of Case B.
    """
    view = View(sign, exposure)
    grade(view)
    _poles(view)
    told = _cabinets(view, exposure, steps)
    squares(view)
    hidden = _stages(view)
    levels(view)
    widths(view)
    scale_bar(view)
    labels(view, exposure)
    count, more = len(view.faces), len(view.attachments)
    words = f"{count} cabinet{'s' * (count > 1)}" if count else "no cabinet"
    words += f", top at {view.told.spoken(view.top)} above grade"
    if view.poles:
        words += f", on {len(view.posts)} pole{'s' * (len(view.posts) > 1)}"
        words += "".join(f"; {piece.words}" for piece in view.pieces if piece.words)
    if more:
        words += f"; {more} attachment{'s' * (more > 1)}"
    title = "Front elevation, to scale"
    if told:
        title += f" (C: force on the strip in Case C, {view.told.unit('lbf')})"
    elif any(row.get("case_c") for row in (exposure or {}).get("elements") or []):
        title += "; dashed: strips of Case C"
    if hidden:
        title += f"; behind the cabinets: {'; '.join(hidden)}"
    return view.canvas.drawing(title, f"Front elevation: {words}.")


def grade(view: View) -> None:
    """The ground that heights are above."""
    left, right = view.ends
    view.canvas.line(left, view.y0, right, view.y0, "grade")
    for step in range(int((right - left) / 9)):
        x = left + 6 + 9 * step
        view.canvas.line(x, view.y0 + 0.8, x - 5, view.y0 + 6, "hatch")


def _poles(view: View) -> None:
    """Every pole, of several stages the outer one before the inner one that it holds."""
    for axis, top in view.posts:
        for piece in sorted(view.pieces, key=lambda piece: piece.width):
            x, width, tip = view.x(axis), piece.width * view.scale, piece.tip * view.scale
            head, foot = view.y(min(piece.top, top)) + 1, view.y(piece.bottom)
            if tip == width:
                view.canvas.rect(x - width / 2, head, width, foot - head, "steel")
            else:
                ends = ((-width, foot), (width, foot), (tip, head), (-tip, head))
                view.canvas.polygon([(x + wide / 2, y) for wide, y in ends], "steel")
        for below, above in pairwise(view.pieces):
            width = min(below.width, above.width) * view.scale
            head, foot = view.y(below.top), view.y(above.bottom)
            if foot > head:  # the end of the inner one, within the outer one
                view.canvas.rect(view.x(axis) - width / 2, head, width, foot - head, "dashed")


def _stages(view: View) -> list[str]:
    """What each stage is, beside the middle of the longest length of it that is seen.

    Returns:
        What those are that are hidden.
    """
    hidden = []
    for piece in view.pieces:
        shown = _shown(view, piece)
        if not piece.words:
            continue
        if shown is None:
            hidden.append(piece.words)
            continue
        axis, half = view.x(view.posts[-1][0]), piece.width * view.scale / 2
        y = view.y(shown) + 3
        room = axis + half + 5 + 4.4 * len(piece.words) < WIDTH - RIGHT + 12
        x, anchor = (axis + half + 5, "start") if room else (axis - half - 5, "end")
        view.canvas.text(x, y, piece.words, anchor=anchor, size=8.5, color=MUTED)
    return hidden


def _shown(view: View, piece: Piece) -> float | None:
    """Height of the middle of a stage's longest length that nothing hides, ft; None: short."""
    reached, longest = piece.bottom, (0.0, 0.0)
    ends = [(face["bottom_ft"], face["bottom_ft"] + face["height_ft"]) for face in view.faces]
    ends += [(one.bottom, one.top) for one in view.pieces if one.width > piece.width]
    tip = min(piece.top, view.posts[-1][1])
    for bottom, top in [*sorted(ends), (tip, tip)]:
        end = min(bottom, tip)
        longest = max(longest, (end - reached, (end + reached) / 2))
        reached = max(reached, top)
    length, middle = longest
    return middle if length * view.scale > _LINE else None


def _cabinets(view: View, exposure: JsonObject | None, steps: Sequence[JsonObject]) -> bool:
    """Every cabinet with its wind; whether forces of Case C stand in the strips."""
    winds, eccentric = winds_of(view.faces, exposure), eccentricities(steps)
    told = [cabinet(view, n, wind, eccentric) for n, wind in enumerate(winds)]
    return any(told)
