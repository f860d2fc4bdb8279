"""Writes go onto what was read and nothing else, and leave the old file or the new one."""

import contextlib
import errno
import json
import os
import stat
import subprocess
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from apex_cli import atomic
from apex_cli.errors import ApexError, Conflict, EtagMismatch, FileProblem, InvalidInput, UsageError
from apex_cli.project import guard, replace, store
from apex_cli.project.lifecycle import transition
from apex_cli.project.lock import write_lock
from apex_cli.project.templates import template

Run = Callable[..., subprocess.CompletedProcess[str]]
Whole = Callable[[Path], dict[str, Any]]

PACKS = {"footing": ("ibc-2021_v1", "a" * 64)}


def named(name: str) -> store.Edit:
    return lambda document: {**document, "name": name}


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def untouched(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


def test_a_change_raises_the_revision_and_seals(file: Path, whole: Whole) -> None:
    before = store.load(file)
    done = store.change(file, named("Neu ß"), if_match=before.etag)
    assert (done.changed, done.before) == (True, before)
    assert done.after.data == file.read_bytes()
    document = whole(file)
    assert document == done.after.document
    assert (document["name"], document["revision"]) == ("Neu ß", 2)
    assert document["etag"] not in {before.etag, None}
    assert list(document) == list(before.document)
    assert leftovers(file.parent) == []


def test_the_disk_has_the_bytes_before_they_get_the_name(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[str, str]] = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)

        def told(what: Any, *rest: Any, name: str = name, real: Any = real) -> Any:
            place = str(Path(f"/proc/self/fd/{what}").readlink() if isinstance(what, int) else what)
            calls.append((name, "temporary" if ".apex-" in place else Path(place).name))
            return real(what, *rest)

        monkeypatch.setattr(os, name, told)
    store.change(file, named("x"))
    assert calls == [
        ("fsync", "temporary"),
        ("replace", "temporary"),
        ("fsync", file.parent.name),
    ]


def test_a_stale_etag_leaves_the_file_as_it_is(file: Path) -> None:
    stale = store.load(file).etag
    store.change(file, named("B"), if_match=stale)
    data = file.read_bytes()
    with pytest.raises(EtagMismatch) as caught:
        store.change(file, named("C"), if_match=stale)
    assert caught.value.extra == {"expected": stale, "current": store.load(file).etag}
    assert file.read_bytes() == data
    store.change(file, named("C"), if_match="*")


def test_a_b_a_does_not_fool_the_etag(file: Path) -> None:
    first = store.load(file)
    store.change(file, named("B"))
    store.change(file, named(first.document["name"]))
    assert store.load(file).document["name"] == first.document["name"]
    with pytest.raises(EtagMismatch):
        store.change(file, named("C"), if_match=first.etag)


def test_no_change_writes_nothing(file: Path) -> None:
    before = untouched(file)
    done = store.change(file, lambda document: {**document, "schema_version": 1.0})
    assert not done.changed
    assert done.diff() == ""
    assert untouched(file) == before


def test_a_hand_edit_is_kept(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"New footing", b"By hand"))
    data = file.read_bytes()
    calls: list[Callable[[], store.Change]] = [
        lambda: store.change(file, named("x")),
        lambda: write_lock(file, PACKS, {}, if_match="*"),
    ]
    for call in calls:
        with pytest.raises(Conflict) as caught:
            call()
        assert caught.value.problem_code == "project.edited"
        assert "apex project seal" in caught.value.hint
    assert file.read_bytes() == data
    accepts: tuple[Any, ...] = ("sealed", "edited")
    done = store.change(file, lambda document: document, accepts=accepts)
    assert done.changed
    assert store.load(file).document["name"] == "By hand"
    assert store.load(file).document["revision"] == 2
    assert not store.change(file, lambda document: document, accepts=accepts).changed


def test_an_invalid_change_is_refused(file: Path) -> None:
    data = file.read_bytes()
    with pytest.raises(InvalidInput):
        store.change(file, lambda document: {**document, "nmae": "x"})
    assert file.read_bytes() == data
    assert leftovers(file.parent) == []


