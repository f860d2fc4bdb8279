"""apex project new --interactive as the command line has it: a pipe here, a terminal at the end."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from apex_cli.cli import boundary
from apex_cli.project import store
from tests.cli.terminal import Terminal
from tests.interview.test_talk import SCRIPTS


def run(
    monkeypatch: pytest.MonkeyPatch, data: str | bytes, *words: str, file: str = "pylon.json"
) -> int:
    lines = data.encode() if isinstance(data, str) else data
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), "utf-8"))
    return boundary.run(["project", "new", file, "-i", *words])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("file", ["pylon.json", "pylon.yaml"])
def test_a_piped_talk_makes_one_sealed_file(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], folder: Path, file: str
) -> None:
    answers = "\n".join(SCRIPTS["two-pole"]) + "\n"
    assert run(monkeypatch, answers, "--set", "customer=Ridgeline", file=file) == 0
    out, err = capfd.readouterr()
    assert json.loads(out)["result"]["state"] == "sealed"
    assert re.search(r"First calculation\n  (PASS|REVIEW|FAIL)  [^[]* USD", err)
    assert "[example_prices]" in err
    found = store.load(file)
    assert found.state == "sealed"
    assert found.document["customer"] == "Ridgeline"
    assert found.document["project_id"] == "pylon"
    assert [path.name for path in folder.iterdir()] == [file]


def test_what_is_missing_is_told_before_it_is_written(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    script = ["skip" if answer == "115 mph" else answer for answer in SCRIPTS["pole"]]
    del script[1]
    assert run(monkeypatch, "\n".join(script) + "\n", "--name", "Known", "--dry-run") == 0
    out, err = capfd.readouterr()
    assert "No answer yet:\n  - site.wind_speed_mph: is needed by this calculation" in err
    assert '"dry_run": true' in out


def test_what_the_code_does_not_answer_is_told(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    script = ["5000000" if one == "2500" else one for one in SCRIPTS["footing-only"]]
    assert run(monkeypatch, "\n".join(script) + "\n", "--dry-run") == 0
    _, err = capfd.readouterr()
    assert "No answer yet:\n  - " in err


@pytest.mark.parametrize(
    ("data", "words", "end"),
    [
        ("2\nx\nquit\n", (), (130, "nothing was written")),
        ("2\nx\n", (), (2, "the answers ended before the last question; nothing was written")),
        (b"2\n\xff\n", (), (2, "that is not UTF-8")),
        ("", ("--template", "pole"), (2, "--interactive asks instead")),
        ("", ("--from", "taken.json"), (2, "--interactive asks instead")),
    ],
)
def test_nothing_is_written_otherwise(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    data: str | bytes,
    words: tuple[str, ...],
    end: tuple[int, str],
) -> None:
    boundary.run(["project", "new", "taken.json"])
    assert run(monkeypatch, data, *words, "--format", "table") == end[0]
    assert end[1] in capfd.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["taken.json"]


def test_a_file_that_is_there_is_refused_before_anything_is_asked(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    boundary.run(["project", "new", "pylon.json"])
    capfd.readouterr()
    assert run(monkeypatch, "", "--format", "table") == 5
    assert "What is to be calculated?" not in capfd.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals there")
def test_ctrl_c_at_a_terminal_leaves_nothing(folder: Path) -> None:
    terminal = Terminal(["project", "new", "pylon.json", "-i"], folder)
    terminal.answer("mon\x17two-pole")
    terminal.press(b"\x03")
    assert terminal.ended() == 130
    assert terminal.said.endswith("apex: interrupted\n")
    assert "two-pole\n(2/23) What is the project called?" in terminal.said
    assert list(folder.iterdir()) == []
