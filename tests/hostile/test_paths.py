"""Folders that others write: links, pipes and names that somebody else put there first."""

import os
import socket
import stat
import threading
from pathlib import Path
from typing import Any

import pytest

from apex_cli import atomic, files, links, pipes
from apex_cli.audit.find import files_of
from apex_cli.batch import sink
from apex_cli.batch.resume import EarlierOutput
from apex_cli.batch.sources import items
from apex_cli.config import read as read_config
from apex_cli.errors import ApexError, UsageError
from apex_cli.package.logo import logo
from apex_cli.project import guard, store

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pipes.TIMEOUT, "0")


def code(call: Any) -> str:
    with pytest.raises(ApexError) as caught:
        call()
    return str(caught.value.problem_code)


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe.json")
    return tmp_path / "pipe.json"


def test_a_pipe_in_the_place_of_a_file_holds_nobody(pipe: Path) -> None:
    earlier = EarlierOutput(pipe.with_name("out.jsonl"))
    pipe.with_name("out.jsonl").write_bytes(b"{}\n")
    os.mkfifo(earlier.path)
    for call in (
        lambda: files.read(pipe, 10),
        lambda: files.write(pipe, b"answer"),
        lambda: sink.sink(pipe).write(b"line\n"),
        lambda: store.load(pipe),
        lambda: store.change(pipe, dict),
        lambda: logo(pipe),
        lambda: read_config(pipe),
        earlier.take,
    ):
        assert code(call) == "file.not_regular"
    (item,) = items([str(pipe)], None, "jsonl")
    assert item.error is not None
    assert list(files_of([str(pipe.parent)])) == [], "nobody reads a pipe that is found"


def test_who_comes_to_the_other_end_is_served(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pipes.TIMEOUT, "5")
    got: list[bytes] = []

    def later() -> None:
        pipe.write_bytes(b"1" * 200_000)  # more than a pipe holds
        got.append(pipe.read_bytes())

    other = threading.Thread(target=later)
    other.start()
    with files.opened(pipe) as file:
        assert file.read(5) == b"11111"
        assert len(file.read()) == 199_995
    files.write(pipe, b"answer")
    other.join()
    assert got == [b"answer"]


def test_a_writer_who_is_there_and_says_nothing_yet_is_waited_for(pipe: Path) -> None:
    both = os.open(pipe, os.O_RDWR)

    def say() -> None:
        os.write(both, b"late")
        os.close(both)

    late = threading.Timer(0.05, say)
    late.start()
    assert files.read(pipe, 10) == b"late"
    late.join()


def test_a_pipe_without_a_name_is_read_to_its_end() -> None:
    for data in (b"", b"{}"):
        end, begin = os.pipe()
        os.write(begin, data)
        os.close(begin)
        assert files.read(Path(f"/dev/fd/{end}"), 10) == data
        os.close(end)


def test_a_socket_and_a_folder_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("s.json")
        for call in (
            lambda: files.read(Path("s.json"), 10),
            lambda: files.write(Path("s.json"), b""),
            lambda: store.change("s.json", dict),
        ):
            assert code(call).startswith("file.not")
        assert list(files_of(["."])) == []
    Path("d.json").mkdir()
    assert code(lambda: files.write(Path("d.json"), b"")) == "file.is_folder"
    assert code(lambda: sink.sink(Path("d.json")).write(b"")) == "file.is_folder"


@pytest.mark.parametrize("plant", ["link", "dangling", "hard link", "folder", "socket"])
def test_answers_put_aside_follow_nobody(plant: str, tmp_path: Path) -> None:
    """The name is one that anybody can foretell: OUTPUT.before."""
    output, victim = tmp_path / "out.jsonl", tmp_path / "victim"
    output.write_bytes(b'{"an": "answer"}\n')
    victim.write_bytes(b"mine\n")
    earlier = EarlierOutput(output)
    with socket.socket(socket.AF_UNIX) as one:
        if plant == "link":
            earlier.path.symlink_to(victim)
        elif plant == "dangling":
            earlier.path.symlink_to(tmp_path / "new")
        elif plant == "hard link":
            earlier.path.hardlink_to(victim)
        elif plant == "folder":
            earlier.path.mkdir()
        else:
            one.bind(os.path.relpath(earlier.path))
        assert code(earlier.take) in {"file.not_regular", "file.is_folder"}
    earlier.put_back()
    assert victim.read_bytes() == b"mine\n"
    assert not (tmp_path / "new").exists()
    assert output.read_bytes() == b'{"an": "answer"}\n'


