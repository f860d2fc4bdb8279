"""apex packs: listed, shown, located, proved, validated and compared, as real processes."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

PACKS = Path(__file__).parents[2] / "packs"
FOOTING = (PACKS / "footing_ibc-2021_v1.yaml").read_text("utf-8")

Apex = Callable[..., CompletedProcess[bytes]]


def result(done: CompletedProcess[bytes]) -> Any:
    return json.loads(done.stdout)["result"]


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A next version of the footing pack, with one number changed."""
    target = tmp_path / "footing_ibc-2021_v2.yaml"
    changed = FOOTING.replace("ref: ibc-2021_v1", "ref: ibc-2021_v2")
    target.write_text(changed.replace("lateral: 150", "lateral: 75"), "utf-8")
    return target


def test_list(apex: Apex, second: Path) -> None:
    done = apex("packs", "list", "--packs-dir", second.parent)
    rows = {row["name"]: row for row in result(done)["packs"]}
    assert set(rows) == {path.stem for path in PACKS.glob("*.yaml")} | {second.stem}
    assert not rows[second.stem]["bundled"]
    for path in PACKS.glob("*.yaml"):
        assert rows[path.stem]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    (second.parent / "pricing_bad_v1.yaml").write_text("kind: pricing\n", "utf-8")
    done = apex("packs", "list", "--packs-dir", second.parent, "--format", "table")
    assert done.returncode == 0
    assert b"unusable" in done.stdout


def test_show(apex: Apex) -> None:
    done = apex("packs", "show", "footing_ibc-2021_v1")
    assert result(done)["pack"]["ref"] == "ibc-2021_v1"
    assert "footing" in json.loads(done.stdout)["trace"]["pack_metadata"]
    done = apex("packs", "show", "footing_ibc-2021_v1.yaml", "--format", "yaml")
    assert done.stdout.decode() == FOOTING


def test_show_sections(apex: Apex) -> None:
    done = apex("packs", "show", "sections_us_v1", "--find", "PIPE8")
    rows = result(done)["sections"]
    assert [row["name"] for row in rows] == ["PIPE8STD", "PIPE8XS", "PIPE8XXS"]
    assert (rows[0]["weight_plf"], rows[0]["S_x_in3"], rows[0]["doubt"]) == (28.6, 15.76, None)
    assert result(done)["design_wall"] == 0.93
    assert "sections" in json.loads(done.stdout)["trace"]["pack_metadata"]
    whole = apex("packs", "show", "sections_us_v1", "--format", "table").stdout.decode()
    assert "\nHSS10.750x0.365 " in whole
    assert "363 of sections_us_v1" in whole
    done = apex("packs", "show", "sections_us_v1")
    assert result(done)["pack"]["tables"]["pipe"]["rows"]["PIPE8STD"] == [8.625, 0.322, 28.6]


def test_sections_that_are_not_there(apex: Apex) -> None:
    done = apex("packs", "show", "sections_us_v1", "--find", "PIPE7")
    error = json.loads(done.stdout)["error"]
    assert (done.returncode, error["code"]) == (4, "pack.no_section")
    assert "did you mean" in error["hint"]
    assert apex("packs", "show", "pricing_v1", "--find", "PIPE7").returncode == 2


def test_diff_of_sections(apex: Apex, tmp_path: Path) -> None:
    text = (PACKS / "sections_us_v1.yaml").read_text("utf-8")
    text = text.replace("PIPE8STD: [8.625, 0.322, 28.6]", "PIPE8STD: [8.625, 0.322, 28.55]")
    text = text.replace("      HSS8x8x1/2: [8, 0.5, 48.85]\n", "")
    second = tmp_path / "sections_us_v2.yaml"
    second.write_text(text.replace("ref: us_v1", "ref: us_v2"), "utf-8")
    done = apex("packs", "diff", "sections_us_v1", second)
    fields = {item["pointer"]: item["kind"] for item in result(done)["fields"]}
    assert fields == {
        "/ref": "changed",
        "/tables/pipe/rows/PIPE8STD/2": "changed",
        "/tables/square_hss/rows/HSS8x8x1~12": "removed",
    }
    assert apex("packs", "validate", second).returncode == 0


