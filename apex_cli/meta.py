"""The envelope's margin: everything that may differ between two equal runs."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from apex_cli.clock import now
from apex_cli.files import shown
from apex_cli.version import __version__

_REPOSITORY = Path(__file__).resolve().parents[1]


def meta(
    *,
    started: float | None = None,
    project: Mapping[str, Any] | None = None,
    path: str | None = None,
    etag: str | None = None,
    overrides: Mapping[str, Any] | None = None,
    notices: list[str] | None = None,
) -> dict[str, Any]:
    """The margin of one envelope.

    Args:
        started: `time.perf_counter()` when the run began.
        project: The project document, of which id, name, customer and site are told.
        path: Where the project was read from.
        etag: The current etag of the project.
        overrides: What ``--set`` and ``--pack`` changed.
        notices: Remarks on the file that do not belong to the answer.
    """
    told = project or {}
    return {
        "tool": "apex",
        "version": __version__,
        "git_sha": git_sha(),
        "generated_at": now(),
        "duration_ms": None if started is None else round((time.perf_counter() - started) * 1e3, 3),
        "project_path": None if path is None else shown(path),
        "project_etag": etag,
        "project": {
            "id": told.get("project_id"),
            "name": told.get("name"),
            "customer": told.get("customer"),
            "site": told.get("site_name"),
        },
        "overrides": dict(overrides or {}),
        "notices": notices or [],
    }


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
