"""Lock, check, verify and diff as real processes: what was changed is found and named."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from apex_cli.envelope.build import content_digest
from apex_cli.project import store

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"

Apex = Callable[..., CompletedProcess[bytes]]


def said(done: CompletedProcess[bytes]) -> dict[str, Any]:
    envelope: dict[str, Any] = json.loads(done.stdout)
    return envelope


@pytest.fixture
def pole(tmp_path: Path) -> Path:
    target = tmp_path / "signs" / "pole sign é.json"
    target.parent.mkdir()
    store.create(target, json.loads((EXAMPLES / "pole-sign.json").read_bytes()))
    return target


def changed(source: Path, target: Path, **blocks: dict[str, Any]) -> Path:
    """A project file like another, its blocks updated, not sealed."""
    document = json.loads(source.read_bytes())
    for block, fields in blocks.items():
        document[block].update(fields)
    del document["etag"]
    target.write_text(json.dumps(document), "utf-8")
    return target


@pytest.fixture
def answer(apex: Apex, pole: Path, tmp_path: Path) -> Path:
    target = tmp_path / "answer.json"
    assert apex("calc", "all", pole, "-o", target).returncode == 0
    return target


def test_an_answer_is_proved_without_its_project(apex: Apex, answer: Path, pole: Path) -> None:
    pole.unlink()
    done = apex("verify", answer)
    assert done.returncode == 0
    assert said(done)["result"]["envelopes"][0]["outcome"] == "identical"


def test_white_space_and_key_order_are_no_faults(apex: Apex, answer: Path) -> None:
    document = json.loads(answer.read_bytes())
    answer.write_text(json.dumps(document, sort_keys=True, indent=5), "utf-8")
    assert apex("verify", "-", stdin=answer.read_bytes()).returncode == 0


@pytest.mark.parametrize("where", ["result", "checks", "assumptions", "trace", "confidence"])
def test_one_changed_place_is_found(apex: Apex, answer: Path, where: str) -> None:
    document = json.loads(answer.read_bytes())
    text = json.dumps(document[where])
    digit = next(digit for digit in "1234567890" if digit in text)
    document[where] = json.loads(text.replace(digit, str((int(digit) + 1) % 10), 1))
    answer.write_text(json.dumps(document), "utf-8")
    done = apex("verify", answer)
    assert done.returncode == 7
    row = said(done)["result"]["envelopes"][0]
    assert row["outcome"] == "digest_differs"
    assert any(where in place for place in row["altered"])


def test_a_forged_digest_does_not_survive_the_replay(apex: Apex, answer: Path) -> None:
    document = json.loads(answer.read_bytes())
    document["trace"]["inputs"]["site"]["wind_speed_mph"] += 1
    document["content_sha256"] = content_digest(document)
    answer.write_text(json.dumps(document), "utf-8")
    done = apex("verify", answer)
    assert done.returncode == 7
    row = said(done)["result"]["envelopes"][0]
    assert row["outcome"] == "changed"
    assert row["differences"]["first_step"] is not None


def test_a_pack_that_is_gone_or_other(apex: Apex, answer: Path) -> None:
    original = json.loads(answer.read_bytes())
    for field, value, outcome in (
        ("ref", "asce7-99_v1", "pack_not_available"),
        ("sha256", "0" * 64, "pack_differs"),
    ):
        document = json.loads(json.dumps(original))
        document["trace"]["pack_metadata"]["exposure"][field] = value
        document["content_sha256"] = content_digest(document)
        answer.write_text(json.dumps(document), "utf-8")
        done = apex("verify", answer)
        assert done.returncode == 4
        assert said(done)["result"]["envelopes"][0]["outcome"] == outcome


def test_what_is_no_envelope(apex: Apex, pole: Path) -> None:
    done = apex("verify", pole)
    assert done.returncode == 3
    assert said(done)["error"]["code"] == "envelope.invalid"


def test_lock_then_check_then_flip_one_byte(apex: Apex, pole: Path) -> None:
    assert apex("check", pole).returncode == 0
    done = apex("lock", pole)
    assert done.returncode == 0, done.stdout
    assert set(said(done)["result"]["lock"]["results"]) == {"exposure", "footing", "pricing"}
    assert apex("check", pole).returncode == 0
    assert said(apex("lock", pole))["result"]["changed"] is False
    document = json.loads(pole.read_bytes())
    digest = document["lock"]["results"]["footing"]
    flipped = ("0" if digest[0] != "0" else "1") + digest[1:]
    pole.write_text(pole.read_text("utf-8").replace(digest, flipped), "utf-8")
    done = apex("check", pole)
    assert done.returncode == 7
    codes = {finding["code"] for finding in said(done)["result"]["rows"][0]["findings"]}
    assert {"project.edited", "lock.differs"} <= codes


def test_what_cannot_be_locked(apex: Apex, pole: Path) -> None:
    empty = pole.with_name("empty.json")
    store.create(empty, {"schema_version": 1, "packs": {"footing": "ibc-2021_v1"}})
    done = apex("lock", empty)
    assert done.returncode == 3
    assert said(done)["error"]["code"] == "lock.nothing"
    unsealed = changed(pole, pole.with_name("unsealed.json"), footing={"depth_ft": 2})
    assert apex("lock", unsealed).returncode == 5
    assert apex("project", "seal", unsealed).returncode == 0
    done = apex("lock", unsealed)
    assert done.returncode == 0
    assert said(done)["result"]["failed_checks"]
    assert apex("check", unsealed).returncode == 1


def test_a_stale_lock_is_refused(apex: Apex, pole: Path) -> None:
    done = apex("lock", pole, "--if-match", "0" * 64)
    assert done.returncode == 5
    assert said(done)["error"]["status"] == 412


def test_check_says_the_worst(apex: Apex, pole: Path) -> None:
    folder = pole.parent
    broken = folder / "broken.json"
    broken.write_text('{"schema_version": 1, "sight": {}}', "utf-8")
    changed(pole, folder / "shallow.json", footing={"depth_ft": 2})
    (folder / "not-a-project.json").write_text("{}", "utf-8")
    done = apex("check", folder)
    assert done.returncode == 3
    rows = {Path(row["path"]).name: row for row in said(done)["result"]["rows"]}
    assert set(rows) == {"broken.json", "shallow.json", pole.name}
    assert rows["broken.json"]["exit_code"] == 3
    assert rows["shallow.json"]["exit_code"] == 1
    assert rows[pole.name]["exit_code"] == 0
    lines = apex("check", folder, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["path"] for line in lines] == sorted(
        str(folder / name) for name in rows
    )
    text = apex("check", folder, "--format", "table").stdout.decode()
    assert text.startswith("3 projects: 1 ok, ")


def test_junit_and_github(apex: Apex, pole: Path) -> None:
    bad = pole.parent / "bad\x01%,:.json"
    bad.write_text('{"schema_version": 1, "name": "\\u0001<&>"', "utf-8")
    done = apex("check", pole.parent, "--format", "junit")
    suite = ET.fromstring(done.stdout).find("testsuite")
    assert suite is not None
    assert suite.get("tests") == "2"
    assert suite.get("failures") == "1"
    done = apex("check", pole.parent, "--format", "github")
    assert done.returncode == 3
    line = next(line for line in done.stdout.decode().splitlines() if line.startswith("::error"))
    assert "%25%2C%3A.json" in line


def test_nothing_there(apex: Apex, tmp_path: Path) -> None:
    assert apex("check", tmp_path / "none").returncode == 8
    done = apex("check", tmp_path)
    assert done.returncode == 0
    assert b"no project files" in done.stderr
    assert apex("check", tmp_path, "--quiet").stderr == b""


def test_a_project_on_standard_input(apex: Apex, pole: Path) -> None:
    done = apex("check", "-", stdin=pole.read_bytes())
    assert done.returncode == 0
    assert said(done)["result"]["rows"][0]["project_id"] == "pole-sign"


def test_impact_shows_what_depends_on_one_constant(apex: Apex, pole: Path, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    text = (ROOT / "packs" / "footing_ibc-2024_v1.yaml").read_text("utf-8")
    edited = text.replace("ref: ibc-2024_v1", "ref: ibc-2024_v2").replace(
        "lateral: 150", "lateral: 75"
    )
    assert edited.count("lateral: 75") == 1, "class 4"
    (packs / "footing_ibc-2024_v2.yaml").write_text(edited, "utf-8")
    changed(pole, pole.parent / "class-3.json", soil={"class": 3})
    done = apex(
        "check", pole.parent, "--impact", "--pack", "footing=ibc-2024_v2", "--packs-dir", packs
    )
    assert done.returncode == 0, done.stdout
    rows = {Path(row["path"]).name: row for row in said(done)["result"]["impact"]}
    assert rows[pole.name]["moved"]
    assert rows[pole.name]["first_step"]["symbol"]
    assert rows[pole.name]["headlines"]["footing"]["ratio"] > 1
    assert not rows["class-3.json"]["moved"]


def test_diff_of_envelopes_projects_and_packs(apex: Apex, answer: Path, pole: Path) -> None:
    other = answer.with_name("other.json")
    apex("calc", "all", pole, "--pack", "exposure=asce7-16_v1", "-o", other)
    done = apex("diff", answer, other)
    assert done.returncode == 1
    found = said(done)["result"]
    assert found["packs"][0]["new"] == "asce7-16_v1"
    assert found["constants"]
    assert found["first_step"]["why"]
    assert apex("diff", answer, other, "--exit-zero").returncode == 0
    assert apex("diff", answer, answer).returncode == 0
    done = apex("diff", pole, EXAMPLES / "monument-sign.json")
    assert done.returncode == 1
    assert "footing" in said(done)["result"]["answers"]
    packs = [ROOT / "packs" / f"exposure_asce7-{edition}_v1.yaml" for edition in (16, 22)]
    done = apex("diff", *packs)
    assert any(field["old"] == 2.01 for field in said(done)["result"]["fields"])
    assert apex("diff", pole, answer).returncode == 3
    for form in ("table", "json"):
        assert apex("diff", answer, other, "--format", form).returncode == 1


def test_verdicts_for_a_person(apex: Apex, answer: Path) -> None:
    done = apex("verify", answer, "--format", "table")
    assert done.stdout.decode() == f"ok    {answer}  identical\n      digest and replay agree\n"
    answer.write_bytes(answer.read_bytes().replace(b'"passed": true', b'"passed": false', 1))
    done = apex("verify", answer, "--format", "table")
    assert done.returncode == 7
    assert b"not as signed: /checks/0/passed" in done.stdout


@pytest.mark.parametrize("etag", ["0" * 64, "", 'W/"x"'])
def test_a_lock_wants_the_file_that_was_read(apex: Apex, pole: Path, etag: str) -> None:
    before = pole.read_bytes()
    done = apex("lock", pole, "--if-match", etag)
    assert done.returncode == 5
    assert pole.read_bytes() == before
    assert apex("lock", pole, "--if-match", "*").returncode == 0


def test_a_locked_price_outlives_its_book(apex: Apex, pole: Path) -> None:
    shop = ("packs.pricing=example-shop_v1", "pricing.addons=[]")
    assert apex("project", "set", pole, *shop).returncode == 0
    late = {"SOURCE_DATE_EPOCH": "2000000000"}  # May 2033: the book has expired
    assert apex("calc", "pricing", pole).returncode == 0
    assert apex("calc", "pricing", pole, env=late).returncode == 4
    assert apex("calc", "pricing", pole, "--as-of", "2026-12-01", env=late).returncode == 0
    assert apex("check", pole, env=late).returncode == 4
    assert apex("lock", pole, env=late).returncode == 4
    assert apex("lock", pole).returncode == 0
    assert apex("check", pole, env=late).returncode == 0
