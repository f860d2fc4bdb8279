"""apex batch as users run it: real processes on real streams."""

import csv
import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from apex_cli.envelope.verdict import verdict

ROOT = Path(__file__).parents[2]
FOOTING = ROOT / "examples" / "bare-footing.json"
POLE = ROOT / "examples" / "pole-sign.json"

Apex = Callable[..., CompletedProcess[bytes]]
SEALING = ("etag", "revision", "updated_at", "lock")


def project(path: Path) -> dict[str, Any]:
    return {key: item for key, item in json.loads(path.read_bytes()).items() if key not in SEALING}


def footings(count: int) -> list[bytes]:
    document = project(FOOTING)
    lines = []
    for number in range(count):
        document["project_id"] = f"site-{number}"
        document["loads"]["lateral_lbf"] = 1000 + number
        lines.append(json.dumps(document).encode() + b"\n")
    return lines


def envelopes(data: bytes) -> list[dict[str, Any]]:
    assert data.endswith(b"\n")
    return [json.loads(line) for line in data.splitlines()]


def write(path: Path, lines: Sequence[bytes]) -> Path:
    path.write_bytes(b"".join(lines))
    return path


@pytest.mark.parametrize("kind", ["footing", "all"])
def test_lines_are_the_answers_of_calc(apex: Apex, tmp_path: Path, kind: str) -> None:
    source = tmp_path / "one.json"
    source.write_text(json.dumps(project(POLE)), "utf-8")
    single = json.loads(apex("calc", kind, source).stdout)
    (line,) = envelopes(apex("batch", kind, source).stdout)
    margin = line.pop("meta")
    del single["meta"]
    assert line == single
    assert margin["source"] == str(source)
    assert margin["line"] is None
    assert not {"generated_at", "duration_ms"} & margin.keys()


def test_order_and_bytes_are_the_same_for_any_number_of_processes(
    apex: Apex, tmp_path: Path
) -> None:
    source = write(tmp_path / "sites.jsonl", footings(300))
    outputs = []
    for jobs in ("1", "2", "4"):
        done = apex("batch", "footing", source, "-j", jobs)
        assert done.returncode == 0, done.stderr
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1] == outputs[2]
    found = envelopes(outputs[0])
    assert [line["meta"]["line"] for line in found] == list(range(1, 301))
    assert [line["meta"]["project"]["id"] for line in found] == [f"site-{n}" for n in range(300)]


def test_every_form_of_input_gives_the_same_answers(apex: Apex, tmp_path: Path) -> None:
    lines = footings(3)
    plain = write(tmp_path / "sites.ndjson", lines)
    packed = tmp_path / "sites.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    folder = tmp_path / "folder"
    folder.mkdir()
    for number, line in enumerate(lines):
        (folder / f"{number}.json").write_bytes(line)
    (folder / "not-a-project.json").write_text("{}", "utf-8")
    table = tmp_path / "sites.csv"
    rows = ["\ufeffproject_id,loads.lateral_lbf"] + [f"site-{n},{1000 + n}" for n in range(3)]
    table.write_text("\n".join(rows), "utf-8")
    answers = [
        [line["content_sha256"] for line in envelopes(done.stdout)]
        for done in (
            apex("batch", "footing", plain),
            apex("batch", "footing", packed),
            apex("batch", "footing", folder),
            apex("batch", "footing", folder / "[0-2].json"),
            apex("batch", "footing", table, "--base", FOOTING),
            apex("batch", "footing", "-", stdin=plain.read_bytes()),
            apex("batch", "footing", "-", stdin=packed.read_bytes()),
        )
    ]
    assert len(answers[0]) == 3
    assert all(answer == answers[0] for answer in answers)
    assert len(envelopes(apex("batch", "footing", "-", stdin=FOOTING.read_bytes()).stdout)) == 1


