"""The cabinets of the elevation in a table: all that a drawing may have no room to say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

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


def schedule(
    results: Mapping[str, Any], inputs: JsonObject, steps: Sequence[JsonObject]
) -> Iterator[Block]:
    """The cabinets with size, place, wind, and the eccentricity of Case B.

    Args:
        results: Results by kind.
        inputs: What was read.
        steps: Every step.
    """
    faces = (inputs.get("sign") or {}).get("elements") or []
    if not faces:
        return
    found = (results.get("exposure") or {}).get("elements") or []
    winds = [row for row in found if row["kind"] != "pole"]
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


def _wind(row: JsonObject) -> tuple[str, ...]:
    return tuple(number(row[key]) for key in ("area_ft2", "pressure_psf", "force_lbf"))
