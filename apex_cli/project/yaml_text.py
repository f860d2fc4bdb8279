"""YAML as we write it: values in a line, blocks of lines, and a new file that explains itself."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from apex_cli.project.words import word_of

INDENT = 2
_SHORT = 72
"""A list of plain values that is no longer stands in one line."""
_PLAIN = re.compile(r"[^\W\d_](?:[\w./()+'\"-]| (?! ))*(?<! )")
_TAKEN = {
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "inf", "nan",
}  # fmt: skip
"""Words that one reader of YAML or another does not take for text."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
"""Some look like numbers, so all are quoted."""
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def plain(text: str) -> bool:
    """Whether a text can stand without quotes, for every reader of YAML and on every line.

    >>> [plain(text) for text in ("C", "d<=12", "no", "Main Street pylon", "2026-11-23", "a: b")]
    [True, False, False, True, False, False]
    """
    if text.lower() in _TAKEN or _DIGEST.fullmatch(text) or not text.isprintable():
        return False
    return _PLAIN.fullmatch(text) is not None


def quoted(text: str) -> str:
    r"""A text in double quotes, on one line.

    >>> print(quoted("6\" pipe\n"))
    "6\" pipe\n"
    """
    return f'"{"".join(map(_letter, text))}"'


def _letter(letter: str) -> str:
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    if letter == " " or letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"  # noqa: PLR2004 - four digits hold no more


def scalar(value: Any, style: str | None = None) -> str:
    """A null, a truth, a number or a text, on one line.

    Args:
        value: What is to be written.
        style: The quotes around what stands there now, which a text keeps where it can.
    """
    if isinstance(value, float):
        mantissa, e, exponent = repr(value).partition("e")
        point = ".0" if e and "." not in mantissa else ""  # else some readers take it for text
        return mantissa + point + e + exponent
    if not isinstance(value, str):
        return json.dumps(value)
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return value if style != '"' and plain(value) else quoted(value)


def inline(value: Any) -> str:
    """Any value on one line.

    >>> inline({"ref": "v1", "heights_ft": [15, 30.5]})
    '{ref: v1, heights_ft: [15, 30.5]}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return scalar(value)


Note = Callable[[tuple[str, ...]], str]
"""What is to be said of the value at a place; nothing where there is nothing to say."""


def _silent(_place: tuple[str, ...]) -> str:
    return ""


def block(
    value: Any, indent: int, note: Note = _silent, place: tuple[str, ...] = ()
) -> Iterator[str]:
    """The lines of an object or a list that is not empty, each entry on its own.

    Args:
        value: The object or list.
        indent: The column in which its entries stand.
        note: What to say of each value.
        place: Where it stands.
    """
    margin = " " * indent
    if isinstance(value, dict):
        for key, one in value.items():
            here = (*place, key)
            yield from _entry(f"{margin}{scalar(key)}:", one, indent + INDENT, note, here)
        return
    for number, one in enumerate(value):
        here = (*place, str(number))
        if isinstance(one, dict) and one:
            first, *rest = block(one, indent + INDENT, note, here)
            yield f"{margin}- {first.lstrip(' ')}"
            yield from rest
        else:
            yield f"{margin}- {inline(one)}"


def _entry(head: str, value: Any, indent: int, note: Note, place: tuple[str, ...]) -> Iterator[str]:
    said = note(place)
    tail = f"  # {said}" if said else ""
    if stands_in_line(value):
        yield f"{head} {inline(value)}{tail}"
    else:
        yield head + tail
        yield from block(value, indent, note, place)


def stands_in_line(value: Any) -> bool:
    """Whether a value is written beside its key: what has no entries, or few plain ones."""
    if isinstance(value, list) and not any(isinstance(one, dict | list) and one for one in value):
        return len(inline(value)) <= _SHORT or not value
    return not (isinstance(value, dict | list) and value)


HEAD = """\
# A project of apex. Lengths, loads and all else are in the unit that ends the field's name.
# Comments and order stay as they are through every command that writes, such as
#   apex project set FILE site.wind_speed_mph=120
# Change it by hand as you like, then accept it: apex project seal FILE
# For help while you type: apex schema project > project.schema.json, and as the first line of
# this file "# yaml-language-server: $schema=project.schema.json", without the quotes.
"""


def written(document: dict[str, Any]) -> str:
    """A new file: the document in lines, what each field is beside it."""
    return HEAD + "".join(f"{line}\n" for line in block(document, 0, word_of))
