"""Replacing a file whole or not at all: temporary file, fsync, rename, fsync of the folder."""

import contextlib
import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from apex_cli.errors import Conflict

ABANDONED_S = 3600.0
"""Age at which no temporary file can be in use any more: a write takes milliseconds."""

PREFIX, _SUFFIX = ".apex-", ".tmp"


class Moved(Exception):
    """Somebody who does not ask for the lock changed or replaced the file meanwhile."""


class Held:
    """A project file while this process holds its exclusive lock.

    Args:
        target: The file itself, symbolic links followed.
        data: Its bytes, read under the lock.
        status: What `stat` said of it before it was read.
    """

    def __init__(self, target: Path, data: bytes, status: os.stat_result) -> None:
        self.target = target
        self.data = data
        self._status = status

    def replace(self, data: bytes) -> None:
        """Put these bytes in the file's place; mode kept, owner and group where possible.

        Raises:
            Moved: The file is not the one that was read.
            Conflict: The file has another hard link, which the rename would silently cut off.
            OSError: The operating system refuses; the old file is whole.
        """
        sweep(self.target, locked=True)
        status = self._unmoved()
        if status.st_nlink > 1:
            raise Conflict(
                f"{self.target} has {status.st_nlink} hard links; a write would leave the "
                "other names with the old content",
                code="project.hard_linked",
                hint="make it a file of its own: cp -p FILE FILE.new && mv FILE.new FILE",
            )
        with _temporary(self.target, data, status) as temporary:
            self._unmoved()
            temporary.replace(self.target)
        _sync_folder(self.target.parent)

    def _unmoved(self) -> os.stat_result:
        status = self.target.stat()
        if _identity(status) != _identity(self._status):
            raise Moved
        return status


def _identity(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def create(target: Path, data: bytes) -> None:
    """Put a file where there is none; what is there already stays.

    Raises:
        FileExistsError: There is something of that name, be it a dangling link.
        OSError: The operating system refuses; there is no file.
    """
    require_free(target)
    sweep(target, locked=False)
    with _temporary(target, data, None) as temporary:
        _claim(temporary, target)
    _sync_folder(target.parent)


def require_free(target: Path) -> None:
    """Raise `FileExistsError` when there is something of that name."""
    if os.path.lexists(target):
        raise FileExistsError(target)


def _claim(temporary: Path, target: Path) -> None:
    """Give the temporary file its name, unless the name is taken."""
    if sys.platform == "win32":  # pragma: no cover - there a rename never overwrites
        temporary.rename(target)
        return
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: reserve the name, then fill it
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            temporary.replace(target)
        except BaseException:
            target.unlink()
            raise


@contextmanager
def _temporary(target: Path, data: bytes, like: os.stat_result | None) -> Iterator[Path]:
    """A temporary file beside the target, written, synced, and gone when the block ends."""
    name = f"{PREFIX}{os.getpid()}-{_tag(target)}{secrets.token_hex(4)}{_SUFFIX}"
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


def _resemble(handle: int, path: Path, like: os.stat_result) -> None:
    """Owner and group where possible, then the mode, which a change of owner may have cut."""
    if hasattr(os, "fchown"):
        for owner, group in ((like.st_uid, -1), (-1, like.st_gid)):
            with contextlib.suppress(PermissionError):
                os.fchown(handle, owner, group)
    path.chmod(like.st_mode & 0o7777)


def _sync_folder(folder: Path) -> None:
    """Make the rename last; a folder that cannot be opened or synced keeps its own pace."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(target: Path, *, locked: bool) -> None:
    """Remove the temporary files that dead writers left in the folder.

    One of this very target is dead for certain while its lock is held, and otherwise when its
    process is gone; one of another target is dead when it is old.
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
    if rest.startswith(tag) and (locked or not _alive(pid)):
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


def _tag(target: Path) -> str:
    """Eight letters that tell the temporary files of one target from those of another."""
    return sha256(os.fsencode(target.name)).hexdigest()[:8]
