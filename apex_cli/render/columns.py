"""Columns side by side under a rule: what is left to a table is what stands in it."""

from collections.abc import Sequence
from typing import NamedTuple

GAP = "  "


class Column(NamedTuple):
    """A column.

    Args:
        head: Its heading, a line each.
        cells: Its cells, from above.
        right: Whether it is set right, as numbers are, and not left.
    """

    head: Sequence[str]
    cells: Sequence[str]
    right: bool = True


def side_by_side(columns: Sequence[Column]) -> list[str]:
    """The lines of a table; headings stand upon the rule.

    >>> side_by_side([Column(["name"], ["a"], right=False), Column(["width", "in"], ["10.75"])])
    ['      width', 'name     in', '───────────', 'a     10.75']
    """
    high = max(len(one.head) for one in columns)
    ready = []
    for head, cells, right in columns:
        texts = [*[""] * (high - len(head)), *head, *cells]
        wide = max(map(len, texts))
        ready.append([text.rjust(wide) if right else text.ljust(wide) for text in texts])
    lines = [GAP.join(line).rstrip() for line in zip(*ready, strict=True)]
    return [*lines[:high], "─" * max(map(len, lines)), *lines[high:]]
