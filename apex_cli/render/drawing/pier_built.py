"""A pier as the envelope tells it, and what stands in it."""

from typing import NamedTuple

from apex_cli.render.drawing.built import Cage, Pole, cage_of, pole_of
from apex_cli.vocabulary import JsonObject


class Pier(NamedTuple):
    """A pier as it was read and found, and what stands in it."""

    footing: JsonObject
    steel: JsonObject
    found: JsonObject
    base: JsonObject
    pole: Pole
    reveal: float
    cage: Cage | None
    site: JsonObject

    @property
    def height(self) -> float:
        """From its bottom to its top, ft."""
        return float(self.footing["depth_ft"] + self.reveal)

    @property
    def embedded(self) -> float | None:
        """How deep the pole goes into it, ft."""
        if self.base.get("type") != "embedded":
            return None
        depth: float | None = self.base.get("depth_ft")
        return depth


def pier_of(results: JsonObject, inputs: JsonObject) -> Pier | None:
    """The pier; None where its concrete is not told."""
    given, footing = inputs.get("support") or {}, results["footing"]
    if not given.get("pier") or footing["type"] != "pier":
        return None
    support = results["support"]
    found = support["pier"] or {}
    reveal = float((inputs.get("footing") or {}).get("reveal_ft") or 0.0)
    cage = cage_of(given["pier"], found, footing, footing["depth_ft"] + reveal)
    base = dict(given.get("base") or {})
    if base.get("type") == "embedded" and support["embedded"]:
        base["depth_ft"] = support["embedded"]["depth_ft"]
    site = inputs.get("site") or {}
    pole = pole_of(support, inputs)
    return Pier(footing, given["pier"], found, base, pole, reveal, cage, site)
