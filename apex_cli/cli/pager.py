"""A pager for what is longer than the terminal, as git and gh have one."""

import os
import shlex
import signal
import subprocess
from collections.abc import Mapping

VARIABLES = ("APEX_PAGER", "PAGER")
"""Which pager, the first that is set; nothing or cat: none."""
USUAL = "less"
USUALLY = {"LESS": "FRX", "LESSCHARSET": "utf-8"}
"""What less is told where nobody tells it otherwise: quit where the text fits one screen, obey
colours, leave the text on the screen."""


def command(environ: Mapping[str, str]) -> list[str]:
    """The words of the pager to start; none where there is to be none.

    >>> command({"PAGER": "more -s"}), command({"APEX_PAGER": "", "PAGER": "more"})
    (['more', '-s'], [])
    """
    if environ.get("TERM") == "dumb":
        return []
    said = next((environ[name] for name in VARIABLES if name in environ), USUAL)
    try:
        words = shlex.split(said)
    except ValueError:  # a quote that is not closed
        return []
    return [] if words == ["cat"] else words


def paged(data: bytes, lines: int) -> bool:
    """Show text through the pager if it is longer than the terminal; whether it was shown.

    A reader who quits early has seen enough: that is no failure, whatever the pager says. Ctrl-C
    is the pager's while it runs.

    Args:
        data: The text.
        lines: How many the terminal has.
    """
    words = command(os.environ)
    if not words or data.count(b"\n") < lines:
        return False
    try:
        reader = subprocess.Popen(  # noqa: S603 - the reader's own pager, and no shell reads it
            words, stdin=subprocess.PIPE, env={**USUALLY, **os.environ}
        )
    except OSError:  # there is no such program
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        reader.communicate(data)
    finally:
        signal.signal(signal.SIGINT, before)
    return True
