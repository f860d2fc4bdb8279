"""A command line in a child of this process, which has loaded all of apex: a process as any other.

Starting Python anew for each would take a hundred times as long.
"""

import gc
import json
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import current_process
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from apex_cli import __main__ as program
from apex_cli.cli import boundary
from tests.forking import load

ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1795000000", "APEX_LOCK_TIMEOUT": "5", "COLUMNS": "100"}
LONGEST_S = 120
"""When a child is given up: it hangs."""


class Arm(NamedTuple):
    """What a child does before it is a command line, and what it tells of it afterwards."""

    begin: Callable[[], None] = lambda: None
    end: Callable[[], dict[str, Any]] = dict


class Said(NamedTuple):
    """What became of a command line.

    Args:
        code: Exit code; None when it was killed, or ended otherwise than by an exit.
        out: Standard output.
        err: Standard error.
        told: What the arm told in the end.
    """

    code: int | None
    out: str
    err: str
    told: dict[str, Any]

    @property
    def failed(self) -> str:
        """The call that failed; empty where none did, or where it hung and told nothing."""
        return str(self.told.get("failed", ""))

    @property
    def error(self) -> dict[str, Any]:
        """The problem in its envelope; empty if it has none."""
        try:
            return json.loads(self.out)["error"] or {}
        except (ValueError, KeyError, TypeError):
            return {}


def ready() -> None:
    """Load what children need, once."""
    load()
    surround()
    gc.freeze()


def surround() -> None:
    """Give this process and its children the surroundings in which equal runs are equal."""
    os.environ.update(ENVIRONMENT)
    os.environ.pop("APEX_PACKS", None)


@contextmanager
def quiet() -> Iterator[None]:
    """Nobody sees what this process says meanwhile."""
    kept = [os.dup(number) for number in (1, 2)]
    with Path(os.devnull).open("wb") as nowhere:
        for number in (1, 2):
            os.dup2(nowhere.fileno(), number)
    try:
        yield
        sys.stdout.flush()
    finally:
        for number, copy in zip((1, 2), kept, strict=True):
            os.dup2(copy, number)
            os.close(copy)


def warm(words: list[str], folder: Path) -> None:
    """Do in this process what its children will do: they find prepared what it prepared."""
    here = Path.cwd()
    os.chdir(folder)
    with quiet():
        boundary.run(words)
    os.chdir(here)
    gc.freeze()


def ask(words: list[str], folder: Path, arm: Arm | None = None) -> Said:
    """Be this command line, in a child, in this folder."""
    arm = arm or Arm()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reader)
            for number, file in ((1, out), (2, err)):
                os.dup2(file.fileno(), number)
            _be(words, folder, arm, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as told:
            report = told.read()
        _, status = os.waitpid(pid, 0)
        for file in (out, err):
            file.seek(0)
        told_, found = json.loads(report) if report else {}, os.waitstatus_to_exitcode(status)
        code = found if report and found >= 0 else None
        return Said(code, out.read().decode(), err.read().decode(), told_)


def _be(words: list[str], folder: Path, arm: Arm, tell: int) -> NoReturn:
    signal.alarm(LONGEST_S)
    gc.disable()
    code, write, end = 1, os.write, os._exit
    try:
        current_process().daemon = False  # as of a pool it could have no workers of its own
        os.chdir(folder)
        sys.argv = ["apex", *words]
        time.perf_counter = lambda: 0.0  # an answer tells how long it took
        arm.begin()
        try:
            program.main()
        except SystemExit as done:
            code = int(str(done.code))
        try:  # as Python does in the end
            sys.stdout.flush()
        except OSError:
            code = 120
        write(tell, json.dumps(arm.end()).encode())
    except BaseException:  # noqa: BLE001 - whatever escapes would have been a traceback
        write(2, traceback.format_exc().encode())
        write(tell, json.dumps(arm.end()).encode())
        code = 1
    end(code)
