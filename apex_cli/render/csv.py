"""Tables for spreadsheets."""

import csv
import re
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from apex_cli.envelope.headline import names
from apex_cli.render.text import one_line

_RUN = frozenset("=+-@＝＋－＠")
"""What a cell begins with that a spreadsheet may run; tabs and line ends are shown, not kept."""
_NUMBER = re.compile(r"-\d*\.?\d+(e[+-]?\d+)?|-")
"""What begins so and is run by none: a negative number, and the dash that is stdin."""


def text(rows: Sequence[Sequence[Any]]) -> str:
    r"""Rows as CSV (RFC 4180); text that a spreadsheet would run as a formula is quoted.

    >>> text([("=1+1", "-2+3", "-5", 2, None)])
    "'=1+1,'-2+3,-5,2,\r\n"
    """
    out = StringIO()
    csv.writer(out).writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    shown = one_line(value)
    return f"'{shown}" if shown[:1] in _RUN and not _NUMBER.fullmatch(shown) else shown


def points(result: Mapping[str, Any]) -> str:
    """The points of a sweep, a row each, their heads first."""
    told = names(result["rows"])
    heads = [*(one["path"] for one in result["axes"]), *told]
    table: list[list[Any]] = [[*heads, "passes", "failed_checks", "error", "cheapest"]]
    for number, row in enumerate(result["rows"]):
        numbers = [row.get(name) for name in told]
        verdict = [row["passes"], " ".join(row["failed_checks"]), row["error"]]
        table.append([*row["values"].values(), *numbers, *verdict, number == result["cheapest"]])
    return text(table)
