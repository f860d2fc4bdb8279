"""apex project: project files made and changed, each write onto what was read and nothing else."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from apex_cli.cli.options import (
    FormatOption,
    IfMatchOption,
    NoColorOption,
    OutputOption,
    PacksDirOption,
    QuietOption,
)
from apex_cli.cli.output import Output, say, write
from apex_cli.cli.project import tell
from apex_cli.errors import UsageError

FileArgument = Annotated[str, typer.Argument(metavar="PROJECT", help="A project file.")]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Show what would change; write nothing.")
]

Document = dict[str, Any]


def new(
    path: Annotated[str, typer.Argument(metavar="PROJECT", help="The file to make.")],
    *,
    template: Annotated[
        str, typer.Option(metavar="NAME", help="pole, two-pole, monument or footing-only.")
    ] = "pole",
    source: Annotated[
        str | None, typer.Option("--from", metavar="FILE", help="Copy the inputs of a project.")
    ] = None,
    project_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Otherwise made of the file's name.")
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="TEXT", help="The project's name.")] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="PATH=VALUE", help="Another value; repeatable."),
    ] = None,
    dry_run: DryRunOption = False,
    form: FormatOption = "auto",
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    """Make a project file; never over an existing one."""
    from apex_cli.project import store, templates  # noqa: PLC0415 - commands load what they use
    from apex_cli.project.edit import apply, assignment  # noqa: PLC0415 - loaded when it is used

    changes = [assignment(setting) for setting in settings or ()]
    if source is None:
        document = templates.template(template)
    else:
        document = templates.copied(store.load(source).document)
    document["project_id"] = project_id or templates.id_of(Path(path))
    document["name"] = name or document.get("name")
    wish = _wish(Output(form, output, quiet=quiet, no_color=no_color), path, source or path)
    done = store.create(path, apply(document, changes), dry_run=dry_run)
    return _told(done, wish, dry_run=dry_run)


def set_(
    project: FileArgument,
    settings: Annotated[
        list[str],
        typer.Argument(metavar="PATH=VALUE...", help="As in sign.elements.0.width_ft=12"),
    ],
    *,
    if_match: IfMatchOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = "auto",
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    """Change values; null takes one away."""
    from apex_cli.project import lifecycle  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project.edit import apply, assignment  # noqa: PLC0415 - loaded when it is used

    changes = [assignment(setting) for setting in settings]

    def edit(document: Document) -> Document:
        lifecycle.require_open(document)
        return apply(document, changes)

    wish = _wish(Output(form, output, quiet=quiet, no_color=no_color), project)
    return _change(project, edit, if_match, wish, dry_run=dry_run)


def seal(
    project: FileArgument,
    *,
    if_match: IfMatchOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = "auto",
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    """Accept what was changed by hand: validate and seal."""
    from apex_cli.project.lifecycle import sealable  # noqa: PLC0415 - loaded when it is used

    wish = _wish(Output(form, output, quiet=quiet, no_color=no_color), project)
    states = ("sealed", "edited", "unsealed")
    return _change(project, sealable, if_match, wish, states, dry_run=dry_run)


def status(
    project: FileArgument,
    to: Annotated[
        str,
        typer.Argument(metavar="STATUS", help="draft, estimating, submitted, accepted, rejected"),
    ],
    *,
    if_match: IfMatchOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = "auto",
    output: OutputOption = None,
    packs_dir: PacksDirOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    """Bring a project to its next state.

    From draft to estimating to submitted, which needs a current lock with every check passed, and
    from there to accepted or rejected.
    """
    from apex_cli.audit.lock import lock_holds  # noqa: PLC0415 - loaded when it is used
    from apex_cli.packs.catalogue import Catalogue  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project.lifecycle import transition  # noqa: PLC0415 - loaded when it is used

    def edit(document: Document) -> Document:
        return transition(document, to, lambda: lock_holds(document, Catalogue(packs_dir or ())))

    wish = _wish(Output(form, output, quiet=quiet, no_color=no_color), project)
    return _change(project, edit, if_match, wish, dry_run=dry_run)


def migrate(
    project: FileArgument,
    *,
    if_match: IfMatchOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = "auto",
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    """Bring a file of an older format to this one."""
    from apex_cli.project import migrate as formats  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project import store  # noqa: PLC0415 - loaded when it is used

    wish = _wish(Output(form, output, quiet=quiet, no_color=no_color), project)
    found = store.load(project)
    old = formats.version_of(found.document) == 0
    states = ("sealed", "unsealed") if old else ("sealed",)
    return _change(project, formats.migrate, if_match, wish, states, dry_run=dry_run)


def merge(
    base: Annotated[str, typer.Argument(metavar="BASE", help="The common ancestor; %O in git.")],
    ours: Annotated[str, typer.Argument(metavar="OURS", help="Gets the result; %A in git.")],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="The other side; %B in git.")],
    *,
    favor: Annotated[
        Literal["ours", "theirs"] | None,
        typer.Option(metavar="ours|theirs", help="Whose value to take where both changed one."),
    ] = None,
    dry_run: DryRunOption = False,
    form: FormatOption = "auto",
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    """Merge two files grown from one, field by field.

    OURS gets the result. A field that both changed is a conflict, exit 5, and OURS stays.
    """
    from apex_cli.project.merge import merge as merge_files  # noqa: PLC0415 - loaded when it is used

    wish = _wish(Output(form, output, quiet=quiet, no_color=no_color), base, ours, theirs)
    done = merge_files(base, ours, theirs, favor=favor, dry_run=dry_run)
    if done.lock_dropped:
        say("apex: the lock was dropped, for its answers may not hold; lock again: apex lock", wish)
    more = {"lock_dropped": done.lock_dropped, "favored": list(done.favored)}
    return _told(done.change, wish, more, dry_run=dry_run)


def _wish(output: Output, *projects: str) -> Output:
    """What is wanted, unless the answer would go where a project is or comes to be."""
    if output.file is not None:
        place = os.path.realpath(output.file)
        if place in map(os.path.realpath, projects):
            raise UsageError(
                f"-o {output.file} is the project itself", hint="give the answer another name"
            )
    return output


def _change(
    project: str,
    edit: Callable[[Document], Document],
    if_match: str | None,
    wish: Output,
    states: tuple[Any, ...] = ("sealed",),
    *,
    dry_run: bool,
) -> int:
    """Change the file that was read just now, or that of the etag the caller read before."""
    from apex_cli.project import store  # noqa: PLC0415 - loaded when it is used

    expected = store.load(project).etag if if_match is None else if_match
    done = store.change(project, edit, if_match=expected, accepts=states, dry_run=dry_run)
    return _told(done, wish, dry_run=dry_run)


def _told(done: Any, wish: Output, more: Document | None = None, *, dry_run: bool) -> int:
    """Answer with what a write did, or would do."""
    if dry_run and wish.as_table:
        write(done.diff().encode("utf-8"), wish)
        return 0
    told = {"changed": done.changed, **(more or {})}
    if dry_run:
        told |= {"dry_run": True, "diff": done.diff()}
    return tell(done.after, wish, told)


COMMANDS: dict[str, Callable[..., int]] = {
    "new": new,
    "set": set_,
    "seal": seal,
    "status": status,
    "migrate": migrate,
    "merge": merge,
}
"""The commands that write."""
