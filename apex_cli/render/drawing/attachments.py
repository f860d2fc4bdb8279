"""The attachments of the elevation: squares of their area, with name and force beside them."""

from collections.abc import Sequence

from apex_cli.render.drawing.canvas import cut, room, within
from apex_cli.render.drawing.styles import ACCENT
from apex_cli.render.drawing.view import LABEL_GAP, WIDTH, View, square
from apex_cli.vocabulary import JsonObject

NOT_FACES = frozenset({"pole", "attachment"})
"""The kinds of wind in a result that are on no cabinet."""

LEAST = 2.5
"""Half the side of the smallest square that can be seen, in points."""

SIZE, HIGHEST = 8.5, 10.0
"""Of the labels: their size, and how near to the upper edge they stand."""


def winds_on(
    attached: Sequence[JsonObject], found: Sequence[JsonObject]
) -> list[tuple[JsonObject, JsonObject | None]]:
    """Each attachment with the wind on it from the front, where there is one."""
    rows = iter(
        row for row in found if row["kind"] == "attachment" and row["offset_ft"] is not None
    )
    return [(one, next(rows, None) if square(one).half else None) for one in attached]


def attachments(view: View, exposure: JsonObject | None) -> None:
    """Draw every attachment with an arm from the axis; name and force stand above it."""
    winds = winds_on(view.attachments, (exposure or {}).get("elements") or [])
    labels: dict[bool, list[tuple[float, float, str]]] = {True: [], False: []}
    for n, (one, wind) in enumerate(winds, 1):
        place = square(one)
        x, y, half = view.x(place.x), view.y(place.z), max(place.half * view.scale, LEAST)
        if place.x:
            view.canvas.line(view.x(0), y, x, y, "thin")
        view.canvas.rect(x - half, y - half, 2 * half, 2 * half, "good")
        words = one.get("name") or f"attachment {n}"
        if wind is not None:
            words += f": {view.told.force(wind['force_lbf'])}"
        left = place.x < 0
        labels[left].append((y - half - 2, x if left else x - half, words))
    for left, told in labels.items():
        most = int((view.y0 - HIGHEST) / LABEL_GAP)  # the table has those for which none is left
        shown = sorted(told)[:most]
        heights = within([y for y, _, _ in shown], LABEL_GAP, HIGHEST, view.y0)
        for (_, x, words), y in zip(shown, heights, strict=True):
            anchor, width = ("end", x - 2) if left else ("start", WIDTH - x)
            short = cut(words, width, SIZE)
            start = x - room(short, SIZE) if left else x
            view.canvas.rect(start - 1, y - SIZE + 1, room(short, SIZE) + 2, SIZE + 1, "paper")
            view.canvas.text(x, y, short, anchor=anchor, size=SIZE, color=ACCENT)
