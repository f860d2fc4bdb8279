"""apex schema, doctor and selftest, as real processes."""

import errno
import fcntl
import hashlib
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import jq
import pytest

from apex_cli import doctor
from apex_cli.errors import FileProblem
from apex_cli.json_schemas import SCHEMAS, schema
from apex_cli.selftest import run as selftest

Apex = Callable[..., CompletedProcess[bytes]]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema(apex: Apex, name: str, tmp_path: Path) -> None:
    done = apex("schema", name)
    assert done.returncode == 0
    assert json.loads(done.stdout) == json.loads(json.dumps(schema(name)))
    target = tmp_path / "schema.json"
    assert apex("schema", name, "-o", target).stdout == b""
    assert target.read_bytes() == done.stdout


def test_schema_of_nothing(apex: Apex) -> None:
    assert apex("schema", "proyect").returncode == 2


def test_a_healthy_installation(apex: Apex, tmp_path: Path) -> None:
    done = apex("doctor", cwd=tmp_path)
    rows = {row["what"]: row for row in json.loads(done.stdout)["result"]["examined"]}
    assert done.returncode == 0, [row for row in rows.values() if not row["healthy"]]
    assert {"apex", "pydantic", "locale", "terminal", "current folder", "selftest"} <= set(rows)
    assert any(name.startswith("pack footing_") for name in rows)
    assert list(tmp_path.iterdir()) == []
    text = apex("doctor", "--format", "table", cwd=tmp_path).stdout.decode()
    assert "published cases" in text
    assert "sha256" in text


def test_an_altered_pack_is_not_healthy(apex: Apex, tmp_path: Path) -> None:
    (tmp_path / "pricing_mine_v1.yaml").write_text("kind: pricing\n", "utf-8")
    done = apex("doctor", "--packs-dir", tmp_path)
    assert done.returncode == 4
    assert json.loads(done.stdout)["result"]["healthy"] is False
    assert apex("doctor", "--packs-dir", tmp_path / "none").returncode == 4


def test_a_folder_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refused)
    (row,) = (row for row in doctor.examine() if row["what"] == "current folder")
    assert (row["healthy"], row["exit_code"]) == (False, FileProblem.exit_code)


def locks() -> dict[str, Any]:
    (row,) = (row for row in doctor.examine() if row["what"] == "locks")
    return row


@pytest.mark.parametrize(
    ("error", "healthy", "said"),
    [
        (OSError(errno.ENOLCK, "No locks available"), False, "No locks available"),
        (PermissionError(13, "Permission denied"), True, "not looked at"),
        (None, False, "keeps nobody out"),
    ],
)
def test_a_folder_without_locks(
    monkeypatch: pytest.MonkeyPatch, error: OSError | None, healthy: bool, said: str
) -> None:
    def flock(*_: object) -> None:
        if error:
            raise error

    monkeypatch.setattr(doctor, "_selftest", lambda: doctor._row("selftest", ""))
    monkeypatch.setattr(fcntl, "flock", flock)
    row = locks()
    assert (row["healthy"], said in row["detail"]) == (healthy, True), row


def test_a_folder_that_other_machines_may_write_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mounts, folder = tmp_path / "mounts", tmp_path / "far away"
    folder.mkdir()
    far = str(folder).replace(" ", "\\040")
    mounts.write_text(
        f"21 1 8:1 / / rw - ext4 /dev/a rw\n36 21 0:9 / {far} rw shared:1 - nfs4 server:/x rw\n"
    )
    monkeypatch.setattr(doctor, "_selftest", lambda: doctor._row("selftest", ""))
    monkeypatch.setattr(doctor, "MOUNTS", mounts)
    monkeypatch.chdir(tmp_path)
    assert locks()["detail"] == "ext4: a lock keeps others out"
    monkeypatch.chdir(folder)
    assert locks()["healthy"]
    assert "nfs4: a lock keeps others out; whether from other machines" in locks()["detail"]
    assert doctor.file_system(folder, tmp_path / "none") == "file system"


def test_a_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LIBRARIES", ("no-such-library",))
    (row,) = (row for row in doctor.examine() if row["what"] == "no-such-library")
    assert (row["healthy"], row["exit_code"]) == (False, 70)


def test_a_failing_selftest(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row._replace(verdict="fail") for row in selftest.run()[:3]]
    monkeypatch.setattr(selftest, "run", lambda: rows)
    (row,) = (row for row in doctor.examine() if row["what"] == "selftest")
    assert (row["healthy"], row["exit_code"]) == (False, 7)
    assert rows[0].id in row["detail"]

    def broken() -> None:
        raise FileProblem("there are no sheets")

    monkeypatch.setattr(selftest, "run", broken)
    (row,) = (row for row in doctor.examine() if row["what"] == "selftest")
    assert (row["exit_code"], row["detail"]) == (8, "there are no sheets")


def test_a_terminal_that_knows_only_ascii(apex: Apex) -> None:
    env = {"PYTHONIOENCODING": "ascii", "TERM": "dumb", "LC_ALL": "C"}
    done = apex("doctor", env=env)
    rows = {row["what"]: row["detail"] for row in json.loads(done.stdout)["result"]["examined"]}
    assert "ASCII" in rows["locale"]
    assert "no colour" in rows["terminal"]


def test_selftest(apex: Apex) -> None:
    done = apex("selftest")
    assert done.returncode == 0
    result = json.loads(done.stdout)["result"]
    assert result["failed"] == 0
    assert result["values"] == len(result["rows"]) >= result["cases"] > 10


def test_anyone_can_check_the_selftest_too(apex: Apex) -> None:
    done = apex("selftest", "--format", "json")
    envelope = json.loads(done.stdout)
    program = (
        'del(.content_sha256, .meta) | walk(if type == "object" then to_entries'
        " | sort_by(.key) | from_entries else . end) | tojson"
    )
    text = jq.compile(program).input_text(done.stdout.decode()).first()
    assert hashlib.sha256(text.encode()).hexdigest() == envelope["content_sha256"]


@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1, 0.2])
def test_interrupted_at_any_moment(after: float, unmeasured: dict[str, str]) -> None:
    """Once Python itself has started, Ctrl-C ends with 130 and without a traceback."""
    code = (
        "import apex_cli.__main__ as m, sys; sys.argv[1:] = ['selftest']; "
        "print(flush=True); m.main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=unmeasured,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(after + 0.005)
        process.send_signal(signal.SIGINT)
        try:
            _, said = process.communicate(timeout=30)
        finally:
            process.kill()
    assert process.returncode in {130, 0}, said
    assert b"Traceback" not in said


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("raise RuntimeError('Error calling __set_name__') from KeyboardInterrupt()", 130),
        ("raise RuntimeError('another')", 1),
        ("type('A', (), {'__del__': lambda self: signal.raise_signal(signal.SIGINT)})()", 130),
        ("atexit.register(signal.raise_signal, signal.SIGINT); raise ImportError", 8),
    ],
    ids=["wrapped", "another fault", "passed over", "after the end"],
)
def test_an_interrupt_that_python_does_not_raise(
    ending: str, code: int, unmeasured: dict[str, str]
) -> None:
    """Python 3.11 wraps one that comes while a class is made, in a library that is loaded.

    One that comes in what Python calls by itself it tells of, and goes on; nobody hears one that
    comes when all is told.
    """
    text = (
        "import apex_cli.__main__ as m, atexit, signal, sys\n"
        f"def load():\n    {ending}\n"
        "m._load_msgspec = load; sys.argv[1:] = ['selftest']; m.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", text], env=unmeasured, capture_output=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert b"KeyboardInterrupt" not in done.stderr
