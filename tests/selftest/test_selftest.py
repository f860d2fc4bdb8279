"""The self-test finds its sheets, runs them fast, and tells a wrong number from a right one."""

import time
from pathlib import Path

import pytest

from apex_cli.errors import InternalFault
from apex_cli.selftest import sheets as sheets_module
from apex_cli.selftest.markdown import verification_markdown
from apex_cli.selftest.run import probe, rows_of, run, summary
from apex_cli.selftest.sheets import Sheet, load, sheets

ROOT = Path(__file__).parents[2]


def sheet(**changes: object) -> Sheet:
    document = {
        "id": "XX-01",
        "title": "t",
        "topic": "footing-nonconstrained",
        "standard": "s",
        "source": "s",
        "provenance": "p",
        "probe": "footing.pier",
        "given": {"pack": "ibc-2021_v1", "P_lbf": 1000, "h_ft": 15, "b_ft": 2, "S_psf_per_ft": 150},
        "expect": [
            {"name": "d_ft", "value": 8.33, "tolerance": 0.005, "unit": "ft", "reason": "r"}
        ],
    }
    return Sheet.read(document | changes)


def test_at_least_thirty_cases_from_ten_sources_all_pass() -> None:
    told = summary(run())
    assert told.cases >= 30
    assert told.sources >= 10
    assert told.passed == told.numbers


def test_the_cases_take_little_longer_to_compute_than_to_read() -> None:
    found = sheets()
    run(found)  # what is loaded once is no cost of the cases
    seconds: dict[str, list[float]] = {"read": [], "compute": []}
    for _ in range(3):
        for what, call in (("read", sheets), ("compute", lambda: run(found))):
            start = time.process_time()
            call()
            seconds[what].append(time.process_time() - start)
    assert min(seconds["compute"]) < 8 * min(seconds["read"])


def test_a_wrong_number_fails() -> None:
    wrong = sheet().replace(expect=[sheet().expect[0].replace(value=8.4)])
    assert [row.verdict for row in rows_of(sheet())] == ["pass"]
    (row,) = rows_of(wrong)
    assert row.verdict == "fail"
    assert row.difference == pytest.approx(-0.0727, abs=1e-4)


def test_no_answer_fails() -> None:
    (row,) = rows_of(sheet(given={**sheet().given, "P_lbf": 1e7, "h_ft": 2000}))
    assert (row.verdict, row.computed, row.difference) == ("fail", None, None)


def test_a_quantity_the_probe_does_not_know_fails() -> None:
    unknown = sheet().expect[0].replace(name="nonsense")
    (row,) = rows_of(sheet().replace(expect=[unknown]))
    assert row.computed is None


@pytest.mark.parametrize("name", ["nothing.pier", "footing.nothing"])
def test_an_unknown_probe_is_our_fault(name: str) -> None:
    with pytest.raises(InternalFault, match="no"):
        probe(name)
    with pytest.raises(InternalFault):
        rows_of(sheet(probe=name))


def test_a_file_that_is_no_sheet_is_our_fault(tmp_path: Path) -> None:
    bad = tmp_path / "XX-01.yaml"
    bad.write_text("id: XX-01\n")
    with pytest.raises(InternalFault, match="is missing"):
        load(bad)


def test_a_sheet_bears_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "FN-99.yaml"
    path.write_bytes((sheets_module.folder() / "FN-01.yaml").read_bytes())
    with pytest.raises(InternalFault, match="FN-01"):
        load(path)


def test_an_installed_package_has_its_sheets_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "data" / "published"
    inside.mkdir(parents=True)
    monkeypatch.setattr(sheets_module, "_PACKAGE", tmp_path)
    assert sheets_module.folder() == inside
    assert sheets() == []


def test_every_sheet_names_an_address_or_says_why_it_cannot() -> None:
    for one in sheets():
        named = ("http", "github:", "repository", "Guide", "XWind", "littlepeng", "by hand, for")
        assert any(word in one.source for word in named), f"{one.id}: {one.source}"


def test_the_page_is_current() -> None:
    page = (ROOT / "docs" / "verification.md").read_text("utf-8")
    assert page == verification_markdown(), (
        "docs/verification.md is stale: python -c "
        '"from apex_cli.selftest.markdown import verification_markdown as v; '
        "print(v(), end='')\" > docs/verification.md"
    )


def test_the_page_tells_of_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = sheet(expect=[{"name": "x", "value": 1, "tolerance": 0, "unit": "|", "reason": "|"}])
    monkeypatch.setattr("apex_cli.selftest.markdown.sheets", lambda: [wrong])
    page = verification_markdown()
    assert "0 pass" in page
    assert "none" in page
