"""A sweep for the eyes: a row a point, a bar for what it costs, the cheapest marked."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from apex_cli.envelope.headline import AT_BUILDINGS, HEADLINES, names
from apex_cli.envelope.verdict import FAIL, NO_ANSWER, PASS
from apex_cli.render import si as metric
from apex_cli.render.brief import folded, line, written
from apex_cli.render.columns import GAP, Column, side_by_side
from apex_cli.render.text import MARKS, aligned, cell, label, number, one_line

BAR_CELLS = 24
LEAST_CELLS = 8
"""Shorter bars say nothing."""
MOST_ROWS = 200
"""More rows than these are told in JSON or CSV; the table shows the cheapest ones."""
_INDENT = "    "


def table(
    result: Mapping[str, Any],
    *,
    width: int,
    color: bool = False,
    ascii_only: bool = False,
    si: bool = False,
) -> str:
    """The rows as text, drawn with bars of the price or of the concrete; no number is cut.

    Where there is no room the bars go first; then each point is a block of lines.

    Args:
        result: The result of a sweep's envelope.
        width: Columns to fill.
        color: Whether to colour the verdict.
        ascii_only: Whether the terminal knows nothing but ASCII.
        si: Whether numbers are shown in SI; what is varied stays as it was given.
    """
    verdict, result = folded(brief(result, si=si), width), _told_in(result, si=si)
    rows = result["rows"]
    shown = _shown(rows, result["cheapest"])
    moving = _moving(rows)
    drawn = moving[-1] if moving else ""
    columns = list(_columns(result, shown, moving))
    marks = MARKS[ascii_only]
    told = [_verdict(row, marks, cheapest=at == result["cheapest"]) for at, row in _at(rows, shown)]
    columns.append(Column([""], told, right=False))
    lines = side_by_side(columns)
    wide = max(map(len, lines))
    cells = min(BAR_CELLS, width - wide - len(GAP)) if drawn else 0
    if cells >= LEAST_CELLS:
        bars = Column([""], list(_bars(rows, shown, drawn, cells)), right=False)
        lines = side_by_side([*columns, bars])
    elif wide > width:
        lines = list(_blocks(result, shown, moving, told, width))
    words = [_sentence(result, len(shown), drawn if cells >= LEAST_CELLS else "")]
    still = [one for one in _names(rows) if one not in moving and rows[0].get(one) is not None]
    if still:
        same = ", ".join(_with_unit(name, rows[0][name]) for name in still)
        words.append(f"The same everywhere: {same}.")
    below = [one for text in words for one in wrap(text, width, break_long_words=False)]
    text = "\n".join([*verdict, "", *lines, "", *below, "", *verdict])
    return written(text, color=color, ascii_only=ascii_only)


def brief(result: Mapping[str, Any], *, si: bool = False) -> str:
    """A sweep in one line: whether a point passes, which is the cheapest, how many pass."""
    rows, cheapest = _told_in(result, si=si)["rows"], result["cheapest"]
    count = f"{result['passing']} of {len(rows)} pass"
    unanswered = f"{result['failed']} without an answer" if result["failed"] else ""
    if cheapest is None:
        answered = len(rows) > result["failed"]
        verdict = PASS if result["passing"] else FAIL if answered else NO_ANSWER
        return line(verdict, count, unanswered)
    row = rows[cheapest]
    cost = [name for name in _moving(rows) if row.get(name) is not None][-1:]
    return line(
        PASS,
        f"cheapest {_values(row)}",
        *(_with_unit(name, row[name]) for name in cost),
        count,
        unanswered,
    )


def _told_in(result: Mapping[str, Any], *, si: bool) -> Mapping[str, Any]:
    """The result with its headline numbers in the units that are wanted."""
    if not si:
        return result
    wanted = names(result["rows"])
    told = [metric.record({one: row.get(one) for one in wanted}) for row in result["rows"]]
    rest = [{key: row[key] for key in row if key not in wanted} for row in result["rows"]]
    return {**result, "rows": [one | row for one, row in zip(rest, told, strict=True)]}


def _names(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The headline numbers that a row has."""
    both = (
        one for name in (*HEADLINES, *AT_BUILDINGS) for one in (name, metric.field(name, None)[0])
    )
    return [one for one in dict.fromkeys(both) if any(one in row for row in rows)]


