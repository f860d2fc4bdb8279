"""The one place that writes answers: JSON or a table to stdout, errors to stderr as text."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from apex_cli import files
from apex_cli.envelope.build import build
from apex_cli.envelope.verdict import exit_code
from apex_cli.errors import ApexError, FileProblem
from apex_cli.render.text import visible

EXIT_INTERRUPTED = 130


class Output(NamedTuple):
    """How the caller wants the answer."""

    format: str = "auto"
    file: Path | None = None
    strict: bool = False
    quiet: bool = False
    no_color: bool = False
    explain: bool = False
    where: bool = False

    @property
    def as_table(self) -> bool:
        """Whether a person reads it here and now."""
        if self.format == "auto":
            return self.file is None and sys.stdout.isatty()
        return self.format == "table"


def answer(envelope: Mapping[str, Any], output: Output) -> int:
    """Write an envelope where it belongs and return the exit code it stands for."""
    if output.as_table:
        data = table(envelope, output).encode("utf-8", "replace")
    else:
        from apex_cli.render.json import document  # noqa: PLC0415 - loaded when it is used

        data = document(envelope)
    write(data, output)
    return exit_code(envelope, strict=output.strict)


def table(envelope: Mapping[str, Any], output: Output) -> str:
    """The envelope for a person's eyes."""
    from apex_cli.render.table import render  # noqa: PLC0415 - Rich only for tables

    sheet = paper(output)
    return render(
        envelope,
        width=sheet.width,
        color=sheet.color,
        ascii_only=sheet.ascii_only,
        explain=output.explain,
        where=output.where,
    )


class Paper(NamedTuple):
    """What a table is written on."""

    width: int
    color: bool
    ascii_only: bool


def paper(output: Output) -> Paper:
    """What the caller's tables are written on: a terminal, a pipe or a file."""
    to_screen = output.file is None and sys.stdout.isatty()
    dumb = os.environ.get("TERM") == "dumb" or bool(os.environ.get("NO_COLOR"))
    encoding = (sys.stdout.encoding or "ascii").lower() if output.file is None else "utf-8"
    return Paper(
        width=_width() if to_screen or "COLUMNS" in os.environ else 100,
        color=to_screen and not (output.no_color or dumb),
        ascii_only=not encoding.startswith("utf") or os.environ.get("TERM") == "dumb",
    )


def _width() -> int:
    import shutil  # noqa: PLC0415 - only on a terminal

    return max(shutil.get_terminal_size((100, 24)).columns, 20)


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


def failure(error: ApexError, argv: Sequence[str]) -> int:
    """Write an error as the caller would have had the answer, and return its exit code."""
    output = wanted(argv)
    if output.as_table:
        say(problem_text(error))
        return error.exit_code
    from apex_cli.meta import meta  # noqa: PLC0415 - loaded when it is used
    from apex_cli.render.json import document  # noqa: PLC0415 - loaded when it is used

    envelope = build(kind_of(argv), error=error, meta=meta())
    try:
        write(document(envelope), Output("json"))
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


def wanted(argv: Sequence[str]) -> Output:
    """The output options as far as a command line that may be wrong tells them."""
    form = os.environ.get("APEX_FORMAT", "auto")
    for word, following in zip(argv, [*argv[1:], ""], strict=False):
        if word == "--format":
            form = following
        elif word.startswith("--format="):
            form = word.partition("=")[2]
    return Output(form if form in {"auto", "json", "table"} else "auto")


def kind_of(argv: Sequence[str]) -> str:
    """What was asked, as an envelope's `kind`: ``apex calc footing`` asks for ``footing``."""
    words = [word for word in argv if not word.startswith("-")]
    if (
        words[:1] == ["calc"]
        and words[1:2]
        and words[1] in {"exposure", "footing", "pricing", "all"}
    ):
        return words[1]
    return words[0] if words and words[0].isidentifier() else "apex"
