"""Tables of the package as HTML."""

import re

from apex_cli.render.drawing.canvas import escaped as esc
from apex_cli.render.report.model import Column, Table

_INDEX = re.compile(r"\b([A-Za-zα-ωΑ-Ω])_([A-Za-z0-9]{1,6})\b")
"""A symbol within words, with its index."""


def indexed(text: str) -> str:
    """Words as HTML, the indices of symbols below the line.

    >>> indexed("K_zt < 1"), indexed("en_hoarding")
    ('K<sub>zt</sub> &lt; 1', 'en_hoarding')
    """
    return _INDEX.sub(r"\1<sub>\2</sub>", esc(text))


def numeral(text: str) -> str:
    """A number with a minus that is no hyphen."""
    return "−" + esc(text[1:]) if text.startswith("-") else esc(text)


def table(block: Table) -> str:
    """A table that can be moved sideways where there is no room for it."""
    head = []
    for column in block.columns:
        unit = f'<br><span class="unit">{esc(column.unit)}</span>' if column.unit else ""
        kind = ' class="n"' if column.numeric else ""
        head.append(f'<th scope="col"{kind}>{indexed(column.name)}{unit}</th>')
    body = []
    most = [max(map(decimals, cells), default=-1) for cells in zip(*block.rows, strict=True)]
    for n, row in enumerate(block.rows):
        cells = []
        for k, (column, text) in enumerate(zip(block.columns, row, strict=True)):
            kind = ' class="w"' if column.wide else ' dir="auto"'
            if column.numeric:
                kind = f' class="n"{room(text, most[k])}'
            shown = numeral(text) if column.numeric else indexed(text)
            cells.append(f"<td{kind}>{shown}{_bar(column, text)}</td>")
        last = ' class="sum"' if block.sum and n == len(block.rows) - 1 else ""
        body.append(f"<tr{last}>{''.join(cells)}</tr>")
    title = esc(block.title)
    rows = "\n".join(body)
    return (
        f'<div class="wide" tabindex="0" role="group" aria-label="{title}"><table>'
        f'<caption dir="auto">{title}</caption><thead><tr>{"".join(head)}</tr></thead>'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def decimals(text: str) -> int:
    """How many digits stand behind the decimal point; -1 where there is none."""
    return len(text.rpartition(".")[2]) if "." in text else -1


def room(text: str, most: int) -> str:
    """Room to the right of a number, so that decimal points stand over one another."""
    have = decimals(text)
    if not text or have >= most:
        return ""
    missing = most - max(have, 0) + (0.5 if have < 0 else 0)
    return f' style="padding-right:calc({missing:g}ch + .6rem)"'


def _bar(column: Column, text: str) -> str:
    """How near to 1 a number is, for the eye alone."""
    try:
        value = float(text.replace(",", "")) if column.bar else -1.0
    except ValueError:
        return ""
    if value < 0:
        return ""
    kind = "over" if value > 1 else "near" if value > NEAR else "far"
    width = f"{100 * min(value, 1):.0f}%"
    return f'<span class="bar {kind}" aria-hidden="true"><i style="width:{width}"></i></span>'


NEAR = 0.9
"""Above this a ratio is shown in another colour."""