def _moving(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The headline numbers that are not the same everywhere."""
    return [name for name in _names(rows) if len({row.get(name) for row in rows} - {None}) > 1]


def _at(rows: Sequence[Any], shown: Sequence[int]) -> Iterator[tuple[int, Any]]:
    return ((at, rows[at]) for at in shown)


def _columns(
    result: Mapping[str, Any], shown: Sequence[int], moving: Sequence[str]
) -> Iterator[Column]:
    """The columns of numbers; their headings have a line a word."""
    rows = result["rows"]
    for one in result["axes"]:
        path = one["path"]
        cells = [number(row["values"][path]) for _, row in _at(rows, shown)]
        yield Column(one_line(path).replace(".", ".\n").split("\n"), aligned(cells))
    for name in moving:
        words, unit = label(name)
        cells = [cell(name, row.get(name)) for _, row in _at(rows, shown)]
        yield Column([*words.split(" "), unit], aligned(cells))


def _blocks(
    result: Mapping[str, Any],
    shown: Sequence[int],
    moving: Sequence[str],
    told: Sequence[str],
    width: int,
) -> Iterator[str]:
    for (_, row), words in zip(_at(result["rows"], shown), told, strict=True):
        yield from wrap(f"{_values(row)}  {words}", width, break_long_words=False)
        numbers = ", ".join(
            _with_unit(name, row[name]).replace(" ", "\u00a0")
            for name in moving if row.get(name) is not None
        )  # fmt: skip
        for text in wrap(numbers, max(width - len(_INDENT), 1), break_long_words=False):
            yield _INDENT + text.replace("\u00a0", " ")


def _with_unit(name: str, value: float) -> str:
    words, unit = label(name)
    return f"{words} {cell(name, value)} {unit}".rstrip()


def _values(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{one_line(path)} = {number(at)}" for path, at in row["values"].items())


def _shown(rows: Sequence[Mapping[str, Any]], cheapest: int | None) -> list[int]:
    """The rows that the table holds: all, or those around the cheapest."""
    first = max(0, min((cheapest or 0) - MOST_ROWS // 2, len(rows) - MOST_ROWS))
    return list(range(first, min(first + MOST_ROWS, len(rows))))


def _bars(
    rows: Sequence[Mapping[str, Any]], shown: Sequence[int], drawn: str, cells: int
) -> Iterator[str]:
    top = max(abs(row.get(drawn) or 0) for row in rows)
    for _, row in _at(rows, shown):
        yield "█" * (round(abs(row.get(drawn) or 0) / top * cells) if top else 0)


def _verdict(row: Mapping[str, Any], marks: Sequence[str], *, cheapest: bool) -> str:
    mark = "cheapest " if cheapest else ""
    if row["error"]:
        return mark + one_line(row["error"])
    failed = "" if row["passes"] else f" {one_line(', '.join(row['failed_checks']))}"
    return mark + marks[bool(row["passes"])] + failed


def _sentence(result: Mapping[str, Any], shown: int, drawn: str) -> str:
    rows = result["rows"]
    words = f"{len(rows)} points, {result['passing']} pass, {result['failed']} have no answer."
    if shown < len(rows):
        words += f" {shown} are shown; --format csv or json tells all."
    if result["cheapest"] is not None:
        values = _values(rows[result["cheapest"]])
        words += f" The cheapest that passes (by {result['cheapest_by']}): {values}."
    if drawn:
        words += f" The bars are the {label(drawn)[0]}."
    return one_line(words)
