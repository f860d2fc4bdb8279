"""Sections that a project names: their pack is asked for, every fault of them told at once."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.ready import ready
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.chain import run
from apex_cli.run.sections import sections_named, unknown_sections
from apex_cli.vocabulary import without_nulls

EXAMPLE = Path(__file__).parents[2] / "examples" / "stepped-pylon.json"
CATALOGUE = Catalogue()


def project(poles: Any = None, sections: Any = "us_v1") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    found["packs"]["sections"] = sections
    if poles is not None:
        found["sign"]["poles"] = poles
    clean: dict[str, Any] = without_nulls(found)
    return clean


def refused(document: dict[str, Any], kind: Any = "all") -> dict[str, str]:
    with pytest.raises(InvalidInput) as caught:
        run(kind, document, CATALOGUE)
    return {fault.pointer: fault.hint for fault in caught.value.faults}


@pytest.mark.parametrize("kind", ["exposure", "footing", "pricing", "all"])
def test_the_pack_is_asked_for(kind: str) -> None:
    hint = 'add packs.sections, which has the sections that sign.poles names: "us_v1"'
    assert refused(project(sections=None), kind) == {"/packs/sections": hint}


def test_the_pack_is_told_with_the_answer_and_by_name_in_the_inputs() -> None:
    envelope = run("all", project(), CATALOGUE)
    assert set(envelope["trace"]["pack_metadata"]) == {
        "exposure", "footing", "sections", "pricing",
    }  # fmt: skip
    stages = envelope["trace"]["inputs"]["sign"]["poles"]["stages"]
    assert [stage["section"] for stage in stages] == ["PIPE12STD", "PIPE10STD"]


def test_a_pole_by_hand_asks_for_no_pack_and_has_none() -> None:
    document = project({"shape": "round", "width_in": 12.0})
    assert "sections" not in run("all", document, CATALOGUE)["trace"]["pack_metadata"]


LOOK = "apex packs show sections_us_v1 --find PIPE"


def test_what_the_record_and_what_the_pack_refuses_at_once() -> None:
    poles = {
        "stages": [
            {"section": "PIPE12ST", "bottom_ft": 0, "top_ft": 10},
            {"section": "PIPE10STD", "bottom_ft": 12, "top_ft": 30, "width_in": 9},
        ]
    }
    told = {
        "/sign/poles/stages/1/width_in": "",
        "/sign/poles/stages/1/bottom_ft": "",
        "/sign/poles/stages/0/section": f"did you mean 'PIPE12STD'?; {LOOK}",
    }
    assert refused(project(poles)) == told
    with pytest.raises(InvalidInput) as caught:
        ready(project(poles), CATALOGUE)
    assert {fault.pointer: fault.hint for fault in caught.value.faults} == told
    assert caught.value.detail.endswith("and 2 more")


def test_validation_tells_every_section_that_there_is_not() -> None:
    stages = project()["sign"]["poles"]["stages"]
    poles = {"stages": [{**stage, "section": "PIPE99"} for stage in stages]}
    with pytest.raises(InvalidInput) as caught:
        ready(project(poles), CATALOGUE)
    assert [fault.pointer for fault in caught.value.faults] == [
        "/sign/poles/stages/0/section", "/sign/poles/stages/1/section",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"packs": {"sections": "us_v1"}},
        {"packs": 1, "sign": {"poles": {"section": "PIPE9"}}},
        {"packs": {"sections": 1}, "sign": {"poles": {"section": "PIPE9"}}},
        {"packs": {"sections": "us_v99"}, "sign": {"poles": {"section": "PIPE9"}}},
        {"packs": {"sections": "us_v1"}, "sign": {"poles": {"section": "PIPE12STD"}}},
        {"packs": {"sections": "us_v1"}, "sign": {"poles": {"section": 9}}},
        {"packs": {"sections": "us_v1"}, "sign": {"poles": {"stages": [1, {}, {"section": 9}]}}},
        {"packs": {"sections": "us_v1"}, "sign": {"poles": {"stages": 1}}},
        {"packs": {"sections": "us_v1"}, "sign": []},
    ],
)
def test_a_document_may_be_anything(document: dict[str, Any]) -> None:
    named = "section'" in str(document.get("sign"))
    assert sections_named(document) == (("sections",) if named else ())
    assert unknown_sections(document, CATALOGUE) == []
