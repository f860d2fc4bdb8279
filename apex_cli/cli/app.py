"""The command line as Typer has it: every command, its help, and the complaints."""

from collections.abc import Callable, Sequence
from importlib import import_module
from inspect import Parameter, Signature, getdoc
from typing import Annotated, Any

import typer

from apex_cli.cli.command import Call, Command
from apex_cli.cli.complete import COMPLETERS
from apex_cli.cli.options import REQUIRED, Option
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
    "compare": "compare",
    "report": "report",
    "show": "report",
    "schema": "health",
    "doctor": "health",
    "selftest": "health",
    "help": "help",
}
"""Every command and the module of this room in whose table it is."""


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
            loaded = import_module(f"apex_cli.cli.{module}")
            for name, row in loaded.COMMANDS.items():
                if isinstance(row, Command):
                    _hang(app, name, row)
                    continue
                group = typer.Typer(help=loaded.HELP, no_args_is_help=True, rich_markup_mode=None)
                for one, command in row.items():
                    _hang(group, one, command)
                app.add_typer(group, name=name)
    return app


def _hang(app: typer.Typer, name: str, command: Command) -> None:
    """Hang a command on the application, or on a group of its commands."""
    app.command(name, help=_help(command))(_reader(command))


def _help(command: Command) -> str:
    parts = [getdoc(command.work) or ""]
    if command.examples:
        parts.append("\n".join(["\b", "Examples:", *(f"  {one}" for one in command.examples)]))
    if command.more:
        parts.append(f"\b\n{command.more}")
    return "\n\n".join(parts)


def _reader(command: Command) -> Callable[..., Call]:
    """What Typer calls with the words it has read: it makes the call of them."""

    def read(context: typer.Context, **values: Any) -> Call:
        sources = {name: context.get_parameter_source(name) for name in values}
        return command.call(
            {name: values[name] for name, source in sources.items()
             if source is not None and source.name != "DEFAULT"}
        )  # fmt: skip

    own = Parameter("context", Parameter.KEYWORD_ONLY, annotation=typer.Context)
    parameters = [_parameter(name, option) for name, option in command.options.items()]
    read.__signature__ = Signature([own, *parameters])  # type: ignore[attr-defined] # - what Typer looks at
    return read


def _parameter(name: str, option: Option) -> Parameter:
    """An option as a parameter that Typer understands."""
    complete = COMPLETERS.get(option.complete)
    told: Any = typer.Argument(
        metavar=option.metavar, help=option.help or None, autocompletion=complete
    )
    if option.names:
        told = typer.Option(
            *option.names, metavar=option.metavar, help=option.help,
            envvar=option.env, min=option.least, max=option.most, autocompletion=complete,
        )  # fmt: skip
    kind: Any = option.type
    if option.many:
        kind = list[kind]
    if option.default is None:
        kind |= None
    default = Parameter.empty if option.default is REQUIRED else option.default
    return Parameter(
        name, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, told]
    )


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


def read(words: Sequence[str]) -> Call | int:
    """The call in a command line, or an exit code where Typer itself has answered, as with help.

    Raises:
        UsageError: What Typer refuses.
        KeyboardInterrupt: It was interrupted.
    """
    try:
        found = application(words)(list(words), standalone_mode=False)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except typer.TyperException as error:
        raise _usage(error, words) from error
    return found if isinstance(found, Call | int) else 0


def _usage(error: typer.TyperException, words: Sequence[str]) -> UsageError:
    """Typer's complaint in our words."""
    message = getattr(error, "format_message", lambda: str(error))()
    command = words[0] if words and words[0] in COMMANDS else ""
    hint = f"see: apex {command} -h" if command else "see: apex -h"
    return UsageError(message or "nothing to do", hint=hint)
