"""The package as Markdown that any forge shows: tables, equations as text, no drawings."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from apex_cli.render.formula_text import line
from apex_cli.render.report.model import (
    Code,
    Facts,
    Figure,
    Heading,
    Note,
    Paragraph,
    Points,
    Report,
    Table,
    Verdict,
)
from apex_cli.render.report.model_equations import Equation, Family, Given

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-!|<>$&~@]|:(?=//))")


def md(text: str) -> str:
    r"""Text in which nothing is a mark.

    >>> print(md("a*b <script>"))
    a\*b \<script\>
    """
    return _MARKS.sub(r"\\\1", text)


def cell(text: str) -> str:
    """Text in a table: only what could end the cell or be obeyed is marked."""
    return re.sub(r"([\\`*_\[\]|<>$&~])", r"\\\1", text)


def render(report: Report) -> str:
    """The whole document."""
    head = report.head
    lines = [f"# {md(head.project)}", md(head.subtitle)]
    lines += [_facts(report.facts)] if report.facts.rows else []
    signed = (
        ("Calculated by", head.calculated_by),
        ("Checked by", head.checked_by),
        ("Date", head.date),
    )
    lines.append(
        "| | |\n|---|---|\n"
        + "\n".join(
            f"| {words} | {cell(value)} |" for words, value in (*signed, ("Program", head.program))
        )
    )
    for n, section in enumerate(report.sections, 1):
        lines.append(f"## {n} {md(section.title)}")
        lines += [_WRITERS[block.block](block) for block in section.blocks]
    lines.append(f"---\n\n{md(head.program)}, SHA-256 `{head.digest}`")
    return "\n\n".join(lines) + "\n"


def _paragraph(block: Paragraph) -> str:
    return md(block.text)


def _heading(block: Heading) -> str:
    return f"{'#' * block.level} {md(block.text)}"


def _facts(block: Facts) -> str:
    rows = (f"| {cell(row.name)} | {cell(row.value)} {cell(row.unit)} |" for row in block.rows)
    title = f"**{md(block.title)}**\n\n" if block.title else ""
    return f"{title}| | |\n|---|---|\n" + "\n".join(re.sub(r" +\|", " |", row) for row in rows)


def _table(block: Table) -> str:
    head = " | ".join(cell(f"{c.name}, {c.unit}" if c.unit else c.name) for c in block.columns)
    rule = "|".join("--:" if column.numeric else "---" for column in block.columns)
    rows = []
    for n, row in enumerate(block.rows):
        cells = [cell(text) for text in row]
        if block.sum and n == len(block.rows) - 1:
            cells = [f"**{text}**" if text else "" for text in cells]
        rows.append(f"| {' | '.join(cells)} |")
    return f"**{md(block.title)}**\n\n| {head} |\n|{rule}|\n" + "\n".join(rows)


def _equation(block: Equation) -> str:
    return "\n".join(_step(block))


def _step(block: Equation) -> Iterator[str]:
    clause = f"   [{_plain(block.clause)}]" if block.clause else ""
    yield f"```text\n({block.n}){clause}"
    yield _plain(block.text)
    for term in block.terms:
        status = f" ({term.status})" if term.status else ""
        value = f"{term.value} {term.unit}".strip()
        yield _plain(f"    {term.origin}{status}: {value}")
    yield "```"


def _family(block: Family) -> str:
    """The equation with one use worked, then a table of all uses."""
    clause = f"   [{_plain(block.clause)}]" if block.clause else ""
    steps = "" if block.rows else f"({block.steps}) "
    lines = [f"```text\n{steps}{_plain(block.words)}{clause}", _plain(block.text)]
    if block.worked:
        of = f"step {block.worked_step}: " if block.rows else ""
        lines.append(_plain(f"  {of}= {block.worked} = {block.value} {block.unit}".rstrip()))
    if block.given:
        lines.append(_plain("    " + "; ".join(map(_given, block.given))))
    if not block.columns:
        for row in block.rows:
            told = f"  ({row.steps}) {row.about} = {row.numbers} = {row.value} {block.unit}"
            lines.append(_plain(told.rstrip()))
    text = "\n".join([*lines, "```"])
    return f"{text}\n\n{_uses(block)}" if block.columns else text


def _given(item: Given) -> str:
    value = f" = {item.value}" if item.value else ""
    return f"{line(item.name)}{value} {item.source}".rstrip()


def _uses(block: Family) -> str:
    named = [(column.name, column.unit) for column in block.columns]
    heads = [
        cell(f"{line(name)}, {unit}" if unit else line(name))
        for name, unit in (*named, (block.symbol, block.unit))
    ]
    rows = (
        " | ".join(map(cell, (row.steps, row.about, *row.cells, row.value))) for row in block.rows
    )
    rule = "|".join(["---", "---", *["--:"] * len(heads)])
    body = "\n".join(f"| {row} |" for row in rows)
    return f"| step | of | {' | '.join(heads)} |\n|{rule}|\n{body}"


def _plain(text: str) -> str:
    """Text inside a fence, which only a fence could end."""
    return text.replace("```", "'''")


def _figure(block: Figure) -> str:
    return f"*{md(block.title)}: {md(block.description)}*"


def _note(block: Note) -> str:
    clause = f" ({md(block.clause)})" if block.clause else ""
    code = f" `{block.code.replace('`', '')}`" if block.code else ""
    return f"> **{block.severity}** {md(block.text)}{clause}{code}"


def _points(block: Points) -> str:
    return "\n".join(f"- {md(item)}" for item in block.items)


def _code(block: Code) -> str:
    return f"```sh\n{_plain(block.text)}\n```"


def _verdict(block: Verdict) -> str:
    return f"**{block.word} {md(block.text)}**"


_WRITERS: dict[str, Callable[[Any], str]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "facts": _facts,
    "table": _table,
    "equation": _equation,
    "family": _family,
    "figure": _figure,
    "note": _note,
    "points": _points,
    "code": _code,
    "verdict": _verdict,
}
