"""A pack for the eyes: each number with its unit, status and clause; a price book as its rows."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Any

from apex_cli.render.grid import grid, span
from apex_cli.render.text import money, number, one_line, unit

SOURCE = ("clause", "status", "sources", "note")
"""What a pack says of a number or a table of its."""
HEAD = ("kind", "ref", "standard", "title", "released", "supersedes", "note", "refs", "sources",
        "clauses", "assumptions")  # fmt: skip
"""What a pack says of itself; what it says below is shown part by part."""
CELLS = ("cells", "rows", "values")
"""What holds the cells of a table."""
WORDY = 24
"""A longer cell is a text, not a number or a name."""
ROW = ("code", "label", "select", "type", *SOURCE)
"""What every row of a price book says; the rest is its price."""


def render(pack: Mapping[str, Any], *, width: int) -> str:
    """A pack as text.

    Args:
        pack: As JSON.
        width: Columns to fill.
    """
    lines = [f"{pack['kind']}_{pack['ref']}  {one_line(pack['standard'])}"]
    lines += wrap(one_line(f"{pack['title']}. Released {pack['released']}."), width)
    lines += wrap(one_line(pack["note"] or ""), width)
    for sentence in pack.get("assumptions", ()):
        lines += wrap(f"- {one_line(sentence)}", width, subsequent_indent="  ")
    parts = {key: part for key, part in pack.items() if key not in HEAD}
    loose = {key: part for key, part in parts.items() if _is_fact(part)}
    lines += _part("", loose, width)
    for key, part in parts.items():
        if pack["kind"] == "pricing" and key == "rows":
            lines += ["", "Rows", *_prices(part, width)]
        elif key not in loose and part not in (None, [], {}):
            lines += ["", *_part(key, part, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _is_constant(part: Any) -> bool:
    return isinstance(part, Mapping) and {"value", "unit", "clause"} <= part.keys()


def _is_fact(part: Any) -> bool:
    """Whether a part is a number with its source, or a word, so that it fills one line."""
    if isinstance(part, list):
        return bool(part) and all(not isinstance(item, list | Mapping) for item in part)
    return _is_constant(part) or (part is not None and not isinstance(part, Mapping))


def _words(name: str) -> str:
    return one_line(name).replace("_", " ")


def _part(name: str, part: Any, width: int) -> Iterator[str]:
    """A part under its name: its numbers a line each, then the tables in it."""
    if isinstance(part, list):
        part = {str(item.get("name", at)): item for at, item in enumerate(part)}
    source = f"  [{one_line(part['clause'])}, {part['status']}]" if "clause" in part else ""
    if any(key in part for key in CELLS):
        yield from wrap(f"{_words(name)}{source}", width)
        yield from _table(part, width)
        return
    told = {key: one for key, one in part.items() if key not in SOURCE}
    facts = [_fact(key, one) for key, one in told.items() if _is_fact(one)]
    if facts:
        yield from wrap(f"{_words(name)}{source}", width) if name else [""]
        yield from grid(facts, width)
    for key, one in told.items():
        if not _is_fact(one) and one not in (None, [], {}):
            yield from _part(f"{name} › {key}", one, width)


def _fact(name: str, part: Any) -> list[str]:
    """Name, value, unit, status and clause of a number; name and words of anything else."""
    if _is_constant(part):
        return [_words(name), _cell(part["value"]), unit(part["unit"]), part["status"],
                one_line(part["clause"])]  # fmt: skip
    return [_words(name), _cell(part)]


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{_words(key)} {_cell(one)}" for key, one in value.items())
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, float):
        return f"{value:,}"  # every digit: it is what the pack says
    return number(value)


def _table(part: Mapping[str, Any], width: int) -> Iterator[str]:
    """A table: what leads to its cells across and down, however the pack lays it out."""
    lead = {key: one for key, one in part.items() if key.startswith(("columns", "arguments"))}
    down = {key: one for key, one in part.items() if key.startswith(("rows_", "starts_"))}
    cells = next(part[key] for key in CELLS if key in part)
    rows = _rows(cells, *(next(iter(heads.values()), None) for heads in (lead, down)))
    names = [_words(key.partition("_")[2]) for key in (*lead, *down)]
    if span(rows) > width and (wide := _wordy(rows)):
        rows = [[*row[:wide], *row[wide + 1 :], row[wide]] for row in rows]
    elif span(rows) > width:
        rows = [list(column) for column in zip_longest(*rows, fillvalue="")]
        names.reverse()
    if down:
        yield f"  ({names[0]} across, {names[1]} down)"
    yield from grid(rows, width)
    units = part.get("units")
    if isinstance(units, Mapping):
        told = _cell({key: unit(one) or "1" for key, one in units.items()})
        yield from wrap(f"units: {told}", width, initial_indent="  ", subsequent_indent="  ")
    elif unit(units or "1"):
        yield f"  units: {unit(str(units))}"


def _wordy(rows: Sequence[Sequence[str]]) -> int:
    """The column of long texts, which is wrapped if it comes last; 0 if there is none."""
    return max((len(cell) > WORDY and at) for row in rows for at, cell in enumerate(row))


def _rows(cells: Any, across: Any, down: Any) -> list[list[str]]:
    """The cells of a table under what leads to them."""
    if isinstance(cells, Mapping):
        if all(isinstance(row, Mapping) for row in cells.values()):
            cells = [{"": _words(name), **row} for name, row in cells.items()]
        else:
            top = [["", *map(_cell, across)]] if across else []
            return [*top, *([_words(name), *map(_cell, _list(row))] for name, row in cells.items())]
    if isinstance(cells[0], Mapping):
        heads = list(cells[0])
        body = [[_cell(row[key]) for key in heads] for row in cells]
        return [[_words(head) for head in heads], *body]
    if down is None:
        several = cells if isinstance(cells[0], list) else [cells]
        return [list(map(_cell, row)) for row in (across, *several)]
    if len(cells) == len(across) and len(cells) != len(down):  # cells stand by their columns
        across, down = down, across
    heading = ["", *map(_cell, across)]
    return [
        heading,
        *([_cell(head), *map(_cell, row)] for head, row in zip(down, cells, strict=True)),
    ]


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _prices(rows: Sequence[Mapping[str, Any]], width: int) -> Iterator[str]:
    """The rows of a price book: when each is charged, its price, where it is from."""
    for row in rows:
        label = f"{one_line(row['code'])}  {one_line(row['label'])}"
        yield from wrap(f"{label} ({row['select']}, {row['type'].replace('_', ' ')})", width,
                        initial_indent="  ", subsequent_indent="    ")  # fmt: skip
        price = [_priced(key, one) for key, one in row.items()
                 if key not in ROW and one not in (None, [], False)]  # fmt: skip
        yield from wrap("; ".join(price), width, initial_indent="      ",
                        subsequent_indent="      ")  # fmt: skip
        source = f"[{one_line(row['clause'])}, {row['status']}]"
        yield from wrap(source, width, initial_indent="      ", subsequent_indent="      ")


def _priced(key: str, value: Any) -> str:
    """A part of a row's price in words."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return "; ".join(", ".join(_priced(name, one) for name, one in item.items()
                                   if one is not None) for item in value)  # fmt: skip
    if key.endswith("_usd"):
        return f"{_words(key.removesuffix('_usd'))} {money(value)} USD"
    return f"{_words(key)} {_cell(value)}"
