"""Sleeves of a stepped pole: the couple over the lap, and the welds that carry it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.support import Splice
from apex_cli.solvers.limits import SAME, most
from apex_cli.solvers.poles import POLES
from apex_cli.solvers.support.demand import Case, Forces, Situation, every, told
from apex_cli.solvers.support.equations import splice as eq
from apex_cli.solvers.support.member_checks import Held, Strong
from apex_cli.solvers.support.pieces import Piece

_WHERE = "/support/splice"


class Sleeve(NamedTuple):
    """Two pieces of which one stands in the other.

    Args:
        below: The lower piece.
        above: The upper piece.
        lap: Length of the lap, in.
    """

    below: Piece
    above: Piece
    lap: float

    @property
    def inner(self) -> Piece:
        """The piece within."""
        return min(self.above, self.below, key=lambda it: it.tube.width * it.tube.height)


class Couple(NamedTuple):
    """What crosses a lap: forces at its top, and the couple (kip) at its top and bottom."""

    forces: Forces
    top: float
    bottom: float


def require_splices(splice: Splice | None, pieces: Sequence[Piece]) -> None:
    """Refuse splices that are not as the stages stand.

    Raises:
        InvalidInput: Every place at which they differ.
    """
    faults = list(_faults(splice, pieces)) if splice else []
    if faults:
        more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
        first = faults[0]
        raise InvalidInput(f"{first.pointer}: {first.detail}{more}", faults=faults, hint=first.hint)


def _faults(splice: Splice, pieces: Sequence[Piece]) -> Iterator[Fault]:
    for n, (below, above) in enumerate(pairwise(pieces), 1):
        lap = 12 * (below.stage.top - above.stage.bottom)
        where = f"{POLES}/stages/{n}/bottom_ft"
        if splice.type == "butt" and lap > 0:
            detail = f"goes {lap:g} in into {below.stage.name}, and support.splice is butt"
            hint = f"let it begin at {below.stage.top:g} ft, or say sleeve"
            yield Fault(where, detail, above.stage.bottom, hint)
        elif splice.type == "sleeve" and lap <= 0:
            detail = f"does not go into {below.stage.name}, and support.splice is sleeve"
            yield Fault(where, detail, above.stage.bottom, "let the stages overlap, or say butt")
        elif splice.lap_in is not None and abs(splice.lap_in - lap) > 1e-6 + SAME * lap:
            detail = f"is {splice.lap_in:g} in, and {above.stage.name} goes {lap:g} in deep"
            hint = "leave it out: the stages tell it"
            yield Fault(f"{_WHERE}/lap_in", detail, splice.lap_in, hint)


def hold_splices(
    situation: Situation, splice: Splice, pieces: Sequence[Piece], strong: Strong, trace: Bare
) -> list[Held]:
    """Hold each sleeve.

    Args:
        situation: The pole under its loads.
        splice: What the project says of the splices.
        pieces: The pieces of the pole.
        strong: Their strengths.
        trace: Calls the equations.
    """
    found: list[Held] = []
    for below, above in pairwise(pieces):
        name = f"{above.stage.name}, splice"
        trace.subject = name
        top = trace.known(below.stage.top, f"{below.stage.name}, top")
        bottom = trace.known(above.stage.bottom, f"{above.stage.name}, bottom")
        sleeve = Sleeve(below, above, trace(eq.lap, z_t=top, z_b=bottom))
        found += _held(situation, splice, sleeve, name, strong, trace)
    trace.subject = ""
    return found


def _held(
    situation: Situation, splice: Splice, sleeve: Sleeve, name: str, strong: Strong, trace: Bare
) -> Iterator[Held]:
    pack, z = situation.pack, sleeve.below.stage.top
    shears = {
        piece.stage.name: min(strong.by_stage[piece.stage.name][3:5])
        for piece in (sleeve.below, sleeve.above)
    }
    cases, silent = every(situation, z), Bare()
    couples = {case: _couple(forces, sleeve, silent) for case, forces in cases.items()}
    thin = min(sleeve.below.tube.t, sleeve.above.tube.t)
    least = trace(
        eq.least_lap, k_l=pack.splices.lap_walls.number, t=thin,
        L_0=pack.splices.least_lap.number,
    )  # fmt: skip
    trace.hold(
        "splice.couple", f"{_words(name)}: the lap is long enough for a lap joint.",
        demand=least, capacity=sleeve.lap, unit="in", clause=pack.citations.cited("J2.2b"),
    )  # fmt: skip
    asked = {
        case: max(
            couple.top / shears[sleeve.below.stage.name],
            couple.bottom / shears[sleeve.above.stage.name],
        )
        for case, couple in couples.items()
    }
    worst = most(asked, asked.__getitem__)
    couple = _told(situation, worst, sleeve, name, trace)
    below = couple.top / shears[sleeve.below.stage.name]
    above = couple.bottom / shears[sleeve.above.stage.name]
    piece, force = (
        (sleeve.below, couple.top) if below >= above else (sleeve.above, couple.bottom)
    )
    check = trace.hold(
        "splice.couple",
        f"{_words(name)}: the couple over the lap shears {piece.stage.name}, {piece.section}, "
        f"{situation.words(worst)}.",
        demand=force, capacity=shears[piece.stage.name], unit="kip", clause="statics",
    )  # fmt: skip
    stage = sleeve.above.stage.name
    yield Held(
        check.id, max(below, above), stage, name, worst.combination.name, z
    )
    if splice.weld_in is None:
        return
    yield _weld(situation, splice.weld_in, sleeve, name, couples, {worst: couple}, trace)


def _weld(
    situation: Situation,
    leg: float,
    sleeve: Sleeve,
    name: str,
    couples: dict[Case, Couple],
    known: dict[Case, Couple],
    trace: Bare,
) -> Held:
    """Hold the ring of weld at the top of the lap, which has the larger part of the couple."""
    pack, silent = situation.pack, Bare()
    stresses = {case: _stress(couple, sleeve, silent) for case, couple in couples.items()}
    worst = most(stresses, stresses.__getitem__)
    couple = known.get(worst) or _told(situation, worst, sleeve, name, trace)
    trace.subject = f"{name}, {situation.words(worst)}"
    welds, factor = pack.welds, pack.resistances.weld
    stress = _stress(couple, sleeve, trace)
    k_w, F_EXX, k_t = welds.strength.number, welds.electrode.number, welds.throat.number
    if situation.method == "lrfd":
        strength = trace(
            eq.weld_strength, phi=factor.phi.number, k_w=k_w, F_EXX=F_EXX, k_t=k_t, w=leg
        )
    else:
        strength = trace(
            eq.weld_strength_asd, k_w=k_w, F_EXX=F_EXX, k_t=k_t, w=leg,
            Omega=factor.omega.number,
        )  # fmt: skip
    check = trace.hold(
        "splice.weld",
        f"{_words(name)}: the ring of weld at either end of the lap, {situation.words(worst)}.",
        demand=stress, capacity=strength, unit="kip/in", clause=pack.citations.cited("J2.4"),
    )  # fmt: skip
    thin = min(piece.stage.wall or 0.0 for piece in (sleeve.below, sleeve.above))
    row = next(
        row for row in welds.least_legs if row.thickness is None or thin <= row.thickness.value
    )
    trace.hold(
        "splice.weld", f"{_words(name)}: the fillet is not too small for the wall.",
        demand=row.leg.number, capacity=leg, unit="in",
        clause=pack.citations.cited(row.leg.clause),
    )  # fmt: skip
    z, stage = sleeve.below.stage.top, sleeve.above.stage.name
    return Held(check.id, stress / strength, stage, name, worst.combination.name, z)


def _told(situation: Situation, case: Case, sleeve: Sleeve, name: str, trace: Bare) -> Couple:
    trace.subject = f"{name}, {situation.words(case)}"
    return _couple(told(situation, case, sleeve.below.stage.top, trace), sleeve, trace)


def _couple(forces: Forces, sleeve: Sleeve, trace: Bare) -> Couple:
    M, V = forces.moment_x or forces.moment_y, forces.shear_x or forces.shear_y
    if forces.moment_x and forces.moment_y:
        M = trace(eq.resultant, M_1=forces.moment_x, M_2=forces.moment_y)
    if forces.shear_x and forces.shear_y:
        V = trace(eq.resultant_shear, V_1=forces.shear_x, V_2=forces.shear_y)
    top = trace(eq.couple_at_top, M_r=M, L=sleeve.lap, V_r=V)
    return Couple(forces, top, trace(eq.couple_at_bottom, M_r=M, L=sleeve.lap))


def _stress(couple: Couple, sleeve: Sleeve, trace: Bare) -> float:
    """What an inch of weld around the inner piece takes, kip/in."""
    tube, P, T = sleeve.inner.tube, abs(couple.forces.axial), couple.forces.torsion
    if tube.shape == "round":
        r = trace(eq.ring_radius, D=tube.width)
        n = trace(eq.ring_axial, P_r=P, r_w=r)
        q = trace(eq.ring_shear, R_t=couple.top, r_w=r, T_r=T)
    else:
        B, H = tube.width, tube.height
        n = trace(eq.frame_axial, P_r=P, B=B, H=H)
        q = trace(eq.frame_shear, R_t=couple.top, B=B, H=H, T_r=T)
    return trace(eq.weld_stress, n=n, q=q)


def _words(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"
