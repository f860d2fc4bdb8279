"""A cabinet of the elevation: its name and wind, and what Case B and Case C do to it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from apex_cli.render.drawing.canvas import cut, room
from apex_cli.render.drawing.outline import corners
from apex_cli.render.drawing.styles import ACCENT, MUTED
from apex_cli.render.drawing.view import LABEL_GAP, View, sides
from apex_cli.vocabulary import JsonObject

LABEL_HALF = 50.0
"""Half the room in the middle of a cabinet that its name and force take."""
MARKS, TALL_ENOUGH = 12.0, 26.0
"""Room for the marks of Case B, and the height of a cabinet that has it."""
NOT_FACES = frozenset({"pole", "attachment"})
"""The kinds of wind in a result that are on no cabinet."""


class _Box(NamedTuple):
    """The cabinet on the sheet."""

    x1: float
    x2: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def cabinet(
    view: View,
    n: int,
    wind: JsonObject | None,
    eccentric: Mapping[str, float],
    *,
    named: bool = True,
) -> bool:
    """Draw one cabinet.

    Args:
        view: Where it is drawn.
        n: Its number, from 0.
        wind: What the wind does to it, if that was calculated.
        eccentric: Eccentricity of Case B by the cabinet's name, ft.
        named: Whether its name stands in it; else what is drawn there has the room.

    Returns:
        Whether forces of Case C stand upright in their strips.
    """
    face = view.faces[n]
    x1, x2 = map(view.x, sides(face))
    box = _Box(x1, x2, view.y(face["bottom_ft"] + face["height_ft"]), view.y(face["bottom_ft"]))
    if places := corners(face):
        shape = [(x1 + x * view.scale, box.bottom - z * view.scale) for x, z in places]
        view.canvas.polygon(shape, "face")
    else:
        view.canvas.rect(box.x1, box.top, box.x2 - box.x1, box.height, "face")
    strips = (wind or {}).get("case_c") or []
    above = LABEL_GAP if strips and box.height > 4 * LABEL_GAP else 0.0
    marks = MARKS if eccentric and box.height >= TALL_ENOUGH else 0.0
    free = box._replace(top=box.top + above, bottom=box.bottom - marks)
    lines = _lines(view, n, wind, free) if named else []
    half = max([LABEL_HALF, *(room(words) / 2 + MARKS for words in lines)])
    told = _case_c(view, strips, box, half)
    if named:
        _words(view, n, lines, free)
    if (e := eccentric.get(face.get("name") or "")) is not None:
        _case_b(view, view.x(face.get("offset_ft", 0)), e, box)
    return told


def winds_of(
    faces: Sequence[JsonObject], exposure: JsonObject | None
) -> Sequence[JsonObject | None]:
    """The wind on each cabinet; on none where it was not calculated cabinet by cabinet."""
    rows = (exposure or {}).get("elements") or []
    found = [row for row in rows if row["kind"] not in NOT_FACES]
    return found if len(found) == len(faces) else [None] * len(faces)


def name_of(faces: Sequence[JsonObject], n: int) -> str:
    """What the n-th cabinet, from 0, is called; of several with its number."""
    name: str = faces[n].get("name") or "cabinet"
    return f"{n + 1}  {name}" if len(faces) > 1 else name


def told_of(view: View, n: int, wind: JsonObject | None) -> list[str]:
    """Number and name, pressure and force."""
    lines = [name_of(view.faces, n)]
    if wind:
        lines.append(f"p = {view.told.pressure(wind['pressure_psf'])}")
        lines.append(f"F = {view.told.force(wind['force_lbf'])}")
    return lines


def _lines(view: View, n: int, wind: JsonObject | None, free: _Box) -> list[str]:
    """Name, pressure and force as far as there is room for them."""
    wide = free.x2 - free.x1
    title, *winds = told_of(view, n, wind)
    fit = int((free.height - 3) / LABEL_GAP)
    return _fitting([cut(title, wide - 6), *winds], wide - 4, max(fit, 0))


def _words(view: View, n: int, lines: list[str], free: _Box) -> None:
    """These lines, else the number beside the cabinet."""
    if not lines:
        y = (free.top + free.bottom) / 2 + 2.5
        view.canvas.text(free.x1 - 4, y, str(n + 1), anchor="end", size=7.5, color=MUTED)
        return
    height = LABEL_GAP * len(lines)
    y = (free.top + free.bottom - height) / 2 + LABEL_GAP - 2.5
    width = max(room(words) for words in lines) + 6
    middle = (free.x1 + free.x2) / 2
    view.canvas.rect(middle - width / 2, y - LABEL_GAP + 2, width, height + 1, "paper")
    for k, words in enumerate(lines):
        view.canvas.text(middle, y + k * LABEL_GAP, words, anchor="middle", bold=k == 0)


def _fitting(lines: list[str], wide: float, fit: int) -> list[str]:
    """The lines; where there is no room for all, side by side; else those there is room for."""
    if len(lines) > fit:
        beside = ", ".join(lines[1:])
        for shorter in ([lines[0], beside], [f"{lines[0]}: {beside}"]):
            if len(shorter) <= fit and all(room(words) <= wide for words in shorter):
                return shorter
    return [words for words in lines if words and room(words) <= wide][:fit]


def _case_c(view: View, strips: Sequence[JsonObject], box: _Box, half: float) -> bool:
    """The strips of Case C with their forces, off the label; whether any of these stands upright.

    Args:
        view: Where it is drawn.
        strips: The strips.
        box: The cabinet.
        half: Half the width of the label in its middle.
    """
    told = False
    centre = box.x1 + strips[-1]["to_ft"] * view.scale / 2 if strips else box.x1
    for n, strip in enumerate(strips):
        start, end = (box.x1 + strip[key] * view.scale for key in ("from_ft", "to_ft"))
        if n:
            view.canvas.line(start, box.top, start, box.bottom, "dashed")
        force = view.told.force(strip["force_lbf"]).split(" ")[0]
        middle = (start + end) / 2
        shorter = () if view.told.metric else (f"{strip['force_lbf']:,.0f}",)
        words = (f"C: {force}", force, *shorter)
        across = [one for one in words if room(one, 7.5) < end - start]
        if box.height > 4 * LABEL_GAP and across:
            told, y = True, box.top + 9
            view.canvas.text(middle, y, across[0], anchor="middle", size=7.5, color=ACCENT)
        elif (
            room(f"C: {force}", 7.5) < box.height - 4
            and end - start > MARKS
            and abs(middle - centre) > half
        ):
            place = middle + 2.5, box.bottom - 4
            view.canvas.text(*place, f"C: {force}", size=7.5, color=ACCENT, turned=True)
    return told


def _case_b(view: View, middle: float, e: float, box: _Box) -> None:
    """Where Case B puts the force: on either side of the middle."""
    reach, y = e * view.scale, box.bottom - 6
    if reach < MARKS / 2 or box.height < TALL_ENOUGH:
        return
    words = f"B: e = ±{view.told.length(e)}"
    view.canvas.line(middle - reach, y, middle + reach, y, "dashed")
    for x in (middle - reach, middle + reach):
        view.canvas.dot(x, y, 2.2)
    if room(words, 7.5) + 4 <= 2 * reach:
        half = room(words, 7.5) / 2
        view.canvas.rect(middle - half, y - 4, 2 * half, 8, "paper")
        view.canvas.text(middle, y + 2.4, words, anchor="middle", size=7.5, color=ACCENT)
        return
    view.canvas.line(middle, y - 3, middle, y + 3, "outline")
    short = f"e ±{view.told.length(e)}"
    words = short if middle + reach + 5 + room(short, 7.5) < box.x2 else "e"
    view.canvas.text(middle + reach + 4, y + 2.4, words, size=7.5, color=ACCENT)