def test_a_dry_run_shows_and_writes_nothing(file: Path) -> None:
    before = untouched(file)
    done = store.change(file, named("Dry"), dry_run=True)
    assert '-  "name": "New footing",' in done.diff()
    assert '+  "name": "Dry",' in done.diff()
    assert untouched(file) == before
    new = store.create(file.with_name("new.json"), template("pole"), dry_run=True)
    assert new.diff().startswith(f"--- {os.devnull}\n+++ ")
    assert not file.with_name("new.json").exists()
    with pytest.raises(Conflict):
        store.create(file, template("pole"), dry_run=True)


def test_new_never_overwrites(file: Path, tmp_path: Path) -> None:
    data = file.read_bytes()
    dangling = tmp_path / "dangling.json"
    dangling.symlink_to(tmp_path / "nowhere.json")
    for path in (file, dangling, tmp_path):
        with pytest.raises(Conflict) as caught:
            store.create(path, template("pole"))
        assert (caught.value.problem_code, caught.value.status) == ("project.exists", 409)
    assert file.read_bytes() == data
    assert not (tmp_path / "nowhere.json").exists()


def test_new_obeys_the_umask_and_needs_a_folder(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        store.create(tmp_path / "new.json", template("pole"))
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o640
    assert (tmp_path / "new.json").stat().st_nlink == 1
    with pytest.raises(FileProblem) as caught:
        store.create(tmp_path / "none" / "new.json", template("pole"))
    assert caught.value.status == 404


def test_new_without_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: Whole
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    store.create(tmp_path / "new.json", template("pole"))
    whole(tmp_path / "new.json")
    with pytest.raises(FileExistsError):
        replace._claim(tmp_path / "new.json", tmp_path / "new.json")
    assert leftovers(tmp_path) == []


def test_mode_owner_and_link_are_kept(file: Path, tmp_path: Path, whole: Whole) -> None:
    file.chmod(0o640)
    if os.getuid() == 0:
        os.chown(file, 12345, 23456)
    before = file.stat()
    inside = tmp_path / "Schilder & größere 標識"
    inside.mkdir()
    link = inside / "ein Link.json"
    link.symlink_to("../pylon.json")
    store.change(link, named("through the link"))
    assert link.is_symlink()
    assert whole(file)["name"] == "through the link"
    after = file.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (
        before.st_mode,
        before.st_uid,
        before.st_gid,
    )
    assert after.st_ino != before.st_ino
    assert list(inside.iterdir()) == [link]


def test_a_hard_link_is_not_cut_off(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.hardlink_to(file)
    data = file.read_bytes()
    with pytest.raises(Conflict) as caught:
        store.change(file, named("x"))
    assert caught.value.problem_code == "project.hard_linked"
    assert file.read_bytes() == other.read_bytes() == data
    assert file.samefile(other)
    other.unlink()
    assert store.change(file, named("x")).changed


def test_a_file_removed_or_replaced_meanwhile(file: Path, tmp_path: Path) -> None:
    before = store.load(file)

    def removed(document: dict[str, Any]) -> dict[str, Any]:
        file.unlink()
        return {**document, "name": "x"}

    with pytest.raises(FileProblem) as caught:
        store.change(file, removed)
    assert caught.value.status == 404
    assert not file.exists()

    def replaced(document: dict[str, Any]) -> dict[str, Any]:
        (tmp_path / "new").write_bytes(before.data.replace(b"New footing", b"Somebody else"))
        (tmp_path / "new").replace(file)
        return {**document, "name": "x"}

    file.write_bytes(before.data)
    with pytest.raises(EtagMismatch) as mismatch:
        store.change(file, replaced)
    assert mismatch.value.extra == {"expected": before.etag, "current": store.load(file).etag}
    assert b"Somebody else" in file.read_bytes()
    assert leftovers(tmp_path) == []


def test_a_file_that_is_replaced_while_its_successor_is_written(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.load(file)
    theirs = before.data.replace(b"New footing", b"Somebody else")
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        sync(handle)
        (tmp_path / "new").write_bytes(theirs)
        (tmp_path / "new").replace(file)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(EtagMismatch) as mismatch:
        store.change(file, named("x"))
    monkeypatch.undo()
    assert mismatch.value.extra == {"expected": before.etag, "current": store.load(file).etag}
    assert file.read_bytes() == theirs
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("step", ["write", "fsync", "replace", "open"])
@pytest.mark.parametrize(
    ("number", "status"),
    [(errno.ENOSPC, 507), (errno.EDQUOT, 507), (errno.EFBIG, 507), (errno.EROFS, 403)],
)
def test_whatever_the_system_refuses(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, status: int
) -> None:
    data = file.read_bytes()
    real = getattr(os, step)

    def refuse(*args: Any, **more: Any) -> Any:
        if step == "open" and ".apex-" not in str(args[0]):
            return real(*args, **more)
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, refuse)
        if step == "replace":
            patch.setattr(os, "link", refuse)
        with pytest.raises(FileProblem) as caught:
            store.change(file, named("x"))
        with pytest.raises(FileProblem):
            store.create(file.with_name("new.json"), template("pole"))
    assert (caught.value.status, caught.value.exit_code) == (status, 8)
    assert file.read_bytes() == data
    assert list(file.parent.iterdir()) == [file]
    assert store.change(file, named("x")).changed


def test_a_full_disk(file: Path, python: Run, whole: Whole) -> None:
    code = (
        "import resource, sys\n"
        "from apex_cli.errors import FileProblem\n"
        "from apex_cli.project import store\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))\n"
        "try:\n"
        "    store.change(sys.argv[1], lambda document: {**document, 'name': 'x'})\n"
        "except FileProblem as error:\n"
        "    print(error.status, error.problem_code)\n"
    )
    data = file.read_bytes()
    assert python(code, file).stdout == "507 file.disk_full\n"
    assert file.read_bytes() == data
    assert whole(file)["revision"] == 1
    assert leftovers(file.parent) == []


@pytest.mark.skipif(os.getuid() != 0, reason="only root mounts")
def test_a_full_tmpfs(tmp_path: Path, whole: Whole) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        path = disk / "pylon.json"
        store.create(path, template("footing-only"))
        with contextlib.suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(b"x" * 512)
        data = path.read_bytes()
        with pytest.raises(FileProblem) as caught:
            store.change(path, named("x"))
        assert caught.value.status == 507
        assert path.read_bytes() == data
        assert leftovers(disk) == []
        (disk / "filler").unlink()
        store.change(path, named("x"))
        whole(path)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


AS_NOBODY = """
import os, sys, tempfile
from apex_cli.cli.boundary import run
with tempfile.TemporaryDirectory() as folder:  # what is imported late is imported before
    run(["project", "new", folder + "/x"])
    run(["project", "set", folder + "/x", "name=x"])
    run(["project", "show", folder + "/y"])
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.stdout.write("\\f")
code = run(["project", *sys.argv[1:]])
sys.stdout.write(f"\\f{code}")
"""


def test_a_read_only_folder_or_file(python: Run, open_folder: Path) -> None:
    path = open_folder / "pylon.json"
    store.create(path, template("footing-only"))
    data = path.read_bytes()

    told: list[str] = []

    def as_nobody(*args: object) -> tuple[int, int | None]:
        _, answer, code = python(AS_NOBODY, *args).stdout.split("\f")
        error = json.loads(answer)["error"]
        if error and "new" not in args:
            told.append(error["detail"])
        return int(code), error and error["status"]

    path.chmod(0o666)
    open_folder.chmod(0o555)
    assert as_nobody("set", path, "name=x") == (8, 403)
    assert as_nobody("new", open_folder / "new.json") == (8, 403)
    assert as_nobody("set", path, "name=x", "--dry-run") == (0, None)
    assert as_nobody("validate", path) == (0, None)
    assert told == [f"the folder {open_folder}: Permission denied"]
    path.chmod(0o444)
    open_folder.chmod(0o777)
    assert as_nobody("set", path, "name=x") == (8, 403)
    path.chmod(0o000)
    assert as_nobody("show", path) == (8, 403)
    path.chmod(0o644)
    assert path.read_bytes() == data
    assert list(open_folder.iterdir()) == [path]


def test_what_is_no_project_file(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with pytest.raises(FileProblem, match="not a regular file"):
        store.change(fifo, named("x"))
    for path, kind in (
        (tmp_path, FileProblem),
        (tmp_path / "none.json", FileProblem),
        (tmp_path / "none.json" / "x", FileProblem),
        ("\0", FileProblem),
        ("-", UsageError),
        (os.devnull, FileProblem),
    ):
        with pytest.raises(kind):
            store.change(path, named("x"))
    with pytest.raises(FileProblem):
        store.load("\0")
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)
    for call in (lambda: store.load(loop), lambda: store.change(loop, named("x"))):
        with pytest.raises(FileProblem):
            call()


def test_a_held_lock_is_waited_for_and_then_told(file: Path) -> None:
    with guard.exclusive(file, 10**6):
        with pytest.raises(Conflict, match="locked") as caught, guard.exclusive(file, 10, 0.05):
            pass
        assert caught.value.problem_code == "project.locked"
        waiting = threading.Thread(target=store.change, args=(file, named("after")))
        waiting.start()
        time.sleep(0.05)
        assert store.load(file).document["name"] == "New footing"
    waiting.join(60)
    assert store.load(file).document["name"] == "after"


def test_what_dead_writers_left_is_swept(file: Path, python: Run) -> None:
    folder = file.parent
    tag = atomic._tag(file)
    other = atomic._tag(Path("other.json"))
    dead = python("import os; print(os.getpid())").stdout.strip()
    mine = folder / f".apex-{os.getpid()}-{tag}00000000.tmp"
    living = folder / f".apex-{os.getpid()}-{other}00000000.tmp"
    foreign = folder / f".apex-{dead}-{other}{atomic._host()}00000000.tmp"
    afar = folder / f".apex-{dead}-{other}-of-another-machine.tmp"
    odd = folder / f".apex-²-{tag}.tmp"
    old = folder / ".apex-1-x.tmp"
    apart = folder / ".apex-notes"
    for path in (mine, living, foreign, afar, odd, old, apart):
        path.touch()
    os.utime(old, (0, 0))
    os.utime(apart, (0, 0))
    store.create(folder / "third.json", template("pole"))
    assert not old.exists()
    assert mine.exists()
    store.change(file, named("x"))
    assert set(leftovers(folder)) == {living.name, foreign.name, afar.name, apart.name}
    store.create(folder / "other.json", template("pole"))
    assert set(leftovers(folder)) == {living.name, afar.name, apart.name}


def test_signs_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    assert atomic._alive(str(os.getpid()))
    assert atomic._alive("9" * 30)
    assert atomic._alive("x")

    def not_ours(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", not_ours)
    assert atomic._alive("1")


def test_the_lock_block(file: Path) -> None:
    etag = store.load(file).etag
    done = write_lock(file, PACKS, {"footing": "b" * 64}, if_match=etag)
    assert done.after.document["lock"]["packs"]["footing"]["sha256"] == "a" * 64
    again = write_lock(file, PACKS, {"footing": "b" * 64}, if_match="*")
    assert not again.changed
    with pytest.raises(EtagMismatch):
        write_lock(file, PACKS, {}, if_match=etag)
    for status in ("estimating", "submitted"):
        store.change(file, partial(transition, to=status, lock_ok=lambda: (True, "")))
    with pytest.raises(ApexError) as caught:
        write_lock(file, PACKS, {}, if_match="*")
    assert caught.value.problem_code == "project.frozen"


def test_a_new_lock_stands_before_the_seal(file: Path) -> None:
    store.change(file, lambda document: {k: v for k, v in document.items() if k != "lock"})
    done = write_lock(file, PACKS, {}, if_match="*")
    assert list(done.after.document)[-4:] == ["lock", "revision", "updated_at", "etag"]
