"""docs/codes.md: the table of codes as a page."""

from collections.abc import Iterable

from apex_cli.codes.problems import PROBLEMS
from apex_cli.codes.row import Row
from apex_cli.codes.warnings import WARNINGS
from apex_cli.exits import MEANING

_HEAD = """# Codes

<!-- Written by `apex_cli.codes.markdown`; do not edit. -->

What an answer can bear; `apex help CODE` prints a row of it. A code never changes its meaning.

A *problem* stands in place of an answer (`error.code`), or among the findings of `apex check`. A
*warning* stands in an answer (`warnings[].code`). A notice only tells; a warning and a review (an
engineer must look) lower the confidence, and with `--strict` they fail.
"""


def codes_markdown() -> str:
    """The page that is kept in docs/codes.md."""
    exits = [f"| {number} | {words} |" for number, words in MEANING.items()]
    parts = [
        _HEAD,
        "## Exit codes",
        "\n".join(["| exit | meaning |", "|--:|---|", *exits]),
        "## Problems",
        _table(
            "status | exit",
            "--:|--:",
            ((row, f"{row.status} | {_or(row.exit)}") for row in PROBLEMS),
        ),
        "## Warnings",
        _table("severity", "---", ((row, _or(row.severity)) for row in WARNINGS)),
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _table(heads: str, rule: str, rows: Iterable[tuple[Row, str]]) -> str:
    lines = [
        f"| code | {heads} | since | what it means | what to do |",
        f"|---|{rule}|---|---|---|",
    ]
    lines += [
        f"| `{row.code}` | {cells} | {row.since} | {_cell(row.means)} | {_cell(row.remedy)} |"
        for row, cells in rows
    ]
    return "\n".join(lines)


def _or(values: Iterable[object]) -> str:
    return " or ".join(map(str, values))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
