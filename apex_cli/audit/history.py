"""The states of a project file that git keeps, and which of them was accepted last."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from apex_cli.errors import ApexError, InvalidInput, UsageError
from apex_cli.files import read, shown
from apex_cli.project.document import document_of
from apex_cli.project.text import MAX_BYTES

MOST_COMMITS = 500
"""So many commits of a file are looked at, the newest first."""
WAIT = 60
"""Seconds that git may take for one answer."""


class State(NamedTuple):
    """A project as it was.

    Args:
        name: The commit, short, or the file.
        when: Day of the commit; empty for a file.
        by: Author of the commit; empty for a file.
        document: The project.
    """

    name: str
    when: str
    by: str
    document: dict[str, Any]

    @property
    def how(self) -> str:
        """Whether it was ``accepted`` or ``locked``; else empty."""
        if self.document.get("status") == "accepted":
            return "accepted"
        return "locked" if self.document.get("lock") else ""


def accepted_last(path: str) -> State:
    """The newest committed state of the file with the status ``accepted``, else the last locked.

    The last locked state is the commit that brought the lock which the newest commit has. A file
    that was renamed is followed to its older names.

    Raises:
        InvalidInput: There is no such state in git, or no git; and why.
    """
    locked: State | None = None
    count = 0
    for state in _states(path):
        count += 1
        if state.document.get("status") == "accepted":
            return state
        lock = state.document.get("lock")
        if lock and (locked is None or lock == locked.document["lock"]):
            locked = state
        elif locked is not None:
            break
    if locked is None:
        raise InvalidInput(
            f"git knows no state of {shown(path)} that was accepted or locked: "
            f"{f'it knows {count} others' if count else _why_none(path)}",
            code="review.no_state",
            hint="--since FILE or --since REVISION names the state to hold it against",
        )
    return locked


def _why_none(path: str) -> str:
    """Why git knows no state of a file at all."""
    told = _asked(_real(path), "log", "-1", "--format=%h")
    if told is None:
        return "there is no git here"
    if told.returncode == 0:
        return "the file was never committed"
    return told.stderr.decode("utf-8", "replace").strip().partition("\n")[0] or "git fails"


def committed(path: str, data: bytes) -> bool | None:
    """Whether the file with these bytes is as it was committed last; None where git knows none."""
    where = _real(path)
    kept = _git(where, "show", f"HEAD:./{where.name}")
    return None if kept is None else kept == data


def state_at(path: str, since: str) -> State:
    """The state that is named: an older copy of the file, or a revision of git.

    Raises:
        UsageError: It is neither.
        ApexError: It cannot be read as a project.
    """
    if Path(since).is_file():
        data = read(Path(since), MAX_BYTES)
        return State(shown(since), "", "", _project(since, data))
    where = _real(path)
    words = ["log", "-1", f"--format={_FORMAT}", "--end-of-options", since]
    told = _git(where, *words)
    kept = _git(where, "show", f"{since}:./{where.name}") if told else None
    if not told or kept is None:
        raise UsageError(f"{since}: neither a file nor a revision that has {shown(where.name)}")
    return State(*_words(told), _project(path, kept))


def _states(path: str) -> Iterator[State]:
    """The committed states of a file, newest first; one that is no project is left out."""
    where = _real(path)
    words = ["--follow", "--name-only", "-z", f"--format=%x01{_FORMAT}", "--", where.name]
    name = f"./{where.name}"
    for entry in (_git(where, "log", f"-{MOST_COMMITS}", *words) or b"").split(b"\x01"):
        head, _, called = entry.rstrip(b"\0").partition(b"\0\n")
        if head.count(b"\0") != _FORMAT.count("%x00"):
            continue
        name = os.fsdecode(called) or name  # of a merge none is told
        commit, when, by = _words(head)
        data = _git(where, "show", f"{commit}:{name}")
        try:
            document = _project(path, data or b"")
        except ApexError:
            continue
        yield State(commit, when, by, document)


_FORMAT = "%h%x00%as%x00%an"


def _words(line: bytes) -> tuple[str, str, str]:
    name, when, by = line.decode("utf-8", "replace").rstrip("\n").split("\0")
    return name, when, by


def _real(path: str) -> Path:
    """The file itself: git keeps of a link where it leads to."""
    return Path(os.path.realpath(path))


def _project(path: str, data: bytes) -> dict[str, Any]:
    if len(data) > MAX_BYTES:
        raise InvalidInput(f"{shown(path)}: the state is larger than a project may be")
    return document_of(path, data)


def _git(where: Path, *words: str) -> bytes | None:
    """What git answers about a file of its folder; None where it has no answer."""
    done = _asked(where, *words)
    return done.stdout if done is not None and done.returncode == 0 else None


def _asked(where: Path, *words: str) -> "subprocess.CompletedProcess[bytes] | None":
    """Git, asked about a file of its folder; None where there is none, or it takes too long."""
    git = shutil.which("git")
    if git is None:
        return None
    try:
        return subprocess.run(  # noqa: S603 - git itself; the file's name comes after `--` or `:`
            [git, "-C", str(where.parent), "-c", "log.showSignature=false", *words],
            capture_output=True, check=False, timeout=WAIT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
