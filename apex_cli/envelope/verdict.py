"""What an envelope comes to: the exit code it stands for."""

from collections.abc import Mapping
from typing import Any

from apex_cli.exits import ANSWERED, CHECK_FAILED


def exit_code(envelope: Mapping[str, Any], *, strict: bool = False) -> int:
    """0, or 1 when a check failed (strict: or a warning was raised).

    >>> exit_code({"checks": [{"passed": False}], "warnings": []})
    1
    """
    failed = any(not check["passed"] for check in envelope["checks"])
    warned = any(warning["penalty"] > 0 for warning in envelope["warnings"])
    return CHECK_FAILED if failed or (strict and warned) else ANSWERED
