"""A folder of 200 projects: a line each, the worst exit code, in time proportional to the work."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from apex_cli.audit.check import check
from apex_cli.audit.find import files_of
from apex_cli.packs.catalogue import Catalogue

ROOT = Path(__file__).parents[2]
FOOTING = json.loads((ROOT / "examples" / "bare-footing.json").read_bytes())
MANY = 200

Apex = Callable[..., CompletedProcess[bytes]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """200 footings; three of them are not well."""
    made = tmp_path_factory.mktemp("many")
    for n in range(MANY):
        document: dict[str, Any] = json.loads(json.dumps(FOOTING))
        document.pop("etag", None)
        document["footing"]["width_ft"] = 2 + n / 100
        if n == 50:
            document["footing"]["depth_ft"] = 1
        if n == 100:
            document["packs"]["footing"] = "ibc-1900_v1"
        if n == 150:
            document["soil"] = {"clas": 4}
        (made / f"sign-{n:03}.json").write_text(json.dumps(document), "utf-8")
    return made


def test_jsonl(apex: Apex, folder: Path) -> None:
    done = apex("check", folder, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(row["path"]).name for row in rows] == [f"sign-{n:03}.json" for n in range(MANY)]
    wrong = {n: row["exit_code"] for n, row in enumerate(rows) if not row["passed"]}
    assert wrong == {50: 1, 100: 4, 150: 3}
    assert done.returncode == 4


def test_table(apex: Apex, folder: Path) -> None:
    lines = apex("check", folder, "--format", "table").stdout.decode().splitlines()
    assert lines[0].startswith("200 projects: 197 ok, 1 fails, 1 invalid, 1 without its pack ("), (
        lines[0]
    )
    assert sum(line.startswith("FAIL") for line in lines) == 3
    assert len(lines) < 20, "one line, and a few for what is wrong"
    lines = apex("check", folder, "--format", "table", "-v").stdout.decode().splitlines()
    assert sum(line.startswith(("ok  ", "FAIL")) for line in lines) == MANY


def test_junit(apex: Apex, folder: Path) -> None:
    suite = ET.fromstring(apex("check", folder, "--format", "junit").stdout).find("testsuite")
    assert suite is not None
    assert len(suite.findall("testcase")) == MANY
    assert len(suite.findall("testcase/failure")) == 3


def test_sarif(apex: Apex, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "apex.sarif"
    done = apex("check", folder, "--format", "sarif", "-o", target)
    assert (done.returncode, done.stdout) == (4, b"")
    (run,) = json.loads(target.read_bytes())["runs"]
    assert len(run["artifacts"]) == MANY
    errors = [result for result in run["results"] if result["level"] == "error"]
    assert {result["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
            for result in errors} == {50, 100, 150}  # fmt: skip


def test_time_is_proportional(folder: Path) -> None:
    files = list(files_of([str(folder)]))
    catalogue = Catalogue()
    check(files[0], catalogue)
    seconds: dict[int, list[float]] = {50: [], MANY: []}
    for count in (50, MANY, 50):  # a quarter twice: the lesser has no collection of garbage in it
        started = time.process_time()
        for file in files[:count]:
            check(file, catalogue)
        seconds[count].append(time.process_time() - started)
    assert min(seconds[MANY]) < 4 * min(seconds[50]) * 2.5


def test_exit_codes(apex: Apex, tmp_path: Path) -> None:
    good = tmp_path / "good.json"
    document = {key: value for key, value in FOOTING.items() if key != "etag"}
    good.write_text(json.dumps(document), "utf-8")
    sealed = apex("project", "seal", good)
    assert sealed.returncode == 0, sealed.stdout
    assert apex("check", good).returncode == 0
    assert apex("check", good, "--strict").returncode in {0, 1}
    good.write_bytes(good.read_bytes().replace(b'"width_ft": ', b'"width_ft": 1'))
    assert apex("check", good).returncode == 5
    assert apex("check", good, tmp_path / "none.json").returncode == 8


def test_usage(apex: Apex, folder: Path) -> None:
    file = folder / "sign-000.json"
    assert apex("check", file, "--impact").returncode == 2
    assert apex("check", file, "--pack", "footing=ibc-2021_v1").returncode == 2
    wrong = ("--impact", "--pack", "footing=ibc-2021_v1", "--format", "junit")
    assert apex("check", file, *wrong).returncode == 2
    assert apex("check", file, "--impact", "--pack", "footing=v99").returncode == 4
    assert apex("check").returncode == 2


def test_impact_over_all(apex: Apex, folder: Path) -> None:
    done = apex("check", folder, "--impact", "--pack", "footing=ibc-2021_v1")
    assert done.returncode == 4  # two of them cannot be calculated as they are
    result = json.loads(done.stdout)["result"]
    assert (result["files"], len(result["impact"])) == (MANY, MANY)
    assert result["impact"][0]["flipped"] == ["footing: an answer"]
    assert result["moved"] == 1
    table = apex(
        "check", folder / "sign-000.json", "--impact", "--pack", "footing=ibc-2021_v1",
        "--format", "table", "-v",
    )  # fmt: skip
    assert table.returncode == 0
    said = table.stdout.decode().splitlines()
    assert said[0] == "1 project: 0 would move, 0 would flip"
    assert said[1].endswith("sign-000.json")


@pytest.mark.skipif(sys.platform != "linux", reason="file names elsewhere are Unicode")
def test_a_file_name_that_is_not_unicode(apex: Apex, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.json")
    increased = {**FOOTING, "footing": {**FOOTING["footing"], "pressure_increase": 1.2}}
    del increased["etag"]
    (tmp_path / name).write_text(json.dumps(increased), "utf-8")  # a remark, to be told of the file
    for form in ("table", "json", "jsonl", "junit", "sarif", "github"):
        done = apex("check", tmp_path / name, "--format", form, "-v")
        assert done.returncode == 0, done.stdout
        assert b"caf" in done.stdout
    done = apex("calc", "footing", tmp_path / name)
    assert json.loads(done.stdout)["meta"]["project_path"].endswith("caf\\udce9.json")
    done = apex("verify", tmp_path / name)
    assert json.loads(done.stdout)["error"]["code"] == "envelope.invalid"
    done = apex("calc", "footing", tmp_path / f"{name}.none")
    assert "caf\\udce9.json" in json.loads(done.stdout)["error"]["detail"]
