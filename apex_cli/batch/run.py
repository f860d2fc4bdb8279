"""A batch from its inputs to its files: nothing is read that is written, nothing half-written."""

import contextlib
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from apex_cli import files
from apex_cli.audit.find import files_of
from apex_cli.batch import sink, sources, stream
from apex_cli.batch.calculator import Calculator, Done, Job
from apex_cli.batch.progress import Progress
from apex_cli.batch.resume import EarlierOutput
from apex_cli.errors import ApexError, UsageError
from apex_cli.project import store
from apex_cli.project.overrides import overridden


def run(
    job: Job,
    inputs: Sequence[str],
    show: Callable[[Done], bytes],
    *,
    output: Path | None = None,
    summary: Path | None = None,
    base: str | None = None,
    form: sources.Form = "auto",
    resume: bool = False,
    workers: int = 0,
    scheduler: str | None = None,
    progress: bool = False,
) -> stream.Tally:
    """Answer every item of the inputs and write its line.

    Args:
        job: What is asked.
        inputs: Files, folders, globs, or ``-``.
        show: Makes lines of a chunk.
        output: Where the lines go; None or ``-`` for standard output.
        summary: Where a row of each line goes, as CSV.
        base: The project that a row of a table starts from.
        form: What files hold whose name does not say it, and standard input.
        resume: Whether to take over what the output already answers.
        workers: Processes; 0 for one a core.
        scheduler: The cluster that calculates, if not this machine.
        progress: Whether a person wants to see how far it is.

    Raises:
        BrokenPipeError: Nobody reads standard output any more.
        ApexError: Nothing was begun, or what was asked for cannot be written.
    """
    earlier = EarlierOutput(output) if resume and output is not None else None
    written = [output, summary, earlier.path if earlier else None]
    _require_apart(written, [*inputs, *([base] if base else ())])
    overridden({}, job.settings, job.packs)  # what is wrong for all is said once
    Calculator(job)  # as are missing folders of packs
    start = store.load(base).document if base else None
    to_stream = output is None or str(output) == files.STDIN
    lines: sink.Sink = (
        sink.Pipe(sys.stdout.buffer) if output is None or to_stream else sink.sink(output)
    )
    rows = stream.Rows(summary) if summary else None
    if resume:
        if earlier is None or to_stream:
            raise UsageError("--resume needs -o FILE: the output of the run to be resumed")
        job = job._replace(earlier=earlier.take())
    shown = Progress(shown=progress)
    engine = stream.remote(scheduler) if scheduler else stream.local(workers)

    def tell(done: Done) -> None:
        lines.write(show(done))
        if rows:
            rows.write(done.rows)
        shown.add(len(done.codes))

    try:
        tally = stream.stream(job, sources.items(inputs, start, form), engine, tell)
        tell(Done(b"", [], [], 0))  # for no items the files are made too
    finally:
        shown.close()
        lines.close()
        if rows:
            rows.close()
        if earlier and not lines.begun:
            earlier.put_back()
    if earlier:
        earlier.forget()
    return tally


def _require_apart(written: Iterable[Path | None], inputs: Sequence[str]) -> None:
    """Refuse to write what the same command reads, or writes already.

    Raises:
        UsageError: Two of them are one file; a device may be written twice.
    """
    paths = [path for path in written if path is not None and str(path) != files.STDIN]
    read: list[str] = []
    for name in inputs if paths else ():
        with contextlib.suppress(ApexError):  # what names nothing is a line that says so
            read += files_of(["/dev/stdin" if name == files.STDIN else name])
    files.require_apart(paths, read)
