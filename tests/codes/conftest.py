"""A folder with the examples, and the command line asked in this process."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from apex_cli.cli.boundary import run

EXAMPLES = Path(__file__).parents[2] / "examples"


class Said(NamedTuple):
    """What a command line came to: its exit code and the envelopes it wrote."""

    exit: int
    envelopes: list[dict[str, Any]]


Ask = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path in EXAMPLES.glob("*.json"):
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("APEX_FORMAT", raising=False)
    return tmp_path


@pytest.fixture
def ask(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Ask:
    """Runs ``apex`` with these words in the folder of examples."""
    assert folder.is_dir()

    def asked(*words: str) -> Said:
        capfdbinary.readouterr()
        code = run(words)
        out = capfdbinary.readouterr().out
        try:
            return Said(code, [json.loads(out)])
        except ValueError:
            return Said(code, [json.loads(text) for text in out.splitlines()])

    return asked
