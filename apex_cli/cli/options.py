"""Options that commands share, declared once."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Format = Literal["auto", "json", "table"]

FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        envvar="APEX_FORMAT",
        help="auto: a table on a terminal, JSON everywhere else.",
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write the envelope to FILE."),
]
PackOption = Annotated[
    list[str] | None,
    typer.Option("--pack", metavar="KIND=REF", help="Use this pack; repeatable."),
]
PacksDirOption = Annotated[
    list[Path] | None,
    typer.Option("--packs-dir", metavar="DIR", help="Look for packs here first; repeatable."),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="What if: never written; repeatable."),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Day on which the price book must be valid."),
]
IfMatchOption = Annotated[
    str | None,
    typer.Option(
        "--if-match", metavar="ETAG", help="Write only onto the file of this etag; * is any."
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Warnings fail too (exit 1).")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Only the answer.")]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="No colour (also NO_COLOR).")]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Show every step, as in a hand calculation.")
]
WhereOption = Annotated[
    bool, typer.Option("--where", help="Like --explain, and say what steps and terms are.")
]
ProjectArgument = Annotated[str, typer.Argument(metavar="PROJECT", help="A project file, or -.")]
