"""Findings as GitHub workflow commands, which annotate the files of a pull request."""

from collections.abc import Mapping, Sequence
from typing import Any

from apex_cli.render.check import sentence
from apex_cli.render.text import visible

_ORDER = ("error", "warning", "notice")


def render(rows: Sequence[Mapping[str, Any]]) -> str:
    """One annotation for each finding, errors first, and a line that sums up."""
    found = [(row, item) for row in rows for item in row["findings"]]
    found.sort(key=lambda pair: _ORDER.index(pair[1]["severity"]))  # of many GitHub shows the first
    return "\n".join([*(_line(*pair) for pair in found), sentence(rows)]) + "\n"


def _line(row: Mapping[str, Any], item: Mapping[str, Any]) -> str:
    where = f"{item['pointer']}: " if item["pointer"] else ""
    hint = f" ({item['hint']})" if item["hint"] else ""
    message = _data(f"{where}{item['message']}{hint}")
    at = "" if item["line"] is None else f",line={item['line']},col={item['column']}"
    if at and item["end_column"] > item["column"]:
        at += f",endColumn={item['end_column']}"
    place = f"file={_property(row['path'])}{at},title={_property(item['code'])}"
    return f"::{item['severity']} {place}::{message}"


def _data(text: str) -> str:
    """A command's message: what the log would obey is shown, line ends are written as it asks."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
