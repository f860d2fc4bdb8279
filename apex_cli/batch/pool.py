"""Worker processes on this machine, each with a pipe of its own.

A worker that is killed takes nothing with it but the chunk it held, which is known exactly; a
shared queue could be left locked by it. Chunks go to idle workers only, so no pipe is ever full at
both ends, and no more are under way than `AHEAD` a worker: memory stays flat.
"""

import errno
import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

from apex_cli.batch.calculator import Calculate, Calculator, Done, Job, joined
from apex_cli.batch.item import Chunk
from apex_cli.errors import InternalFault
from apex_cli.files import refuse

AHEAD = 4
ATTEMPTS = 2
_LOST = (EOFError, OSError)
_REFUSED = {errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EMFILE, errno.ENFILE,
            errno.EAGAIN, errno.ENOMEM}  # fmt: skip
"""What the system says that has no room for a process, not a worker that ended."""


def serial(job: Job, chunks: Iterable[Chunk]) -> Iterator[Done]:
    """What became of each chunk, in this process."""
    answer = Calculator(job)
    for chunk in chunks:
        yield answer(chunk)


def parallel(job: Job, chunks: Iterable[Chunk], workers: int) -> Iterator[Done]:
    """What became of each chunk, in order, by worker processes.

    A stream that ends within its first chunk is answered here: no process is worth it.

    Raises:
        InternalFault: Workers cannot be started.
    """
    source = iter(chunks)
    begun = [chunk for chunk in (next(source, None), next(source, None)) if chunk]
    if workers < 2 or len(begun) < 2:  # noqa: PLR2004 - one of either is no crowd
        yield from serial(job, _chain(begun, source))
        return
    pool = _Pool(job, workers)
    try:
        yield from pool.answers(_chain(begun, source))
    finally:
        pool.close()


def _chain(first: Iterable[Chunk], then: Iterable[Chunk]) -> Iterator[Chunk]:
    yield from first
    yield from then


class _Worker(NamedTuple):
    process: Any
    pipe: Connection


class _Pool:
    def __init__(self, job: Job, workers: int) -> None:
        self._job = job
        self._idle = _started(job, workers)
        self._busy: dict[Connection, tuple[_Worker, int, Chunk]] = {}

    def answers(self, chunks: Iterator[Chunk]) -> Iterator[Done]:
        """Send, collect, and hand on in order."""
        limit = AHEAD * len(self._idle)
        done: dict[int, Done] = {}
        sent = told = 0
        pending = next(chunks, None)
        while pending is not None or self._busy or done:
            while pending is not None and self._idle and sent - told < limit:
                self._send(sent, pending)
                sent, pending = sent + 1, next(chunks, None)
            while told in done:
                yield done.pop(told)
                told += 1
            for pipe in wait(list(self._busy), timeout=None) if self._busy else ():
                number, found = self._collect(pipe)  # type: ignore[arg-type] # - only pipes were given
                done[number] = found

    def _send(self, number: int, chunk: Chunk) -> None:
        worker = self._idle.pop()
        self._busy[worker.pipe] = (worker, number, chunk)
        try:
            worker.pipe.send(chunk)
        except _LOST:
            worker.process.kill()  # if it lives: its pipe reads as closed, and it counts as lost

    def _collect(self, pipe: Connection) -> tuple[int, Done]:
        worker, number, chunk = self._busy.pop(pipe)
        try:
            found = _received(pipe)
        except _LOST:
            _stop(worker)
            return number, self._one_by_one(chunk)
        self._idle.append(worker)
        if isinstance(found, BaseException):
            raise found
        return number, found

    def _one_by_one(self, chunk: Chunk) -> Done:
        """The items of a chunk whose worker was lost, each alone, so that it shows which did it."""
        (worker,) = _started(self._job, 1)
        found = []
        for item in chunk:
            for _ in range(ATTEMPTS):
                try:
                    worker.pipe.send((item,))
                    done = _received(worker.pipe)
                    if isinstance(done, BaseException):
                        self._idle.append(worker)
                        raise done
                    found.append(done)
                    break
                except _LOST:
                    _stop(worker)
                    (worker,) = _started(self._job, 1)
            else:
                fault = InternalFault(
                    "the worker process that calculated this was lost, twice",
                    code="batch.worker_lost",
                    hint="was it killed, or out of memory? --resume tries again",
                )
                found.append(Calculator(self._job)((item._replace(error=fault),)))
        self._idle.append(worker)
        return joined(found)

    def close(self) -> None:
        """End every worker."""
        for worker in [*self._idle, *(entry[0] for entry in self._busy.values())]:
            _stop(worker)


def _started(job: Job, count: int) -> list[_Worker]:
    """As many workers, ready; they start side by side.

    Raises:
        InternalFault: One cannot be started.
        PackError: They cannot do the job.
    """
    workers: list[_Worker] = []
    try:
        workers.extend(_start() for _ in range(count))
        for worker in workers:
            worker.pipe.send(job)
        for worker in workers:
            _wait_for(worker)
    except BaseException as error:
        for worker in workers:
            _stop(worker)
        if isinstance(error, OSError) and error.errno in _REFUSED:
            refuse("a worker process", error)
        if isinstance(error, _LOST):
            raise InternalFault("a worker process could not be started") from error
        raise
    return workers


def _wait_for(worker: _Worker) -> None:
    answer = worker.pipe.recv()
    if isinstance(answer, BaseException):
        raise answer


def _start() -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    with _deaf_to_ctrl_c():
        process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Ctrl-C is the parent's business: a worker never hears it, and here it waits for the end."""
    if hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # whoever starts it unblocks the signal
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    else:  # pragma: no cover - Windows has no masks
        handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, handler)


def _received(pipe: Connection) -> Done | BaseException:
    """What a worker sends of a chunk; its lines travel apart, for pickling them takes longer."""
    found: Done | BaseException = pipe.recv()
    return found._replace(lines=pipe.recv_bytes()) if isinstance(found, Done) else found


def _stop(worker: _Worker) -> None:
    with suppress(OSError):
        worker.pipe.close()
    worker.process.kill()  # one that is stopped would not hear a politer word
    worker.process.join()
    with suppress(OSError):  # left to the garbage, what fails in it would be a traceback
        worker.process.close()


def _work(pipe: Connection) -> None:
    """The life of a worker: a job, then chunks until the pipe closes."""
    try:
        answer: Calculate = Calculator(pipe.recv())
        pipe.send(None)
        while True:
            done = answer(pipe.recv())
            try:
                pipe.send(done._replace(lines=b""))
                pipe.send_bytes(done.lines)
            except BaseException:  # noqa: BLE001 - half of it is on its way: nothing may follow
                return
    except _LOST:
        return
    except BaseException as error:  # noqa: BLE001 - the parent raises it
        pipe.send(error)
