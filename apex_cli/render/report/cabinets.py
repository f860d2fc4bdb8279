"""Cabinets and attachments of the elevation in tables: what a drawing has no room to say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from apex_cli.render import measures
from apex_cli.render.drawing.attachments import winds_on
from apex_cli.render.drawing.built import eccentricities
from apex_cli.render.drawing.cabinet import winds_of
from apex_cli.render.report.loads import in_units
from apex_cli.render.report.model import Block, Column, Table
from apex_cli.render.text import number, printable
from apex_cli.vocabulary import JsonObject

COLUMNS = (
    Column("no.", numeric=True), Column("cabinet", wide=True), Column("width"), Column("height"),
    Column("depth"), Column("bottom"), Column("offset"), Column("area", "ft²", numeric=True),
    Column("p", "psf", numeric=True), Column("F", "lbf", numeric=True), Column("e, Case B"),
)  # fmt: skip


ATTACHMENTS = (
    Column("attachment", wide=True), Column("EPA", "ft²", numeric=True),
    Column("area", "ft²", numeric=True), Column("weight", "lbf", numeric=True), Column("height"),
    Column("offset"), Column("Cf", numeric=True), Column("force", "lbf", numeric=True),
    Column("source", wide=True),
)  # fmt: skip


def schedule(
    results: Mapping[str, Any], inputs: JsonObject, steps: Sequence[JsonObject]
) -> Iterator[Block]:
    """The attachments; the cabinets with size, place, wind, and the eccentricity of Case B.

    Args:
        results: Results by kind.
        inputs: What was read.
        steps: Every step.
    """
    sign = inputs.get("sign") or {}
    found = (results.get("exposure") or {}).get("elements") or []
    yield from _attachments(sign.get("attachments") or [], found)
    faces = sign.get("elements") or []
    if not faces:
        return
    winds, eccentric = winds_of(faces, results.get("exposure")), eccentricities(steps)
    told = measures.of(results.get("exposure"))
    rows = (
        (
            str(n),
            printable(face.get("name") or "cabinet"),
            *(told.length(face[key]) for key in ("width_ft", "height_ft")),
            told.length(deep) if (deep := face.get("thickness_ft")) else "",
            told.length(face["bottom_ft"]),
            told.length(face.get("offset_ft") or 0),
            *(_wind(wind, told) if wind else ("", "", "")),
            told.length(e) if (e := eccentric.get(face.get("name") or "")) else "",
        )
        for n, (face, wind) in enumerate(zip(faces, winds, strict=True), 1)
    )
    title = "Cabinets, as they are numbered in the elevation" if len(faces) > 1 else "The cabinet"
    yield without_empty(Table(title, in_units(COLUMNS, told), tuple(rows)), told)


def without_empty(table: Table, told: measures.Measures) -> Table:
    """The table without columns in which nothing stands, or no offset."""
    one = {"1"} if len(table.rows) == 1 else set()
    nothing = {"no.": one, "offset": {"", told.length(0.0)}, "depth": {""}, "e, Case B": {""}}
    kept = [
        n
        for n, column in enumerate(table.columns)
        if not {row[n] for row in table.rows} <= nothing.get(column.name, set())
    ]
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in kept), rows=rows)


def _attachments(attached: Sequence[JsonObject], found: Sequence[JsonObject]) -> Iterator[Block]:
    """The attachments with place, weight and wind."""
    if not attached:
        return
    rows = []
    for n, (one, row) in enumerate(winds_on(attached, found), 1):
        name, wind = one.get("name") or f"attachment {n}", row or {}
        given = ("epa_ft2", "area_ft2", "weight_lbf")
        rows.append(
            (
                printable(name), *(number(one[key]) if key in one else "" for key in given),
                measures.US.length(one["height_ft"]), measures.US.length(one.get("offset_ft") or 0),
                *(number(wind.get(key, "")) for key in ("cf", "force_lbf")),
                printable(_source(one)),
            )
        )  # fmt: skip
    yield Table("Attachments", ATTACHMENTS, tuple(rows))


def _source(one: JsonObject) -> str:
    """Where the area of an attachment comes from, and its force coefficient if nobody gave it."""
    told = one.get("source") or "none is given"
    alone = "area_ft2" in one and "cf" not in one
    return f"{told}; Cf of a flat-sided member" if alone else told


def _wind(row: JsonObject, told: measures.Measures) -> tuple[str, ...]:
    keys = "area_ft2", "pressure_psf", "force_lbf"
    return tuple(number(told.field(key, row[key])[0]) for key in keys)
