"""The bill of one project: what its signs are built of, and what it does not say."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from apex_cli.audit.locked import asked
from apex_cli.audit.standing import Standing
from apex_cli.equations import Bare
from apex_cli.material import foot
from apex_cli.material.line import Entry, Lack, Line, Piece, Sign
from apex_cli.material.poles import poles
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.sections import SectionsPack
from apex_cli.project.reader import validated
from apex_cli.project.sign import Element
from apex_cli.run.chain import solve
from apex_cli.solvers.outlines import outlined
from apex_cli.units.fields import in_units
from apex_cli.vocabulary import JsonObject, without_nulls

NEVER = (
    Lack("what is inside the cabinets: faces, frames, lighting, wiring", "no project says it"),
    Lack("what fixes the cabinets to the poles", "no project says it"),
    Lack("fasteners, weld metal, paint, galvanising, conduit", "no project says it"),
    Lack("what saws take between pieces", "no project says it"),
)
"""What no project tells."""


class Site(NamedTuple):
    """What a project comes to.

    Args:
        signs: How many signs it is for.
        told: Whether the project says so.
        failed: The checks that fail.
        lines: What is bought and cut.
        pieces: What is cut from sticks.
        lacks: What is not included.
        sections: The pack of sections that was read.
    """

    signs: int
    told: bool
    failed: list[str]
    lines: list[Line]
    pieces: list[Piece]
    lacks: list[Lack]
    sections: SectionsPack | None


def site(document: JsonObject, catalogue: Catalogue, waste_pct: float) -> Site:
    """The bill of a project.

    Args:
        document: It as it was read, overrides applied.
        catalogue: The packs that can be seen.
        waste_pct: How much more concrete is ordered, per cent.

    Raises:
        ApexError: A calculation that it asks for has no answer.
    """
    sign, checks = _answered(document, catalogue)
    pricing = sign.project.pricing
    entries = [*_entries(sign, waste_pct), *NEVER]
    return Site(
        signs=sign.count,
        told=pricing is not None and pricing.quantity is not None,
        failed=list(dict.fromkeys(check.id for check in checks if not check.passed)),
        lines=[one for one in entries if isinstance(one, Line)],
        pieces=[one for one in entries if isinstance(one, Piece)],
        lacks=[one for one in entries if isinstance(one, Lack)],
        sections=sign.packs.get("sections"),
    )


def _entries(sign: Sign, waste_pct: float) -> Iterator[Entry]:
    yield from poles(sign)
    yield from foot.base(sign)
    yield from foot.concrete(sign, waste_pct)
    yield from foot.bars(sign)
    yield from _cabinets(sign)


def _answered(document: JsonObject, catalogue: Catalogue) -> tuple[Sign, list[Any]]:
    """The project with its answers, and their checks; the price is none of them."""
    trace, found = Bare(), {}
    packs: dict[str, Any] = {}
    if any(part != "pricing" for part in asked(document)):
        prepared = Standing(document, catalogue).prepared
        project: Any = prepared.project
        found = solve(prepared, trace)
        packs = {kind: pack for kind, (pack, _) in prepared.packs.items()}
    else:
        written = without_nulls(dict(document))
        project = validated(in_units(written), {}, written)
        if project.packs.sections is not None:
            packs["sections"] = catalogue.load("sections", project.packs.sections)[0]
    quantity = None if project.pricing is None else project.pricing.quantity
    return Sign(project, found, packs, quantity or 1), trace.checks


def _cabinets(of: Sign) -> Iterator[Entry]:
    """The cabinets, which are bought as they are: by their area."""
    if of.project.sign is None:
        yield Lack("cabinets", "the project has no sign")
        return
    for n, one in enumerate(of.project.sign.elements):
        area = _area(one)
        weight = None if one.weight_psf is None else one.weight_psf * area * of.count
        deep = f" × {one.thickness_ft:g} ft deep" if one.thickness_ft else ""
        item = f"{one.width_ft:g} × {one.height_ft:g} ft{deep}"
        part = one.name or f"cabinet {n + 1}"
        where = f"sign.elements.{n}"
        yield Line(
            "cabinets", item, part, of.count, None, area * of.count, "ft2", weight,
            "bought out, by its area", f"/sign/elements/{n}",
        )  # fmt: skip
        if weight is None:
            yield Lack(f"weight of {part}", f"{where}.weight_psf")


def _area(element: Element) -> float:
    shape = outlined(element, Bare())
    return element.width_ft * element.height_ft if shape is None else shape.area
