"""The boundary: arguments in, exit code out; every error becomes an envelope here."""

import os
import sys
from collections.abc import Sequence

from apex_cli.cli.output import failure, say
from apex_cli.cli.quick import call_of
from apex_cli.errors import ApexError, InternalFault
from apex_cli.exits import INTERRUPTED


def run(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; no exception leaves it."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        call = call_of(words)
        return call.answer() if call else _execute(words)
    except ApexError as error:
        return failure(error, words)
    except KeyboardInterrupt:
        say("apex: interrupted")
        return INTERRUPTED
    except Exception as error:  # the boundary: a traceback never reaches the user
        if os.environ.get("APEX_DEBUG") == "1":
            raise
        detail = f"{type(error).__name__}: {error}"
        hint = "this is a fault in apex, not in your input; APEX_DEBUG=1 shows where"
        return failure(InternalFault(detail, hint=hint), words)


def _execute(words: Sequence[str]) -> int:
    from apex_cli.cli.app import execute  # noqa: PLC0415 - Typer, only when it is needed

    return execute(words)
