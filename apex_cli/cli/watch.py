"""apex watch: the brief answer again whenever the file changes."""

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option, argument
from apex_cli.cli.output import Output, say, write
from apex_cli.errors import ApexError
from apex_cli.vocabulary import CalculationKind

EVERY = 0.3
"""Seconds between two looks at the file."""


def watch(
    wish: Output,
    *,
    project: str,
    kind: CalculationKind | None,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
) -> int:
    """Tell the brief answer again whenever the project file changes, until Ctrl-C.

    A line a change: the verdict, and the numbers that decide; as JSON the envelope. A file that is
    not there or not valid in between is told, and the watch goes on; it ends, too, where nobody
    reads any more.
    """
    from apex_cli.errors import UsageError
    from apex_cli.run.margin import meta

    if project == "-":
        raise UsageError("standard input does not change", hint="apex calc all -")
    say(f"apex: watching {project}; Ctrl-C ends it", wish)
    for _ in changes(project):
        try:
            envelope = _answer(project, kind, packs, folders, settings)
        except ApexError as error:
            from apex_cli.envelope.build import build

            envelope = build(kind or "all", error=error, meta=meta())
        if not write(_told(envelope, wish), wish):
            break
    return 0


def changes(path: str, sleep: Any = time.sleep) -> Iterator[None]:
    """A turn at once, and one whenever the file is another, is written to, comes or goes."""
    last: Any = ()
    while True:
        now = _state(path)
        if now != last:
            last = now
            yield
        sleep(EVERY)


def _state(path: str) -> tuple[int, int, int] | None:
    """What is different when a file was written, or replaced by one of the same name."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a name that is no path is told of when it is read
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _answer(
    project: str,
    kind: CalculationKind | None,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
) -> dict[str, Any]:
    from apex_cli.project import store
    from apex_cli.run.one import single

    read = store.load(project)
    return single(kind or kind_of(read.document), read, settings, packs, folders)


def kind_of(document: Mapping[str, Any]) -> CalculationKind:
    """The calculation that a project is about: the last that it asks for, or all of them."""
    from apex_cli.audit.locked import together

    return (together(document) or ("all",))[-1]


def _told(envelope: Mapping[str, Any], wish: Output) -> bytes:
    if not wish.as_table:
        from apex_cli.render.json import line

        return line(envelope)
    from apex_cli.render.brief import brief

    shown = f"{time.strftime('%H:%M:%S')}  {brief(envelope)}\n"
    return shown.encode("utf-8", "replace")


COMMANDS = {
    "watch": Command(
        watch,
        "project kind packs folders settings format quiet",
        {
            "project": argument("PROJECT", "A project file."),
            "kind": Option(
                ("--calc",),
                "Which calculation; else what the project asks for.",
                "KIND",
                CalculationKind,
            ),
        },
        (
            "apex watch pylon.json",
            "apex watch pylon.json --calc footing --set footing.width_ft=4",
            "apex watch pylon.json --format json | jq --unbuffered -c .checks",
        ),
    )
}
