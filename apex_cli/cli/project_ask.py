"""apex project new --interactive: the questions, and what a first calculation says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from apex_cli.cli.output import Output
from apex_cli.errors import ApexError, UsageError


def asked(
    wish: Output, path: str, name: str | None, folders: tuple[Path, ...]
) -> dict[str, Any] | None:
    """The project that somebody answers; None if it is not wanted.

    Args:
        wish: How the caller wants answers.
        path: The file that will be made.
        name: What the project is called, if that is known already.
        folders: Folders to look for packs in first.

    Raises:
        UsageError: The answers end before the last question.
    """
    from apex_cli.cli import defaults
    from apex_cli.interview.console import Console
    from apex_cli.interview.question import Answer
    from apex_cli.interview.state import start
    from apex_cli.interview.talk import Quit, interview
    from apex_cli.packs.catalogue import Catalogue

    catalogue = Catalogue(folders)
    said = {} if name is None else {"name": Answer(name, {"name": name})}
    state = start(catalogue, Path(path).stem, defaults.packs(defaults.layers()), said)
    plain, color = Output(format="table").sheet.ascii_only, not wish.no_color
    screen = Console(color=color and Output(format="table").sheet.color, plain=plain)
    try:
        return interview(state, screen, path, lambda made: [*_judged(made, catalogue)])
    except Quit:
        return None
    except KeyboardInterrupt:
        screen.say()
        raise
    except (EOFError, OSError) as error:
        raise UsageError(
            "the answers ended before the last question; nothing was written",
            hint="answer every question, or make a project from --template",
        ) from error


def _judged(document: dict[str, Any], catalogue: Any) -> Iterator[str]:
    """The verdict of a first calculation in one line; else what it lacks."""
    from apex_cli.audit.ready import ready
    from apex_cli.cli.watch import kind_of
    from apex_cli.clock import today
    from apex_cli.render.brief import brief
    from apex_cli.run.chain import run

    try:
        ready(document, catalogue, today())
        envelope = run(kind_of(document), document, catalogue, today=today())
    except ApexError as error:
        yield "No answer yet:"
        for fault in error.faults:
            where = fault.pointer[1:].replace("/", ".")
            yield f"- {where or 'project'}: {fault.detail}{f'; {fault.hint}' if fault.hint else ''}"
        if not error.faults:
            yield f"- {error.detail}"
        return
    yield brief(envelope)
    for warning in envelope["warnings"]:
        yield f"- {warning['message']} [{warning['code']}]"
