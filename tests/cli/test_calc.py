"""The main job, as a user runs it: a real process on a real file."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import jq
import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
POLE = EXAMPLES / "pole-sign.json"

Apex = Callable[..., CompletedProcess[bytes]]

SORTED = """
del(.content_sha256, .meta)
| walk(if type == "object" then to_entries | sort_by(.key) | from_entries else . end)
| tojson
"""


def by_jq(envelope: bytes) -> str:
    """The digest as somebody without apex computes it."""
    text = jq.compile(SORTED).input_text(envelope.decode()).first()
    return hashlib.sha256(text.encode()).hexdigest()


def answer(apex: Apex, *args: str | os.PathLike[str], code: int = 0, **more: Any) -> dict[str, Any]:
    done = apex(*args, **more)
    assert done.returncode == code, (done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    envelope: dict[str, Any] = json.loads(done.stdout)
    assert envelope["content_sha256"] == by_jq(done.stdout)
    return envelope


@pytest.mark.parametrize("kind", ["exposure", "footing", "pricing", "all"])
def test_anyone_can_check_the_digest(apex: Apex, kind: str) -> None:
    envelope = answer(apex, "calc", kind, POLE)
    assert envelope["kind"] == kind
    assert envelope["error"] is None


def test_the_answer_is_the_same_everywhere(apex: Apex, tmp_path: Path) -> None:
    digests = {answer(apex, "calc", "all", POLE)["content_sha256"]}
    for seed in range(1, 11):  # an order of two that hangs on it would be met but once in 1,024
        env = {"PYTHONHASHSEED": str(seed), "LC_ALL": "C", "TZ": "Asia/Kathmandu"}
        digests.add(answer(apex, "calc", "all", POLE, env=env, cwd=tmp_path)["content_sha256"])
    done = apex("calc", "all", "-", stdin=POLE.read_bytes(), env={"HOME": "/nowhere"})
    digests.add(json.loads(done.stdout)["content_sha256"])
    assert len(digests) == 1


def test_white_space_key_order_and_null_are_no_part_of_the_input(
    apex: Apex, tmp_path: Path
) -> None:
    document = json.loads(POLE.read_bytes())
    document["sign"]["elements"][0]["area_ft2"] = None
    shuffled = tmp_path / "shuffled.json"
    shuffled.write_text(json.dumps(document, sort_keys=True, indent=7), "utf-8")
    first = answer(apex, "calc", "footing", POLE)
    second = answer(apex, "calc", "footing", shuffled)
    assert first["content_sha256"] == second["content_sha256"]


def test_what_a_calculation_does_not_use_is_not_in_its_digest(apex: Apex, tmp_path: Path) -> None:
    document = json.loads(POLE.read_bytes())
    document["customer"] = "Somebody else"
    document["site"]["frost_depth_in"] = 1
    document["pricing"]["addons"] = []
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(document), "utf-8")
    first = answer(apex, "calc", "exposure", POLE)
    second = answer(apex, "calc", "exposure", changed)
    assert first["content_sha256"] == second["content_sha256"]
    assert first["trace"]["inputs_sha256"] == second["trace"]["inputs_sha256"]


def test_set_changes_the_answer_and_never_the_file(apex: Apex) -> None:
    before = POLE.read_bytes()
    plain = answer(apex, "calc", "exposure", POLE)
    windy = answer(apex, "calc", "exposure", POLE, "--set", "site.wind_speed_mph=230")
    assert POLE.read_bytes() == before
    assert windy["meta"]["overrides"] == {"site.wind_speed_mph": 230}
    wind = plain["trace"]["inputs"]["site"]["wind_speed_mph"]
    growth = windy["result"]["velocity_pressure_psf"] / plain["result"]["velocity_pressure_psf"]
    assert growth == pytest.approx((230 / wind) ** 2, rel=1e-4)


def test_output_to_a_file(apex: Apex, tmp_path: Path) -> None:
    target = tmp_path / "a b é.json"
    done = apex("calc", "footing", POLE, "-o", target)
    assert done.returncode == 0
    assert done.stdout == b""
    assert json.loads(target.read_bytes())["kind"] == "footing"


def test_table_format_is_for_people(apex: Apex) -> None:
    done = apex("calc", "all", POLE, "--format", "table")
    text = done.stdout.decode()
    assert done.returncode == 0
    first, *_, last = text.split("\n\n")
    assert first == last.rstrip()
    assert first.startswith("PASS  poles not checked · pier 2.5 ft × 7.5 ft deep (needs 7.299) · ")
    assert len(text.splitlines()) < 45
    assert "Checks" in text
    assert "\nAssumptions\n" not in text
    assert "\nAssumptions\n" in apex("calc", "all", POLE, "--format=table", "-v").stdout.decode()
    assert "\x1b" not in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_hostile_text_is_shown_not_obeyed(apex: Apex, tmp_path: Path) -> None:
    document = json.loads(POLE.read_bytes())
    document["name"] = "[red]\x1b[31mX\u202e\x9b"
    document["sign"]["elements"][0]["name"] = "[bold]\x1b]0;owned\x07[/bold]"
    hostile = tmp_path / "hostile.json"
    hostile.write_text(json.dumps(document), "utf-8")
    for form in ("table", "json"):
        done = apex("calc", "all", hostile, "--format", form)
        assert done.returncode == 0
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(done.stdout.decode())
        assert b"[red]" in done.stdout


def test_every_step_knows_where_its_numbers_come_from(apex: Apex) -> None:
    envelope = answer(apex, "calc", "all", POLE)
    assert envelope["trace"]["steps"]
    for step in envelope["trace"]["steps"]:
        assert step["clause"]
        for name, term in step["terms"].items():
            assert term["origin"] != "computed", (step["symbol"], name)
            if term["origin"].startswith("step "):
                before = envelope["trace"]["steps"][int(term["origin"][5:]) - 1]
                assert before["n"] < step["n"]
                assert before["value"] == term["value"]


def test_strict_makes_warnings_fail(apex: Apex) -> None:
    args = ("calc", "exposure", POLE, "--set", "site.wind_speed_mph=250")
    assert apex(*args).returncode == 0
    assert apex(*args, "--strict").returncode == 1


def test_a_closed_pipe_ends_quietly() -> None:
    line = f"{sys.executable} -m apex_cli calc all {POLE} | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, cwd=ROOT)
    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.parametrize(
    "words",
    [f"{words} | true; exit ${{PIPESTATUS[0]}}" for words in ("--version", "calc --help")]
    + ["--version >&-"],
)
def test_what_nobody_reads_ends_quietly(words: str) -> None:
    line = f"{sys.executable} -m apex_cli {words}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_an_error_not_a_half_answer() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "apex_cli", "calc", "all", str(POLE)],
            stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT,
        )  # fmt: skip
    assert done.returncode == 8
    assert b"No space left" in done.stderr


def test_version_and_help(apex: Apex) -> None:
    assert apex("--version").stdout.startswith(b"apex 0.")
    for args in (["-h"], ["calc", "-h"]):
        done = apex(*args)
        assert done.returncode == 0
        assert done.stdout.index(b"Examples") < done.stdout.index(b"Exit codes")


@pytest.mark.parametrize("width", [20, 30, 40, 50])
def test_no_value_or_unit_is_cut_on_a_narrow_terminal(apex: Apex, width: int) -> None:
    done = apex("calc", "footing", POLE, "--format=table", "-v", env={"COLUMNS": str(width)})
    text = " ".join(done.stdout.decode().split())
    for words in ("nonconstrained", "lbf-ft", "embedded pier", "lateral bearing", "1,443.282 lbf"):
        assert words in text, words
