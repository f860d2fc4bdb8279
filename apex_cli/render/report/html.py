"""The package as one HTML file: no script, nothing fetched, fit for phone, desk and paper."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import groupby
from typing import Any

from apex_cli.render.drawing.canvas import escaped as esc
from apex_cli.render.report import html_equations, html_tables
from apex_cli.render.report.html_tables import indexed
from apex_cli.render.report.model import (
    Code,
    Facts,
    Figure,
    Heading,
    Note,
    Paragraph,
    Points,
    Report,
    Verdict,
)

ZOOM, LEAST_ZOOM = 1.45, 1.1
"""Pixels to a point of a drawing where there is room, and the least, even if it has to be moved."""
MANY, BRIEF = 4, 24
"""More facts than these, none longer than so many letters, stand side by side."""


def render(report: Report, logo: bytes = b"") -> str:
    """The whole document.

    Args:
        report: The package.
        logo: Bytes of an SVG or PNG.
    """
    style = files("apex_cli.render.report").joinpath("package.css").read_text("utf-8")
    head = report.head
    title = f"{head.project}: {head.subtitle}"
    lines = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{esc(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>",
        *_front(report, logo),
        "<main>",
    ]
    for n, section in enumerate(report.sections, 1):
        lines.append(f'<section aria-labelledby="s{n}">')
        lines.append(f'<h2 id="s{n}"><span class="no">{n}</span> {esc(section.title)}</h2>')
        for drawn, blocks in groupby(section.blocks, lambda block: isinstance(block, Figure)):
            shown = [_WRITERS[block.block](block) for block in blocks]
            lines += ['<div class="figures">', *shown, "</div>"] if drawn else shown
        lines.append("</section>")
    lines.append("</main>")
    lines.append(
        f"<footer><p>{esc(head.program)} · SHA-256 <code>{esc(head.digest)}</code></p></footer>"
    )
    return "\n".join([*lines, "</body>\n</html>\n"])


def _front(report: Report, logo: bytes) -> Iterator[str]:
    head = report.head
    yield f'<header>{_logo(logo)}<p class="kind">{esc(head.subtitle)}</p>'
    yield f'<h1 dir="auto">{esc(head.project)}</h1>'
    yield _facts(report.facts)
    yield '<dl class="sign">'
    for words, value in (
        ("Calculated by", head.calculated_by),
        ("Checked by", head.checked_by),
        ("Date", head.date),
        ("Program", head.program),
    ):
        yield f'<div><dt>{words}</dt><dd dir="auto">{esc(value) or "&nbsp;"}</dd></div>'
    yield "</dl>"
    yield '<nav aria-label="Contents"><ol>'
    for n, section in enumerate(report.sections, 1):
        yield f'<li><a href="#s{n}">{esc(section.title)}</a></li>'
    yield "</ol></nav></header>"


def _logo(data: bytes) -> str:
    """The logo as an image within the file, in which nothing runs."""
    if not data:
        return ""
    media = "image/png" if data.startswith(b"\x89PNG") else "image/svg+xml"
    return f'<img class="logo" alt="Logo" src="data:{media};base64,{b64encode(data).decode()}">'


def _paragraph(block: Paragraph) -> str:
    return f'<p dir="auto">{esc(block.text)}</p>'


def _heading(block: Heading) -> str:
    return f'<h{block.level} dir="auto">{esc(block.text)}</h{block.level}>'


def _facts(block: Facts) -> str:
    title = f'<p class="over" dir="auto">{esc(block.title)}</p>' if block.title else ""
    rows = []
    for row in block.rows:
        unit = f' <span class="unit">{esc(row.unit)}</span>' if row.unit else ""
        kind = ' class="n"' if row.numeric else ""
        shown = html_tables.numeral(row.value) if row.numeric else indexed(row.value)
        value = f'<span dir="auto">{shown}</span>{unit}'
        rows.append(f"<div><dt>{indexed(row.name)}</dt><dd{kind}>{value}</dd></div>")
    brief = all(len(row.value) <= BRIEF for row in block.rows)
    many = " many" if len(block.rows) > MANY and brief else ""
    return f'{title}<dl class="facts{many}">{"".join(rows)}</dl>'


def _figure(block: Figure) -> str:
    most, least = (f"{zoom * block.width:.0f}px" for zoom in (ZOOM, LEAST_ZOOM))
    size = f' style="max-width:{most};--least:{least}" tabindex="0"' if block.width else ""
    return f"<figure{size}>{block.svg}<figcaption>{esc(block.title)}</figcaption></figure>"


def _note(block: Note) -> str:
    clause = f' <span class="clause">{esc(block.clause)}</span>' if block.clause else ""
    code = f" <code>{esc(block.code)}</code>" if block.code else ""
    return (
        f'<p class="note {esc(block.severity)}"><strong>{esc(block.severity)}</strong> '
        f'<span dir="auto">{indexed(block.text)}</span>{clause}{code}</p>'
    )


def _points(block: Points) -> str:
    items = "".join(f'<li dir="auto">{indexed(item)}</li>' for item in block.items)
    return f"<ul>{items}</ul>"


def _code(block: Code) -> str:
    return f'<pre tabindex="0"><code>{esc_lines(block.text)}</code></pre>'


def esc_lines(text: str) -> str:
    """Escaped text that keeps its lines."""
    return "\n".join(map(esc, text.split("\n")))


def _verdict(block: Verdict) -> str:
    return f'<p class="verdict {block.kind}"><strong>{block.word}</strong> {esc(block.text)}</p>'


_WRITERS: dict[str, Callable[[Any], str]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "facts": _facts,
    "table": html_tables.table,
    "equation": html_equations.equation,
    "family": html_equations.family,
    "figure": _figure,
    "note": _note,
    "points": _points,
    "code": _code,
    "verdict": _verdict,
}
