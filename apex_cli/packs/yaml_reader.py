"""YAML without surprises: what a pack may use of the language, and where each thing stands.

Only mappings, sequences and scalars. A plain scalar is null, true, false, a JSON number, or text:
`no` is text, `12:30` is text, `1e3` is a number. Aliases, anchors, tags, duplicate keys, several
documents and deep nesting are refused.
"""

import re
from math import isinf
from typing import Any, NamedTuple, NoReturn

from apex_cli.canonical import LARGEST_IN_WORDS, LARGEST_INTEGER
from apex_cli.errors import Fault, PackError
from apex_cli.pointer import step

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32
_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"  # libyaml may see it first, reading ahead

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII)
_WORDS: dict[str, Any] = {"null": None, "~": None, "": None, "true": True, "false": False}


class Located(NamedTuple):
    """A YAML document and the line on which each pointer stands."""

    value: Any
    lines: dict[str, int]


def parse(data: bytes, name: str) -> Located:
    """The YAML document in these bytes.

    Args:
        data: UTF-8.
        name: What to call the file in an error.

    Raises:
        PackError: Too large, not UTF-8, not YAML, or YAML beyond what a pack may use.
    """
    import yaml  # noqa: PLC0415 - a command that reads no pack does not pay for it

    if len(data) > MAX_BYTES:
        _refuse(name, 0, f"larger than {MAX_BYTES // 1024} KiB")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse(name, 0, f"not UTF-8: byte {error.start} is {data[error.start]:#04x}")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        detail = _TOO_DEEP if "maximum nesting" in problem else f"not YAML: {problem}"
        _refuse(name, mark.line + 1 if mark else 0, detail)
    return Located(builder.value, builder.lines)


def _refuse(name: str, line: int, detail: str) -> NoReturn:
    where = f"{name}, line {line}" if line else name
    raise PackError(f"{where}: {detail}", faults=[Fault("", detail, hint=where)])


class _Builder:
    """Builds the value from the parser's events, in one pass and without recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.value: Any = None
        self.lines: dict[str, int] = {}
        self._open: list[tuple[Any, str]] = []  # containers under construction, with pointers
        self._key: list[str | None] = []  # for each mapping the key that waits for its value
        self._documents = 0

    def take(self, event: Any) -> None:
        kind = type(event).__name__
        line = event.start_mark.line + 1
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            _refuse(self.name, line, "anchors and aliases are not allowed in a pack")
        if getattr(event, "tag", None):
            _refuse(self.name, line, f"the tag {event.tag} is not allowed in a pack")
        if kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                _refuse(self.name, line, "a pack is one YAML document")
        elif kind == "ScalarEvent":
            self._add((self._text if self._awaits_key() else self._scalar)(event, line), line)
        elif kind in {"MappingStartEvent", "SequenceStartEvent"}:
            if len(self._open) >= MAX_DEPTH:
                _refuse(self.name, line, _TOO_DEEP)
            if self._awaits_key():
                _refuse(self.name, line, "a key must be a plain text")
            made: Any = {} if kind == "MappingStartEvent" else []
            where = self._add(made, line)
            self._open.append((made, where))
            self._key.append(None)
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            self._open.pop()
            self._key.pop()

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][0], dict) and self._key[-1] is None

    def _text(self, event: Any, line: int) -> str:
        text: str = event.value
        if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
            _refuse(self.name, line, "not YAML: half of a surrogate pair, which is not Unicode")
        return text

    def _scalar(self, event: Any, line: int) -> Any:
        text = self._text(event, line)
        if not event.implicit[0]:
            return text
        if text in _WORDS:
            return _WORDS[text]
        number = _NUMBER.fullmatch(text)
        if number is None:
            return text
        value = float(text)
        if isinf(value):
            _refuse(self.name, line, f"{text[:40]} is beyond the range of a double")
        if number[1] is not None or number[2] is not None:
            return value
        if abs(value) > LARGEST_INTEGER:
            _refuse(self.name, line, f"{text[:40]} is beyond {LARGEST_IN_WORDS}")
        return int(text)

    def _add(self, value: Any, line: int) -> str:
        """Put a value where it belongs and return its pointer."""
        if not self._open:
            self.value = value
            return ""
        container, where = self._open[-1]
        if isinstance(container, list):
            here = f"{where}/{len(container)}"
            container.append(value)
            self.lines[here] = line
            return here
        key = self._key[-1]
        if key is None:
            if value in container:
                _refuse(self.name, line, f"the key {value!r} stands twice")
            self._key[-1] = value
            self.lines[where + step(value)] = line
            return where
        container[key] = value
        self._key[-1] = None
        return where + step(key)
