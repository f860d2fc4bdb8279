"""What stands at and below grade, as the envelope tells it."""

from collections.abc import Iterable, Mapping
from math import cos, pi, sin
from typing import Any, NamedTuple

from apex_cli.render.drawing.dimensions import tidy
from apex_cli.render.lengths import inches
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

Point = tuple[float, float]


class Pole(NamedTuple):
    """The lowest piece of a pole: what it is, its sides across and along the wind, wall, in."""

    shape: str
    width: float
    depth: float
    wall: float
    words: str

    def outline(self, inset: float = 0.0) -> list[Point] | float:
        """Its radius, or its corners about the middle, in; y against the wind on the faces."""
        if self.shape == "round":
            return max(self.width / 2 - inset, 0.0)
        x, y = max(self.width / 2 - inset, 0.0), max(self.depth / 2 - inset, 0.0)
        if self.shape == "square diagonal":
            return [(0, 2**0.5 * x), (2**0.5 * x, 0), (0, -(2**0.5) * x), (-(2**0.5) * x, 0)]
        return [(-x, y), (x, y), (x, -y), (-x, -y)]

    @property
    def reach(self) -> float:
        """From its middle to what is farthest out across the wind on the faces, in."""
        found = self.outline()
        return found if isinstance(found, float) else max(x for x, _ in found)


def pole_of(support: JsonObject, inputs: JsonObject) -> Pole:
    """The pole at grade."""
    steel, name = support["steel"][0], support["stages"][0]["section"]
    poles = (inputs.get("sign") or {}).get("poles") or {}
    first = (poles.get("stages") or [poles])[0]
    shape = first.get("shape") or _shape(name)
    words = f"{name}, {steel['material']}"
    return Pole(
        shape.replace("_", " "), steel["width_in"], steel["depth_in"], steel["wall_in"], words
    )


def _shape(name: str) -> str:
    """The shape that a section's name tells.

    >>> _shape("HSS8x8x.25"), _shape("HSS10.750x0.365"), _shape("square diagonal 8x0.25")
    ('square', 'round', 'square diagonal')
    """
    if name.startswith("HSS"):
        return "square" if name.lower().count("x") > 1 else "round"
    return "round" if name.startswith("PIPE") else name.rpartition(" ")[0] or "round"


def rod_places(rods: JsonObject, plate: JsonObject | None) -> list[Point]:
    """Where the rods stand about the pole's middle, in: of four in a square, in the corners."""
    count, radius = rods["count"], rods["circle_in"] / 2
    square = plate is not None and plate["shape"] == "square" and count % 4 == 0
    start = pi / 2 + (pi / count if square else 0.0)
    angles = [start + 2 * pi * k / count for k in range(count)]
    return [(radius * cos(one), radius * sin(one)) for one in angles]


def gap_in(base: JsonObject) -> float:
    """From the concrete to the plate, in: the standoff, and the levelling nuts upon it."""
    rods, double = base.get("rods") or {}, base.get("bearing") == "double_nut"
    nut = rods.get("diameter_in", 0.0) if double else 0.0
    return float(nut + (base.get("standoff_in") or (BEDDING if base.get("bearing") else 0.0)))


BEDDING = 1.5
"""What is drawn between concrete and plate where no standoff is given, in."""


class Cage(NamedTuple):
    """Bars and ties of a pier, in: where the bars stand, their and the ties' diameter."""

    places: list[Point]
    bar: float
    tie: float
    cover: float


def cage_of(
    pier: JsonObject, found: JsonObject, footing: JsonObject, height_ft: float
) -> Cage | None:
    """The cage; None where no bars are given.

    Args:
        pier: The project's `support.pier`, as read.
        found: What was found for it.
        footing: The result of the footing calculation.
        height_ft: From the bottom of the pier to its top.
    """
    bars, ties = pier.get("bars"), pier.get("ties")
    if not bars or found.get("bar_length_ft") is None:
        return None
    bar, tie = bars["size"] / 8, ties["size"] / 8 if ties else 0.0
    cover = pier.get("cover_in") or tidy(6 * (height_ft - found["bar_length_ft"]))
    r, count = 6 * footing["width_ft"] - cover - tie - bar / 2, bars["count"]
    if footing["shape"] == "round":
        angles = [pi / 2 + 2 * pi * k / count for k in range(count)]
        return Cage([(r * cos(one), r * sin(one)) for one in angles], bar, tie, cover)
    side = max(count // 4, 1)
    edge = [r * (1 - 2 * k / side) for k in range(side)]
    half = [(r, y) for y in edge] + [(x, -r) for x in edge]
    return Cage(half + [(-x, -y) for x, y in half], bar, tie, cover)


def tie_places(found: JsonObject, pier: JsonObject) -> list[float]:
    """Where the ties lie below the upper end of the bars, in: at their spacing, the last below."""
    row = row_of(found, "tie")
    if row is None:
        return []
    end, step = 12 * found["bar_length_ft"], row["spacing_in"]
    many = pier.get("top_ties") or 1
    places = [min(k * step, end) for k in range(1, row["count"] - many + 1)]
    return sorted([*(TOP_TIES * k / max(many - 1, 1) for k in range(many)), *places])


TOP_TIES = 5.0
"""Within which the ties that hold anchor rods lie, from the uppermost, in."""


def row_of(found: JsonObject, mark: str) -> JsonObject | None:
    """The row of the schedule with this mark."""
    return next((row for row in found.get("schedule") or () if row["mark"] == mark), None)


def step_of(steps: Iterable[JsonObject], symbol: str, subject: str) -> float | None:
    """The value of the first step with this symbol, about this subject."""
    found = (
        step["value"]
        for step in steps
        if step["symbol"] == symbol and (step.get("subject") or "").startswith(subject)
    )
    return next(found, None)


def eccentricities(steps: Iterable[JsonObject]) -> dict[str, float]:
    """How far off its middle Case B puts the force of each cabinet, by its name, ft."""
    return {
        step.get("subject", ""): step["value"]
        for step in steps
        if step["symbol"] == "e" and "k_e" in step["terms"]
    }


def term_of(steps: Iterable[JsonObject], origin: str, end: str = "") -> float | None:
    """The number that came from this place, or the first from a place with such an end in it."""
    found = (
        term["value"]
        for step in steps
        for term in step["terms"].values()
        if term["origin"].startswith(origin) and term["origin"].endswith(end)
    )
    return next(found, None)


def bars_words(row: JsonObject) -> str:
    """Bars as they are called out.

    >>> print(bars_words({"count": 8, "size": 4, "spacing_in": 12, "length_ft": 9}))
    8 #4 at 12"
    """
    words = f"{row['count']} #{row['size']}"
    return words if row["spacing_in"] is None else f"{words} at {inches(row['spacing_in'])}"


def concrete_words(steel: Mapping[str, Any]) -> str:
    """Concrete and bars as they are called out."""
    return f"f'c {number(steel['fc_psi'])} psi, bars Fy {number(steel['fy_ksi'])} ksi"
