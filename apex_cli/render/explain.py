"""Steps as a hand calculation: symbol = formula = numbers = value unit [clause]."""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from rich.text import Text

from apex_cli.render.formula import Node, formula, symbol
from apex_cli.render.formula_text import Box, beside, box, line, text_box
from apex_cli.render.text import number, one_line, unit

_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
NARROW = 20
INDENT = 5


def with_numbers(text: str, terms: Mapping[str, Mapping[str, Any]]) -> str:
    """The formula with its terms replaced by their numbers.

    >>> with_numbers("0.5 * A * (1 + sqrt(h))", {"A": {"value": 2.5}, "h": {"value": -4}})
    '0.5 * 2.5 * (1 + sqrt((-4)))'
    """

    def put(match: re.Match[str]) -> str:
        term = terms.get(match[0])
        if term is None:
            return match[0]
        value = term["value"]
        return f"({value})" if value < 0 else str(value)

    return _NAME.sub(put, text)


def steps(
    items: Sequence[Mapping[str, Any]],
    width: int = 100,
    *,
    ascii_only: bool = False,
    where: bool = False,
) -> Iterator[Text]:
    """Each step: formula and clause, numbers, value, where the terms come from.

    Args:
        items: The trace's steps.
        width: Columns to fill.
        ascii_only: Whether formulas stay as they are typed, without Greek, roots and fractions.
        where: Whether each step and each term is also told in words.
    """
    subject: str | None = None
    for step in items:
        about = step.get("subject") or ""
        if about != subject:
            subject = about
            yield Text(f"\n{one_line(about) or 'general'}", style="bold cyan")
        yield from _typed(step, width) if ascii_only else _laid_out(step, width)
        yield from _told(step, width) if where else _origins(step, width)


def _laid_out(step: Mapping[str, Any], width: int) -> Iterator[Text]:
    """With fractions over several lines where there is room, else on one."""
    left, clause = symbol(step["symbol"]), one_line(step["clause"])
    room = width - INDENT
    head = _equals(box(left), formula(step["text"]), "·", room, line(left))
    numbers = formula(step["text"], step["terms"])
    indent = box(left).width if box(left).width < NARROW else 2
    yield from _headed(step["n"], head, clause, width)
    for row in _equals(text_box(" " * indent), numbers, "×", room, " " * indent).lines:
        yield Text(" " * INDENT + row.rstrip(), style="dim")
    yield _value(step, " " * (INDENT + indent))


def _equals(left: Box, right: Node, sign: str, room: int, on_one_line: str) -> Box:
    """Left = right, laid out if that fits, else wrapped."""
    made = beside(left, text_box(" = "), box(right, sign))
    if made.width <= room:
        return made
    indent = " " * (min(len(on_one_line), NARROW) + 3)
    rows = wrap(f"{on_one_line} = {line(right, sign)}", max(room, NARROW), subsequent_indent=indent,
                drop_whitespace=True, break_on_hyphens=False) or [""]  # fmt: skip
    if on_one_line.isspace():
        rows[0] = f"{on_one_line} = {rows[0].lstrip().removeprefix('= ')}"
    return Box(tuple(rows), 0)


def _headed(n: int, head: Box, clause: str, width: int) -> Iterator[Text]:
    """The formula with its number on the baseline, and the clause at the right or below."""
    beside_it = head.width + INDENT + len(clause) + 5 <= width
    for k, row in enumerate(head.lines):
        text = Text(f"{n:>3}  " if k == head.base else " " * INDENT, style="dim")
        text.append(row.rstrip(), style="not dim")
        if k == head.base and beside_it and clause:
            text.append(f"[{clause}]".rjust(width - len(text) - 1), style="dim")
        yield text
    if clause and not beside_it:
        for part in wrap(f"[{clause}]", max(width - INDENT, NARROW)):
            yield Text(" " * INDENT + part, style="dim")


def _typed(step: Mapping[str, Any], width: int) -> Iterator[Text]:
    """As it would be typed: what a terminal of nothing but ASCII can show."""
    indent = " " * INDENT
    room = max(width, 2 * NARROW)
    rows = wrap(f"{step['n']:>3}  {step['symbol']} = {step['text']}", room,
                subsequent_indent=indent + "  ", break_on_hyphens=False)  # fmt: skip
    yield from map(Text, rows)
    if step["clause"]:
        yield Text(f"{indent}[{one_line(step['clause'])}]", style="dim")
    numbers = with_numbers(step["text"], step["terms"])
    for row in wrap(f"{indent}= {numbers}", room, subsequent_indent=indent + "  "):
        yield Text(row, style="dim")
    yield _value(step, indent[:-1])


def _value(step: Mapping[str, Any], indent: str) -> Text:
    shown = unit(step["unit"])
    value = number(step["value"]) + (f" {shown}" if shown else "")
    return Text(f"{indent} = {value}", style="bold")


def _origins(step: Mapping[str, Any], width: int) -> Iterator[Text]:
    """Where each number comes from."""
    yield from _hanging("; ".join(f"{name}: {origin}" for name, origin in _known(step)), width)


def _told(step: Mapping[str, Any], width: int) -> Iterator[Text]:
    """What the step is for; what each term means and where it comes from, a line each."""
    from apex_cli.render.where import told  # noqa: PLC0415 - every equation, and only on request

    found = told(step)
    if found is not None:
        yield from _hanging(found.words, width)
    for name, origin in _known(step):
        meaning = found.terms.get(name, "") if found else ""
        yield from _hanging(f"{name}: {meaning}{'; ' if meaning else ''}{origin}", width)


def _known(step: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each term with its origin."""
    for name, term in step["terms"].items():
        status = f" ({term['status']})" if term.get("status") else ""
        yield name, one_line(term["origin"]) + status


def _hanging(text: str, width: int) -> Iterator[Text]:
    rows = wrap(text, max(width - INDENT - 2, NARROW), break_on_hyphens=False)
    for k, row in enumerate(rows):
        yield Text(" " * INDENT + ("  " if k else "") + row, style="dim italic")
