"""Assignments such as ``sign.elements.0.width_ft=12``, and what they make of a document."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from apex_cli.errors import InvalidInput, UsageError
from apex_cli.pointer import parts_of
from apex_cli.project.text import MAX_DEPTH, look, parse_value

PROTECTED = {
    "schema_version": "apex project migrate",
    "status": "apex project status",
    "lock": "apex lock",
    "revision": "every write raises it",
    "updated_at": "every write stamps it",
    "etag": "every write seals",
}
"""Fields that are not set by hand, and who writes them."""


class Assignment(NamedTuple):
    """A place in the project and the value it gets."""

    parts: tuple[str, ...]
    value: Any


def assignment(text: str) -> Assignment:
    """The assignment that ``PATH=VALUE`` says.

    Args:
        text: PATH with dots and list indexes, or an RFC 6901 pointer when a key holds a dot; VALUE
            is JSON where it is JSON, else text.

    Raises:
        UsageError: There is no ``=``, the path is not one, or the field is not set by hand.
        InvalidInput: The value is a number out of range, or text that is not valid Unicode; or the
            path is not.

    >>> assignment("sign.elements.0.width_ft=12")
    Assignment(parts=('sign', 'elements', '0', 'width_ft'), value=12)
    """
    path, equals, value = text.partition("=")
    path = path.strip()
    parts = parts_of(path) if path.startswith("/") else tuple(path.split("."))
    if len(parts) > MAX_DEPTH:
        raise UsageError(f"a path leads deeper than {MAX_DEPTH} levels: {text[:40]!r}…")
    if not equals or not all(parts):
        raise UsageError(
            f"{text!r} is not PATH=VALUE",
            hint="for example site.wind_speed_mph=130 or sign.elements.0.width_ft=12",
        )
    look(path)
    if writer := PROTECTED.get(parts[0]):
        raise UsageError(
            f"{parts[0]} is not set by hand", code="usage.protected_field", hint=writer
        )
    return Assignment(parts, parse_value(value))


def spelled(values: Mapping[str, Any] | None) -> list[str]:
    """Values by their paths as ``PATH=VALUE`` each.

    Raises:
        InvalidInput: A value is not JSON.

    >>> spelled({"site.exposure": "C", "site.kzt": 1})
    ['site.exposure="C"', 'site.kzt=1']
    """
    try:
        return [f"{path}={json.dumps(value)}" for path, value in (values or {}).items()]
    except TypeError as error:
        raise InvalidInput(str(error), code="project.malformed") from error


def apply(document: dict[str, Any], assignments: Iterable[Assignment]) -> dict[str, Any]:
    """The same document, changed in place; blocks on the way are made where they are absent.

    Null takes an item out of a list, as it takes a value away.

    Raises:
        UsageError: A path leads through a value that is neither an object nor a list, or to a
            place that a list does not have; the one after the last is appended.

    >>> apply({}, [assignment("site.wind_speed_mph=115"), assignment("packs.pricing=v1")])
    {'site': {'wind_speed_mph': 115}, 'packs': {'pricing': 'v1'}}
    """
    for item in assignments:
        if item.value is not None or _leads_somewhere(document, item.parts):
            _put(document, item)
    return document


def _leads_somewhere(document: Any, parts: Iterable[str]) -> bool:
    """False if nothing stands there, so that null, the same as absent, makes no blocks."""
    for part in parts:
        if isinstance(document, list) and part.isdecimal() and int(part) < len(document):
            document = document[int(part)]
        elif isinstance(document, dict) and part in document:
            document = document[part]
        else:
            return document is not None and not isinstance(document, dict)
    return document is not None


def _put(document: Any, item: Assignment) -> None:
    *way, last = item.parts
    here = document
    for depth, part in enumerate(way):
        key = _key(here, part, item.parts[:depth])
        known = key in here if isinstance(here, dict) else key < len(here)
        found = here[key] if known else None
        if found is None:
            found = [] if item.parts[depth + 1] == "0" else {}
            _store(here, key, found)
        here = found
    _store(here, _key(here, last, tuple(way)), item.value)


def _store(here: Any, key: Any, value: Any) -> None:
    if isinstance(here, list) and value is None:
        del here[key : key + 1]
    elif isinstance(here, list) and key == len(here):
        here.append(value)
    else:
        here[key] = value


def _key(here: Any, part: str, before: tuple[str, ...]) -> Any:
    """The key of an object, or the index of a list that has it or may be lengthened by it."""
    if isinstance(here, dict):
        return part
    where = ".".join(before)
    if not isinstance(here, list):
        raise UsageError(f"{where} is not an object, so {where}.{part} leads nowhere")
    if not (part.isdecimal() and part.isascii() and int(part[:9]) <= len(here)):
        raise UsageError(
            f"{where}.{part}: {part!r} is not an index of a list with {len(here)} entries",
            hint=f"0 to {len(here) - 1}; {len(here)} appends" if here else "0 appends",
        )
    return int(part)
