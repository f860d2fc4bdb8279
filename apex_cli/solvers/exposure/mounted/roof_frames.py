"""What the frames of a roof sign take: the outermost ones, by statics, and at their feet."""

from operator import attrgetter

from apex_cli.equations import Bare
from apex_cli.packs.combinations import Combinations
from apex_cli.project.roof import Frames
from apex_cli.quantities import Known
from apex_cli.solvers import shares
from apex_cli.solvers.exposure.equations import roofs as eq
from apex_cli.solvers.exposure.equations.poles import place_of_pole
from apex_cli.solvers.exposure.mounted.roof_result import FrameRow
from apex_cli.solvers.exposure.mounted.rooftop import OnRoof
from apex_cli.solvers.exposure.shares import Row, Taken, axial_of, taken_by, twisted_by
from apex_cli.solvers.exposure.totals import Total
from apex_cli.solvers.exposure.weights import Dead
from apex_cli.solvers.limits import most


def _itself(value: float) -> float:
    return value


def frame_rows(
    frames: Frames,
    cases: list[Total],
    dead: Dead,
    structure: OnRoof,
    *,
    combinations: Combinations,
    trace: Bare,
) -> list[FrameRow]:
    """What the outermost frames take, first and last: no other takes more.

    Args:
        frames: As the project tells them.
        cases: Every case of both readings, about the roof.
        dead: The weights.
        structure: Its uplift.
        combinations: Of the wind standard.
        trace: Calls the equations.
    """
    number = Known(float(frames.count), "/sign/frames/count")
    lifting = Dead(structure.uplift, structure.uplift_moment)
    if frames.count == 1 or frames.spacing_ft is None:
        taken = [Taken(one.row, one.row.shear_lbf, one.row.moment_kipft) for one in cases]
        if any(one.row.torsion_kipft for one in cases):
            trace.assume("A single frame takes the torsion by itself: at_roof.torsion_kipft.")
        return [
            _reported(
                "frame", taken, dead.load, lifting.load,
                frames=frames, combinations=combinations, trace=trace,
            )
        ]  # fmt: skip
    trace.subject = "frames"
    spread = trace(shares.spread_of_poles, N=number, a=frames.spacing_ft)
    row = Row(number, spread)
    turning = [twisted_by(one, trace) for one in cases]
    rows = []
    for k in (1, frames.count):
        name = trace.subject = f"frame {k}"
        if k == 1:
            x = trace(shares.first_pole, N=number, a=frames.spacing_ft)
        else:
            x = trace(place_of_pole, k=number, N=number, a=frames.spacing_ft)
        taken = [taken_by(one, x, row, trace) for one in turning]
        held, lifted = (axial_of(one, x, row, trace) for one in (dead, lifting))
        rows.append(
            _reported(
                name, taken, held, lifted,
                frames=frames, combinations=combinations, trace=trace,
            )
        )  # fmt: skip
    trace.subject = ""
    return rows


def _reported(
    name: str,
    taken: list[Taken],
    held: float,
    lifted: float,
    *,
    frames: Frames,
    combinations: Combinations,
    trace: Bare,
) -> FrameRow:
    """A frame with what its feet take in every combination."""
    trace.subject = name
    worst = most(taken, attrgetter("moment"), attrgetter("shear"))
    shear = most([one.shear for one in taken], _itself)
    couple = None
    if frames.base_ft is not None:
        couple = trace(eq.base_couple, M_k=worst.moment, d_f=frames.base_ft)
    press: dict[str, list[float]] = {"strength": [], "asd": []}
    pull: dict[str, list[float]] = {"strength": [], "asd": []}
    for row, f_D, f_W in combinations.numbers:
        trace.subject = f"{name}, {row.name}"
        if couple is None:
            press[row.level].append(trace(eq.frame_pressing, f_D=f_D, D_k=held))
            pull[row.level].append(trace(eq.frame_pulling, f_W=f_W, U_k=lifted, f_D=f_D, D_k=held))
            continue
        press[row.level].append(trace(eq.foot_pressing, f_W=f_W, C=couple, f_D=f_D, D_k=held))
        pull[row.level].append(
            trace(eq.foot_pulling, f_W=f_W, C=couple, U_k=lifted, f_D=f_D, D_k=held)
        )
    trace.subject = ""
    return FrameRow(
        name, worst.row.case, shear, worst.moment, held, lifted, couple,
        most(press["strength"], _itself), max(most(pull["strength"], _itself), 0.0),
        most(press["asd"], _itself), max(most(pull["asd"], _itself), 0.0),
    )  # fmt: skip
