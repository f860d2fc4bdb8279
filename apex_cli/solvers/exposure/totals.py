"""Cases A, B and C summed at grade, and which of them governs."""

from msgspec import Struct
from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.solvers import shares, sums
from apex_cli.solvers.acting import Load
from apex_cli.solvers.exposure.result import Case, CaseTotal, Direction
from apex_cli.solvers.exposure.wind import Wind

BELOW_TWO = "In Case C a cabinet with B/s below 2 carries its load of Case B."
"""What is told where only some faces have a Case C."""


class Sums(Struct, frozen=True):
    """Shear lbf, moment kip-ft, torsion of the offsets kip-ft (None: not wanted)."""

    shear: float
    moment: float
    of_offsets: float | None


class Total(Struct, frozen=True):
    """A case at grade: what is reported, its forces, and its torsion by parts, kip-ft or None."""

    row: CaseTotal
    loads: list[Load]
    of_offsets: float | None
    of_arms: float | None


def totals(
    winds: list[Wind], direction: Direction, *, offsets: bool, trace: Bare, beside: str = BELOW_TWO
) -> list[Total]:
    """Every case that the figure asks for: A; B where a face is solid; C where B/s is 2 or more.

    Args:
        winds: The forces.
        direction: Of the wind.
        offsets: Whether the torsion of the offsets is wanted.
        trace: Calls the equations.
        beside: What is told where only some faces have a Case C.
    """
    plain = [Load(w.force, w.height, w.offset, None, w.bottom, w.top) for w in winds]
    trace.subject = subject("A", direction)
    straight = _sums(plain, trace, offsets=offsets)
    found = [_total("A", direction, plain, straight, trace)]
    if any(wind.arm is not None for wind in winds):
        trace.subject = subject("B", direction)
        turned = [replace(load, arm=w.arm) for load, w in zip(plain, winds, strict=True)]
        found.append(_total("B", direction, turned, straight, trace))
    if any(wind.case_c for wind in winds):
        trace.subject = subject("C", direction)
        if any(wind.case_c is None and wind.arm is not None for wind in winds):
            trace.assume(beside)
        strips = [_in_case_c(load, wind) for load, wind in zip(plain, winds, strict=True)]
        at_grade = _sums(strips, trace, offsets=offsets)
        found.append(_total("C", direction, strips, at_grade, trace))
    trace.subject = ""
    return found


def subject(case: Case, direction: Direction) -> str:
    """What the steps of a case are about: the wind is on the faces unless it is said."""
    return f"Case {case}" if direction == "front" else f"Case {case}, side"


def levered(kind: sums.Series, loads: list[Load], lever: str, trace: Bare) -> float | None:
    """The sum of forces (times heights) times offset or arm, or None when no force has one."""
    chosen = [load for load in loads if getattr(load, lever) is not None]
    if not chosen:
        return None
    columns = [[load.force for load in chosen], [getattr(load, lever) for load in chosen]]
    if len(kind.hints) == 3:  # noqa: PLR2004 - force, height, lever
        columns.insert(1, [load.height for load in chosen])
    return sums.summed(trace, kind, *columns)


def _in_case_c(load: Load, wind: Wind) -> Load:
    if wind.case_c is None:
        return replace(load, arm=wind.arm)
    return replace(load, force=wind.case_c[0], arm=wind.case_c[1])


def _sums(loads: list[Load], trace: Bare, *, offsets: bool) -> Sums:
    forces = [load.force for load in loads]
    return Sums(
        sums.summed(trace, sums.SHEAR, forces),
        sums.summed(trace, sums.MOMENT, forces, [load.height for load in loads]),
        levered(sums.TORSION, loads, "offset", trace) if offsets else None,
    )


def _total(
    case: Case, direction: Direction, loads: list[Load], at_grade: Sums, trace: Bare
) -> Total:
    of_offsets = at_grade.of_offsets
    of_arms = levered(sums.TORSION, loads, "arm", trace)
    if of_offsets is None:
        torsion = 0.0 if of_arms is None else of_arms
    elif of_arms is None:
        torsion = trace(shares.offset_torsion, T_o=of_offsets)
    else:
        torsion = trace(shares.greatest_torsion, T_o=of_offsets, T_e=of_arms)
    row = CaseTotal(case, direction, at_grade.shear, at_grade.moment, torsion)
    return Total(row, loads, of_offsets, of_arms)
