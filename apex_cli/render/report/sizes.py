"""What is built: foundation and support, in words and sizes."""

from collections.abc import Iterator, Mapping
from typing import Any

from apex_cli.render.drawing.built import bars_words
from apex_cli.render.lengths import feet_inches
from apex_cli.render.report.notes import below, steel
from apex_cli.render.text import number, printable
from apex_cli.vocabulary import JsonObject


def sizes(results: Mapping[str, Any], inputs: JsonObject) -> Iterator[tuple[str, str]]:
    """Foundation, poles, what stands between them, concrete and bars."""
    if "footing" in results:
        yield from _footing(results["footing"])
    support = results.get("support")
    if support is None:
        yield from _poles(inputs, results.get("exposure"))
        return
    yield from steel(support, inputs["support"])
    yield from below(results, inputs)
    for kind in ("pier", "slab"):
        rows = (support[kind] or {}).get("schedule") or []
        if rows:
            yield "Bars", "; ".join(f"{printable(row['mark'])} {bars_words(row)}" for row in rows)


def _footing(footing: JsonObject) -> Iterator[tuple[str, str]]:
    width, depth = feet_inches(footing["width_ft"]), feet_inches(footing["depth_ft"])
    if footing["type"] == "pier":
        size = f"Ø {width}" if footing["shape"] == "round" else f"{width} × {width}"
        words = f"{footing['shape']} pier, {size}, {depth} deep"
    else:
        long = footing.get("length_ft") or footing["width_ft"]
        size = f"{width} × {feet_inches(long)}"
        thick = footing.get("thickness_ft")
        words = f"spread footing, {size}"
        words += f" × {feet_inches(thick)} thick" if thick else ""
        words += f", bottom {depth} below grade"
    if (count := footing["count"]) > 1:
        words = f"{count} of {words}"
    yield "Foundation", words[:1].upper() + words[1:]
    needed = f"{number(footing['required_depth_ft'])} ft"
    yield "Required depth", f"{needed}, governed by {printable(footing['governed_by'])}"
    if stem := footing.get("stem"):
        size = f"{feet_inches(stem['width_ft'])} × {feet_inches(stem['length_ft'])}"
        yield "Stem", f"{size} × {feet_inches(stem['height_ft'])} high"
    yield "Concrete", f"{number(footing['concrete_yd3'])} yd³ in all"


def _poles(inputs: JsonObject, wind: JsonObject | None) -> Iterator[tuple[str, str]]:
    """Poles whose steel is not checked."""
    poles = (inputs.get("sign") or {}).get("poles")
    if not poles:
        return
    rows = (wind or {}).get("stages") or []
    told = [
        row["section"] or f"{number(row['width_in'])} in {row['shape'].replace('_', ' ')}"
        for row in rows
    ]
    if not told and poles.get("width_in"):
        told = [f"{number(poles['width_in'])} in {poles.get('shape', '').replace('_', ' ')}"]
    words = ", ".join(told)
    yield "Poles", f"{poles.get('count', 1)} × {printable(words)}; their steel is not checked here"
