"""What was checked and remarked: what fails or comes nearest to it first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from apex_cli.envelope.verdict import nearness
from apex_cli.render.details import bullet, heading
from apex_cli.render.text import MARKS, accepted, number, one_line, unit

BAR_CELLS = 10
ROOM_FOR_BARS = 110
ROOM_FOR_COLUMNS = 64
ROOM_BESIDE = 40
FEW = 6
"""So many checks are told, those that fail beside; the rest are counted."""
_SEVERITY = {"notice": "cyan", "warning": "magenta", "review": "black on yellow"}
_ORDER = ("review", "warning", "notice")


def shown(
    checks: Sequence[Mapping[str, Any]], *, every: bool
) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """The checks that are told, those that fail first, then by how far they are used; the rest.

    >>> rows = [{"passed": True, "ratio": 0.5}, {"passed": False, "ratio": 1.2}]
    >>> [row["ratio"] for row in shown(rows, every=False)[0]]
    [1.2, 0.5]
    """
    ordered = sorted(checks, key=nearness, reverse=True)
    failed = sum(not check["passed"] for check in checks)
    told = len(ordered) if every or len(ordered) <= FEW + 2 else max(FEW, failed)
    return ordered[:told], ordered[told:]


def checked(
    checks: Sequence[Mapping[str, Any]], width: int, *, every: bool, ascii_only: bool
) -> Iterator[RenderableType]:
    """A line a check: how far it is used, what it says, its clause, the two numbers.

    Args:
        checks: Those of an envelope.
        width: Columns to fill. Bars go first, then the column of the numbers.
        every: Whether all are told.
        ascii_only: Whether its reader knows nothing but ASCII.
    """
    if not checks:
        return
    failed = sum(not check["passed"] for check in checks)
    title = heading("Checks")
    title.append(f"  {_tally(len(checks), failed)}", "not bold")
    yield title
    rows, rest = shown(checks, every=every)
    demands = [number(row["demand"]) for row in rows]
    most = max(map(len, demands))
    if width < ROOM_BESIDE:
        yield from _narrow(rows, rest, MARKS[ascii_only])
        return
    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=3, justify="right", no_wrap=True)
    grid.add_column(justify="right", no_wrap=True)
    bars, columns = width >= ROOM_FOR_BARS, width >= ROOM_FOR_COLUMNS
    if bars:
        grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    if columns:
        grid.add_column(no_wrap=True)
    for row, demand in zip(rows, demands, strict=True):
        style, text = _style(row), _sentence(row)
        of = _measure(row, demand.rjust(most if columns else 0))
        cells = [
            Text(MARKS[ascii_only][bool(row["passed"])], style),
            Text(_percent(row["ratio"]), style),
        ]
        if bars:
            cells.append(Text(_bar(row["ratio"]), style))
        grid.add_row(*cells, *((text, of) if columns else (Text("\n").join((text, of)),)))
    yield grid
    yield from _counted(rest)


def _narrow(
    rows: Sequence[Mapping[str, Any]], rest: Sequence[Mapping[str, Any]], marks: tuple[str, str]
) -> Iterator[RenderableType]:
    """The same where there is no room for anything beside the sentences."""
    for row in rows:
        yield Text.assemble(
            (f"{marks[row['passed']]} {_percent(row['ratio'])} ", _style(row)), _sentence(row)
        )
        yield _measure(row, number(row["demand"]))
    yield from _counted(rest)


def _counted(rest: Sequence[Mapping[str, Any]]) -> Iterator[RenderableType]:
    """How many there are beside, and that they pass."""
    if rest:
        most_used = _percent(rest[0]["ratio"])
        words = f"and {len(rest)} more that pass, used to {most_used} at most (-v)"
        yield Padding(Text(words, "dim"), (0, 0, 0, 4))


def _style(check: Mapping[str, Any]) -> str:
    return "green" if check["passed"] else "bold red"


def _sentence(check: Mapping[str, Any]) -> Text:
    text = Text(one_line(check["description"]))
    if clause := one_line(check["clause"]):
        text.append(f" [{clause}]", style="dim")
    return text


def _measure(check: Mapping[str, Any], demand: str) -> Text:
    shown = f" {unit(check['unit'])}".rstrip()
    return Text.assemble(demand, (" of ", "dim"), number(check["capacity"]), (shown, "dim"))


def _tally(count: int, failed: int) -> str:
    if failed:
        return f"{failed} of {count} fail" if failed > 1 else f"1 of {count} fails"
    return "all pass" if count > 1 else "passes"


def _percent(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio * 100:,.0f} %"


def _bar(ratio: float | None) -> str:
    if ratio is None:
        return ""
    filled = max(0, min(BAR_CELLS, int(ratio * BAR_CELLS)))  # full only at the limit
    return "█" * filled + "░" * (BAR_CELLS - filled)


def remarks(warnings: Sequence[Mapping[str, Any]]) -> Iterator[RenderableType]:
    """The warnings, those that an engineer must look at first."""
    if warnings:
        yield heading("Remarks")
        yield from map(_remark, sorted(warnings, key=_rank))


def _rank(item: Mapping[str, Any]) -> tuple[bool, int]:
    return bool(item.get("accepted")), _ORDER.index(item["severity"])


def _remark(item: Mapping[str, Any]) -> RenderableType:
    text = Text()
    text.append(item["severity"], style=_SEVERITY[item["severity"]])
    text.append(f" {one_line(item['message'])}")
    tail = " ".join(part for part in (item["clause"], f"[{item['code']}]") if part)
    text.append(f" {one_line(tail)}", style="dim")
    if reason := accepted(item):
        text.stylize("dim")
        text.append(f" {one_line(reason)}")
    return bullet(text)
