"""Columns of plain text: numbers with their points over one another, the last column wrapped."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from apex_cli.render.text import aligned

GAP = "  "
LEAST = 16
"""Fewer columns than these are no room for a last column; it goes below."""


def grid(rows: Sequence[Sequence[str]], width: int, indent: str = "  ") -> Iterator[str]:
    r"""The rows as lines of at most so many columns.

    >>> print("\n".join(grid([["a", "1.5", "ft"], ["long", "12", "in"]], 40)))
      a      1.5  ft
      long  12    in
    """
    if not rows:
        return
    columns = [_column(list(cells)) for cells in zip_longest(*rows, fillvalue="")]
    widths = [max(map(len, cells)) for cells in columns]
    for at, row in enumerate(rows):
        last = len(row) - 1
        line = indent
        cells = [column[at].ljust(wide) for column, wide in zip(columns, widths, strict=True)]
        before = indent + "".join(cell + GAP for cell in cells[:last])
        room = width - len(before)
        text = columns[last][at] if last >= 0 else ""
        if len(text) <= room:
            yield (before + text).rstrip()
            continue
        if room < LEAST:
            yield before.rstrip()
            line = indent * 2
            lines = wrap(text, max(width - len(line), LEAST))
        else:
            first, *lines = wrap(text, room)
            yield before + first
            line = " " * len(before)
        yield from (line + one for one in lines)


def span(rows: Sequence[Sequence[str]]) -> int:
    """How wide the rows are where nothing is wrapped, indented by a gap."""
    columns = [_column(list(cells)) for cells in zip_longest(*rows, fillvalue="")]
    return sum(len(GAP) + max(map(len, cells)) for cells in columns)


def _column(cells: list[str]) -> list[str]:
    """The cells of a column, numbers set right."""
    numeric = [_is_number(cell) for cell in cells]
    if not any(numeric):
        return cells
    numbers = aligned([cell if is_one else "" for cell, is_one in zip(cells, numeric, strict=True)])
    wide = max(map(len, numbers))
    return [
        number.rjust(wide) if is_one else cell
        for cell, number, is_one in zip(cells, numbers, numeric, strict=True)
    ]


def _is_number(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "", 1).lstrip("-").isdecimal()
