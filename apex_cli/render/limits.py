"""How far numbers may move, as a table: nearest first, ends rounded into what passes."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from textwrap import wrap
from typing import Any

from apex_cli.envelope.verdict import FAIL
from apex_cli.render.text import aligned, number, one_line
from apex_cli.render.text import ascii_only as to_ascii

_GAP = "  "
_INDENT = "    "
_HEADINGS = ("", "value", "", "passes from", "passes to", "factor", "first to fail")
_RIGHT = range(1, 6)
"""The columns that hold numbers; the unit among them stands behind its value."""
_UNIT = 2
_DIGITS = 4
WINDS = (("site.wind_speed_mph", "mph"), ("site.given_pressure.pressure_psf", "psf"))
"""The numbers that say how strong the wind is, and their units."""
Row = Mapping[str, Any]


def render(result: Mapping[str, Any], *, width: int, ascii_only: bool = False) -> str:
    """The limits as text; no number is cut, and none is shown that fails.

    Args:
        result: As `apex limits` answers it.
        width: Columns to fill.
        ascii_only: Whether its reader knows nothing but ASCII.
    """
    verdict = f"{result['verdict']}{_GAP}{_nearest(result)}"
    rows = result["limits"]
    table = [row for row in rows if row["first_to_fail"] is not None]
    lines = [verdict, ""]
    if table:
        lines += [*_table(table), ""]
    lines += _choices(result["categories"], width)
    for sentence in _sentences(result):
        lines += wrap(one_line(sentence), max(width, 40), subsequent_indent=_INDENT)
    lines += ["", verdict]
    text = "\n".join(line.rstrip() for line in lines) + "\n"
    return to_ascii(text) if ascii_only else text


def _nearest(result: Mapping[str, Any]) -> str:
    """The first row at whose end a check fails, in words."""
    rows = [row for row in result["limits"] if row["first_to_fail"] is not None]
    first = next((row for row in rows if not _unanswered(row)), None)
    if first is None:
        word = "pass" if result["verdict"] == FAIL else "fail"
        return f"no number that was moved alone makes a check {word}"
    word = "nearest" if first["passes"] else "nearest to pass"
    unit = f" {first['unit']}" if first["unit"] else ""
    return (
        f"{word}: {first['path']} {number(first['value'])}{unit} "
        f"passes {_span(ends(first))} ({first['first_to_fail']})"
    )


def _unanswered(row: Row) -> bool:
    """Whether there is no answer beyond the nearer end."""
    errors = [beyond["error"] for beyond in (row["below"], row["above"]) if beyond]
    return row["first_to_fail"] in errors


def _span(between: tuple[str, str]) -> str:
    """An interval in words.

    >>> _span(("6", "6.6")), _span(("", "113.3"))
    ('from 6 to 6.6', 'up to 113.3')
    """
    least, greatest = between
    if least and greatest:
        return f"from {least} to {greatest}"
    return f"from {least} up" if least else f"up to {greatest}" if greatest else "throughout"


def ends(row: Row, digits: int = _DIGITS) -> tuple[str, str]:
    """The ends of what passes, rounded into it; empty where the range of the field ends first.

    Args:
        row: A row of the limits.
        digits: How many are shown, if so many do; whole numbers are shown whole.
    """
    least, greatest, value = row["passes_from"], row["passes_to"], row["value"]
    inner = value if row["passes"] else None
    return (
        "" if least is None else number(_inward(least, inner or greatest, ROUND_CEILING, digits)),
        "" if greatest is None else number(_inward(greatest, inner or least, ROUND_FLOOR, digits)),
    )


def _inward(end: float, inner: float | None, rounding: str, digits: int) -> float | int:
    """An end to a few digits, between itself and a number within."""
    exact = Decimal(repr(end))
    for more in range(digits, 17):
        place = min(exact.adjusted() - more + 1, 0)
        made = float(exact.quantize(Decimal((0, (1,), place)), rounding))
        if inner is None or min(end, inner) <= made <= max(end, inner):
            return int(made) if made.is_integer() else made
    return end


def _table(rows: Sequence[Row]) -> list[str]:
    columns = [
        [row["path"] for row in rows],
        aligned([number(row["value"]) for row in rows]),
        [row["unit"] or "" for row in rows],
        aligned([ends(row)[0] for row in rows]),
        aligned([ends(row)[1] for row in rows]),
        aligned(["" if row["factor"] is None else f"{row['factor']:.3f}" for row in rows]),
        ["no answer: " * _unanswered(row) + row["first_to_fail"] for row in rows],
    ]
    columns = [[head, *cells] for head, cells in zip(_HEADINGS, columns, strict=True)]
    widths = [max(map(len, column)) for column in columns]
    lines = [
        _GAP.join(
            f"{cell:>{wide}}" if at in _RIGHT and at != _UNIT else f"{cell:<{wide}}"
            for at, (cell, wide) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in zip(*columns, strict=True)
    ]
    return [lines[0], "─" * max(map(len, lines)), *lines[1:]]


def _choices(rows: Sequence[Row], width: int) -> list[str]:
    """The choices that matter, each marked; the present one in brackets."""
    shown = [row for row in rows if row["fails"] or row["no_answer"]]
    most = max((len(row["path"]) for row in shown), default=0) + len(_GAP)
    lines = []
    for row in shown:
        line = f"{row['path']:<{most}}"
        for word in _marked(row):
            if len(line) + len(word) > width and line.strip():
                lines.append(line)
                line = " " * most
            line += word + _GAP
        lines.append(line)
    return [*lines, ""] if shown else []


def _marked(row: Row) -> Iterator[str]:
    now = row["value"]
    for name, mark in (("passes", "✓"), ("fails", "✗"), ("no_answer", "no answer")):
        for value in row[name]:
            word = f"{number(value)} {mark}"
            yield f"[{word}]" if value == now else word


def _sentences(result: Mapping[str, Any]) -> Iterator[str]:
    rows = result["limits"]
    for row in rows:
        if len(row["intervals"]) > 1:
            spans = [_span(ends({**row, "passes_from": least, "passes_to": greatest,
                                 "passes": False, "value": None}))
                     for least, greatest in row["intervals"]]  # fmt: skip
            yield f"{row['path']} passes in more than one interval: {'; '.join(spans)}."
    idle = [row["path"] for row in rows if row["first_to_fail"] is None and row["passes"]]
    if idle:
        yield f"No value that its field takes makes a check fail: {', '.join(idle)}."
    hopeless = [row["path"] for row in rows if not row["intervals"]]
    if hopeless:
        yield f"No value of it, alone, makes every check pass: {', '.join(hopeless)}."
    same = [one["path"] for one in result["categories"]
            if not one["fails"] and not one["no_answer"]]  # fmt: skip
    if same:
        yield f"Every choice passes: {', '.join(same)}."
    if result["held"]:
        held = ", ".join(f"{one['path']} = {number(one['value'])}" for one in result["held"])
        yield f"Held as the answer builds it: {held} (--free: solved again for each value)."
    yield from _good_up_to(result)
    yield f"Checked: {', '.join(result['checked'])}."
    if result["not_checked"]:
        yield f"Not checked: {', '.join(result['not_checked'])}."


def _good_up_to(result: Mapping[str, Any]) -> Iterator[str]:
    """What a wind speed or a given pressure is good for, and under what."""
    units = dict(WINDS)
    row = next((row for row in result["limits"] if row["path"] in units), None)
    if row is None or row["passes_to"] is None:
        return
    under = result["under"]
    site = [
        text.format(number(under[name]))
        for name, text in (("exposure", "Exposure {}"), ("kzt", "Kzt {}"),
                           ("ground_elevation_ft", "ground elevation {} ft"),
                           ("level", "{} level"), ("source", "{}"))
        if name in under
    ]  # fmt: skip
    told = "; ".join(filter(None, [", ".join(under["standards"]), ", ".join(site)]))
    yield f"Good {_span(ends(row, 1))} {units[row['path']]} ({told}; everything else as it stands)."
