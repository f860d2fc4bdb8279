"""Sleeves of a stepped pole: the couple over the lap, and the welds that carry it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault
from apex_cli.project.support import Splice
from apex_cli.solvers.limits import SAME, beyond, most
from apex_cli.solvers.poles import POLES, Stage
from apex_cli.solvers.support.demand import Forces, Met, Situation, every, size_of, told
from apex_cli.solvers.support.equations import splice as eq
from apex_cli.solvers.support.member_checks import ANY, Held, Members
from apex_cli.solvers.support.methods import available
from apex_cli.solvers.support.pieces import Piece

_WHERE = "/support/splice"


class Sleeve(NamedTuple):
    """Two pieces of which one stands in the other.

    Args:
        name: What it is called.
        below: The lower piece.
        above: The upper piece.
        lap: Length of the lap, in.
    """

    name: str
    below: Piece
    above: Piece
    lap: float

    @property
    def inner(self) -> Piece:
        """The piece within."""
        return min(self.above, self.below, key=lambda it: it.tube.width * it.tube.height)

    @property
    def z(self) -> float:
        """Height of the lap's top, ft."""
        return self.below.stage.top

    @property
    def words(self) -> str:
        """What it is called, at the head of a sentence."""
        return f"{self.name[:1].upper()}{self.name[1:]}"

    def held(self, check: str, ratio: float, met: Met | None = None) -> Held:
        """A check of it, in a case of the loads or in any."""
        combination = met.case.combination.name if met else ANY
        return Held(check, ratio, self.above.stage.name, self.name, combination, self.z)


class Couple(NamedTuple):
    """What crosses a lap: forces at its top, and the couple (kip) at its top and bottom."""

    forces: Forces
    top: float
    bottom: float


def splice_faults(splice: Splice | None, pieces: Sequence[Piece]) -> Iterator[Fault]:
    """Every place at which the splices are not as the stages stand."""
    if splice is None:
        return
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


def hold_splices(members: Members, splice: Splice, trace: Bare) -> list[Held]:
    """Hold each sleeve.

    Args:
        members: The pieces with their strengths, and what they carry.
        splice: What the project says of the splices.
        trace: Calls the equations.
    """
    found: list[Held] = []
    for below, above in pairwise(members.pieces):
        if not (members.has_strength(below) and members.has_strength(above)):
            continue
        name = f"{above.stage.name}, splice"
        trace.subject = name
        top = trace.known(below.stage.top, f"{below.stage.name}, top")
        bottom = trace.known(above.stage.bottom, f"{above.stage.name}, bottom")
        sleeve = Sleeve(name, below, above, trace(eq.lap, z_t=top, z_b=bottom))
        found += _held(members, splice, sleeve, trace)
    trace.subject = ""
    return found


class _Shear(NamedTuple):
    """The couple as shear of a piece within the lap."""

    piece: Piece
    force: float
    strength: float

    @property
    def ratio(self) -> float:
        """Demand over capacity."""
        return self.force / self.strength


def _held(members: Members, splice: Splice, sleeve: Sleeve, trace: Bare) -> Iterator[Held]:
    situation, pack = members.situation, members.situation.pack
    thin = min(sleeve.below.tube.t, sleeve.above.tube.t)
    rules = pack.splices
    lap = trace.hold(
        "splice.couple", f"{sleeve.words}: the lap is long enough for a lap joint.",
        demand=trace(
            eq.least_lap, k_l=rules.lap_walls.number, t=thin, L_0=rules.least_lap.number
        ),
        capacity=sleeve.lap, unit="in", clause=pack.citations.cited(rules.least_lap.clause),
    )  # fmt: skip
    met, silent = every(situation, sleeve.z), Bare()
    yield sleeve.held("splice.couple", lap.demand / lap.capacity)
    couples = [_couple(one.forces, sleeve, silent) for one in met]
    asked = [max(one.ratio for one in _shears(members, sleeve, couple)) for couple in couples]
    worst = most(range(len(met)), asked.__getitem__)
    couple = _told(situation, met[worst], sleeve, trace)
    shear = max(_shears(members, sleeve, couple), key=lambda one: one.ratio)
    words = situation.words(met[worst].case)
    trace.hold(
        "splice.couple",
        f"{sleeve.words}: the couple over the lap shears {shear.piece.stage.name}, "
        f"{shear.piece.section}, {words}.",
        demand=shear.force, capacity=shear.strength, unit="kip", clause="statics",
    )  # fmt: skip
    yield sleeve.held("splice.couple", shear.ratio, met[worst])
    if splice.weld_in is None:
        return
    stresses = [_stress(one, sleeve, silent) for one in couples]
    welded = most(range(len(met)), stresses.__getitem__)
    if beyond(stresses[welded], stresses[worst]):
        couple = _told(situation, met[welded], sleeve, trace)
    else:
        welded = worst
    yield from _hold_weld(situation, splice.weld_in, sleeve, couple, met[welded], trace=trace)


