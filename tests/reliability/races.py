"""Sixteen processes write one project as fast as they can: every write counts."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from apex_cli.errors import EtagMismatch
from apex_cli.project import store
from apex_cli.project.templates import template
from tests.project.programs.increment import increased

PROCESSES = 16
Document = dict[str, Any]


def races(count: int) -> dict[str, int]:
    """So many writes in all; half of the writers bring what they have read, half what they find."""
    os.environ["APEX_LOCK_TIMEOUT"] = "300"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pylon.json"
        store.create(path, template("pole"))
        before = store.load(path).document["pricing"].get("quantity", 0)
        each = count // PROCESSES
        ways = [read_and_set, set_under_the_lock]
        children = [_child(ways[number % 2], path, each) for number in range(PROCESSES)]
        late = sum(_late(*child) for child in children)
        found = store.load(path)
        return {
            "processes": PROCESSES,
            "writes": each * PROCESSES,
            "revisions": found.document["revision"] - 1,
            "counted": found.document["pricing"]["quantity"] - before,
            "refused_as_late": late,
            "unsealed": int(found.state != "sealed"),
            "litter": len(list(path.parent.iterdir())) - 1,
        }


def read_and_set(path: Path) -> int:
    """Write what was read and raised, again until nobody was faster; how often somebody was."""
    late = 0
    while True:
        read = store.load(path)
        made = increased(read.document)
        try:
            store.change(path, lambda _: made, if_match=read.etag)  # noqa: B023 - called at once
        except EtagMismatch:
            late += 1
        else:
            return late


def set_under_the_lock(path: Path) -> int:
    """Raise what is there."""
    store.change(path, increased)
    return 0


def _child(way: Callable[[Path], int], path: Path, times: int) -> tuple[int, int]:
    told, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.write(tell, str(sum(way(path) for _ in range(times))).encode())
            code = 0
        except Exception as error:  # noqa: BLE001 - it shows in the counts
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        os._exit(code)
    os.close(tell)
    return pid, told


def _late(pid: int, told: int) -> int:
    os.waitpid(pid, 0)
    with os.fdopen(told, "rb") as said:
        return int(said.read() or 0)
