"""A sweep for the eyes: a row a point, a bar for what it costs, the cheapest marked."""

from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from apex_cli.envelope.headline import HEADLINES
from apex_cli.render.text import ascii_only as to_ascii
from apex_cli.render.text import label, number, one_line, visible

BAR_CELLS = 24
MOST_ROWS = 200
"""More rows than these are told in JSON or CSV; the table shows the cheapest ones."""


def table(result: Mapping[str, Any], *, width: int, ascii_only: bool) -> str:
    """The rows as text, drawn with bars of the price or of the concrete.

    Args:
        result: The result of a sweep's envelope.
        width: Columns to fill.
        ascii_only: Whether the terminal knows nothing but ASCII.
    """
    rows, cheapest = result["rows"], result["cheapest"]
    shown = _shown(rows, cheapest)
    moving = [name for name in HEADLINES if len({row[name] for row in rows} - {None}) > 1]
    drawn = moving[-1] if moving else ""
    top = max((abs(row[drawn] or 0) for row in rows), default=0) if drawn else 0
    grid = Table(box=box.ASCII if ascii_only else box.SIMPLE_HEAD, padding=(0, 1), show_edge=False)
    for one in result["axes"]:
        grid.add_column(_heading(one["path"].replace(".", ".\n")), justify="right", no_wrap=True)
    for name in moving:
        grid.add_column(_heading("\n".join(label(name))), justify="right", no_wrap=True)
    grid.add_column("")
    grid.add_column("", no_wrap=True, overflow="crop")
    for index in shown:
        row = rows[index]
        cells = [number(value) for value in row["values"].values()]
        cells += [number(row[name]) for name in moving]
        mark = "cheapest " if index == cheapest else ""
        cells += [mark + _verdict(row), _bar(row[drawn], top) if drawn else ""]
        grid.add_row(*map(Text, cells))
    out = StringIO()
    console = Console(file=out, width=width, color_system=None, highlight=False, markup=False)
    console.print(grid)
    console.print(Text("\n" + _sentence(result, len(shown), drawn)))
    still = [name for name in HEADLINES if name not in moving and rows[0][name] is not None]
    if still:
        told = ", ".join(" ".join((label(n)[0], number(rows[0][n]), label(n)[1])) for n in still)
        console.print(Text(f"The same everywhere: {told}."))
    text = "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
    return to_ascii(text) if ascii_only else text


def _heading(words: str) -> Text:
    return Text(visible(words).replace(" ", "\n"))


def _shown(rows: Sequence[Mapping[str, Any]], cheapest: int | None) -> list[int]:
    """The rows that the table holds: all, or those around the cheapest."""
    first = max(0, min((cheapest or 0) - MOST_ROWS // 2, len(rows) - MOST_ROWS))
    return list(range(first, min(first + MOST_ROWS, len(rows))))


def _bar(value: float | None, top: float) -> str:
    cells = round(abs(value or 0) / top * BAR_CELLS) if top else 0
    return "█" * cells


def _verdict(row: Mapping[str, Any]) -> str:
    if row["error"]:
        return one_line(row["error"])
    return "✓" if row["passes"] else "✗ " + one_line(", ".join(row["failed_checks"]))


def _sentence(result: Mapping[str, Any], shown: int, drawn: str) -> str:
    rows = result["rows"]
    words = f"{len(rows)} points, {result['passing']} pass, {result['failed']} have no answer."
    if shown < len(rows):
        words += f" {shown} are shown; --format csv or json tells all."
    if result["cheapest"] is not None:
        at = ", ".join(
            f"{path} = {number(value)}"
            for path, value in rows[result["cheapest"]]["values"].items()
        )
        words += f" The cheapest that passes (by {result['cheapest_by']}): {at}."
    if drawn:
        words += f" The bars are the {label(drawn)[0]}."
    return one_line(words)
