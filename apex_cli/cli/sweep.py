"""apex sweep: one project over ranges, the cheapest that passes marked."""

from typing import Annotated, Any, Literal

import typer

from apex_cli.cli.options import (
    NoColorOption,
    OutputOption,
    PackOption,
    PacksDirOption,
    ProjectArgument,
    QuietOption,
    SetOption,
)
from apex_cli.cli.output import Output, answer, paper, say, write
from apex_cli.vocabulary import CalculationKind

HELP = """Solve one project over ranges of its values and mark the cheapest that passes.

\b
Examples:
  apex sweep footing examples/bare-footing.json --vary footing.width_ft=2.5:5:0.5
  apex sweep all pylon.json --vary footing.width_ft=2:4:0.25 --vary soil.class=3,4,5 --format csv
  apex sweep all pylon.json --vary packs.exposure=asce7-16_v1,asce7-22_v1

\b
Points are solved without warnings: apex calc tells those of the point that you choose.
"""

Form = Literal["auto", "table", "json", "csv"]


def sweep(  # noqa: D103 - HELP above is what its reader sees
    kind: Annotated[CalculationKind, typer.Argument(metavar="exposure|footing|pricing|all")],
    project: ProjectArgument,
    *,
    vary: Annotated[
        list[str],
        typer.Option("--vary", metavar="PATH=START:STOP:STEP", help="Or PATH=a,b,c; repeatable."),
    ],
    form: Annotated[
        Form,
        typer.Option(
            "--format", envvar="APEX_FORMAT", help="auto: table on a terminal, else JSON."
        ),
    ] = "auto",
    output: OutputOption = None,
    pack: PackOption = None,
    packs_dir: PacksDirOption = None,
    settings: SetOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli.batch import axes as grids  # noqa: PLC0415 - commands load what they use
    from apex_cli.batch import summary  # noqa: PLC0415 - loaded when it is used
    from apex_cli.batch import sweep as sweeping  # noqa: PLC0415 - loaded when it is used
    from apex_cli.clock import today  # noqa: PLC0415 - loaded when it is used
    from apex_cli.envelope.build import build  # noqa: PLC0415 - loaded when it is used
    from apex_cli.meta import meta  # noqa: PLC0415 - loaded when it is used
    from apex_cli.packs.catalogue import Catalogue  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project import store  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project.overrides import overridden  # noqa: PLC0415 - loaded when it is used

    wish = Output(form, output, quiet=quiet, no_color=no_color)
    axes = tuple(map(grids.axis, vary))
    read = store.load(project)
    if read.notices:
        say(f"apex: {project} was changed by hand since it was sealed", wish)
    document, applied = overridden(read.document, settings or (), pack or ())
    found = sweeping.sweep(kind, document, axes, Catalogue(packs_dir or ()), today())
    rows: list[dict[str, Any]] = found.rows
    result = {
        "kind": kind,
        "axes": [{"path": one.path, "values": list(one.values)} for one in axes],
        "points": len(rows),
        "passing": sum(bool(row["passes"]) for row in rows),
        "failed": sum(row["error"] is not None for row in rows),
        "cheapest": found.cheapest,
        "cheapest_by": found.cheapest_by,
        "rows": rows,
    }
    code = exit_code(rows)
    if form == "csv":
        write(summary.text(sweeping.cells(found, axes)).encode("utf-8", "replace"), wish)
    elif wish.as_table:
        from apex_cli.render import sweep as drawing  # noqa: PLC0415 - Rich only for tables

        sheet = paper(wish)
        text = drawing.table(result, width=sheet.width, ascii_only=sheet.ascii_only)
        write(text.encode("utf-8", "replace"), wish)
    else:
        prepared = found.prepared
        envelope = build(
            "sweep",
            result=result,
            inputs=prepared.inputs if prepared else None,
            packs=prepared.packs if prepared else None,
            exact=True,
            meta=meta(read, document, applied),
        )
        answer(envelope, wish._replace(format="json"))
    return code


def exit_code(rows: list[dict[str, Any]]) -> int:
    """0 when a point passes, 1 when none does, 6 when none has an answer."""
    from apex_cli.errors import NoAnswer  # noqa: PLC0415 - loaded when it is used

    if any(row["passes"] for row in rows):
        return 0
    return 1 if any(row["error"] is None for row in rows) else NoAnswer.exit_code


def register(app: typer.Typer) -> None:
    """Hang the command on the application."""
    app.command("sweep", help=HELP)(sweep)
