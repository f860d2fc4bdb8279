"""RFC 8785: one value, one spelling, one digest.

`rfc8785` is the authority. `orjson` spells nearly every value alike and is far faster, so it goes
first. Floats with an integral value are made integers for it; what it may still spell otherwise (an
exponent, a very large integer, NaN, text beyond the basic plane) goes to `rfc8785`. A property test
holds them together.
"""

import math
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import orjson

_OPTIONS = (
    orjson.OPT_SORT_KEYS
    | orjson.OPT_PASSTHROUGH_DATACLASS
    | orjson.OPT_PASSTHROUGH_DATETIME
    | orjson.OPT_PASSTHROUGH_SUBCLASS
    | orjson.OPT_STRICT_INTEGER
)
# A number at the start of a value whose spelling needs the authority.
_DOUBTFUL = re.compile(rb"(?:^|[:,\[])(?:-?[0-9.]+e|-0\.0(?:$|[,\]}])|-?[0-9]+\.0(?:$|[,\]}]))")
_INTEGRAL = re.compile(rb"\.0[,\]}]")
_SMALL = re.compile(rb"[0-9]e-[0-9]")
_NUMBERS_WITHIN = {float, dict, list}
_GAP = b"\0"  # JSON has no such byte: a text spells it \u0000
_BEYOND_BASIC_PLANE = bytes(range(0xF0, 0x100))
LARGEST_INTEGER = 2**53 - 1
"""Beyond this, JSON does not carry integers exactly."""
LARGEST_IN_WORDS = "the integers that JSON carries exactly (2^53 - 1)"


def vanishes(text: str, value: float) -> bool:
    """Whether the number in a text is not 0, and its value as a double is.

    >>> vanishes("1e-400", 0.0), vanishes("-0.00e5", -0.0), vanishes("1e-300", 1e-300)
    (True, False, False)
    """
    return not value and bool(text.lower().partition("e")[0].strip("-.0"))


def canonical(value: Any) -> bytes:
    """The RFC 8785 form of a JSON value.

    Args:
        value: None, bool, int within ±(2^53-1), finite float, str, list or dict of those.

    Returns:
        UTF-8 bytes: keys sorted, no white space, numbers as ECMAScript prints them.

    Raises:
        ValueError: The value is not representable: NaN, an infinity, an integer beyond 2^53-1,
            text that is not valid Unicode, or something that is not JSON.

    >>> canonical({"b": 1.0, "a": [1e21, "é", 0.1]}).decode()
    '{"a":[1e+21,"é",0.1],"b":1}'
    """
    try:
        fast = orjson.dumps(value, option=_OPTIONS)
    except TypeError:
        return _exact(value)
    if _doubtful(fast):
        fast = orjson.dumps(_integers(value), option=_OPTIONS)
        if _doubtful(fast):
            return _exact(value)
    if _sorts_otherwise(fast) or (b"null" in fast and not _finite(value)):
        return _exact(value)
    return fast


def canonical_around(value: Mapping[str, Any], parts: Mapping[tuple[str, ...], bytes]) -> bytes:
    """The RFC 8785 form of an object of rounded numbers that holds parts spelled before.

    It is `canonical` without its search for what is not finite, and for small numbers: the caller
    has refused the ones, and every other number outside of the parts is 0 or at least 1e-4.

    Args:
        value: The object.
        parts: RFC 8785 forms of its parts, by the keys that lead to them; a part may be an
            `orjson.Fragment` in the object.

    >>> canonical_around({"b": {"c": 1.0}, "a": 0.5}, {("b",): b'{"c":1}'})
    b'{"a":0.5,"b":{"c":1}}'
    """
    around = {**value}
    for number, way in enumerate(parts):
        _put(around, way, gap(number))
    try:
        fast = orjson.dumps(around, option=_OPTIONS)
    except TypeError as error:
        raise ValueError(f"not representable in RFC 8785: {error}") from error
    if _holds_large(fast) or _sorts_otherwise(fast):
        for way, part in parts.items():
            _put(around, way, _part(value, way, part))
        return canonical(around)
    spelled = list(parts.values())
    pieces, numbers = cut(fast)
    pieces[1::2] = [spelled[number] for number in numbers]
    return b"".join(pieces)


def gap(number: int) -> orjson.Fragment:
    """A numbered gap in the place of a value, where text is to stand later; `cut` finds it."""
    return orjson.Fragment(_GAP + b"%d" % number + _GAP)


def cut(text: bytes) -> tuple[list[bytes], list[int]]:
    """What stands around the gaps of a JSON text, with a place for each gap, and their numbers.

    >>> cut(orjson.dumps({"a": gap(7), "b": gap(3)}))
    ([b'{"a":', b'7', b',"b":', b'3', b'}'], [7, 3])
    """
    pieces = text.split(_GAP)
    return pieces, [int(piece) for piece in pieces[1::2]]


def _put(value: dict[str, Any], way: tuple[str, ...], part: Any) -> None:
    """Put a part at the end of the way, without changing what others hold."""
    for key in way[:-1]:
        value[key] = {**value[key]}
        value = value[key]
    value[way[-1]] = part


def _part(value: Any, way: tuple[str, ...], spelled: bytes) -> Any:
    """The part as a value."""
    for key in way:
        value = value[key]
    return orjson.loads(spelled) if isinstance(value, orjson.Fragment) else value


def _doubtful(fast: bytes) -> bool:
    """Whether there is a number whose spelling needs care; the search is slow."""
    marked = _holds_large(fast) or fast.endswith(b".0")
    marked = marked or (b"e-" in fast and _SMALL.search(fast) is not None)
    return marked and _DOUBTFUL.search(fast) is not None


def _holds_large(fast: bytes) -> bool:
    """Whether there may be a float so large that it is integral or has an exponent."""
    return _INTEGRAL.search(fast) is not None or (b"+" in fast and b"e+" in fast)  # the rare first


def _sorts_otherwise(fast: bytes) -> bool:
    """Whether there is text beyond the basic plane, which UTF-16 and UTF-8 put in other orders."""
    return not fast.isascii() and len(fast.translate(None, _BEYOND_BASIC_PLANE)) < len(fast)


def _integers(value: Any) -> Any:
    """The same value with integral floats as integers, which spell alike everywhere."""
    if isinstance(value, float):
        exact = value.is_integer() and abs(value) <= LARGEST_INTEGER
        return int(value) if exact else value
    if isinstance(value, dict):
        return {
            key: _integers(item) if type(item) in _NUMBERS_WITHIN else item
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_integers(item) for item in value]
    return value


def _finite(value: Any) -> bool:
    """False if a NaN or an infinity, which `orjson` would write as null, hides in the value."""
    if isinstance(value, dict):
        return all(map(_finite, value.values()))
    if isinstance(value, list):
        return all(map(_finite, value))
    return not isinstance(value, float) or math.isfinite(value)


def _exact(value: Any) -> bytes:
    import rfc8785  # noqa: PLC0415 - only for the rare value that needs it

    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, RecursionError, UnicodeError) as error:
        raise ValueError(f"not representable in RFC 8785: {error}") from error


def digest(value: Any) -> str:
    """SHA-256, in hex, of the RFC 8785 form of a JSON value.

    >>> digest({})
    '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
    """
    return sha256(canonical(value)).hexdigest()
