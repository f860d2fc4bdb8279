"""Symbolic links followed: everywhere, but for one that a stranger put into a folder of all.

In a folder that all may write and where each may remove only what is their own (``/tmp``), a link
is followed if it is one's own or the folder's owner's: the rule of Linux (`fs.protected_symlinks`),
kept here too since who reads a link, to put a new file in the place of what it leads to, goes past
the kernel's.
"""

import errno
import os
import stat
import sys
from pathlib import Path

_MOST = 40
"""Links in a chain, as Linux has it."""
_OF_ALL = stat.S_ISVTX | stat.S_IWOTH


def followed(path: Path) -> Path:
    """The place that a name leads to, whether there is something or not.

    Raises:
        OSError: A stranger put the link there, or the links lead in a circle.
    """
    for _ in range(_MOST):
        folder = Path(os.path.realpath(path.parent))
        try:
            said = os.readlink(path)  # noqa: PTH115 - an absolute one stays as it is
        except OSError:  # no link, or nothing at all
            return folder / path.name
        if folder.is_relative_to("/proc"):  # an open file, which has its name or none
            real = Path(os.path.realpath(path))
            return real if real.exists() else path
        _require_known(path, folder)
        path = folder / said
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))


def _require_known(link: Path, folder: Path) -> None:
    if sys.platform != "win32" and not known(link.lstat().st_uid, folder.stat(), os.geteuid()):
        raise PermissionError(
            errno.EACCES, "a link that somebody else put into a folder of all", str(link)
        )


def known(owner: int, folder: os.stat_result, user: int) -> bool:
    """Whether a user may follow a link of this owner that lies in this folder."""
    return folder.st_mode & _OF_ALL != _OF_ALL or owner in {user, folder.st_uid}
