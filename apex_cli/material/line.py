"""What a bill of material is made of: lines of what there is, and what it lacks."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from apex_cli.project.model import Inputs

Group = Literal["poles", "base plates", "anchor rods", "concrete", "bars", "cabinets"]


class Line(Struct, frozen=True):
    """What is bought or cut of one kind, for all signs of a project.

    Args:
        group: Under which heading it stands.
        item: What it is; lines of one item add up.
        part: What it is for.
        count: How many pieces; None of what has none.
        length_ft: Length of a piece; None of what is not cut to length.
        quantity: How much of it, in `unit`.
        unit: ft, ft2, yd3 or each.
        weight_lbf: Weight of all; None where it is not known.
        note: What the numbers include.
        source: Where they come from: places of the project, of its answer, a pack.
    """

    group: Group
    item: str
    part: str
    count: int | None
    length_ft: float | None
    quantity: float
    unit: Literal["ft", "ft2", "yd3", "each"]
    weight_lbf: float | None
    note: str
    source: str


class Piece(Struct, frozen=True):
    """Pieces of a section that are cut alike.

    Args:
        item: The section and its steel: what is cut from the same sticks.
        section: The section, by its name in the pack.
        family: Which kind of tube it is.
        length: Of each, ft.
        count: How many.
        weight: Of the section, lbf/ft.
    """

    item: str
    section: str
    family: str
    length: float
    count: int
    weight: float


class Lack(Struct, frozen=True):
    """What is not included, and what would have it included."""

    what: str
    why: str


Entry = Line | Piece | Lack


class Sign(Struct, frozen=True):
    """A project with its answers.

    Args:
        project: What is seen of it.
        found: The result of each calculation that it asks for.
        packs: The packs that were read, by kind.
        count: How many signs there are of it.
    """

    project: Inputs
    found: Mapping[str, Any]
    packs: Mapping[str, Any]
    count: int
