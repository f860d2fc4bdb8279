"""A project and its packs made ready: validated, in the order of its calculations."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.model import Pack
from apex_cli.project.model import Project
from apex_cli.project.part import pick
from apex_cli.project.reader import validated
from apex_cli.run.asked import NEEDS, to_select
from apex_cli.run.mounted import ON_FOUNDATIONS, is_founded, require_founded
from apex_cli.run.parts import part_of
from apex_cli.run.sections import unknown_sections
from apex_cli.run.table import CALCULATIONS
from apex_cli.units.fields import in_units
from apex_cli.vocabulary import (
    PACK_KINDS,
    PARTS,
    SELECT,
    CalculationKind,
    JsonObject,
    PackKind,
    Part,
    Selection,
    without_nulls,
)


def parts_of(kind: CalculationKind, document: JsonObject) -> tuple[Part, ...]:
    """The calculations whose results the answer shows.

    `all` has support if the project has it, and neither it nor a footing of a sign at a building.
    """
    if kind != "all":
        return (kind,)
    left_out = () if is_founded(document) else ON_FOUNDATIONS
    parts = [part for part in PARTS if part not in left_out]
    return tuple(part for part in parts if part != "support" or part in document)


class Prepared(NamedTuple):
    """A validated project with its packs, the order of its calculations, what is to be chosen.

    Its numbers do not know their places yet: only a trace asks for them.
    """

    project: Project
    inputs: dict[str, Any]
    packs: dict[PackKind, tuple[Pack, str]]
    order: tuple[Part, ...]
    select: Selection | None = None


def prepare(
    kind: CalculationKind,
    document: JsonObject,
    catalogue: Catalogue,
    today: str | None = None,
    select: Selection | None = None,
    *,
    also: Collection[PackKind] = (),
) -> Prepared:
    """Validate the document for this calculation and read the packs it needs.

    Args:
        kind: ``exposure``, ``footing``, ``support``, ``pricing`` or ``all``.
        document: The project as it was read, overrides applied.
        catalogue: The packs that can be seen.
        today: The day (YYYY-MM-DD) on which a price book must be valid, unless the project gives
            one itself. It decides whether there is an answer, never what the answer is. None: a
            replay, which asks for no day.
        select: What is to be chosen; poles may then tell no size.
        also: Packs to read though the document does not ask for them.

    Raises:
        InvalidInput: Every fault of the document, and every part that is missing.
        PackError: A pack is missing, malformed or altered.
        UsageError: This calculation chooses nothing like that.
    """
    written: dict[str, Any] = without_nulls(dict(document))
    given = in_units(written)
    clean, parts = given, parts_of(kind, given)
    if select is not None:
        clean, parts = to_select(select, kind, given)
    packs: dict[PackKind, tuple[Pack, str]] = {}
    order: tuple[Part, ...] = ()
    full = _order(parts, clean)
    while order != full:  # a pack may ask for more parts
        order, read = full, _packs(full, clean, select, also)
        require_founded(order, clean)
        try:
            project = validated(clean, _needs(clean, full, read, select), written)
        except InvalidInput as error:
            raise InvalidInput.at(*error.faults, *unknown_sections(given, catalogue)) from error
        for pack in read:
            packs[pack] = packs.get(pack) or catalogue.load(pack, str(getattr(project.packs, pack)))
        asked = [one for part in order for one in CALCULATIONS[part].asks(project, packs[part][0])]
        full = _order([*order, *asked], clean)
    packs = {pack: packs[pack] for pack in read}
    if today is not None and "pricing" in order:
        _require_valid(packs["pricing"][0], project, today)
    reads = [where for part in order for where in CALCULATIONS[part].reads(project, packs[part][0])]
    inputs = pick(given, reads)
    if select is not None:
        inputs[SELECT] = select
    if accepted := [one for one in clean.get("accepted") or () if part_of(one["code"]) in order]:
        inputs["accepted"] = accepted  # those of other calculations are no input of this one
    return Prepared(project, inputs, packs, order, select)


def _require_valid(book: Any, project: Project, today: str) -> None:
    """Refuse a book that expires and is not valid today; a day of the project's own is its own."""
    if book.needs_as_of and project.pricing is not None and project.pricing.as_of is None:
        from apex_cli.solvers.pricing.choice import require_valid  # noqa: PLC0415 - loaded when it is asked for

        require_valid(book, today)


def _packs(
    order: Iterable[Part],
    document: JsonObject,
    select: Selection | None,
    also: Collection[PackKind],
) -> tuple[PackKind, ...]:
    """The packs that these calculations read, in the order of the work."""
    rows = [CALCULATIONS[part] for part in order]
    wanted = {*also} | {pack for row in rows for pack in (row.kind, *row.beside(document))}
    wanted |= {"sections"} if select == "section" else set()
    return tuple(pack for pack in PACK_KINDS if pack in wanted)


_HINTS: dict[PackKind, str] = {
    "hazards": "add packs.hazards, which has what ASCE 7 says of earthquake and ice, in "
    'the edition that packs.exposure has: "asce7-22_v1"',
    "sections": 'add packs.sections, which has the sections that sign.poles names: "us_v1"',
    "building": "add packs.building, what the wind standard says of signs at buildings, of the "
    'edition of packs.exposure: "asce7-22_v1"',
    "concrete": "add packs.concrete, the edition of ACI 318 that pier and slab are checked by: "
    '"aci318-19_v1" (IBC 2021 and 2024) or "aci318-14_v1" (IBC 2018)',
}
"""What to say of a pack that is missing, if more than to add it."""


def _needs(
    document: JsonObject,
    order: Iterable[Part],
    packs: Iterable[PackKind],
    select: Selection | None,
) -> dict[str, str]:
    needs = {f"/packs/{pack}": _HINTS.get(pack, "") for pack in packs}
    if select is not None:
        needs |= NEEDS[select]
    for part in order:
        needs |= CALCULATIONS[part].needs(document)
    return needs


def _order(parts: Iterable[Part], document: JsonObject) -> tuple[Part, ...]:
    wanted: set[Part] = set()
    todo = list(parts)
    while todo:
        part = todo.pop()
        if part not in wanted:
            wanted.add(part)
            todo += CALCULATIONS[part].after(document)
    return tuple(part for part in PARTS if part in wanted)
