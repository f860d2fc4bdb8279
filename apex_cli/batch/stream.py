"""A whole batch: from inputs to lines, rows and one exit code."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from apex_cli.batch import summary
from apex_cli.batch.calculator import Done, Job
from apex_cli.batch.item import Chunk, Item, chunks
from apex_cli.batch.pool import parallel, serial
from apex_cli.batch.sink import Lines, Sink
from apex_cli.exits import CHECK_FAILED
from apex_cli.render.csv import text

SHOWN = 10
"""Of how many failures it is told why."""


@dataclass
class Tally:
    """How many lines came to which exit code, how many were taken over, why the first failed."""

    codes: Counter[int] = field(default_factory=Counter)
    taken: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, done: Done) -> None:
        """Count a chunk."""
        self.codes.update(done.codes)
        self.taken += done.taken
        self.failures += done.failures[: SHOWN - len(self.failures)]

    @property
    def exit_code(self) -> int:
        """The worst of all lines; 0 for an empty stream."""
        return max(self.codes, default=0)

    @property
    def failed(self) -> int:
        """How many lines have no answer."""
        return sum(count for code, count in self.codes.items() if code > CHECK_FAILED)

    def reasons(self) -> list[str]:
        """Why lines have no answer, those that came first; then how many others there are.

        >>> Tally(Counter({0: 8, 3: 20}), 0, ["a.json: no soil [project.invalid]"]).reasons()
        ['a.json: no soil [project.invalid]', 'and 19 more that failed']
        """
        more = self.failed - len(self.failures)
        return [*self.failures, *([f"and {more} more that failed"] if more > 0 else [])]

    def sentence(self) -> str:
        """The tally in words.

        >>> Tally(Counter({0: 8, 1: 1, 3: 2}), 4).sentence()
        '11 lines: 9 answered (1 with a failed check), 2 failed; 4 taken from the earlier run'
        """
        total = self.codes.total()
        failed = self.failed
        unmet = self.codes[CHECK_FAILED]  # a failed check is an answer too
        checks = f" ({unmet} with a failed check)" if unmet else ""
        taken = f"; {self.taken} taken from the earlier run" if self.taken else ""
        lines = "1 line" if total == 1 else f"{total} lines"
        return f"{lines}: {total - failed} answered{checks}, {failed} failed{taken}"


Engine = Callable[[Job, Iterable[Chunk]], Iterator[Done]]


def local(workers: int) -> Engine:
    """The engine of this machine: this process, or as many workers.

    Args:
        workers: Processes; 0 for one a core.
    """
    count = workers or _cores()
    if count == 1:
        return serial
    return lambda job, stream: parallel(job, stream, count)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def remote(scheduler: str) -> Engine:
    """The engine of a cluster: dask.distributed at this address."""
    from apex_cli.batch.cluster import cluster  # noqa: PLC0415 - heavy, and an extra

    return lambda job, stream: cluster(job, stream, scheduler)


def stream(
    job: Job,
    items: Iterable[Item],
    engine: Engine,
    tell: Callable[[Done], None],
) -> Tally:
    """Answer every item and tell each chunk as soon as all before it are told.

    Args:
        job: What is asked.
        items: Of what.
        engine: Who calculates.
        tell: Writes a chunk.
    """
    tally = Tally()
    answers = engine(job, chunks(items))
    try:
        for done in answers:
            tell(done)
            tally.add(done)
    finally:
        close: Callable[[], None] | None = getattr(answers, "close", None)
        if close:
            close()
    return tally


class Rows:
    """The summary: rows as CSV, their heads before the first."""

    def __init__(self, path: Path) -> None:
        self._sink: Sink = Lines(path)

    def write(self, rows: list[tuple[Any, ...]]) -> None:
        """Write rows."""
        heads = [] if self._sink.begun else [summary.COLUMNS]
        self._sink.write(text([*heads, *rows]).encode("utf-8", "replace"))

    def close(self) -> None:
        """Close the file."""
        self._sink.close()
