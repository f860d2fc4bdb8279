"""Ctrl-C at random moments: the command ends, says so, and leaves files whole and nobody behind.

Each is a process of its own, the first of its group, as a shell starts it; the signal goes to the
whole group, as a terminal sends it. Before apex's first line Python itself is loading: not tried.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from tests.reliability.child import ENVIRONMENT, LONGEST_S, Said, ready
from tests.reliability.faults import (
    CASES,
    NEW,
    Case,
    Trial,
    files_in,
    memory,
    prepared,
    restore,
    temporary,
    torn,
)

ROOT = Path(__file__).parents[2]
COMMANDS = {
    **{
        name: CASES[name]
        for name in ("set", "report pdf", "report --sign", "quote pdf", "batch -j 2")
    },
    "verify --against": Case("verify pylon.json --against ./other", (NEW,)),
    "watch": Case("watch pylon.json", (NEW,)),
}
ENDLESS, WATCHED_S = "watch", 1.5
"""What ends by Ctrl-C alone, and for how long it is let run at most."""
MARK = "APEX_RELIABILITY_MARK"
BEGIN = """
import os, sys, time
tell = int(sys.argv[1])
sys.argv[:] = ["apex", *sys.argv[2:]]
time.perf_counter = lambda: 0.0
from apex_cli.__main__ import main
os.write(tell, b".")
os.close(tell)
main()
"""


class Ended(NamedTuple):
    """What became of a process.

    Args:
        said: Its exit code and words.
        took: Seconds from apex's first line on.
        left: Processes that it began and that are still there.
    """

    said: Said
    took: float
    left: list[int]


def ended(words: list[str], folder: Path, after: float | None) -> Ended:
    """Be this command line, and press Ctrl-C so many seconds after it began, if at all."""
    reader, writer = os.pipe()
    mark = os.urandom(8).hex()
    env = {**os.environ, **ENVIRONMENT, "PYTHONPATH": str(ROOT), MARK: mark}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [sys.executable, "-c", BEGIN, str(writer), *words], cwd=folder, env=env,
            stdin=subprocess.DEVNULL, stdout=out, stderr=err, pass_fds=(writer,), process_group=0,
        )  # fmt: skip
        os.close(writer)
        os.read(reader, 1)
        os.close(reader)
        started = time.monotonic()
        if after is not None:
            time.sleep(after)
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGINT)
        try:
            code: int | None = process.wait(LONGEST_S)
        except subprocess.TimeoutExpired:
            code = None
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        took, left = time.monotonic() - started, _marked(mark)
        if left:  # they have heard of it, and end
            time.sleep(1)
            left = _marked(mark)
        for file in (out, err):
            file.seek(0)
        said = Said(code, out.read().decode(), err.read().decode(), {})
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    return Ended(said, took, left)


def _marked(mark: str) -> list[int]:
    """The processes whose environment has the mark."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if f"{MARK}={mark}".encode() in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:  # it is another's, or has ended
            continue
    return found


def wrong(trial: Trial, one: Ended, *, endless: bool) -> Iterator[tuple[str, str]]:
    """What is not as it must be, each with the kind that it counts for."""
    said = one.said
    if said.code != 130 and (said.code != 0 or endless):
        yield "unclear", f"ends with {said.code}"
    elif (said.code == 130) != ("apex: interrupted" in said.err):
        yield "unclear", "does not say that it was interrupted, or says it and was not"
    elif any(word in said.err for word in ("Traceback", "KeyboardInterrupt", "Exception")):
        yield "unclear", "shows what only its makers understand"
    yield from (("torn", what) for what in torn(trial))
    if any(map(temporary, trial.now)):
        yield "littered", "left a temporary file"
    if one.left:
        yield "orphaned", f"left {len(one.left)} processes"


def of(name: str, count: int, seed: int) -> Counter[str]:
    """So many Ctrl-C of one command, each at a moment between its first line and its end."""
    case, found, chance = COMMANDS[name], Counter[str](), random.Random(f"{name} {seed}")
    words, endless = case.words.split(), name == ENDLESS
    with tempfile.TemporaryDirectory(dir=memory()) as folder_:
        folder = Path(folder_)
        prepared(case, folder)
        other = folder / "other"
        other.write_text(f'#!/bin/sh\nexec {sys.executable} -m apex_cli "$@"\n', "utf-8")
        other.chmod(0o755)
        old = files_in(folder)
        usual = WATCHED_S if endless else ended(words, folder, None).took
        new = files_in(folder)
        for _ in range(count):
            restore(folder, old)
            one = ended(words, folder, chance.uniform(0.002, usual))
            trial = Trial(case, old, new, files_in(folder), one.said, onward=False)
            found["interrupts"] += 1
            found["told" if one.said.code == 130 else "too_late"] += 1
            for kind, what in wrong(trial, one, endless=endless):
                found[kind] += 1
                sys.stderr.write(f"{case.words}: {what}\n    {one.said.err[-1500:]}\n")
    return found


def interrupts(count: int) -> dict[str, int]:
    """So many Ctrl-C, of every command as many, two at a time."""
    if sys.platform != "linux":
        raise SystemExit("only Linux tells who was left behind: nothing was tried")
    ready()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    found = Counter(dict.fromkeys(("torn", "unclear", "littered", "orphaned"), 0))
    each = partial(of, count=-(-count // len(COMMANDS)), seed=count)
    with get_context("fork").Pool(2) as pool:
        for one in pool.imap_unordered(each, COMMANDS, chunksize=1):
            found.update(one)
    return {"commands": len(COMMANDS), **found}
