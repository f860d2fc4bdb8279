"""The rows of limits: a number with its interval and what ends it, a choice with what passes."""

from math import log
from typing import Any, Literal, NamedTuple

from apex_cli.audit.ends import Interval, intervals, nearest
from apex_cli.audit.movable import Movable
from apex_cli.audit.neighbours import Neighbours
from apex_cli.audit.standing import Standing
from apex_cli.equations import Bare
from apex_cli.errors import ApexError
from apex_cli.records.fields import Doubt
from apex_cli.run.chain import solve


class Limit(NamedTuple):
    """A number's row, and what it is sorted by.

    Args:
        far: How far its nearer end is: by the factor, where there is none as it is, then no end.
        row: As the result has it.
    """

    far: tuple[int, float]
    row: dict[str, Any]


def limit(one: Movable, neighbours: Neighbours, standing: Standing) -> Limit:
    """How far a number may move."""
    at = neighbours.along(one.parts)
    found = intervals(one, at)
    here = nearest(found, one.value) or Interval(None, None, None, None)
    below, above = (
        None if beyond is None else _why(one, beyond, neighbours, standing)
        for beyond in (here.below, here.above)
    )
    ends = _ends(one, here)
    first = min(ends, default=None)
    why = None if first is None else below if first.side == "below" else above
    row = {
        "path": one.path,
        "value": one.value,
        "unit": one.unit,
        "passes": at(one.value).passes,
        "passes_from": here.least,
        "passes_to": here.greatest,
        "first_to_fail": why and (why["fails"] or [why["error"]])[0],
        "below": below,
        "above": above,
        "factor": _factor(one.value, first),
        "range": [one.least, one.greatest],
        "intervals": [[it.least, it.greatest] for it in found],
    }
    return Limit(first.far if first else (3, 0.0) if found else (2, 0.0), row)


def choice(one: Movable, neighbours: Neighbours, standing: Standing) -> dict[str, Any]:
    """The choices of a place: which pass, which fail, which have no answer."""
    told: dict[str, list[Any]] = {"passes": [], "fails": [], "no_answer": []}
    for value in one.choices:
        try:
            if one.parts[0] == "packs":
                trace = Bare()
                solve(standing.moved(one.parts, value), trace)
                failed = any(not check.passed for check in trace.checks)
            else:
                failed = bool(neighbours.failed(one.parts, value))
        except (ApexError, Doubt):
            told["no_answer"].append(value)
        else:
            told["fails" if failed else "passes"].append(value)
    return {"path": one.path, "value": one.value, **told}


def _why(one: Movable, value: Any, neighbours: Neighbours, standing: Standing) -> dict[str, Any]:
    """What fails where this value stands."""
    try:
        failed = neighbours.failed(one.parts, value)
    except ApexError as error:
        return _refused(value, error)
    except Doubt:
        return _refused(value, _refusal(one.parts, value, standing))
    return {"at": value, "fails": failed, "error": None, "detail": None}


def _refusal(parts: tuple[str, ...], value: Any, standing: Standing) -> ApexError:
    """The error of a value that the project refuses."""
    try:
        standing.moved(parts, value)
    except ApexError as error:
        return error
    raise AssertionError("what was refused alone is taken")  # pragma: no cover - they agree


def _refused(value: Any, error: ApexError) -> dict[str, Any]:
    return {"at": value, "fails": [], "error": error.problem_code, "detail": error.detail}


class _End(NamedTuple):
    """An end of the interval that a number lies in, or nearest to.

    Args:
        far: How far it is: by the factor, then, where there is none, as it is.
        at: The number there; of whole numbers the first that does not pass.
        side: On which side of the interval.
    """

    far: tuple[int, float]
    at: float
    side: Literal["below", "above"]


def _ends(one: Movable, here: Interval) -> list[_End]:
    """The ends of an interval, those left out that the range of the field comes before."""
    sides: tuple[tuple[Literal["below", "above"], float | None, float | None], ...] = (
        ("below", here.least, here.below),
        ("above", here.greatest, here.above),
    )
    found = []
    for side, last, beyond in sides:
        end = beyond if one.whole and here.holds(one.value) else last
        if end is not None:
            factor = one.value * end > 0
            far = (0, abs(log(end / one.value))) if factor else (1, abs(end - one.value))
            found.append(_End(far, end, side))
    return found


def _factor(value: float, end: _End | None) -> float | None:
    """By what a number is multiplied to be at its nearer end; None for 0."""
    return float(f"{end.at / value:.6g}") if end is not None and value else None
