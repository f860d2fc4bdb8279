"""Sheets: published calculations, their inputs and the numbers they print."""

from pathlib import Path
from typing import Annotated, Any, Literal

from msgspec import Meta

from apex_cli.errors import InternalFault
from apex_cli.records.fields import MOST, Number, field, whole
from apex_cli.records.model import Faulty, Model
from apex_cli.vocabulary import LongText, ShortText
from apex_cli.yaml_reader import parse

_PACKAGE = Path(__file__).resolve().parents[1]


class Expectation(Model):
    """One number of a sheet.

    `origin` is `printed` for a number that stands in the document, and `recomputed` for one that
    is put beside it, because the document's own is not what the code asks for.
    """

    name: ShortText = field(description="Name of the probe's answer.")
    value: Number
    tolerance: Annotated[float, Meta(ge=0, le=MOST)]
    unit: ShortText
    reason: ShortText = field(description="Why the tolerance is what it is.")
    origin: Literal["printed", "recomputed"] = "printed"


class Sheet(Model):
    """A published case: where it stands, what goes in, what must come out."""

    id: Annotated[str, Meta(pattern=whole(r"^[A-Z]{2,4}-[0-9]{2}$"))]
    title: ShortText
    topic: ShortText
    standard: ShortText
    source: LongText = field(description="Document and address.")
    provenance: ShortText = field(description="What kind of document it is.")
    probe: Annotated[str, Meta(pattern=whole(r"^[a-z]+\.[a-z_]+$"))]
    given: dict[str, Any]
    expect: Annotated[list[Expectation], Meta(min_length=1)]
    note: LongText | None = None


def folder() -> Path:
    """Folder of the sheets: inside an installed package, or among the tests of a checkout."""
    inside = _PACKAGE / "data" / "published"
    return inside if inside.is_dir() else _PACKAGE.parent / "tests" / "published"


def load(path: Path) -> Sheet:
    """The sheet in this file.

    Raises:
        InternalFault: The file is not a sheet; it ships with the program, so this is our fault.
    """
    located = parse(path.read_bytes(), path.name)
    try:
        sheet = Sheet.read(located.value)
    except Faulty as error:
        raise InternalFault(f"{path.name}: {error}", faults=error.faults) from error
    if sheet.id != path.stem:
        raise InternalFault(f"{path.name} calls itself {sheet.id}")
    return sheet


def sheets() -> list[Sheet]:
    """Every sheet that ships with the program, in the order of their names."""
    return [load(path) for path in sorted(folder().glob("*.yaml"))]
