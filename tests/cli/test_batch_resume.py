"""apex batch --resume: nothing is done twice, and no byte differs."""

import errno
import gzip
import json
import os
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from apex_cli.batch import stream
from apex_cli.batch.calculator import Done, Job
from apex_cli.batch.resume import EarlierOutput
from apex_cli.batch.run import run
from apex_cli.errors import FileProblem, InternalFault

ROOT = Path(__file__).parents[2]
Apex = Callable[..., CompletedProcess[bytes]]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    document = json.loads((ROOT / "examples" / "bare-footing.json").read_bytes())
    lines = []
    for number in range(90):
        document["loads"]["lateral_lbf"] = 1000 + number // 2  # each answer twice
        document["name"] = f"Café {number}"
        lines.append(json.dumps(document, ensure_ascii=False))
    lines[40] = '{"schema_version": 1}'
    path = tmp_path / "sites.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
@pytest.mark.parametrize("kept", [0.0, 0.3, 0.77, 1.0])
def test_a_cut_run_ends_as_an_uninterrupted_one(
    apex: Apex, tmp_path: Path, source: Path, name: str, kept: float
) -> None:
    target = tmp_path / name
    assert apex("batch", "footing", source, "-o", target).returncode == 3
    whole = target.read_bytes()
    plain = gzip.decompress(whole) if name.endswith("gz") else whole
    target.write_bytes(whole[: int(len(whole) * kept)])
    table = tmp_path / "summary.csv"
    done = apex("batch", "footing", source, "-o", target, "--resume", "--summary", table)
    assert done.returncode == 3
    assert target.read_bytes() == whole
    assert not (tmp_path / f"{name}.before").exists()
    assert len(table.read_text("utf-8").splitlines()) == 1 + len(plain.splitlines())
    if kept == 1.0:
        assert b"; 89 taken from the earlier run" in done.stderr
    if kept == 0.0:
        assert b"taken" not in done.stderr


def test_a_device_holds_no_answers_to_take_over(apex: Apex, tmp_path: Path, source: Path) -> None:
    done = apex("batch", "footing", source, "-o", "/dev/full", "--resume")
    assert done.returncode == 8
    assert b"file.disk_full" in done.stdout
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    assert apex("batch", "footing", source, "-o", pipe, "--resume").returncode == 3
    reader.join()
    assert len(found[0].splitlines()) == 90
    assert not pipe.with_name("pipe.jsonl.before").exists()


def test_only_what_is_new_is_calculated(apex: Apex, tmp_path: Path, source: Path) -> None:
    target, fresh = tmp_path / "out.jsonl", tmp_path / "fresh.jsonl"
    apex("batch", "footing", source, "-o", target)
    lines = source.read_text("utf-8").splitlines()
    changed = lines[0].replace("1000", "999")
    source.write_text("\n".join([changed, *lines[50:], *lines[:40]]), "utf-8")
    done = apex("batch", "footing", source, "-o", target, "--resume", "-j", "2")
    assert b"81 lines: 81 answered, 0 failed; 80 taken" in done.stderr
    apex("batch", "footing", source, "-o", fresh)
    assert target.read_bytes() == fresh.read_bytes()


def test_an_altered_answer_is_not_taken_over(apex: Apex, tmp_path: Path, source: Path) -> None:
    target = tmp_path / "out.jsonl"
    apex("batch", "footing", source, "-o", target)
    whole = target.read_bytes()
    target.write_bytes(whole.replace(b'"depth_ft":', b'"depth_ft":1', 1))
    done = apex("batch", "footing", source, "-o", target, "--resume")
    assert b"; 87 taken" in done.stderr or b"; 88 taken" in done.stderr
    assert target.read_bytes() == whole


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb'"tool":"apex","version":"', rb'"tool":"apex","version":"9'),
        (rb'"git_sha":(null|"[0-9a-f]+")', rb'"git_sha":"5eed"'),
    ],
)
def test_answers_of_another_version_are_not_taken_over(
    apex: Apex, tmp_path: Path, source: Path, old: bytes, new: bytes
) -> None:
    target = tmp_path / "out.jsonl"
    apex("batch", "footing", source, "-o", target)
    whole = target.read_bytes()
    other, count = re.subn(old, new, whole)
    assert count == len(whole.splitlines())
    target.write_bytes(other)
    done = apex("batch", "footing", source, "-o", target, "--resume")
    assert b"taken" not in done.stderr
    assert target.read_bytes() == whole


