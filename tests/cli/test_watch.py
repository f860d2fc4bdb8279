"""apex watch: a line a change, whatever happens to the file in between."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from apex_cli.cli import watch
from apex_cli.cli.boundary import run
from apex_cli.cli.output import Output

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_changes_are_seen_and_nothing_else(tmp_path: Path) -> None:
    file, other = tmp_path / "p.json", tmp_path / "q.json"
    slept = []

    def happens() -> Iterator[None]:
        yield  # nothing
        file.write_bytes(b"longer")
        yield
        yield
        file.unlink()
        yield
        other.write_bytes(b"another")
        other.replace(file)
        yield

    turn = happens()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        next(turn)

    file.write_bytes(b"p")
    assert len(list(islice(watch.changes(str(file), sleep), 4))) == 4
    assert slept == [watch.EVERY] * 5
    assert watch._state("\0") is None


@pytest.fixture
def thrice(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What happens to the file before each of its changes is seen."""
    happens: list[Any] = []

    def changes(_: str) -> Iterator[None]:
        for one in happens:
            one()
            yield
        raise KeyboardInterrupt

    monkeypatch.setattr(watch, "changes", changes)
    return happens


def test_a_line_a_change(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], thrice: list[Any]
) -> None:
    file = tmp_path / "p.json"
    shutil.copy(EXAMPLES / "bare-footing.json", file)
    shallow = json.loads(file.read_text("utf-8"))
    shallow["footing"]["depth_ft"] = 4
    thrice += [
        lambda: None,
        lambda: file.write_text(json.dumps({**shallow, "etag": None}), "utf-8"),
        lambda: file.write_text("{", "utf-8"),
        file.unlink,
    ]
    assert run(["watch", str(file), "--format", "table"]) == 130
    out, err = capfd.readouterr()
    lines = [line.split("  ", 1)[1] for line in out.splitlines()]
    assert lines[0] == "PASS  pier 2 ft × 8.5 ft deep (needs 8.327) · 4 checks"
    assert lines[1].startswith("FAIL  pier.")
    assert lines[2].startswith("NO ANSWER  not JSON")
    assert lines[3].endswith("[file.not_found]")
    assert err == f"apex: watching {file}; Ctrl-C ends it\napex: interrupted\n"


def test_as_json_an_envelope_a_line(capfd: pytest.CaptureFixture[str], thrice: list[Any]) -> None:
    thrice.append(lambda: None)
    file = EXAMPLES / "heights-profile.json"
    assert run(["watch", str(file), "--format", "json", "-q", "--calc", "exposure"]) == 130
    out, err = capfd.readouterr()
    assert json.loads(out)["kind"] == "exposure"
    assert err == "apex: interrupted\n"
    assert run(["watch", "-"]) == 2


def test_it_ends_where_nobody_reads_any_more(
    thrice: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    thrice += [lambda: None, lambda: None]
    monkeypatch.setattr(watch, "write", lambda *_: False)
    assert run(["watch", str(EXAMPLES / "heights-profile.json"), "-q"]) == 0


@pytest.mark.parametrize(
    ("name", "kind"),
    [("heights-profile", "exposure"), ("bare-footing", "footing"), ("pole-sign", "all")],
)
def test_the_calculation_that_a_project_is_about(name: str, kind: str) -> None:
    document = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    assert watch.kind_of(document) == kind
    assert watch.kind_of({}) == "all"
    assert watch._told({"error": {"detail": "d", "code": "c"}}, Output("table")).endswith(b"[c]\n")


def test_an_interrupt_ends_it(unmeasured: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "apex_cli", "watch", str(EXAMPLES / "bare-footing.json")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=unmeasured,
        cwd=EXAMPLES.parent,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["kind"] == "footing"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err.splitlines()[-1]) == (130, b"apex: interrupted")
