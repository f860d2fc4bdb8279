"""Complete projects to start from; every number in them is there to be replaced."""

import json
import re
from pathlib import Path
from typing import Any

from apex_cli.errors import UsageError, suggestion

TEMPLATES = {
    "pole": "one cabinet on one pole, drilled pier",
    "two-pole": "one cabinet on two poles, drilled piers",
    "monument": "a cabinet on grade, spread footing",
    "footing-only": "given loads, drilled pier",
    "wall": "a cabinet on the wall of a building, anchors",
    "projecting": "a cabinet out of a wall, on two brackets",
    "roof": "a cabinet over a roof, on two frames",
    "eurocode": "a panel on two poles by EN 1991-1-4 and EN 1997-1, spread footings",
}
"""The templates, and what each is."""

_FOLDER = Path(__file__).resolve().parents[1] / "data" / "templates"
_LONGEST_ID = 64


def template(name: str) -> dict[str, Any]:
    """A new, unsealed project document.

    Raises:
        UsageError: There is no such template.

    >>> template("pole")["site"]["exposure"]
    'C'
    """
    if name not in TEMPLATES:
        known = f"templates: {', '.join(TEMPLATES)}"
        raise UsageError(
            f"there is no template {name!r}", hint=suggestion(name, TEMPLATES) or known
        )
    made: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
    return made


def copied(document: dict[str, Any]) -> dict[str, Any]:
    """The same inputs as the start of another project: a draft with no lock.

    >>> copied({"name": "Pylon", "status": "rejected", "lock": {}})
    {'name': 'Pylon', 'status': 'draft'}
    """
    return {**{key: value for key, value in document.items() if key != "lock"}, "status": "draft"}


def id_of(path: Path) -> str | None:
    """A project id made of the file's name; None if nothing of it can stand in one.

    >>> id_of(Path("signs/Main Street (Pylon).json"))
    'main-street-pylon'
    """
    words = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:_LONGEST_ID]
    return words.strip("-") or None
