"""Workers that die, engines that agree, memory that stays flat."""

import errno
import json
import os
from array import array
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn, cast

import pytest

from apex_cli.batch import calculator, pool
from apex_cli.batch.calculator import Calculator, Job
from apex_cli.batch.earlier import EarlierAnswers
from apex_cli.batch.item import Chunk, Item, chunks
from apex_cli.batch.summary import COLUMNS
from apex_cli.envelope.build import Quote
from apex_cli.errors import FileProblem, InternalFault, PackError
from apex_cli.run.chain import envelope_of

EXAMPLE = (Path(__file__).parents[2] / "examples" / "bare-footing.json").read_bytes()
JOB = Job("footing")


class Deadly(bytes):
    """Bytes that end the first `lives` processes which unpickle them; a file counts how many do."""

    deaths: Path
    lives: int

    def __reduce__(self) -> tuple[Any, ...]:
        program = """__import__("os")._exit(9)
            if deaths.write_bytes(deaths.read_bytes() + b"x") <= lives else data"""
        names = {"deaths": self.deaths, "lives": self.lives, "data": bytes(self)}
        return eval, (f"({program})", names)


def stream(count: int) -> list[Chunk]:
    items = [Item("s", number, EXAMPLE) for number in range(count)]
    return [tuple(items[start : start + 5]) for start in range(0, count, 5)]


def deadly(deaths: Path, lives: int) -> list[Chunk]:
    """Thirty items of which one kills so many workers."""
    data = Deadly(EXAMPLE)
    data.deaths, data.lives = deaths, lives
    deaths.touch()
    chunked = stream(30)
    chunk = list(chunked[2])
    chunk[2] = chunk[2]._replace(data=data)
    return [*chunked[:2], tuple(chunk), *chunked[3:]]


def test_workers_tell_the_same_as_this_process() -> None:
    chunked = stream(38)
    alone = list(pool.serial(JOB, chunked))
    assert list(pool.parallel(JOB, chunked, 3)) == alone
    assert list(pool.parallel(JOB, chunked[:1], 3)) == alone[:1]
    assert list(pool.parallel(JOB, [], 3)) == []


def test_a_line_that_kills_its_workers_is_a_line(tmp_path: Path) -> None:
    told = list(pool.parallel(JOB, deadly(tmp_path / "deaths", 99), 2))
    lines = b"".join(done.lines for done in told).splitlines()
    alone = b"".join(done.lines for done in pool.serial(JOB, stream(30))).splitlines()
    assert [number for number in range(30) if lines[number] != alone[number]] == [12]
    assert b'"code":"batch.worker_lost"' in lines[12]
    assert [code for done in told for code in done.codes] == [0] * 12 + [70] + [0] * 17
    assert (tmp_path / "deaths").read_bytes() == b"xxx"  # with its chunk, then twice alone


def test_a_line_whose_workers_died_by_chance_is_answered(tmp_path: Path) -> None:
    told = list(pool.parallel(JOB, deadly(tmp_path / "deaths", 2), 2))
    assert told == list(pool.serial(JOB, stream(30)))
    assert (tmp_path / "deaths").read_bytes() == b"xxx"  # the third lives


def test_workers_that_cannot_start_say_why() -> None:
    with pytest.raises(PackError):
        list(pool.parallel(JOB._replace(folders=("/nowhere",)), stream(30), 2))


def test_workers_for_whom_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> NoReturn:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(pool, "_start", full)
    with pytest.raises(FileProblem, match="a worker process: Too many open files"):
        list(pool.parallel(JOB, stream(30), 2))


def test_workers_that_die_at_once_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", os.abort)
    with pytest.raises(InternalFault, match="could not be started"):
        list(pool.parallel(JOB, stream(30), 2))


def test_chunks_are_bounded_in_bytes() -> None:
    big = Item("s", 1, b"x" * 600_000)
    assert [len(chunk) for chunk in chunks([big] * 5)] == [2, 2, 1]


