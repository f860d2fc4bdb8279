"""The engine of a cluster: dask.distributed carries chunks to workers and their lines back.

The scheduler gives the chunk of a lost worker to another one. What is under way is bounded, and
what comes back is told in order, so the lines are those of any other engine.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from apex_cli.batch.calculator import Calculator, Done, Job
from apex_cli.batch.item import Chunk
from apex_cli.errors import FileProblem, InternalFault, UsageError
from apex_cli.files import shown, unless_installed

AHEAD = 4
PATIENCE_S = 10

_ADDRESS = re.compile(r"(?:(?:tcp|tls|wss?)://)?[^\s/]{1,255}:\d{1,5}|inproc://\S{1,255}")
_LONGEST = 300

_calculators: dict[Job, Calculator] = {}
"""A worker keeps its packs from chunk to chunk; it lives as long as its process."""


def _calculate(job: Job, chunk: Chunk) -> Done:
    """What a worker of the cluster runs."""
    if job not in _calculators:
        _calculators[job] = Calculator(job)
    return _calculators[job](chunk)


def cluster(
    job: Job, chunks: Iterable[Chunk], scheduler: str, patience: float = PATIENCE_S
) -> Iterator[Done]:
    """What became of each chunk, in order, by the workers of a cluster.

    Args:
        job: What is asked.
        chunks: Of what.
        scheduler: Address of the scheduler, ``tcp://host:8786``.
        patience: How long the scheduler, or a first worker of it, may be looked for, s.

    Raises:
        UsageError: The extra `cluster` is not installed.
        FileProblem: The scheduler does not answer, or has no worker.
        InternalFault: A chunk cannot be answered by any worker.
    """
    try:
        import distributed  # noqa: PLC0415 - heavy, and an extra
        from distributed.scheduler import KilledWorker  # noqa: PLC0415 - an extra
    except ImportError as error:
        missing = UsageError(
            "--engine dask needs dask.distributed",
            hint="pip install 'apex-sign-calculator[cluster]'",
        )
        raise unless_installed("distributed", error, missing) from error
    if not _ADDRESS.fullmatch(scheduler):
        raise _silent(scheduler, "that is no address, like tcp://host:8786")
    try:
        connect: Any = distributed.Client
        client = connect(scheduler, timeout=patience, set_as_default=False)
    except Exception as error:
        raise _silent(scheduler, str(error) or type(error).__name__) from error
    try:
        _require_worker(client, scheduler, patience)
        yield from _ordered(client, job, chunks, scheduler, patience)
    except KilledWorker as error:
        raise InternalFault(
            f"the cluster lost every worker that took a chunk: {error}", code="batch.worker_lost"
        ) from error
    finally:
        client.close(timeout=patience)


def _silent(scheduler: str, why: str) -> FileProblem:
    told = f"the scheduler {shown(scheduler)[:_LONGEST]} does not answer: {why}"
    return FileProblem(told, code="batch.no_scheduler")


def _require_worker(client: Any, scheduler: str, patience: float) -> None:
    """Say so when nobody would ever calculate, instead of waiting for it."""
    try:
        client.wait_for_workers(1, timeout=patience)
    except TimeoutError as error:
        raise FileProblem(
            f"the scheduler {scheduler} has no worker",
            code="batch.no_worker",
            hint=f"start one: dask worker {scheduler}",
        ) from error


def _ordered(
    client: Any, job: Job, chunks: Iterable[Chunk], scheduler: str, patience: float
) -> Iterator[Done]:
    waiting: deque[Any] = deque()
    for chunk in chunks:
        waiting.append(client.submit(_calculate, job, chunk, pure=False))
        while len(waiting) >= AHEAD * max(len(client.nthreads()), 1):
            yield _result(client, waiting.popleft(), scheduler, patience)
    while waiting:
        yield _result(client, waiting.popleft(), scheduler, patience)


def _result(client: Any, asked: Any, scheduler: str, patience: float) -> Done:
    """What became of a chunk; while nothing comes, somebody must at least be there."""
    while True:
        try:
            done: Done = asked.result(timeout=patience)
        except TimeoutError:
            _require_worker(client, scheduler, patience)
        else:
            return done