def _shears(members: Members, sleeve: Sleeve, couple: Couple) -> list[_Shear]:
    """The larger part of the couple shears the lower piece, the smaller one the upper."""
    rows = ((sleeve.below, couple.top), (sleeve.above, couple.bottom))
    found = []
    for piece, force in rows:
        s = members.strength(piece)
        found.append(_Shear(piece, force, min(s.shear_x, s.shear_y)))
    return found


def _hold_weld(
    situation: Situation, leg: float, sleeve: Sleeve, couple: Couple, met: Met, *, trace: Bare
) -> Iterator[Held]:
    """Hold the ring of weld at the top of the lap, which has the larger part of the couple."""
    words = situation.words(met.case)
    trace.subject = f"{sleeve.name}, {words}"
    pack = situation.pack
    stress = _stress(couple, sleeve, trace)
    strength = _strength(situation, leg, sleeve, trace)
    trace.hold(
        "splice.weld", f"{sleeve.words}: the ring of weld at either end of the lap, {words}.",
        demand=stress, capacity=strength, unit="kip/in", clause=pack.citations.cited("J2.4"),
    )  # fmt: skip
    yield sleeve.held("splice.weld", stress / strength, met)
    thin = min(piece.tube.t for piece in (sleeve.below, sleeve.above))
    least = pack.welds.least_leg(thin)
    trace.hold(
        "splice.weld", f"{sleeve.words}: the fillet is not too small for the wall.",
        demand=least.number, capacity=leg, unit="in", clause=pack.citations.cited(least.clause),
    )  # fmt: skip
    yield sleeve.held("splice.weld", least.number / leg)


def _strength(situation: Situation, leg: float, sleeve: Sleeve, trace: Bare) -> float:
    """Of an inch of weld, no more than the thinner wall beside it has, kip/in."""
    method, welds = situation.method, situation.pack.welds
    thin = min((sleeve.below, sleeve.above), key=lambda it: it.steel.F_u * it.tube.t)
    f_w = available(
        method, trace, eq.weld_strength, eq.weld_strength_asd, situation.pack.resistances.weld,
        k_w=welds.strength.number, F_EXX=welds.electrode.number, k_a=welds.throat.number, w=leg,
    )  # fmt: skip
    return available(
        method, trace, eq.wall_limit, eq.wall_limit_asd, welds.wall_factors,
        f_w=f_w, k_R=welds.wall_shear.number, F_u=thin.steel.F_u, t=thin.tube.t,
    )  # fmt: skip


def clearance(below: Stage, above: Stage) -> float:
    """Greatest gap between the walls of two stages that overlap, each in its middle, in."""
    outer, inner = sorted((below, above), key=lambda it: -it.width * it.depth)
    wall = 2 * (outer.wall or 0.0)
    return max(outer.width - wall - inner.width, outer.depth - wall - inner.depth) / 2


def _told(situation: Situation, met: Met, sleeve: Sleeve, trace: Bare) -> Couple:
    trace.subject = f"{sleeve.name}, {situation.words(met.case)}"
    return _couple(told(situation, met, sleeve.z, trace), sleeve, trace)


def _couple(forces: Forces, sleeve: Sleeve, trace: Bare) -> Couple:
    M, V = forces.moment_x or forces.moment_y, forces.shear_x or forces.shear_y
    if forces.moment_x and forces.moment_y:
        M = trace(eq.resultant, M_1=forces.moment_x, M_2=forces.moment_y)
    top = trace(eq.couple_at_top, M_r=M, L=sleeve.lap, V_r=V)
    return Couple(forces, top, trace(eq.couple_at_bottom, M_r=M, L=sleeve.lap))


def _stress(couple: Couple, sleeve: Sleeve, trace: Bare) -> float:
    """What an inch of weld around the inner piece takes, kip/in."""
    forces, tube = couple.forces, sleeve.inner.tube
    P, T = size_of(forces.axial, trace), forces.torsion
    if tube.shape == "round":
        r = trace(eq.ring_radius, D=tube.width)
        n = trace(eq.ring_axial, P_r=P, r_w=r)
        q = trace(eq.ring_shear, R_t=couple.top, r_w=r, T_r=T)
    else:
        B, H = tube.width, tube.height
        n = trace(eq.frame_axial, P_r=P, B=B, H=H)
        q = trace(eq.frame_shear, R_t=couple.top, B=B, H=H, T_r=T)
    return trace(eq.weld_stress, n=n, q=q)
