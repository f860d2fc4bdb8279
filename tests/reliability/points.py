"""Fault points: one call to the operating system fails, or all from that one on.

Python's own files are replaced by those that Python itself has in Python (`_pyio`), which ask `os`
for everything: so whatever apex and its libraries in Python ask of the system goes through here.
"""

import _pyio  # type: ignore[import-not-found] # - Python's own, without types
import builtins
import errno
import fcntl
import io
import os
import sys
from collections.abc import Callable
from typing import Any

ERRORS = (errno.EIO, errno.ENOSPC, errno.EINTR, errno.EACCES, errno.EDQUOT)
CALLS = (
    "open", "read", "write", "fsync", "replace", "rename", "link", "unlink", "close", "fstat",
    "stat", "lstat", "readlink", "chmod", "fchown", "listdir", "scandir", "ftruncate", "truncate",
    "lseek", "mkdir", "rmdir", "dup2", "getcwd",
)  # fmt: skip
"""What of `os` is watched, and `flock` beside it."""


class Points:
    """Counts the calls of this process and lets one fail.

    Args:
        number: Which call, from 1; 0 for none.
        error: What it fails with.
        onward: Whether all that follow fail too.
    """

    def __init__(self, number: int, error: int, *, onward: bool) -> None:
        self.number = number
        self.error = error
        self.onward = onward
        self.calls = 0
        self.failed = ""
        self.resting = True

    def watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watch(*args: Any, **more: Any) -> Any:
            if not self.resting and not cannot_fail(name, args):
                self.calls += 1
                if self.calls == self.number or (self.onward and 0 < self.number < self.calls):
                    self.failed = self.failed or f"{name} {args[0] if args else ''}"
                    if name == "close":  # the system closes it even where it fails
                        call(*args, **more)
                    raise OSError(self.error, os.strerror(self.error), *named(args))
            return call(*args, **more)

        return watch

    def install(self) -> None:
        """Take over this process, which is a child that ends soon."""
        for name in CALLS:
            setattr(os, name, self.watched(name, getattr(os, name)))
        fcntl.flock = self.watched("flock", fcntl.flock)
        io.open = builtins.open = _pyio.open
        for number, stream in ((1, "stdout"), (2, "stderr")):
            file = _pyio.open(number, "w", encoding="utf-8", closefd=False)
            setattr(sys, stream, file)
        self.resting = False


def cannot_fail(name: str, args: tuple[Any, ...]) -> bool:
    """Whether no system refuses this: to ask a process of Python's own, which lives, by its pipe.

    Python takes the refusal for its death, and waits for an end that does not come.
    """
    return name == "write" and bytes(args[1][:6]) == b"PROBE:"


def named(args: tuple[Any, ...]) -> tuple[str, ...]:
    """The file that the system would name in its refusal."""
    return (os.fspath(args[0]),) if args and isinstance(args[0], str | os.PathLike) else ()
