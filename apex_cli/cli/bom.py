"""apex bom: what signs are built of, as a table, for a spreadsheet, or as an envelope."""

from pathlib import Path
from typing import Any, Literal

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option, argument
from apex_cli.cli.output import Output, say_edited, tell


def bom(
    wish: Output,
    *,
    projects: tuple[str, ...],
    sticks: tuple[str, ...],
    waste: float,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
) -> int:
    """List what signs are built of: pieces of poles, plates, rods, concrete, bars, cabinets."""
    from functools import partial

    from apex_cli.audit.find import files_of
    from apex_cli.material.bill import Wish, bill, exit_code
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.project import store
    from apex_cli.project.overrides import overridden
    from apex_cli.run.margin import meta

    margins: list[dict[str, Any]] = []

    def reading(path: str) -> dict[str, Any]:
        read = store.load(path)
        say_edited(path, read, wish)
        document, applied = overridden(read.document, settings, packs)
        margins.append(meta(read, document, applied))
        return document

    paths = list(files_of(projects))
    readings = [(path, partial(reading, path)) for path in paths]
    found, errors = bill(readings, Catalogue(folders), Wish(sticks, waste))
    margin = margins[0] if len(paths) == 1 else meta()
    if wish.format == "auto" and wish.file is not None and wish.file.suffix.lower() == ".csv":
        wish = wish._replace(format="csv")
    return tell("bom", found, wish, exit_code(found, errors), meta=margin)


COMMANDS = {
    "bom": Command(
        bom,
        "projects sticks waste format file packs folders settings brief verbose quiet no_color "
        "no_pager",
        {
            "projects": argument("PROJECT...", "Files, folders, patterns, or -.", many=True),
            "sticks": Option(
                ("--stick",), "Lengths in which a section is bought; NAME: pipe, hss, or a "
                "section; repeatable.", "NAME=FEET[,FEET]", many=True,
            ),
            "waste": Option(
                ("--waste",), "Concrete ordered beyond what stays in place, per cent.", "PERCENT",
                float, default=0.0,
            ),
            "format": Option(
                ("--format",), "auto: table on a terminal, CSV into a file .csv, else JSON.",
                type=Literal["auto", "table", "json", "csv"], default="auto", env="APEX_FORMAT",
            ),
        },
        (
            "apex bom pylon.json",
            "apex bom signs/ -o material.csv --waste 5",
            "apex bom signs/*.json --stick pipe=21 --stick HSS10.750x0.365=48",
        ),
        "What the projects do not say is listed as not included. Pieces of all projects are cut "
        "from the same sticks.\n"
        "Exit 0: a bill; 1: a check of a project fails; else that of the worst project, which is "
        "left out.",
    )
}  # fmt: skip
