"""How far the wind bends the pole, at its top and at each cabinet."""

from collections.abc import Sequence
from itertools import pairwise

from apex_cli.equations import Bare
from apex_cli.packs.support import SupportPack, WindLoad
from apex_cli.project.support import Deflection
from apex_cli.solvers.acting import Blow
from apex_cli.solvers.support.equations import deflection as eq
from apex_cli.solvers.support.pieces import Run
from apex_cli.solvers.support.result import DeflectionRow
from apex_cli.solvers.support.standing import Standing, extent, wind_at

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
    top, silent = heights[0], Bare()
    most = max(
        pole.blows, key=lambda blow: _bent(pole, blow, runs, top, poles_top, pack, silent)
    )
    rows = []
    for n, z in enumerate(heights):
        trace.subject = f"deflection at {z:g} ft"
        whole = _bent(pole, most, runs, z, poles_top, pack, trace)
        for load in loads:
            factor = pack.wind_factors[load].number
            inches = trace(eq.under, k_W=factor, delta=whole) if factor != 1 else whole
            rows.append(DeflectionRow(z, load, inches, 12 * z / inches if inches else None))
            if asked is not None and asked.limit is not None and load == asked.load:
                if (asked.at == "top") == (n == 0):
                    _hold(asked, z, inches, trace)
    trace.subject = ""
    return rows


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


def _bent(
    pole: Standing,
    blow: Blow,
    runs: Sequence[Run],
    z: float,
    poles_top: float,
    pack: SupportPack,
    trace: Bare,
) -> float:
    """Deflection at a height under all of a case, in: the sum over lengths of one parabola each."""
    silent, E = Bare(), pack.elastic_modulus.number
    end = min(z, poles_top)
    marks = {0.0, end, *(run.bottom for run in runs)}
    marks |= {mark for load in blow.loads for mark in extent(load)}
    within = sorted(mark for mark in marks if 0 <= mark <= end)
    total = trace.known(0.0, "at grade")
    front = blow.direction == "front"
    for bottom, top in pairwise(within):
        middle = (bottom + top) / 2
        piece = next(run.piece for run in reversed(runs) if run.bottom <= bottom)
        terms = {}
        for name, at in (("b", bottom), ("m", middle), ("t", top)):
            moment = wind_at(pole, blow, at, silent).moment
            terms[f"M_{name}"] = trace.known(moment, f"moment of the wind at {at:g} ft")
            terms[f"y_{name}"] = trace.known(z - at, "lever")
        total = trace(
            eq.bent,
            delta_0=total, l=trace.known(top - bottom, "length"), E=E,
            I=piece.tube.p.I_x if front else piece.tube.p.I_y, **terms,
        )  # fmt: skip
    return total


def heights_of(top: float, middles: Sequence[float]) -> list[float]:
    """The top, then the middle of each cabinet, each once.

    >>> heights_of(24.0, [21.0, 21.0])
    [24.0, 21.0]
    """
    return [top, *(z for z in dict.fromkeys(float(z) for z in middles) if z != top)]


