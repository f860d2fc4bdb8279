"""apex compare: one sign under several cases, side by side."""

from pathlib import Path

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option, flag
from apex_cli.cli.output import Output, say_edited, tell


def compare(
    wish: Output,
    *,
    project: str,
    cases: tuple[str, ...],
    editions: bool,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
) -> int:
    """Calculate one sign under several cases and set the answers side by side."""
    from apex_cli.audit import cases as comparing
    from apex_cli.clock import today
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.project import store
    from apex_cli.run.one import asked

    given = [comparing.case(text) for text in cases]
    read = store.load(project)
    say_edited(project, read, wish)
    document, margin = asked(read, settings, packs)
    catalogue = Catalogue(folders)
    if editions:
        given += comparing.editions(document, catalogue)
    found = comparing.compared(document, given, catalogue, today())
    return tell("compare", found, wish, comparing.exit_code(found["cases"]), meta=margin)


COMMANDS = {
    "compare": Command(
        compare,
        "project cases editions format file packs folders settings brief units "
        "quiet no_color no_pager",
        {
            "cases": Option(
                ("--case",), "A case: what to calculate with instead; repeatable.",
                "NAME:PATH=VALUE[,...]", many=True, complete="cases",
            ),
            "editions": flag(
                "--editions", help_="A case for each edition of the codes, with those it adopts."
            ),
        },
        (
            "apex compare pylon.json --editions",
            "apex compare pylon.json --case high:site.wind_speed_mph=130 --case clay:soil.class=5",
            "apex compare pylon.json --case 'big pier:footing.width_ft=4,footing.shape=square'",
        ),
        "Nothing is written. The wind speed stays the project's, though each edition has its map.\n"
        "Exit 0: a case passes; 1: none does; 6: none has an answer.",
    )
}  # fmt: skip
