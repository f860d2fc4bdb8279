"""Signs at buildings in words: how they are mounted, the building, what fastens them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from apex_cli.render.lengths import feet_inches, size
from apex_cli.render.report.model import Block, Heading
from apex_cli.render.report.model_equations import Family
from apex_cli.render.text import number, printable
from apex_cli.vocabulary import JsonObject

MOUNTED: Mapping[str, str] = {
    "wall": ", on a wall",
    "projecting": ", projecting from a wall",
    "roof": ", on a roof",
}
"""How a sign at a building is mounted, in words."""


ON_A_ROOF: Mapping[str, str] = {
    "Wind on the poles": "Places of the frames",
    "at grade": "at the roof",
    "pole": "frame",
}
"""Words of equations that signs on poles share with signs on frames, and those of the latter."""


def on_a_roof(part: Block) -> Block:
    """A part of the calculation in the words of a sign on frames."""
    if isinstance(part, Heading):
        return replace(part, text=_of_frames(part.text))
    if isinstance(part, Family):
        given = tuple(replace(item, source=_of_frames(item.source)) for item in part.given)
        rows = tuple(
            replace(row, about=row.about.replace("poles, Case", "frames, Case"))
            for row in part.rows
        )
        return replace(part, words=_of_frames(part.words), given=given, rows=rows)
    return part


def _of_frames(words: str) -> str:
    for poles, frames in ON_A_ROOF.items():
        words = words.replace(poles, frames)
    return words


def mounted(sign: JsonObject) -> str:
    """How a sign at a building is mounted; nothing of one on the ground."""
    words = MOUNTED.get(sign.get("mounting", ""), "")
    if words and (gap := sign.get("gap_ft")):
        words += f", {feet_inches(gap)} off it"
    elif sign.get("mounting") == "wall":
        words += ", without a gap"
    if frames := sign.get("frames"):
        words += f", on {_count(frames, 'frame')}"
        if base := frames.get("base_ft"):
            words += f", from foot to foot {feet_inches(base)}"
    if brackets := sign.get("brackets"):
        words += f", on {_count(brackets, 'bracket')}"
    return words


def _count(told: JsonObject, what: str) -> str:
    count = told["count"]
    if count == 1:
        return f"one {what}"
    return f"{count} {what}s {feet_inches(told['spacing_ft'])} apart"


def building_words(building: JsonObject, wind: JsonObject | None) -> str:
    """The building as far as the wind asks for it, and how far the sign is from its edges."""
    told = [f"mean roof height {number(building['mean_roof_height_ft'])} ft"]
    plan = [number(building[key]) for key in ("width_ft", "depth_ft") if key in building]
    if len(plan) == len(("width", "depth")):
        told.append(f"{' × '.join(plan)} ft in plan")
    edges = [
        f"{feet_inches(building[f'{side}_ft'])} {side}"
        for side in ("left", "right")
        if building.get(f"{side}_ft") is not None
    ]
    if edges:
        told.append(f"from the sign's axis to the wall's edges {' and '.join(edges)}")
    zone = (wind or {}).get("zone_width_ft")
    told += [f"zone 5 is {feet_inches(zone)} wide"] if zone else []
    return "; ".join(told)


MOST_PRESSURES = 6
"""Of more the largest stand on the first page."""


def wall_pressures(wind: JsonObject) -> Iterator[tuple[str, str]]:
    """What the components and cladding of a wall give each cabinet on it, at strength level."""
    found = [
        (zone["outward_psf"], zone["inward_psf"], f"{printable(row['name'])} ", zone["zone"])
        for row in wind.get("elements") or []
        for zone in row.get("zones") or []
    ]
    if len(found) > MOST_PRESSURES:
        found = [(*(max(row[n] for row in found) for n in (0, 1)), "at most ", max(found)[3])]
    if found:
        told = (
            f"{of}{number(outward)} psf off the wall, {number(inward)} psf towards it (zone {zone})"
            for outward, inward, of, zone in found
        )
        yield "Design pressures", "; ".join(told)


def fastening(results: Mapping[str, Any], inputs: JsonObject) -> Iterator[tuple[str, str]]:
    """The anchors of each cabinet, or of a bracket, and what each of them takes at most."""
    sign, wind = inputs.get("sign") or {}, results.get("exposure") or {}
    if (told := (sign.get("brackets") or {}).get("anchors")) and (found := wind.get("anchors")):
        yield "Anchors of a bracket", _anchors(told, found)
    faces, rows = sign.get("elements") or [], wind.get("elements") or []
    if len(faces) != len(rows):
        return
    for face, row in zip(faces, rows, strict=True):
        if (told := face.get("anchors")) and (found := row.get("anchors")):
            name = printable(face.get("name") or "cabinet")
            yield f"Anchors of {name}", _anchors(told, found)


def _anchors(told: JsonObject, found: JsonObject) -> str:
    """Rows and columns, what one takes, and what it may take or that nobody says."""
    grid = [
        f"{told[f'{way}s']} {way}{'s' * (told[f'{way}s'] > 1)}"
        + (f" {size(told[f'{way}_spacing_in'])} apart" if told[f"{way}s"] > 1 else "")
        for way in ("row", "column")
    ]
    may = told.get("tension_lbf")
    words = f"{', '.join(grid)}; "
    if may is None:
        pull, push = number(found["asd_tension_lbf"]), number(found["asd_shear_lbf"])
        return (
            f"{words}one takes {pull} lbf tension, {push} lbf shear (ASD): NOT CHECKED, no capacity"
        )
    level = "ASD" if told["level"] == "asd" else "strength"
    return (
        f"{words}one may take {number(may)} lbf tension, {number(told['shear_lbf'])} lbf shear "
        f"({level}; {printable(told['source'])})"
    )
