"""What changed between two envelopes is told from the cause to the effect."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.envelope.compare import compare
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.overrides import overridden
from apex_cli.run.chain import run

POLE = json.loads((Path(__file__).parents[2] / "examples" / "pole-sign.json").read_bytes())
CATALOGUE = Catalogue()


def answer(*settings: str, packs: tuple[str, ...] = ()) -> dict[str, Any]:
    return run("all", overridden(POLE, settings, packs)[0], CATALOGUE)


@pytest.fixture(scope="module")
def old() -> dict[str, Any]:
    return answer()


def test_an_envelope_is_like_itself(old: dict[str, Any]) -> None:
    found = compare(old, {**copy.deepcopy(old), "meta": {"other": 1}})
    assert found.pop("same") is True
    assert found.pop("first_step") is None
    assert not any(found.values())


def test_wind_moves_inputs_then_steps_then_results(old: dict[str, Any]) -> None:
    found = compare(old, answer("site.wind_speed_mph=130"))
    assert [item["pointer"] for item in found["inputs"]] == ["/site/wind_speed_mph"]
    assert found["inputs"][0]["ratio"] == pytest.approx(
        130 / POLE["site"]["wind_speed_mph"], rel=1e-5
    )
    assert found["constants"] == []
    assert found["first_step"]["symbol"].startswith("q")
    assert "-> 130 (/site/wind_speed_mph)" in found["first_step"]["why"]
    moved = {item["pointer"]: item for item in found["result"]}
    shear = moved["/exposure/base/shear_lbf"]
    assert shear["ratio"] == pytest.approx(shear["new"] / shear["old"], rel=1e-5)


def test_an_edition_moves_constants_and_formulas(old: dict[str, Any]) -> None:
    found = compare(old, answer(packs=("exposure=asce7-16_v1",)))
    assert {item["pointer"] for item in found["packs"]} == {"/exposure/ref", "/exposure/sha256"}
    assert any(item["kind"] == "changed" and item["new"] == 2.01 for item in found["constants"])
    assert any(step["why"].startswith("formula: ") for step in found["steps"])


def test_a_check_that_flips_is_told_by_its_name() -> None:
    found = compare(answer("footing.depth_ft=30"), answer("footing.depth_ft=2"))
    assert any(item["pointer"].endswith("/passed") for item in found["checks"])


def test_steps_of_one_name_are_told_apart(old: dict[str, Any]) -> None:
    cabinet = {**POLE["sign"]["elements"][0], "name": "second", "bottom_ft": 8}
    found = compare(old, answer(f"sign.elements.1={json.dumps(cabinet)}"))
    added = [step for step in found["steps"] if step["kind"] == "added"]
    assert {"second"} <= {step["subject"] for step in added}
    assert all(step["old"] is None for step in added)
    back = compare(answer(f"sign.elements.1={json.dumps(cabinet)}"), old)
    removed = [step for step in back["steps"] if step["kind"] == "removed"]
    assert len(removed) == len(added)
    assert not found["same"]


def test_what_only_one_side_knows_is_no_trap(old: dict[str, Any]) -> None:
    other = copy.deepcopy(old)
    step = other["trace"]["steps"][0]
    step["value"] += 1
    step["terms"] = {"unheard_of": {"value": 1, "unit": "1", "origin": "computed"}}
    found = compare(old, other)
    assert found["first_step"]["n" if "n" in found["first_step"] else "kind"] == "changed"
    assert found["first_step"]["why"] == ""


def test_words_are_told_too(old: dict[str, Any]) -> None:
    other = copy.deepcopy(old)
    other["assumptions"][0] = "Otherwise."
    other["warnings"].append({**old["warnings"][0], "message": "Another."})
    found = compare(old, other)
    assert found["assumptions"][0]["new"] == "Otherwise."
    assert found["warnings"][0]["kind"] == "added"
    assert found["steps"] == []


def test_zero_has_no_ratio(old: dict[str, Any]) -> None:
    one, other = copy.deepcopy(old), copy.deepcopy(old)
    one["result"], other["result"] = {"a": 0, "b": True, "c": 2}, {"a": 1, "b": False, "c": 3}
    assert ["ratio" in item for item in compare(one, other)["result"]] == [False, False, True]
