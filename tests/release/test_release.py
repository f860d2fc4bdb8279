"""The bill of materials names every pin, and nobody's index."""

import re
import sys
from pathlib import Path

import pytest

from tests.release.__main__ import bill
from tests.release.pythons import found, pythons

CONSTRAINTS = (Path(__file__).parents[2] / "constraints.txt").read_text("utf-8")


def test_the_bill_names_every_pin_with_its_files() -> None:
    made = bill(CONSTRAINTS)
    pins = re.findall(r"^([a-z0-9._-]+)(?:\[.*?\])?==([^ ]+)", CONSTRAINTS, re.MULTILINE)
    assert len(pins) > 40
    assert [(one["name"], one["version"]) for one in made["components"]] == pins
    assert all(one["properties"] for one in made["components"])
    assert sum(len(one["properties"]) for one in made["components"]) == CONSTRAINTS.count("sha256:")
    assert len({one["bom-ref"] for one in made["components"]}) == len(pins)


def test_constraints_know_no_index() -> None:
    assert "://" not in CONSTRAINTS
    assert not re.search(
        r"^\s*(-i|--(extra-)?index-url|--find-links|--trusted-host)\b", CONSTRAINTS, re.MULTILINE
    )


def interpreter(folder: Path, body: str) -> None:
    program = folder / "python3.99"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts of a shell")
def test_a_python_is_found_by_asking_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shim, other, right = (tmp_path / name for name in ("shim", "other", "right"))
    for folder, body in (
        (shim, "exit 127"),
        (other, "echo 3.98 3.98.1"),
        (right, "echo 3.99 3.99.1"),
    ):
        folder.mkdir()
        interpreter(folder, body)
    monkeypatch.setenv("PATH", f"{tmp_path}:{shim}:{other}")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert found("3.99") is None
    monkeypatch.setenv("PATH", f"{shim}:{other}:{right}")
    assert found("3.99") == (right / "python3.99", "3.99.1")


def test_no_python_at_all_is_no_success(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.release.pythons.found", lambda *_: None)
    assert pythons() == 1
    assert capsys.readouterr().out.count(": not here\n") == 4
