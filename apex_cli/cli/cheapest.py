"""apex cheapest: the cheapest foundation that passes."""

from pathlib import Path

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option
from apex_cli.cli.output import Output, say_edited, tell


def cheapest(
    wish: Output,
    *,
    project: str,
    diameters: str | None,
    thicknesses: str | None,
    two_poles: float | None,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
) -> int:
    """Find the cheapest foundation that passes: piers by diameter, square footings by thickness."""
    from apex_cli.audit import foundations
    from apex_cli.audit.cheapest import Wish, exit_code
    from apex_cli.audit.cheapest import cheapest as found_in
    from apex_cli.clock import today
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.project import store
    from apex_cli.project.overrides import overridden
    from apex_cli.run.margin import meta

    wanted = Wish(
        foundations.lengths("--diameters", diameters) or foundations.DIAMETERS_FT,
        foundations.lengths("--thickness", thicknesses) or foundations.THICKNESSES_FT,
        two_poles,
    )
    read = store.load(project)
    say_edited(project, read, wish)
    document, applied = overridden(read.document, settings, packs)
    found = found_in(document, Catalogue(folders), wanted, today())
    return tell("cheapest", found, wish, exit_code(found), meta=meta(read, document, applied))


COMMANDS = {
    "cheapest": Command(
        cheapest,
        "project diameters thicknesses two_poles format file packs folders settings brief quiet "
        "no_color no_pager",
        {
            "diameters": Option(
                ("--diameters",), "Of the piers that are tried, ft; else 1.5 to 5 by half feet, "
                "6, 7, 8.", "FEET[,FEET...]",
            ),
            "thicknesses": Option(
                ("--thickness",), "Of the square footings that are tried, where the project gives "
                "none, ft; else 1 to 3 by half feet.", "FEET[,FEET...]",
            ),
            "two_poles": Option(
                ("--two-poles",), "Try two poles in the place of one too, so far apart, centre to "
                "centre.", "FEET", float,
            ),
        },
        (
            "apex cheapest pylon.json --pack pricing=example-shop_v1",
            "apex cheapest pylon.json --diameters 2,2.5,3,4",
            "apex cheapest pylon.json --two-poles 6",
        ),
        "The sign stays as it is unless --two-poles says otherwise; nothing is written. A footing "
        "has the smallest width that stands, a pier the least depth.\n"
        "Exit 0: one passes; 1: none does; 6: none has an answer.",
    )
}  # fmt: skip
