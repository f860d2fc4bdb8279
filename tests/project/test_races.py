"""Many writers at once: every change counts, and of equals exactly one wins."""

import json
import subprocess
import sys
from pathlib import Path

from apex_cli.project import store

PROCESSES = 8
TIMES = 200
INCREMENT = Path(__file__).parent / "programs" / "increment.py"


def test_no_increment_is_lost(file: Path) -> None:
    command = [sys.executable, str(INCREMENT), str(file), str(TIMES)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(PROCESSES)]
    late = [int(process.communicate(timeout=120)[0]) for process in running]
    assert [process.returncode for process in running] == [0] * PROCESSES
    found = store.load(file)
    assert found.state == "sealed"
    assert found.document["pricing"]["quantity"] == PROCESSES * TIMES
    assert found.document["revision"] == 1 + PROCESSES * TIMES
    assert sum(late) > 0, "they never met: this shows nothing"
    assert list(file.parent.iterdir()) == [file]


def test_of_eight_with_the_same_etag_one_wins(file: Path) -> None:
    etag = store.load(file).etag
    commands = [
        [sys.executable, "-m", "apex_cli", "project", "set", str(file), f"name=writer {number}",
         "--if-match", etag]
        for number in range(PROCESSES)
    ]  # fmt: skip
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for command in commands]
    answers = [json.loads(process.communicate(timeout=60)[0]) for process in running]
    codes = [process.returncode for process in running]
    assert sorted(codes) == [0] + [5] * (PROCESSES - 1)
    winner = codes.index(0)
    found = store.load(file)
    assert found.document["name"] == f"writer {winner}"
    assert found.document["revision"] == 2
    assert answers[winner]["result"]["etag"] == found.etag
    for answer in answers[:winner] + answers[winner + 1 :]:
        assert answer["error"]["code"] == "project.etag_mismatch"
        assert (answer["error"]["expected"], answer["error"]["current"]) == (etag, found.etag)
