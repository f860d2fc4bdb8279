"""The attachments of the elevation: squares of their area, with name and force beside them."""

from collections.abc import Sequence

from apex_cli.render.drawing.styles import ACCENT, MUTED
from apex_cli.render.drawing.view import RIGHT, WIDTH, View, square
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

NOT_FACES = frozenset({"pole", "attachment"})
"""The kinds of wind in a result that are on no cabinet."""

LEAST = 2.5
"""Half the side of the smallest square that can be seen, in points."""


def winds_on(
    attached: Sequence[JsonObject], found: Sequence[JsonObject]
) -> list[tuple[JsonObject, JsonObject | None]]:
    """Each attachment with the wind on it from the front, where there is one."""
    rows = iter(
        row for row in found if row["kind"] == "attachment" and row["offset_ft"] is not None
    )
    return [(one, next(rows, None) if square(one).half else None) for one in attached]


def attachments(view: View, exposure: JsonObject | None) -> None:
    """Draw every attachment, and an arm from the axis where it hangs beside it."""
    winds = winds_on(view.attachments, (exposure or {}).get("elements") or [])
    for n, (one, wind) in enumerate(winds, 1):
        name = one.get("name") or f"attachment {n}"
        place = square(one)
        x, y, half = view.x(place.x), view.y(place.z), max(place.half * view.scale, LEAST)
        if place.x:
            view.canvas.line(view.x(0), y, x, y, "thin")
        view.canvas.rect(x - half, y - half, 2 * half, 2 * half, "mark")
        words = name if wind is None else f"{name}: {number(wind['force_lbf'])} lbf"
        room = x + half + 4 + 4.4 * len(words) < WIDTH - RIGHT + 12
        at, anchor = (x + half + 4, "start") if room else (x - half - 4, "end")
        color = MUTED if wind is None else ACCENT
        view.canvas.text(at, y - half - 2, words, anchor=anchor, size=8.5, color=color)
