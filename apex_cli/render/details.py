"""All of a result: plain values as a list, records as tables, what is inside them below."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from apex_cli.render.rows import facts, least_width, nested, table
from apex_cli.render.text import NOT_CHECKED, label, visible


def heading(words: str) -> Text:
    """The heading of what follows."""
    return Text(f"\n{visible(words)}", style="bold")


def bullet(text: Text) -> RenderableType:
    """A sentence of a list."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=3, justify="right")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row("•", text)
    return grid


def mapping(
    result: Mapping[str, Any], width: int, frame: box.Box, title: str = ""
) -> Iterator[RenderableType]:
    """Plain values as a list, then nested objects and tables under headings."""
    result = {key: value for key, value in result.items() if key != NOT_CHECKED}
    if title:
        yield heading(title)
    if shown := facts(result, width):
        yield shown
    for key, value in result.items():
        if nested(value):
            words = label(key)[0]
            below = f"{title} › {words}" if title else words[:1].upper() + words[1:]
            if isinstance(value, Mapping):
                yield from mapping(value, width, frame, below)
            else:
                yield from records(value, width, frame, below)


def records(
    items: Sequence[Any], width: int, frame: box.Box, title: str
) -> Iterator[RenderableType]:
    """A list of records; lists inside them become tables of their own."""
    yield heading(title)
    whole = [item if isinstance(item, Mapping) else {"value": item} for item in items]
    yield from table(whole, width, frame)
    for key in dict.fromkeys(key for item in whole for key in item if nested(item[key])):
        inner = [
            {"of": item.get("name") or item.get("code") or n, **part}
            for n, item in enumerate(whole, 1)
            if nested(item.get(key))
            for part in _list(item[key])
        ]
        yield from records(inner, width, frame, f"{title} › {label(key)[0]}")


def _list(value: Any) -> list[Mapping[str, Any]]:
    parts = [value] if isinstance(value, Mapping) else value or []
    return [part if isinstance(part, Mapping) else {"value": part} for part in parts]


def least(value: Any) -> int:
    """So many columns are room for every table of a result, and of all that is inside it."""
    if isinstance(value, Mapping):
        return max(map(least, value.values()), default=0)
    rows = [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
    return max([least_width(rows), *map(least, rows)]) if rows else 0
