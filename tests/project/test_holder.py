"""Who holds a lock is told where the system tells it; how long to wait, and what has no locks."""

import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from apex_cli import pipes
from apex_cli.errors import Conflict, FileProblem, UsageError
from apex_cli.project import holder, store

HOLD = """import fcntl, sys
file = open(sys.argv[1])
fcntl.flock(file, fcntl.LOCK_EX)
print(flush=True)
sys.stdin.read()
"""


def unchanged(document: dict[str, object]) -> dict[str, object]:
    return document


@pytest.mark.skipif(not holder.LOCKS.exists(), reason="only Linux tells who holds a lock")
def test_the_holder_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pipes.TIMEOUT, "0.05")
    command = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(Conflict) as caught:
            store.change(file, unchanged)
        process.communicate()
    assert caught.value.problem_code == "project.locked"
    assert caught.value.extra["pid"] == process.pid
    assert caught.value.extra["command"].startswith(
        f"{sys.executable} -c import fcntl, sys file = open"
    ), "in one line"
    assert f"process {process.pid} (" in caught.value.detail
    assert "locked for 0.05 s" in caught.value.detail


def test_what_the_kernel_writes_of_locks(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, locks = file.stat(), file.with_name("locks")
    device = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}"
    monkeypatch.setattr(holder, "LOCKS", locks)
    assert holder.holder(file) is None

    def written(*rows: str) -> holder.Holder | None:
        locks.write_text("".join(f"{row} 0 EOF\n" for row in rows))
        return holder.holder(file)

    mine, gone, inode = os.getpid(), 2**30, status.st_ino
    assert written(f"1: POSIX  ADVISORY  WRITE 7 {device}:{inode}") is None
    assert written(f"1: FLOCK  ADVISORY  WRITE 0 {device}:{inode}") is None, "of another container"
    assert written(f"1: -> FLOCK  ADVISORY  WRITE 7 {device}:{inode}") is None, "it waits"
    found = written(
        f"1: FLOCK  ADVISORY  WRITE {gone} ff:ff:{inode}",
        f"2: FLOCK  ADVISORY  WRITE {mine} {device}:{inode}",
    )
    assert found is not None
    assert found.pid == mine
    assert 0 < len(found.command) <= 121
    assert written(f"1: FLOCK  ADVISORY  WRITE {gone} ff:ff:{inode}") == (gone, "")
    monkeypatch.setattr(holder, "_LONGEST", 3)
    assert str(holder.Holder(mine, holder._command(mine))).endswith("…)")


@pytest.mark.parametrize("said", ["soon", "-1", "nan", "inf"])
def test_a_time_that_is_none(file: Path, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pipes.TIMEOUT, said)
    with pytest.raises(UsageError, match="APEX_LOCK_TIMEOUT"):
        store.change(file, unchanged)


def test_the_time_is_ten_seconds_unless_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(pipes.TIMEOUT, raising=False)
    assert pipes.patience() == 10
    monkeypatch.setenv(pipes.TIMEOUT, "0")
    assert pipes.patience() == 0


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOLCK, "file.no_locks"), (errno.EOPNOTSUPP, "file.no_locks"),
     (errno.EACCES, "file.not_permitted")],
)  # fmt: skip
def test_a_file_system_without_locks(
    file: Path, number: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    data = file.read_bytes()
    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(FileProblem) as caught:
        store.change(file, unchanged)
    assert caught.value.problem_code == code
    assert file.read_bytes() == data
