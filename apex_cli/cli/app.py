"""The command line as Typer has it: every command, its help, and the complaints."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from apex_cli.cli import pages
from apex_cli.cli.command import Call, Command
from apex_cli.cli.complete import COMPLETERS
from apex_cli.cli.options import REQUIRED, Option
from apex_cli.errors import UsageError
from apex_cli.exits import INTERRUPTED
from apex_cli.render.manual import Page, text
from apex_cli.unread import Reader
from apex_cli.version import __version__

BRIEF = "Wind, footing and price of sign structures, as answers anyone can re-derive and re-hash."

EXAMPLES = (
    "apex project new pylon.json --interactive",
    "apex calc all pylon.json",
    "apex calc footing pylon.json --set footing.width_ft=3.5",
    "apex report pylon.json -o package.pdf",
)

COMMANDS = {
    "calc": "calc",
    "project": "project",
    "packs": "packs",
    "lock": "audit",
    "check": "audit",
    "verify": "audit",
    "diff": "audit",
    "review": "review",
    "batch": "batch",
    "sweep": "sweep",
    "watch": "watch",
    "compare": "compare",
    "limits": "limits",
    "bom": "bom",
    "cheapest": "cheapest",
    "quote": "quote",
    "report": "report",
    "show": "report",
    "schema": "health",
    "doctor": "health",
    "selftest": "health",
    "help": "help",
}
"""Every command and the module of this room in whose table it is."""

GROUPS = (["project"], ["project", "add"], ["packs"])
"""The words of those that are groups of commands."""


def application(words: Sequence[str]) -> typer.Typer:
    """The application with the command that these words name, or with all of them."""
    app = typer.Typer(
        name="apex",
        cls=_TopHelp,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_main)
    named = COMMANDS.get(words[0]) if words else None
    for module in dict.fromkeys(COMMANDS.values()):
        if named is None or module == named:
            loaded = import_module(f"apex_cli.cli.{module}")
            for name, row in loaded.COMMANDS.items():
                if isinstance(row, Command):
                    _hang(app, name, row, name)
                    continue
                _group(app, name, loaded.BRIEF, row)
    return app


def _group(app: typer.Typer, name: str, brief: str, rows: Mapping[str, Command]) -> None:
    """Hang a group of commands on the application; names of two words are a group within it."""
    groups = {"": _hung(app, name, pages.group(name, brief, rows))}
    for words, command in rows.items():
        inner, _, one = words.rpartition(" ")
        if inner not in groups:
            groups[inner] = _hung(groups[""], inner, pages.inner(name, inner, rows))
        _hang(groups[inner], one, command, f"{name} {words}")


def _hung(app: typer.Typer, name: str, page: Page) -> typer.Typer:
    kind = type("GroupHelp", (_Paged, TyperGroup), {"page": page})
    group = typer.Typer(cls=kind, help=page.brief, rich_markup_mode=None)
    app.add_typer(group, name=name)
    return group


class _Paged:
    """A command of Typer's whose help is a page of ours."""

    page: Page

    def format_help(self, _context: Any, formatter: Any) -> None:
        """Write the page, as wide as Typer would write its own."""
        formatter.write(text(self.page, formatter.width))


class _TopHelp(_Paged, TyperGroup):
    """`apex` itself; its page names all commands, so all are read for it."""

    def format_help(self, context: Any, formatter: Any) -> None:
        """Make the page when it is asked for."""
        self.page = top()
        super().format_help(context, formatter)


def top() -> Page:
    """The page of `apex` itself."""
    modules = {name: import_module(f"apex_cli.cli.{at}") for name, at in COMMANDS.items()}
    return pages.top(BRIEF, EXAMPLES, modules)


def _hang(app: typer.Typer, name: str, command: Command, whole: str) -> None:
    """Hang a command on the application, or on a group of its commands."""
    page = pages.page(whole, command)
    kind = type("CommandHelp", (_Paged, TyperCommand), {"page": page})
    app.command(name, cls=kind, help=page.brief)(_reader(command))


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
            "-V",
            "--version",
            is_eager=True,
            callback=_version,
            help="Show the version and stop.",
        ),
    ] = False,
) -> None:
    """What stands before any command."""


def read(words: Sequence[str]) -> Call | int:
    """The call in a command line, or an exit code where Typer itself has answered, as with help.

    No word at all, or the name of a group alone, asks for help.

    Raises:
        UsageError: What Typer refuses.
        KeyboardInterrupt: It was interrupted.
    """
    if not words or list(words) in GROUPS:
        words = [*words, "--help"]
    found: Any = 0
    try:
        with Reader():
            found = application(words)(list(words), standalone_mode=False)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except typer.TyperException as error:
        raise _usage(error, words) from error
    if found == INTERRUPTED:  # Typer's way to say so, or to say nothing
        raise KeyboardInterrupt
    return found if isinstance(found, Call | int) else 0


def _usage(error: typer.TyperException, words: Sequence[str]) -> UsageError:
    """Typer's complaint in our words."""
    message = getattr(error, "format_message", lambda: str(error))()
    command = words[0] if words and words[0] in COMMANDS else ""
    hint = f"see: apex {command} -h" if command else "see: apex -h"
    return UsageError(message or "nothing to do", hint=hint)
