"""JSON for people and programs: UTF-8, and nothing in it that a terminal would obey."""

import re
from collections.abc import Mapping
from typing import Any

import orjson

_MARGIN = b',"meta":'
# What JSON leaves raw although terminals may act on it: DEL, C1 controls, direction overrides.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def _safe(data: bytes) -> bytes:
    if data.isascii() and b"\x7f" not in data:
        return data
    text = data.decode("utf-8")
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode("utf-8")


def pretty(value: Mapping[str, Any]) -> bytes:
    """One value, indented by two spaces, with a final line end."""
    return _safe(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def line(value: Mapping[str, Any]) -> bytes:
    """One compact line of a stream."""
    return _safe(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE))


def body(text: bytes) -> bytes:
    """What stands in the line of an envelope before its margin."""
    return text.rpartition(_MARGIN + b'{"tool":')[0]


def body_of(envelope: Mapping[str, Any]) -> bytes:
    """What will stand in the line of an envelope before its margin."""
    return _safe(orjson.dumps({**envelope, "meta": None})).removesuffix(_MARGIN + b"null}")


def line_of(before: bytes, meta: Mapping[str, Any]) -> bytes:
    r"""The line of an envelope whose body is known.

    >>> line_of(body_of({"kind": "all", "meta": {"line": 1}}), {"line": 2})
    b'{"kind":"all","meta":{"line":2}}\n'
    """
    return before + _MARGIN + _safe(orjson.dumps(meta)) + b"}\n"
