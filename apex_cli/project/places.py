"""Where in the text of a project file a JSON Pointer leads: the line and the columns, for editors.

Lines end with LF or CR LF; columns count from 1, in UTF-16 code units, as SARIF and editors do.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from apex_cli.pointer import parts_of, pointer, step
from apex_cli.project.form import form_of

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}:,]|[^\s\[\]{}:,"]++', re.DOTALL)
_NO_NUMBERS = {"NaN", "Infinity", "-Infinity"}
_AT_LINE = re.compile(r"line (\d+)")
"""How a fault of YAML says where it is."""

Span = tuple[int, int]
"""Where a text begins, and where it ends: letters from its beginning."""


class Place(NamedTuple):
    """A place in a text.

    Args:
        line: From 1.
        column: Of the first letter, from 1.
        end_column: Behind the last letter that stands on this line.
    """

    line: int
    column: int
    end_column: int


class Places:
    """The places of a file; its text is looked through when the first is asked for.

    Args:
        name: What the file is called.
        data: Its bytes.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self._yaml = form_of(name, data) == "yaml"
        self._data, self._text = data, data.decode("utf-8", "replace")
        self._spans: dict[str, Span] | None = None

    def of(self, where: str) -> Place:
        """The place of a value; of one that is missing, that of what it should stand in.

        >>> Places("a.json", b'{"soil": {"class": 4}}').of("/soil/depth")
        Place(line=1, column=10, end_column=11)
        """
        if self._spans is None:
            self._spans = dict(_in_yaml(self._text) if self._yaml else _in_json(self._text))
        parts = parts_of(where)
        for count in range(len(parts), -1, -1):
            if span := self._spans.get(pointer(parts[:count])):
                return self._place(span)
        return Place(1, 1, 1)

    def of_fault(self, told: str) -> Place:
        """The place at which the text is not JSON, or not the YAML that is read.

        Args:
            told: What a fault of YAML says of its place.
        """
        end = len(self._text.rstrip())  # what is missing at the end is missing on the last line
        try:
            self._data.decode("utf-8")
        except UnicodeDecodeError as error:
            begin = len(self._data[: error.start].decode("utf-8"))
            return self._place((begin, begin + 1))
        if self._yaml:
            found = _AT_LINE.fullmatch(told)
            lines = self._text.count("\n", 0, end) + 1
            return Place(min(int(found[1]), lines) if found else 1, 1, 1)
        try:
            json.loads(self._text, parse_int=str, parse_float=str)
        except json.JSONDecodeError as error:
            at = min(error.pos, end)
            return self._place((at, at))
        except RecursionError:
            return Place(1, 1, 1)
        seen: set[str] = set()
        for where, span in _in_json(self._text):
            if where in seen or self._text[slice(*span)] in _NO_NUMBERS:
                return self._place(span)
            seen.add(where)
        return self.of("")

    def _place(self, span: Span) -> Place:
        begin, end = span
        text = self._text
        start = text.rfind("\n", 0, begin) + 1
        line_end = text.find("\n", begin)
        end = min(end, len(text) if line_end < 0 else line_end)
        column = _units(text[start:begin]) + 1
        shown = text[begin:end].rstrip("\r")
        return Place(text.count("\n", 0, begin) + 1, column, column + _units(shown))


def _units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _in_json(text: str) -> Iterator[tuple[str, Span]]:
    """The pointer and the span of every value of a JSON text; of an object or a list its bracket.

    >>> list(_in_json('{"a": [1]}'))
    [('', (0, 1)), ('/a', (6, 7)), ('/a/0', (7, 8))]
    """
    opened: list[tuple[str, Any]] = [("", "")]  # containers, and which of their values is next
    for token in _TOKEN.finditer(text):
        word = token[0]
        where, part = opened[-1]
        if word in "]}":
            opened.pop()
        elif word == ",":
            opened[-1] = where, part + 1 if isinstance(part, int) else None
        elif part is None:
            opened[-1] = where, json.loads(word)
        elif word != ":":
            here = where + step(part) if len(opened) > 1 else ""
            yield here, (token.start(), token.start() + 1 if word in "[{" else token.end())
            if word in "[{":
                opened.append((here, 0 if word == "[" else None))


def _in_yaml(text: str) -> Iterator[tuple[str, Span]]:
    """The same of YAML; an object or a list in lines has no bracket: its key tells its place."""
    import yaml  # noqa: PLC0415 - who reads JSON does not pay for it

    root: Any = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    waiting: list[tuple[str, Any, Any]] = [("", root, None)] if root else []
    while waiting:
        where, node, key = waiting.pop()
        plain = isinstance(node.value, str)
        shown = key if key is not None and not (plain or node.flow_style) else node
        begin = shown.start_mark.index
        in_text = isinstance(shown.value, str)
        yield where, (begin, shown.end_mark.index if in_text else begin + 1)
        if isinstance(node, yaml.MappingNode):
            waiting += [(where + step(name.value), item, name) for name, item in node.value]
        elif not plain:
            waiting += [(where + step(n), item, None) for n, item in enumerate(node.value)]
