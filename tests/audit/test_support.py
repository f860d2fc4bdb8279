"""A project whose poles are checked: locked, moved by other packs, altered, compared."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.difference import difference
from apex_cli.audit.impact import impact
from apex_cli.audit.kept import differences, lock_holds
from apex_cli.audit.locked import answers
from apex_cli.audit.verify import verify
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.project.edit import Assignment, apply
from apex_cli.run.chain import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "pole-sign-support.json"


@pytest.fixture
def checked(tmp_path: Path) -> Path:
    """The example, in a place of its own."""
    target = tmp_path / "checked.json"
    store.create(target, json.loads(EXAMPLE.read_bytes()))
    return target


def changed(document: Any, path: str, value: Any) -> dict[str, Any]:
    return apply(document, [Assignment(tuple(path.split(".")), value)])


def test_a_lock_has_the_support_and_all_its_packs(checked: Path, catalogue: Catalogue) -> None:
    document = store.load(checked).document
    lock = answers(document, catalogue).lock
    assert set(lock["results"]) == {"exposure", "footing", "support", "pricing"}
    assert set(lock["packs"]) == {"exposure", "footing", "sections", "support", "pricing"}
    assert lock_holds({**document, "lock": lock}, catalogue) == (True, "")


def test_another_steel_moves_the_support_alone(checked: Path, catalogue: Catalogue) -> None:
    document = store.load(checked).document
    lock = answers(document, catalogue).lock
    steel = changed(document, "support.steel.material", "a500b")
    (moved,) = differences(lock, answers(steel, catalogue)).values()
    assert moved.startswith("answer support: steel ratio 0.824 → ")
    section = changed(document, "sign.poles.section", "PIPE12STD")
    moves = differences(lock, answers(section, catalogue))
    assert set(moves) >= {"/lock/results/exposure", "/lock/results/support"}


def test_an_edition_of_the_steel_moves_no_wind(checked: Path, catalogue: Catalogue) -> None:
    told = impact(str(checked), ["support=aisc360-16_v1"], catalogue)
    assert (told["errors"], told["exit_code"]) == ([], 0)
    assert {item["pointer"] for item in told["changes"]} == {"/support/standard"}
    wall = changed(store.load(checked).document, "support.steel.material", "a500c")
    wall = changed(wall, "support.deflection", None)  # which no strength moves, and governs
    checked.unlink()
    store.create(checked, {key: wall[key] for key in wall if key != "etag"})
    told = impact(str(checked), ["support=aisc360-16_v1"], catalogue)
    assert told["headlines"]["support"]["ratio"] > 1, "A500-21 has 50 ksi, before it had 46"


def test_a_forged_ratio_does_not_survive(checked: Path, catalogue: Catalogue) -> None:
    envelope = run("support", store.load(checked).document, catalogue)
    assert verify(envelope, catalogue).outcome == "identical"
    envelope["result"]["places"][0]["ratio"] = 0.1
    assert verify(envelope, catalogue).altered == ("/result/places/0/ratio",)


def test_what_moved_first_is_the_section(checked: Path, catalogue: Catalogue) -> None:
    document = store.load(checked).document
    other = checked.with_name("other.json")
    found = changed(document, "sign.poles.section", "PIPE8STD")
    store.create(other, {key: found[key] for key in found if key != "etag"})
    told: Any = difference(str(checked), str(other), catalogue)
    assert told["answers"]["exposure"]["first_step"]["symbol"] == "W"
    inputs = told["answers"]["support"]["inputs"]
    assert [item["pointer"] for item in inputs] == ["/sign/poles/section"]
    ratios = [item for item in told["answers"]["support"]["result"] if item["pointer"] == "/ratio"]
    assert ratios[0]["new"] > 1 > ratios[0]["old"]
