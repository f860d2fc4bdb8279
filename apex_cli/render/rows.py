"""Records for a terminal: a table where it fits, else without its long texts, else blocks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from apex_cli.render.text import aligned, cell, is_number, label, one_line
from apex_cli.vocabulary import JsonObject

LONG_TEXT = 24
"""A column with a longer text goes below the table when the table is too wide."""
MOST_BELOW = 2
"""So many columns of shorter texts go there too; with more of them blocks are easier to read."""


def nested(value: Any) -> bool:
    """Whether a value is an object, or a list with one in it."""
    return isinstance(value, Mapping) or (
        isinstance(value, list) and any(isinstance(item, Mapping) for item in value)
    )


NAMES_WIDTH = 24
"""Characters across the names of plain values."""


def facts(record: JsonObject, width: int) -> RenderableType | None:
    """The plain values of a record, one a line, decimal points over one another.

    Where there is no room for two columns, name, value and unit follow one another.
    """
    plain = [
        (name, value)
        for name, value in record.items()
        if not nested(value) and value not in (None, [])
    ]
    if not plain:
        return None
    whole = [(*label(name), cell(name, value)) for name, value in plain]
    if NAMES_WIDTH + _longest(whole) + 4 > width:
        return _lines(whole)
    numbers = iter(aligned([cell(name, value) for name, value in plain if is_number(value)]))
    most = max((len(cell(name, value)) for name, value in plain if is_number(value)), default=0)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=NAMES_WIDTH)
    grid.add_column(overflow="fold")
    for name, value in plain:
        words, unit = label(name)
        text = Text(one_line(words))
        if is_number(value):
            shown = next(numbers)
            room = " " * max(0, most - len(shown.rstrip()) - (len(shown) - len(shown.rstrip())))
            grid.add_row(text, Text.assemble(room + shown, " ", (unit, "dim")))
        else:
            grid.add_row(text, Text(cell(name, value)))
    return Padding(grid, (0, 0, 0, 2))


def _longest(whole: Sequence[tuple[str, str, str]]) -> int:
    """Characters across the values with their units; longer texts are wrapped."""
    return max(min(len(value), NAMES_WIDTH) + len(unit) + 1 for _, unit, value in whole)


def _lines(whole: Sequence[tuple[str, str, str]]) -> RenderableType:
    """Name, value and unit as they come, where there is no room for columns."""
    lines = (f"{words}: {value} {unit}".rstrip() for words, unit, value in whole)
    return Padding(Group(*(Text(one_line(one), overflow="fold") for one in lines)), (0, 0, 0, 2))


class _Column(NamedTuple):
    """A column with its cells ready to be set."""

    words: str
    unit: str
    head: str
    numeric: bool
    cells: list[str]

    @property
    def width(self) -> int:
        """Characters across."""
        return max(map(len, [*self.head.split("\n"), *self.cells]))


def table(records: Sequence[JsonObject], width: int, frame: box.Box) -> Iterator[RenderableType]:
    """The records as a table that fits, or one block each."""
    columns = _columns(records)
    short = _short(columns, width)
    if _width(columns) <= width:
        yield _table(columns, frame)
    elif columns[:1] == short[:1] and len(short) < len(columns) and _width(short) <= width:
        yield _table(short, frame)
        yield from _below([column for column in columns if column not in short], short)
    else:
        yield from _blocks(columns, len(records), width)


def least_width(records: Sequence[JsonObject]) -> int:
    """So many columns are room for the records as a table."""
    columns = _columns(records)
    short = _short(columns, 0)
    return _width(short if columns[:1] == short[:1] else columns)


def _short(columns: Sequence[_Column], width: int) -> list[_Column]:
    """The columns that stay in a table so wide, without the longest texts."""
    short = [column for column in columns if column.numeric or column.width <= LONG_TEXT]
    for _ in range(MOST_BELOW):
        texts = [column for column in short[1:] if not column.numeric]
        if _width(short) > width and texts:
            short.remove(max(texts, key=lambda column: column.width))
    return short


def _columns(records: Sequence[JsonObject]) -> list[_Column]:
    names = dict.fromkeys(name for record in records for name in record)
    columns = []
    for name in names:
        values = [record.get(name) for record in records]
        if any(map(nested, values)) or all(value in (None, []) for value in values):
            continue
        words, unit = label(name)
        numeric = any(map(is_number, values))
        cells = [cell(name, value) for value in values]
        head = one_line(words).replace(" ", "\n") + (f"\n{unit}" if unit else "")
        columns.append(
            _Column(one_line(words), unit, head, numeric, aligned(cells) if numeric else cells)
        )
    return columns


def _width(columns: Sequence[_Column]) -> int:
    return sum(column.width + 3 for column in columns)


def _table(columns: Sequence[_Column], frame: box.Box) -> RenderableType:
    made = Table(box=frame, padding=(0, 1), show_edge=False)
    for column in columns:
        made.add_column(
            Text(column.head),
            justify="right" if column.numeric else "left",
            vertical="bottom",
            no_wrap=True,
        )
    for row in zip(*(column.cells for column in columns), strict=True):
        made.add_row(*(Text(_kept(text)) for text in row))
    return Padding(made, (0, 0, 0, 1))


KEPT = "\ue000"
"""Stands for a space behind a number, which Rich would strip."""


def _kept(text: str) -> str:
    bare = text.rstrip(" ")
    return bare + KEPT * (len(text) - len(bare))


def _below(long: Sequence[_Column], short: Sequence[_Column]) -> Iterator[RenderableType]:
    """The long texts under the table, each after the first cell of its row: its name."""
    for column in long:
        yield Text(f"\n  {column.words}", style="dim")
        for first, text in zip(short[0].cells, column.cells, strict=True):
            if text:
                yield _hanging(f"{first.strip()} {short[0].unit}".rstrip() + ": ", text)


def _blocks(columns: Sequence[_Column], count: int, width: int) -> Iterator[RenderableType]:
    """A block for each record."""
    names = max((len(column.words) for column in columns), default=0)
    for n in range(count):
        if n:
            yield Text("")
        whole = [
            (column.words, column.unit, text)
            for column in columns
            if (text := column.cells[n].strip())
        ]
        if not whole or min(names, NAMES_WIDTH) + _longest(whole) + 4 > width:
            yield _lines(whole)
            continue
        grid = Table.grid(padding=(0, 1))
        grid.add_column(min_width=min(names, NAMES_WIDTH), max_width=NAMES_WIDTH)
        grid.add_column(overflow="fold")
        for words, unit, text in whole:
            grid.add_row(Text(words), Text.assemble(text, " ", (unit, "dim")))
        yield Padding(grid, (0, 0, 0, 2))


def _hanging(first: str, rest: str) -> RenderableType:
    grid = Table.grid()
    grid.add_column(no_wrap=len(first) <= LONG_TEXT)
    grid.add_column(overflow="fold")
    grid.add_row(Text("    " + first), Text(rest))
    return grid
