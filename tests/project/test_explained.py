"""Texts with units in a project: the answer of their numbers, and faults in the field's words."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from apex_cli.api import calculate, load_project
from apex_cli.batch.axes import axis
from apex_cli.batch.calculator import Calculator, Job
from apex_cli.batch.rows import rows
from apex_cli.batch.sweep import sweep
from apex_cli.envelope.build import content_digest
from apex_cli.errors import InvalidInput, UsageError
from apex_cli.json_schemas import schema
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import apply, assignment
from apex_cli.project.file import etag_of, sealed
from apex_cli.project.reader import validate
from apex_cli.units.fields import unit_of

POLE = json.loads((Path(__file__).parents[2] / "examples" / "pole-sign.json").read_bytes())
TEXTS = {
    "site.wind_speed_mph": "109 mph",
    "site.frost_depth_in": "3.5 ft",
    "sign.elements.0.width_ft": "10'",
    "sign.elements.0.height_ft": "6 ft 0 in",
    "sign.elements.0.bottom_ft": "216 in",
    "sign.poles.width_in": '10 3/4"',
    "sign.poles.weight_plf": "40.5 lb/ft",
    "sign.elements.0.weight_psf": "8 lbf/ft²",
    "footing.width_ft": "2' 6\"",
}
"""What the example says, in texts."""
COMMA = "has a comma: a point is for decimals, and nothing stands between thousands"
SCHEMA = jsonschema.Draft202012Validator(schema("project"))


def changed(settings: dict[str, Any]) -> dict[str, Any]:
    copy = json.loads(json.dumps(POLE))
    changes = [assignment(f"{path}={json.dumps(value)}") for path, value in settings.items()]
    return apply(copy, changes)


def refused(settings: dict[str, Any]) -> dict[str, tuple[str, Any, str]]:
    with pytest.raises(InvalidInput) as caught:
        validate(changed(settings))
    return {fault.pointer: fault[1:] for fault in caught.value.faults}


NUMBERS = calculate("all", POLE)


def test_texts_give_the_same_answer_as_their_numbers() -> None:
    written = changed(TEXTS)
    assert calculate("all", written)["content_sha256"] == NUMBERS["content_sha256"]
    answer = calculate("all", POLE, overrides=TEXTS)
    assert answer["trace"]["inputs"] == NUMBERS["trace"]["inputs"]
    assert answer["meta"]["overrides"] == TEXTS
    assert validate(written).as_json() == validate(POLE).as_json() | {
        "etag": written["etag"], "revision": written["revision"]
    }  # fmt: skip
    SCHEMA.validate(written)


def test_a_file_keeps_the_text_and_its_etag_is_of_the_text() -> None:
    written = changed({"footing.width_ft": "2'-6\""})
    made = sealed("pole.json", written)
    assert json.loads(made.data)["footing"]["width_ft"] == "2'-6\""
    assert made.etag == etag_of(json.loads(made.data)) != etag_of({**made.document, **POLE})
    assert load_project(written).etag == etag_of(written)


def test_rows_of_a_table_and_lines_take_texts() -> None:
    table = io.StringIO()
    csv.writer(table).writerows([TEXTS.keys(), TEXTS.values()])
    (item,) = rows("sites.csv", io.BytesIO(table.getvalue().encode()), POLE)
    done = Calculator(Job("all", today="2026-11-29"))((item,))
    assert json.loads(done.lines)["content_sha256"] == NUMBERS["content_sha256"]


def test_a_sweep_varies_texts_as_numbers_of_the_field() -> None:
    assert axis("sign.elements.0.width_ft=10ft:12 ft:6in").values == (10, 10.5, 11, 11.5, 12)
    assert axis("footing.width_ft=2'-6\",36 in,4,x").values == (2.5, 3, 4, "x")
    assert axis("packs.exposure=1 ft").values == ("1 ft",)
    written, catalogue = changed(TEXTS), Catalogue()
    texts = sweep("footing", written, (axis("footing.width_ft=30 in,3 ft"),), catalogue)
    numbers = sweep("footing", POLE, (axis("footing.width_ft=2.5,3"),), catalogue)
    assert texts.rows == numbers.rows
    with pytest.raises(UsageError, match="a part of the range has no unit; the field's unit is ft"):
        axis("footing.width_ft=2 ft:4 ft:1")
    with pytest.raises(UsageError, match="is not a range of numbers"):
        axis("site.exposure=B:C:D")


def test_a_wrong_unit_names_the_unit_of_the_field() -> None:
    assert refused(
        {
            "footing.width_ft": "10",
            "site.wind_speed_mph": "115 psf",
            "site.heights_ft": ["10 ft", "10 lightyears"],
            "soil": {"lateral_psf_per_ft": "1,5 psf/ft"},
            "site.kzt": "1.2 ft",
        }
    ) == {
        "/footing/width_ft": (
            "has no unit; the field's unit is ft", "10", '"10 ft", or the number without quotes'
        ),
        "/site/wind_speed_mph": (
            "measures pressure, not speed; the field's unit is mph",
            "115 psf", "for example 115 mph or 51 m/s",
        ),
        "/site/heights_ft/1": (
            "has the unit 'lightyears', which is not known; the field's unit is ft",
            "10 lightyears", "length may be in ft, in, yd, m, cm, mm",
        ),
        "/soil/lateral_psf_per_ft": (
            f"{COMMA}; the field's unit is psf/ft",
            "1,5 psf/ft", "for example 110 pcf, 150 psf/ft or 18 kN/m3",
        ),
        "/site/kzt": ("must be a number", "1.2 ft", ""),
    }  # fmt: skip


def test_a_quantity_out_of_range_is_told_as_written_and_in_the_unit_of_the_field() -> None:
    found = refused(
        {
            "site.wind_speed_mph": "200 m/s",
            "footing.width_ft": "900 ft",
            "site.heights_ft": "9 m",
            "site.exposure": "10 ft",
            "site.topography": "10 ft",
        }
    )
    least = "Input should be less than or equal to"
    assert found["/site/wind_speed_mph"][:2] == (
        f"{least} 300; 200 m/s is 447.387 mph", "200 m/s"
    )  # fmt: skip
    assert found["/footing/width_ft"][:2] == (f"{least} 200", "900 ft")
    assert found["/site/heights_ft"][:2] == ("must be a list", "9 m")
    assert refused({"support": {"method": "asd", "steel": {"material": "a53b", "fy_ksi": "x"}}})


def test_a_key_of_another_unit_is_told_with_its_value() -> None:
    found = refused({"sign.elements.0.width_in": 126, "footing.depth_m": "6 ft 6 in"})
    assert found["/sign/elements/0/width_in"][2] == "did you mean width_ft: 10.5?"
    assert found["/footing/depth_m"][2] == "did you mean depth_ft: 6.5?"


@pytest.mark.parametrize("soil", [{"class": "sand"}, {"class": 7}, {"layers": [{"class": "sand"}]}])
def test_a_soil_in_a_word_is_answered_with_the_classes_in_words(soil: dict[str, Any]) -> None:
    ((_, hint),) = ((fault[0], fault[2]) for fault in refused({"soil": soil}).values())
    assert hint.startswith("1: crystalline bedrock; 2: sedimentary")
    assert "; 4: sand, silty or clayey sand" in hint


def test_an_exposure_that_is_none_is_answered_with_what_they_mean() -> None:
    assert refused({"site.exposure": "E"})["/site/exposure"][2].startswith("B: towns, suburbs")


@pytest.mark.parametrize("text", ["10", "ten ft", "10,5 ft", "a text", "", "1" * 70 + " ft"])
def test_the_schema_marks_what_is_surely_no_quantity(text: str) -> None:
    assert not SCHEMA.is_valid(changed({"footing.width_ft": text}))


def test_the_schema_takes_a_text_wherever_a_number_has_a_unit() -> None:
    made = schema("project")
    quantities = {key for key in made["$defs"] if key.startswith("quantity-")}
    used = set()
    for block in made["$defs"].values():
        for name, part in block.get("properties", {}).items():
            found = {key for key in quantities if f'/{key}"' in json.dumps(part)}
            assert bool(found) == bool(unit_of(name)), name
            used |= found
    assert used == quantities


def test_verify_takes_no_text_for_a_number() -> None:
    """An envelope whose inputs were made texts is another document."""
    told = {**NUMBERS, "trace": {**NUMBERS["trace"], "inputs": changed(TEXTS)}}
    assert content_digest(told) != NUMBERS["content_sha256"]
