"""What the shop orders and cuts: cabinets, poles, foundation, steel, bars, quantities."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apex_cli.render.lengths import feet_inches, inches
from apex_cli.render.report.model import Block, Column, Fact, Facts, Table
from apex_cli.render.report.mounted import fastening
from apex_cli.render.report.records import blocks
from apex_cli.render.report.sizes import sizes
from apex_cli.render.text import number, printable
from apex_cli.vocabulary import JsonObject

CABINETS = (
    Column("no.", numeric=True), Column("cabinet", wide=True), Column("width"), Column("height"),
    Column("depth"), Column("lower edge"), Column("upper edge"), Column("offset"),
    Column("weight", "lbf", numeric=True),
)  # fmt: skip
ATTACHMENTS = (
    Column("no.", numeric=True), Column("attachment", wide=True), Column("height"),
    Column("offset"), Column("weight", "lbf", numeric=True),
)  # fmt: skip
STAGES = (
    Column("stage"), Column("section", wide=True), Column("from"), Column("to"), Column("length"),
    Column("weight", "lbf/ft", numeric=True),
)  # fmt: skip


def shop(results: Mapping[str, Any], inputs: JsonObject) -> Iterator[Block]:
    """Dimensions, materials and quantities; no equation, no price.

    Args:
        results: Results by kind.
        inputs: What was read.
    """
    sign = inputs.get("sign") or {}
    if faces := sign.get("elements"):
        yield Table("Cabinets", CABINETS, tuple(_cabinets(faces)))
    if attached := sign.get("attachments"):
        yield Table("Attachments", ATTACHMENTS, tuple(_attachments(attached)))
    if stages := (results.get("exposure") or {}).get("stages"):
        count = sign["poles"].get("count", 1)
        yield Table(f"Poles: {count} of each", STAGES, tuple(map(_stage, stages)))
    told = tuple(Fact(name, printable(words)) for name, words in sizes(results, inputs))
    if told:
        yield Facts(told, "Foundation, steel and concrete")
    fixed = tuple(Fact(name, words) for name, words in fastening(results, inputs))
    if fixed:
        yield Facts(fixed, "Fastening")
    footing, support = results.get("footing"), results.get("support")
    keys = "concrete_yd3", "spoil_yd3", "concrete_weight_lbf"
    found = {key: footing[key] for key in keys} if footing else {}
    found |= (support or {}).get("quantities") or {}
    if found:
        yield from blocks(found, "Quantities of the whole sign")


def _cabinets(faces: Sequence[JsonObject]) -> Iterator[tuple[str, ...]]:
    for n, face in enumerate(faces, 1):
        area = face.get("area_ft2") or face["width_ft"] * face["height_ft"]
        weight = face.get("weight_psf")
        top = face["bottom_ft"] + face["height_ft"]
        yield (
            str(n),
            printable(face.get("name") or "cabinet"),
            *(feet_inches(face[key]) for key in ("width_ft", "height_ft")),
            feet_inches(face["thickness_ft"]) if face.get("thickness_ft") else "",
            feet_inches(face["bottom_ft"]),
            feet_inches(top),
            feet_inches(face.get("offset_ft", 0)) if face.get("offset_ft") else "",
            number(round(weight * area, 1)) if weight else "",
        )


def _attachments(attached: Sequence[JsonObject]) -> Iterator[tuple[str, ...]]:
    for n, one in enumerate(attached, 1):
        weight = one.get("weight_lbf")
        yield (
            str(n),
            printable(one.get("name") or "attachment"),
            feet_inches(one["height_ft"]),
            feet_inches(one["offset_ft"]) if one.get("offset_ft") else "",
            number(weight) if weight else "",
        )


def _stage(stage: JsonObject) -> tuple[str, ...]:
    low, high = stage["bottom_ft"], stage["top_ft"]
    size = f"{inches(stage['width_in'])} {stage['shape'].replace('_', ' ')}"
    weight = stage.get("weight_plf")
    return (
        printable(stage["name"]),
        printable(stage["section"] or size),
        feet_inches(low),
        feet_inches(high),
        feet_inches(high - low),
        number(weight) if weight else "",
    )
