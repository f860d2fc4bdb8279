"""apex batch: many projects, one envelope a line."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from apex_cli.cli.options import (
    FormatOption,
    NoColorOption,
    PackOption,
    PacksDirOption,
    QuietOption,
    SetOption,
    StrictOption,
)
from apex_cli.cli.output import Output, discard_stdout, say
from apex_cli.vocabulary import CalculationKind

HELP = """Calculate many projects: one envelope a line, in the order of the inputs.

\b
Examples:
  apex batch all signs/ -o answers.jsonl --summary answers.csv
  apex batch footing sites.csv --base monument.json -o answers.jsonl.gz -j 8
  apex batch all sites.jsonl.gz -o answers.jsonl --resume
  cat sites.jsonl | apex batch exposure - | jq -c .result.base

\b
INPUT is a project file, a folder, a glob, JSON Lines (.jsonl, .ndjson), a table (.csv, .tsv: a
column per path, as in site.wind_speed_mph) or - for standard input; each may be gzipped. What
fails is a line with an error; the exit code is the worst of all lines.
"""

Form = Literal["auto", "json", "jsonl", "csv"]
_PAUSE_S = 0.1


def batch(  # noqa: D103 - HELP above is what its reader sees
    kind: Annotated[CalculationKind, typer.Argument(metavar="exposure|footing|pricing|all")],
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...")],
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write lines to FILE (.gz: gzipped)."),
    ] = None,
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", min=0, max=512, help="Processes; 0: one a core.")
    ] = 0,
    summary: Annotated[
        Path | None, typer.Option("--summary", metavar="FILE", help="Write a row a line as CSV.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Take over what the output already answers.")
    ] = False,
    base: Annotated[
        str | None,
        typer.Option("--base", metavar="PROJECT", help="What a row starts from."),
    ] = None,
    input_format: Annotated[
        Form, typer.Option("--input-format", help="Of - and of files whose name does not say it.")
    ] = "auto",
    engine: Annotated[
        Literal["local", "dask"], typer.Option("--engine", help="Who calculates.")
    ] = "local",
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="Of the dask cluster.")
    ] = None,
    form: FormatOption = "auto",
    pack: PackOption = None,
    packs_dir: PacksDirOption = None,
    settings: SetOption = None,
    strict: StrictOption = False,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli.batch import sink, sources, stream  # noqa: PLC0415 - commands load what they use
    from apex_cli.batch.answerer import Answerer, Done, Job  # noqa: PLC0415 - loaded when it is used
    from apex_cli.clock import today  # noqa: PLC0415 - loaded when it is used
    from apex_cli.errors import UsageError  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project import store  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project.overrides import overridden  # noqa: PLC0415 - loaded when it is used

    if (engine == "dask") != bool(scheduler):
        raise UsageError("--engine dask and --scheduler ADDRESS go together")
    aside = sink.kept_aside(output) if resume and output is not None else None
    _apart([output, summary, aside], [*inputs, *([base] if base else ())])
    wish = Output(form, output, strict, quiet, no_color)
    overridden({}, settings or (), pack or ())  # what is wrong for all is said once
    job = Job(
        kind=kind,
        folders=tuple(str(Path(folder).resolve()) for folder in packs_dir or ()),
        settings=tuple(settings or ()),
        packs=tuple(pack or ()),
        today=today(),
        strict=strict,
        rows=summary is not None or wish.as_table,
    )
    Answerer(job)  # as are missing folders of packs
    start = store.load(base).document if base else None
    lines: sink.Sink = (
        sink.Pipe(sys.stdout.buffer) if output is None or str(output) == "-" else sink.sink(output)
    )
    rows = stream.Rows(summary) if summary else None
    held = sink.length_aside(output) if aside and output else 0
    if resume:
        job = job._replace(before=stream.resumed(output))
    progress = _Progress(wish)
    engine_of = stream.remote(str(scheduler)) if engine == "dask" else stream.local(jobs)
    show: Callable[[Any], bytes] = _table if wish.as_table else _lines

    def tell(done: Any) -> None:
        lines.write(show(done))
        if rows:
            rows.write(done.rows)
        progress.add(len(done.codes))

    try:
        tally = stream.stream(job, sources.items(inputs, start, input_format), engine_of, tell)
        tell(Done(b"", [], [], 0))  # for no items the files are made too
    except sink.ReaderGone:
        discard_stdout()
        return 0
    finally:
        progress.close()
        lines.close()
        if rows:
            rows.close()
        if aside and output and not lines.begun:
            sink.put_back(output, held)
    if aside:
        aside.unlink(missing_ok=True)
    say(f"apex: {tally.sentence()}", wish)
    return tally.exit_code


def _lines(done: Any) -> bytes:
    return bytes(done.lines)


def _table(done: Any) -> bytes:
    from apex_cli.render.batch import render  # noqa: PLC0415 - loaded when it is used

    return render(done.rows).encode("utf-8", "replace")


class _Progress:
    """How far it is, rewritten in place, on a terminal only."""

    def __init__(self, wish: Output) -> None:
        self._shown = sys.stderr.isatty() and not wish.quiet and not wish.as_table
        self._count = 0
        self._started = self._last = time.monotonic()

    def add(self, count: int) -> None:
        """Count lines, and show the count now and then."""
        self._count += count
        now = time.monotonic()
        if self._shown and now - self._last > _PAUSE_S:
            self._last = now
            rate = self._count / (now - self._started)
            sys.stderr.write(f"\r{self._count} lines, {rate:.0f} a second ")
            sys.stderr.flush()

    def close(self) -> None:
        """Wipe the line."""
        if self._shown:
            sys.stderr.write("\r" + " " * 60 + "\r")
            sys.stderr.flush()


def _apart(written: Sequence[Path | None], inputs: Sequence[str]) -> None:
    """Refuse to write what the same command reads, or writes already.

    Raises:
        UsageError: Two of them are one file; a device may be written twice.
    """
    from apex_cli.audit.find import files_of  # noqa: PLC0415 - loaded when it is used
    from apex_cli.errors import ApexError, UsageError  # noqa: PLC0415 - loaded when it is used

    paths = [path for path in written if path is not None and str(path) != "-"]
    taken: set[str] = set()
    for name in inputs if paths else ():
        with contextlib.suppress(ApexError):  # what names nothing is a line that says so
            found = files_of(["/dev/stdin" if name == "-" else name])
            taken.update(os.path.realpath(file) for file in found)
    for path in paths:
        real = os.path.realpath(path)
        if real in taken and not (path.exists() and not path.is_file()):
            raise UsageError(f"{path} is read or written by the same command; name another file")
        taken.add(real)


def register(app: typer.Typer) -> None:
    """Hang the command on the application."""
    app.command("batch", help=HELP)(batch)
