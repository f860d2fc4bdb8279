"""apex schema, doctor, selftest: what apex says of itself."""

import os
from pathlib import Path
from typing import Any, Literal, get_args

from apex_cli.cli.command import Command
from apex_cli.cli.options import OPTIONS, Option, argument
from apex_cli.cli.output import Output, tell, write

SchemaName = Literal[
    "project",
    "envelope",
    "pack-exposure",
    "pack-building",
    "pack-hazards",
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

    rows = [*examine(folders), *_defaults()]
    healthy = all(row["healthy"] for row in rows)
    code = 0 if healthy else max(row["exit_code"] for row in rows)
    return tell("doctor", {"healthy": healthy, "examined": rows}, wish, code)


def _defaults() -> list[dict[str, Any]]:
    """The files of defaults: which are there, and which says what."""
    from apex_cli.cli.defaults import places
    from apex_cli.config import read
    from apex_cli.errors import ApexError

    rows, told = [], set()
    for place in places():
        path = place.absolute()
        try:
            layer = read(path) if os.path.lexists(path) else None
        except ApexError as error:
            rows.append(_row("defaults", error.detail, error.exit_code))
            continue
        if layer is None:
            rows.append(_row("defaults", f"there is no {path}"))
            continue
        rows.append(_row("defaults", f"{path} is read"))
        for key, value in layer.said.items():
            over = " (a nearer file says otherwise)" if key in told and key != "packs_dir" else ""
            rows.append(_row(f"default {key}", f"{value}, from {path}{over}"))
            told.add(key)
    return rows


def _row(what: str, detail: str, code: int = 0) -> dict[str, Any]:
    return {"what": what, "healthy": not code, "detail": detail, "exit_code": code}


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
        {"folders": OPTIONS["folders"]._replace(fallback="")},  # it tells of a wrong file itself
        examples=("apex doctor", "apex doctor --format table"),
    ),
    "selftest": Command(
        selftest,
        "format file verbose no_color",
        examples=(
            "apex selftest",
            "apex selftest --format table -v",
            "apex selftest --format json | jq '.result.rows[] | select(.verdict != \"pass\")'",
        ),
    ),
}
