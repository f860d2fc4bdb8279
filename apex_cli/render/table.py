"""An envelope for the eyes: the verdict, what one looks for first, checks and remarks; the verdict.

Nothing of an envelope is missing where all of it is asked for; else the end says what is.
"""

from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any, NamedTuple, get_args

from rich import box
from rich.console import Console, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from apex_cli.envelope.verdict import FAIL, NO_ANSWER, PASS, REVIEW, verdict
from apex_cli.render import si
from apex_cli.render.brief import brief, folded
from apex_cli.render.checked import checked, remarks
from apex_cli.render.details import bullet, heading, least, mapping
from apex_cli.render.explain import steps
from apex_cli.render.forms import Sheet
from apex_cli.render.rows import KEPT
from apex_cli.render.summary import summary
from apex_cli.render.text import ascii_only as to_ascii
from apex_cli.render.text import not_checked, number, one_line, visible
from apex_cli.vocabulary import CalculationKind

ROOMY = 80
WIDEST = 120
"""Sentences are not read on longer lines; tables take what there is."""
STYLES = {PASS: "bold green", REVIEW: "black on yellow", FAIL: "bold red", NO_ANSWER: "bold red"}
"""The colours of a verdict, which can be read on light and on dark."""


def render(envelope: Mapping[str, Any], sheet: Sheet) -> str:
    """The envelope as text; all of it where there is room, or where it is no calculation's."""
    out = StringIO()
    console = Console(
        file=out,
        width=sheet.width,
        color_system="standard" if sheet.color else None,
        force_terminal=sheet.color,
        no_color=not sheet.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        safe_box=sheet.ascii_only,
    )
    explain = sheet.explain or sheet.where
    view = _View(
        sheet=sheet._replace(explain=explain),
        read=min(sheet.width, WIDEST),
        frame=box.ASCII if sheet.ascii_only else box.SIMPLE_HEAD,
        whole=sheet.verbose or explain or envelope["kind"] not in get_args(CalculationKind),
    )
    for part in view.parts(_plain(envelope) if sheet.ascii_only else envelope):
        console.print(part)
    text = (
        "\n".join(line.rstrip() for line in out.getvalue().replace(KEPT, " ").splitlines()) + "\n"
    )
    return to_ascii(text) if sheet.ascii_only else text


def _plain(envelope: Mapping[str, Any]) -> dict[str, Any]:
    """What an envelope says in ASCII, before it is set: what stands for a sign may be longer."""
    said = ("result", "checks", "warnings", "assumptions", "error")
    return {**envelope, **{name: _ascii(envelope[name]) for name in said}}


def _ascii(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _ascii(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_ascii(one) for one in value]
    return to_ascii(value) if isinstance(value, str) else value


class _View(NamedTuple):
    """How much room there is, and what is to be shown."""

    sheet: Sheet
    read: int
    frame: box.Box
    whole: bool

    def parts(self, envelope: Mapping[str, Any]) -> Iterator[RenderableType]:
        """What an envelope says, in the order in which it is read."""
        if envelope["kind"] not in get_args(CalculationKind):
            yield _title(envelope)
            yield from self.told(envelope)
            return
        line = [Text(one) for one in folded(brief(envelope, si=self.sheet.si), self.sheet.width)]
        line[0].stylize(STYLES[verdict(envelope)], 0, len(verdict(envelope)))
        yield from line
        yield Text("\n") + _title(envelope)
        yield from self.told(envelope)
        yield Text()
        yield from line

    def told(self, envelope: Mapping[str, Any]) -> Iterator[RenderableType]:
        """What stands between the two lines of the verdict."""
        result = envelope["result"] or {}
        if envelope["error"]:
            yield from _problem(envelope["error"])
        if envelope["kind"] in get_args(CalculationKind):
            yield from summary(
                envelope["kind"], result, self.sheet.width, self.frame, si=self.sheet.si
            )
        checks = [si.check(one) if self.sheet.si else one for one in envelope["checks"]]
        every, ascii_only = self.whole, self.sheet.ascii_only
        told = [*checked(checks, self.read, every=every, ascii_only=ascii_only),
                *remarks(envelope["warnings"])]  # fmt: skip
        yield from (Constrain(one, self.read) for one in told)
        if self.whole:
            shown = si.record(result) if self.sheet.si else result
            yield from mapping(shown, self.sheet.width, self.frame)
            if self.sheet.explain and envelope["trace"]["steps"]:
                yield heading("Steps")
                yield from steps(
                    envelope["trace"]["steps"], self.sheet.width,
                    ascii_only=self.sheet.ascii_only, where=self.sheet.where,
                )  # fmt: skip
            for title, sentences in _lists(envelope).items():
                if sentences:
                    yield heading(title)
                    for sentence in sentences:
                        yield Constrain(bullet(Text(one_line(sentence))), self.read)
        yield _foot(envelope, self.sheet.width, whole=self.whole)


def _lists(envelope: Mapping[str, Any]) -> dict[str, list[str]]:
    return {"Assumptions": envelope["assumptions"], "Not checked": not_checked(envelope)}


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
        yield bullet(Text(one_line(f"{fault['pointer'] or '/'}: {fault['detail']}{hint}")))
    if error["hint"]:
        yield Text(f"hint: {one_line(error['hint'])}")


def _foot(envelope: Mapping[str, Any], width: int, *, whole: bool) -> RenderableType:
    """What the answer stands on, its digest, and how to see what is not shown."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="dim")
    grid.add_column(style="dim", overflow="fold")
    grid.add_row("", "")
    if not whole and not envelope["error"]:
        grid.add_row("  not shown", _unseen(envelope))
    if whole and (room := least(envelope["result"])) > width:
        grid.add_row("  tables", f"all are tables from {room} columns on; --format json tells all")
    grid.add_row("  confidence", number(envelope["confidence"]))
    for kind, pack in envelope["trace"]["pack_metadata"].items() if whole else ():
        words = f"{kind}_{pack['ref']}  {pack['standard']}"
        if width >= ROOMY:
            words += f"  sha256 {pack['sha256'][:12]}…"
        grid.add_row("  pack", Text(one_line(words)))
    grid.add_row("  sha256", envelope["content_sha256"])
    return grid


def _unseen(envelope: Mapping[str, Any]) -> str:
    """How much there is that is not shown, and how to see it."""
    count, limits = map(len, _lists(envelope).values())
    told = [f"{count} assumption{'s' * (count > 1)}"] if count else []
    told += [f"{limits} not checked"] if limits else []
    steps_ = len(envelope["trace"]["steps"])
    return f"{', '.join([*told, 'tables'])}: -v. {steps_} steps: --explain. All: --format json"
