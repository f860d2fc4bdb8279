"""Project files on disk: read with their etag, written only onto what the writer has read.

Every write takes the lock, reads again, compares etags, refuses a file edited by hand, applies the
change, validates, raises `revision`, stamps `updated_at`, seals, and replaces the file whole.
"""

import copy
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from apex_cli import files
from apex_cli.atomic import PREFIX
from apex_cli.errors import Conflict, FileProblem, UsageError
from apex_cli.project import guard, replace
from apex_cli.project.file import (
    SEALING,
    ProjectFile,
    State,
    etag_of,
    mismatch,
    parsed,
    require_match,
    require_state,
    sealed,
)
from apex_cli.project.form import form_of
from apex_cli.project.text import MAX_BYTES

Edit = Callable[[dict[str, Any]], dict[str, Any]]


class Change(NamedTuple):
    """What a write did, or with a dry run would have done.

    Args:
        before: The document that was read under the lock; None for a new file.
        after: The document as it stands now.
        changed: Whether anything was written, or would have been.
    """

    before: ProjectFile | None
    after: ProjectFile
    changed: bool

    def diff(self) -> str:
        """The change as a unified diff; empty when nothing changes."""
        from difflib import unified_diff  # noqa: PLC0415 - only for a dry run

        if not self.changed:
            return ""
        old = self.before.data.decode() if self.before else ""
        lines = unified_diff(
            old.splitlines(),
            self.after.data.decode().splitlines(),
            self.before.path if self.before else os.devnull,
            self.after.path,
            lineterm="",
        )
        return "".join(f"{line}\n" for line in lines)


def load(path: str | os.PathLike[str]) -> ProjectFile:
    """The project file at this path, or on standard input for ``-``.

    Raises:
        FileProblem: There is none, it is a folder, or it cannot be read.
        InvalidInput: It is too large, or not the JSON or YAML that a project file is.
    """
    name = os.fspath(path)
    return parsed(name, read(name))


def read(name: str) -> bytes:
    """The bytes of the project file at this path, or on standard input for ``-``.

    Raises:
        FileProblem: There is none, it is a folder, or it cannot be read.
    """
    if name != files.STDIN:
        _path(name)
    return files.read_input(name, MAX_BYTES)


def change(
    path: str | os.PathLike[str],
    edit: Edit,
    *,
    if_match: str = "*",
    accepts: tuple[State, ...] = ("sealed",),
    dry_run: bool = False,
) -> Change:
    """Change a project file, if it is still the one that the caller has read.

    Args:
        path: The file, or a symbolic link to it.
        edit: Gets a copy of the document and returns it changed; called under the lock.
        if_match: The etag that the caller has read, or ``*`` for any existing file.
        accepts: States of the file that may be written over.
        dry_run: Do everything but the write.

    Returns:
        What was changed. An edit that changes nothing of a sealed file writes nothing.

    Raises:
        EtagMismatch: The file is another one than the caller has read.
        Conflict: It was edited by hand, has hard links, or stays locked.
        InvalidInput: It is not valid, or would not be after the change.
        FileProblem: It cannot be read or written; the old file is whole.
    """
    name = os.fspath(path)
    target = _path(name)
    try:
        with guard.exclusive(target, MAX_BYTES) as held:
            before = parsed(name, held.data)
            require_match(before, if_match)
            require_state(before, accepts)
            raw = edit(copy.deepcopy(before.document))
            if before.state == "sealed" and etag_of(raw) == before.etag:
                return Change(before, before, changed=False)
            after = sealed(name, raw, before)
            if not dry_run:
                held.replace(after.data)
            return Change(before, after, changed=True)
    except replace.Moved:
        raise mismatch(before.etag, load(name)) from None
    except OSError as error:
        files.refuse(_place(name, error), error)


def create(
    path: str | os.PathLike[str],
    raw: Mapping[str, Any],
    *,
    like: ProjectFile | None = None,
    dry_run: bool = False,
) -> Change:
    """Write a new project file, sealed as revision 1; never over an existing one.

    Args:
        path: The file.
        raw: The document.
        like: The file that the document comes from, whose comments go along from YAML to YAML.
        dry_run: Do everything but the write.

    Raises:
        Conflict: There is something of that name.
        InvalidInput: The document is not valid.
        FileProblem: It cannot be written; there is no file.
    """
    name = os.fspath(path)
    target = _path(name)
    kept = like if like and form_of(like.path, like.data) == form_of(name, b"") == "yaml" else None
    after = sealed(name, {key: value for key, value in raw.items() if key not in SEALING}, kept)
    try:
        if dry_run:
            replace.require_free(target)
        else:
            replace.create(target, after.data)
    except FileExistsError as error:
        raise Conflict(
            f"{name} exists already",
            code="project.exists",
            hint="choose another name; a project file is never overwritten",
        ) from error
    except OSError as error:
        files.refuse(_place(name, error), error)
    return Change(None, after, changed=True)


def _place(name: str, error: OSError) -> str:
    """What the system refused: the file, or its folder when it was to hold a temporary file."""
    refused = Path(str(error.filename or name))
    return f"the folder {refused.parent}" if refused.name.startswith(PREFIX) else name


def _path(name: str) -> Path:
    if name == files.STDIN:
        raise UsageError("standard input cannot be written; give the path of a project file")
    if "\0" in name:
        raise FileProblem(f"{name!r} is not a file name", code="file.not_found")
    return Path(name)
