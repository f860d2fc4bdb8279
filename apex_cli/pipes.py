"""Named pipes: nobody waits without end for somebody who does not come to the other end.

In a folder that others write, a file may be a pipe: to open one is to wait for its other end.
"""

import errno
import io
import math
import os
import stat
import time
from pathlib import Path
from typing import Any, BinaryIO

from apex_cli.errors import FileProblem, UsageError

TIMEOUT = "APEX_LOCK_TIMEOUT"
"""Of the environment: how long to wait for another process, s."""
LOCK_TIMEOUT_S = 10.0
_PAUSE_S = 0.01
_CHUNK = 64 * 1024


def patience() -> float:
    """How long to wait for another process: one that writes, or one at the end of a pipe; s.

    Raises:
        UsageError: `APEX_LOCK_TIMEOUT` is no number of seconds.
    """
    said = os.environ.get(TIMEOUT, "")
    try:
        seconds = float(said or LOCK_TIMEOUT_S)
    except ValueError:
        seconds = math.nan
    if not (math.isfinite(seconds) and seconds >= 0):
        raise UsageError(f"{TIMEOUT} is a number of seconds, not {said!r}")
    return seconds


def awaited(path: Path, file: io.BufferedReader) -> BinaryIO:
    """What was opened without waiting and is no regular file, ready to be read.

    Args:
        path: Its name.
        file: The same, just opened with `O_NONBLOCK`.

    Raises:
        FileProblem: It is a pipe, and nobody came to write into it.
    """
    handle = file.fileno()
    fifo = stat.S_ISFIFO(os.fstat(handle).st_mode) and os.path.exists(os.path.realpath(path))  # noqa: PTH110 - a pipe without a name (`<(…)`) has no real path
    first = _first(handle, path) if fifo else b""
    os.set_blocking(handle, True)
    return io.BufferedReader(_Behind(first, file)) if first else file


def _first(handle: int, path: Path) -> bytes:
    """The first bytes of a pipe, or none as soon as somebody is there to write."""
    deadline = time.monotonic() + patience()
    while True:
        try:
            if data := os.read(handle, _CHUNK):
                return data
        except BlockingIOError:
            return b""
        _wait(path, deadline)


class _Behind(io.RawIOBase):
    """Bytes that were read, and what comes behind them."""

    def __init__(self, first: bytes, rest: io.BufferedReader) -> None:
        self._first, self._rest = first, rest

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        data = self._first[: len(into)] or self._rest.read1(len(into))
        self._first = self._first[len(data) :]
        into[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._rest.close()
        super().close()


def into(path: str, flags: int) -> int:
    """An `opener` for what is to be written: of a pipe nobody reads, it does not wait without end.

    Raises:
        FileProblem: It is a pipe, and nobody came to read it.
        OSError: It cannot be opened.
    """
    deadline = time.monotonic() + patience()
    while True:
        try:
            handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)
        except OSError as error:
            if error.errno != errno.ENXIO or not Path(path).is_fifo():
                raise
        else:
            if hasattr(os, "set_blocking"):
                os.set_blocking(handle, True)
            return handle
        _wait(Path(path), deadline)


def _wait(path: Path, deadline: float) -> None:
    if time.monotonic() >= deadline:
        raise FileProblem(
            f"{path} is a pipe at whose other end nobody is",
            code="file.not_regular",
            hint=f"give a file, or open the other end first; {TIMEOUT} says how long to wait, s",
        )
    time.sleep(_PAUSE_S)
