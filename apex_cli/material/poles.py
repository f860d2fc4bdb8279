"""The pieces of the poles: each stage from end to end, with its lap and what is embedded."""

from collections.abc import Iterator
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.material.line import Entry, Lack, Line, Piece, Sign
from apex_cli.solvers.poles import Stage, stages_of


class Cut(NamedTuple):
    """Pieces of a stage, cut alike.

    Args:
        stage: It.
        part: What it is called.
        steel: Of what it is, where that is known.
        length: Of each, ft.
        pieces: How many.
        note: What the length includes.
    """

    stage: Stage
    part: str
    steel: str | None
    length: float
    pieces: int
    note: str


_SQUARED = ("square", "square_diagonal")


def poles(of: Sign) -> Iterator[Entry]:
    """What is cut for the poles."""
    sign = of.project.sign
    if sign is None or sign.poles is None:
        yield Lack("poles", "the project has no sign.poles")
        return
    told = sign.poles
    top = sign.top_ft if told.top_ft is None else told.top_ft
    stages = stages_of(told, of.packs.get("sections"), top, Bare())
    below, words = _below(of)
    if below is None:
        yield Lack("what of the poles stands below grade", words)
    steel = _steel(of)
    if steel is None:
        yield Lack("grade of the steel of the poles", "support.steel, and packs.support")
    count = told.count * of.count
    for n, stage in enumerate(stages):
        notes = [f"{stage.bottom:g} to {stage.top:g} ft above grade"]
        length = stage.top - stage.bottom
        if n == 0 and below is not None:
            length += below
            notes += [words] if words else []
        for other in stages[n + 1 : n + 2]:
            if other.bottom < stage.top:
                notes.append(f"{other.name} goes {stage.top - other.bottom:g} ft into it")
        part = "pole" if len(stages) == 1 else stage.name
        yield from _pieces(Cut(stage, part, steel, length, count, "; ".join(notes)))


def _steel(of: Sign) -> str | None:
    """Of what steel the poles are, all of one."""
    answer = of.found.get("support")
    return None if answer is None else answer.steel[0].material


def _pieces(one: Cut) -> Iterator[Entry]:
    stage, section = one.stage, one.stage.section
    name = section.name if section else _by_hand(stage)
    item = f"{name}, {one.steel}" if one.steel else name
    feet = one.pieces * one.length
    weight = None if stage.weight is None else feet * stage.weight
    source = f"{stage.where}/{'section' if section else 'width_in'}"
    yield Line(
        "poles", item, one.part, one.pieces, one.length, feet, "ft", weight, one.note, source
    )  # fmt: skip
    if weight is None:
        where = stage.where[1:].replace("/", ".")
        yield Lack(f"weight of {one.part} ({item})", f"{where}.weight_plf")
    if section is None:
        why = "it is no section of the pack: order it to length"
        yield Lack(f"sticks of {one.part} ({item})", why)
    else:
        yield Piece(
            item, section.name, section.family, one.length, one.pieces, float(stage.weight or 0.0)
        )  # fmt: skip


def _by_hand(stage: Stage) -> str:
    shape = "square" if stage.shape in _SQUARED else stage.shape
    taper = f" to {stage.top_width:g}" if stage.top_width else ""
    wall = f", wall {stage.wall:g} in" if stage.wall else ""
    return f"{shape} {stage.width:g}{taper} in{wall}"


def _below(of: Sign) -> tuple[float | None, str]:
    """How far the poles go below grade, ft, with words; None where nothing tells it."""
    support, footing = of.project.support, of.project.footing
    base = None if support is None else support.base
    if base is not None and base.type == "plate":
        return 0.0, "from grade: the height of its plate is not taken off"
    given = None if footing is None else footing.pole_embedment_ft
    depth = base.depth_ft if base is not None and base.depth_ft is not None else given
    if depth is None:
        return None, "give support.base, or footing.pole_embedment_ft"
    reveal = (footing.reveal_ft if footing is not None else None) or 0.0
    out = f", {reveal:g} ft of it above grade" if reveal else ""
    return depth - reveal, f"{depth:g} ft in the concrete{out}"
