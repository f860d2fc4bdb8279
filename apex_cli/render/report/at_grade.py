"""What stands at and below grade, in words: steel, plate, rods, concrete, bars."""

from collections.abc import Iterator, Mapping
from typing import Any

from apex_cli.render.drawing.base_plate import weld_words
from apex_cli.render.drawing.built import concrete_words
from apex_cli.render.drawing.pier_built import pier_of
from apex_cli.render.drawing.strokes import rods_words
from apex_cli.render.lengths import inches, length, size
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject


def steel(support: JsonObject, given: JsonObject) -> Iterator[tuple[str, str]]:
    """The pole at grade, its plate, rods and weld."""
    steel, base = support["steel"][0], given.get("base") or {}
    strength = f"Fy {number(steel['fy_ksi'])} ksi, Fu {number(steel['fu_ksi'])} ksi"
    yield "Pole at grade", f"{support['stages'][0]['section']}, {steel['material']}, {strength}"
    if plate := base.get("plate"):
        wide = size(plate["width_in"])
        sides = f"Ø {wide}" if plate["shape"] == "round" else f"{wide} × {wide}"
        sides += f" × {inches(plate['thickness_in'])}"
        yield "Base plate", f"{sides}, Fy {number(plate['fy_ksi'])} ksi"
    if rods := base.get("rods"):
        place = f"on a circle of {size(rods['circle_in'])}"
        deep = f"embedded {size(rods['embedment_in'])}"
        yield "Anchor rods", f"{rods_words(rods)}, {place}, {deep}"
    if weld := base.get("weld"):
        yield "Weld of pole and plate", weld_words(weld)
    if kind := base.get("bearing"):
        standoff = base.get("standoff_in")
        words = kind.replace("_", " ")
        yield "Plate bears on", words if standoff is None else f"{words}, {inches(standoff)}"


def below(results: Mapping[str, Any], inputs: JsonObject) -> Iterator[tuple[str, str]]:
    """Concrete and bars."""
    given, support = inputs["support"], results["support"]
    for kind in ("pier", "slab"):
        if not given.get(kind):
            continue
        yield f"Concrete and bars of the {kind}", concrete_words(given[kind])
        found = support[kind] or {}
        if found.get("development_in") is not None:
            yield "Development of straight bars", f"{number(found['development_in'])} in"
    found = pier_of(results, inputs) if "footing" in results else None
    if found is not None and found.cage is not None:
        yield "Clear cover of the ties", inches(found.cage.cover)
    if embedded := support["embedded"]:
        words = f"{length(embedded['depth_ft'])} into the concrete"
        yield "Pole embedded", f"{words}, {number(embedded['required_depth_ft'])} ft needed"
