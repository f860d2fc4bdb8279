"""What the shop orders and cuts: cabinets, poles, foundation, steel, bars, quantities."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from apex_cli.render import measures, si
from apex_cli.render.drawing.dimensions import tidy
from apex_cli.render.measures import Measures
from apex_cli.render.report.cabinets import without_empty
from apex_cli.render.report.loads import in_units
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
    sign, told = inputs.get("sign") or {}, measures.of(*results.values())
    if faces := sign.get("elements"):
        yield _table("Cabinets", CABINETS, _cabinets(faces, told), told)
    if attached := sign.get("attachments"):
        yield _table("Attachments", ATTACHMENTS, _attachments(attached, told), told)
    if stages := (results.get("exposure") or {}).get("stages"):
        count = sign["poles"].get("count", 1)
        rows = (_stage(stage, told) for stage in stages)
        yield _table(f"Poles: {count} of each", STAGES, rows, told)
    built = tuple(Fact(name, printable(words)) for name, words in sizes(results, inputs))
    if built:
        yield Facts(built, "Foundation, steel and concrete")
    fixed = tuple(Fact(name, words) for name, words in fastening(results, inputs))
    if fixed:
        yield Facts(fixed, "Fastening")
    footing, support = results.get("footing"), results.get("support")
    keys = "concrete_yd3", "spoil_yd3", "concrete_weight_lbf"
    found = {key: footing[key] for key in keys} if footing else {}
    found |= (support or {}).get("quantities") or {}
    if found:
        yield from blocks(
            si.record(found) if told.metric else found, "Quantities of the whole sign"
        )


def _table(
    title: str, columns: Sequence[Column], rows: Iterable[tuple[str, ...]], told: Measures
) -> Table:
    return without_empty(Table(title, in_units(columns, told), tuple(rows)), told)


def _weight(field: str, value: float | None, told: Measures) -> str:
    """A weight, if there is one."""
    return number(told.field(field, value)[0]) if value else ""


def _cabinets(faces: Sequence[JsonObject], told: Measures) -> Iterator[tuple[str, ...]]:
    for n, face in enumerate(faces, 1):
        area = face.get("area_ft2") or face["width_ft"] * face["height_ft"]
        weight = face.get("weight_psf")
        top = face["bottom_ft"] + face["height_ft"]
        yield (
            str(n),
            printable(face.get("name") or "cabinet"),
            *(told.length(face[key]) for key in ("width_ft", "height_ft")),
            told.length(face["thickness_ft"]) if face.get("thickness_ft") else "",
            told.length(face["bottom_ft"]),
            told.length(top),
            told.length(face.get("offset_ft", 0)) if face.get("offset_ft") else "",
            _weight("weight_lbf", tidy(round(weight * area, 1)) if weight else None, told),
        )


def _attachments(attached: Sequence[JsonObject], told: Measures) -> Iterator[tuple[str, ...]]:
    for n, one in enumerate(attached, 1):
        yield (
            str(n),
            printable(one.get("name") or "attachment"),
            told.length(one["height_ft"]),
            told.length(one["offset_ft"]) if one.get("offset_ft") else "",
            _weight("weight_lbf", one.get("weight_lbf"), told),
        )


def _stage(stage: JsonObject, told: Measures) -> tuple[str, ...]:
    low, high = stage["bottom_ft"], stage["top_ft"]
    size = f"{told.inches(stage['width_in'])} {stage['shape'].replace('_', ' ')}"
    return (
        printable(stage["name"]),
        printable(stage["section"] or size),
        told.length(low),
        told.length(high),
        told.length(high - low),
        _weight("weight_plf", stage.get("weight_plf"), told),
    )
