"""The package as one HTML file: no script, nothing fetched, fit for phone, desk and paper."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

from apex_cli.render.drawing.canvas import escaped as esc
from apex_cli.render.report.mathml import mathml
from apex_cli.render.report.model import (
    Code,
    Equation,
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


def render(report: Report) -> str:
    """The whole document."""
    style = files("apex_cli.render.report").joinpath("package.css").read_text("utf-8")
    head = report.head
    title = f"{head.project}: {head.subtitle}"
    lines = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{esc(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>",
        *_front(report),
        "<main>",
    ]
    for n, section in enumerate(report.sections, 1):
        lines.append(f'<section aria-labelledby="s{n}">')
        lines.append(f'<h2 id="s{n}"><span class="no">{n}</span> {esc(section.title)}</h2>')
        lines += [_WRITERS[block.block](block) for block in section.blocks]
        lines.append("</section>")
    lines.append("</main>")
    lines.append(
        f"<footer><p>{esc(head.program)} · SHA-256 <code>{esc(head.digest)}</code></p></footer>"
    )
    return "\n".join([*lines, "</body>\n</html>\n"])


def _front(report: Report) -> Iterator[str]:
    head = report.head
    yield f'<header><p class="kind">{esc(head.subtitle)}</p>'
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


def _paragraph(block: Paragraph) -> str:
    return f'<p dir="auto">{esc(block.text)}</p>'


def _heading(block: Heading) -> str:
    return f'<h{block.level} dir="auto">{esc(block.text)}</h{block.level}>'


def _facts(block: Facts) -> str:
    rows = []
    for row in block.rows:
        unit = f' <span class="unit">{esc(row.unit)}</span>' if row.unit else ""
        kind = ' class="n"' if row.numeric else ""
        value = f'<span dir="auto">{esc(row.value)}</span>{unit}'
        rows.append(f"<div><dt>{esc(row.name)}</dt><dd{kind}>{value}</dd></div>")
    return f'<dl class="facts">{"".join(rows)}</dl>'


def _table(block: Table) -> str:
    head = []
    for column in block.columns:
        unit = f'<br><span class="unit">{esc(column.unit)}</span>' if column.unit else ""
        kind = ' class="n"' if column.numeric else ""
        head.append(f'<th scope="col"{kind}>{esc(column.name)}{unit}</th>')
    body = []
    most = [max(map(_decimals, cells), default=-1) for cells in zip(*block.rows, strict=True)]
    for n, row in enumerate(block.rows):
        cells = []
        for k, (column, text) in enumerate(zip(block.columns, row, strict=True)):
            kind = ' class="w"' if column.wide else ' dir="auto"'
            if column.numeric:
                kind = f' class="n"{_room(text, most[k])}'
            cells.append(f"<td{kind}>{esc(text)}</td>")
        last = ' class="sum"' if block.sum and n == len(block.rows) - 1 else ""
        body.append(f"<tr{last}>{''.join(cells)}</tr>")
    title = esc(block.title)
    rows = "\n".join(body)
    return (
        f'<div class="wide" tabindex="0" role="group" aria-label="{title}"><table>'
        f'<caption dir="auto">{title}</caption><thead><tr>{"".join(head)}</tr></thead>'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _decimals(text: str) -> int:
    return len(text.rpartition(".")[2]) if "." in text else -1


def _room(text: str, most: int) -> str:
    """Room to the right of a number, so that decimal points stand over one another."""
    have = _decimals(text)
    if not text or have >= most:
        return ""
    missing = most - max(have, 0) + (0.5 if have < 0 else 0)
    return f' style="padding-right:calc({missing:g}ch + .6rem)"'


def _equation(block: Equation) -> str:
    left = mathml(block.symbol)
    unit = f"<mspace width='0.3em'/><mtext>{esc(block.unit)}</mtext>" if block.unit else ""
    rows = (
        f"<mtr><mtd>{left}</mtd><mtd><mo>=</mo></mtd><mtd>{mathml(block.formula)}</mtd></mtr>"
        f"<mtr><mtd></mtd><mtd><mo>=</mo></mtd><mtd>{mathml(block.numbers, '×')}</mtd></mtr>"
        f"<mtr class='value'><mtd></mtd><mtd><mo>=</mo></mtd>"
        f"<mtd><mn>{esc(block.value)}</mn>{unit}</mtd></mtr>"
    )
    terms = "; ".join(
        f"<math>{mathml(term.name)}</math> {esc(f'{term.value} {term.unit}'.strip())}, "
        f"<code>{esc(term.origin)}</code>{esc(f' ({term.status})' if term.status else '')}"
        for term in block.terms
    )
    clause = f'<span class="clause">{esc(block.clause)}</span>' if block.clause else ""
    return (
        f'<div class="step"><p class="step-no">{block.n}{clause}</p>'
        f'<div class="wide" tabindex="0" role="group" aria-label="Step {block.n}">'
        f'<math><mtable displaystyle="true">{rows}</mtable></math></div>'
        f'<p class="terms">{terms}</p></div>'
    ).replace("'", '"')


def _figure(block: Figure) -> str:
    return f"<figure>{block.svg}<figcaption>{esc(block.title)}</figcaption></figure>"


def _note(block: Note) -> str:
    clause = f' <span class="clause">{esc(block.clause)}</span>' if block.clause else ""
    return (
        f'<p class="note {esc(block.severity)}"><strong>{esc(block.severity)}</strong> '
        f'<span dir="auto">{esc(block.text)}</span>{clause} <code>{esc(block.code)}</code></p>'
    )


def _points(block: Points) -> str:
    items = "".join(f'<li dir="auto">{esc(item)}</li>' for item in block.items)
    return f"<ul>{items}</ul>"


def _code(block: Code) -> str:
    return f'<pre tabindex="0"><code>{esc_lines(block.text)}</code></pre>'


def esc_lines(text: str) -> str:
    """Escaped text that keeps its lines."""
    return "\n".join(map(esc, text.split("\n")))


def _verdict(block: Verdict) -> str:
    mark = "✓" if block.passed else "✗"
    kind = "pass" if block.passed else "fail"
    return f'<p class="verdict {kind}"><span aria-hidden="true">{mark}</span> {esc(block.text)}</p>'


_WRITERS: dict[str, Callable[[Any], str]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "facts": _facts,
    "table": _table,
    "equation": _equation,
    "figure": _figure,
    "note": _note,
    "points": _points,
    "code": _code,
    "verdict": _verdict,
}
