"""Who holds the lock of a file, where the kernel tells it: Linux does, in /proc."""

import os
from pathlib import Path
from typing import NamedTuple

LOCKS = Path("/proc/locks")
_LONGEST = 120


class Holder(NamedTuple):
    """A process that holds a lock.

    Args:
        pid: Its number; of a process that took the lock and left it to a child, the old one.
        command: Its command line, cut where it is long; empty when it cannot be seen.
    """

    pid: int
    command: str

    def __str__(self) -> str:
        """The process in words.

        >>> print(Holder(7, "apex lock a.json"), "and", Holder(8, ""))
        process 7 (apex lock a.json) and process 8
        """
        return f"process {self.pid} ({self.command})" if self.command else f"process {self.pid}"


def holder(target: Path) -> Holder | None:
    """The process that holds the `flock` of this file; None where it cannot be told."""
    try:
        status = target.stat()
        rows = [line.split() for line in LOCKS.read_text("ascii").splitlines()]
    except (OSError, ValueError):
        return None
    device = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}"
    found = {
        place == f"{device}:{status.st_ino}": int(pid)
        for _, kind, _, _, pid, place, *_ in (row for row in rows if "->" not in row)
        if kind == "FLOCK" and place.endswith(f":{status.st_ino}")
    }
    pid = found.get(True, found.get(False, 0))  # some file systems show another device by stat
    return Holder(pid, _command(pid)) if pid > 0 else None


def _command(pid: int) -> str:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return ""
    said = " ".join(words.decode("utf-8", "replace").replace("\0", " ").split())
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
