"""A slab as the envelope tells it, and what stands on it."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.render.drawing.built import Pole, bars_words, pole_of, row_of, term_of
from apex_cli.render.drawing.dimensions import tidy
from apex_cli.vocabulary import JsonObject

SIDES = "along the wind on the faces", "across it"


class Mat(NamedTuple):
    """The bars at the bottom or at the top: rows of the schedule along the wind and across it."""

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
    frost: float | None

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
        rows = [row_of(found, f"{name}, {side}") for side in SIDES]
        if rows[0] and rows[1]:
            mats.append(Mat(name, rows[0], rows[1]))
    cover = tidy(6 * (footing["width_ft"] - mats[0].along["length_ft"])) if mats else 0.0
    top = term_of(steps, "concrete:/slab/top_cover") or cover
    frost = (inputs.get("site") or {}).get("frost_depth_in")
    base, pole = given.get("base") or {}, pole_of(support, inputs)
    return Slab(footing, given["slab"], found, base, pole, mats, cover, top, frost)


def evenly(count: int, end: float) -> list[float]:
    """Places evenly between -end and end."""
    return [-end + 2 * end * k / max(count - 1, 1) for k in range(count)]
