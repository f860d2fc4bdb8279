"""How inputs are spoilt: by the byte, by the value, by the letter."""

import copy
import json
import random
from typing import Any

import orjson

SCRAPS = [
    b"null", b"true", b"NaN", b"-Infinity", b"1e999", b"-0", b"0.1e-400", b"9" * 40, b'""', b"{}",
    b"[]", b"[[[[", b"}}", b'"\\ud800"', b'"\\u0000"', b"\xff", b"\xef\xbb\xbf", b"\0", b",", b":",
    b'"etag":', b'"schema_version":0,', b"\xe2\x80\xae", b"[" * 70, b'{"a":' * 70, b"1_000",
    b"&a ", b"*a", b"!!str ", b"<<: ", b"---\n", b"\t", b"\r", b"\n\n", b"? ", b"|\n", b"'", b'"',
    b"%YAML 1.1\n", b"0x1F", b"0o14", b"\xc2\x85", b"\xe2\x80\xa8", b"#", b"=1+1", b"@", b"..",
    b" ft", b"mph", b"1/2", b"\xe2\x80\xb2", b"e", b"-", b"1e308", b"1e-320", b"\x1b[2J", b"/",
    b"~", b"(", b")", b"**", b" * ", b" if ", b"max(", b"ceil(", b"<=", b"9" * 5_000,
]  # fmt: skip
VALUES: list[Any] = [
    None, True, False, -1, 0, 0.0, -0.0, 1, 3, 1e-9, 1e-320, -1e-308, 1e9, 1e15, 1e30, 1e308, -1e30,
    2**53 - 1, 2**53, 1e400, "", "x", "B", "round", "12 ft", "1e3 mph", "no", "v1", "../../etc",
    "x" * 30_000, "\u202e", "=1+1", [], {}, [[]], [1], [None], {"": 1}, {"value": 1, "unit": "ft"},
]  # fmt: skip
FACTORS = (
    0.5, 0.8, 0.99, 1.01, 1.2, 2.0, 0.5, 0.8, 0.99, 1.01, 1.2, 2.0,
    0.0, 1e-12, 1e-3, 0.1, 10.0, 1e3, 1e6, 1e12, -1.0,
)  # fmt: skip
"""Half are small: what is refused at once goes no further."""
NAMES = ("class", "x", "Width_ft", "\u202e", "a" * 400, "", "unit", "value", "0", "a/b~c")


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """One to six changes of bytes: flipped, cut, doubled, moved, or something hostile put in."""
    for _ in range(chance.randint(1, 6)):
        start = int(chance.random() * (len(data) + 1))
        stop = min(len(data), start + chance.choice((1, 2, 8, 64)))
        piece = data[start:stop]
        kind = int(chance.random() * 6)
        if kind == 0:
            new = chance.randbytes(len(piece))
        elif kind == 1:
            new = b""
        elif kind == 2:
            new = piece * chance.choice((2, 50))
        elif kind == 3:
            new = chance.choice(SCRAPS)
        elif kind == 4:
            new = chance.choice(SCRAPS) + piece
        else:
            new = bytes(byte ^ (1 << int(chance.random() * 8)) for byte in piece)
        data = data[:start] + new + data[stop:]
    return data


def bent(document: Any, chance: random.Random) -> Any:
    """A document with up to three values, keys or list items changed; the one given stays."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        document = _bent(document, chance)
    return document


def _bent(here: Any, chance: random.Random) -> Any:
    """A copy with one change: only what lies on the way to it is copied."""
    if not isinstance(here, dict | list) or not here:
        return here
    made: Any = copy.copy(here)
    keys = list(made) if isinstance(made, dict) else range(len(made))
    deeper = [key for key in keys if isinstance(made[key], dict | list) and made[key]]
    key = chance.choice(deeper if deeper and chance.random() < 0.7 else keys)
    value, kind = made[key], chance.random()
    if isinstance(value, dict | list) and value and chance.random() < 0.85:
        made[key] = _bent(value, chance)
    elif isinstance(value, int | float) and kind < 0.75:
        new = value * chance.choice(FACTORS)
        made[key] = round(new) if isinstance(value, int) and chance.random() < 0.7 else new
    elif isinstance(value, str) and kind < 0.3:
        made[key] = spoilt(value.encode("utf-8", "replace"), chance).decode("utf-8", "replace")
    elif isinstance(made, dict) and kind < 0.6:
        made[chance.choice(NAMES)] = made.pop(key)
    elif kind < 0.7:
        del made[key]
    elif isinstance(made, list) and kind < 0.8:
        made.append(value)
    else:
        made[key] = chance.choice(VALUES)
    return made


def written(document: Any, chance: random.Random) -> bytes:
    """A document as JSON, in one of its spellings."""
    if chance.random() < 0.7:
        try:
            return orjson.dumps(document)
        except TypeError:  # half of a surrogate pair, or an integer beyond 64 bits
            pass
    return json.dumps(document, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def as_json(data: bytes, chance: random.Random) -> bytes:
    """JSON with other values, or with other bytes."""
    if chance.random() < 0.3:
        return spoilt(data, chance)
    try:
        document = orjson.loads(data)
    except orjson.JSONDecodeError:  # the guided fuzzer spoils what is spoilt
        return spoilt(data, chance)
    return written(bent(document, chance), chance)
