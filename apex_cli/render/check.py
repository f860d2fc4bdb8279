"""Checked project files: how they stand in one line, then what is wrong with which."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apex_cli.render.moves import counted
from apex_cli.render.text import ascii_only as to_ascii
from apex_cli.render.text import one_line

Row = Mapping[str, Any]

_STANDS = {
    0: "ok", 1: "fails", 7: "changed", 5: "edited", 3: "invalid", 4: "without its pack",
    6: "without an answer", 8: "not readable", 70: "not checked by a fault of apex",
}  # fmt: skip
"""How a file stands, by the exit code of its worst finding, in the order in which it is told."""

SHOWN = 5
"""How many findings of a file are shown unless all are asked for."""


def render(rows: Sequence[Row], *, verbose: bool = False, ascii_only: bool = False) -> str:
    """The summary; then the files with what is wrong, or every file with everything.

    Args:
        rows: As `apex check` answers them.
        verbose: Whether to show files that are well, remarks, hints and every finding.
        ascii_only: Whether its reader knows nothing but ASCII.
    """
    lines = [sentence(rows)]
    for row in rows:
        if verbose or not row["passed"]:
            lines += _told(row, verbose=verbose)
    text = "".join(f"{one_line(line)}\n" for line in lines)
    return to_ascii(text) if ascii_only else text


def sentence(rows: Sequence[Row]) -> str:
    """How the files stand.

    >>> sentence([{"exit_code": code, "findings": []} for code in (0, 0, 1, 7)])
    '4 projects: 2 ok, 1 fails, 1 changed'
    """
    stands = Counter(row["exit_code"] for row in rows)
    told = [_many(stands[code], words) for code, words in _STANDS.items() if stands[code]]
    remarks = sum(not item["exit_code"] for row in rows for item in row["findings"])
    more = f" ({counted(remarks, 'remark')})" if remarks else ""
    return f"{counted(len(rows), 'project')}: {', '.join(told) or 'nothing to check'}{more}"


def _many(count: int, words: str) -> str:
    return f"{count} {'fail' if words == 'fails' and count > 1 else words}"


def _told(row: Row, *, verbose: bool) -> Iterator[str]:
    remarks = sum(not item["exit_code"] for item in row["findings"])
    more = f"  ({counted(remarks, 'remark')})" if remarks and not verbose else ""
    yield f"{'ok  ' if row['passed'] else 'FAIL'}  {row['path']}{more}"
    shown = [item for item in row["findings"] if verbose or item["exit_code"]]
    for item in shown if verbose else shown[:SHOWN]:
        yield f"      {item['code']}{_where(item)}: {item['message']}"
        if item["hint"]:
            yield f"        hint: {item['hint']}"
    if not verbose and len(shown) > SHOWN:
        yield f"      and {len(shown) - SHOWN} more (-v)"


def _where(item: Mapping[str, Any]) -> str:
    line = f" line {item['line']}" if item["line"] else ""
    return f"{line} {item['pointer']}".rstrip()
