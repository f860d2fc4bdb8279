"""One row for each line of a stream: who, what came out, and the numbers one looks for first."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from apex_cli.envelope.headline import HEADLINES, headline
from apex_cli.render.text import one_line

COLUMNS = (
    "source", "line", "id", "kind", "inputs_sha256", "content_sha256", "exit_code", "error_code",
    "confidence", "failed_checks",
    *HEADLINES,
)  # fmt: skip


def row(envelope: Mapping[str, Any], exit_code: int) -> tuple[Any, ...]:
    """The row of an envelope of a stream, a value for each of `COLUMNS`."""
    meta, error = envelope["meta"], envelope["error"]
    return (
        meta["source"],
        meta["line"],
        meta["project"]["id"],
        envelope["kind"],
        envelope["trace"]["inputs_sha256"],
        envelope["content_sha256"],
        exit_code,
        error["code"] if error else None,
        envelope["confidence"],
        sum(not check["passed"] for check in envelope["checks"]),
        *headline(envelope["kind"], envelope["result"] or {}).values(),
    )


def text(rows: Sequence[Sequence[Any]]) -> str:
    r"""Rows as CSV (RFC 4180); text that a spreadsheet would run as a formula is quoted.

    >>> text([("=1+1", 2, None)])
    "'=1+1,2,\r\n"
    """
    out = StringIO()
    csv.writer(out).writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    shown = one_line(value)
    return f"'{shown}" if shown[:1] in {"=", "+", "@"} or shown[:2] == "-=" else shown
