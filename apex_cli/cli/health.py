"""apex schema, doctor, selftest: what apex says of itself."""

from pathlib import Path
from typing import Literal, get_args

from apex_cli.cli.command import Command
from apex_cli.cli.options import OPTIONS, Option, argument
from apex_cli.cli.output import Output, tell, write

SchemaName = Literal[
    "project",
    "envelope",
    "pack-exposure",
    "pack-footing",
    "pack-sections",
    "pack-support",
    "pack-concrete",
    "pack-pricing",
    "problem",
]


def schema(wish: Output, *, name: SchemaName) -> int:
    """Print a JSON Schema (2020-12) of what apex reads or writes.

    As a table: every key of a project file with its unit, range, meaning and who reads it.
    """
    if wish.as_table:
        from apex_cli.audit.keys import keys
        from apex_cli.errors import UsageError

        if name != "project":
            raise UsageError(f"the schema {name} is no table", hint="apex schema project has one")
        return tell("schema", {"keys": [key.record for key in keys()]}, wish, forms_of="keys")
    from apex_cli.json_schemas import schema as made
    from apex_cli.render.json import pretty

    write(pretty(made(name)), wish)
    return 0


def doctor(wish: Output, *, folders: tuple[Path, ...]) -> int:
    """Look whether this installation is healthy."""
    from apex_cli.doctor import examine

    rows = examine(folders)
    healthy = all(row["healthy"] for row in rows)
    code = 0 if healthy else max(row["exit_code"] for row in rows)
    return tell("doctor", {"healthy": healthy, "examined": rows}, wish, code)


def selftest(wish: Output) -> int:
    """Run the published cases that ship with apex and print what they print."""
    from apex_cli.errors import VerificationFailed
    from apex_cli.selftest.run import told

    result = told()
    return tell("selftest", result, wish, VerificationFailed.exit_code if result["failed"] else 0)


COMMANDS = {
    "schema": Command(
        schema,
        "name format file",
        {
            "name": argument("NAME", "|".join(get_args(SchemaName)), SchemaName),
            "format": Option(
                ("--format",),
                "json, or for project the keys as a table.",
                type=Literal["json", "table"],
                default="json",
            ),
            "file": OPTIONS["file"]._replace(help="Write it to FILE."),
        },
        (
            "apex schema project --format table | less",
            "apex schema project > project.schema.json",
            "apex schema envelope | jq .properties",
        ),
    ),
    "doctor": Command(
        doctor,
        "format file folders no_color",
        examples=("apex doctor", "apex doctor --format table"),
    ),
    "selftest": Command(
        selftest,
        "format file no_color",
        examples=(
            "apex selftest",
            "apex selftest --format json | jq '.result.rows[] | select(.verdict != \"pass\")'",
        ),
    ),
}
