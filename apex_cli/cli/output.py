"""The one place that writes answers: JSON or a table to stdout, errors to stderr as text."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

from apex_cli import files
from apex_cli.cli.options import OPTIONS
from apex_cli.envelope.build import build
from apex_cli.envelope.verdict import exit_code
from apex_cli.errors import ApexError, FileProblem
from apex_cli.render import forms
from apex_cli.render.text import visible


class Output(NamedTuple):
    """How the caller wants the answer: the options of every command that are not its own."""

    format: str = "auto"
    file: Path | None = None
    strict: bool = False
    quiet: bool = False
    no_color: bool = False
    explain: bool = False
    where: bool = False
    verbose: bool = False
    brief: bool = False
    no_pager: bool = False

    @property
    def form(self) -> str:
        """The form that was asked for; a person who reads here and now gets a table."""
        if self.format != "auto":
            return self.format
        return "table" if self.file is None and sys.stdout.isatty() else "json"

    @property
    def as_table(self) -> bool:
        """Whether the answer is for a person."""
        return self.form == "table"

    @property
    def sheet(self) -> forms.Sheet:
        """What tables are written on: a terminal, a pipe or a file."""
        if not self.as_table:
            return forms.Sheet()
        to_screen = self.file is None and sys.stdout.isatty()
        dumb = os.environ.get("TERM") == "dumb"
        colored = self.file is None and bool(os.environ.get("FORCE_COLOR"))
        plain = self.no_color or bool(os.environ.get("NO_COLOR"))
        encoding = (sys.stdout.encoding or "ascii").lower() if self.file is None else "utf-8"
        return forms.Sheet(
            width=_width() if to_screen or "COLUMNS" in os.environ else 100,
            color=not plain and (colored or (to_screen and not dumb)),
            ascii_only=not encoding.startswith("utf") or dumb,
            explain=self.explain,
            where=self.where,
            verbose=self.verbose,
        )


def _width() -> int:
    import shutil  # only on a terminal

    return max(shutil.get_terminal_size((100, 24)).columns, 20)


def answer(envelope: Mapping[str, Any], wish: Output) -> int:
    """Write an envelope where it belongs and return the exit code it stands for."""
    write(forms.written(forms.ENVELOPE[wish.form], envelope, wish.sheet), wish)
    return exit_code(envelope, strict=wish.strict)


def tell(
    kind: str,
    result: Mapping[str, Any],
    wish: Output,
    code: int = 0,
    *,
    forms_of: str = "",
    **more: Any,
) -> int:
    """Write a result that is exact as it is, in a form of its own or as an envelope.

    Args:
        kind: What was asked.
        result: What came of it.
        wish: How the caller wants it.
        code: The exit code to return.
        forms_of: Whose forms it has, if not those of what was asked.
        more: What the envelope has beside, as `build` takes it.
    """
    form = forms.RESULTS.get(forms_of or kind, {}).get(wish.form)
    if form is None:
        from apex_cli.run.margin import meta

        answer(build(kind, result=result, exact=True, **{"meta": meta(), **more}), wish)
    else:
        write(forms.written(form, result, wish.sheet), wish)
    return code


def write(data: bytes, output: Output) -> None:
    """Write bytes to the file that was asked for, or to stdout.

    Raises:
        FileProblem: Neither can be written.
    """
    if output.file is not None and str(output.file) != "-":
        files.write(output.file, data)
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        discard_stdout()
    except OSError as error:
        discard_stdout()
        say(f"apex: standard output: {error.strerror}")
        files.refuse("standard output", error)


def discard_stdout() -> None:
    """Nobody reads any more: what is buffered goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str, output: Output | None = None) -> None:
    """A hint for the person, on stderr."""
    if output is not None and output.quiet:
        return
    try:
        sys.stderr.write(visible(text) + "\n")
        sys.stderr.flush()
    except (OSError, UnicodeEncodeError):
        return


def say_edited(path: str, read: Any, wish: Output) -> None:
    """Say that a project that was read was changed by hand."""
    if read.notices:
        say(f"apex: {path} was changed by hand since it was sealed", wish)


def failure(error: ApexError, said: str | None, kind: str) -> int:
    """Write an error as the caller would have had the answer, and return its exit code.

    Args:
        error: What went wrong.
        said: The format that was asked for, if one was.
        kind: What was asked.
    """
    option = OPTIONS["format"]
    form = os.environ.get(str(option.env), "") if said is None else said
    wish = Output(form) if form in get_args(option.type) else Output()
    if wish.as_table:
        say(problem_text(error))
        return error.exit_code
    from apex_cli.run.margin import meta

    try:
        answer(build(kind, error=error, meta=meta()), Output("json"))
    except FileProblem as unwritable:
        say(problem_text(unwritable))
        return unwritable.exit_code
    return error.exit_code


def problem_text(error: ApexError) -> str:
    """The error in words: what, where, why, how to mend it."""
    lines = [f"apex: {error.title}: {error.detail} [{error.problem_code}]"]
    if len(error.faults) > 1:
        for fault in error.faults:
            hint = f" ({fault.hint})" if fault.hint else ""
            lines.append(f"  {fault.pointer or '/'}: {fault.detail}{hint}")
    lines += [f"  {name}: {value}" for name, value in error.extra.items()]
    if error.hint:
        lines.append(f"  hint: {error.hint}")
    return "\n".join(lines)


def format_in(words: Sequence[str]) -> str | None:
    """The format that is asked for in a command line that could not be read, if one is."""
    said = None
    for word, following in zip(words, [*words[1:], ""], strict=False):
        name, equals, text = word.partition("=")
        if name in OPTIONS["format"].names:
            said = text if equals else following
    return said


def kind_of(words: Sequence[str]) -> str:
    """What was asked, as an envelope's `kind`: ``apex calc footing`` asks for ``footing``."""
    plain = [word for word in words if not word.startswith("-")]
    if plain[:1] == ["calc"] and plain[1:2] and plain[1] in get_args(OPTIONS["kind"].type):
        return plain[1]
    return plain[0] if plain and plain[0].isidentifier() else "apex"
