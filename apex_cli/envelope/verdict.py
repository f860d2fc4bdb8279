"""What an envelope comes to: the exit code it stands for."""

from collections.abc import Mapping
from typing import Any, Literal

from apex_cli.exits import ANSWERED, CHECK_FAILED


def exit_code(envelope: Mapping[str, Any], *, strict: bool = False) -> int:
    """0, or 1 when a check failed (strict: or a warning was raised).

    >>> exit_code({"checks": [{"passed": False}], "warnings": []})
    1
    """
    failed = any(not check["passed"] for check in envelope["checks"])
    warned = any(warning["penalty"] > 0 for warning in envelope["warnings"])
    return CHECK_FAILED if failed or (strict and warned) else ANSWERED


def verdict(envelope: Mapping[str, Any]) -> Literal["pass", "review", "fail"]:
    """Whether every check passed, and whether an engineer must look at something.

    >>> verdict({"checks": [], "warnings": [{"severity": "review", "penalty": 0.3}]})
    'review'
    """
    if exit_code(envelope):
        return "fail"
    open_ = any(one["severity"] == "review" and one["penalty"] > 0 for one in envelope["warnings"])
    return "review" if open_ else "pass"
