"""The states of a project file that git keeps, and which of them was accepted last."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from apex_cli.errors import ApexError, InvalidInput, UsageError
from apex_cli.files import shown
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


def accepted_last(path: str) -> State:
    """The newest committed state of the file with the status ``accepted``, else the last locked.

    The last locked state is the commit that brought the lock which the newest commit has.

    Raises:
        InvalidInput: There is no such state in git, or no git.
    """
    locked: State | None = None
    for state in _states(path):
        if state.document.get("status") == "accepted":
            return state
        lock = state.document.get("lock")
        if lock and (locked is None or lock == locked.document["lock"]):
            locked = state
        elif locked is not None:
            break
    if locked is None:
        raise InvalidInput(
            f"git knows no state of {shown(path)} that was accepted or locked",
            code="review.no_state",
            hint="--since FILE or --since REVISION names the state to hold it against",
        )
    return locked


def state_at(path: str, since: str) -> State:
    """The state that is named: an older copy of the file, or a revision of git.

    Raises:
        UsageError: It is neither.
        ApexError: It cannot be read as a project.
    """
    if Path(since).is_file():
        data = Path(since).read_bytes()
        return State(shown(since), "", "", _project(since, data))
    where = Path(path)
    words = ["log", "-1", "--format=%h%x00%as%x00%an", "--end-of-options", since]
    told = _git(where, *words)
    kept = _git(where, "show", f"{since}:./{where.name}") if told else None
    if not told or kept is None:
        raise UsageError(f"{since}: neither a file nor a revision that has {shown(where.name)}")
    return State(*_words(told), _project(path, kept))


def _states(path: str) -> Iterator[State]:
    """The committed states of a file, newest first; one that is no project is left out."""
    where = Path(path)
    told = _git(where, "log", f"-{MOST_COMMITS}", "--format=%h%x00%as%x00%an", "--", where.name)
    for line in (told or b"").splitlines():
        name, when, by = _words(line)
        data = _git(where, "show", f"{name}:./{where.name}")
        try:
            document = _project(path, data or b"")
        except ApexError:
            continue
        yield State(name, when, by, document)


def _words(line: bytes) -> tuple[str, str, str]:
    name, when, by = line.decode("utf-8", "replace").rstrip("\n").split("\0")
    return name, when, by


def _project(path: str, data: bytes) -> dict[str, Any]:
    if len(data) > MAX_BYTES:
        raise InvalidInput(f"{shown(path)}: the state is larger than a project may be")
    return document_of(path, data)


def _git(where: Path, *words: str) -> bytes | None:
    """What git answers about a file of its folder; None where it has no answer."""
    git = shutil.which("git")
    if git is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - git itself; the file's name comes after `--` or `:./`
            [git, "-C", str(where.parent), *words],
            capture_output=True, check=False, timeout=WAIT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    return done.stdout if done.returncode == 0 else None
