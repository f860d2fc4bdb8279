"""Cases side by side: each is what calc answers, and says what moved first."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.cases import case, compared, editions, exit_code
from apex_cli.envelope.verdict import governing, verdict
from apex_cli.errors import ApexError, InvalidInput, UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.cases import brief, render
from apex_cli.run.chain import run

EXAMPLES = Path(__file__).parents[2] / "examples"
PATHS = sorted(EXAMPLES.glob("*.json"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    return found


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_each_edition_is_what_calc_answers_with_its_packs(path: Path, catalogue: Catalogue) -> None:
    project = json.loads(path.read_bytes())
    cases = editions(project, catalogue)
    found = compared(project, cases, catalogue)
    assert [row["name"] for row in found["cases"]] == ["as given", *(one.name for one in cases)]
    for row in found["cases"]:
        packs = {key.removeprefix("packs."): ref for key, ref in row["overrides"].items()}
        changed = {**project, "packs": {**project["packs"], **packs}}
        if row["error"]:
            with pytest.raises(ApexError, match=re.escape(row["error"]["detail"])):
                run(found["kind"], changed, catalogue)
            continue
        envelope = run(found["kind"], changed, catalogue)
        assert row["content_sha256"] == envelope["content_sha256"]
        assert (row["verdict"] == "FAIL") == any(not one["passed"] for one in envelope["checks"])


def test_the_editions_that_bind_together(catalogue: Catalogue) -> None:
    cases = editions(document("pole-sign-plate"), catalogue)
    assert [(one.name, [change.value for change in one.changes]) for one in cases] == [
        ("IBC 2018", ["ibc-2018_v1", "asce7-16_v1", "aisc360-16_v1", "aci318-14_v1"]),
        ("IBC 2021", ["ibc-2021_v1", "asce7-16_v1", "aisc360-16_v1", "aci318-19_v1"]),
        ("IBC 2024", ["ibc-2024_v1", "asce7-22_v1", "aisc360-22_v1", "aci318-19_v1"]),
        ("ASCE/SEI 7-10", ["asce7-10_v1"]),
    ]
    alone = {"packs": {"exposure": "asce7-16_v1"}}
    assert [one.name[-4:] for one in editions(alone, catalogue)] == ["7-10", "7-16", "7-22"]
    broms = {"packs": {"exposure": "asce7-16_v1", "footing": "broms-clay_v1"}}
    assert len(editions(broms, catalogue)) == 3


@pytest.mark.parametrize(
    ("said", "symbol", "subject", "why"),
    [  # by hand: which equation is the first in the order of calculation that what is set enters
        ("site.wind_speed_mph=140", "q_z", "cabinet", "V: 109 -> 140"),
        ("site.exposure=D", "K_z", "cabinet", "z_g: 2460 -> 1935"),
        ("site.ground_elevation_ft=0", "K_e", "", "z_e: 960 -> 0"),
        ("site.kzt=1.3", "q_z", "cabinet", "K_zt: 1 -> 1.3"),
        ("sign.elements.0.width_ft=11", "A_s", "cabinet", "B: 10 -> 11"),
        ("sign.elements.0.height_ft=5", "A_s", "cabinet", "s: 6 -> 5"),
        ("sign.poles.width_in=12.75", "I", "natural frequency", "D: 10.75 -> 12.75"),
        ("soil.class=5", "S", "", "S_t: 150 -> 100"),
        ("footing.width_ft=3", "S_1", "", "d: 7.29912 -> 6.83133"),
        ("pricing.quantity=2", "engineering", "Engineering", "quantity: 1 -> 2"),
    ],
)
def test_the_step_that_moved_first(
    said: str, symbol: str, subject: str, why: str, catalogue: Catalogue
) -> None:
    base, row = compared(document("pole-sign"), [case(said)], catalogue)["cases"]
    step = row["first_step"]
    assert (step["symbol"], step["subject"]) == (symbol, subject)
    assert step["why"].startswith(why)
    assert base["first_step"] is None


def test_what_a_case_says() -> None:
    found = case("two words:/sign/elements/0/name=a,b,soil.class=5")
    assert found.name == "two words"
    assert found.overrides == {"sign.elements.0.name": "a,b", "soil.class": 5}
    for wrong in ("", "windy", ":soil.class=5", "windy:soil.class", "x:=5", "x:etag=1"):
        with pytest.raises(UsageError):
            case(wrong)


def test_what_cannot_be_compared(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match="nothing to compare with"):
        compared(document("pole-sign"), [], catalogue)
    with pytest.raises(UsageError, match="two cases"):
        compared(document("pole-sign"), [case("a:soil.class=5"), case("a:soil.class=4")], catalogue)
    with pytest.raises(InvalidInput, match="asks for no calculation"):
        compared({"schema_version": 1}, [case("soil.class=5")], catalogue)
    with pytest.raises(UsageError):
        compared(document("pole-sign"), [case("sign.elements.7.width_ft=5")], catalogue)


def test_a_sign_whose_loads_are_given_needs_no_wind_to_be_priced(catalogue: Catalogue) -> None:
    project = document("pole-sign")
    del project["packs"]["exposure"]
    project["loads"] = {"lateral_lbf": 1443, "height_ft": 19.7, "level": "asd"}
    project["loads"]["replaces_wind"] = True
    found = compared(project, [case("soil.class=5")], catalogue)
    given, clay = found["cases"]
    priced = run("pricing", project, catalogue)
    assert (found["kind"], given["content_sha256"]) == ("pricing", priced["content_sha256"])
    assert given["headline"]["total_usd"] == 235
    assert given["headline"]["depth_ft"] < clay["headline"]["depth_ft"]


def test_a_case_without_an_answer_is_a_column(catalogue: Catalogue) -> None:
    project = document("bare-footing")
    found = compared(project, [case("none:soil.class=9"), case("soft:soil.class=5")], catalogue)
    rows = {row["name"]: row for row in found["cases"]}
    assert rows["none"]["verdict"] == "NO ANSWER"
    assert rows["none"]["error"]["code"] == "project.invalid"
    assert rows["soft"]["headline"]["depth_ft"] > rows["as given"]["headline"]["depth_ft"]
    assert exit_code(found["cases"]) == 0
    assert exit_code([rows["none"]]) == 6
    assert exit_code([{"verdict": "FAIL"}]) == 1
    text = render(found, width=100)
    assert "no answer" in text
    feet = rows["soft"]["headline"]["depth_ft"]
    told = f"{float(f'{feet * 0.3048:.4g}')}"
    assert told in render(found, width=100, si=True)
    assert told not in text
    assert " m" in brief(found, si=True)


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_no_number_is_cut(width: int, catalogue: Catalogue) -> None:
    found = compared(
        document("pole-sign-support"),
        [*editions(document("pole-sign-support"), catalogue), case("x:soil.class=5")],
        catalogue,
    )
    text = render(found, width=width, ascii_only=width == 80)
    assert text.isascii() == (width == 80)
    for row in found["cases"]:
        for value in row["headline"].values():
            assert f"{value:,}" in text
    if width >= 40:
        assert max(map(len, text.splitlines())) <= max(width, 45)


def test_a_verdict_is_the_worst_there_is() -> None:
    review = {"severity": "review", "penalty": 0.1}
    passing = {"error": None, "checks": [{"passed": True}], "warnings": []}
    assert verdict(passing) == "PASS"
    assert verdict({**passing, "warnings": [review]}) == "REVIEW"
    assert verdict({**passing, "warnings": [{**review, "penalty": 0}]}) == "PASS"
    assert verdict({**passing, "warnings": [review], "checks": [{"passed": False}]}) == "FAIL"
    assert verdict({**passing, "error": {}}) == "NO ANSWER"
    assert governing([]) is None
