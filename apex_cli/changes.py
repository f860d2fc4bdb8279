"""What differs between two JSON values, place by place."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from apex_cli.pointer import step

ABSENT = object()


class Change(NamedTuple):
    """One place that differs; a side where nothing stands is None, and `kind` says so.

    Args:
        pointer: JSON Pointer of the place.
        kind: ``changed``, ``added`` or ``removed``.
        old: What stood there.
        new: What stands there.
    """

    pointer: str
    kind: str
    old: Any
    new: Any


def changes(old: Any, new: Any, where: str = "") -> Iterator[Change]:
    """Every place that differs, in the order of the old value, then what is new.

    >>> [tuple(change) for change in changes({"a": 1, "b": [1, 2]}, {"b": [1, 3], "c": None})]
    [('/a', 'removed', 1, None), ('/b/1', 'changed', 2, 3), ('/c', 'added', None, None)]
    """
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in [*old, *(key for key in new if key not in old)]:
            yield from _place(old.get(key, ABSENT), new.get(key, ABSENT), where + step(key))
    elif isinstance(old, list) and isinstance(new, list):
        for n in range(max(len(old), len(new))):
            before = old[n] if n < len(old) else ABSENT
            after = new[n] if n < len(new) else ABSENT
            yield from _place(before, after, f"{where}/{n}")
    elif type(old) is bool or type(new) is bool:
        if old is not new:
            yield Change(where, "changed", old, new)
    elif old != new:
        yield Change(where, "changed", old, new)


def _place(old: Any, new: Any, where: str) -> Iterator[Change]:
    if new is ABSENT:
        yield Change(where, "removed", old, None)
    elif old is ABSENT:
        yield Change(where, "added", None, new)
    else:
        yield from changes(old, new, where)