def test_failures_are_lines_and_the_others_are_right(apex: Apex, tmp_path: Path) -> None:
    good = footings(4)
    broken = [
        *good[:2],
        b'{"schema_version": 1, \n',
        b'{"schema_version": 1, "name": "' + b"x" * (11 * 2**20) + b'"}\n',
        b"\n",
        *good[2:],
    ]
    source = write(tmp_path / "sites.jsonl", broken)
    gone = tmp_path / "gone.json"
    gone.symlink_to(tmp_path / "nowhere.json")
    table = tmp_path / "summary.csv"
    done = apex(
        "batch", "footing", source, gone, tmp_path / "missing", "--summary", table,
        "--pack", "footing=ibc-2021_v1",
    )  # fmt: skip
    assert done.returncode == 8
    found = envelopes(done.stdout)
    codes = [line["error"] and line["error"]["code"] for line in found]
    assert codes == [
        None, None, "project.malformed", "project.too_large", None, None,
        "file.not_found", "file.not_found",
    ]  # fmt: skip
    assert [line["meta"]["line"] for line in found] == [1, 2, 3, 4, 6, 7, None, None]
    said = done.stderr.decode().splitlines()
    assert said[-1] == "apex: 8 lines: 4 answered, 4 failed"
    reasons = [f"[{code}]" for code in codes if code]
    assert [line.rpartition(" ")[2] for line in said[:-1]] == reasons
    assert said[0].startswith(f"apex: {source}:3: not JSON: ")
    with table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["exit_code"] for row in rows] == ["0", "0", "3", "3", "0", "0", "8", "8"]
    assert [row["error_code"] or None for row in rows] == codes
    assert [row["content_sha256"] for row in rows] == [line["content_sha256"] for line in found]
    assert rows[0]["depth_ft"] == str(found[0]["result"]["depth_ft"])
    assert [row["verdict"] for row in rows] == [verdict(line) for line in found]
    assert "NO ANSWER" in {row["verdict"] for row in rows}


def test_damaged_gzip_says_so_and_keeps_what_is_whole(apex: Apex, tmp_path: Path) -> None:
    source = tmp_path / "sites.jsonl.gz"
    source.write_bytes(gzip.compress(b"".join(footings(2000)))[:-3000])
    done = apex("batch", "footing", source, "-j", "1")
    found = envelopes(done.stdout)
    assert done.returncode == 8
    assert len(found) > 100
    assert [line["error"] is None for line in found] == [True] * (len(found) - 1) + [False]


def test_table_of_rows_with_faults(apex: Apex, tmp_path: Path) -> None:
    table = tmp_path / "sites.csv"
    table.write_text(
        "name,loads.lateral_lbf,loads.height_ft\n2026,2000,\nb,wide,10\nc,1,2,3\n"
        '"two\nlines",2000,15\n',
        "utf-8",
    )
    done = apex("batch", "footing", table, "--base", FOOTING)
    found = envelopes(done.stdout)
    assert done.returncode == 3
    assert [line["meta"]["line"] for line in found] == [2, 3, 4, 5]
    assert found[0]["meta"]["project"]["name"] == "2026"
    assert found[1]["error"]["errors"][0]["pointer"] == "/loads/lateral_lbf"
    assert "4 cells" in found[2]["error"]["detail"]
    assert found[3]["error"] is None
    for head in ("a.b,a.b", "etag", "a..b"):
        table.write_text(f"{head}\n1,1\n", "utf-8")
        (line,) = envelopes(apex("batch", "footing", table).stdout)
        assert line["error"] is not None


def test_settings_packs_and_strict_hold_for_every_line(apex: Apex, tmp_path: Path) -> None:
    source = write(tmp_path / "sites.jsonl", footings(2))
    done = apex("batch", "footing", source, "--set", "footing.width_ft=5",
                "--set", "footing.pressure_increase=1.2", "--strict")  # fmt: skip
    found = envelopes(done.stdout)
    assert done.returncode == 1
    assert all(line["trace"]["inputs"]["footing"]["width_ft"] == 5 for line in found)
    told = {"footing.width_ft": 5, "footing.pressure_increase": 1.2}
    assert all(line["meta"]["overrides"] == told for line in found)
    for wrong in (("--set", "etag=1"), ("--pack", "wind=v1"), ("--packs-dir", "/nowhere"),
                  ("--resume",), ("--engine", "dask"), ("--base", "/nowhere.json")):  # fmt: skip
        done = apex("batch", "footing", source, *wrong)
        assert done.returncode in {2, 4, 8}
        assert json.loads(done.stdout)["error"]["code"]


