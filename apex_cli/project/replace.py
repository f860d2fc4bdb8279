"""A project file replaced or made: never over one that somebody else has put there meanwhile."""

import os
import sys
from functools import partial
from pathlib import Path

from apex_cli.atomic import put, sweep
from apex_cli.errors import Conflict


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
        put(self.target, data, status, self._give_name)

    def _give_name(self, temporary: Path) -> None:
        self._unmoved()
        temporary.replace(self.target)

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
    put(target, data, None, partial(_claim, target))


def require_free(target: Path) -> None:
    """Raise `FileExistsError` when there is something of that name."""
    if os.path.lexists(target):
        raise FileExistsError(target)


def _claim(target: Path, temporary: Path) -> None:
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
