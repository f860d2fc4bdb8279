"""A change put into the text of a YAML project: what does not change stays, letter by letter.

Only the places that differ are replaced, where the parser's marks say that they stand; comments,
order, quotes and empty lines are not touched. The new text is read again, and is written only if it
holds the intended document. (Libraries that write YAML anew keep comments, but not the letters.)
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, takewhile
from typing import Any, NamedTuple

from apex_cli.canonical import canonical
from apex_cli.changes import changes
from apex_cli.errors import InvalidInput
from apex_cli.project import yaml_text
from apex_cli.project.document import document_of
from apex_cli.project.yaml_places import Text, Unfit, begin, column, is_block, refuse

_SPACE = " "


class _Place(NamedTuple):
    """How a value stands.

    Args:
        after: The position behind its colon or dash, found when it is asked for.
        indent: The column in which the entries of a block of it begin.
        inline: Whether it must stay on its line: within brackets.
    """

    after: Callable[[], int]
    indent: int
    inline: bool


def edited(path: str, data: bytes, old: Mapping[str, Any], new: Mapping[str, Any]) -> bytes:
    """The bytes of a YAML project with a change put into them.

    Args:
        path: What the file is called.
        data: Its bytes.
        old: The document in them.
        new: The document that is to be in them.

    Raises:
        Conflict: The YAML is so written that the change cannot be put into it.
    """
    edit = _Edit(Text(data.decode("utf-8")))
    try:
        edit.value(edit.text.root, old, new, _Place(_nowhere, 0, inline=False))
        made = edit.made().encode("utf-8")
        found = document_of(path, made, "yaml")
    except (Unfit, InvalidInput):
        refuse(path)
    if canonical(found) != canonical(new):
        refuse(path)
    return made


def _nowhere() -> int:
    """The document itself stands behind nothing."""
    raise Unfit


class _Edit:
    """Collects what is to be put where, and puts it there."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._puts: list[tuple[int, int, str]] = []

    def made(self) -> str:
        """The text with all of it in place."""
        made = self.text.text
        least = len(made)
        puts = [(start, end, number, put) for number, (start, end, put) in enumerate(self._puts)]
        for start, end, _, put in sorted(puts, reverse=True):  # of one place: first put, first read
            if end > least:
                raise Unfit
            made = made[:start] + put + made[end:]
            least = start
        kept_end = not self.text.text.endswith(self.text.line_end) or made.endswith(
            self.text.line_end
        )
        return made if kept_end else made + self.text.line_end

    def _put(self, start: int, end: int, text: str) -> None:
        self._puts.append((start, end, text))

    def value(self, node: Any, old: Any, new: Any, place: _Place) -> None:
        """One value made another."""
        if _same(old, new):
            return
        if old and new and isinstance(old, dict) and isinstance(new, dict):
            self._object(node, old, new, place)
        elif old and new and isinstance(old, list) and isinstance(new, list):
            self._list(node, old, new)
        else:
            self._replace(node, new, place)

    def _replace(self, node: Any, new: Any, place: _Place) -> None:
        start, end = begin(node), self.text.end(node)
        in_line = place.inline or yaml_text.stands_in_line(new)
        if in_line and not is_block(node):
            text = _spelled(new, node)
            self._put(start, end, text if end > start else _SPACE + text)
            return
        after = place.after()
        above = max(after, self.text.end_of_line_before(node))  # a comment on the key's line stays
        behind = self.text.tail(node) if is_block(node) else self.text.end_of_line(end)
        if in_line:
            self._put(above, behind, "")
            self._put(after, after, _SPACE + yaml_text.inline(new))
        else:
            self._put(above, behind if is_block(node) else end, "")
            self._put(behind, behind, self._lines(yaml_text.block(new, place.indent)))

    def _lines(self, lines: Any) -> str:
        return "".join(self.text.line_end + line for line in lines)

    def _object(
        self, node: Any, old: Mapping[str, Any], new: Mapping[str, Any], around: _Place
    ) -> None:
        pairs = {key.value: (key, value) for key, value in node.value}
        kept = [key for key in old if key in new]
        if not kept:
            self._replace(node, new, around)
            return
        inline = bool(node.flow_style)
        indent = column(node) + yaml_text.INDENT
        for key in kept:
            place = _Place(partial(self.text.after_key, pairs[key][0]), indent, inline)
            self.value(pairs[key][1], old[key], new[key], place)
        self._take([pairs[key] for key in old], [key in new for key in old], inline=inline)
        for before, added in _runs(old, new):
            self._add_members(node, pairs[kept[0] if before is None else before], before, added)

    def _add_members(
        self, node: Any, pair: tuple[Any, Any], before: str | None, added: Mapping[str, Any]
    ) -> None:
        """Members put behind that pair, or before it if it is the first that stays."""
        key, value = pair
        if node.flow_style:
            text = yaml_text.inline(added)[1:-1]
            at = begin(key) if before is None else self._end_in_brackets(key, value)
            self._put(at, at, f"{text}, " if before is None else f", {text}")
            return
        lines = list(yaml_text.block(added, column(node)))
        if before is None:
            self._put_before(begin(key), lines, column(node))
        else:
            at = self.text.tail(value)
            self._put(at, at, self._lines(lines))

    def _put_before(self, at: int, lines: Sequence[str], margin: int) -> None:
        """Lines put where the first entry begins, which moves to a line of its own."""
        text = self.text.line_end.join([*lines, _SPACE * margin])
        self._put(at, at, text[margin:])

    def _end_in_brackets(self, key: Any, value: Any) -> int:
        return max(self.text.end(key), self.text.end(value))

    def _list(self, node: Any, old: Sequence[Any], new: Sequence[Any]) -> None:
        items = node.value
        inline = bool(node.flow_style)
        indent = column(node) + yaml_text.INDENT
        least = min(len(old), len(new))
        head = _alike(zip(old, new, strict=False), least)
        foot = _alike(zip(reversed(old), reversed(new), strict=False), least - head)
        both = least - head - foot
        for at in range(head, head + both):
            place = _Place(partial(self.text.after_dash, node, items[at]), indent, inline=True)
            self.value(items[at], old[at], new[at], place)
        gone = range(head + both, len(old) - foot)
        pairs = [(item, item) for item in items]
        self._take(pairs, [at not in gone for at in range(len(items))], inline=inline, node=node)
        if added := list(new[head + both : len(new) - foot]):
            self._add_items(node, head + both, added)

    def _add_items(self, node: Any, at: int, added: list[Any]) -> None:
        """Items put into a list before the one at an index, or at its end."""
        items = node.value
        if node.flow_style:
            text = yaml_text.inline(added)[1:-1]
            where = self.text.end(items[at - 1]) if at else begin(items[0])
            self._put(where, where, f", {text}" if at else f"{text}, ")
            return
        lines = list(yaml_text.block(added, column(node)))
        if at:
            where = self.text.tail(items[at - 1])
            self._put(where, where, self._lines(lines))
        else:
            self._put_before(self.text.dash(node, items[0]), lines, column(node))

    def _take(
        self,
        pairs: Sequence[tuple[Any, Any]],
        stays: Sequence[bool],
        *,
        inline: bool,
        node: Any = None,
    ) -> None:
        """Take members or items away that do not stay; some do."""
        first = stays.index(True)

        def start(at: int) -> int:
            key = pairs[at][0]
            return begin(key) if inline or node is None else self.text.dash(node, key)

        if first:
            self._put(start(0), start(first), "")
        ends = self._end_in_brackets if inline else lambda _, value: self.text.tail(value)
        for at in range(first + 1, len(pairs)):
            if not stays[at]:
                self._put(ends(*pairs[at - 1]), ends(*pairs[at]), "")


def _runs(
    old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[str | None, dict[str, Any]]]:
    """The members that are new, in runs, each with the member that it follows."""
    before, added = None, {}
    for key in new:
        if key not in old:
            added[key] = new[key]
            continue
        if added:
            yield before, added
        before, added = key, {}
    if added:
        yield before, added


def _alike(pairs: Iterable[tuple[Any, Any]], most: int) -> int:
    """How many pairs from the first on are of equals, at most so many."""
    return sum(1 for _ in takewhile(lambda two: _same(*two), islice(pairs, most)))


def _spelled(new: Any, node: Any) -> str:
    style = node.style if isinstance(node.value, str) else None
    return yaml_text.inline(new) if isinstance(new, dict | list) else yaml_text.scalar(new, style)


def _same(one: Any, other: Any) -> bool:
    """Whether two JSON values are the same: 3 is 3.0, but a truth is no number."""
    return next(changes(one, other), None) is None
