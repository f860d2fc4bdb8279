"""apex calc: one project file, one answer."""

from typing import Annotated

import typer

from apex_cli.cli.call import Call
from apex_cli.cli.options import (
    AsOfOption,
    ExplainOption,
    FormatOption,
    NoColorOption,
    OutputOption,
    PackOption,
    PacksDirOption,
    ProjectArgument,
    QuietOption,
    SetOption,
    StrictOption,
)
from apex_cli.cli.output import Output
from apex_cli.vocabulary import CalculationKind

HELP = """Calculate wind exposure, footing, price, or all three, and print one envelope.

\b
Examples:
  apex calc exposure examples/pole-sign.json
  apex calc footing examples/bare-footing.json --set footing.depth_ft=8
  apex calc all examples/pole-sign.json --pack exposure=asce7-16_v1 -o answer.json
  cat pylon.json | apex calc pricing - --format table
"""


def calculate(  # noqa: D103 - HELP above is what its reader sees
    kind: Annotated[CalculationKind, typer.Argument(metavar="exposure|footing|pricing|all")],
    project: ProjectArgument,
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    pack: PackOption = None,
    packs_dir: PacksDirOption = None,
    settings: SetOption = None,
    as_of: AsOfOption = None,
    strict: StrictOption = False,
    explain: ExplainOption = False,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    wish = Output(form, output, strict, quiet, no_color, explain)
    many = (tuple(settings or ()), as_of, tuple(pack or ()), tuple(packs_dir or ()))
    return Call(kind, project, wish, *many).answer()


def register(app: typer.Typer) -> None:
    """Hang the command on the application."""
    app.command("calc", help=HELP)(calculate)
