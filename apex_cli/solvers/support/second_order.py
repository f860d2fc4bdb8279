"""Second-order effects of a pole: B2 in each combination, for either direction of the wind."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.support import SupportPack
from apex_cli.project.support import Method
from apex_cli.project.support_readings import Stability
from apex_cli.solvers.acting import Direction
from apex_cli.solvers.support.equations import acting
from apex_cli.solvers.support.equations import cantilever as eq
from apex_cli.solvers.support.pieces import Run
from apex_cli.solvers.support.stability import amplification


class Frame(NamedTuple):
    """A pole as a cantilever.

    Args:
        runs: Its lengths from grade to the top of pole or sign, whichever is higher.
        top: That top, ft.
        method: LRFD or ASD.
        stability: How second-order effects are taken.
        pack: The standard.
    """

    runs: Sequence[Run]
    top: float
    method: Method
    stability: Stability
    pack: SupportPack


class Combination(NamedTuple):
    """A load combination: its name and its factors of dead load and wind."""

    name: str
    dead: float
    wind: float


def length_of(frame: Frame, poles_top: float, trace: Bare) -> float:
    """Effective length of the pole, ft: K = 1 in the direct analysis."""
    stable = frame.pack.stability
    direct = frame.stability == "direct"
    K = (stable.direct_length if direct else stable.effective_length).number
    return trace(eq.effective_length, K=K, H=poles_top)


def inertia_of(frame: Frame, direction: Direction, trace: Bare) -> float:
    """Second moment of area (in4) of a pole of one section that yields as much at its top."""
    runs = frame.runs
    values = [_inertia(run, direction) for run in runs]
    if all(value == values[0] for value in values):
        return values[0]
    total = trace.known(0.0, "at the top")
    for run, inertia in zip(runs, values, strict=True):
        total = trace(
            eq.flexibility,
            S_0=total,
            y_b=trace.known(frame.top - run.bottom, "below the top"),
            y_t=trace.known(frame.top - run.top, "below the top"),
            I=inertia,
        )
    return trace(eq.equivalent_inertia, H=trace.known(frame.top, "top of pole and sign"), S_I=total)


def _inertia(run: Run, direction: Direction) -> float:
    p = run.piece.tube.p
    return p.I_x if direction == "front" else p.I_y


def amplified(
    frame: Frame, dead: float, combination: Combination, inertia: float, trace: Bare
) -> float:
    """B2 in a combination.

    Args:
        frame: The pole.
        dead: What weighs on grade, lbf.
        combination: The combination.
        inertia: As `inertia_of` gives it.
        trace: Calls the equations.

    Raises:
        NoAnswer: The pole buckles under what it carries.
    """
    if dead <= 0:
        return 1.0
    P = trace(acting.axial_force, f_D=combination.dead, P_z=dead)
    foot = frame.runs[0].piece
    return amplification(
        foot.tube, foot.steel, frame.pack,
        inertia=inertia, axial=P, method=frame.method,
        length=trace.known(frame.top, "top of pole and sign"),
        reduced=frame.stability == "direct", trace=trace,
    )  # fmt: skip
