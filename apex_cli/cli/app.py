"""The command line as Typer has it: every command, its help, and the complaints."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from apex_cli.errors import UsageError
from apex_cli.version import __version__

HELP = """Wind, footing and price of sign structures, as answers anyone can re-derive and re-hash.

\b
Examples:
  apex calc all examples/pole-sign.json
  apex calc footing pylon.json --set footing.width_ft=3.5 --format table
  apex calc exposure pylon.json --pack exposure=asce7-16_v1 | jq .result.base
"""

COMMANDS = {
    "calc": "calc",
    "project": "project",
    "packs": "packs",
    "lock": "audit",
    "check": "audit",
    "verify": "audit",
    "diff": "audit",
    "batch": "batch",
    "sweep": "sweep",
    "report": "report",
    "show": "report",
    "schema": "health",
    "doctor": "health",
    "selftest": "health",
    "help": "help",
}
"""Every command and the module of this room that registers it."""


def application(words: Sequence[str]) -> typer.Typer:
    """The application with the command that these words name, or with all of them."""
    app = typer.Typer(
        name="apex",
        help=HELP,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=HELP)(_main)
    named = COMMANDS.get(words[0]) if words else None
    for module in dict.fromkeys(COMMANDS.values()):
        if named is None or module == named:
            import_module(f"apex_cli.cli.{module}").register(app)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"apex {__version__}")
        raise typer.Exit


def _main(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_version, help="Show the version and stop."
        ),
    ] = False,
) -> None:
    """What stands before any command."""


def execute(words: Sequence[str]) -> int:
    """Run a command line by Typer and return its exit code.

    Raises:
        ApexError: What the command refuses; what Typer refuses is a `UsageError`.
        KeyboardInterrupt: It was interrupted.
    """
    try:
        code = application(words)(list(words), standalone_mode=False)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except typer.TyperException as error:
        raise _usage(error, words) from error
    return code if isinstance(code, int) else 0


def _usage(error: typer.TyperException, words: Sequence[str]) -> UsageError:
    """Typer's complaint in our words."""
    message = getattr(error, "format_message", lambda: str(error))()
    command = words[0] if words and words[0] in COMMANDS else ""
    hint = f"see: apex {command} -h" if command else "see: apex -h"
    return UsageError(message or "nothing to do", hint=hint)
