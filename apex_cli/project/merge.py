"""Three project files made one, field by field: base, and the two that grew from it."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from apex_cli import files
from apex_cli.canonical import canonical
from apex_cli.errors import Conflict, Fault
from apex_cli.pointer import pointer
from apex_cli.project import lifecycle, lock, store
from apex_cli.project.file import SEALING, etag_of, parsed, require_state
from apex_cli.project.text import MAX_BYTES
from apex_cli.vocabulary import JsonObject, without_nulls

Side = Literal["ours", "theirs"]
Way = tuple[str | int, ...]
Sides = tuple[Any, Any, Any]

_SHOWN = 60
_APART = (*SEALING, "lock")
"""What is not merged but made anew, or belongs to one side as a whole."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge.

    Args:
        change: What was written over ours.
        lock_dropped: Whether a lock was given up because its answers may not hold any more.
        favored: Pointers at which both sides changed, and one was taken.
    """

    change: store.Change
    lock_dropped: bool
    favored: tuple[str, ...]


def merge(
    base: str | os.PathLike[str],
    ours: str | os.PathLike[str],
    theirs: str | os.PathLike[str],
    *,
    favor: Side | None = None,
    dry_run: bool = False,
) -> Merged:
    """Merge `theirs` into the file `ours`.

    Args:
        base: The common ancestor; an empty file if there is none.
        ours: The file that gets the result.
        theirs: The other side.
        favor: Whose value to take where both changed the same field.
        dry_run: Do everything but the write.

    Raises:
        Conflict: Both changed the same field, named by pointer; or a side was edited by hand. The
            file is untouched.
        InvalidInput: A side is not valid, or what came of the merge is not.
        FileProblem: A file cannot be read or written.
    """
    root = _base(base)
    other = store.load(theirs)
    require_state(other)
    told: dict[str, Any] = {"lock_dropped": False, "favored": ()}

    def edit(mine: dict[str, Any]) -> dict[str, Any]:
        if etag_of(other.document) in (etag_of(root), etag_of(mine)):
            return mine
        made, told["lock_dropped"], told["favored"] = merged(root, mine, other.document, favor)
        return made

    change = store.change(ours, edit, dry_run=dry_run)
    return Merged(change, **told)


def _base(path: str | os.PathLike[str]) -> dict[str, Any]:
    """The common ancestor; git gives an empty file where both sides added one."""
    name = os.fspath(path)
    data = files.read(Path(name), MAX_BYTES)
    return parsed(name, data).document if data.strip() else {}


def merged(
    base: JsonObject, ours: JsonObject, theirs: JsonObject, favor: Side | None
) -> tuple[dict[str, Any], bool, tuple[str, ...]]:
    """The merged document, whether a lock was dropped, and the pointers that `favor` decided.

    Raises:
        Conflict: A field both changed, with no side to favor; or changes to a submitted project.
    """
    clashes: list[Fault] = []
    sides = _content(base), _content(ours), _content(theirs)
    fields = _merge(sides, (), favor, clashes)
    if clashes and favor is None:
        raise _conflict(clashes)
    revision = max(_revision(ours), _revision(theirs))
    made = {**fields, **{key: ours[key] for key in SEALING if key in ours}, "revision": revision}
    favored = tuple(clash.pointer for clash in clashes)
    whole = [side for side in (ours, theirs) if _same(fields, _content(side))]
    locks = [side["lock"] for side in whole if side.get("lock")]
    if locks:
        return lock.placed(made, locks[0]), False, favored
    status = lifecycle.status_of(fields)
    if status in lifecycle.FROZEN and not whole:
        detail = f"one side is {status}, the other changed what was {status}"
        raise _conflict([Fault("/status", detail, status)])
    return made, bool(ours.get("lock") or theirs.get("lock")), favored


def _content(document: JsonObject) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key not in _APART}


def _revision(document: JsonObject) -> int:
    revision = document.get("revision")
    return revision if type(revision) is int else 0


def _same(one: Any, other: Any) -> bool:
    return canonical(without_nulls(one)) == canonical(without_nulls(other))


def _merge(sides: Sides, at: Way, favor: Side | None, clashes: list[Fault]) -> Any:
    """One value out of three: the side that changed wins; where both did, go inside or clash."""
    base, ours, theirs = sides
    if _same(ours, theirs) or _same(base, theirs):
        return ours
    if _same(base, ours):
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict):
        root = base if isinstance(base, dict) else {}
        made = {}
        for key in dict.fromkeys([*ours, *theirs]):
            inside = root.get(key), ours.get(key), theirs.get(key)
            value = _merge(inside, (*at, key), favor, clashes)
            if value is not None or (key in ours and ours[key] is None):
                made[key] = value
        return made
    if _aligned(sides):
        rows = enumerate(zip(*sides, strict=True))
        return [_merge(row, (*at, place), favor, clashes) for place, row in rows]
    detail = f"was {_shown(base)}, ours {_shown(ours)}, theirs {_shown(theirs)}"
    clashes.append(Fault(pointer(at), detail))
    return theirs if favor == "theirs" else ours


def _aligned(sides: Sides) -> bool:
    """Whether these are lists whose rows bear the same names: else nobody knows which is which."""
    if not all(isinstance(side, list) for side in sides):
        return False
    names = [[row.get("name") if isinstance(row, dict) else None for row in side] for side in sides]
    return names[0] == names[1] == names[2] and None not in names[0]


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _conflict(clashes: list[Fault]) -> Conflict:
    places = ", ".join(clash.pointer for clash in clashes)
    return Conflict(
        f"both sides changed {places}; nothing was written",
        code="project.merge_conflict",
        hint="decide with --favor ours or --favor theirs, which merges all other fields, "
        "or take one file whole",
        faults=clashes,
    )
