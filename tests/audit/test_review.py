"""What changed since a project was accepted last, by git and by files."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit import history
from apex_cli.audit.history import accepted_last, state_at
from apex_cli.audit.locked import locked
from apex_cli.audit.review import passes, review
from apex_cli.errors import InvalidInput, UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.store import load
from apex_cli.project.text import MAX_BYTES
from apex_cli.render.review import brief, render

EXAMPLE = Path(__file__).parents[2] / "examples" / "pole-sign.json"

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="there is no git here")


def commit(folder: Path, text: str) -> None:
    who = ["-c", "user.name=R. Ruiz", "-c", "user.email=r@example.org"]
    for words in (["add", "."], [*who, "commit", "-q", "-m", text]):
        subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that was locked, then lowered in its speed, both committed; an older one before."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True, capture_output=True)
    path = tmp_path / "sign.json"
    path.write_text("no project", "utf-8")
    commit(tmp_path, "nothing yet")
    shutil.copy(EXAMPLE, path)
    commit(tmp_path, "first")
    locked(str(path), Catalogue(), "2026-11-30")
    commit(tmp_path, "locked")
    change(path, lambda document: document["site"].update(wind_speed_mph=100))
    commit(tmp_path, "slower")
    return path


def change(path: Path, edit: Any) -> None:
    document = json.loads(path.read_bytes())
    edit(document)
    path.write_text(json.dumps(document), "utf-8")


def document(path: Path) -> dict[str, Any]:
    return load(str(path)).document


@needs_git
def test_the_state_is_the_commit_that_brought_the_lock(project: Path) -> None:
    state = accepted_last(str(project))
    assert state.document["site"]["wind_speed_mph"] != 100
    assert state.document["lock"]
    assert state.by == "R. Ruiz"
    found = review(state, document(project), Catalogue())
    assert [row["pointer"] for row in found["inputs"]] == ["/site/wind_speed_mph"]
    assert found["answers"]["headline"][0]["name"] == "velocity_pressure_psf"
    assert any("answer exposure: velocity pressure" in line for line in found["lock"])
    assert "1 input, the lock differs" in brief(found)
    assert passes(found)
    assert not found["same"]


@needs_git
def test_a_state_with_the_status_accepted_comes_before_locks(project: Path) -> None:
    change(project, lambda one: one.update(status="accepted"))
    commit(project.parent, "accepted")
    change(project, lambda one: one.update(status="estimating"))
    found = review(accepted_last(str(project)), document(project), Catalogue())
    assert found["status"] == {"old": "accepted", "new": "estimating"}
    assert found["same"], "nothing but the status is another"
    assert "nothing changed" in brief(found)


@needs_git
def test_a_revision_or_a_file_can_be_named(project: Path, tmp_path: Path) -> None:
    assert state_at(str(project), "HEAD").document["site"]["wind_speed_mph"] == 100
    assert state_at(str(project), str(EXAMPLE)).name == str(EXAMPLE)
    yaml = EXAMPLE.with_name("pole-sign-notes.yaml")
    assert state_at(str(project), str(yaml)).document["sign"]
    for none in ("nope", "--all", "HEAD~9", "\0"):
        with pytest.raises((UsageError, ValueError)):
            state_at(str(project), none)
    (tmp_path / "large.json").write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(InvalidInput, match="larger"):
        state_at(str(project), str(tmp_path / "large.json"))


def test_without_a_state_there_is_nothing_to_hold_it_against(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sign.json"
    shutil.copy(EXAMPLE, path)
    with pytest.raises(InvalidInput, match="accepted or locked"):
        accepted_last(str(path))
    monkeypatch.setattr(history, "WAIT", 0)
    with pytest.raises(InvalidInput, match="accepted or locked"):
        accepted_last(str(path))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="neither"):
        state_at(str(path), "HEAD")


def test_packs_remarks_accepted_and_revisions_have_their_headings(tmp_path: Path) -> None:
    path = tmp_path / "sign.json"
    shutil.copy(EXAMPLE, path)
    before = state_at(str(path), str(EXAMPLE))
    now = document(path)
    now["packs"] = {**now["packs"], "exposure": "asce7-16_v1", "footing": "none-here_v1"}
    del now["packs"]["pricing"]
    now["accepted"] = [{"code": "footing.rig_depth", "reason": "county\x1b[31m", "by": "RR"}]
    now["revisions"] = [{"mark": "A", "date": "2026-11-30", "text": "new code"}]
    before.document["accepted"] = [{"code": "wind.edition_mismatch", "reason": "old map"}]
    found = review(before, now, Catalogue())
    assert not passes(found), "there is no such footing pack"
    text = render(found, width=100)
    assert "2 acceptances" in brief(found)
    assert "lock" not in brief(found), "there is none"
    for part in (
        "NO ANSWER", "exposure: asce7-22_v1 → asce7-16_v1; ", "pricing: v1 → none",
        "footing of new: no answer", "[wind.edition_mismatch]", "A 2026-11-30 new code",
        "new: footing.rig_depth: county", "it does not come any more",
        "gone: wind.edition_mismatch", "Lock\n  none",
    ):  # fmt: skip
        assert part in text, part
    assert "\x1b" not in text
    assert render(found, width=100, ascii_only=True).isascii()


def test_long_lists_are_told_with_v() -> None:
    change_ = {"pointer": "/a", "kind": "changed", "old": 1, "new": 2}
    found = {
        "same": False, "since": {"state": "a.json", "when": "", "by": ""},
        "status": {"old": "draft", "new": "draft"}, "verdicts": [], "inputs": [change_] * 30,
        "packs": [], "answers": {"counts": {}}, "errors": [],
        "remarks": {"new": [], "changed": [], "gone": []},
        "accepted": {"all": [], "new": [], "gone": []}, "revisions": [], "lock": [],
    }  # fmt: skip
    assert "and 11 more (-v)" in render(found, width=80)
    assert render(found, width=80, verbose=True).count("/a: 1 → 2") == 30
