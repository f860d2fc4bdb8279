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
from apex_cli.solvers.support.pieces import Run
from apex_cli.solvers.support.result import DeflectionRow
from apex_cli.solvers.support.standing import Standing, quiet, wind_at

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
) -> list[DeflectionRow]:
    """The deflection at these heights, first order, the pole fixed at grade.

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
    bent = Bent(pole, _worst(pole, runs), runs, poles_top, pack)
    rows = []
    for n, z in enumerate(heights):
        trace.subject = f"deflection at {z:g} ft"
        whole = bent.at(z, trace)
        for load in loads:
            factor = pack.wind_factors[load].number
            inches = trace(eq.under, k_W=factor, delta=whole) if factor.real != 1 else whole
            rows.append(DeflectionRow(z, load, inches, 12 * z / inches if inches else None))
            held = asked is not None and asked.load == load and asked.limit is not None
            if asked is not None and held and (asked.at == "top") == (n == 0):
                _hold(asked, z, inches, trace)
    trace.subject = ""
    return rows


def _worst(pole: Standing, runs: Sequence[Run]) -> Blow:
    """The case that bends the pole most: by its moment at grade, over what resists there."""
    p = runs[0].piece.tube.p
    _, winds = quiet(pole, 0.0)
    uses = [
        wind.moment / (p.I_x if blow.direction == "front" else p.I_y)
        for blow, wind in zip(pole.blows, winds, strict=True)
    ]
    return pole.blows[most(range(len(uses)), uses.__getitem__)]


def _hold(asked: Deflection, z: float, inches: float, trace: Bare) -> None:
    known = trace.known(z, "height of the point")
    where = "top" if asked.at == "top" else f"cabinet's middle at {z:g} ft"
    trace.hold(
        "steel.deflection",
        f"The {where} moves no more than its height over {asked.limit:g} under {asked.load}.",
        demand=inches,
        capacity=trace(eq.limit, z=known, n_d=asked.limit),  # type: ignore[arg-type] # - it is given
        unit="in",
        clause="the project's own limit",
    )


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
        """Deflection at a height, in: the sum over lengths of one parabola each."""
        blow, E, silent = self.blow, self.pack.elastic_modulus.number, Bare()
        end = min(z, self.top)
        marks = {0.0, end, *(run.bottom for run in self.runs)}
        marks |= {mark for load in blow.loads for mark in extent(load)}
        total = trace.known(0.0, "at grade")
        for bottom, top in pairwise(sorted(mark for mark in marks if 0 <= mark <= end)):
            piece = next(run.piece for run in reversed(self.runs) if run.bottom <= bottom)
            terms = {}
            for name, at in (("b", bottom), ("m", (bottom + top) / 2), ("t", top)):
                moment = wind_at(self.pole, blow, at, silent).moment
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
