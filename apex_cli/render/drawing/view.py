"""A sign from the front, to scale: what is there, and where it stands on the sheet."""

from typing import NamedTuple

from apex_cli.render import measures
from apex_cli.render.drawing.canvas import Canvas
from apex_cli.vocabulary import JsonObject

WIDTH, LEFT, RIGHT, TOP, BOTTOM = 460.0, 52.0, 92.0, 34.0, 44.0
TALLEST = 290.0
LABEL_GAP = 11.0
BESIDE = 46.0
"""How far the ground reaches beside the sign."""


class Piece(NamedTuple):
    """A stage of the poles, or a pole as a whole: its width and its ends, ft, and what it is."""

    width: float
    bottom: float
    top: float
    words: str
    shape: str
    tip: float
    """Its width at its upper end, ft."""


class Square(NamedTuple):
    """An attachment as a square of its area: its middle, above grade and from the axis, ft."""

    x: float
    z: float
    half: float

    @property
    def top(self) -> float:
        """Its upper edge, ft above grade."""
        return self.z + self.half


def square(one: JsonObject) -> Square:
    """The square that an attachment is drawn as."""
    area = one.get("area_ft2") or one.get("epa_ft2") or 0.0
    return Square(one.get("offset_ft") or 0.0, one["height_ft"], area**0.5 / 2)


def top_of(sign: JsonObject) -> float:
    """The highest edge of the cabinets above grade, or of bare poles, ft."""
    poles = sign.get("poles") or {}
    ends = [face["bottom_ft"] + face["height_ft"] for face in sign.get("elements") or []]
    return max(ends) if ends else float((poles.get("stages") or [poles])[-1]["top_ft"])


class Around(NamedTuple):
    """What is drawn around a sign, ft: to the left, to the right, and how high; whether it ends."""

    left: float
    right: float
    top: float
    ends: bool


class View:
    """Cabinets and poles, the scale of the drawing, and the sheet.

    Args:
        sign: The project's `sign` block, as read.
        exposure: The result of the wind calculation, which knows what named sections measure.
        around: What is drawn around the sign.
    """

    def __init__(
        self, sign: JsonObject, exposure: JsonObject | None = None, around: Around | None = None
    ) -> None:
        self.told = measures.of(exposure)
        self.faces: list[JsonObject] = sign.get("elements") or []
        self.attachments: list[JsonObject] = sign.get("attachments") or []
        self.poles: JsonObject | None = sign.get("poles")
        self.top = top_of(sign)
        self.posts = self._posts()
        self.pieces = pieces(self.poles or {}, exposure)
        half = max((piece.width for piece in self.pieces), default=0.0) / 2
        edges = [x for face in self.faces for x in sides(face)]
        edges += [x for axis, _ in self.posts for x in (axis - half, axis + half)]
        hung = [square(one) for one in self.attachments]
        edges += [x for one in hung for x in (one.x - one.half, one.x + one.half)]
        tallest = max([self.top, *(top for _, top in self.posts), *(one.top for one in hung)])
        self.around = around
        if around is not None:
            edges += [around.left, around.right]
            tallest = max(tallest, around.top)
        self.left, self.right = min(edges), max(edges)
        span = max(self.right - self.left, 0.25 * tallest)
        self.scale: float = min((WIDTH - LEFT - RIGHT) / span, TALLEST / tallest)
        middle = (self.left + self.right) / 2
        self.x0: float = LEFT + (WIDTH - LEFT - RIGHT) / 2 - middle * self.scale
        self.y0: float = TOP + tallest * self.scale
        self.canvas = Canvas(WIDTH, self.y0 + BOTTOM, self.scale / 12)

    def _posts(self) -> list[tuple[float, float]]:
        """Axis and top of every pole, ft."""
        if self.poles is None:
            return []
        count, spacing = self.poles.get("count", 1), self.poles.get("spacing_ft", 0)
        stages = self.poles.get("stages") or [self.poles]
        top = min(stages[-1].get("top_ft") or self.top, 1.2 * self.top)
        return [((k - (count - 1) / 2) * spacing, top) for k in range(count)]

    @property
    def ends(self) -> tuple[float, float]:
        """Where the ground ends on the sheet, left and right of the sign."""
        left, right = self.x(self.left) - BESIDE, self.x(self.right) + BESIDE
        return max(left, LEFT - 18), min(right, WIDTH - RIGHT + 14)

    def x(self, feet: float) -> float:
        """Place of this distance from the supports' axis."""
        return self.x0 + feet * self.scale

    def y(self, feet: float) -> float:
        """Place of this height above grade."""
        return self.y0 - feet * self.scale


def pieces(poles: JsonObject, exposure: JsonObject | None) -> list[Piece]:
    """The stages of the poles from grade up; none where what they measure is not known.

    A pole that is told by hand and has no stages is one piece that ends with its post.
    """
    told = measures.of(exposure)
    if "width_in" in poles:
        shape, tip = poles.get("shape", ""), poles.get("top_width_in") or poles["width_in"]
        wide = poles["width_in"] / 12
        return [Piece(wide, 0.0, float("inf"), by_hand(poles, told), shape, tip / 12)]
    rows = (exposure or {}).get("stages") or []
    return [
        Piece(
            row["width_in"] / 12, row["bottom_ft"], row["top_ft"], _words(row, told),
            row["shape"], row["width_in"] / 12,
        )
        for row in rows
    ]  # fmt: skip


def by_hand(poles: JsonObject, told: measures.Measures) -> str:
    """A pole that is no named section: its width at grade, its shape, its width at its tip."""
    words = f"{told.inches(poles['width_in'])} {poles.get('shape', '').replace('_', ' ')}".strip()
    tip = poles.get("top_width_in")
    return f"{words}, {told.inches(tip)} at its top" if tip else words


def _words(row: JsonObject, told: measures.Measures) -> str:
    what = row["section"] or f"{told.inches(row['width_in'])} {row['shape'].replace('_', ' ')}"
    return f"{what}, {told.length(row['bottom_ft'])} to {told.length(row['top_ft'])}"


def sides(face: JsonObject) -> tuple[float, float]:
    """Left and right edge of a cabinet, ft from the supports' axis."""
    middle = face.get("offset_ft", 0)
    return middle - face["width_ft"] / 2, middle + face["width_ft"] / 2
