"""What a sheet of drawings says beside them: loads, ground, materials, callouts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apex_cli.render.drawing.base_plate import weld_words
from apex_cli.render.drawing.built import concrete_words, term_of
from apex_cli.render.drawing.pier_built import pier_of
from apex_cli.render.drawing.strokes import rods_words
from apex_cli.render.report.criteria import pressure_words
from apex_cli.render.report.model import Block, Fact, Facts, Heading
from apex_cli.render.text import number, printable
from apex_cli.vocabulary import JsonObject


def notes(
    results: Mapping[str, Any], inputs: JsonObject, steps: Sequence[JsonObject]
) -> Iterator[Block]:
    """The notes; nothing where nothing at grade is told.

    Args:
        results: Results by kind.
        inputs: What was read.
        steps: Every step.
    """
    given = inputs.get("support") or {}
    if "support" not in results or not any(given.get(key) for key in ("base", "pier", "slab")):
        return
    rows = [
        *_loads(results, inputs),
        *_ground(results, inputs, steps),
        *steel(results["support"], given),
        *below(results, inputs),
    ]
    yield Heading("Notes to the drawings")
    yield Facts(tuple(Fact(name, printable(words)) for name, words in rows))


def _loads(results: Mapping[str, Any], inputs: JsonObject) -> Iterator[tuple[str, str]]:
    """Standards, wind, and what reaches grade."""
    site, support = inputs.get("site") or {}, results["support"]
    found = [*results.values(), support["pier"] or {}, support["slab"] or {}]
    standards = dict.fromkeys(one["standard"] for one in found if "standard" in one)
    yield "Standards", ", ".join(standards)
    if given := site.get("given_pressure"):
        yield "Wind", pressure_words(given)
    if "wind_speed_mph" in site:
        told = [f"{number(site['wind_speed_mph'])} mph"]
        told += [f"{words} {site[key]}" for words, key in _SITE if site.get(key)]
        yield "Wind", ", ".join(told)
    first = support["reactions"][0]["pole"]
    rows = [row for row in support["reactions"] if row["pole"] == first]
    worst = max(rows, key=lambda row: row["moment_kipft"])
    told = [
        f"{words} {number(worst[key])} {unit}"
        for words, key, unit in (
            ("axial", "axial_lbf", "lbf"), ("shear", "shear_lbf", "lbf"),
            ("moment", "moment_kipft", "kip-ft"), ("torsion", "torsion_kipft", "kip-ft"),
        )
    ]  # fmt: skip
    yield "Largest moment at grade", f"{worst['combination']}: {', '.join(told)}"


def _ground(
    results: Mapping[str, Any], inputs: JsonObject, steps: Sequence[JsonObject]
) -> Iterator[tuple[str, str]]:
    """Soil and frost; the class's values as the footing calculation took them."""
    site, soil = inputs.get("site") or {}, inputs.get("soil") or {}
    told = [f"{words} {number(soil[key])}{unit}" for words, key, unit in _SOIL if soil.get(key)]
    lateral = term_of(steps, "footing:/presumptive/", "/lateral")
    if lateral is not None:
        told.append(f"lateral {number(lateral)} psf/ft")
    bearing = (results.get("footing") or {}).get("bearing") or {}
    if bearing.get("allowable_psf") is not None:
        told.append(f"bearing {number(bearing['allowable_psf'])} psf allowed")
    if told:
        yield "Soil", ", ".join(told)
    if site.get("frost_depth_in"):
        yield "Frost depth", f"{number(site['frost_depth_in'])} in"


_SITE = ("exposure", "exposure"), ("risk category", "risk_category")
_SOIL = (
    ("class", "class", ""),
    ("lateral", "lateral_psf_per_ft", " psf/ft"),
    ("vertical", "vertical_psf", " psf"),
)


def steel(support: JsonObject, given: JsonObject) -> Iterator[tuple[str, str]]:
    """The pole at grade, its plate, rods and weld."""
    steel, base = support["steel"][0], given.get("base") or {}
    strength = f"Fy {number(steel['fy_ksi'])} ksi, Fu {number(steel['fu_ksi'])} ksi"
    yield "Pole at grade", f"{support['stages'][0]['section']}, {steel['material']}, {strength}"
    if plate := base.get("plate"):
        wide = number(plate["width_in"])
        size = f"Ø {wide}" if plate["shape"] == "round" else f"{wide} × {wide}"
        size += f" × {number(plate['thickness_in'])} in"
        yield "Base plate", f"{size}, Fy {number(plate['fy_ksi'])} ksi"
    if rods := base.get("rods"):
        place = f"on a circle of {number(rods['circle_in'])} in"
        deep = f"embedded {number(rods['embedment_in'])} in"
        yield "Anchor rods", f"{rods_words(rods)}, {place}, {deep}"
    if weld := base.get("weld"):
        yield "Weld of pole and plate", weld_words(weld)
    if kind := base.get("bearing"):
        standoff = base.get("standoff_in")
        words = kind.replace("_", " ")
        yield "Plate bears on", words if standoff is None else f"{words}, {number(standoff)} in"


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
        yield "Clear cover of the ties", f"{number(found.cage.cover)} in"
    if embedded := support["embedded"]:
        words = f"{number(embedded['depth_ft'])} ft into the concrete"
        yield "Pole embedded", f"{words}, {number(embedded['required_depth_ft'])} ft needed"
