"""Every function of the API gives what its command gives; answers know their parts."""

import json
import pickle
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import apex_cli
from apex_cli import (
    Answer,
    batch,
    calculate,
    compare,
    diff,
    limits,
    load_project,
    report,
    sweep,
    verify,
)
from apex_cli.audit import cases
from apex_cli.cli.boundary import run as command
from apex_cli.errors import InvalidInput, PackError, UsageError

ROOT = Path(__file__).parents[2]
POLE = ROOT / "examples" / "pole-sign.json"
PIER: dict[str, Any] = {
    "schema_version": 1,
    "name": "<b>Pier & “pole”</b>",
    "site_name": "Main Street",
    "packs": {"footing": "ibc-2021_v1"},
    "soil": {"class": 4},
    "loads": {"lateral_lbf": 2500, "height_ft": 20, "axial_lbf": 3000, "level": "asd"},
    "footing": {"type": "pier", "shape": "round", "width_ft": 3, "isolated_pole": True},
}
Said = Callable[..., Any]


@pytest.fixture
def pier(tmp_path: Path) -> Path:
    path = tmp_path / "pier.json"
    path.write_text(json.dumps(PIER), "utf-8")
    return path


@pytest.fixture
def said(tmp_path: Path) -> Said:
    """The envelope of a command, in this process."""

    def said(*words: object) -> Any:
        target = tmp_path / "said"
        assert command([*map(str, words), "-o", str(target)]) in {0, 1}
        return json.loads(target.read_bytes())

    return said


def test_an_answer_is_the_envelope_and_knows_its_parts() -> None:
    answer = calculate("footing", PIER, overrides={"footing.depth_ft": 2})
    assert (answer.kind, answer.verdict, answer.error) == ("footing", "FAIL", None)
    assert answer.result is answer["result"]
    assert answer.checks == answer["checks"]
    assert answer.warnings == answer["warnings"]
    assert answer.brief.startswith("FAIL  pier.lateral 5,801.2 %, pier.depth ")
    plain = json.loads(json.dumps(answer))
    assert plain == answer == dict(answer)
    again = pickle.loads(pickle.dumps(answer))
    assert (type(again), again) == (Answer, answer)
    assert verify(answer).proved


def test_limits_is_the_command(said: Said, pier: Path) -> None:
    ours = limits(pier, ["soil.class", "footing.width_ft"], overrides={"loads.lateral_lbf": 900})
    theirs = said(
        "limits", pier, "soil.class", "footing.width_ft", "--set", "loads.lateral_lbf=900"
    )
    assert ours["content_sha256"] == theirs["content_sha256"]
    assert ours.rows() == theirs["result"]["limits"]


def test_compare_is_the_command(said: Said, pier: Path) -> None:
    soft = {"soft, softer": {"soil.class": 5, "footing.width_ft": 2.5}}
    ours = compare(pier, soft, editions=True, overrides={"loads.lateral_lbf": 2000})
    theirs = said(
        "compare", pier, "--editions", "--set", "loads.lateral_lbf=2000",
        "--case", "soft, softer:soil.class=5,footing.width_ft=2.5",
    )  # fmt: skip
    assert ours["result"] == theirs["result"]
    assert ours["content_sha256"] == theirs["content_sha256"]
    assert ours["meta"]["overrides"] == theirs["meta"]["overrides"]
    assert ours.verdict is None
    assert [row["name"] for row in ours.rows()] == [one["name"] for one in ours.result["cases"]]
    assert ours.rows()[1]["depth_ft"] == ours.result["cases"][1]["headline"]["depth_ft"]
    with pytest.raises(UsageError, match="nothing to compare"):
        compare(pier)
    assert cases.exit_code(ours.result["cases"]) == 0


def test_sweep_is_the_command(said: Said, pier: Path) -> None:
    ours = sweep("footing", pier, {"footing.width_ft": (2.5, 3), "soil.class": "3,4"})
    theirs = said("sweep", "footing", pier, "--vary", "footing.width_ft=2.5,3",
                  "--vary", "soil.class=3,4")  # fmt: skip
    assert ours["content_sha256"] == theirs["content_sha256"]
    row = ours.rows()[ours.result["cheapest"]]
    assert (row["footing.width_ft"], row["soil.class"], row["passes"]) == (2.5, 3, True)
    with pytest.raises(UsageError, match="over no value"):
        sweep("footing", pier, {"soil.class": []})


def test_batch_is_the_command(pier: Path, tmp_path: Path) -> None:
    (tmp_path / "sites.csv").write_text("name,soil.class\na,4\n", "utf-8")
    paths = [pier, tmp_path / "sites.csv", tmp_path / "none.json"]
    ours = batch("footing", paths, overrides={"loads.lateral_lbf": 2000})
    command(["batch", "footing", *map(str, paths), "--set", "loads.lateral_lbf=2000", "-q",
             "-o", str(tmp_path / "lines")])  # fmt: skip
    theirs = [json.loads(line) for line in (tmp_path / "lines").read_bytes().splitlines()]
    assert list(ours) == theirs
    assert [one.verdict for one in ours] == ["REVIEW", "NO ANSWER", "NO ANSWER"]
    assert [one.error and one.error["code"] for one in ours.failed][-1] == "file.not_found"
    row = ours.rows()[0]
    assert (row["name"], row["site"], row["verdict"]) == (PIER["name"], "Main Street", "REVIEW")
    assert row["depth_ft"] == ours[0].result["depth_ft"]
    with pytest.raises(UsageError):
        batch("footing", [], overrides={"": 1})
    with pytest.raises(PackError):
        batch("footing", [], packs_dir=[tmp_path / "gone"])


