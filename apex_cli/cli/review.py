"""apex review: what changed since a project was accepted last."""

from pathlib import Path

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option, argument
from apex_cli.cli.output import Output, say_edited, tell
from apex_cli.exits import ANSWERED, CHECK_FAILED


def review(wish: Output, *, project: str, since: str | None, folders: tuple[Path, ...]) -> int:
    """Tell on one page what changed in a project since it was accepted last."""
    from apex_cli.audit.history import accepted_last, committed, state_at
    from apex_cli.audit.review import passes
    from apex_cli.audit.review import review as found_in
    from apex_cli.errors import UsageError
    from apex_cli.files import shown
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.project import store

    if project == "-":
        raise UsageError("standard input has no earlier state", hint="apex review pylon.json")
    read = store.load(project)
    say_edited(project, read, wish)
    before = state_at(project, since) if since is not None else accepted_last(project)
    now = {
        "path": shown(project), "name": read.document.get("name"),
        "revision": read.document.get("revision"), "committed": committed(project, read.data),
    }  # fmt: skip
    found = {"project": now, **found_in(before, read.document, Catalogue(folders))}
    return tell("review", found, wish, ANSWERED if passes(found) else CHECK_FAILED)


COMMANDS = {
    "review": Command(
        review,
        "project since format file folders brief verbose quiet no_color",
        {
            "project": argument("PROJECT", "A project file."),
            "since": Option(
                ("--since",), "The state to hold it against: an older copy, or a revision of git.",
                "FILE|REVISION",
            ),
        },
        (
            "apex review pylon.json",
            "apex review pylon.json --since v1.2 --format table",
            "apex review pylon.json --since as-permitted.json",
        ),
        "Without --since it is the newest commit of the file whose status is accepted, else the "
        "one that brought its lock. Both are calculated now, each with the packs that it names.\n"
        "Exit 0: every answer can be had and every check passes; 1: else.",
    )
}  # fmt: skip
