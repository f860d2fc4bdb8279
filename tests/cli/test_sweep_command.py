"""apex sweep as users run it."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

ROOT = Path(__file__).parents[2]
FOOTING = ROOT / "examples" / "bare-footing.json"
POLE = ROOT / "examples" / "pole-sign.json"

Apex = Callable[..., CompletedProcess[bytes]]


def test_the_rows_are_the_answers_of_calc(apex: Apex) -> None:
    args = ("--vary", "footing.width_ft=2.0:3.0:0.5", "--vary", "site.wind_speed_mph=100,130")
    envelope = json.loads(apex("sweep", "all", POLE, *args).stdout)
    result = envelope["result"]
    assert envelope["kind"] == "sweep"
    assert result["points"] == len(result["rows"]) == 6
    for row in result["rows"]:
        settings = [part for path, value in row["values"].items()
                    for part in ("--set", f"{path}={value}")]  # fmt: skip
        single = json.loads(apex("calc", "all", POLE, *settings).stdout)
        assert row["depth_ft"] == single["result"]["footing"]["depth_ft"]
        assert row["concrete_yd3"] == single["result"]["footing"]["concrete_yd3"]
        assert row["shear_lbf"] == single["result"]["exposure"]["base"]["shear_lbf"]
        assert row["total_usd"] == single["result"]["pricing"]["total_usd"]
        assert row["passes"] == all(check["passed"] for check in single["checks"])
    prices = {
        n: (row["total_usd"], row["concrete_yd3"]) for n, row in enumerate(result["rows"])
        if row["passes"]
    }  # fmt: skip
    assert result["cheapest"] == min(prices, key=prices.__getitem__)
    assert result["cheapest_by"].startswith("total_usd")


def test_csv_and_table(apex: Apex) -> None:
    args = ("sweep", "footing", FOOTING, "--vary", "footing.width_ft=2:4:0.25")
    text = apex(*args, "--format", "csv").stdout.decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["footing.width_ft"] for row in rows][:3] == ["2", "2.25", "2.5"]
    assert [row["cheapest"] for row in rows].count("True") == 1
    shown = apex(*args, "--format", "table").stdout.decode()
    assert shown.count("█") > 50
    assert shown.count("cheapest ✓") == 1
    assert "9 points, 9 pass" in shown
    assert all(len(line) <= 100 for line in shown.splitlines())
    assert apex(*args, "--format", "table", env={"PYTHONIOENCODING": "ascii"}).stdout.isascii()


def test_points_without_an_answer_are_rows(apex: Apex, tmp_path: Path) -> None:
    args = ("sweep", "footing", FOOTING)
    done = apex(*args, "--vary", "footing.width_ft=0.01,3", "--format", "csv")
    assert done.returncode == 0
    assert b"project.invalid" in done.stdout
    assert apex(*args, "--vary", "footing.depth_ft=0.5,1").returncode == 1
    done = apex(*args, "--vary", "packs.footing=ibc-1900_v1,ibc-1901_v1")
    assert done.returncode in {4, 6}
    target = tmp_path / "rows.csv"
    vary = ("--vary", "footing.width_ft=2:20:0.02", "--format", "csv", "-o", target)
    assert apex(*args, *vary).returncode == 0
    assert len(target.read_text("utf-8").splitlines()) == 902


@pytest.mark.parametrize(
    "vary",
    [
        "footing.width_ft", "footing.width_ft=", "=1,2", "footing.width_ft=1:2", "a.b=1:2:0",
        "footing.width_ft=1:9:x", "footing.width_ft=5:1:1", "footing.width_ft=1:2:0.0000001",
        "footing.width_ft=1,,2", "etag=1,2", "name.x.y=1,2", "customer=a,b",
        "footing.width_ft=1:NaN:1", "footing.width_ft=1:Infinity:1", "loads.lateral_lbf.x=1",
    ],
)  # fmt: skip
def test_wrong_ranges_are_told(apex: Apex, vary: str) -> None:
    done = apex("sweep", "footing", FOOTING, "--vary", vary)
    assert done.returncode == 2, done.stdout
    assert json.loads(done.stdout)["error"]["detail"]


def test_too_many_points_and_the_same_path_twice(apex: Apex) -> None:
    wide = ("--vary", "footing.width_ft=1:100:0.1")
    assert apex("sweep", "footing", FOOTING, *wide, *wide).returncode == 2
    other = ("--vary", "loads.lateral_lbf=1:1000:1")
    done = apex("sweep", "footing", FOOTING, *wide, *other)
    assert done.returncode == 2
    assert b"more than 100000" in done.stdout


def test_a_hand_edit_is_told_and_there_is_no_strict(apex: Apex, tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_bytes(FOOTING.read_bytes())
    assert apex("project", "seal", path).returncode == 0
    args = ("sweep", "footing", path, "--vary", "footing.width_ft=2,3")
    assert apex(*args).stderr == b""
    text = path.read_text("utf-8")
    path.write_text(text.replace('"name": "Bare', '"name": "Bald'), "utf-8")
    told = f"apex: {path} was changed by hand since it was sealed".encode()
    assert told in apex(*args).stderr
    assert told in apex("calc", "footing", path).stderr
    assert apex(*args, "--quiet").stderr == b""
    assert apex(*args, "--strict").returncode == 2
    assert b"--strict" not in apex("sweep", "-h").stdout
