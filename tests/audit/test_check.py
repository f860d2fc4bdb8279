"""What `apex check` finds, and that one fault hides no other."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit import check as checking
from apex_cli.audit.check import check, worst
from apex_cli.packs.catalogue import Catalogue

Change = Callable[[dict[str, Any]], None]


def edited(path: Path, change: Change, *, sealed: bool = False) -> Path:
    document = json.loads(path.read_bytes())
    change(document)
    if not sealed:
        document.pop("etag", None)
    path.write_text(json.dumps(document), "utf-8")
    return path


def codes(path: Path, catalogue: Catalogue, **wish: bool) -> dict[str, int]:
    row = check(str(path), catalogue, **wish)
    return {item.code: item.exit_code for item in row.findings if item.exit_code}


def test_a_locked_project_is_well(locked: Path, catalogue: Catalogue) -> None:
    row = check(str(locked), catalogue)
    assert (row.passed, row.exit_code, row.project_id) == (True, 0, "pole-sign")
    assert set(row.record["answers"]) == {"exposure", "footing", "pricing"}
    assert json.loads(json.dumps(row.record)) == row.record


def test_warnings_count_only_when_strict(pole: Path, catalogue: Catalogue) -> None:
    edited(pole, lambda raw: raw["packs"].update(footing="ibc-2018_v1"))
    row = check(str(pole), catalogue)
    assert any(item.severity == "warning" for item in row.findings)
    assert row.exit_code == 0
    assert check(str(pole), catalogue, strict=True).exit_code == 1


def test_a_failing_check(pole: Path, catalogue: Catalogue) -> None:
    edited(pole, lambda raw: raw["footing"].update(depth_ft=2))
    assert codes(pole, catalogue) == {"check.failed": 1}


def test_an_invalid_file_that_was_edited_says_both(pole: Path, catalogue: Catalogue) -> None:
    edited(pole, lambda raw: raw.update(sight={}, sit={}), sealed=True)
    row = check(str(pole), catalogue)
    assert {item.pointer for item in row.findings} >= {"/sight", "/sit"}
    assert codes(pole, catalogue) == {"project.edited": 5, "project.invalid": 3}


def test_one_missing_pack_hides_no_failing_check(pole: Path, catalogue: Catalogue) -> None:
    def change(raw: dict[str, Any]) -> None:
        raw["packs"]["pricing"] = "v99"
        raw["footing"]["depth_ft"] = 2

    edited(pole, change)
    assert codes(pole, catalogue) == {"pack.not_found": 4, "check.failed": 1}


def test_a_moved_answer_and_a_moved_pack(locked: Path, catalogue: Catalogue) -> None:
    edited(locked, lambda raw: raw["site"].update(wind_speed_mph=120))
    row = check(str(locked), catalogue)
    told = [item.message for item in row.findings if item.code == "lock.differs"]
    assert len(told) == 2  # wind and footing; the price's bracket is the same
    edited(locked, lambda raw: raw["packs"].update(exposure="asce7-16_v1"))
    row = check(str(locked), catalogue)
    assert any("pack exposure: locked" in item.message for item in row.findings)
    assert row.exit_code == 7


def test_an_answer_that_was_never_locked(locked: Path, catalogue: Catalogue) -> None:
    edited(locked, lambda raw: raw["lock"]["results"].pop("pricing"))
    (finding,) = (
        item for item in check(str(locked), catalogue).findings if item.code == "lock.differs"
    )
    assert finding.message == "answer pricing: not locked"


def test_what_cannot_be_read(tmp_path: Path, catalogue: Catalogue) -> None:
    assert check(str(tmp_path / "none.json"), catalogue).exit_code == 8
    (tmp_path / "bad.json").write_bytes(b'{"schema_version": 1,')
    assert check(str(tmp_path / "bad.json"), catalogue).exit_code == 3
    (tmp_path / "id.json").write_bytes(b'{"schema_version": 1, "project_id": 5}')
    row = check(str(tmp_path / "id.json"), catalogue)
    assert (row.exit_code, row.project_id) == (3, "")


def test_a_fault_of_ours_stops_no_other_file(
    pole: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Any:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(checking, "attempts", broken)
    row = check(str(pole), catalogue)
    assert (row.exit_code, row.findings[0].message) == (70, "ZeroDivisionError: oh")
    monkeypatch.setenv("APEX_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        check(str(pole), catalogue)


def test_worst() -> None:
    assert worst([]) == 0
    assert worst([0, 1, 7, 3]) == 7
