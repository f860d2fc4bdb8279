"""A quote as one HTML file: no script, nothing fetched, fit for phone, desk and paper."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

from apex_cli.render.drawing.canvas import escaped as esc
from apex_cli.render.quote.model import (
    Acceptance,
    Choices,
    Line,
    Pair,
    Part,
    Prices,
    Quote,
    Words,
)  # fmt: skip
from apex_cli.render.report.model import Table

FEW = 2
"""A table of so many columns needs no whole page across."""


def render(quote: Quote, logo: bytes = b"") -> str:
    """The whole document.

    Args:
        quote: What is said.
        logo: Bytes of an SVG or PNG.
    """
    style = files("apex_cli.render.quote").joinpath("quote.css").read_text("utf-8")
    title = " · ".join(part for part in (quote.title, quote.letterhead.name) if part)
    lines = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{esc(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>",
        *_head(quote, logo),
        "<main>",
    ]
    for block in quote.blocks:
        lines += _WRITERS[block.block](block)
    return "\n".join([*lines, "</main>", "</body>\n</html>\n"])


def _head(quote: Quote, logo: bytes) -> Iterator[str]:
    head = quote.letterhead
    if head.name or logo:
        yield '<header class="letterhead">'
        if logo:
            media = "image/png" if logo.startswith(b"\x89PNG") else "image/svg+xml"
            data = b64encode(logo).decode()
            name = esc(head.name) or "Logo"
            yield f'<img class="logo" alt="{name}" src="data:{media};base64,{data}">'
        told = "".join(f"<span>{esc(line)}</span>" for line in head.lines)
        yield f'<div class="shop"><strong dir="auto">{esc(head.name)}</strong>'
        yield f'<p dir="auto">{told}</p></div>'
        yield "</header>"
    yield f"<h1>{esc(quote.title)}</h1>"
    if quote.banner:
        yield f'<p class="banner">{esc(quote.banner)}</p>'
    rows = (
        f'<div><dt>{esc(one.name)}</dt><dd dir="auto">{esc(one.value)}</dd></div>'
        for one in quote.facts
    )
    yield f'<dl class="facts">{"".join(rows)}</dl>'


def _title(words: str) -> Iterator[str]:
    if words:
        yield f'<h2 dir="auto">{esc(words)}</h2>'


def _words(block: Words) -> Iterator[str]:
    yield from _title(block.title)
    if block.points:
        items = "".join(f'<li dir="auto">{esc(item)}</li>' for item in block.items)
        yield f"<ul>{items}</ul>"
    else:
        yield from (f'<p dir="auto">{esc(item)}</p>' for item in block.items)


def _pair(block: Pair) -> Iterator[str]:
    yield '<div class="pair">'
    for words in (block.left, block.right):
        yield "<div>"
        yield from _words(words)
        yield "</div>"
    yield "</div>"


def _prices(block: Prices) -> Iterator[str]:
    yield from _title(block.title)
    yield from (f'<p dir="auto">{esc(item)}</p>' for item in block.about)
    yield from _table(block.lines)


def _choices(block: Choices) -> Iterator[str]:
    yield from _title(block.title)
    yield from _table(block.lines, '<span class="tick"></span>')


def _table(lines: tuple[Line, ...], mark: str = "") -> Iterator[str]:
    yield '<table class="prices">'
    for line in lines:
        text = f'<br><span class="text">{esc(line.text)}</span>' if line.text else ""
        note = f'<span class="note">{esc(line.note)}</span>' if line.note else ""
        yield (
            f'<tr class="{line.kind}"><td dir="auto">{mark}{esc(line.label)} {note}{text}</td>'
            f'<td class="n">{esc(line.amount)}</td></tr>'
        )
    yield "</table>"


def _grid(block: Table) -> Iterator[str]:
    yield from _title(block.title)
    side = ["n" if column.numeric else "w" for column in block.columns]
    head = "".join(
        f'<th class="{kind}">{esc(column.name)}</th>'
        for kind, column in zip(side, block.columns, strict=True)
    )
    few = " few" if len(block.columns) == FEW else ""
    yield f'<div class="wide"><table class="grid{few}"><thead><tr>{head}</tr></thead><tbody>'
    for n, row in enumerate(block.rows, 1):
        cells = "".join(
            f'<td class="{kind}" dir="auto">{esc(text)}</td>'
            for kind, text in zip(side, row, strict=True)
        )
        last = ' class="sum"' if block.sum and n == len(block.rows) else ""
        yield f"<tr{last}>{cells}</tr>"
    yield "</tbody></table></div>"


def _acceptance(block: Acceptance) -> Iterator[str]:
    yield f'<section class="acceptance"><h2>Acceptance</h2><p>{esc(block.text)}</p><div>'
    for side in block.sides:
        fields = "".join(f"<span>{word}</span>" for word in ("Signature", "Name", "Date"))
        yield f'<div class="side"><strong dir="auto">{esc(side)}</strong>{fields}</div>'
    yield "</div></section>"


def _part(block: Part) -> Iterator[str]:
    yield f'<h1 class="part" dir="auto">{esc(block.title)}</h1>'
    yield from (f'<p dir="auto">{esc(item)}</p>' for item in block.items)


_WRITERS: dict[str, Callable[[Any], Iterator[str]]] = {
    "words": _words,
    "pair": _pair,
    "prices": _prices,
    "choices": _choices,
    "table": _grid,
    "acceptance": _acceptance,
    "part": _part,
}
