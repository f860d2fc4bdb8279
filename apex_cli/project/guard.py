"""The exclusive lock of a project file: the kernel's own, so it never outlives its process.

On POSIX it is `flock` on the project file itself: nothing is left behind that could block. Since
a write puts a new file in the old one's place, whoever gets the lock looks whether it still holds
the file that the name leads to, and otherwise starts again.
Windows does not replace a file that is open; there a lock file beside it is locked instead.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from apex_cli.errors import Conflict, FileProblem
from apex_cli.links import followed
from apex_cli.pipes import TIMEOUT, patience
from apex_cli.project.holder import holder
from apex_cli.project.replace import Held

_LOCKLESS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}
_LONGEST_PAUSE_S = 0.02


@contextmanager
def exclusive(path: Path, limit: int, timeout: float | None = None) -> Iterator[Held]:
    """The project file, read under an exclusive lock that is kept until the block ends.

    Args:
        path: The file, or a symbolic link to it.
        limit: At most this many bytes, and one, are read.
        timeout: How long to wait for another writer, s; None for what the environment says.

    Raises:
        OSError: It cannot be opened for reading and writing.
        FileProblem: It is not a regular file.
        Conflict: Another process keeps the lock.
        UsageError: The environment says no time.
    """
    waits = patience() if timeout is None else timeout
    with _locked(followed(path), limit, waits) as held:
        yield held


def _open(target: Path) -> int:
    """The file opened for reading and writing: one that was made read-only is left alone."""
    flags = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0)  # links were followed: what is one now was swapped
    handle = os.open(target, flags | getattr(os, "O_BINARY", 0))
    regular = False
    try:
        regular = stat.S_ISREG(os.fstat(handle).st_mode)
    finally:
        if not regular:
            _close(handle)
    if not regular:
        raise FileProblem(f"{target} is not a regular file", code="file.not_regular")
    return handle


def _close(handle: int) -> None:
    """Give the lock back; nothing was written through it, so nothing is lost if that fails."""
    with contextlib.suppress(OSError):
        os.close(handle)


def _read(handle: int, target: Path, limit: int) -> Held:
    status = os.fstat(handle)
    with os.fdopen(handle, "rb", closefd=False) as file:
        return Held(target, file.read(limit + 1), status)


def _busy(target: Path, timeout: float) -> Conflict:
    found = holder(target)
    return Conflict(
        f"{found or 'another process'} has kept {target} locked for {timeout:g} s",
        code="project.locked",
        hint=f"let it finish, or end it, and retry; the lock ends with its process; {TIMEOUT} "
        "says how long to wait, s",
        extra={} if found is None else {"pid": found.pid, "command": found.command},
    )


if sys.platform == "win32":  # pragma: no cover - the tests run where flock is

    @contextmanager
    def _locked(target: Path, limit: int, timeout: float) -> Iterator[Held]:
        import filelock  # noqa: PLC0415 - only here

        guard = target.with_name(f".{target.name}.lock")
        try:
            with filelock.FileLock(guard, timeout=timeout):
                handle = _open(target)
                try:
                    held = _read(handle, target, limit)
                finally:
                    _close(handle)
                yield held
        except filelock.Timeout as error:
            raise _busy(target, timeout) from error

else:
    import fcntl

    @contextmanager
    def _locked(target: Path, limit: int, timeout: float) -> Iterator[Held]:
        """The file that the name leads to, read and kept open with the kernel's lock on it."""
        deadline = time.monotonic() + timeout
        pause = 0.0005
        while True:
            handle = _open(target)
            try:
                if _take(handle, target):
                    yield _read(handle, target, limit)
                    return
            finally:
                _close(handle)
            if time.monotonic() > deadline:
                raise _busy(target, timeout)
            time.sleep(pause)
            pause = min(pause * 1.5, _LONGEST_PAUSE_S)

    def _take(handle: int, target: Path) -> bool:
        """Whether the lock was free and the file is still the one of that name."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return os.path.samestat(os.fstat(handle), target.stat())
        except (BlockingIOError, FileNotFoundError):
            return False
        except OSError as error:
            if error.errno not in _LOCKLESS:
                raise
            raise FileProblem(
                f"{target} is on a file system without locks: {error.strerror}",
                code="file.no_locks",
                hint="work on a copy on a local disk; apex doctor, in that folder, looks",
            ) from error
