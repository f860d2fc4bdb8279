"""apex calc --select as users run it."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
POLE = ROOT / "examples" / "pole-sign-support.json"
ASK = ("calc", "support", POLE, "--select", "section")

Apex = Callable[..., CompletedProcess[bytes]]


def answer(done: CompletedProcess[bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_is_chosen_passes_when_it_is_set(apex: Apex) -> None:
    before = POLE.read_bytes()
    done = apex(*ASK)
    assert (done.returncode, POLE.read_bytes()) == (0, before)
    rows = answer(done)["result"]["lightest"]
    assert rows[0]["section"] == "PIPE10STD"
    for row in rows:
        one = apex("calc", "support", POLE, "--set", f"sign.poles.section={row['section']}")
        assert one.returncode == 0
        assert max(check["ratio"] for check in answer(one)["checks"]) == row["ratio"]
    lighter = apex("calc", "support", POLE, "--set", "sign.poles.section=PIPE8STD")
    assert lighter.returncode == 1


def test_the_table_fits_80_columns(apex: Apex) -> None:
    words = ("--set", "support.steel.material=a500c", "--set", "sign.poles={}")
    shown = apex(*ASK, *words, "--format", "table", env={"COLUMNS": "80"}).stdout.decode()
    assert all(len(line) <= 80 for line in shown.splitlines())
    table = shown.split("\nLightest\n")[1].split("governed by")[0]
    assert table.count("rectangular_hss") == 4
    assert apex(*ASK, "--format", "table", env={"PYTHONIOENCODING": "ascii"}).stdout.isascii()


@pytest.mark.parametrize("plain", ["--format json", "--no-color"])
def test_hostile_values_are_refused(apex: Apex, plain: str) -> None:
    """By the quick reader and by Typer alike."""
    for wish in ("bolts", "", "SECTION", "section,section", "-1", "null", "\N{WASTEBASKET}"):
        done = apex("calc", "support", POLE, f"--select={wish}", *plain.split())
        assert done.returncode == 2, wish
        assert b"Traceback" not in done.stderr
    assert apex("calc", "support", POLE, "--select").returncode == 2
    assert apex("calc", "exposure", POLE, "--select", "section").returncode == 2


def test_a_stored_answer_is_verified_and_made_a_package(apex: Apex, tmp_path: Path) -> None:
    """Of a project that tells its pole, and of one that leaves it open."""
    for poles in ('{"section": "PIPE12STD"}', "{}"):
        stored, package = tmp_path / "answer.json", tmp_path / "package.md"
        words = ("calc", "all", POLE, "--select", "section", "--set", f"sign.poles={poles}")
        assert apex(*words, "-o", stored).returncode == 0
        assert apex("verify", stored).returncode == 0
        assert apex("report", stored, "-o", package).returncode == 0
        text = package.read_text("utf-8")
        assert "**Lightest**" in text


def test_a_sweep_marks_the_lightest(apex: Apex) -> None:
    vary = ("--vary", "sign.poles.section=PIPE12STD,PIPE8STD,PIPE10STD,NOPE")
    alone = answer(apex("sweep", "support", POLE, *vary, "--format", "json"))["result"]
    assert (alone["cheapest"], alone["cheapest_by"]) == (2, "pole_lbf")
    assert [row["passes"] for row in alone["rows"]] == [True, False, True, None]
    assert [row["pole_lbf"] for row in alone["rows"]] == [1190.4, 686.4, 972, None]
    whole = answer(apex("sweep", "all", POLE, *vary, "--format", "json"))["result"]
    assert (whole["cheapest"], whole["passing"]) == (2, 2)
    assert whole["cheapest_by"] == "total_usd, then concrete_yd3, then pole_lbf"
    assert all(row["total_usd"] for row in whole["rows"][:3])


def test_a_batch_has_the_columns_of_the_support(apex: Apex, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    assert apex("batch", "support", POLE, "--summary", rows, "-o", "/dev/null").returncode == 0
    (row,) = csv.DictReader(rows.read_text("utf-8").splitlines())
    assert row["pole_lbf"] == "972"
    shown = apex("batch", "all", POLE, "--format", "table").stdout.decode()
    assert "steel 0.824, poles lbf 972, USD 235" in shown