def test_a_fault_in_apex_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> Any:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(calculator, "prepare", broken)
    done = Calculator(JOB._replace(rows=True))((Item("s", 1, EXAMPLE),))
    assert done.codes == [70]
    assert done.rows[0][COLUMNS.index("error_code")] == "apex.fault"
    assert done.failures == ("s:1: ZeroDivisionError: by zero [apex.fault]",)
    monkeypatch.setenv("APEX_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        Calculator(JOB)((Item("s", 1, EXAMPLE),))


def test_a_line_is_the_same_whoever_asked_before() -> None:
    document = json.loads(EXAMPLE)
    turned = {key: document[key] for key in reversed(document)}
    turned["loads"] = {key: document["loads"][key] for key in reversed(document["loads"])}
    items = [Item("s", None, json.dumps(one).encode()) for one in (document, turned, document)]
    together = Calculator(JOB)(tuple(items)).lines
    assert together == b"".join(Calculator(JOB)((item,)).lines for item in items)
    first, other, _ = map(json.loads, together.splitlines())
    assert first["trace"]["inputs_sha256"] == other["trace"]["inputs_sha256"]
    assert list(first["trace"]["inputs"]["loads"]) != list(other["trace"]["inputs"]["loads"])


def test_a_row_is_the_same_whoever_asked_before() -> None:
    named = {**json.loads(EXAMPLE), "project_id": "another"}
    items = [Item("s", 1, EXAMPLE), Item("t", 2, json.dumps(named).encode())]
    together = Calculator(JOB._replace(rows=True))(tuple(items)).rows
    alone = [Calculator(JOB._replace(rows=True))((item,)).rows[0] for item in items]
    assert together == alone
    assert together[1][:3] == ("t", 2, "another")
    assert together[0][3:] == together[1][3:]


def test_no_more_answers_are_kept_than_are_meant_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calculator, "REMEMBERED", 2)
    calculated = []

    def counted(*args: Any, **more: Any) -> Any:
        calculated.append(args)
        return envelope_of(*args, **more)

    monkeypatch.setattr(calculator, "envelope_of", counted)
    answer, document = Calculator(JOB), json.loads(EXAMPLE)
    for lateral, times in ((1000, 1), (2000, 2), (2000, 2), (3000, 3), (1000, 4), (3000, 4)):
        document["loads"]["lateral_lbf"] = lateral
        answer((Item("s", None, json.dumps(document).encode()),))
        assert len(calculated) == times


def test_an_earlier_run_that_vanished_is_no_answer(tmp_path: Path) -> None:
    before = EarlierAnswers(str(tmp_path / "gone"), array("Q", [5]), array("Q", [0]))
    assert before.find(Quote({}, b"", b"", "0" * 15 + "5" + "0" * 48), {}) is None
    assert before.find(Quote({}, b"", b"", "f" * 64), {}) is None


def test_what_fails_while_a_worker_is_put_away_does_not_matter() -> None:
    def failing() -> NoReturn:
        raise OSError(errno.EIO, "Input/output error")

    done: list[str] = []
    process = SimpleNamespace(
        kill=lambda: done.append("kill"), join=lambda: done.append("join"), close=failing
    )
    pool._stop(pool._Worker(process, cast("Any", SimpleNamespace(close=failing))))
    assert done == ["kill", "join"]


def test_a_worker_that_cannot_be_sent_its_chunk_is_ended_and_so_found_lost() -> None:
    """It may live: nobody would ever hear of it."""

    class Full:
        def send(self, _: object) -> NoReturn:
            raise OSError(errno.ENOBUFS, "No buffer space available")

    ended: list[bool] = []
    pipe = cast("Any", Full())
    worker = pool._Worker(SimpleNamespace(kill=lambda: ended.append(True)), pipe)
    crowd = object.__new__(pool._Pool)
    crowd._idle, crowd._busy = [worker], {}
    crowd._send(7, ())
    assert ended
    assert list(crowd._busy.values()) == [(worker, 7, ())]
