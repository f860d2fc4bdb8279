"""Each piece of a pole held against what it carries, at every place where that may govern."""

from collections.abc import Iterator, Sequence
from math import hypot
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers.limits import beyond, most
from apex_cli.solvers.support.demand import Case, Forces, Met, Situation, every, size_of, told
from apex_cli.solvers.support.interaction import Interaction, interaction
from apex_cli.solvers.support.pieces import Piece, Place
from apex_cli.solvers.support.strength import Strengths, strengths
from apex_cli.solvers.support.tube import slenderness_of

ANY = "any"
"""The load combination of what does not depend on loads."""


class Held(NamedTuple):
    """A check that was made.

    Args:
        id: Its id.
        ratio: Demand over capacity.
        stage: Name of the stage.
        place: Where.
        combination: In which load combination.
        z: Height, ft.
    """

    id: str
    ratio: float
    stage: str
    place: str
    combination: str
    z: float


class Asked(NamedTuple):
    """A demand held against a strength: id, in words, unit, clause of the strength."""

    id: str
    words: str
    demand: float
    capacity: float
    unit: str
    clause: str

    @property
    def ratio(self) -> float:
        """Demand over capacity."""
        return self.demand / self.capacity


class Members(NamedTuple):
    """The pieces of a pole with their strengths, under all that they carry.

    Args:
        situation: What they carry.
        pieces: The pieces.
        strengths: Their strengths; None of a wall too slender for the standard, which gives none.
    """

    situation: Situation
    pieces: Sequence[Piece]
    strengths: Sequence[Strengths | None]

    def has_strength(self, piece: Piece) -> bool:
        """Whether the standard has strengths of a piece."""
        return self.strengths[self.pieces.index(piece)] is not None

    def strength(self, piece: Piece) -> Strengths:
        """The strengths of a piece that has them."""
        found = self.strengths[self.pieces.index(piece)]
        assert found is not None
        return found


def members_of(
    situation: Situation,
    slender: Sequence[Held],
    pieces: Sequence[Piece],
    length: float,
    trace: Bare,
) -> Members:
    """The pieces with their strengths.

    Args:
        situation: What they carry.
        slender: The slenderness of the wall of each.
        pieces: The pieces.
        length: Effective length of the pole, ft.
        trace: Calls the equations.
    """
    found: list[Strengths | None] = []
    for piece, wall in zip(pieces, slender, strict=True):
        trace.subject = subject(piece, pieces)
        if beyond(wall.ratio, 1.0):
            found.append(None)
            continue
        found.append(
            strengths(
                piece.tube, piece.steel, situation.pack,
                method=situation.method, length=length, trace=trace,
            )
        )  # fmt: skip
    return Members(situation, pieces, found)


def subject(piece: Piece, pieces: Sequence[Piece]) -> str:
    """What the steps of a piece are about."""
    return piece.stage.name if len(pieces) > 1 else "pole"


def hold_slenderness(situation: Situation, pieces: Sequence[Piece], trace: Bare) -> list[Held]:
    """Hold each wall against the limit beyond which the standard gives no strength."""
    found = []
    for piece in pieces:
        trace.subject = name = subject(piece, pieces)
        value, limit = slenderness_of(piece.tube, piece.steel, situation.pack, trace)
        clause = "F8" if piece.tube.shape == "round" else "F7"
        check = trace.hold(
            "steel.slenderness",
            f"{_capital(name)}, {piece.section}: the wall is not too slender for the standard.",
            demand=value, capacity=limit, unit="1", clause=situation.pack.citations.cited(clause),
        )  # fmt: skip
        stage = piece.stage
        found.append(Held(check.id, value / limit, stage.name, name, ANY, stage.bottom))
    return found


def hold_places(members: Members, places: Sequence[Place], trace: Bare) -> list[Held]:
    """Hold every place; the governing case is searched in silence, then told."""
    found: list[Held] = []
    for place in places:
        if not members.has_strength(place.piece):
            continue
        found += _hold(members, place, trace)
    trace.subject = ""
    return found