def test_batch_takes_objects_and_is_a_package_too(pier: Path) -> None:
    found = apex_cli.batch("footing", [PIER, load_project(pier), {"name": float("inf")}])
    assert [one["meta"]["line"] for one in found] == [1, None, 3]
    assert found[0]["content_sha256"] == found[1]["content_sha256"]
    assert found[0]["meta"]["project_etag"] == load_project(pier).etag
    assert found[2].error
    assert found[2].error["code"] == "project.malformed"
    assert isinstance(sys.modules["apex_cli.batch"], ModuleType)
    assert callable(sys.modules["apex_cli.batch"])


def test_diff_is_the_command(said: Said, pier: Path, tmp_path: Path) -> None:
    other = {**PIER, "soil": {"class": 5}}
    (tmp_path / "other.json").write_text(json.dumps(other), "utf-8")
    ours = diff(pier, tmp_path / "other.json")
    theirs = said("diff", pier, tmp_path / "other.json", "--exit-zero")
    assert ours["content_sha256"] == theirs["content_sha256"]
    documents, mixed = diff(PIER, other), diff(load_project(pier), other)
    assert documents.result["summary"] == mixed.result["summary"] == ours.result["summary"]
    answers = diff(calculate("footing", PIER), calculate("footing", other))
    assert answers.rows() == ours.rows()
    assert (answers.result["old"], answers.result["new"]) == ("old", "new")
    with pytest.raises(InvalidInput, match="only like can be compared"):
        diff(PIER, calculate("footing", PIER))


def test_report_is_the_command(pier: Path, tmp_path: Path) -> None:
    wish: Any = {"calc_by": "J. Doe, PE", "date": "2026-11-23"}
    (ours,) = report(pier, tmp_path / "ours.md", **wish)
    command(["report", str(pier), "-o", str(tmp_path / "theirs.md"), "--calc-by", "J. Doe, PE",
             "--date", "2026-11-23"])  # fmt: skip
    assert ours.read_text("utf-8") == (tmp_path / "theirs.md").read_text("utf-8")
    command(["report", str(pier), "-o", str(tmp_path / "shop.md"), "--for", "shop", "--summary"])
    (shop,) = report(pier, tmp_path / "ours-shop.md", reader="shop", summary=True)
    assert shop.read_text("utf-8") == (tmp_path / "shop.md").read_text("utf-8")
    answer = calculate("footing", pier)
    page, _ = report(answer, tmp_path / "answer.md", tmp_path / "answer.json", **wish)
    assert verify(tmp_path / "answer.json").expected == answer["content_sha256"]
    assert answer["content_sha256"][:12] in page.read_text("utf-8")
    with pytest.raises(UsageError, match="not an answer"):
        report(answer, tmp_path / "x.md", overrides={"soil.class": 5})
    with pytest.raises(UsageError, match="date"):
        report(pier, tmp_path / "x.md", date="2026-13-01")


class Cells(HTMLParser):
    """What a browser reads: the tags it obeys and the texts it shows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"colspan"}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_notebook_shows_a_small_table_and_obeys_nothing_in_it() -> None:
    evil = {**PIER, "name": "<script>alert(1)</script>", "site_name": '"><img src=x>'}
    many = sweep("footing", PIER, {"footing.width_ft": "2:3:0.01"})
    found: list[Any] = [
        calculate("footing", PIER),
        batch("footing", [evil, {}]),
        many,
        diff(PIER, evil),
    ]
    for one in found:
        read = Cells(one._repr_html_())
        assert read.tags <= {"table", "caption", "tr", "th", "td"}
        assert len(one._repr_html_()) < 40_000
    title = Cells(found[0]._repr_html_()).texts[0]
    assert title.startswith("footing, <b>Pier & “pole”</b>: REVIEW  1 remark to review")
    assert "<script>alert(1)</script>" in Cells(found[1]._repr_html_()).texts
    assert "and 51 more" in Cells(found[2]._repr_html_()).texts


def test_frames_are_made_where_pandas_is(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = batch("footing", [PIER])
    monkeypatch.setitem(sys.modules, "pandas", None)  # as if it were not installed
    with pytest.raises(UsageError, match="needs pandas"):
        answers.to_frame()
    fake = ModuleType("pandas")
    fake.DataFrame = list  # type: ignore[attr-defined] # - a stand-in that keeps the rows
    monkeypatch.setitem(sys.modules, "pandas", fake)
    assert answers.to_frame() == answers.rows()
    assert answers[0].to_frame() == answers[0].checks


def test_dir_and_every_name() -> None:
    assert dir(apex_cli) == sorted(apex_cli.__all__)
    for name in apex_cli.__all__:
        assert getattr(apex_cli, name)
    assert {*dir(apex_cli.api)} | {"__version__"} == {*apex_cli.__all__}


def test_values_that_are_no_json(pier: Path) -> None:
    with pytest.raises(InvalidInput, match="not JSON serializable"):
        calculate("footing", pier, overrides={"soil.class": object()})
