"""The options that commands share: a literal table, which Typer is told and `quick` reads."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

from apex_cli.vocabulary import CalculationKind, Selection

REQUIRED: Any = ...
"""The default of what must be said."""


class Option(NamedTuple):
    """What may be said on a command line.

    Args:
        names: How it is spelled; none for an argument, which is told by its place.
        help: One line of help.
        metavar: What stands for its value in the help.
        type: The type of its value; a `bool` is a flag, without a value.
        default: Its value when nothing is said.
        many: Whether it may be said again; its value is a tuple.
        env: The environment variable that is asked when the command line says nothing.
        least: The smallest value, of a number.
        most: The largest value, of a number.
        complete: What a shell completes it with: a word of `complete.COMPLETERS`.
        fallback: The key of a file of defaults that is asked when nothing is said.
    """

    names: tuple[str, ...] = ()
    help: str = ""
    metavar: str | None = None
    type: Any = str
    default: Any = None
    many: bool = False
    env: str | None = None
    least: int | None = None
    most: int | None = None
    complete: str = ""
    fallback: str = ""


def argument(
    metavar: str, help_: str = "", type_: Any = str, *, many: bool = False, complete: str = ""
) -> Option:
    """What must be said and has no name."""
    return Option((), help_, metavar, type_, REQUIRED, many, complete=complete)


def flag(*names: str, help_: str) -> Option:
    """What is on when it is said."""
    return Option(names, help_, type=bool, default=False)


OPTIONS: Mapping[str, Option] = {
    "kind": argument("exposure|footing|support|pricing|all", type_=CalculationKind),
    "project": argument("PROJECT", "A project file, or -."),
    "format": Option(
        ("--format",), "auto: a table on a terminal, else JSON; table: a table in a pipe too.",
        type=Literal["auto", "json", "table"], default="auto", env="APEX_FORMAT",
    ),
    "file": Option(("-o", "--output"), "Write the envelope to FILE.", "FILE", Path),
    "packs": Option(
        ("--pack",), "Use this pack; KIND?=REF: where the project names none; repeatable.",
        "KIND=REF", many=True, complete="refs", fallback="packs",
    ),
    "folders": Option(
        ("--packs-dir",), "Look for packs here first; repeatable.", "DIR", Path, many=True,
        fallback="packs_dir",
    ),
    "settings": Option(
        ("--set",), "What if: never written; repeatable.", "PATH=VALUE", many=True,
        complete="settings",
    ),
    "as_of": Option(("--as-of",), "Day on which the price book must be valid.", "DATE"),
    "select": Option(
        ("--select",), "Tell the lightest that pass; for support and all.",
        "section|plate|rods|pier|slab", type=Selection,
    ),
    "if_match": Option(
        ("--if-match",), "Write only onto the file of this etag; * is any.", "ETAG"
    ),
    "dry_run": flag("--dry-run", help_="Show what would change; write nothing."),
    "exit_zero": flag("--exit-zero", help_="Exit 0 even when they differ."),
    "strict": flag("--strict", help_="Warnings fail too (exit 1)."),
    "explain": flag("--explain", help_="Show every step, as in a hand calculation."),
    "where": flag("--where", help_="Like --explain, and say what steps and terms are."),
    "verbose": flag("--verbose", "-v", help_="All there is: every check, table, assumption."),
    "brief": flag("--brief", help_="One line: the verdict, and the numbers that decide."),
    "units": Option(
        ("--units",), "Show SI instead (a package: beside); the envelope stays.", "us|si",
        type=Literal["us", "si"], env="APEX_UNITS", fallback="units",
    ),
    "no_pager": flag("--no-pager", help_="Never through a pager (also APEX_PAGER=, PAGER=)."),
    "quiet": flag("--quiet", "-q", help_="Only the answer."),
    "no_color": flag("--no-color", help_="No colour (also NO_COLOR)."),
}  # fmt: skip
"""What more than one command may be told, by the name that the command knows it by."""