def test_table_format_is_one_line_each(apex: Apex, tmp_path: Path) -> None:
    source = write(tmp_path / "sites.jsonl", [*footings(1), b"{}\n"])
    done = apex("batch", "footing", source, "--format", "table")
    text = done.stdout.decode().splitlines()
    assert len(text) == 2
    assert text[0].startswith("PASS ")
    assert text[1].startswith("NO ANSWER ")
    assert "project.invalid" in text[1]


def test_an_empty_stream_is_no_error(apex: Apex) -> None:
    done = apex("batch", "all", "-", stdin=b"")
    assert (done.returncode, done.stdout) == (0, b"")


def test_quiet_is_quiet_and_stderr_is_no_bar(apex: Apex, tmp_path: Path) -> None:
    source = write(tmp_path / "sites.jsonl", footings(1))
    assert apex("batch", "footing", source, "--quiet").stderr == b""
    assert b"\r" not in apex("batch", "footing", source).stderr


@contextmanager
def start(*args: str | Path, **more: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process that never outlives its test, however that ends."""
    command = [sys.executable, "-m", "apex_cli", *map(str, args)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, **more) as running:
        try:
            yield running
        finally:
            running.kill()


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    source = write(tmp_path / "sites.jsonl", footings(2000))
    for jobs in ("1", "2"):
        line = f"{sys.executable} -m apex_cli batch footing {source} -j {jobs} | head -n 1"
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line], capture_output=True, check=False, cwd=ROOT
        )
        assert done.returncode == 0
        assert done.stderr == b""
        assert len(envelopes(done.stdout)) == 1


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_a_full_disk_keeps_what_is_whole_and_resume_finishes(
    apex: Apex, tmp_path: Path, name: str, unmeasured: dict[str, str]
) -> None:
    source = write(tmp_path / "sites.jsonl", footings(300))
    target, whole = tmp_path / name, tmp_path / f"whole-{name}"
    assert apex("batch", "footing", source, "-o", whole).returncode == 0
    limit = 1_000_000 if name.endswith("l") else 30_000

    with start("batch", "footing", source, "-o", target, env=unmeasured) as running:
        resource.prlimit(running.pid, resource.RLIMIT_FSIZE, (limit, limit))
        assert running.wait(200) == 8
    data = target.read_bytes()
    assert len(data) <= limit
    if name.endswith("l"):
        assert whole.read_bytes().startswith(data)
        assert len(envelopes(data)) > 100
    done = apex("batch", "footing", source, "-o", target, "--resume")
    assert done.returncode == 0, done.stderr
    assert target.read_bytes() == whole.read_bytes()


def test_standard_output_that_is_full(tmp_path: Path) -> None:
    source = write(tmp_path / "sites.jsonl", footings(2))
    with (
        Path("/dev/full").open("wb") as full,
        start("batch", "footing", source, stdout=full) as running,
    ):
        assert running.wait(200) == 8


def until(found: Callable[[], Any], seconds: float = 200) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.02)
    raise AssertionError("it did not come about")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_keeps_what_is_done(
    tmp_path: Path, jobs: str, unmeasured: dict[str, str]
) -> None:
    source = write(tmp_path / "sites.jsonl", footings(20_000))
    target = tmp_path / "out.jsonl"
    args = ("batch", "footing", source, "-o", target, "-j", jobs)
    with start(*args, start_new_session=True, env=unmeasured) as running:
        until(lambda: target.exists() and target.stat().st_size > 1_000_000)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to every process
        _, told = running.communicate(timeout=200)
    assert running.returncode == 130
    assert b"Traceback" not in told
    found = envelopes(target.read_bytes())
    assert [line["meta"]["line"] for line in found] == list(range(1, len(found) + 1))


def test_a_killed_worker_costs_nothing_but_time(tmp_path: Path) -> None:
    source = write(tmp_path / "sites.jsonl", footings(3000))
    target, whole = tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    with start("batch", "footing", source, "-o", whole, "-j", "1") as running:
        assert running.wait(200) == 0
    with start("batch", "footing", source, "-o", target, "-j", "2") as running:
        until(lambda: target.exists() and target.stat().st_size > 500_000)
        killed = 0
        for child in Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                os.kill(int(child), signal.SIGKILL)
                killed += 1
        assert killed == 2
        assert running.wait(200) == 0
    assert target.read_bytes() == whole.read_bytes()
