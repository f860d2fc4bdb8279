"""A project file to work on, and processes to work on it with."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from apex_cli.project import store
from apex_cli.project.templates import template

Run = Callable[..., subprocess.CompletedProcess[str]]


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
