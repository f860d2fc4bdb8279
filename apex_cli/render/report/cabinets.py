"""Cabinets and attachments of the elevation in tables: what a drawing has no room to say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apex_cli.render.drawing.attachments import NOT_FACES, winds_on
from apex_cli.render.drawing.built import eccentricities
from apex_cli.render.lengths import feet_inches
from apex_cli.render.report.model import Block, Column, Table
from apex_cli.render.text import number, printable
from apex_cli.vocabulary import JsonObject

COLUMNS = (
    Column("no.", numeric=True), Column("cabinet", wide=True), Column("width"), Column("height"),
    Column("lower edge"), Column("offset"), Column("area", "ft²", numeric=True),
    Column("pressure", "psf", numeric=True), Column("force", "lbf", numeric=True),
    Column("e of Case B"),
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
    winds = [row for row in found if row["kind"] not in NOT_FACES]
    eccentric = eccentricities(steps)
    alike = len(winds) == len(faces)
    rows = (
        (
            str(n),
            printable(face.get("name") or "cabinet"),
            *(feet_inches(face[key]) for key in ("width_ft", "height_ft", "bottom_ft")),
            feet_inches(face.get("offset_ft") or 0),
            *(_wind(winds[n - 1]) if alike else ("", "", "")),
            feet_inches(e) if (e := eccentric.get(face.get("name") or "")) else "",
        )
        for n, face in enumerate(faces, 1)
    )
    yield Table("Cabinets, as they are numbered in the elevation", COLUMNS, tuple(rows))


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
                feet_inches(one["height_ft"]), feet_inches(one.get("offset_ft") or 0),
                *(number(wind.get(key, "")) for key in ("cf", "force_lbf")),
                printable(one.get("source") or ""),
            )
        )  # fmt: skip
    yield Table("Attachments", ATTACHMENTS, tuple(rows))


def _wind(row: JsonObject) -> tuple[str, ...]:
    return tuple(number(row[key]) for key in ("area_ft2", "pressure_psf", "force_lbf"))