def test_a_resume_that_was_interrupted_is_resumed(apex: Apex, tmp_path: Path, source: Path) -> None:
    target, aside = tmp_path / "out.jsonl", tmp_path / "out.jsonl.before"
    apex("batch", "footing", source, "-o", target)
    whole = target.read_bytes()
    aside.write_bytes(whole)
    target.write_bytes(whole[:1000])
    done = apex("batch", "footing", source, "-o", target, "--resume")
    assert b"; 89 taken" in done.stderr
    assert target.read_bytes() == whole


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b',"meta":{', b',"mete":{'),
        (b',"meta":{', b',"meta":5,"x":{'),
        (b'"inputs_sha256":"', b'"inputs_sha256":"xyz'),
        (b'"inputs_sha256":"', b'"inputs_sha256":"-'),
        (b'"confidence":', b'"more":12345678901234567890,"confidence":'),
        (b',"content_sha256":"', b',"content_sha256":"","content_sha257":"'),
    ],
)
def test_damaged_answers_are_calculated_again(
    apex: Apex, tmp_path: Path, source: Path, old: bytes, new: bytes
) -> None:
    target = tmp_path / "out.jsonl"
    source.write_text("\n".join(source.read_text("utf-8").splitlines()[:9:2]), "utf-8")
    apex("batch", "footing", source, "-o", target)
    whole = target.read_bytes()
    lines = whole.splitlines(keepends=True)
    assert lines[1].count(old) == 1
    target.write_bytes(b"".join([lines[0], lines[1].replace(old, new), *lines[2:]]))
    done = apex("batch", "footing", source, "-o", target, "--resume")
    assert (done.returncode, b"; 4 taken" in done.stderr) == (0, True), done.stderr
    assert target.read_bytes() == whole
    assert not (tmp_path / "out.jsonl.before").exists()


def bytes_of(done: Done) -> bytes:
    return done.lines


@pytest.mark.parametrize("resume", [False, True])
@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_an_engine_that_does_not_start_leaves_the_output(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, resume: bool
) -> None:
    def failing(_job: object, _chunks: object) -> Iterator[Done]:
        yield from ()
        raise InternalFault("no worker")

    monkeypatch.setattr(stream, "local", lambda _: failing)
    target, table, aside = tmp_path / name, tmp_path / "s.csv", tmp_path / f"{name}.before"
    target.write_bytes(gzip.compress(b"{}\n", mtime=0))
    table.write_bytes(b"old")
    for earlier in (b"", b"earlier\n"):
        if earlier:
            aside.write_bytes(earlier)
        with pytest.raises(InternalFault, match="no worker"):
            run(
                Job("footing"), [str(source)], bytes_of, output=target, summary=table, resume=resume
            )
        assert (target.read_bytes(), table.read_bytes()) == (
            gzip.compress(b"{}\n", mtime=0),
            b"old",
        )
        assert (aside.read_bytes() if aside.exists() else b"") == earlier


def test_no_items_make_empty_files(apex: Apex, tmp_path: Path) -> None:
    for name in ("out.jsonl", "out.jsonl.gz"):
        target, table = tmp_path / name, tmp_path / "s.csv"
        target.write_bytes(b"old")
        done = apex("batch", "all", "-", "-o", target, "--summary", table)
        assert (done.returncode, target.read_bytes()) == (0, b"")
        assert len(table.read_text("utf-8").splitlines()) == 1


@pytest.mark.parametrize("earlier", [b"", b"an older answer\n"])
def test_answers_that_cannot_be_put_aside_stay(
    tmp_path: Path, earlier: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, aside = tmp_path / "out.jsonl", tmp_path / "out.jsonl.before"
    target.write_bytes(b"an answer\n")
    if earlier:
        aside.write_bytes(earlier)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for call in ("fsync", "stat"):
        with monkeypatch.context() as patch:
            patch.setattr(os, call, full)
            with pytest.raises(FileProblem, match=r"No space left .*; .*out\.jsonl is as it was"):
                EarlierOutput(target).take()
        assert target.read_bytes() == b"an answer\n"
        assert aside.read_bytes() == earlier if earlier else not aside.exists()
    EarlierOutput(target).take()
    monkeypatch.setattr(os, "unlink", full)
    with pytest.raises(FileProblem, match="No space left"):
        EarlierOutput(target).forget()
