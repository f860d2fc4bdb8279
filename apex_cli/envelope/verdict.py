"""What an envelope comes to: its verdict, and the exit code it stands for."""

from collections.abc import Iterable, Mapping
from math import inf
from typing import Any, Final, Literal

from apex_cli.exits import ANSWERED, CHECK_FAILED
from apex_cli.exits import NO_ANSWER as WITHOUT_ANSWER

Verdict = Literal["PASS", "REVIEW", "FAIL", "NO ANSWER"]

PASS: Final = "PASS"  # noqa: S105 - a verdict, no password
REVIEW: Final = "REVIEW"
FAIL: Final = "FAIL"
NO_ANSWER: Final = "NO ANSWER"


def exit_code(envelope: Mapping[str, Any], *, strict: bool = False) -> int:
    """0, or 1 when a check failed (strict: or a warning was raised).

    >>> exit_code({"checks": [{"passed": False}], "warnings": []})
    1
    """
    failed = any(not check["passed"] for check in envelope["checks"])
    warned = any(warning["penalty"] > 0 for warning in envelope["warnings"])
    return CHECK_FAILED if failed or (strict and warned) else ANSWERED


def best_code(passes: Iterable[bool | None]) -> int:
    """The code of many answers: 0 when one passes, 1 when none does, 6 when none is one.

    Args:
        passes: Of each answer whether it passes; None for one that is none.

    >>> best_code([None, False, True]), best_code([None, False]), best_code([None])
    (0, 1, 6)
    """
    known = [one for one in passes if one is not None]
    if any(known):
        return ANSWERED
    return CHECK_FAILED if known else WITHOUT_ANSWER


def verdict(envelope: Mapping[str, Any]) -> Verdict:
    """PASS; REVIEW where an engineer must look at a remark; FAIL where a check fails.

    >>> verdict({"error": None, "checks": [{"passed": True}],
    ...          "warnings": [{"severity": "review", "penalty": 0.1}]})
    'REVIEW'
    """
    if envelope["error"] is not None:
        return NO_ANSWER
    if any(not check["passed"] for check in envelope["checks"]):
        return FAIL
    asks = any(item["severity"] == "review" and item["penalty"] for item in envelope["warnings"])
    return REVIEW if asks else PASS


def governing(checks: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The check that is nearest to failing, or fails most; None where nothing is checked.

    >>> governing([{"id": "a", "passed": True, "ratio": 0.5},
    ...            {"id": "b", "passed": False, "ratio": None}])["id"]
    'b'
    """
    return max(checks, key=nearness, default=None)


def nearness(check: Mapping[str, Any]) -> tuple[bool, float]:
    """How near a check is to failing, or how far beyond: what sorts checks."""
    ratio = check["ratio"]
    return not check["passed"], ratio if ratio is not None else inf if not check["passed"] else 0.0