def test_path(apex: Apex) -> None:
    done = apex("packs", "path", "footing_ibc-2021_v1")
    assert Path(done.stdout.decode().rstrip("\n")).read_text("utf-8") == FOOTING


@pytest.mark.parametrize("name", ["ibc-2021_v1", "footing", "footing_v", "../footing_v1"])
def test_what_is_no_name(apex: Apex, name: str) -> None:
    for command in ("show", "path"):
        done = apex("packs", command, name)
        assert done.returncode == 4
        assert json.loads(done.stdout)["error"]["code"] == "pack.bad_name"


def test_what_is_not_there(apex: Apex) -> None:
    done = apex("packs", "show", "footing_ibc-2012_v1")
    assert done.returncode == 4
    assert "did you mean" in json.loads(done.stdout)["error"]["hint"]


def test_verify(apex: Apex, tmp_path: Path, second: Path) -> None:
    done = apex("packs", "verify")
    assert done.returncode == 0
    assert all(row["passed"] for row in result(done)["packs"])
    text = apex("packs", "verify", "--format", "table").stdout.decode()
    assert len(text.splitlines()) == len(list(PACKS.glob("*.yaml")))
    hiding = tmp_path / "footing_ibc-2021_v1.yaml"
    hiding.write_text(FOOTING + "\n# a remark\n", "utf-8")
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  pricing_gone_v1.yaml\n", "utf-8")
    done = apex("packs", "verify", "--packs-dir", tmp_path)
    assert done.returncode == 4
    wrong = {row["name"]: row["detail"] for row in result(done)["packs"] if not row["passed"]}
    assert set(wrong) == {"footing_ibc-2021_v1", "pricing_gone_v1"}
    assert "hides the bundled pack" in wrong["footing_ibc-2021_v1"]
    assert second.exists()


def test_validate(apex: Apex, second: Path, tmp_path: Path) -> None:
    assert apex("packs", "validate", second).returncode == 0
    bad = tmp_path / "footing_bad_v1.yaml"
    bad.write_text(FOOTING.replace("title:", "titel:"), "utf-8")
    done = apex("packs", "validate", second, bad, tmp_path / "prices.yaml", tmp_path / "none.yaml")
    assert done.returncode == 4
    rows = result(done)["packs"]
    assert [row["passed"] for row in rows] == [True, False, False, False]
    assert rows[0]["name"] == second.stem
    fault = next(fault for fault in rows[1]["faults"] if fault["pointer"] == "/titel")
    assert "did you mean 'title'?" in fault["hint"]
    assert "line" in fault["hint"]
    assert apex("packs", "validate", tmp_path / "footing_none_v1.yaml").returncode == 8


def test_a_file_of_any_name_is_read_whole(apex: Apex, tmp_path: Path) -> None:
    book = tmp_path / "MYBOOK.yaml"
    text = (PACKS / "pricing_v1.yaml").read_text("utf-8")
    book.write_text(text.replace("currency:", "curency:"), "utf-8")
    done = apex("packs", "validate", book)
    (row,) = result(done)["packs"]
    assert done.returncode == 4
    assert row["faults"][0]["hint"] == "call it pricing_v1.yaml"
    assert "did you mean 'currency'?" in str(row["faults"][1:])
    for other in ("kind: wind\n", "[1]\n", text):
        book.write_text(other, "utf-8")
        (row,) = result(apex("packs", "validate", book))["packs"]
        assert (row["passed"], len(row["faults"])) == (False, 1)


def test_diff(apex: Apex, second: Path) -> None:
    done = apex("packs", "diff", "footing_ibc-2021_v1", second)
    assert done.returncode == 1
    fields = {item["pointer"]: (item["old"], item["new"]) for item in result(done)["fields"]}
    assert fields.pop("/ref") == ("ibc-2021_v1", "ibc-2021_v2")
    assert list(fields.values()) == [(150, 75)]
    both = ("footing_ibc-2021_v1", "footing_ibc-2021_v2", "--packs-dir", second.parent)
    assert apex("packs", "diff", *both).returncode == 1
    assert apex("packs", "diff", *both, "--exit-zero").returncode == 0
    done = apex("packs", "diff", both[0], both[0])
    assert (done.returncode, result(done)["same"]) == (0, True)
    assert apex("diff", PACKS / "footing_ibc-2021_v1.yaml", second).returncode == 1
