"""Atomic writing: a file is put in its place whole, or what was there stays.

The bytes go to a temporary file in the same folder and to the disk; then it gets the name, and the
folder goes to the disk.
"""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

PREFIX, _SUFFIX = ".apex-", ".tmp"
ABANDONED_S = 3600.0
"""Age at which no temporary file can be in use any more: a write takes milliseconds."""
_FAILED = {errno.EIO, errno.ENOSPC, errno.EDQUOT}
"""What a disk says that has not kept something; all else says that a folder is never synced."""


class NotDurable(OSError):
    """The file has its name, and the system did not say that the name lasts."""


def put(
    target: Path, data: bytes, like: os.stat_result | None, give_name: Callable[[Path], object]
) -> None:
    """Put these bytes in place.

    Args:
        target: The place, symbolic links followed.
        data: All of the file.
        like: The file to take the place of, whose mode it keeps, owner and group where possible.
        give_name: Gives the temporary file the name.

    Raises:
        NotDurable: The bytes are in place; a power cut may bring back what was there.
        OSError: The operating system refuses; what was there is whole, and nothing is left.
    """
    with _temporary(target, data, like) as temporary:
        give_name(temporary)
    _sync_folder(target.parent)


@contextmanager
def _temporary(target: Path, data: bytes, like: os.stat_result | None) -> Iterator[Path]:
    """A temporary file beside the target, written, synced, and gone when the block ends."""
    name = f"{PREFIX}{os.getpid()}-{_tag(target)}{_host()}{os.urandom(4).hex()}{_SUFFIX}"
    path = target.parent / name
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666 if like is None else 0o600)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            if like is not None:
                _resemble(handle, path, like)
            os.fsync(handle)
        finally:
            os.close(handle)
        yield path
    finally:
        with contextlib.suppress(OSError):
            path.unlink()


def _tag(target: Path) -> str:
    """Eight letters that tell the temporary files of one target from those of another."""
    return sha256(os.fsencode(target.name)).hexdigest()[:8]


def _host() -> str:
    """Four letters that tell this machine, whose processes can be asked for, from others."""
    name = os.uname().nodename if sys.platform != "win32" else ""
    return sha256(name.encode()).hexdigest()[:4]


def _resemble(handle: int, path: Path, like: os.stat_result) -> None:
    """Owner and group where possible, then the mode, which a change of owner may have cut.

    Another group than before may do no more than all others. The mode is given to the open file:
    its name may be another's meanwhile.
    """
    mode = like.st_mode & 0o777
    if sys.platform == "win32":
        path.chmod(mode)
        return
    for owner, group in ((like.st_uid, -1), (-1, like.st_gid)):
        with contextlib.suppress(OSError):
            os.fchown(handle, owner, group)
    if os.fstat(handle).st_gid != like.st_gid:
        mode &= ~0o070 | (mode & 0o007) << 3
    os.fchmod(handle, mode)


def _sync_folder(folder: Path) -> None:
    """Make the rename last; a folder that cannot be opened or synced keeps its own pace.

    Raises:
        NotDurable: The disk failed.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno in _FAILED:
            raise NotDurable(error.errno, error.strerror) from error


def sweep(target: Path, *, locked: bool) -> None:
    """Remove the temporary files that dead writers left in the folder.

    One of this very target is dead for certain while its lock is held, and otherwise when its
    process is gone from this machine; one of another target is dead when it is old.
    """
    with contextlib.suppress(OSError):
        found = [name for name in os.listdir(target.parent) if name.startswith(PREFIX)]  # noqa: PTH208 - names, not paths
        for name in filter(lambda name: name.endswith(_SUFFIX), found):
            path = target.parent / name
            with contextlib.suppress(OSError):
                if _is_dead(path, _tag(target), locked=locked):
                    path.unlink()


def _is_dead(path: Path, tag: str, *, locked: bool) -> bool:
    pid, _, rest = path.name.removeprefix(PREFIX).partition("-")
    if rest.startswith(tag) and (locked or (rest.startswith(tag + _host()) and not _alive(pid))):
        return True
    return time.time() - path.stat().st_mtime > ABANDONED_S


def _alive(pid: str) -> bool:
    if sys.platform == "win32" or not pid.isdecimal():  # there signal 0 would end the process
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
