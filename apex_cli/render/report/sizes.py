"""What is built: foundation and support, in words and sizes."""

from collections.abc import Iterator, Mapping
from typing import Any

from apex_cli.render import measures
from apex_cli.render.drawing.built import bars_words
from apex_cli.render.drawing.view import by_hand
from apex_cli.render.report.at_grade import below, steel
from apex_cli.render.text import printable
from apex_cli.vocabulary import JsonObject


def sizes(results: Mapping[str, Any], inputs: JsonObject) -> Iterator[tuple[str, str]]:
    """Foundation, poles, what stands between them, concrete and bars."""
    if "footing" in results:
        yield from _footing(results["footing"])
    support = results.get("support")
    if support is None:
        yield from _poles(inputs, results.get("exposure"), measures.of(*results.values()))
        return
    yield from steel(support, inputs["support"])
    yield from below(results, inputs)
    for kind in ("pier", "slab"):
        rows = (support[kind] or {}).get("schedule") or []
        if rows:
            yield "Bars", "; ".join(f"{printable(row['mark'])} {bars_words(row)}" for row in rows)


def _footing(footing: JsonObject) -> Iterator[tuple[str, str]]:
    told = measures.of(footing)
    width, depth = told.length(footing["width_ft"]), told.length(footing["depth_ft"])
    count = footing["count"]
    if footing["type"] == "pier":
        size = f"Ø {width}" if footing["shape"] == "round" else f"{width} × {width}"
        what, size = f"{footing['shape']} pier", f"{size}, {depth} deep"
    else:
        size = f"{width} × {told.length(footing.get('length_ft') or footing['width_ft'])}"
        thick = footing.get("thickness_ft")
        size += f" × {told.length(thick)} thick" if thick else ""
        what, size = "spread footing", f"{size}, bottom {depth} below grade"
    words = f"{what}, {size}" if count == 1 else f"{count} {what}s, each {size}"
    yield "Foundation", words[:1].upper() + words[1:]
    needed, by = told.found(footing["required_depth_ft"]), printable(footing["governed_by"])
    # Of a spread footing frost and the least depth alone govern how deep it is.
    spread = footing["type"] == "spread"
    governs = f"; {by} governs its size in plan" if spread else f", governed by {by}"
    yield "Required depth", f"{needed}{governs}"
    if stem := footing.get("stem"):
        wide = told.length(stem["width_ft"])
        long = told.length(stem["length_ft"] or stem["width_ft"])
        size = f"Ø {wide}" if stem["shape"] == "round" else f"{wide} × {long}"
        yield "Stem", f"{size} × {told.length(stem['height_ft'])} high"
    yield "Concrete", f"{told.volume(footing['concrete_yd3'])} in all"


def _poles(
    inputs: JsonObject, wind: JsonObject | None, units: measures.Measures
) -> Iterator[tuple[str, str]]:
    """Poles whose steel is not checked."""
    poles = (inputs.get("sign") or {}).get("poles")
    if not poles:
        return
    rows = (wind or {}).get("stages") or []
    told = [
        row["section"] or f"{units.inches(row['width_in'])} {row['shape'].replace('_', ' ')}"
        for row in rows
    ]
    if not told and poles.get("width_in"):
        told = [by_hand(poles, units)]
    words = ", ".join(told)
    yield "Poles", f"{poles.get('count', 1)} × {printable(words)}; their steel is not checked here"
