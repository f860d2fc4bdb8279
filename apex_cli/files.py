"""Files read and written, and an operating system's refusal as our error."""

import errno
import json
import os
import re
import sys
from pathlib import Path
from typing import BinaryIO, NoReturn

from apex_cli.errors import ApexError, Conflict, FileProblem, InternalFault

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MOST = 16 * 1024 * 1024
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def refuse(path: str | os.PathLike[str], error: OSError) -> NoReturn:
    """Raise the `FileProblem` that says what the operating system said."""
    raise refused(path, error) from error


def refused(path: str | os.PathLike[str], error: OSError) -> FileProblem:
    """What the operating system said of a file, as our error."""
    from apex_cli.atomic import NotDurable  # noqa: PLC0415 - only where something failed

    if _while_loading(error):
        return not_loaded(error)
    reason = error.strerror or str(error)
    if isinstance(error, NotDurable):
        said = f"{path} is written, but may not survive a power cut: {reason}"
        return FileProblem(said, code="file.not_durable", extra={"written": True})
    if error.errno in _FULL:
        return FileProblem(f"{path}: {reason}", code="file.disk_full")
    if error.errno in _FORBIDDEN:
        return FileProblem(f"{path}: {reason}", code="file.not_permitted")
    if error.errno == errno.EISDIR:
        return FileProblem(f"{path} is a folder, not a file", code="file.is_folder")
    return FileProblem(f"{path}: {reason}", code="file.not_found")


def unforeseen(error: Exception) -> ApexError:
    """Whatever else was raised, as our error: the system refused something, or apex is at fault.

    >>> unforeseen(PermissionError(13, "Permission denied", "a.json")).problem_code
    'file.not_permitted'
    >>> unforeseen(ZeroDivisionError("division by zero")).detail
    'ZeroDivisionError: division by zero'
    """
    if isinstance(error, ImportError):
        return not_loaded(error)
    if isinstance(error, OSError):
        return refused(shown(str(error.filename or "the system")), error)
    hint = "this is a fault in apex, not in your input; APEX_DEBUG=1 shows where"
    return InternalFault(f"{type(error).__name__}: {error}", hint=hint)


def not_loaded(error: ImportError | OSError) -> FileProblem:
    """A file of the program, or of a library, that the system did not let it load.

    >>> print(not_loaded(ImportError("no such file", path="msgspec.so")).detail)
    msgspec.so: the program cannot be loaded: no such file
    """
    if isinstance(error, ImportError):
        where, why = error.path, error.msg
    else:
        where, why = error.filename, error.strerror or ""
    place = f"{shown(str(where))}: " if where else ""
    said = f"{place}the program cannot be loaded: {why or error}"
    hint = "look at the disk and try again; if it stays so, install apex anew"
    return FileProblem(said, code="file.not_loaded", hint=hint)


def _while_loading(error: OSError) -> bool:
    """Whether Python was loading a module; what it says of it often names no file."""
    frame = error.__traceback__
    while frame and not frame.tb_frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.tb_next
    return frame is not None


def unless_installed(library: str, error: ImportError, missing: ApexError) -> ApexError:
    """What to say where the library of an extra is not loaded: it is missing, or cannot be read.

    Args:
        library: Its name.
        error: What Python said.
        missing: What to say where it is not installed.
    """
    from importlib.util import find_spec  # noqa: PLC0415 - only where something failed

    return not_loaded(error) if find_spec(library) else missing


def read(path: Path, limit: int) -> bytes:
    """At most `limit` + 1 bytes of a file, so that a larger one is noticed but never read whole.

    Raises:
        FileProblem: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        refuse(path, error)


def write(path: Path, data: bytes) -> None:
    """Put these bytes in place of a file: all of them, or the old file stays.

    Raises:
        Conflict: There is a project file.
        FileProblem: It cannot be written, or the disk is full.
    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written, not replaced
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        refuse(path, error)


def _replace(target: Path, data: bytes) -> None:
    from apex_cli.atomic import put, sweep  # noqa: PLC0415 - only for who writes

    spare_projects(target)
    sweep(target, locked=False)
    like = target.stat() if target.exists() else None
    put(target, data, like, lambda temporary: temporary.replace(target))


def spare_projects(target: Path) -> None:
    """Refuse to write an answer over a project file: only its own commands change one."""
    if not target.is_file():
        return
    try:
        with target.open("rb") as file:
            data = file.read(_MOST)
    except OSError:
        return  # what cannot be read cannot be told; replacing it is refused or wanted
    said = True if is_yaml(target.name) and yaml_says_project(data) else says_project(data)
    if said or (said is None and b'"schema_version"' in data and b'"envelope_version"' not in data):
        raise Conflict(
            f"{target} is a project file; an answer is not written over it",
            code="file.is_project",
            hint="give -o another name",
        )


_MARKS = {"schema_version", "project_id"}


def says_project(data: bytes) -> bool | None:
    """Whether a file says of itself that it is a project; None when it is not JSON at all.

    >>> [says_project(text) for text in (b'{"schema_version": 1}', b'{"properties": {}}', b'{"sch')]
    [True, False, None]
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or "envelope_version" in document:
        return False
    return not _MARKS.isdisjoint(document)


_YAML = (".yaml", ".yml")
_MARK = rb"[\"']?(?:schema_version|project_id)[\"']?\s*+:"
_ON_TOP = rb"(?m:^)(?:\xef\xbb\xbf)?" + _MARK
"""A mark at the beginning of a line, where no other key's value can stand."""
_IN_BRACKETS = rb"(?s:(?:\s++|#[^\n]*+\n|---\s)*+\{.*?(?<=[{,\s])" + _MARK + rb")"
"""A mark in a document that stands in brackets as a whole."""


def is_yaml(name: str) -> bool:
    """Whether a file is YAML by its name."""
    return name.lower().endswith(_YAML)


def yaml_says_project(data: bytes) -> bool:
    r"""Whether a YAML file says of itself that it is a project, readable or not.

    >>> [yaml_says_project(text) for text in (b"# x\nschema_version: 1", b"kind: pricing\nref: v1")]
    [True, False]
    """
    return bool(re.search(_ON_TOP, data) or re.match(_IN_BRACKETS, data))


STDIN = "-"


def shown(path: str | os.PathLike[str]) -> str:
    r"""A file's name as Unicode; bytes that are not UTF-8 are spelled out.

    >>> print(shown(b"caf\xe9.json".decode("utf-8", "surrogateescape")))
    caf\udce9.json
    """
    return os.fspath(path).encode("utf-8", "backslashreplace").decode()


def standard_input() -> BinaryIO:
    """Standard input.

    Raises:
        FileProblem: The caller has closed it.
    """
    if sys.stdin is None:
        raise FileProblem("standard input is closed", code="file.not_found")
    return sys.stdin.buffer


def read_input(name: str, limit: int) -> bytes:
    """The bytes of a file, or of standard input for ``-``; at most `limit` + 1 of them.

    Raises:
        FileProblem: It cannot be read.
    """
    if name == STDIN:
        return standard_input().read(limit + 1)
    return read(Path(name), limit)
