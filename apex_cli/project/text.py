"""From bytes to a JSON value, refusing what JSON permits but engineering does not."""

import json
import math
import re
from collections import Counter
from typing import Any, NoReturn

from apex_cli.canonical import LARGEST_IN_WORDS, LARGEST_INTEGER, vanishes
from apex_cli.errors import Fault, InvalidInput

MAX_BYTES = 10 * 1024 * 1024
MAX_DEPTH = 64
MAX_VALUES = 20_000
"""No project has nearly as many; it bounds the memory that a hostile file can ask for."""
MAX_KEY = 500

_BOM = b"\xef\xbb\xbf"
_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONSTANTS = {"NaN", "Infinity", "-Infinity"}


class _Refused(Exception):
    """A fault found while the JSON parser runs."""


def parse(data: bytes, limit: int = MAX_BYTES, values: int = MAX_VALUES) -> dict[str, Any]:
    """The JSON object in these bytes, as it was written.

    Args:
        data: UTF-8 without a byte-order mark.
        limit: How many bytes it may be.
        values: How many values it may hold.

    Returns:
        The document; integers stay integers.

    Raises:
        InvalidInput: Too large, not UTF-8, a byte-order mark, not JSON, a duplicate key, NaN or an
            infinity, a number beyond the range of a double or so small that it would be 0, nesting
            beyond 64 levels, or not an object.

    >>> parse(b'{"schema_version": 1}')
    {'schema_version': 1}
    """
    if len(data) > limit:
        refuse(f"larger than {limit // 2**20} MiB", "project.too_large")
    refuse_mark(data)
    if sum(map(data.count, (b",", b"{", b"["))) > values and _values(data, values) > values:
        refuse(f"holds more than {values} values", "project.too_large")
    try:
        document = _decode(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        refuse(f"not UTF-8: byte {error.start} is {data[error.start]:#04x}")
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        refuse(f"not JSON: {error.msg} at {where}" if data.strip() else "the file is empty")
    except RecursionError:
        refuse(f"nested deeper than {MAX_DEPTH} levels")
    except _Refused as error:
        refuse(str(error))
    if not isinstance(document, dict):
        refuse("the document is not a JSON object", hint="a project file starts with {")
    look(document)
    return document


def _values(data: bytes, most: int) -> int:
    """How many values these bytes hold at most: commas and brackets outside of texts."""
    if (quotes := data.count(b'"')) > 10 * most:
        return quotes
    bare = _TEXT.sub(b"", data)
    return sum(map(bare.count, (b",", b"{", b"[")))


def _decode(text: str) -> Any:
    return json.loads(
        text,
        object_pairs_hook=_object,
        parse_constant=_constant,
        parse_float=_float,
        parse_int=_int,
    )


def parse_value(text: str) -> Any:
    """A value from a command line: JSON where it is JSON, else the text itself.

    Raises:
        InvalidInput: A duplicate key, a number out of range, or text that is not valid Unicode.

    >>> [parse_value(text) for text in ("12.5", "C", "null", "[15, 30]", "NaN", '"12"')]
    [12.5, 'C', None, [15, 30], 'NaN', '12']
    """
    try:
        value = _decode(text)
    except json.JSONDecodeError:
        value = text
    except RecursionError:
        refuse(f"nested deeper than {MAX_DEPTH} levels")
    except _Refused as error:
        if text.strip() not in _CONSTANTS:
            refuse(str(error))
        value = text
    look(value)
    return value


def refuse_mark(data: bytes) -> None:
    """Refuse bytes that begin with a byte-order mark."""
    if data.startswith(_BOM):
        refuse("starts with a byte-order mark", hint="save it as UTF-8 without BOM")


def refuse(detail: str, code: str = "project.malformed", hint: str = "") -> NoReturn:
    """Refuse a document as a whole.

    Raises:
        InvalidInput: Always.
    """
    raise InvalidInput(detail, code=code, hint=hint, faults=[Fault("", detail, hint=hint)])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise _Refused(f"the key {twice!r} stands twice in one object")
    return made


def _constant(text: str) -> NoReturn:
    raise _Refused(f"{text} is not a number")


def _float(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise _Refused(f"{text[:40]} is beyond the range of a double")
    if vanishes(text, value):
        raise _Refused(f"{text[:40]} is not 0, but nearer to it than a double can be")
    return value


def _int(text: str) -> int | float:
    if len(text) > len("-9007199254740991") or not -LARGEST_INTEGER <= int(text) <= LARGEST_INTEGER:
        if math.isinf(float(text)):
            raise _Refused(f"{text[:40]}… is beyond the range of a double")
        raise _Refused(f"{text[:40]} is beyond {LARGEST_IN_WORDS}")
    return int(text)


def look(value: Any, depth: int = 1) -> None:
    """Refuse deep nesting and text that is not valid Unicode."""
    if isinstance(value, str):
        if not value.isascii() and _SURROGATE.search(value):
            refuse("a text holds half of a surrogate pair, which is not valid Unicode")
        return
    if not isinstance(value, dict | list):
        return
    if depth > MAX_DEPTH:
        refuse(f"nested deeper than {MAX_DEPTH} levels")
    if isinstance(value, dict):
        for key in value:
            look(key, depth)
            if len(key) > MAX_KEY:
                refuse(f"a key is longer than {MAX_KEY} letters: {key[:40]!r}…")
        value = value.values()
    for item in value:
        look(item, depth + 1)
