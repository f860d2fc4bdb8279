"""Where things stand in the text of a YAML document: nodes, their ends, their lines."""

import re
from typing import Any, NoReturn

from apex_cli.errors import Conflict

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_COLON = re.compile(r"\s*:")


class Unfit(Exception):
    """The text is so written that a change cannot be put into it."""


class Text:
    """The text of a YAML document and the way around in it; positions count letters.

    Args:
        text: What the strict reader has read: no anchors, no tags, one document.
    """

    def __init__(self, text: str) -> None:
        import yaml  # noqa: PLC0415 - only where YAML is written

        self.text = text
        self.root: Any = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        first = _BREAK.search(text)
        self.line_end = first[0] if first else "\n"

    def end_of_line(self, at: int) -> int:
        """Where the line ends that a position is in."""
        found = _BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def end_of_line_before(self, node: Any) -> int:
        """Where the line ends above the one in which a node begins."""
        start = begin(node) - column(node)
        if start and self.text[start - 2 : start] == "\r\n":
            return start - 2
        return max(start - 1, 0)

    def end(self, node: Any) -> int:
        """Where the node itself ends, without the comments and empty lines that follow it."""
        last = _last(node)
        end: int = last.end_mark.index
        return len(self.text[:end].rstrip()) if is_block_text(last) else end

    def tail(self, node: Any) -> int:
        """The end of the last line of a node, where something can be put behind it."""
        last = _last(node)
        if not is_block_text(last):
            return self.end_of_line(self.end(last))
        end: int = last.end_mark.index
        lines = list(_BREAK.finditer(self.text, max(end - 2, 0), end))
        if lines and lines[-1].end() == end:
            return lines[-1].start()
        if end == len(self.text):
            raise Unfit  # a line end behind it would become part of the text
        return end

    def after_key(self, key: Any) -> int:
        """The position behind the colon of a key."""
        found = _COLON.match(self.text, key.end_mark.index)
        if found is None:
            raise Unfit
        return found.end()

    def dash(self, sequence: Any, item: Any) -> int:
        """The position of the dash of an item in a list in lines."""
        at = column(sequence)
        start = begin(item) - column(item)
        while start > 0 and not self._is_dash(start, at):
            start = self.text.rfind("\n", 0, start - 1) + 1
        if not self._is_dash(start, at) or start + at < begin(sequence):
            raise Unfit
        return start + at

    def after_dash(self, sequence: Any, item: Any) -> int:
        """The position behind the dash of an item."""
        return self.dash(sequence, item) + 1

    def _is_dash(self, start: int, at: int) -> bool:
        head = self.text[start : start + at + 1]
        return len(head) == at + 1 and head[-1] == "-" and not head[:-1].strip(" -?:")


def _last(node: Any) -> Any:
    while is_block(node):
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def begin(node: Any) -> int:
    """Where a node begins."""
    start: int = node.start_mark.index
    return start


def column(node: Any) -> int:
    """The column in which a node begins, from 0."""
    at: int = node.start_mark.column
    return at


def is_block(node: Any) -> bool:
    """Whether it is an object or a list in lines."""
    return not isinstance(node.value, str) and not node.flow_style


def is_block_text(node: Any) -> bool:
    """Whether it is a text in lines: after | or >."""
    return isinstance(node.value, str) and node.style in {"|", ">"}


def refuse(path: str) -> NoReturn:
    """Refuse to write a change.

    Raises:
        Conflict: Always.
    """
    raise Conflict(
        f"{path}: its YAML is so written that this change cannot be put into it with all else "
        "as it is; nothing was written",
        code="project.unwritable",
        hint="write plain lines (key: value; no ? before keys, no |+ texts, a line end at the "
        f"end), or make the change by hand, then: apex project seal {path}",
    )
