"""Each piece of a pole held against what it carries, at every place where that may govern."""

from collections.abc import Callable, Iterator, Sequence
from math import hypot
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers.limits import beyond, most
from apex_cli.solvers.support.demand import Case, Forces, Situation, every, told
from apex_cli.solvers.support.interaction import Interaction, interaction
from apex_cli.solvers.support.pieces import Piece, Place
from apex_cli.solvers.support.strength import Strengths, strengths
from apex_cli.solvers.support.tube import slenderness_of


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
    """A demand held against a strength, in words."""

    words: str
    demand: float
    capacity: float


Reader = Callable[[Forces, Strengths], Iterator[Asked]]


def _flexure(forces: Forces, s: Strengths) -> Iterator[Asked]:
    if s.shape == "round":
        M = _resultant(forces.moment_x, forces.moment_y)
        yield Asked("bending", M, s.flexure_x)
        return
    yield Asked("bending by wind on the faces", forces.moment_x, s.flexure_x)
    if forces.moment_y:
        yield Asked("bending in the plane of the sign", forces.moment_y, s.flexure_y)


def _shear(forces: Forces, s: Strengths) -> Iterator[Asked]:
    if forces.shear_x:
        yield Asked("shear", forces.shear_x, s.shear_x)
    if forces.shear_y:
        yield Asked("shear along the sign", forces.shear_y, s.shear_y)


def _compression(forces: Forces, s: Strengths) -> Iterator[Asked]:
    if forces.axial:
        yield Asked("compression", abs(forces.axial), s.compression)


def _torsion(forces: Forces, s: Strengths) -> Iterator[Asked]:
    if forces.torsion:
        yield Asked("torsion", forces.torsion, s.torsion)


def _resultant(one: float, other: float) -> float:
    return hypot(one, other) if other else one


READERS: dict[str, tuple[Reader, str, dict[str, str]]] = {
    "steel.flexure": (_flexure, "kip-ft", {"round": "F8", "rectangular": "F7"}),
    "steel.shear": (_shear, "kip", {"round": "G5", "rectangular": "G4"}),
    "steel.compression": (_compression, "kip", {"round": "E3", "rectangular": "E3"}),
    "steel.torsion": (_torsion, "kip-ft", {"round": "H3.1", "rectangular": "H3.1"}),
}
"""The single strengths: what is held, its unit, its clause by shape."""


class Strong(NamedTuple):
    """The strengths of each piece, by its stage's name."""

    by_stage: dict[str, Strengths]

    @classmethod
    def of(
        cls, situation: Situation, pieces: Sequence[Piece], length: float, trace: Bare
    ) -> "Strong":
        """The strengths of the pieces, each told once."""
        found = {}
        for piece in pieces:
            trace.subject = subject(piece, pieces)
            found[piece.stage.name] = strengths(
                piece.tube, piece.steel, situation.pack,
                method=situation.method, length=length, trace=trace,
            )  # fmt: skip
        return cls(found)


def subject(piece: Piece, pieces: Sequence[Piece]) -> str:
    """What the steps of a piece are about."""
    return piece.stage.name if len(pieces) > 1 else "pole"


def hold_slenderness(
    situation: Situation, pieces: Sequence[Piece], trace: Bare
) -> None:
    """Hold each wall against the limit beyond which the standard gives no strength."""
    for piece in pieces:
        trace.subject = subject(piece, pieces)
        value, limit = slenderness_of(piece.tube, piece.steel, situation.pack, trace)
        round_ = piece.tube.shape == "round"
        trace.hold(
            "steel.slenderness",
            f"{_named(piece, pieces)}: the wall is not too slender for the standard.",
            demand=value, capacity=limit, unit="1",
            clause=situation.pack.citations.cited("F8" if round_ else "Table B4.1b"),
        )  # fmt: skip


def hold_places(
    situation: Situation,
    places: Sequence[Place],
    pieces: Sequence[Piece],
    strong: Strong,
    trace: Bare,
) -> list[Held]:
    """Hold every place; the governing case is searched in silence, then told."""
    found: list[Held] = []
    for place in places:
        s = strong.by_stage[place.piece.stage.name]
        cases = every(situation, place.z)
        silent = Bare()
        ratios = {case: _ratio(situation, forces, s, silent) for case, forces in cases.items()}
        worst = most(ratios, ratios.__getitem__)
        forces = _told(situation, worst, place, trace)
        if place.lowest:
            found += _singles(situation, place, pieces, s, cases, worst, forces, trace)
        trace.subject = f"{place.name}, {situation.words(worst)}"
        joint = _interaction(situation, forces, s, trace)
        check = trace.hold(
            "steel.interaction",
            f"{_at(place, pieces)}: all that acts together, {situation.words(worst)}.",
            demand=joint.ratio, capacity=1.0, unit="1",
            clause=situation.pack.citations.cited(joint.equation),
        )  # fmt: skip
        found.append(_held(check.id, check.demand, place, worst))
    trace.subject = ""
    return found


def _singles(
    situation: Situation,
    place: Place,
    pieces: Sequence[Piece],
    s: Strengths,
    cases: dict[Case, Forces],
    worst: Case,
    forces: Forces,
    trace: Bare,
) -> Iterator[Held]:
    """The single strengths at the foot of a piece, each in the case that asks most of it."""
    known = {worst: forces}
    for name, (reader, unit, clauses) in READERS.items():
        ratios = {
            case: max((one.demand / one.capacity for one in reader(these, s)), default=0.0)
            for case, these in cases.items()
        }
        case = most(ratios, ratios.__getitem__)
        if not beyond(ratios[case], ratios[worst]):
            case = worst
        if case not in known:
            known[case] = _told(situation, case, place, trace)
        for asked in reader(known[case], s):
            check = trace.hold(
                name,
                f"{_at(place, pieces)}: {asked.words}, {situation.words(case)}.",
                demand=asked.demand, capacity=asked.capacity, unit=unit,
                clause=situation.pack.citations.cited(clauses[s.shape]),
            )  # fmt: skip
            yield _held(name, check.demand / check.capacity, place, case)


def _told(situation: Situation, case: Case, place: Place, trace: Bare) -> Forces:
    trace.subject = f"{place.name}, {situation.words(case)}"
    return told(situation, case, place.z, trace)


def _held(name: str, ratio: float, place: Place, case: Case) -> Held:
    stage = place.piece.stage.name
    return Held(name, ratio, stage, place.name, case.combination.name, place.z)


def _interaction(situation: Situation, forces: Forces, s: Strengths, trace: Bare) -> Interaction:
    return interaction(
        s,
        axial=abs(forces.axial), shear_x=forces.shear_x, shear_y=forces.shear_y,
        moment_x=forces.moment_x, moment_y=forces.moment_y, torsion=forces.torsion,
        pack=situation.pack, trace=trace,
    )  # fmt: skip


def _ratio(situation: Situation, forces: Forces, s: Strengths, trace: Bare) -> float:
    return _interaction(situation, forces, s, trace).ratio


def _named(piece: Piece, pieces: Sequence[Piece]) -> str:
    name = piece.stage.name if len(pieces) > 1 else "pole"
    return f"{name[:1].upper()}{name[1:]}, {piece.section}"


def _at(place: Place, pieces: Sequence[Piece]) -> str:
    where = f"{place.name[:1].upper()}{place.name[1:]}"
    return f"{where}, {place.piece.section}" if len(pieces) > 1 else where
