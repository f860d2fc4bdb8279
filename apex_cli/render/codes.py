"""The codes as a list for the eyes."""

from collections.abc import Iterable, Mapping
from textwrap import fill

ROOMY = 80
INDENT = 38
"""Columns for a code, where there is room for two columns."""


def listed(rows: Iterable[Mapping[str, str]], width: int) -> str:
    """Each code with its meaning beside it, or below it on a narrow terminal."""
    return "".join(_entry(row, width) for row in rows)


def _entry(row: Mapping[str, str], width: int) -> str:
    indent = " " * (INDENT if width >= ROOMY else 2)
    means = fill(row["means"], width, initial_indent=indent, subsequent_indent=indent)
    return (
        f"{row['code'].ljust(INDENT)}{means[INDENT:]}\n"
        if width >= ROOMY
        else f"{row['code']}\n{means}\n"
    )
