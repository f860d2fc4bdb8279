"""A share of the faults and kills, each in a process that has loaded little and forks."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.reliability.shim import syscalls

ROOT = Path(__file__).parents[2]
FAULTS = """
import errno
from tests.reliability.faults import faults_of, python_points
print(json.dumps(faults_of(1000, python_points, "set", (errno.EIO,))))
"""
KILLS = """
from tests.reliability.kills import killed
print(json.dumps(killed("set", 300, 1)))
"""


def counts(code: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", f"import json{code}"],
        capture_output=True, text=True, timeout=240, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert not done.stderr, done.stderr
    return found


def test_every_call_of_a_change_fails_once_and_with_all_that_follow() -> None:
    found = counts(FAULTS)
    assert found["faults"] == 2 * found["calls"]
    assert found["calls"] > 30
    assert found["told"] > found["overcome"] > 5
    assert not {"torn", "unclear", "littered", "blocked"} & found.keys()


def test_killed_at_random() -> None:
    found = counts(KILLS)
    assert found["kills"] == 300
    assert found["torn"] == found["lost"] == found["litter"] == 0
    assert found["turns"] > 20, "hardly a write was done: this shows nothing"
    assert found["cut_short"] > 2, "hardly a write was cut short: this shows nothing"


@pytest.mark.skipif(sys.platform != "linux", reason="the shim is for the C library of Linux")
def test_without_a_compiler_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit, match="nothing was tried"):
        syscalls(1)
