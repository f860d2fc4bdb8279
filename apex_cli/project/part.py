"""The part of a project that a calculation reads."""

from collections.abc import Iterable, Mapping
from typing import Any

from apex_cli.pointer import parts_of, present


def pick(document: Mapping[str, Any], pointers: Iterable[str]) -> dict[str, Any]:
    """The part of the document that these pointers lead to, in the document's shape.

    >>> pick({"a": {"b": 1, "c": 2}, "d": 3}, ["/a/b", "/e"])
    {'a': {'b': 1}}
    """
    picked: dict[str, Any] = {}
    for where in pointers:
        if not present(document, where):
            continue
        *way, last = parts_of(where)
        source: Any = document
        target = picked
        for part in way:
            source = source[part]
            target = target.setdefault(part, {})
        target[last] = source[last]
    return picked
