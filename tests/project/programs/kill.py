"""Kill writers at every step of a write; tell as JSON what was found after each."""

import fcntl
import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from apex_cli.errors import Conflict
from apex_cli.project import store
from apex_cli.project.templates import template

CALLS = (
    "open", "write", "fsync", "replace", "unlink", "link", "close", "fstat", "stat", "chmod",
    "fchown", "listdir",
)  # fmt: skip
"""What a write asks of the operating system; the process dies before, within or after each."""


def named(name: str) -> store.Edit:
    return lambda document: {**document, "name": name}


class Fate:
    """Ends this process by SIGKILL when so many steps are done."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def step(self) -> None:
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def watch(*args: Any, **more: Any) -> Any:
            self.step()
            done = call(*args, **more)
            self.step()
            return done

        return watch

    def torn(self, call: Callable[..., int]) -> Callable[..., int]:
        """A write that is done in two halves."""

        def write(handle: int, data: bytes) -> int:
            self.step()
            half = len(data) // 2
            call(handle, data[:half])
            self.step()
            return half + call(handle, data[half:])

        return write

    def take_over(self) -> None:
        for name in CALLS:
            wrap = self.torn if name == "write" else self.watched
            setattr(os, name, wrap(getattr(os, name)))
        fcntl.flock = self.watched(fcntl.flock)


def dies(action: Callable[[], object], steps: int) -> bool:
    """Whether a child that does this is killed before it has done it."""
    pid = os.fork()
    if pid == 0:
        _child(action, steps)
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status)


def _child(action: Callable[[], object], steps: int) -> NoReturn:
    Fate(steps).take_over()
    action()
    os._exit(0)


def look(path: Path, old: bytes, name: str) -> str:
    """Which of the two files is there; anything else fails."""
    if not path.exists() and not old:
        return "old"
    found = store.load(path)
    assert found.state == "sealed", found.data
    if found.data == old:
        return "old"
    assert found.document["name"] == name, found.data
    return "new"


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def every_step_of_a_change(folder: Path, file: str) -> dict[str, int]:
    path = folder / file
    store.create(path, template("pole"))
    found: Counter[str] = Counter()
    for steps in range(10_000):
        old = path.read_bytes()
        name = f"step {steps}"
        alive = not dies(lambda: store.change(path, named(name)), steps)  # noqa: B023 - called now
        found[look(path, old, name)] += 1
        found["left"] += len(leftovers(folder))
        store.change(path, named(f"after {name}"))
        assert leftovers(folder) == []
        if alive:
            return dict(found)
    raise AssertionError("the write never ended")


def every_step_of_a_new_file(folder: Path) -> dict[str, int]:
    path = folder / "pylon.json"
    found: Counter[str] = Counter()
    for steps in range(10_000):
        alive = not dies(lambda: store.create(path, template("pole")), steps)
        found[look(path, b"", "New pole sign")] += 1
        found["left"] += len(leftovers(folder))
        try:
            store.create(path, template("pole"))
        except Conflict:
            store.change(path, named("after"))
        assert leftovers(folder) == [], leftovers(folder)
        path.unlink()
        if alive:
            return dict(found)
    raise AssertionError("the write never ended")


def main(what: str, folder: str, *more: str) -> None:
    if what == "change":
        found = every_step_of_a_change(Path(folder), *more)
    else:
        found = every_step_of_a_new_file(Path(folder))
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
