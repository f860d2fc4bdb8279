"""apex schema, doctor, selftest: what apex says of itself."""

from typing import Annotated, Any, Literal

import typer

from apex_cli.cli.options import FormatOption, NoColorOption, OutputOption, PacksDirOption
from apex_cli.cli.output import Output, answer, write
from apex_cli.envelope.numbers import SMALLEST_PLAIN, as_read
from apex_cli.errors import VerificationFailed

SCHEMA_HELP = """Print a JSON Schema (2020-12) of what apex reads or writes.

\b
Examples:
  apex schema project > project.schema.json
  apex schema envelope | jq .properties
"""
DOCTOR_HELP = """Look whether this installation is healthy.

\b
Examples:
  apex doctor
  apex doctor --format table
"""
SELFTEST_HELP = """Run the published cases that ship with apex and print what they print.

\b
Examples:
  apex selftest
  apex selftest --format json | jq '.result.rows[] | select(.verdict != "pass")'
"""

SchemaName = Literal[
    "project", "envelope", "pack-exposure", "pack-footing", "pack-pricing", "problem"
]


def schema(  # noqa: D103 - SCHEMA_HELP is what its reader sees
    name: Annotated[SchemaName, typer.Argument(metavar="NAME", help="|".join(SchemaName.__args__))],
    *,
    output: OutputOption = None,
) -> int:
    from apex_cli.render.json import document  # noqa: PLC0415 - commands load what they use
    from apex_cli.schemas import schema as made  # noqa: PLC0415 - loaded when it is used

    write(document(made(name)), Output("json", output))
    return 0


def doctor(  # noqa: D103 - HELP is what its reader sees
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    packs_dir: PacksDirOption = None,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli.doctor import examine  # noqa: PLC0415 - loaded when it is used

    rows = examine(packs_dir or ())
    healthy = all(row["healthy"] for row in rows)
    code = 0 if healthy else max(row["exit_code"] for row in rows)
    wish = Output(form, output, no_color=no_color)
    if wish.as_table:
        from apex_cli.render.audit import examined  # noqa: PLC0415 - loaded when it is used

        write(examined(rows).encode("utf-8", "replace"), wish)
    else:
        answer(_envelope("doctor", {"healthy": healthy, "examined": rows}), wish)
    return code


def selftest(  # noqa: D103 - HELP is what its reader sees
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli.selftest.run import run  # noqa: PLC0415 - loaded when it is used

    rows = [_spelled(row._asdict()) for row in run()]
    failed = sum(row["verdict"] != "pass" for row in rows)
    result = {
        "cases": len({row["id"] for row in rows}),
        "sources": len({row["source"] for row in rows}),
        "values": len(rows),
        "failed": failed,
        "rows": as_read(rows),
    }
    answer(_envelope("selftest", result), Output(form, output, no_color=no_color))
    return VerificationFailed.exit_code if failed else 0


def _spelled(row: dict[str, Any]) -> dict[str, Any]:
    """A row in numbers that everybody spells alike: a tolerance too small for that is a text."""
    tolerance = row["tolerance"]
    small = 0 < tolerance < SMALLEST_PLAIN
    return {
        **row,
        "computed": None if row["computed"] is None else round(row["computed"], 10),
        "difference": None if row["difference"] is None else round(row["difference"], 4) + 0.0,
        "tolerance": f"{tolerance:g}" if small else tolerance,
    }


def _envelope(kind: str, result: dict[str, Any]) -> dict[str, Any]:
    from apex_cli.envelope.build import build  # noqa: PLC0415 - loaded when it is used
    from apex_cli.meta import meta  # noqa: PLC0415 - loaded when it is used

    return build(kind, result=result, meta=meta(), exact=True)


def register(app: typer.Typer) -> None:
    """Hang the commands on the application."""
    app.command("schema", help=SCHEMA_HELP)(schema)
    app.command("doctor", help=DOCTOR_HELP)(doctor)
    app.command("selftest", help=SELFTEST_HELP)(selftest)
