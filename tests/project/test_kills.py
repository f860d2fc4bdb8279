"""SIGKILL at any step leaves the old file or the new one, whole, and nothing that blocks.

At random moments: tests/reliability.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

KILL = Path(__file__).parent / "programs" / "kill.py"


def killed(*args: object) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, str(KILL), *map(str, args)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, int] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("what", "more"), [("change", ["pylon.json"]), ("change", ["pylon.yaml"]), ("new", [])]
)
def test_killed_at_every_step(what: str, more: list[str], tmp_path: Path) -> None:
    found = killed(what, tmp_path, *more)
    assert found["old"] > 10
    assert found["new"] > 5
    assert found["left"] > 5, "no temporary file was ever left: this shows nothing"
