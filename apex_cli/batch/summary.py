"""One row for each line of a stream: who, what came out, and the numbers one looks for first."""

from collections.abc import Mapping
from typing import Any

from apex_cli.envelope.headline import AT_BUILDINGS, HEADLINES, headline
from apex_cli.envelope.verdict import verdict
from apex_cli.render.text import one_line

LONGEST_TOLD = 500

NUMBERS = (*HEADLINES, *AT_BUILDINGS)
"""The numbers of a row; those of signs at buildings last, so that the others keep their places."""

COLUMNS = (
    "source", "line", "id", "name", "site", "kind", "inputs_sha256", "content_sha256",
    "exit_code", "error_code", "confidence", "failed_checks", "verdict",
    *NUMBERS,
)  # fmt: skip


def row(envelope: Mapping[str, Any], exit_code: int) -> tuple[Any, ...]:
    """The row of an envelope of a stream, a value for each of `COLUMNS`."""
    error = envelope["error"]
    return (
        *_who(envelope["meta"]),
        envelope["kind"],
        envelope["trace"]["inputs_sha256"],
        envelope["content_sha256"],
        exit_code,
        error["code"] if error else None,
        envelope["confidence"],
        sum(not check["passed"] for check in envelope["checks"]),
        verdict(envelope),
        *map(headline(envelope["kind"], envelope["result"] or {}).get, NUMBERS),
    )


def with_margin(row: tuple[Any, ...], meta: Mapping[str, Any]) -> tuple[Any, ...]:
    """The row of an equal answer that has this margin."""
    who = _who(meta)
    return (*who, *row[len(who) :])


def _who(meta: Mapping[str, Any]) -> tuple[Any, ...]:
    """What a row has of the margin, its first columns."""
    project = meta["project"]
    return meta["source"], meta["line"], project["id"], project["name"], project["site"]


def failures(envelope: Mapping[str, Any]) -> tuple[str, ...]:
    """Why a line has no answer, in a line; nothing of one that has.

    >>> error = {"detail": "no such pack", "code": "pack.not_found"}
    >>> failures({"error": error, "meta": {"source": "sites.csv", "line": 7}})
    ('sites.csv:7: no such pack [pack.not_found]',)
    """
    error, meta = envelope["error"], envelope["meta"]
    if error is None:
        return ()
    where = meta["source"] if meta["line"] is None else f"{meta['source']}:{meta['line']}"
    return (one_line(f"{where}: {error['detail'][:LONGEST_TOLD]} [{error['code']}]"),)
