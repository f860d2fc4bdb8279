"""The envelope's margin: everything that may differ between two equal runs."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apex_cli.clock import now
from apex_cli.files import shown
from apex_cli.pointer import value_at
from apex_cli.version import __version__

if TYPE_CHECKING:
    from apex_cli.project.file import ProjectFile

_REPOSITORY = Path(__file__).resolve().parents[2]


PROJECT = {"id": "project_id", "name": "name", "customer": "customer", "site": "site_name"}
"""What is told of a project, by its key in the document."""

FILED = {
    "address": "/site/address",
    "jurisdiction": "/site/jurisdiction",
    "permit_number": "/permit_number",
    "revisions": "/revisions",
}
"""What paper says of it beside that, where the document holds it."""


def meta(
    read: "ProjectFile | None" = None,
    document: Mapping[str, Any] | None = None,
    overrides: Mapping[str, Any] | None = None,
    *,
    started: float | None = None,
) -> dict[str, Any]:
    """The margin of one envelope.

    Args:
        read: The project file as it was read, if there is one.
        document: What was calculated of it, if that is something else.
        overrides: What ``--set`` and ``--pack`` changed.
        started: `time.perf_counter()` when the run began.
    """
    told = document or (read.document if read else {})
    return {
        **tool(),
        "generated_at": now(),
        "duration_ms": None if started is None else round((time.perf_counter() - started) * 1e3, 3),
        "project_path": shown(read.path) if read and read.path else None,
        "project_etag": read.etag if read else None,
        "project": {name: told.get(key) for name, key in PROJECT.items()} | _filed(told),
        "overrides": dict(overrides or {}),
        "notices": list(read.notices) if read else [],
    }


def _filed(document: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: value_at(document, where) for name, where in FILED.items()}
    return {name: value for name, value in found.items() if value is not None}


def tool() -> dict[str, Any]:
    """Which program it was."""
    return {"tool": "apex", "version": __version__, "git_sha": git_sha()}


def git_sha() -> str | None:
    """The commit that a checkout stands on; None for an installed copy."""
    head = _text(_REPOSITORY / ".git" / "HEAD")
    if not head.startswith("ref: "):
        return head or None
    ref = head[5:]
    if sha := _text(_REPOSITORY / ".git" / ref):
        return sha
    packed = _text(_REPOSITORY / ".git" / "packed-refs").splitlines()
    return next((line.split()[0] for line in packed if line.endswith(" " + ref)), None)


def _text(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""