def _hold(members: Members, place: Place, trace: Bare) -> Iterator[Held]:
    situation, s = members.situation, members.strength(place.piece)
    met, silent = every(situation, place.z, diagonal=place.piece.diagonal), Bare()
    together = [joint(situation, one.forces, s, silent).ratio for one in met]
    worst = met[most(range(len(met)), together.__getitem__)]
    known: dict[int, Forces] = {}
    forces = _told(situation, worst, place, known, trace)
    words = _capital(place.name)
    if len(members.pieces) > 1:
        words += f", {place.piece.section}"
    if place.lowest:
        asked = [_singles(one.forces, s) for one in met]
        for n in range(len(asked[0])):
            ratios = [row[n].ratio for row in asked]
            one = met[most(range(len(met)), ratios.__getitem__)]
            if not beyond(max(ratios), ratios[met.index(worst)]):
                one = worst
            single = _singles(_told(situation, one, place, known, trace), s)[n]
            if not single.demand:
                continue
            trace.hold(
                single.id, f"{words}: {single.words}, {situation.words(one.case)}.",
                demand=single.demand, capacity=single.capacity, unit=single.unit,
                clause=situation.pack.citations.cited(single.clause),
            )  # fmt: skip
            yield _held(single.id, single.ratio, place, one.case)
    trace.subject = f"{place.name}, {situation.words(worst.case)}"
    ratio, equation = joint(situation, forces, s, trace)
    trace.hold(
        "steel.interaction",
        f"{words}: all that acts together, {situation.words(worst.case)}.",
        demand=ratio, capacity=1.0, unit="1", clause=situation.pack.citations.cited(equation),
    )  # fmt: skip
    yield _held("steel.interaction", ratio, place, worst.case)


def _singles(forces: Forces, s: Strengths) -> tuple[Asked, ...]:
    """What is held singly; a round tube has one strength whatever the direction."""
    P = size_of(forces.axial, Bare())
    bent: tuple[Asked, ...]
    sheared: tuple[Asked, ...]
    if s.shape == "round":
        M, V = forces.moment_x or forces.moment_y, forces.shear_x or forces.shear_y
        if forces.moment_x and forces.moment_y:
            M = hypot(forces.moment_x, forces.moment_y)
        bent = (Asked("steel.flexure", "bending", M, s.flexure_x, "kip-ft", "F8"),)
        sheared = (Asked("steel.shear", "shear", V, s.shear_x, "kip", "G5"),)
    else:
        about = "bending about x", "bending about y"
        along = "shear with bending about x", "shear with bending about y"
        bent = (
            Asked("steel.flexure", about[0], forces.moment_x, s.flexure_x, "kip-ft", "F7"),
            Asked("steel.flexure", about[1], forces.moment_y, s.flexure_y, "kip-ft", "F7"),
        )
        sheared = (
            Asked("steel.shear", along[0], forces.shear_x, s.shear_x, "kip", "G4"),
            Asked("steel.shear", along[1], forces.shear_y, s.shear_y, "kip", "G4"),
        )
    return (
        *bent,
        *sheared,
        Asked("steel.compression", "axial force", P, s.compression, "kip", "E3"),
        Asked("steel.torsion", "torsion", forces.torsion, s.torsion, "kip-ft", "H3.1"),
    )


def _told(
    situation: Situation, met: Met, place: Place, known: dict[int, Forces], trace: Bare
) -> Forces:
    """What a case brings to a place, written down once."""
    if id(met) not in known:
        trace.subject = f"{place.name}, {situation.words(met.case)}"
        known[id(met)] = told(situation, met, place.z, trace, diagonal=place.piece.diagonal)
    return known[id(met)]


def _held(name: str, ratio: float, place: Place, case: Case) -> Held:
    stage = place.piece.stage.name
    return Held(name, ratio, stage, place.name, case.combination.name, place.z)


def joint(situation: Situation, forces: Forces, s: Strengths, trace: Bare) -> Interaction:
    """All that acts on a section together."""
    return interaction(
        s,
        axial=size_of(forces.axial, trace),
        shear_x=forces.shear_x, shear_y=forces.shear_y,
        moment_x=forces.moment_x, moment_y=forces.moment_y, torsion=forces.torsion,
        pack=situation.pack, trace=trace,
    )  # fmt: skip


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
