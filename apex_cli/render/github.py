"""Findings as GitHub workflow commands, which annotate the files of a pull request."""

from collections.abc import Mapping, Sequence
from typing import Any

from apex_cli.render.text import visible


def render(rows: Sequence[Mapping[str, Any]]) -> str:
    """One annotation for each finding, and a line that sums up."""
    lines = [_line(row, item) for row in rows for item in row["findings"]]
    failed = sum(not row["passed"] for row in rows)
    return "\n".join([*lines, f"{len(rows) - failed} passed, {failed} failed"]) + "\n"


def _line(row: Mapping[str, Any], item: Mapping[str, Any]) -> str:
    where = f"{item['pointer']}: " if item["pointer"] else ""
    hint = f" ({item['hint']})" if item["hint"] else ""
    message = _data(f"{where}{item['message']}{hint}")
    place = f"file={_property(row['path'])},title={_property(item['code'])}"
    return f"::{item['severity']} {place}::{message}"


def _data(text: str) -> str:
    """A command's message: what the log would obey is shown, line ends are written as it asks."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
