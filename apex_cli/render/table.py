"""An envelope for the eyes: results, checks, warnings, assumptions, digest."""

from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any, NamedTuple

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from apex_cli.render.explain import steps
from apex_cli.render.rows import KEPT, facts, nested, table
from apex_cli.render.text import (
    NOT_CHECKED,
    accepted,
    label,
    not_checked,
    number,
    one_line,
    unit,
    visible,
)
from apex_cli.render.text import ascii_only as to_ascii

BAR_CELLS = 20
ROOMY = 80
_SEVERITY = {"notice": "cyan", "warning": "yellow", "review": "bold yellow"}


def render(
    envelope: Mapping[str, Any],
    *,
    width: int,
    color: bool = False,
    ascii_only: bool = False,
    explain: bool = False,
    where: bool = False,
) -> str:
    """The envelope as text.

    Args:
        envelope: Any envelope.
        width: Columns to fill.
        color: Whether to colour it.
        ascii_only: Whether the terminal knows nothing but ASCII.
        explain: Whether to show every step.
        where: Whether to show every step, and to say what it and its terms are.
    """
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        safe_box=ascii_only,
    )
    view = _View(width, box.ASCII if ascii_only else box.SIMPLE_HEAD, ascii_only, explain, where)
    for part in view.parts(envelope):
        console.print(part)
    text = (
        "\n".join(line.rstrip() for line in out.getvalue().replace(KEPT, " ").splitlines()) + "\n"
    )
    return to_ascii(text) if ascii_only else text


class _View(NamedTuple):
    """How much room there is, and what is to be shown."""

    width: int
    frame: box.Box
    ascii_only: bool
    explain: bool
    where: bool

    def parts(self, envelope: Mapping[str, Any]) -> Iterator[RenderableType]:
        """Everything an envelope says, in the order in which it is read."""
        yield _title(envelope)
        if envelope["error"]:
            yield from _problem(envelope["error"])
        if envelope["result"]:
            yield from self.mapping(envelope["result"])
        if (self.explain or self.where) and envelope["trace"]["steps"]:
            yield _heading("Steps")
            yield from steps(
                envelope["trace"]["steps"], self.width, ascii_only=self.ascii_only, where=self.where
            )
        if envelope["checks"]:
            yield _heading("Checks")
            for check in envelope["checks"]:
                yield from _check(check, self.width)
        if envelope["warnings"]:
            yield _heading("Warnings")
            yield from map(_warning, envelope["warnings"])
        told = {"Assumptions": envelope["assumptions"], "Not checked": not_checked(envelope)}
        for title, sentences in told.items():
            if sentences:
                yield _heading(title)
                yield from (_bullet(Text(one_line(sentence))) for sentence in sentences)
        yield _foot(envelope, self.width)

    def mapping(self, result: Mapping[str, Any], title: str = "") -> Iterator[RenderableType]:
        """Plain values as a list, then nested objects and tables under headings."""
        result = {key: value for key, value in result.items() if key != NOT_CHECKED}
        if title:
            yield _heading(title)
        if shown := facts(result, self.width):
            yield shown
        for key, value in result.items():
            if nested(value):
                words = label(key)[0]
                heading = f"{title} › {words}" if title else words[:1].upper() + words[1:]
                if isinstance(value, Mapping):
                    yield from self.mapping(value, heading)
                else:
                    yield from self.records(value, heading)

    def records(self, items: Sequence[Any], title: str) -> Iterator[RenderableType]:
        """A list of records; lists inside them become tables of their own."""
        yield _heading(title)
        whole = [item if isinstance(item, Mapping) else {"value": item} for item in items]
        yield from table(whole, self.width, self.frame)
        for key in dict.fromkeys(key for item in whole for key in item if nested(item[key])):
            inner = [
                {"of": item.get("name") or item.get("code") or n, **part}
                for n, item in enumerate(whole, 1)
                if nested(item.get(key))
                for part in _list(item[key])
            ]
            yield from self.records(inner, f"{title} › {label(key)[0]}")


def _list(value: Any) -> list[Mapping[str, Any]]:
    parts = [value] if isinstance(value, Mapping) else value or []
    return [part if isinstance(part, Mapping) else {"value": part} for part in parts]


def _title(envelope: Mapping[str, Any]) -> Text:
    project = envelope["meta"].get("project") or {}
    name = project.get("name") or project.get("id") or ""
    title = Text(one_line(envelope["kind"]).upper(), style="bold")
    if name:
        title.append(f"  {one_line(str(name))}", style="default not bold")
    return title


def _problem(error: Mapping[str, Any]) -> Iterator[RenderableType]:
    """Why there is no answer."""
    yield Text(f"{one_line(error['title'])} [{one_line(error['code'])}]", style="bold red")
    yield Text(visible(error["detail"]))
    for fault in error["errors"]:
        hint = f" ({fault['hint']})" if fault["hint"] else ""
        yield _bullet(Text(one_line(f"{fault['pointer'] or '/'}: {fault['detail']}{hint}")))
    if error["hint"]:
        yield Text(f"hint: {one_line(error['hint'])}")


def _heading(words: str) -> Text:
    return Text(f"\n{visible(words)}", style="bold")


def _bullet(text: Text) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=3, justify="right")
    grid.add_column(ratio=1)
    grid.add_row("•", text)
    return grid


def _check(check: Mapping[str, Any], width: int) -> Iterator[RenderableType]:
    """A sentence with its clause, below it the bar and the two numbers."""
    passed = check["passed"]
    style = "green" if passed else "bold red"
    head = Table.grid(padding=(0, 1))
    head.add_column(width=5, justify="right")
    head.add_column(ratio=1)
    text = Text(one_line(check["description"]))
    clause = one_line(check["clause"])
    if clause:
        text.append(f" [{clause}]", style="dim")
    head.add_row(Text("✓" if passed else "✗", style=style), text)
    cells = max(4, min(BAR_CELLS, width - 34))
    measure = Text(_bar(check["ratio"], cells), style=style)
    shown = unit(check["unit"])
    measure.append(
        f"   {number(check['demand'])} of {number(check['capacity'])} {shown}",
        style="default not bold",
    )
    head.add_row("", measure)
    yield head


def _bar(ratio: float | None, cells: int) -> str:
    if ratio is None:
        return "-"
    filled = max(0, min(cells, int(ratio * cells)))  # full only at the limit
    return "█" * filled + "░" * (cells - filled) + f" {ratio * 100:>3.0f} %"


def _warning(item: Mapping[str, Any]) -> RenderableType:
    text = Text()
    text.append(f"{item['severity']} ", style=_SEVERITY[item["severity"]])
    text.append(one_line(item["message"]))
    tail = " ".join(part for part in (item["clause"], f"[{item['code']}]") if part)
    text.append(f" {one_line(tail)}", style="dim")
    if reason := accepted(item):
        text.stylize("dim")
        text.append(f" {one_line(reason)}")
    return _bullet(text)


def _foot(envelope: Mapping[str, Any], width: int) -> RenderableType:
    """What the answer stands on, and its digest."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="dim")
    grid.add_column(style="dim", overflow="fold")
    grid.add_row("", "")
    grid.add_row("  confidence", number(envelope["confidence"]))
    for kind, pack in envelope["trace"]["pack_metadata"].items():
        words = f"{kind}_{pack['ref']}  {pack['standard']}"
        if width >= ROOMY:
            words += f"  sha256 {pack['sha256'][:12]}…"
        grid.add_row("  pack", Text(one_line(words)))
    grid.add_row("  sha256", envelope["content_sha256"])
    return grid
