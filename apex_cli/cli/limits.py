"""apex limits: how far each number may move, alone, before a check flips."""

from pathlib import Path

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option, flag
from apex_cli.cli.output import Output, say_edited, tell


def limits(
    wish: Output,
    *,
    project: str,
    paths: tuple[str, ...],
    free: bool,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
) -> int:
    """Tell how far each number may move, alone, before a check flips, and which choices pass."""
    from apex_cli.audit.limits import exit_code
    from apex_cli.audit.limits import limits as found_in
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.project import store
    from apex_cli.run.one import asked

    read = store.load(project)
    say_edited(project, read, wish)
    document, margin = asked(read, settings, packs)
    found = found_in(document, Catalogue(folders), paths, free=free)
    return tell("limits", found.result, wish, exit_code(found.result), meta=margin, **found.beside)


COMMANDS = {
    "limits": Command(
        limits,
        "project paths free format file packs folders settings brief units quiet no_color no_pager",
        {
            "paths": Option(
                (), "A number or a choice, or a block of them; none: all that is read.",
                "PATH...", many=True,
            ),
            "free": flag(
                "--free", help_="Solve again, for each value, the sizes that the project leaves "
                "open; otherwise they stay as the answer builds them.",
            ),
        },
        (
            "apex limits pylon.json",
            "apex limits pylon.json site.wind_speed_mph",
            "apex limits pylon.json soil footing --set footing.depth_ft=9",
        ),
        "Nothing is written. All else stays as it is, so what is good up to a wind speed is so by "
        "the editions and the exposure of the project.\n"
        "Exit 0: every check passes as the project stands; 1: one fails, and what is told is where "
        "all would pass.",
    )
}  # fmt: skip
