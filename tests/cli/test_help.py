"""apex help: the row of a code, the list of all, and what is near an unknown one."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from apex_cli.codes.table import CODES

Apex = Callable[..., CompletedProcess[bytes]]


def test_a_row_as_json(apex: Apex) -> None:
    done = apex("help", "footing.depth_limit_reading")
    assert done.returncode == 0
    envelope = json.loads(done.stdout)
    assert envelope["kind"] == "help"
    row = envelope["result"]
    assert row == CODES["footing.depth_limit_reading"].record
    assert (row["kind"], row["severity"], row["status"]) == ("warning", ["notice", "warning"], None)


def test_a_row_as_a_table(apex: Apex) -> None:
    said = apex("help", "project.edited", "--format", "table").stdout.decode()
    facts = dict(line.split(None, 1) for line in said.splitlines()[1:5])
    assert facts == {"code": "project.edited", "kind": "problem", "status": "409", "exit": "5, 7"}
    assert "apex project seal FILE" in said


@pytest.mark.parametrize(
    ("word", "hint"),
    [("footing.no_dept", "did you mean 'footing.no_depth'?"), ("zz", "apex help lists all codes")],
)
def test_an_unknown_code(apex: Apex, word: str, hint: str) -> None:
    done = apex("help", word)
    problem = json.loads(done.stdout)["error"]
    assert (done.returncode, problem["code"]) == (2, "usage.invalid")
    assert hint in problem["hint"]


def test_all_codes(apex: Apex) -> None:
    rows = json.loads(apex("help").stdout)["result"]["codes"]
    assert [row["code"] for row in rows] == list(CODES)
    assert all(row.keys() == {"code", "kind", "means"} for row in rows)
    table = apex("help", "--format", "table").stdout.decode()
    assert [line.split()[0] for line in table.splitlines() if line[0] != " "] == list(CODES)
    assert max(map(len, table.splitlines())) <= 100


def test_a_file(apex: Apex, tmp_path: Path) -> None:
    done = apex("help", "apex.fault", "-o", tmp_path / "row.json")
    assert (done.returncode, done.stdout) == (0, b"")
