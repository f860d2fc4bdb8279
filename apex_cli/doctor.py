"""Whether this installation is healthy, looked at one thing after another."""

import locale
import os
import platform
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from apex_cli.audit.packs import proofs
from apex_cli.errors import ApexError, FileProblem, PackError, VerificationFailed
from apex_cli.exits import FAULT
from apex_cli.packs.catalogue import Catalogue
from apex_cli.version import __version__

LIBRARIES = ("typer", "rich", "pydantic", "pyyaml", "rfc8785", "orjson", "filelock")


def examine(folders: Iterable[str | os.PathLike[str]] = ()) -> list[dict[str, Any]]:
    """One row for each thing examined: ``{what, healthy, detail, exit_code}``."""
    rows = [_row("apex", f"{__version__} on Python {platform.python_version()} ({sys.platform})")]
    rows += [_library(name) for name in LIBRARIES]
    rows += _packs(folders)
    rows += [_locale(), _terminal(), _folder(), _locks(), _selftest()]
    return rows


def _row(what: str, detail: str, error_code: int = 0) -> dict[str, Any]:
    return {"what": what, "healthy": not error_code, "detail": detail, "exit_code": error_code}


def _library(name: str) -> dict[str, Any]:
    try:
        return _row(name, version(name))
    except PackageNotFoundError:
        return _row(name, "is not installed", FAULT)


def _packs(folders: Iterable[str | os.PathLike[str]]) -> list[dict[str, Any]]:
    try:
        catalogue = Catalogue(folders)
    except PackError as error:
        return [_row("packs", error.detail, error.exit_code)]
    rows = [
        _row(f"pack {proof.name}", proof.detail, 0 if proof.passed else PackError.exit_code)
        for proof in proofs(catalogue)
    ]
    return rows or [_row("packs", "there are none", PackError.exit_code)]


def _locale() -> dict[str, Any]:
    encoding = (sys.stdout.encoding or "unknown").lower()
    note = "" if encoding.startswith("utf") else "; tables are drawn in ASCII, JSON is UTF-8 anyway"
    return _row("locale", f"{locale.setlocale(locale.LC_CTYPE)}, output {encoding}{note}")


def _terminal() -> dict[str, Any]:
    kind = os.environ.get("TERM", "unknown")
    colour = "no colour" if os.environ.get("NO_COLOR") or kind == "dumb" else "colour"
    where = "a terminal" if sys.stdout.isatty() else "not a terminal"
    return _row("terminal", f"{where}, TERM={kind}, {colour}")


def _folder() -> dict[str, Any]:
    here = Path.cwd()
    try:
        with tempfile.NamedTemporaryFile(prefix=".apex-", suffix=".tmp", dir=here):
            return _row("current folder", f"{here} is writable")
    except OSError as error:
        return _row("current folder", f"{here}: {error.strerror}", FileProblem.exit_code)


NETWORK = ("nfs", "cifs", "smb", "9p", "fuse", "ceph", "afs", "lustre", "virtiofs", "vboxsf")
"""How the names of file systems begin that other machines may write to."""


def _locks() -> dict[str, Any]:
    """Whether a lock in the current folder keeps others out, as project files need it."""
    kind = file_system(Path.cwd(), MOUNTS)
    try:
        with tempfile.NamedTemporaryFile(prefix=".apex-", suffix=".tmp", dir=Path.cwd()) as file:
            kept = _keeps_out(Path(file.name))
    except PermissionError:
        return _row("locks", f"{kind}: not looked at, for the folder is not writable")
    except OSError as error:
        said = f"{kind}: {error.strerror}: a project here cannot be changed"
        return _row("locks", said, FileProblem.exit_code)
    if not kept:
        said = f"{kind}: a lock keeps nobody out: two writers at once are seen later or not at all"
        return _row("locks", said, FileProblem.exit_code)
    far = "; whether from other machines too, its server decides" * kind.startswith(NETWORK)
    return _row("locks", f"{kind}: a lock keeps others out{far}")


def _keeps_out(path: Path) -> bool:
    """Whether a second writer does not get the lock that a first one holds."""
    if sys.platform == "win32":  # pragma: no cover - there a file that is locked cannot be opened
        return True
    import fcntl  # noqa: PLC0415 - not on Windows

    with path.open("r+b") as first, path.open("r+b") as second:  # as NFS wants it for a lock
        fcntl.flock(first, fcntl.LOCK_EX | fcntl.LOCK_NB)
        try:
            fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


MOUNTS = Path("/proc/self/mountinfo")


def file_system(folder: Path, mounts: Path) -> str:
    """The kind of file system that a folder is on, as Linux calls it (ext4, nfs4)."""
    try:
        rows = [line.split() for line in mounts.read_text("utf-8").splitlines()]
    except (OSError, ValueError):
        return "file system"
    found = {Path(row[4].replace("\\040", " ")): row[row.index("-") + 1] for row in rows}
    return next((found[place] for place in (folder, *folder.parents) if place in found), "")


def _selftest() -> dict[str, Any]:
    from apex_cli.selftest.run import run  # noqa: PLC0415 - the longest part, last

    try:
        rows = run()
    except ApexError as error:
        return _row("selftest", error.detail, error.exit_code)
    failed = sorted({row.id for row in rows if row.verdict != "pass"})
    cases = len({row.id for row in rows})
    if failed:
        return _row("selftest", f"failed: {', '.join(failed)}", VerificationFailed.exit_code)
    return _row("selftest", f"{cases} published cases, {len(rows)} values, all within tolerance")
