"""JSON Pointers (RFC 6901): made of keys and indexes, taken apart into them, and followed."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any


def step(part: str | int) -> str:
    """One step of a pointer: to a member of an object or an item of a list.

    >>> step("a/b"), step(0)
    ('/a~1b', '/0')
    """
    return "/" + str(part).replace("~", "~0").replace("/", "~1")


def pointer(parts: Iterable[str | int]) -> str:
    """The pointer made of these steps.

    >>> pointer(["sign", "elements", 0, "a/b"])
    '/sign/elements/0/a~1b'
    """
    return "".join(map(step, parts))


@lru_cache(maxsize=512)  # a calculation follows the same ones for every line of a stream
def parts_of(where: str) -> tuple[str, ...]:
    """The keys and indexes that a pointer consists of.

    >>> parts_of("/sign/elements/0/a~1b"), parts_of("")
    (('sign', 'elements', '0', 'a/b'), ())
    """
    parts = tuple(where.split("/")[1:])
    if "~" not in where:
        return parts
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in parts)


def present(document: Any, where: str) -> bool:
    """Whether the pointer leads to something.

    >>> present({"a": [{"b": 1}]}, "/a/0/b"), present({}, "/a")
    (True, False)
    """
    return value_at(document, where, ...) is not ...


def value_at(document: Any, where: str, missing: Any = None) -> Any:
    """What the pointer leads to.

    >>> value_at({"a": [{"b": 1}]}, "/a/0/b"), value_at({}, "/a")
    (1, None)
    """
    for part in parts_of(where):
        if isinstance(document, list) and part.isdigit() and int(part) < len(document):
            document = document[int(part)]
        elif isinstance(document, dict) and part in document:
            document = document[part]
        else:
            return missing
    return document
