"""Cases side by side: a row a number, a column a case; where there is no room, a case a block."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from apex_cli.envelope.headline import names
from apex_cli.envelope.verdict import PASS
from apex_cli.render import si as metric
from apex_cli.render.brief import folded, line, written
from apex_cli.render.columns import Column, side_by_side
from apex_cli.render.text import label, number, one_line, short

_INDENT = "    "
_DECIDE = ("depth", "shear", "moment", "steel ratio", "total")
"""The headline numbers that stand in the one line."""
Case = Mapping[str, Any]
Row = tuple[str, str, list[str]]
"""What it is, its unit, and its cell in every case."""


def render(
    result: Mapping[str, Any],
    *,
    width: int,
    color: bool = False,
    ascii_only: bool = False,
    si: bool = False,
) -> str:
    """The cases of a comparison as text; no number is cut.

    Args:
        result: As `apex compare` answers it.
        width: Columns to fill.
        color: Whether to colour the verdict.
        ascii_only: Whether its reader knows nothing but ASCII.
        si: Whether numbers are shown in SI; what a case sets stays as it was given.
    """
    cases, verdict = _cases(result, si=si), folded(brief(result, si=si), width)
    for moves in (True, False):
        rows = list(_rows(cases, moves=moves))
        lines = side_by_side(_columns(cases, rows))
        if max(map(len, lines)) <= width:
            break
    else:
        lines = _blocks(cases, list(_rows(cases, moves=True)))
    lines.append("")
    for case in cases:
        lines += _told(case, width)
    text = "\n".join(one.rstrip() for one in [*verdict, "", *lines, "", *verdict])
    return written(text, color=color, ascii_only=ascii_only)


def _cases(result: Mapping[str, Any], *, si: bool) -> list[Case]:
    """The cases, the headline of each in the order and the units that are wanted."""
    tell = metric.field if si else metric.as_given
    wanted = names(case["headline"] for case in result["cases"])
    return [
        {**case, "headline": dict(tell(name, case["headline"].get(name)) for name in wanted)}
        for case in result["cases"]
    ]


def brief(result: Mapping[str, Any], *, si: bool = False) -> str:
    """A comparison in one line: how many cases pass, which do not, and what moves."""
    cases = _cases(result, si=si)
    named: dict[str, list[str]] = {}
    for case in cases:
        named.setdefault(case["verdict"], []).append(case["name"])
    if len(named) == 1:
        return line(cases[0]["verdict"], f"{len(cases)} cases", *_moves(cases))
    others = (f"{word}: {', '.join(names)}" for word, names in named.items() if word != PASS)
    return line(f"{len(named.get(PASS, []))} of {len(cases)} PASS", *others, *_moves(cases))


def _moves(cases: Sequence[Case]) -> Iterator[str]:
    """From where to where the numbers go that decide."""
    names = {label(name)[0]: name for name in cases[0]["headline"]}
    for words in _DECIDE:
        values = {case["headline"][names[words]] for case in cases} - {None}
        if len(values) > 1:
            _, unit = label(names[words])
            yield f"{words} {short(min(values))} to {short(max(values))} {unit}".rstrip()


def _rows(cases: Sequence[Case], *, moves: bool) -> Iterator[Row]:
    """The rows; where there is room, each number with how far it moves."""
    yield "verdict", "", [case["verdict"] for case in cases]
    first = cases[0]["headline"]
    for name in first:
        values = [case["headline"][name] for case in cases]
        if any(value is not None for value in values):
            words, unit = label(name)
            yield (
                words,
                unit,
                [_cell(value, first[name] if moves else None) for value in values],
            )
    yield "governed by", "", [case["governed_by"] or "" for case in cases]
    ratios = [case["ratio"] for case in cases]
    yield "ratio", "", ["" if ratio is None else number(ratio) for ratio in ratios]


def _cell(value: float | None, first: float | None) -> str:
    """A number, and how far it is from that of the project as it is given."""
    if value is None:
        return ""
    if not first or value == first:
        return number(value)
    return f"{number(value)} ({(value / first - 1) * 100:+.1f} %)"


def _columns(cases: Sequence[Case], rows: Sequence[Row]) -> list[Column]:
    words, units, cells = zip(*rows, strict=True)
    return [
        Column([""], words, right=False),
        Column([""], units, right=False),
        *(Column([one_line(case["name"])], column)
          for case, column in zip(cases, zip(*cells, strict=True), strict=True)),
    ]  # fmt: skip


def _blocks(cases: Sequence[Case], rows: Sequence[Row]) -> list[str]:
    lines = []
    most = max(len(words) for words, _, _ in rows)
    for n, case in enumerate(cases):
        lines += ["", one_line(case["name"])] if n else [one_line(case["name"])]
        lines += [
            f"{_INDENT}{words:<{most}}  {_with(unit, cells[n])}"
            for words, unit, cells in rows
            if cells[n]
        ]
    return lines


def _with(unit: str, cell: str) -> str:
    """A cell with its unit behind the number."""
    value, space, move = cell.partition(" (")
    return f"{value} {unit}{space}{move}" if unit else cell


def _told(case: Case, width: int) -> list[str]:
    """What a case sets, why it has no answer, which step moved first."""
    said = ", ".join(
        f"{path} = {one_line(_spelled(value))}" for path, value in case["overrides"].items()
    )
    words = [said] if said else []
    if case["error"]:
        words.append(f"no answer: {one_line(case['error']['detail'])}")
    step = case["first_step"]
    if step:
        of = f" of {one_line(step['subject'])}" if step["subject"] else ""
        change = " -> ".join(
            "none" if step[name] is None else number(step[name]) for name in ("old", "new")
        )
        why = f" ({one_line(step['why'])})" if step["why"] else ""
        words.append(f"first step that moves: {one_line(step['symbol'])}{of}, {change}{why}")
    if not words:
        return []
    text = f"{one_line(case['name'])}: {'; '.join(words)}."
    return wrap(text, max(width, 40), subsequent_indent=_INDENT)


def _spelled(value: Any) -> str:
    return number(value) if isinstance(value, int | float) else str(value)