def test_links_are_followed_but_for_a_strangers_in_a_folder_of_all(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    link.symlink_to("real.json")
    files.write(link, b"1")
    assert link.is_symlink(), "it stays"
    assert real.read_bytes() == b"1"
    assert links.followed(tmp_path / "none" / "x.json") == tmp_path / "none" / "x.json"
    of_all = os.stat_result((0o41777, 0, 0, 0, 7, 0, 0, 0, 0, 0))
    shared = os.stat_result((0o42775, 0, 0, 0, 7, 0, 0, 0, 0, 0))
    assert [links.known(owner, of_all, 5) for owner in (5, 7, 6)] == [True, True, False]
    assert links.known(6, shared, 5), "who may write there may as well replace the file"


def test_a_strangers_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "real.json")
    (tmp_path / "real.json").write_bytes((EXAMPLES / "pole-sign.json").read_bytes())
    monkeypatch.setattr(links, "known", lambda *_: False)
    for call in (
        lambda: files.write(link, b""),
        lambda: sink.sink(link).write(b""),
        lambda: store.change(link, dict),
    ):
        assert code(call) == "file.not_permitted"


def test_links_in_a_circle_are_said(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    for call in (
        lambda: files.write(tmp_path / "a", b""),
        lambda: sink.sink(tmp_path / "a"),
        lambda: store.change(tmp_path / "a", dict),
        lambda: store.load(tmp_path / "a"),
    ):
        assert code(call) == "file.not_found"


def test_an_open_file_is_written_by_the_name_of_its_handle(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        files.write(Path(f"/dev/fd/{file.fileno()}"), b"1")
    assert path.read_bytes() == b"1"
    end, begin = os.pipe()
    files.write(Path(f"/dev/fd/{begin}"), b"2")
    assert os.read(end, 9) == b"2"
    os.close(end)
    os.close(begin)
    if Path("/dev/full").exists():
        (tmp_path / "full").symlink_to("/dev/full")
        assert code(lambda: files.write(tmp_path / "full", b"1")) == "file.disk_full"


def test_the_mode_goes_to_the_file_that_was_made_whatever_its_name_is_by_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim, target = tmp_path / "victim", tmp_path / "a.json"
    victim.write_bytes(b"")
    victim.chmod(0o600)
    target.write_bytes(b"")
    target.chmod(0o666)

    def swapped(*_: int) -> None:
        (made,) = tmp_path.glob(".apex-*")
        made.unlink()
        made.symlink_to(victim)

    monkeypatch.setattr(os, "fchown", swapped)
    files.write(target, b"1")
    assert stat.S_IMODE(victim.stat().st_mode) == 0o600


def test_a_group_that_cannot_be_kept_gets_no_more_than_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.json"
    for mode, kept in ((0o660, 0o600), (0o664, 0o644), (0o4755, 0o755)):
        target.write_bytes(b"")
        target.chmod(mode)
        like = list(target.stat())
        like[5] += 1
        monkeypatch.setattr(os, "fchown", lambda *_: None)
        atomic.put(target, b"1", os.stat_result(like), lambda made: made.replace(target))
        assert stat.S_IMODE(target.stat().st_mode) == kept


def test_the_longest_names_and_odd_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    raw = store.load(EXAMPLES / "pole-sign.json").document
    for name in ("x" * 250 + ".json", "-rf.json", "a\nb.json", " .json", "a;b.json", "..json"):
        store.create(name, raw)
        assert store.change(name, lambda one: {**one, "name": "other"}).changed
        files.write(Path(name + ".txt") if len(name) < 99 else Path("y" * 255), b"1")
    assert code(lambda: files.write(Path("z" * 256), b"")) == "file.not_found"
    assert not list(tmp_path.glob(".apex-*"))
    output = Path("x" * 250 + ".out")
    output.write_bytes(b"")
    assert code(EarlierOutput(output).take) == "file.not_found"


def test_a_file_swapped_for_a_link_is_not_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim, path = tmp_path / "victim.json", tmp_path / "a.json"
    raw = store.load(EXAMPLES / "pole-sign.json").document
    store.create(victim, raw)
    path.symlink_to(victim)
    before = victim.read_bytes()
    monkeypatch.setattr(guard, "followed", lambda one: one)  # it became a link after that
    assert code(lambda: store.change(path, lambda one: {**one, "name": "x"})) == "file.not_found"
    assert victim.read_bytes() == before


def test_nothing_is_written_that_is_read_or_written_already(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a")
    for written, read in ((["a", "./a"], []), (["a"], ["b", "a"]), (["link"], ["a"])):
        with pytest.raises(UsageError, match="same command"):
            files.require_apart(
                [tmp_path / one for one in written], [str(tmp_path / one) for one in read]
            )
    files.require_apart([Path("-"), Path("-"), Path("/dev/null"), Path("/dev/null")], [])
