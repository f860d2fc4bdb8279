"""Tables: a row is a project, a column a place in it, named by its dotted path."""

import copy
import csv
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson

from apex_cli.batch.item import Item
from apex_cli.errors import ApexError, InvalidInput
from apex_cli.project.edit import Assignment, apply, assignment
from apex_cli.project.file import SEALING
from apex_cli.project.form import ending
from apex_cli.project.text import MAX_BYTES, MAX_VALUES, parse_value

_BOM = b"\xef\xbb\xbf"
_TEXTS = {
    "project_id", "name", "customer", "description", "site_name", "street",
    "source", "wind_speed_source", "address", "jurisdiction", "permit_number",
}  # fmt: skip
"""Fields that are text even when they look like numbers: a project may be called 2026."""


def rows(source: str, stream: BinaryIO, base: dict[str, Any] | None) -> Iterator[Item]:
    """The rows of a table as projects.

    The first row names the columns; a cell is JSON where it is JSON, else text; an empty cell
    leaves what the base says.

    Args:
        source: What the table is called.
        stream: UTF-8; a byte-order mark, which spreadsheets write, is passed over.
        base: The document every row starts from; None for an empty one.
    """
    start = {key: item for key, item in (base or {}).items() if key not in (*SEALING, "lock")}
    start = {"schema_version": 1, **start}
    lines = _Lines(stream)
    table = csv.reader(lines, delimiter="\t" if ending(source) == ".tsv" else ",", strict=True)
    columns: list[tuple[str, ...]] | None = None
    while True:
        first = lines.number + 1
        try:
            cells = next(table)
            if not any(cells):
                continue
            if columns is None:
                columns = _columns(cells)
                continue
            yield Item(source, first, orjson.dumps(_document(start, columns, cells)))
        except StopIteration:
            return
        except (csv.Error, UnicodeDecodeError, OSError, EOFError) as error:
            broken = InvalidInput(f"not a table: {error}", code="project.malformed")
            yield Item(source, first, b"", broken)
            if isinstance(error, OSError | EOFError):
                return
        except ApexError as error:
            yield Item(source, first, b"", error)
            if columns is None:
                return


class _Lines:
    """The lines of a stream as text, none of them endless, and how many there were."""

    def __init__(self, stream: BinaryIO) -> None:
        self.number = 0
        self._stream = stream

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(MAX_BYTES)
        if not line:
            raise StopIteration
        self.number += 1
        return (line.removeprefix(_BOM) if self.number == 1 else line).decode("utf-8")


def _columns(names: list[str]) -> list[tuple[str, ...]]:
    if len(names) > MAX_VALUES:
        raise InvalidInput(f"more than {MAX_VALUES} columns", code="project.too_large")
    columns = [assignment(f"{name.strip()}=0").parts for name in names]
    if twice := [name for name, count in Counter(columns).items() if count > 1]:
        raise InvalidInput(f"the column {'.'.join(min(twice))} stands twice")
    return columns


def _document(
    base: dict[str, Any], columns: list[tuple[str, ...]], cells: list[str]
) -> dict[str, Any]:
    if len(cells) > len(columns):
        raise InvalidInput(
            f"the row has {len(cells)} cells, the table {len(columns)} columns",
            code="project.malformed",
        )
    changes = [
        Assignment(parts, cell if parts[-1] in _TEXTS else parse_value(cell.strip()))
        for parts, cell in zip(columns, cells, strict=False)
        if cell.strip()
    ]
    return apply(copy.deepcopy(base), changes)
