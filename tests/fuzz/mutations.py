"""How inputs are spoilt: by the byte, by the value, by the letter."""

import copy
import json
import random
from typing import Any

SCRAPS = [
    b"null", b"true", b"NaN", b"-Infinity", b"1e999", b"-0", b"0.1e-400", b"9" * 40, b'""', b"{}",
    b"[]", b"[[[[", b"}}", b'"\\ud800"', b'"\\u0000"', b"\xff", b"\xef\xbb\xbf", b"\0", b",", b":",
    b'"etag":', b'"schema_version":0,', b"\xe2\x80\xae", b"[" * 70, b'{"a":' * 70, b"1_000",
    b"&a ", b"*a", b"!!str ", b"<<: ", b"---\n", b"\t", b"\r", b"\n\n", b"? ", b"|\n", b"'", b'"',
    b"%YAML 1.1\n", b"0x1F", b"0o14", b"\xc2\x85", b"\xe2\x80\xa8", b"#", b"=1+1", b"@", b"..",
    b" ft", b"mph", b"1/2", b"\xe2\x80\xb2", b"e", b"-", b"1e308", b"1e-320", b"\x1b[2J", b"/",
    b"~",
]  # fmt: skip
VALUES: list[Any] = [
    None, True, False, -1, 0, 0.0, -0.0, 1, 3, 1e-9, 1e-320, -1e-308, 1e9, 1e15, 1e30, 1e308, -1e30,
    2**53 - 1, 2**53, 1e400, "", "x", "B", "round", "12 ft", "1e3 mph", "no", "v1", "../../etc",
    "x" * 30_000, "\u202e", "=1+1", [], {}, [[]], [1], [None], {"": 1}, {"value": 1, "unit": "ft"},
]  # fmt: skip
FACTORS = (0.0, 1e-12, 1e-3, 0.5, 0.99, 1.01, 2.0, 10.0, 1e3, 1e6, 1e12, -1.0)
NAMES = ("class", "x", "Width_ft", "\u202e", "a" * 400, "", "unit", "value", "0", "a/b~c")


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """One to six changes of bytes: flipped, cut, doubled, moved, or something hostile put in."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        stop = min(len(data), start + chance.choice((1, 2, 8, 64)))
        piece = data[start:stop]
        new = chance.choice(
            (
                chance.randbytes(len(piece)),
                b"",
                piece * chance.choice((2, 50)),
                chance.choice(SCRAPS),
                chance.choice(SCRAPS) + piece,
                bytes(byte ^ (1 << chance.randrange(8)) for byte in piece),
            )
        )
        data = data[:start] + new + data[stop:]
    return data


def text(given: str, chance: random.Random) -> str:
    """The same of a text: what is no UTF-8 any more is half surrogates, as in an argument."""
    return spoilt(given.encode(), chance).decode("utf-8", "surrogateescape")


def bent(document: Any, chance: random.Random, times: int = 3) -> Any:
    """A copy of a document with up to so many values, keys or list items changed."""
    made = copy.deepcopy(document)
    for _ in range(chance.randint(1, times)):
        _bend(made, chance)
    return made


def _bend(made: Any, chance: random.Random) -> None:
    here = made
    while here:
        key = chance.choice(list(here) if isinstance(here, dict) else range(len(here)))
        value = here[key]
        if isinstance(value, dict | list) and value and chance.random() < 0.85:
            here = value
            continue
        kind = chance.random()
        if isinstance(value, int | float) and kind < 0.5:
            here[key] = value * chance.choice(FACTORS)
        elif isinstance(here, dict) and kind < 0.6:
            here[chance.choice(NAMES)] = here.pop(key)
        elif kind < 0.7:
            del here[key]
        elif isinstance(here, list) and kind < 0.8:
            here.append(copy.deepcopy(value))
        else:
            here[key] = copy.deepcopy(chance.choice(VALUES))
        return


def written(document: Any, chance: random.Random) -> bytes:
    """A document as JSON, in one of its spellings."""
    return json.dumps(document, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
