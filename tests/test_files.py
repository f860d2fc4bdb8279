"""An answer takes a file's place whole, or the file stays."""

import errno
import gc
import os
import stat
import sys
from contextlib import nullcontext
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

import pytest

from apex_cli import __main__ as program
from apex_cli import atomic, files
from apex_cli.cli import boundary
from apex_cli.errors import Conflict, FileProblem, UsageError


def test_a_new_file_has_the_mode_that_the_caller_wishes(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        files.write(tmp_path / "a.json", b"{}")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o640
    assert (tmp_path / "a.json").read_bytes() == b"{}"


def test_mode_owner_and_link_are_kept(tmp_path: Path) -> None:
    file, link = tmp_path / "a.json", tmp_path / "link"
    file.write_bytes(b"old")
    file.chmod(0o604)
    if os.getuid() == 0:
        os.chown(file, 12345, 23456)
    link.symlink_to("a.json")
    before = file.stat()
    files.write(link, b"new")
    after = file.stat()
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert after.st_ino != before.st_ino
    kept = [(one.st_mode, one.st_uid, one.st_gid) for one in (before, after)]
    assert kept[0] == kept[1]


@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_what_the_system_refuses_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"old")

    real = getattr(os, step)

    def refuse(*args: Any, **more: Any) -> Any:
        if step == "open" and ".apex-" not in str(args[0]):
            return real(*args, **more)
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, refuse)
        with pytest.raises(FileProblem) as caught:
            files.write(file, b"new")
    assert caught.value.detail == f"{file}: {os.strerror(number)}"
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_an_interrupt_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write(tmp_path / "a.json", b"new")
    assert list(tmp_path.iterdir()) == []


def test_an_owner_that_cannot_be_given_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> NoReturn:
        raise OSError(errno.EINVAL, "no such user here")

    file = tmp_path / "a.json"
    file.write_bytes(b"old")
    file.chmod(0o640)
    monkeypatch.setattr(os, "fchown", unknown)
    files.write(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_project_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "pylon.json"
    file.write_bytes(b'{"schema_version": 1}')
    with pytest.raises(Conflict, match="is a project file"):
        files.write(file, b"{}")


@pytest.mark.parametrize(
    ("number", "code"), [(errno.EIO, "file.not_durable"), (errno.ENOSPC, "file.not_durable"),
                         (errno.EINVAL, None)],
)  # fmt: skip
def test_a_folder_that_is_not_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str | None
) -> None:
    """A disk that failed is told with the file in place; a folder that never syncs is not."""
    file, real = tmp_path / "a.json", os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(FileProblem) if code else nullcontext() as caught:
        files.write(file, b"new")
    if caught:
        assert caught.value.problem_code == code
        assert caught.value.extra == {"written": True}
        assert "is written, but may not survive a power cut" in caught.value.detail
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", fail)
        with pytest.raises(FileProblem, match="Input/output error"):
            files.write(tmp_path / "a.json", b"new")
    assert list(tmp_path.iterdir()) == []


def test_what_a_dead_writer_left_goes_with_the_next_write(tmp_path: Path) -> None:
    file, child = tmp_path / "a.json", os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    name = f".apex-{child}-{atomic._tag(file)}{atomic._host()}0.tmp"
    (tmp_path / name).touch()
    files.write(file, b"new")
    assert list(tmp_path.iterdir()) == [file]


def test_an_extra_that_is_not_there_and_one_that_cannot_be_loaded() -> None:
    error, missing = ImportError("no such symbol", path="x.so"), UsageError("not installed")
    assert files.unless_installed("no_such_library_of_ours", error, missing) is missing
    found = files.unless_installed("json", error, missing)
    assert found.problem_code == "file.not_loaded"
    assert found.detail == "x.so: the program cannot be loaded: no such symbol"


@pytest.mark.parametrize(("name", "where"), [("a.py", "a.py: "), (None, "")])
def test_a_disk_that_fails_while_a_module_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str | None, where: str
) -> None:
    (tmp_path / "spoilt_module.py").write_text(f"raise OSError(5, 'I/O error', {name!r})")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(OSError, match="I/O error") as caught:
        import_module("spoilt_module")
    found = files.unforeseen(caught.value)
    assert found.problem_code == "file.not_loaded"
    assert found.detail == f"{where}the program cannot be loaded: I/O error"
    assert files.unforeseen(OSError(5, "I/O error", name)).problem_code == "file.not_found"


def test_an_error_whose_envelope_cannot_be_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unmade(*_: object) -> NoReturn:
        raise ImportError("no module")

    monkeypatch.setattr(boundary, "failure", unmade)
    assert boundary.run(["calc", "all", "nowhere.json"]) == 8
    said = capsys.readouterr()
    assert said.out == ""
    assert "nowhere.json" in said.err


class Deaf(StringIO):
    def write(self, _: str) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("silent", [False, True])
def test_a_program_of_which_nothing_can_be_loaded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], silent: bool
) -> None:
    monkeypatch.setattr(sys, "argv", ["apex", "doctor"])
    monkeypatch.setitem(sys.modules, "apex_cli.cli.boundary", None)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "set_threshold", lambda _: None)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(program, "_hear_no_more", lambda: None)
    if silent:
        monkeypatch.setattr(sys, "stderr", Deaf())
    with pytest.raises(SystemExit) as ended:
        program.main()
    assert ended.value.code == 8
    if not silent:
        assert "the program cannot be loaded" in capsys.readouterr().err
