"""Files read and written, and an operating system's refusal as our error."""

import errno
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import BinaryIO, NoReturn

from apex_cli.errors import ApexError, Conflict, FileProblem, InternalFault, UsageError
from apex_cli.marks import is_yaml, says_project, yaml_says_project

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

    A library whose `__init__` the system hides is a module with nothing in it.

    >>> unforeseen(AttributeError("module 'yaml' has no attribute 'parse'", obj=os)).problem_code
    'file.not_loaded'
    """
    if isinstance(error, ImportError):
        return not_loaded(error)
    if isinstance(error, AttributeError) and isinstance(error.obj, ModuleType):
        return not_loaded(ImportError(str(error)))
    if isinstance(error, OSError):
        return refused(shown(str(error.filename or "the system")), error)
    hint = "this is a fault in apex, not in your input; APEX_DEBUG=1 shows where"
    return InternalFault(f"{type(error).__name__}: {error}", hint=hint)


def opened(path: Path) -> BinaryIO:
    """A file opened for reading; who reads a pipe waits for its writer as long as for a lock.

    Raises:
        OSError: It cannot be opened.
        FileProblem: It is a pipe, and nobody came to write into it.
    """
    file = open(path, "rb", opener=_at_once)  # noqa: SIM115 - a path has no opener
    try:
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return file
        from apex_cli.pipes import awaited  # noqa: PLC0415 - hardly anybody reads one

        return awaited(path, file)
    except BaseException:
        file.close()
        raise


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


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
        with opened(path) as file:
            return file.read(limit + 1)
    except OSError as error:
        refuse(path, error)


def write(path: Path, data: bytes) -> None:
    """Put these bytes in place of a file: all of them, or the old file stays.

    Raises:
        Conflict: There is a project file.
        FileProblem: It cannot be written, or the disk is full.
    """
    from apex_cli.links import followed  # noqa: PLC0415 - only for who writes
    from apex_cli.pipes import into  # noqa: PLC0415 - only for who writes

    try:
        target = followed(path)
        if target.exists() and not target.is_file():  # a device or a pipe is written, not replaced
            with open(target, "wb", opener=into) as file:
                file.write(data)
        else:
            _replace(target, data)
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


def require_apart(written: Iterable[Path], read: Iterable[str]) -> None:
    """Refuse to write what the same command reads, or writes already.

    Raises:
        UsageError: Two of them are one file; a device may be written twice.
    """
    taken = {os.path.realpath(name) for name in read}
    for path in written:
        if str(path) == STDIN:
            continue
        real = os.path.realpath(path)
        if real in taken and not (path.exists() and not path.is_file()):
            raise UsageError(f"{path} is read or written by the same command; name another file")
        taken.add(real)


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
