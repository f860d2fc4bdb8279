"""What a height of a pole must carry: every load combination with every case of the wind."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.support import SupportPack
from apex_cli.project.support import Method
from apex_cli.solvers.acting import Blow, Direction
from apex_cli.solvers.support.equations import acting as eq
from apex_cli.solvers.support.second_order import Combination
from apex_cli.solvers.support.standing import (
    Dead,
    Standing,
    Wind,
    dead_at,
    has_ice,
    quiet,
    wind_at,
)


class Case(NamedTuple):
    """A load combination with a case of the wind."""

    combination: Combination
    blow: Blow


class Situation(NamedTuple):
    """A pole under all that it is held against.

    Args:
        pole: The pole.
        combinations: At the level of the method.
        b2: Second-order factor by combination and direction.
        method: LRFD or ASD.
        pack: The standard.
        given: Whether the loads are given, not the wind's.
        memory: What heights must carry that were looked at.
    """

    pole: Standing
    combinations: Sequence[Combination]
    b2: Mapping[tuple[str, Direction], float]
    method: Method
    pack: SupportPack
    given: bool
    memory: "dict[tuple[float, bool], list[Met]]"

    @property
    def second_order(self) -> float:
        """B2, the largest about either axis of the combinations that bend the pole."""
        iced, dry, _ = quiet(self.pole, 0.0)
        leans = iced.moment or dry.moment
        bent = {row.name for row in self.combinations if row.wind or leans}
        return max(b2 for (name, _), b2 in self.b2.items() if name in bent)

    def words(self, case: Case) -> str:
        """A case in words."""
        if not case.combination.wind:
            return f"{case.combination.name} alone"
        if self.given:
            return f"{case.combination.name}, given loads"
        side = "" if case.blow.direction == "front" else ", side"
        return f"{case.combination.name}, Case {case.blow.case}{side}"


class Forces(NamedTuple):
    """What a section must carry: kip and kip-ft, sizes without sign.

    x is the axis about which wind on the faces bends the pole, or one side of a square that stands
    on its diagonal; `shear_x` goes with it.
    """

    axial: float
    shear_x: float
    shear_y: float
    moment_x: float
    moment_y: float
    torsion: float


def size_of(axial: float, trace: Bare) -> float:
    """An axial force as compression, kip: uplift is held as if it were."""
    return axial if axial >= 0 else trace.known(-axial, "uplift, held as compression")


class Met(NamedTuple):
    """What a height must carry in one case."""

    case: Case
    forces: Forces


def every(situation: Situation, z: float, *, diagonal: bool = False) -> list[Met]:
    """What a height must carry in each case, found in silence.

    Args:
        situation: The pole under its loads.
        z: Height, ft.
        diagonal: Whether the piece that carries it is a square that stands on its diagonal.
    """
    if (z, diagonal) in situation.memory:
        return situation.memory[z, diagonal]
    silent, pole = Bare(), situation.pole
    iced, dry, winds = quiet(pole, z)
    found = situation.memory[z, diagonal] = [
        Met(case, _turned(forces, silent) if diagonal else forces)
        for row in situation.combinations
        for blow, wind in list(zip(pole.blows, winds, strict=True))[: None if row.wind else 1]
        for case in [Case(row, blow)]
        for dead in [iced if has_ice(row.dead) else dry]
        for forces in [_forces(situation, case, wind, dead, silent)]
    ]
    return found


def told(
    situation: Situation, met: Met, z: float, trace: Bare, *, diagonal: bool = False
) -> Forces:
    """What a height must carry in one case, written down; `met` is of the same piece."""
    if not trace.told:
        return met.forces
    case = met.case
    wind = wind_at(situation.pole, case.blow, z, trace)
    dead = dead_at(situation.pole, z, trace, ice=has_ice(case.combination.dead))
    found = _forces(situation, case, wind, dead, trace)
    return _turned(found, trace) if diagonal else found


def _forces(situation: Situation, case: Case, wind: Wind, dead: Dead, trace: Bare) -> Forces:
    (name, f_D, f_W), direction = case.combination, case.blow.direction
    b2 = situation.b2[name, direction]
    N = trace(eq.axial_force, f_D=f_D, P_z=dead.load) if dead.load else 0.0
    if not f_W:
        return Forces(N, 0.0, 0.0, 0.0, _off_axis(situation, case, dead, trace), 0.0)
    V = trace(eq.shear_force, f_W=f_W, V=wind.shear)
    T = trace(eq.torsion_in, f_W=f_W, T=wind.torsion) if wind.torsion else 0.0
    if direction == "front":
        front = trace(eq.moment_of_wind, B_2=b2, f_W=f_W, M_W=wind.moment)
        along = _off_axis(situation, case, dead, trace)
        return Forces(N, V, 0.0, front, along, T)
    if dead.moment:
        along = trace(eq.moment_along, B_2=b2, f_W=f_W, M_W=wind.moment, f_D=f_D, M_D=dead.moment)
    else:
        along = trace(eq.moment_of_wind, B_2=b2, f_W=f_W, M_W=wind.moment)
    return Forces(N, 0.0, V, 0.0, along, T)


def _off_axis(situation: Situation, case: Case, dead: Dead, trace: Bare) -> float:
    """Moment of weights off the axis, which bend the pole along the sign, kip-ft."""
    if not dead.moment:
        return 0.0
    row = case.combination
    b2 = situation.b2[row.name, "side"]
    return trace(eq.moment_of_weight, B_2=b2, f_D=row.dead, M_D=dead.moment)


def _turned(forces: Forces, trace: Bare) -> Forces:
    """The forces along the sides of a square that stands on its diagonal."""
    V = trace(eq.shear_a, V_r=forces.shear_x or forces.shear_y)
    front = forces.moment_x or trace.known(0.0, "no moment across the wind")
    along = forces.moment_y or trace.known(0.0, "no moment across the wind")
    return forces._replace(
        shear_x=V,
        shear_y=V,
        moment_x=trace(eq.moment_a, M_f=front, M_s=along),
        moment_y=trace(eq.moment_b, M_f=front, M_s=along),
    )
