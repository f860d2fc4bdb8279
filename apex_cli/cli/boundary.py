"""The boundary: arguments in, exit code out; every error becomes an envelope here."""

import os
import sys
from collections.abc import Sequence

from apex_cli.cli.command import Call
from apex_cli.cli.failure import asked, failure, kind_of, problem_text, wish_in
from apex_cli.cli.output import say
from apex_cli.cli.quick import call_of
from apex_cli.errors import ApexError
from apex_cli.exits import INTERRUPTED
from apex_cli.files import unforeseen


def run(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; no exception leaves it."""
    words = list(sys.argv[1:] if argv is None else argv)
    call: Call | int | None = None
    try:
        call = call_of(words) or _read(words)
        return call if isinstance(call, int) else call.answer()
    except ApexError as error:
        problem = error
    except KeyboardInterrupt:
        say("apex: interrupted")
        return INTERRUPTED
    except Exception as error:  # the boundary: a traceback never reaches the user
        if os.environ.get("APEX_DEBUG") == "1":
            raise
        problem = unforeseen(error)
    if isinstance(call, Call):
        wish = call.wish._replace(format=asked(call.format), file=None)
    else:
        wish = wish_in(words)
    try:
        return failure(problem, wish, kind_of(words))
    except (ImportError, OSError):  # what makes an envelope of it cannot be loaded
        say(problem_text(problem))
        return problem.exit_code


def _read(words: Sequence[str]) -> Call | int:
    from apex_cli.cli.app import read  # Typer, only when it is needed

    return read(words)
