"""What differs between two packs, row by row."""

from collections.abc import Iterator
from typing import Any

from apex_cli.changes import Change, changes
from apex_cli.packs.model import Pack
from apex_cli.vocabulary import without_nulls

KEYS = ("code", "name")
"""What a table's rows are told apart by, if all of them have it: rows are matched by it."""


def diff(old: Pack, new: Pack) -> list[Change]:
    """Every place where two packs differ.

    Args:
        old: One pack.
        new: The other.

    Returns:
        The changes in the order of the pack. Rows that have a code are matched by it, so that one
        more row is one change; a pointer leads into the new pack, that of a removed place into
        the old one. A row whose place among the others changed is ``moved``.
    """
    before, after = (without_nulls(pack.as_json()) for pack in (old, new))
    return [
        change
        for name in [*before, *(name for name in after if name not in before)]
        for change in _field(before, after, name)
    ]


def _field(before: dict[str, Any], after: dict[str, Any], name: str) -> Iterator[Change]:
    one, other = before.get(name), after.get(name)
    key = _key(one, other)
    if key is None:
        old, new = ({name: side[name]} if name in side else {} for side in (before, after))
        yield from changes(old, new)
    else:
        yield from _rows(one, other, key, f"/{name}")


def _key(*tables: Any) -> str | None:
    """What the rows of all these tables are told apart by; None if by their order."""
    if not all(isinstance(table, list) for table in tables):
        return None
    for key in KEYS:
        names = [[row.get(key) for row in table if isinstance(row, dict)] for table in tables]
        if all(
            len({*found} - {None}) == len(table) for found, table in zip(names, tables, strict=True)
        ):
            return key
    return None


def _rows(one: Any, other: Any, key: str, where: str) -> Iterator[Change]:
    old = {row[key]: (n, row) for n, row in enumerate(one)}
    new = {row[key]: (n, row) for n, row in enumerate(other)}
    kept = [name for name in new if name in old]
    order = {name: n for n, name in enumerate(name for name in old if name in new)}
    for name, (n, row) in old.items():
        if name not in new:
            yield Change(f"{where}/{n}", "removed", row, None)
    for place, name in enumerate(kept):
        n, row = new[name]
        if order[name] != place:
            yield Change(f"{where}/{n}", "moved", old[name][0], n)
        yield from changes(old[name][1], row, f"{where}/{n}")
    for name, (n, row) in new.items():
        if name not in old:
            yield Change(f"{where}/{n}", "added", None, row)
