"""The attachments of the elevation: squares of their area, with name and force beside them."""

from collections.abc import Iterator, Sequence

from apex_cli.render.drawing.boxes import boxes, first_free, words_box
from apex_cli.render.drawing.canvas import cut
from apex_cli.render.drawing.primitives import Words
from apex_cli.render.drawing.styles import ACCENT
from apex_cli.render.drawing.view import LABEL_GAP, WIDTH, Square, View, square
from apex_cli.vocabulary import JsonObject

LEAST = 2.5
"""Half the side of the smallest square that can be seen, in points."""

SIZE, HIGHEST, MOST, AWAY = 8.5, 10.0, 6, 7.0
"""Of the labels: size, how near to the upper edge, lines off, from where a line leads."""


def winds_on(
    attached: Sequence[JsonObject], found: Sequence[JsonObject]
) -> list[tuple[JsonObject, JsonObject | None]]:
    """Each attachment with the wind on it from the front, where there is one."""
    rows = iter(
        row for row in found if row["kind"] == "attachment" and row["offset_ft"] is not None
    )
    return [(one, next(rows, None) if square(one).half else None) for one in attached]


def squares(view: View) -> None:
    """Draw every attachment, with an arm from the axis."""
    for one in view.attachments:
        place = square(one)
        x, y, half = view.x(place.x), view.y(place.z), max(place.half * view.scale, LEAST)
        if place.x:
            view.canvas.line(view.x(0), y, x, y, "thin")
        view.canvas.rect(x - half, y - half, 2 * half, 2 * half, "good")


def labels(view: View, exposure: JsonObject | None) -> None:
    """Name and force of every attachment, where nothing else stands; else the table has them."""
    winds = winds_on(view.attachments, (exposure or {}).get("elements") or [])
    taken = list(boxes(view.canvas.strokes)) if winds else []
    for n, (one, wind) in enumerate(winds, 1):
        words = one.get("name") or f"attachment {n}"
        if wind is not None:
            words += f": {view.told.force(wind['force_lbf'])}"
        place = square(one)
        ways = (one for one in _places(view, place, words) if _on_sheet(view, one))
        found = first_free(([one] for one in ways), taken)
        if found is None:
            continue
        (label,) = found
        x, half = view.x(place.x), max(place.half * view.scale, LEAST)
        taken.append(words_box(label))
        if abs(label.x - x) > half + AWAY:
            way = 1 if label.x > x else -1
            end = label.x - 2 * way, label.y - 3
            view.canvas.line(x + way * half, view.y(place.z), *end, "thin")
        view.canvas.text(
            label.x, label.y, label.words, anchor=label.anchor, size=SIZE, color=ACCENT
        )


def _places(view: View, place: Square, words: str) -> Iterator[Words]:
    """The words of a square, from the best place on; a line leads to those that are away."""
    x, y, half = view.x(place.x), view.y(place.z), max(place.half * view.scale, LEAST)
    outward = -1 if place.x < 0 else 1
    for way in (outward, -outward):
        yield _label(x + way * (half + 3), y + 3, way, words)
        yield _label(x - way * half, y - half - 3, way, words)
        yield _label(x - way * half, y + half + SIZE, way, words)
        for k in sorted(range(-MOST, MOST + 1), key=abs):
            yield _label(x + way * (half + 2 * AWAY), y + 3 + k * LABEL_GAP, way, words)


def _label(x: float, y: float, way: int, words: str) -> Words:
    """The words that begin there, or end there, as far as they have room on the sheet."""
    short = cut(words, (WIDTH - x if way > 0 else x) - 2, SIZE)
    return Words(x, y, short, "start" if way > 0 else "end", SIZE)


def _on_sheet(view: View, words: Words) -> bool:
    """Whether there are words, on the sheet and above grade."""
    return bool(words.words) and HIGHEST <= words.y <= view.y0 - 2
