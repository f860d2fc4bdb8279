"""How far the wind bends the pole, at its top and at each cabinet."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.support import SupportPack, WindLoad
from apex_cli.project.support import Deflection
from apex_cli.solvers.acting import Blow
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.above import extent
from apex_cli.solvers.support.equations import deflection as eq
from apex_cli.solvers.support.member_checks import Held
from apex_cli.solvers.support.pieces import Run
from apex_cli.solvers.support.result import DeflectionRow
from apex_cli.solvers.support.standing import Standing, moments_at

ALWAYS: tuple[WindLoad, ...] = ("1.0W", "0.6W", "0.42W")
"""The shares of the wind under which deflection is always told."""


def deflections(
    pole: Standing,
    runs: Sequence[Run],
    heights: Sequence[float],
    *,
    poles_top: float,
    asked: Deflection | None,
    pack: SupportPack,
    trace: Bare,
) -> tuple[list[DeflectionRow], list[Held]]:
    """The deflection at these heights, first order, the pole fixed at grade; what was held of it.

    Args:
        pole: The pole with what acts on it.
        runs: Its lengths.
        heights: The top first, then the middle of each cabinet, ft.
        poles_top: Where the poles end, ft; above it nothing bends.
        asked: What the project asks for.
        pack: The standard.
        trace: Calls the equations.
    """
    loads = [*ALWAYS]
    if asked is not None and asked.load not in loads:
        loads.append(asked.load)
    cases = [Bent(pole, blow, runs, poles_top, pack) for blow in pole.blows]
    rows, found = [], []
    for n, z in enumerate(heights):
        trace.subject = f"deflection at {z:g} ft"
        whole = _worst(cases, z).at(z, trace)
        for load in loads:
            factor = pack.wind_factors[load].number
            inches = trace(eq.under, k_W=factor, delta=whole) if factor.real != 1 else whole
            rows.append(DeflectionRow(z, load, inches, 12 * z / inches if inches else None))
            held = asked is not None and asked.load == load and asked.limit is not None
            if asked is not None and held and (asked.at == "top") == (n == 0):
                found.append(_hold(asked, z, inches, trace))
    trace.subject = ""
    return rows, found


def _worst(cases: "Sequence[Bent]", z: float) -> "Bent":
    """The case that bends the pole most at a height."""
    moved = [one.at(z, Bare()) for one in cases]
    return cases[most(range(len(moved)), moved.__getitem__)]


def _hold(asked: Deflection, z: float, inches: float, trace: Bare) -> Held:
    known = trace.known(z, "height of the point")
    where = "top" if asked.at == "top" else f"cabinet's middle at {z:g} ft"
    check = trace.hold(
        "steel.deflection",
        f"The {where} moves no more than its height over {asked.limit:g} under {asked.load}.",
        demand=inches,
        capacity=trace(eq.limit, z=known, n_d=asked.limit),  # type: ignore[arg-type] # - it is given
        unit="in",
        clause="the project's own limit",
    )
    return Held(check.id, check.demand / check.capacity, "", where, asked.load, z)


class Bent(NamedTuple):
    """A pole bent by a case of the wind.

    Args:
        pole: The pole.
        blow: The case.
        runs: Its lengths.
        top: Where the poles end, ft; above it nothing bends.
        pack: The standard.
    """

    pole: Standing
    blow: Blow
    runs: Sequence[Run]
    top: float
    pack: SupportPack

    def at(self, z: float, trace: Bare) -> float:
        """Deflection at a height, in."""
        forces = self._by(0, z, trace)
        if self.pole.share is None:
            return forces
        return trace(eq.either_way, delta_o=forces, delta_e=self._by(1, z, trace))

    def _by(self, which: int, z: float, trace: Bare) -> float:
        """Deflection by the forces, or by their eccentricities: one parabola for each length."""
        blow, E = self.blow, self.pack.elastic_modulus.number
        end = min(z, self.top)
        marks = {0.0, end, *(run.bottom for run in self.runs)}
        marks |= {mark for load in blow.loads for mark in extent(load)}
        total = trace.known(0.0, "at grade")
        for bottom, top in pairwise(sorted(mark for mark in marks if 0 <= mark <= end)):
            piece = next(run.piece for run in reversed(self.runs) if run.bottom <= bottom)
            terms = {}
            for name, at in (("b", bottom), ("m", (bottom + top) / 2), ("t", top)):
                moment = moments_at(self.pole, blow, at)[which]
                terms[f"M_{name}"] = trace.known(moment, f"moment of the wind at {at:g} ft")
                terms[f"y_{name}"] = trace.known(z - at, "lever")
            p = piece.tube.p
            total = trace(
                eq.bent,
                delta_0=total, l=trace.known(top - bottom, "length"), E=E,
                I=p.I_x if blow.direction == "front" else p.I_y, **terms,
            )  # fmt: skip
        return total


def heights_of(top: float, middles: Sequence[float]) -> list[float]:
    """The top, then the middle of each cabinet, each once.

    >>> heights_of(24.0, [21.0, 21.0])
    [24.0, 21.0]
    """
    return [top, *(z for z in dict.fromkeys(float(z) for z in middles) if z != top)]
