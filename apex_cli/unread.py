"""Standard output that nobody reads any more.

Other programs die of it, or end with 0. The rule of apex, for every command: what is written then
goes nowhere, nothing is said of it, and the exit code is the answer's own; 0 where there is none,
as with help.
"""

import io
import os
import sys
from typing import Self


class Reader:
    """Whoever reads standard output, and may leave at any moment: the block ends there.

    >>> with Reader() as reader:
    ...     pass
    >>> reader.left
    False
    """

    left = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        cause = error.__context__ if isinstance(error, SystemExit) else error  # Typer exits, with 1
        self.left = isinstance(cause, BrokenPipeError)
        if self.left:
            discard_stdout()
        return self.left


def discard_stdout() -> None:
    """What is buffered goes nowhere, quietly."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # not even that
        sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
