"""YAML without surprises: what packs and projects may use of the language, and where all stands.

Only mappings, sequences and scalars. A plain scalar is null, true, false, a JSON number, or text:
`no` is text, `12:30` is text, `1e3` is a number. Aliases, anchors, tags, duplicate keys, several
documents and deep nesting are refused.
"""

import re
from math import isinf
from typing import Any, NamedTuple, NoReturn

from apex_cli.canonical import LARGEST_IN_WORDS, LARGEST_INTEGER, vanishes
from apex_cli.errors import ApexError, Fault, PackError
from apex_cli.pointer import step

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32
_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"  # libyaml may see it first, reading ahead

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII)
_BREAK = re.compile("[\x85\u2028\u2029]")
"""Line ends for YAML 1.1 and letters for YAML 1.2: what hides behind one is seen by some alone."""
_WORDS: dict[str, Any] = {"null": None, "~": None, "": None, "true": True, "false": False}


class Reading(NamedTuple):
    """What is read, and how it is refused.

    Args:
        what: What the document is, with its article.
        error: The error that refuses it.
        malformed: The code of that error; None for the error's own.
        too_large: Likewise, where there is too much of it.
        values: How many values it may hold; None for as many as it has bytes for.
    """

    what: str
    error: type[ApexError]
    malformed: str | None = None
    too_large: str | None = None
    values: int | None = None


PACK = Reading("a pack", PackError, values=50_000)
"""No pack has nearly as many; a megabyte of them would take seconds."""


class Located(NamedTuple):
    """A YAML document and the line on which each pointer stands."""

    value: Any
    lines: dict[str, int]


def parse(data: bytes, name: str, reading: Reading = PACK) -> Located:
    """The YAML document in these bytes.

    Args:
        data: UTF-8.
        name: What to call the file in an error; nothing where the caller says it.
        reading: What is read.

    Raises:
        ApexError: As `reading` has it: too large, not UTF-8, not YAML, or YAML beyond what is read.
    """
    import yaml  # noqa: PLC0415 - a command that reads no YAML does not pay for it

    refuse = _Refusal(name, reading)
    if len(data) > MAX_BYTES:
        refuse(0, f"larger than {MAX_BYTES // 1024} KiB", too_large=True)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        refuse(0, f"not UTF-8: byte {error.start} is {data[error.start]:#04x}")
    if not text.isascii() and (found := _BREAK.search(text)):
        line = len(re.findall("\r\n|\r|\n", text[: found.start()])) + 1
        refuse(line, f"U+{ord(found[0]):04X} ends a line for some readers of YAML, for others not")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(refuse)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        detail = _TOO_DEEP if "maximum nesting" in problem else f"not YAML: {problem}"
        refuse(mark.line + 1 if mark else 0, detail)
    return Located(builder.value, builder.lines)


class _Refusal:
    """Refuses a document, with the place."""

    def __init__(self, name: str, reading: Reading) -> None:
        self.name = name
        self.reading = reading

    def __call__(self, line: int, detail: str, *, too_large: bool = False) -> NoReturn:
        where = ", ".join(filter(None, [self.name, f"line {line}" if line else ""]))
        said = self.reading
        raise said.error(
            f"{where}: {detail}" if where else detail,
            code=said.too_large if too_large else said.malformed,
            faults=[Fault("", detail, hint=where)],
        )


class _Builder:
    """Builds the value from the parser's events, in one pass and without recursion."""

    def __init__(self, refuse: _Refusal) -> None:
        self._refuse = refuse
        self._what = refuse.reading.what
        self._most = refuse.reading.values
        self._values = 0
        self.value: Any = None
        self.lines: dict[str, int] = {}
        self._open: list[tuple[Any, str]] = []  # containers under construction, with pointers
        self._key: list[str | None] = []  # for each mapping the key that waits for its value
        self._documents = 0

    def take(self, event: Any) -> None:
        kind = type(event).__name__
        line = event.start_mark.line + 1
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            self._refuse(line, f"anchors and aliases are not allowed in {self._what}")
        if getattr(event, "tag", None):
            self._refuse(line, f"the tag {event.tag} is not allowed in {self._what}")
        if kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                self._refuse(line, f"{self._what} is one YAML document")
        elif kind == "ScalarEvent":
            self._add((self._text if self._awaits_key() else self._scalar)(event, line), line)
        elif kind in {"MappingStartEvent", "SequenceStartEvent"}:
            if len(self._open) >= MAX_DEPTH:
                self._refuse(line, _TOO_DEEP)
            if self._awaits_key():
                self._refuse(line, "a key must be a plain text")
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
            self._refuse(line, "not YAML: half of a surrogate pair, which is not Unicode")
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
            self._refuse(line, f"{text[:40]} is beyond the range of a double")
        if vanishes(text, value):
            self._refuse(line, f"{text[:40]} is not 0, but nearer to it than a double can be")
        if number[1] is not None or number[2] is not None:
            return value
        if abs(value) > LARGEST_INTEGER:
            self._refuse(line, f"{text[:40]} is beyond {LARGEST_IN_WORDS}")
        return int(text)

    def _add(self, value: Any, line: int) -> str:
        """Put a value where it belongs and return its pointer."""
        self._values += 1
        if self._values == self._most:
            self._refuse(line, f"holds more than {self._most} values", too_large=True)
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
                self._refuse(line, f"the key {value!r} stands twice")
            self._key[-1] = value
            self.lines[where + step(value)] = line
            return where
        container[key] = value
        self._key[-1] = None
        return where + step(key)
