"""A quote as Markdown: tables and lists, nothing in a text is a mark."""

from collections.abc import Callable
from typing import Any

from apex_cli.render.quote.model import (
    Acceptance,
    Choices,
    Line,
    Part,
    Prices,
    Quote,
    Words,
)  # fmt: skip
from apex_cli.render.report.markdown import cell, md
from apex_cli.render.report.model import Table


def render(quote: Quote) -> str:
    """The whole document."""
    head = quote.letterhead
    parts = [f"**{md(head.name)}**"] if head.name else []
    parts += [md(" · ".join(head.lines))] if head.lines else []
    parts.append(f"# {md(quote.title)}")
    parts += [f"> {md(quote.banner)}"] if quote.banner else []
    if quote.facts:
        rows = (f"| {cell(one.name)} | {cell(one.value)} |" for one in quote.facts)
        parts.append("| | |\n|---|---|\n" + "\n".join(rows))
    parts += [text for block in quote.blocks for text in _WRITERS[block.block](block) if text]
    return "\n\n".join(parts) + "\n"


def _title(words: str) -> str:
    return f"## {md(words)}" if words else ""


def _words(block: Words) -> list[str]:
    if block.points:
        return [_title(block.title), "\n".join(f"- {md(item)}" for item in block.items)]
    return [_title(block.title), *map(md, block.items)]


def _prices(block: Prices) -> list[str]:
    return [_title(block.title), *map(md, block.about), _table(block.lines)]


def _choices(block: Choices) -> list[str]:
    return [_title(block.title), _table(block.lines, "☐ ")]


def _table(lines: tuple[Line, ...], mark: str = "") -> str:
    return "| | | |\n|---|---|--:|\n" + "\n".join(_line(line, mark) for line in lines)


def _line(line: Line, mark: str) -> str:
    strong = "**" if line.kind in {"head", "total"} else ""
    label = f"{mark}{strong}{cell(line.label)}{strong}"
    if line.text:
        label += f": {cell(line.text)}"
    amount = f"{strong}{cell(line.amount)}{strong}" if line.amount else ""
    return f"| {label} | {cell(line.note)} | {amount} |"


def _grid(block: Table) -> list[str]:
    head = " | ".join(cell(column.name) for column in block.columns)
    rule = "|".join("--:" if column.numeric else "---" for column in block.columns)
    rows = [[cell(text) for text in row] for row in block.rows]
    if block.sum:
        rows[-1] = [f"**{text}**" if text else "" for text in rows[-1]]
    told = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return [_title(block.title), f"| {head} |\n|{rule}|\n{told}"]


def _acceptance(block: Acceptance) -> list[str]:
    sides = "\n".join(f"| {cell(side)} | Signature: | Name: | Date: |" for side in block.sides)
    return [_title("Acceptance"), md(block.text), f"| | | | |\n|---|---|---|---|\n{sides}"]


def _part(block: Part) -> list[str]:
    return ["---", f"# {md(block.title)}", *map(md, block.items)]


_WRITERS: dict[str, Callable[[Any], list[str]]] = {
    "words": _words,
    "pair": lambda block: [*_words(block.left), *_words(block.right)],
    "prices": _prices,
    "choices": _choices,
    "table": _grid,
    "acceptance": _acceptance,
    "part": _part,
}
