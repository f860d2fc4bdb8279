"""How far numbers may move, as a table: nearest first, ends rounded into what passes."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from textwrap import wrap
from typing import Any

from apex_cli.envelope.verdict import FAIL
from apex_cli.render import si as metric
from apex_cli.render.brief import folded, line, written
from apex_cli.render.columns import GAP, Column, side_by_side
from apex_cli.render.text import aligned, label, number, one_line

_INDENT = "    "
_HEADINGS = ("", "value", "", "passes from", "passes to", "factor", "first to fail")
_RIGHT = (1, 3, 4, 5)
"""The columns that hold numbers."""
_DIGITS = 4
_UNDER = {"exposure": "Exposure", "kzt": "Kzt"}
"""What is said of a site under other words than those of its fields."""
WINDS = ("site.wind_speed_mph", "site.given_pressure.pressure_psf")
"""The numbers that say how strong the wind is."""
Row = Mapping[str, Any]


def render(
    result: Mapping[str, Any],
    *,
    width: int,
    color: bool = False,
    ascii_only: bool = False,
    si: bool = False,
) -> str:
    """The limits as text; no number is cut, and none is shown that fails.

    Args:
        result: As `apex limits` answers it.
        width: Columns to fill.
        color: Whether to colour the verdict.
        ascii_only: Whether its reader knows nothing but ASCII.
        si: Whether numbers are shown in SI; sizes that are held stay as fields have them.
    """
    verdict, result = folded(brief(result, si=si), width), _told_in(result, si=si)
    table = [row for row in result["limits"] if row["first_to_fail"] is not None]
    lines = [*verdict, ""]
    if table:
        lines += [*_table(table, width), ""]
    lines += _choices(result["categories"], width)
    for sentence in _sentences(result):
        lines += wrap(one_line(sentence), max(width, 40), subsequent_indent=_INDENT)
    text = "\n".join(one.rstrip() for one in [*lines, "", *verdict])
    return written(text, color=color, ascii_only=ascii_only)


def brief(result: Mapping[str, Any], *, si: bool = False) -> str:
    """The limits in one line: the verdict, and the number that is nearest to its end."""
    return line(result["verdict"], _nearest(_told_in(result, si=si)))


def _told_in(result: Mapping[str, Any], *, si: bool) -> Mapping[str, Any]:
    """The result with its numbers in the units that are wanted."""
    if not si:
        return result
    return {
        **result,
        "limits": [metric.limit(row) for row in result["limits"]],
        "under": metric.record(result["under"]),
    }


def _nearest(result: Mapping[str, Any]) -> str:
    """The first row at whose end a check fails, in words."""
    rows = [row for row in result["limits"] if row["first_to_fail"] is not None]
    first = next((row for row in rows if not _unanswered(row)), None)
    if first is None:
        word = "pass" if result["verdict"] == FAIL else "fail"
        return f"no number that was moved alone makes a check {word}"
    word = "nearest" if first["passes"] else "nearest to pass"
    return (
        f"{word}: {first['path']} {_with_unit(first)} "
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


def _table(rows: Sequence[Row], width: int) -> list[str]:
    """The rows side by side, or else one by one."""
    cells = [
        [row["path"] for row in rows],
        aligned([number(row["value"]) for row in rows]),
        [row["unit"] or "" for row in rows],
        aligned([ends(row)[0] for row in rows]),
        aligned([ends(row)[1] for row in rows]),
        aligned([_factor(row) for row in rows]),
        [_end(row) for row in rows],
    ]
    lines = side_by_side(
        [Column([head], column, right=at in _RIGHT)
         for at, (head, column) in enumerate(zip(_HEADINGS, cells, strict=True))]
    )  # fmt: skip
    if max(map(len, lines)) <= width:
        return lines
    return [one for row in rows for one in _block(row, width)]


def _block(row: Row, width: int) -> list[str]:
    """A row where there is no room for a table."""
    factor = f"factor {_factor(row)}, " if _factor(row) else ""
    text = f"passes {_span(ends(row))}, {factor}first to fail: {_end(row)}"
    told = wrap(text, max(width - len(_INDENT), 1), break_long_words=False)
    return [f"{row['path']} {_with_unit(row)}", *(_INDENT + one for one in told)]


def _factor(row: Row) -> str:
    return "" if row["factor"] is None else f"{row['factor']:.3f}"


def _end(row: Row) -> str:
    """What fails first, or the error that comes."""
    return "no answer: " * _unanswered(row) + str(row["first_to_fail"])


def _with_unit(row: Row) -> str:
    return f"{number(row['value'])} {row['unit'] or ''}".rstrip()


def _choices(rows: Sequence[Row], width: int) -> list[str]:
    """The choices that matter, each marked; the present one in brackets."""
    shown = {row["path"]: list(_marked(row)) for row in rows if row["fails"] or row["no_answer"]}
    most = max(map(len, shown), default=0) + len(GAP)
    beside = most + max((len(word) for words in shown.values() for word in words), default=0)
    lines = []
    for path, words in shown.items():
        text = f"{path:<{most}}"
        if beside > width:
            lines.append(path)
            text = _INDENT
        indent = " " * len(text)
        for word in words:
            if len(text) + len(word) > width and text.strip():
                lines.append(text)
                text = indent
            text += word + GAP
        lines.append(text)
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
    row = next((row for row in result["limits"] if row["path"] in WINDS), None)
    if row is None or row["passes_to"] is None:
        return
    site = [
        f"{_UNDER.get(words, words)} {number(value)} {unit}".rstrip()
        for name, value in result["under"].items() if name != "standards"
        for words, unit in (label(name),)
    ]  # fmt: skip
    told = "; ".join(filter(None, [", ".join(result["under"]["standards"]), ", ".join(site)]))
    yield f"Good {_span(ends(row, 1))} {row['unit']} ({told}; everything else as it stands)."
    if (nominal := row.get("nominal_passes_to")) is not None:
        _, most = ends({**row, "passes_from": None, "passes_to": nominal, "passes": False}, 1)
        yield f"As a nominal speed, of codes before ASCE 7-10: up to {most} {row['unit']}."
