"""apex project: project files looked at. What writes them is in project_write.py."""

from inspect import getdoc
from typing import Any

import typer

from apex_cli.cli.options import (
    FormatOption,
    NoColorOption,
    OutputOption,
    ProjectArgument,
    QuietOption,
)
from apex_cli.cli.output import Output, answer, say, write

HELP = """Project files: make, look at, change and seal them.

\b
Examples:
  apex project new pylon.json --template pole --set site.wind_speed_mph=120
  apex project set pylon.json footing.width_ft=3.5 sign.elements.0.name=cabinet
  apex project set pylon.json footing.width_ft=4 --if-match "$ETAG"
  apex project seal pylon.json
  apex project status pylon.json estimating
"""

EXAMPLES = {
    "new": (
        "apex project new pylon.json --template pole --set site.wind_speed_mph=120",
        "apex project new copy.json --from pylon.json --name 'Second pylon'",
    ),
    "show": ("apex project show pylon.json --format table",),
    "set": (
        "apex project set pylon.json footing.width_ft=3.5 sign.elements.0.name=cabinet",
        'apex project set pylon.json footing.width_ft=4 --if-match "$ETAG"',
        "apex project set pylon.json loads=null --dry-run",
    ),
    "seal": ("apex project seal pylon.json --dry-run", "apex project seal pylon.json"),
    "status": ("apex project status pylon.json estimating",),
    "validate": ("apex project validate pylon.json", "apex project validate - < pylon.json"),
    "etag": ("ETAG=$(apex project etag pylon.json --format table)",),
    "migrate": ("apex project migrate old.json --dry-run",),
    "merge": (
        "apex project merge base.json ours.json theirs.json",
        "git config merge.apex.driver 'apex project merge --format table %O %A %B'",
    ),
}
"""How each command is used, in the order in which they are listed."""


def show(
    project: ProjectArgument,
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    """Show a file: itself as a table, as trace.inputs in JSON."""
    from apex_cli.project import store  # noqa: PLC0415 - commands load what they use

    wish = Output(form, output, quiet=quiet, no_color=no_color)
    found = store.load(project)
    if wish.as_table:
        warn(found, wish)
        write(found.data, wish)
        return 0
    return tell(found, wish, inputs=found.document)


def etag(
    project: ProjectArgument,
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    """Tell the current etag; as a table it alone."""
    from apex_cli.project import store  # noqa: PLC0415 - loaded when it is used

    wish = Output(form, output, quiet=quiet, no_color=no_color)
    found = store.load(project)
    if wish.as_table:
        warn(found, wish)
        write(f"{found.etag}\n".encode(), wish)
        return 0
    return tell(found, wish)


def validate(
    project: ProjectArgument,
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    """Tell every fault of a file at once, or none."""
    from apex_cli.project import reader, store  # noqa: PLC0415 - loaded when it is used

    found = store.load(project)
    reader.validate(found.document)
    return tell(found, Output(form, output, quiet=quiet, no_color=no_color), {"valid": True})


def tell(
    found: Any,
    wish: Output,
    more: dict[str, Any] | None = None,
    *,
    inputs: dict[str, Any] | None = None,
) -> int:
    """Answer with what a project file is now, and whatever else there is to say."""
    from apex_cli.envelope.build import build  # noqa: PLC0415 - loaded when it is used
    from apex_cli.files import shown  # noqa: PLC0415 - loaded when it is used
    from apex_cli.meta import meta  # noqa: PLC0415 - loaded when it is used

    document = found.document
    result = {
        "path": shown(found.path),
        "project_id": document.get("project_id"),
        "etag": found.etag,
        "revision": document.get("revision"),
        "status": document.get("status") or "draft",
        "state": found.state,
        **(more or {}),
    }
    margin = meta(found)
    warn(found, wish)
    return answer(build("project", result=result, inputs=inputs, meta=margin), wish)


def warn(found: Any, wish: Output) -> None:
    """Say on stderr that a file was changed by hand."""
    for notice in found.notices:
        say(
            f"apex: {notice}: {found.path} was changed by hand and not sealed; "
            f"accept it with: apex project seal {found.path}",
            wish,
        )


def register(main: typer.Typer) -> None:
    """Hang the group on the application."""
    from apex_cli.cli import project_write  # noqa: PLC0415 - it needs what is said above

    app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
    commands = {"show": show, "validate": validate, "etag": etag, **project_write.COMMANDS}
    for name, examples in EXAMPLES.items():
        lines = "\n".join(f"  {example}" for example in examples)
        text = f"{getdoc(commands[name])}\n\n\b\nExamples:\n{lines}"
        app.command(name, help=text)(commands[name])
    main.add_typer(app, name="project")
