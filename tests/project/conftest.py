"""A project file to work on, and processes to work on it with."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from apex_cli.project import store
from apex_cli.project.templates import template
from apex_cli.project.text import MAX_VALUES

Run = Callable[..., subprocess.CompletedProcess[str]]
Beside = Callable[[Callable[[], object], float], float]

VALUES = "\n".join(f"k{number} = {number}" for number in range(MAX_VALUES))
"""As many values as a project may hold, for a reader of the standard library."""


def _seconds(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started


@pytest.fixture(scope="session")
def beside_toml() -> Beside:
    """How many times as long a call takes as the standard library takes for a full file of TOML.

    No machine is fast or slow here: both are measured on it. A call that took longer than it may
    is measured up to four times more, and the least counts: what is loaded once, and a collection
    of garbage that falls into it, are no cost of the call.
    """
    full = min(_seconds(lambda: tomllib.loads(VALUES)) for _ in range(3))

    def ratio(call: Callable[[], object], most: float) -> float:
        least = _seconds(call) / full
        for _ in range(4):
            if least < most:
                break
            least = min(least, _seconds(call) / full)
        return least

    return ratio


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small sealed project, revision 1, no quantity."""
    path = tmp_path / "pylon.json"
    store.create(path, template("footing-only") | {"pricing": {"addons": []}})
    return path


@pytest.fixture
def python() -> Run:
    """Run a Python program as a process of its own; it must end well."""

    def run(code: str, *args: object, **more: Any) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, args)],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            **more,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done

    return run


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users reach; pytest's own are closed to them."""
    folder = Path(tempfile.mkdtemp(prefix="apex-test-"))
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture
def whole() -> Callable[[Path], dict[str, Any]]:
    """The document of a file that must be whole, parseable and sealed."""

    def check(path: Path) -> dict[str, Any]:
        found = store.load(path)
        assert found.state == "sealed"
        assert json.loads(path.read_text("utf-8")) == found.document
        return found.document

    return check
