"""Wrong input of every kind: one envelope, all faults by pointer, the right exit code."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
POLE = ROOT / "examples" / "pole-sign.json"

Apex = Callable[..., CompletedProcess[bytes]]


def refused(
    apex: Apex, *args: str | os.PathLike[str], code: int, status: int, **more: Any
) -> dict[str, Any]:
    done = apex(*args, **more)
    assert done.returncode == code, (done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    assert b"Traceback" not in done.stdout + done.stderr
    envelope = json.loads(done.stdout)
    assert envelope["result"] is None
    problem: dict[str, Any] = envelope["error"]
    assert problem["status"] == status
    assert problem["detail"]
    return problem


def pointers(problem: dict[str, Any]) -> set[str]:
    return {fault["pointer"] for fault in problem["errors"]}


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"   \n",
        b"[]",
        b"null",
        b"{",
        b"{'a': 1}",
        b'{"a": 1, "a": 2}',
        b'{"site": {"kzt": NaN}}',
        b'{"site": {"kzt": Infinity}}',
        b'{"site": {"kzt": 1e999}}',
        b'{"revision": 99999999999999999999}',
        b"\xef\xbb\xbf{}",
        b"\xff\xfe{}",
        b'{"name": "\xff"}',
        b'{"name": "\\ud800"}',
        b"[" * 10_000,
        b'{"a":' * 10_000,
        b'{"a":' * 70 + b"1" + b"}" * 70,
        b'{"schema_version": 1} trailing',
        b'{"name": "' + b"x" * (11 * 2**20) + b'"}',
    ],
    ids=range(20),
)
@pytest.mark.parametrize("way", ["file", "stdin"])
def test_malformed_documents(apex: Apex, tmp_path: Path, text: bytes, way: str) -> None:
    if way == "file":
        path = tmp_path / "p.json"
        path.write_bytes(text)
        refused(apex, "calc", "all", path, code=3, status=422)
    else:
        refused(apex, "calc", "all", "-", code=3, status=422, stdin=text)


def test_all_faults_at_once_each_with_its_pointer(apex: Apex, tmp_path: Path) -> None:
    document = json.loads(POLE.read_bytes())
    document["site"]["wind_sped_mph"] = document["site"].pop("wind_speed_mph")
    document["sign"]["elements"][0]["height_ft"] = -6
    document["sign"]["elements"][0]["width_ft"] = "ten"
    document["footing"]["type"] = "peer"
    document["soil"] = None
    path = tmp_path / "p.json"
    path.write_text(json.dumps(document), "utf-8")
    problem = refused(apex, "calc", "all", path, code=3, status=422)
    assert pointers(problem) >= {
        "/site/wind_sped_mph",
        "/site/wind_speed_mph",
        "/sign/elements/0/height_ft",
        "/sign/elements/0/width_ft",
        "/footing/type",
        "/soil",
    }
    hints = {fault["pointer"]: fault["hint"] for fault in problem["errors"]}
    assert "wind_speed_mph" in hints["/site/wind_sped_mph"]


def test_a_900_mph_wind_is_refused_and_250_warns(apex: Apex) -> None:
    args = ("calc", "exposure", POLE, "--set")
    problem = refused(apex, *args, "site.wind_speed_mph=900", code=3, status=422)
    assert pointers(problem) == {"/site/wind_speed_mph"}
    envelope = json.loads(apex(*args, "site.wind_speed_mph=250").stdout)
    assert any("speed" in warning["code"] for warning in envelope["warnings"])
    assert envelope["confidence"] < 1


def test_201_cabinets_are_refused(apex: Apex, tmp_path: Path) -> None:
    document = json.loads(POLE.read_bytes())
    document["sign"]["elements"] *= 201
    path = tmp_path / "p.json"
    path.write_text(json.dumps(document), "utf-8")
    assert "/sign/elements" in pointers(refused(apex, "calc", "all", path, code=3, status=422))


def test_unknown_addon_is_an_error_with_a_suggestion(apex: Apex) -> None:
    setting = 'pricing.addons=["calc_paket"]'
    problem = refused(apex, "calc", "pricing", POLE, "--set", setting, code=3, status=422)
    assert pointers(problem) == {"/pricing/addons/0"}
    assert "calc_packet" in json.dumps(problem)


def test_unknown_soil_class(apex: Apex) -> None:
    refused(apex, "calc", "footing", POLE, "--set", "soil.class=6", code=3, status=422)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["calc"], "see: apex calc -h"),
        (["calc", "fotting", "x.json"], "fotting"),
        (["clac"], "clac"),
        (["calc", "footing"], "PROJECT"),
        (["calc", "footing", "x.json", "--nonsense"], "--nonsense"),
        (["calc", "footing", str(POLE), "--set", "nonsense"], "PATH=VALUE"),
        (["calc", "footing", str(POLE), "--set", "sign.elements.7.width_ft=1"], "index"),
        (["calc", "footing", str(POLE), "--set", "name.first=1"], "not an object"),
        (["calc", "footing", str(POLE), "--pack", "fotting=v1"], "KIND=REF"),
        (["calc", "footing", str(POLE), "--format", "xml"], "xml"),
    ],
)
def test_wrong_usage(apex: Apex, args: list[str], said: str) -> None:
    problem = refused(apex, *args, code=2, status=400)
    assert said in problem["detail"] + problem["hint"]


def test_missing_file_and_folder(apex: Apex, tmp_path: Path) -> None:
    refused(apex, "calc", "all", tmp_path / "none.json", code=8, status=404)
    refused(apex, "calc", "all", tmp_path, code=8, status=404)
    refused(apex, "calc", "all", POLE, "-o", tmp_path / "no" / "o.json", code=8, status=404)


def test_missing_pack_suggests(apex: Apex) -> None:
    args = ("calc", "exposure", POLE, "--pack")
    problem = refused(apex, *args, "exposure=asce7-23_v1", code=4, status=404)
    assert "asce7-22_v1" in problem["hint"]
    refused(apex, *args, "exposure=../../etc/passwd", code=3, status=422)


def test_altered_packs(apex: Apex, tmp_path: Path) -> None:
    name = "pricing_v1.yaml"
    original = (ROOT / "packs" / name).read_bytes()
    cheaper = original.replace(b"200", b"100", 1)
    assert cheaper != original
    (tmp_path / name).write_bytes(cheaper)
    args = ("calc", "pricing", POLE, "--packs-dir", tmp_path)
    problem = refused(apex, *args, code=4, status=422)
    assert problem["code"] == "pack.hides_bundled"
    (tmp_path / name).write_bytes(original)
    assert apex(*args).returncode == 0
    assert apex("calc", "pricing", POLE, env={"APEX_PACKS": str(tmp_path)}).returncode == 0


def test_a_folder_proves_its_packs_by_its_sums(apex: Apex, tmp_path: Path) -> None:
    for file in ("pricing_v1.yaml", "SHA256SUMS"):
        shutil.copy(ROOT / "packs" / file, tmp_path / file)
    text = (tmp_path / "pricing_v1.yaml").read_text("utf-8")
    (tmp_path / "pricing_mine_v1.yaml").write_text(text.replace("ref: v1", "ref: mine_v1"), "utf-8")
    args = ("calc", "pricing", POLE, "--packs-dir", tmp_path, "--pack", "pricing=mine_v1")
    assert apex(*args).returncode == 0
    with (tmp_path / "SHA256SUMS").open("a") as sums:
        sums.write(f"{'0' * 64}  pricing_mine_v1.yaml\n")
    assert refused(apex, *args, code=4, status=422)["code"] == "pack.altered"


@pytest.mark.parametrize(
    "text",
    [
        "a: !!python/object/apply:os.system ['id']",
        "a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]",
        "kind: pricing\nkind: pricing",
        "kind: pricing\nref: evil_v1\nunknown: 1",
        "\x00",
        "[" * 5000,
        "- " * 5000,
        "x: " + "y" * 2**20,
        "",
        "just text",
    ],
    ids=range(10),
)
def test_hostile_packs(apex: Apex, tmp_path: Path, text: str) -> None:
    (tmp_path / "pricing_evil_v1.yaml").write_text(text, "utf-8")
    args = ("calc", "pricing", POLE, "--packs-dir", tmp_path, "--pack", "pricing=evil_v1")
    refused(apex, *args, code=4, status=422)


def test_a_missing_packs_dir(apex: Apex) -> None:
    refused(apex, "calc", "all", POLE, "--packs-dir", "/nowhere", code=4, status=404)


def test_the_same_problem_as_text(apex: Apex) -> None:
    done = apex("calc", "all", "/nowhere.json", "--format", "table")
    assert done.returncode == 8
    assert done.stdout == b""
    assert b"file.not_found" in done.stderr


def test_nothing_asked(apex: Apex) -> None:
    done = apex()
    assert done.returncode in {0, 2}
    assert b"Traceback" not in done.stderr


def test_output_into_a_pipe() -> None:
    line = f"{sys.executable} -m apex_cli calc footing {POLE} -o /dev/stdout | head -c 1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, cwd=ROOT)
    assert done.stdout == b"{"


def test_an_answer_that_cannot_be_given_says_what_is_written(apex: Apex, tmp_path: Path) -> None:
    file = tmp_path / "p.json"
    apex("project", "new", file)
    for line, written in (
        (["project", "set", file, "name=x"], True),
        (["project", "set", file, "name=x"], None),
        (["project", "set", file, "name=y", "--dry-run"], None),
        (["lock", file], True),
    ):
        words = [str(word) for word in line]
        problem = refused(apex, *words, "-o", "/dev/full", code=8, status=507)
        assert problem.get("written") is written
        assert (f"{file} is written" in problem["detail"]) == bool(written)


def test_a_closed_stdout(apex: Apex, tmp_path: Path) -> None:
    target = tmp_path / "p.json"
    shutil.copy(POLE, target)
    line = f"{sys.executable} -m apex_cli project etag {target} >&-"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, cwd=ROOT)
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0
    assert apex("project", "etag", target).returncode == 0


@pytest.mark.parametrize("words", ["calc all -", "batch all -", "verify -", "project validate -"])
def test_a_closed_stdin(words: str) -> None:
    line = f"{sys.executable} -m apex_cli {words} <&-"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, cwd=ROOT)
    assert b"Traceback" not in done.stderr
    assert done.returncode in {2, 8}
    assert b"standard input" in done.stdout


def test_migrate_seals_no_hand_edit(apex: Apex, tmp_path: Path) -> None:
    target = tmp_path / "p.json"
    document = json.loads(POLE.read_bytes())
    del document["etag"]
    document["footing"]["width_ft"] = 2
    target.write_text(json.dumps(document), "utf-8")
    problem = refused(apex, "project", "migrate", target, code=5, status=409)
    assert problem["code"] == "project.edited"
    old = {"project_id": "old", "status": "accepted"}
    target.write_text(json.dumps(old), "utf-8")
    assert refused(apex, "project", "migrate", target, code=5, status=409)
    target.write_text(json.dumps({"project_id": "old"}), "utf-8")
    assert apex("project", "migrate", target).returncode == 0


def test_the_last_revision(apex: Apex, tmp_path: Path) -> None:
    target = tmp_path / "p.json"
    document = json.loads(POLE.read_bytes())
    del document["etag"]
    document["revision"] = 2**53 - 1
    target.write_text(json.dumps(document), "utf-8")
    problem = refused(apex, "project", "seal", target, code=3, status=422)
    assert pointers(problem) == {"/revision"}


def test_batch_writes_over_nothing_it_reads(apex: Apex, tmp_path: Path) -> None:
    target = tmp_path / "p.json"
    shutil.copy(POLE, target)
    lines = tmp_path / "s.jsonl"
    lines.write_text(json.dumps(json.loads(POLE.read_bytes())) + "\n", "utf-8")
    other = tmp_path / "other.json"
    shutil.copy(POLE, other)
    for args in (
        (target, "-o", target),
        (target, "--summary", target),
        (target, "-o", other),
        (target, "--summary", other),
        (lines, "-o", lines),
    ):
        before = [path.read_bytes() for path in (target, lines, other)]
        done = apex("batch", "all", *args)
        assert done.returncode in {2, 5}, args
        assert [path.read_bytes() for path in (target, lines, other)] == before


def test_check_skips_no_damaged_file(apex: Apex, tmp_path: Path) -> None:
    shutil.copy(POLE, tmp_path / "good.json")
    for n, data in enumerate(
        (b"", b"garbage", POLE.read_text("utf-8").encode("utf-16"), b'{"project_id": "x"}')
    ):
        (tmp_path / f"bad{n}.json").write_bytes(data)
    (tmp_path / "other.json").write_text("[1, 2]")
    done = apex("check", tmp_path)
    rows = json.loads(done.stdout)["result"]["rows"]
    assert [row["passed"] for row in rows] == [False] * 4 + [True]


def test_a_difference_of_packs_as_a_table(apex: Apex) -> None:
    args = ("pricing_v1", "pricing_example-shop_v1", "--format", "table")
    done = apex("packs", "diff", *args)
    assert done.returncode == 1
    assert b"/rows" in done.stdout
