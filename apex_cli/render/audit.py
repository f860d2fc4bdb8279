"""Verdicts, effects and findings for a person: a line each, what to know of it below."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from apex_cli.render.moves import counted
from apex_cli.render.text import ascii_only as to_ascii
from apex_cli.render.text import number, one_line

Rows = Iterable[Mapping[str, Any]]

SHOWN_CHANGES = 5
"""How many changed places or numbers of a row a person is shown; JSON tells all."""


def verdicts(rows: Rows) -> str:
    """What verifying found: an envelope a line.

    >>> row = {"path": "a.json", "exit_code": 0, "outcome": "identical", "detail": "agree"}
    >>> print(verdicts([row]), end="")
    ok    a.json  identical
          agree
    """
    return _text(_verdict(row) for row in rows)


def _verdict(row: Mapping[str, Any]) -> Iterator[str]:
    yield f"{_mark(ok=not row['exit_code'])}  {row['path']}  {row['outcome']}"
    yield f"      {row['detail']}"


def examined(rows: Rows) -> str:
    """What was looked at, and whether it is healthy.

    >>> row = {"what": "locale", "healthy": True, "detail": "C.UTF-8"}
    >>> print(examined([row, {"what": "a", "healthy": False, "detail": "is not"}]), end="")
    ok    locale  C.UTF-8
    FAIL  a       is not
    """
    found = list(rows)
    width = max((len(row["what"]) for row in found), default=0)
    return _text(
        [f"{_mark(ok=row['healthy'])}  {row['what']:{width}}  {row['detail']}"] for row in found
    )


def agreed(result: Mapping[str, Any], *, verbose: bool, ascii_only: bool = False) -> str:
    """Whether the published cases agree: one line, and each number that does not.

    >>> told = {"cases": 2, "sources": 1, "values": 9, "failed": 0, "rows": []}
    >>> print(agreed(told, verbose=False), end="")
    PASS  2 cases of 1 document: 9 numbers agree
    """
    cases, sources = counted(result["cases"], "case"), counted(result["sources"], "document")
    failed, values = result["failed"], counted(result["values"], "number")
    verdict = f"FAIL  {cases} of {sources}: {failed:,} of {values} differ" if failed else (
        f"PASS  {cases} of {sources}: {values} agree"
    )  # fmt: skip
    rows = [row for row in result["rows"] if verbose or row["verdict"] != "pass"]
    text = _text([[verdict], *map(_agreement, rows)])
    return to_ascii(text) if ascii_only else text


def _agreement(row: Mapping[str, Any]) -> Iterator[str]:
    mark = _mark(ok=row["verdict"] == "pass")
    found = f"printed {number(row['printed'])}, computed {number(row['computed'])} {row['unit']}"
    yield f"{mark}  {row['id']}  {row['quantity']}: {found} (within {number(row['tolerance'])})"


def effects(rows: Rows, *, verbose: bool = False) -> str:
    """What other packs would change: how many, then a project a line, the strongest effect first.

    Args:
        rows: As `apex check --impact` answers them.
        verbose: Whether to show those that stay, and every number that moves.
    """
    found = list(rows)
    moved = sum(row["moved"] for row in found)
    flips = sum(bool(row["flipped"]) for row in found)
    told = f"{counted(len(found), 'project')}: {moved} would move, {flips} would flip"
    shown = [row for row in found if verbose or row["moved"] or row["errors"]]
    return _text([[told], *(_effect(row, verbose=verbose) for row in shown)])


def _effect(row: Mapping[str, Any], *, verbose: bool) -> Iterator[str]:
    mark = "FLIP" if row["flipped"] else "move" if row["moved"] else "same"
    yield f"{mark}  {row['path']}"
    yield from (f"      flips: {place}" for place in row["flipped"])
    for kind, item in row["headlines"].items():
        change = (item["ratio"] - 1) * 100
        yield f"      {kind}: {number(item['old'])} -> {number(item['new'])} ({change:+.2f} %)"
    if step := row["first_step"]:
        yield f"      first step: {step['symbol']} {step['subject']} {step['why']}".rstrip()
    changes = row["changes"]
    shown = changes if verbose else changes[:SHOWN_CHANGES]
    for item in shown:
        yield f"      {item['pointer']}: {number(item['old'])} -> {number(item['new'])}"
    if len(changes) > len(shown):
        yield f"      and {len(changes) - len(shown)} more numbers (-v)"
    yield from (f"      {error}" for error in row["errors"])


def _mark(*, ok: bool) -> str:
    return "ok  " if ok else "FAIL"


def _text(blocks: Iterable[Iterable[str]]) -> str:
    return "".join(f"{one_line(line)}\n" for block in blocks for line in block)
