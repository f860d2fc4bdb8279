"""A slab as the envelope tells it, and what stands on it."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

from apex_cli.render.drawing.built import Point, Pole, bars_words, pole_of, row_of, term_of
from apex_cli.render.drawing.dimensions import tidy
from apex_cli.vocabulary import JsonObject

SIDES = "along the wind on the faces", "across it"


class Mat(NamedTuple):
    """The bars at the bottom or at the top: rows of the schedule along the width and across it."""

    name: str
    along: JsonObject
    across: JsonObject

    @property
    def words(self) -> str:
        """The bars as they are called out."""
        first, second = bars_words(self.along), bars_words(self.across)
        if first == second:
            return f"{self.name} {first} each way"
        return f"{self.name} {first}, {second} across"


class Slab(NamedTuple):
    """A slab as it was read and found, and what stands on it; lengths in ft, cover in."""

    footing: JsonObject
    steel: JsonObject
    found: JsonObject
    base: JsonObject
    pole: Pole
    mats: list[Mat]
    cover: float
    top_cover: float
    site: JsonObject

    @property
    def sides(self) -> tuple[float, float]:
        """Along the wind on the faces and across it, ft."""
        wide = self.footing["width_ft"]
        return wide, self.footing.get("length_ft") or wide


def slab_of(results: JsonObject, inputs: JsonObject, steps: Sequence[JsonObject]) -> Slab | None:
    """The slab; None where it is not told."""
    given, footing, support = inputs.get("support") or {}, results["footing"], results["support"]
    if not given.get("slab") or footing["type"] != "spread" or not footing.get("thickness_ft"):
        return None
    found = support["slab"] or {}
    mats = []
    for name in ("bottom", "top"):
        first, second = (row_of(found, f"{name}, {side}") for side in SIDES)
        if first and second:
            turned = _turned(footing, first, second)
            mats.append(Mat(name, second, first) if turned else Mat(name, first, second))
    cover = tidy(6 * (footing["width_ft"] - mats[0].along["length_ft"])) if mats else 0.0
    top = term_of(steps, "concrete:/slab/top_cover") or cover
    site = inputs.get("site") or {}
    base, pole = given.get("base") or {}, pole_of(support, inputs)
    return Slab(footing, given["slab"], found, base, pole, mats, cover, top, site)


def _turned(footing: JsonObject, along: JsonObject, across: JsonObject) -> bool:
    """Whether the first row runs along the length: where the wind turns, the shorter side leads."""
    wide = footing["width_ft"] > (footing.get("length_ft") or footing["width_ft"])
    return bool(wide and along["length_ft"] < across["length_ft"])


class Dowels(NamedTuple):
    """Dowels into a stem: their diameter (in), where they stand (in), their cover, what is told."""

    row: JsonObject
    places: list[Point]
    cover: float
    hooked: bool
    lap: float | None
    embedment: float
    needed: float


def dowels_of(slab: Slab) -> Dowels | None:
    """The dowels; None where there are none."""
    given, found = slab.steel.get("dowels"), slab.found.get("dowels")
    row, stem = row_of(slab.found, "dowels"), slab.footing.get("stem")
    if not given or not found or row is None or not stem:
        return None
    cover = given.get("cover_in") or slab.cover or USUAL_COVER
    inset = cover + row["size"] / 16
    a, b = (6 * (stem[key] or stem["width_ft"]) - inset for key in ("width_ft", "length_ft"))
    count = row["count"]
    if stem["shape"] == "round":
        places = [(a * cos(2 * pi * k / count), a * sin(2 * pi * k / count)) for k in range(count)]
    else:
        places = [(x, y) for x in (-a, a) for y in evenly(count // 2, b)]
    hooked, lap = bool(given.get("hooked")), given.get("lap_in")
    return Dowels(row, places, cover, hooked, lap, found["embedment_in"], found["development_in"])


USUAL_COVER = 3.0
"""Cover against earth, where neither the project nor the bars of the slab tell it, in."""


def evenly(count: int, end: float) -> list[float]:
    """Places evenly between -end and end."""
    return [-end + 2 * end * k / max(count - 1, 1) for k in range(count)]
