"""What changed since a project was accepted last, on one page."""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from apex_cli.envelope.verdict import FAIL, NO_ANSWER, PASS, REVIEW
from apex_cli.render.brief import line
from apex_cli.render.difference import sentence
from apex_cli.render.moves import arrow, counted
from apex_cli.render.text import ascii_only as to_ascii
from apex_cli.render.text import one_line

_WORST = (NO_ANSWER, FAIL, REVIEW, PASS)
_MOST = 20
"""So many lines are told under a heading; -v tells all."""


def render(
    result: Mapping[str, Any], *, width: int, ascii_only: bool = False, verbose: bool = False
) -> str:
    """The page as text.

    Args:
        result: As `apex review` answers it.
        width: Columns to fill; no number is cut.
        ascii_only: Whether its reader knows nothing but ASCII.
        verbose: Whether to tell every line under every heading.
    """
    head = brief(result)
    lines = [head, *_subject(result.get("project"))]
    for title, rows in _parts(result):
        told = list(rows)
        if not told:
            continue
        most = len(told) if verbose or len(told) <= _MOST else _MOST - 1
        lines += ["", title]
        for row in told[:most]:
            lines += wrap(
                one_line(row), max(width, 40), initial_indent="  ", subsequent_indent="    ",
                break_long_words=False, break_on_hyphens=False,
            )  # fmt: skip
        if most < len(told):
            lines.append(f"  and {len(told) - most} more (-v)")
    text = "\n".join([*lines, "", head]) + "\n"
    return to_ascii(text) if ascii_only else text


def brief(result: Mapping[str, Any]) -> str:
    """The verdict of now, and since when how much is otherwise."""
    accepted = {row["code"] for word in ("new", "gone") for row in result["accepted"][word]}
    counts = (
        (len(result["inputs"]), "input"),
        (len(result["packs"]), "pack"),
        (len(result["remarks"]["new"]), "new remark"),
        (len(accepted), "acceptance"),
    )
    parts = [counted(count, what) for count, what in counts if count]
    changed = ", ".join(parts + ["the lock differs"] * (result["lock"] not in ([], ["none"])))
    since = f"since {_since(result['since'])}"
    told = line(_verdict(result), f"nothing changed {since}" if result["same"] else since, changed)
    path = (result.get("project") or {}).get("path")
    return f"{told} · {one_line(path)}" if path else told


def _subject(project: Mapping[str, Any] | None) -> list[str]:
    """What the page is about: the project, and whether its state is one that git has."""
    if project is None:
        return []
    revision = project["revision"]
    parts = [
        project["name"] or "",
        f"revision {revision}" if revision else "",
        {True: "as committed", False: "not committed", None: "git has no such file"}[
            project["committed"]
        ],
    ]
    return ["      " + one_line(", ".join(part for part in parts if part))]


def _verdict(result: Mapping[str, Any]) -> str:
    """The worst verdict of now."""
    found = {row["new"] or NO_ANSWER for row in result["verdicts"]}
    found |= {NO_ANSWER for error in result["errors"] if error["side"] == "new"}
    return next((word for word in _WORST if word in found), PASS)


def _since(since: Mapping[str, str]) -> str:
    told = ", ".join(part for part in (since.get("how"), since["when"], since["by"]) if part)
    return f"{since['state']} ({told})" if told else since["state"]


def _parts(result: Mapping[str, Any]) -> Iterator[tuple[str, Iterator[str]]]:
    """The headings of the page and their lines."""
    yield (
        "Inputs",
        (f"{row['pointer']}: {arrow(row['old'], row['new'])}" for row in result["inputs"]),
    )
    yield "Packs", map(_pack, result["packs"])
    yield "Answers", _answers(result)
    yield "Remarks", _remarks(result["remarks"])
    yield "Accepted", _accepted(result["accepted"])
    yield (
        "Revisions",
        (
            " ".join(str(row[name]) for name in ("mark", "date", "text", "by") if row.get(name))
            for row in result["revisions"]
        ),
    )
    yield "Lock", iter(result["lock"])


def _pack(row: Mapping[str, Any]) -> str:
    count = row["constants"]
    told = "" if count is None else f"; {counted(count, 'constant')} differ"
    return f"{row['kind']}: {arrow(row['old'], row['new'])}{told}"


def _answers(result: Mapping[str, Any]) -> Iterator[str]:
    if result["status"]["old"] != result["status"]["new"]:
        yield f"status: {arrow(result['status']['old'], result['status']['new'])}"
    for row in result["verdicts"]:
        if row["old"] != row["new"]:
            yield f"{row['kind']}: {arrow(row['old'], row['new'])}"
    for error in result["errors"]:
        yield f"{error['kind']} of {error['side']}: no answer: {error['detail']}"
    if result["answers"]["counts"]:
        yield sentence({"same": False, "what": "an envelope", "summary": result["answers"]})


def _remarks(remarks: Mapping[str, Any]) -> Iterator[str]:
    for word in ("new", "changed", "gone"):
        for item in remarks[word]:
            yield f"{word}: {item['severity']}: {item['message']} [{item['code']}]"


def _accepted(accepted: Mapping[str, Any]) -> Iterator[str]:
    for row in accepted["all"]:
        new = "new: " if any(row["code"] == one["code"] for one in accepted["new"]) else ""
        by = f" ({row['by']})" if row["by"] else ""
        never = "" if row["raised"] else "; it does not come any more"
        yield f"{new}{row['code']}: {row['reason']}{by}{never}"
    for row in accepted["gone"]:
        if not any(row["code"] == one["code"] for one in accepted["all"]):
            yield f"gone: {row['code']}: {row['reason']}"
