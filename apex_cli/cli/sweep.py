"""apex sweep: one project over ranges, the cheapest that passes marked."""

from pathlib import Path
from typing import Literal

from apex_cli.cli.command import Command
from apex_cli.cli.options import REQUIRED, Option
from apex_cli.cli.output import Output, say_edited, tell
from apex_cli.vocabulary import CalculationKind


def sweep(
    wish: Output,
    *,
    kind: CalculationKind,
    project: str,
    vary: tuple[str, ...],
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
) -> int:
    """Solve one project over ranges of its values and mark the cheapest that passes."""
    from apex_cli.batch import sweep as sweeping
    from apex_cli.batch.axes import axis
    from apex_cli.clock import today
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.project import store
    from apex_cli.run.one import asked

    axes = tuple(map(axis, vary))
    read = store.load(project)
    say_edited(project, read, wish)
    document, margin = asked(read, settings, packs)
    found = sweeping.sweep(kind, document, axes, Catalogue(folders), today())
    result, code = sweeping.told(kind, axes, found), sweeping.exit_code(found)
    return tell("sweep", result, wish, code, meta=margin, **sweeping.beside(found))


COMMANDS = {
    "sweep": Command(
        sweep,
        "kind project vary format file packs folders settings brief units quiet no_color no_pager",
        {
            "vary": Option(
                ("--vary",), "Or PATH=a,b,c; repeatable.", "PATH=START:STOP:STEP",
                default=REQUIRED, many=True, complete="settings",
            ),
            "format": Option(
                ("--format",), "auto: table on a terminal, else JSON.",
                type=Literal["auto", "table", "json", "csv"], default="auto", env="APEX_FORMAT",
            ),
        },
        (
            "apex sweep footing examples/bare-footing.json --vary footing.width_ft=2.5:5:0.5",
            (
                "apex sweep all pylon.json --vary footing.width_ft=2:4:0.25 "
                "--vary soil.class=3,4,5 --format csv"
            ),
            "apex sweep all pylon.json --vary packs.exposure=asce7-16_v1,asce7-22_v1",
        ),
        "Points are solved without warnings: apex calc tells those of the point that you choose.",
    )
}  # fmt: skip
