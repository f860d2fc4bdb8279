"""The one place that writes answers: JSON or a table to stdout, errors to stderr as text."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from apex_cli import files
from apex_cli.envelope.build import build
from apex_cli.envelope.verdict import exit_code
from apex_cli.errors import ApexError
from apex_cli.render import forms
from apex_cli.render.text import visible
from apex_cli.unread import Reader, discard_stdout


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
    units: str | None = None

    @property
    def form(self) -> str:
        """The form that was asked for; a person who reads here and now gets a table."""
        if self.brief:
            return "brief"
        if self.format != "auto":
            return self.format
        return "table" if self.to_screen else "json"

    @property
    def as_table(self) -> bool:
        """Whether the answer is for a person."""
        return self.form == "table"

    @property
    def to_screen(self) -> bool:
        """Whether a person sees the answer here and now."""
        return self.file is None and sys.stdout.isatty()

    @property
    def sheet(self) -> forms.Sheet:
        """What tables are written on: a terminal, a pipe or a file."""
        if self.form not in {"table", "brief"}:
            return forms.Sheet()
        to_screen = self.to_screen
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
            screen=to_screen,
            si=self.units == "si",
        )


def _width() -> int:
    import shutil  # only on a terminal

    return max(shutil.get_terminal_size((100, 24)).columns, 20)


def answer(envelope: Mapping[str, Any], wish: Output) -> int:
    """Write an envelope where it belongs and return the exit code it stands for."""
    return answers([envelope], wish)


def answers(envelopes: Sequence[Mapping[str, Any]], wish: Output) -> int:
    """Write envelopes one after another and return the worst exit code they stand for.

    Who does not see them here and now, as they go into a file or a pipe, is told what fails.
    """
    form, sheet = forms.ENVELOPE[wish.form], wish.sheet
    _show(b"".join(forms.written(form, one, sheet) for one in envelopes), wish)
    codes = [exit_code(one, strict=wish.strict) for one in envelopes]
    for code, one in zip(codes, envelopes, strict=True):
        if code and not (wish.to_screen or (wish.brief and wish.file is None)):
            _say_brief(forms.ENVELOPE["brief"], one, wish)
    return max(codes)


def _say_brief(form: forms.Form, result: Any, wish: Output) -> None:
    say(f"apex: {forms.written(form, result, forms.Sheet()).decode().rstrip()}", wish)


def _show(data: bytes, wish: Output) -> None:
    """Write an answer, through a pager where a table is longer than the terminal."""
    if wish.as_table and wish.to_screen and not wish.no_pager:
        import shutil  # only on a terminal

        from apex_cli.cli.pager import paged

        if paged(data, shutil.get_terminal_size((100, 24)).lines):
            return
    write(data, wish)


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
    own = forms.RESULTS.get(forms_of or kind, {})
    form = own.get(wish.form)
    if code and "brief" in own and not (wish.to_screen or (wish.brief and wish.file is None)):
        _say_brief(own["brief"], result, wish)
    if form is None:
        from apex_cli.run.margin import meta

        answer(build(kind, result=result, exact=True, **{"meta": meta(), **more}), wish)
    else:
        _show(forms.written(form, result, wish.sheet), wish)
    return code


def write(data: bytes, output: Output) -> bool:
    """Write bytes to the file that was asked for, or to stdout; whether that is still read.

    Raises:
        FileProblem: Neither can be written.
    """
    if output.file is not None and str(output.file) != "-":
        files.write(output.file, data)
        return True
    try:
        with Reader() as reader:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
    except OSError as error:
        discard_stdout()
        say(f"apex: standard output: {error.strerror}")
        files.refuse("standard output", error)
    return not reader.left


def write_all(named: Iterable[tuple[Path, bytes]]) -> list[str]:
    """Write several files, and give their names.

    Raises:
        ApexError: One cannot be written; ``already_written`` in it are those before it.
    """
    done: list[str] = []
    with after(done):
        for path, data in named:
            write(data, Output(file=path))
            done.append(files.shown(path))
    return done


@contextmanager
def after(written: list[str]) -> Iterator[list[str]]:
    """Whatever fails in here tells of the files that are written already; gives them.

    Raises:
        ApexError: It failed.
    """
    try:
        yield written
    except (ApexError, ImportError, OSError) as error:
        problem = error if isinstance(error, ApexError) else files.unforeseen(error)
        if written:
            problem.extra = {**problem.extra, "already_written": written}
        raise problem from (error.__cause__ if problem is error else error)


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
