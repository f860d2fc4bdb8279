"""The codes as a list for the eyes."""

from collections.abc import Iterable, Mapping
from textwrap import fill

from apex_cli.render.text import ascii_only as to_ascii

ROOMY = 80
INDENT = 38
"""Columns for a code, where there is room for two columns."""


def listed(rows: Iterable[Mapping[str, str]], width: int, *, ascii_only: bool = False) -> str:
    """Each code with its meaning beside it, or below it on a narrow terminal."""
    text = "".join(_entry(row, width) for row in rows)
    return to_ascii(text) if ascii_only else text


def _entry(row: Mapping[str, str], width: int) -> str:
    indent = " " * (INDENT if width >= ROOMY else 2)
    means = fill(row["means"], width, initial_indent=indent, subsequent_indent=indent)
    return (
        f"{row['code'].ljust(INDENT)}{means[INDENT:]}\n"
        if width >= ROOMY
        else f"{row['code']}\n{means}\n"
    )
