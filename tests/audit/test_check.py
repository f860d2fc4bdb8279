"""What `apex check` finds, and that one fault hides no other."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit import check as checking
from apex_cli.audit.check import check, worst
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.yaml_text import written
from apex_cli.render import sarif

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


def annotated(path: Path, catalogue: Catalogue) -> dict[str, str]:
    """What SARIF marks of a file, by pointer: lines end with LF, columns count UTF-16."""
    log = sarif.render([check(str(path), catalogue).record], "0.1.0")
    lines = path.read_bytes().decode().split("\n")
    found = {}
    for result in log["runs"][0]["results"]:
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        if "startColumn" in region:
            line = lines[region["startLine"] - 1].encode("utf-16-le")
            begin, end = region["startColumn"] - 1, region.get("endColumn", 0) - 1
            name = location.get("logicalLocations", [{"fullyQualifiedName": ""}])[0]
            found[name["fullyQualifiedName"]] = line[2 * begin : 2 * end].decode("utf-16-le")
    return found


def test_annotations_stand_where_the_value_is(pole: Path, catalogue: Catalogue) -> None:
    document = json.loads(pole.read_bytes())
    document["name"] = "😀"
    document["sign"]["elements"][0]["width_ft"] = "é😀 wide"
    document["site"]["wind_speed_mph"] = -1
    document["site"].pop("exposure")
    text = json.dumps(document, ensure_ascii=False).replace(', "w', ',\r\n"w')
    pole.write_bytes(text.encode())
    marked = annotated(pole, catalogue)
    assert marked.pop("/etag") == f'"{document["etag"]}"'
    assert marked["/sign/elements/0/width_ft"] == '"é😀 wide"'
    assert marked["/site/wind_speed_mph"] == "-1"
    pole.write_bytes(pole.read_bytes().replace(b'"sign":', b'"sign"', 1))
    (place,) = check(str(pole), catalogue).findings
    at = text.encode().decode().split("\n")[place.line - 1]  # type: ignore[operator] # - it has one
    assert at.encode("utf-16-le").decode("utf-16-le").find('"sign"') + 8 == place.column


def test_annotations_of_yaml_and_of_what_is_missing(
    locked: Path, tmp_path: Path, catalogue: Catalogue
) -> None:
    document = json.loads(locked.read_bytes())
    document["lock"]["results"].pop("pricing")
    document["lock"]["results"]["footing"] = "ab" * 32
    document["packs"]["exposure"] = "asce7-99_v1"
    path = tmp_path / "pole.yaml"
    path.write_text(written({**document, "etag": None}), "utf-8")
    assert annotated(path, catalogue) == {"/packs/exposure": "asce7-99_v1"}
    document["packs"]["exposure"] = "asce7-22_v1"
    document["footing"]["depth_ft"] = 2
    path.write_text(written({**document, "etag": None}), "utf-8")
    marked = annotated(path, catalogue)
    assert marked["/footing"] == "footing", "the key of a block in lines"
    assert marked["/lock/results/footing"].strip("'\"") == "ab" * 32
    assert marked["/lock/results/pricing"] == "results", "what it should stand in"
    path.write_text("name: a\nname: b\n", "utf-8")
    assert check(str(path), catalogue).findings[0].line == 2


def test_worst() -> None:
    assert worst([]) == 0
    assert worst([0, 1, 7, 3]) == 7
