"""`apex calc support`, and where it stands beside the other calculations."""

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest

from apex_cli.api import calculate
from apex_cli.audit.locked import asked
from apex_cli.audit.ready import ready
from apex_cli.envelope.headline import headline
from apex_cli.envelope.numbers import plain
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import Assignment, apply
from apex_cli.run.chain import run
from apex_cli.run.prepare import parts_of, prepare
from apex_cli.solvers.support.inputs import HINTS

ROOT = Path(__file__).parents[2]
POLE: dict[str, Any] = json.loads((ROOT / "examples" / "pole-sign.json").read_bytes())
CHECKED: dict[str, Any] = json.loads((ROOT / "examples" / "pole-sign-support.json").read_bytes())


def test_without_a_support_block_it_says_what_to_write() -> None:
    """Every fault at once, and section names that the pack has."""
    with pytest.raises(InvalidInput) as refused:
        calculate("support", {key: POLE[key] for key in POLE if key != "etag"})
    hints = {fault.pointer: fault.hint for fault in refused.value.faults}
    assert refused.value.exit_code == 3
    assert hints.keys() >= {"/support", "/support/steel", "/packs/support"}
    assert '{"method": "lrfd", "steel": {"material": "a500c"}}' in hints["/support"]
    bare = {**POLE, "sign": {**POLE["sign"], "poles": {"shape": "round", "width_in": 10}}}
    with pytest.raises(InvalidInput) as refused:
        prepare("support", bare, Catalogue())
    assert "/sign/poles/section" in {fault.pointer for fault in refused.value.faults}


@pytest.mark.parametrize("name", ["PIPE10STD", "HSS10.750x0.365"])
def test_the_hints_name_sections_that_there_are(name: str) -> None:
    pack: Any = Catalogue().load("sections", "us_v1")[0]
    assert any(name in hint for hint in HINTS.values())
    assert pack.section(name).name == name


def test_all_has_support_where_the_project_has_it() -> None:
    assert parts_of("all", POLE) == ("exposure", "footing", "pricing")
    assert parts_of("all", CHECKED) == ("exposure", "footing", "support", "pricing")
    assert parts_of("support", POLE) == ("support",)
    assert asked(CHECKED) == ("exposure", "footing", "support", "pricing")
    envelope = calculate("all", CHECKED)
    assert list(envelope["result"]) == ["exposure", "footing", "support", "pricing"]
    assert "support" not in calculate("all", POLE)["result"]


def test_the_forces_along_the_height_are_not_reported() -> None:
    envelope = calculate("exposure", CHECKED)
    assert "acting" not in envelope["result"]
    assert "acting" not in envelope["result"].get("stages", [{}])[0]
    assert plain((1.0004, "a")) == [1, "a"]


def test_the_answer_for_the_wind_is_the_same_beside_the_support() -> None:
    alone = calculate("exposure", CHECKED)["result"]
    assert calculate("all", CHECKED)["result"]["exposure"] == alone


def test_the_steel_is_one_of_the_headlines() -> None:
    changed = {"sign.poles.section": "PIPE8STD"}
    numbers = [headline("support", calculate("support", CHECKED, overrides=over)["result"])
               for over in (changed, {})]  # fmt: skip
    assert numbers[0]["steel_ratio"] > 1 > numbers[1]["steel_ratio"]
    assert numbers[1]["total_usd"] is None


@pytest.fixture
def by_weight(tmp_path: Path) -> Catalogue:
    """A price book that sells the steel of the support by the pound."""
    row = """
  - code: steel
    label: Pole steel, as checked
    type: per_unit
    select: always
    per: sign
    unit: lb
    quantity: support.pole_lbf
    amount_usd: 2
    clause: row steel
    status: secondary
    sources: [price-list]
    note: For a test.
"""
    text = (ROOT / "packs" / "pricing_v1.yaml").read_text("utf-8")
    head, _, _ = text.replace("ref: v1", "ref: steel_v1").partition("rows:")
    (tmp_path / "pricing_steel_v1.yaml").write_text(f"{head}rows:{row}", "utf-8")
    return Catalogue([tmp_path])


def test_a_book_that_names_the_steel_has_the_support_calculated(by_weight: Catalogue) -> None:
    packs = {**CHECKED["packs"], "pricing": "steel_v1"}
    made = {**CHECKED, "packs": packs, "pricing": {"quantity": 1, "addons": []}}
    prepared = prepare("pricing", made, by_weight)
    assert prepared.order == ("exposure", "support", "pricing")
    envelope = run("pricing", made, by_weight)
    (line,) = envelope["result"]["line_items"]
    assert (line["quantity"], line["subtotal_usd"]) == (972, 1944)
    origins = {term["origin"] for step in envelope["trace"]["steps"]
               for term in step["terms"].values()}  # fmt: skip
    assert "result:/support/quantities/pole_lbf" in origins
    assert any(check["id"] == "steel.interaction" for check in envelope["checks"])


@pytest.mark.parametrize(
    ("example", "quantity"),
    [
        ("pole-sign-plate", "plate_lbf"),
        ("pole-sign-plate", "rods_lbf"),
        ("monument-sign-slab", "rebar_lbf"),
    ],
)
def test_a_book_may_sell_what_stands_at_grade(
    by_weight: Catalogue, tmp_path: Path, example: str, quantity: str
) -> None:
    """The footing is calculated first where bars stand in it."""
    book = tmp_path / "pricing_steel_v1.yaml"
    book.write_text(book.read_text("utf-8").replace("pole_lbf", quantity), "utf-8")
    given = json.loads((ROOT / "examples" / f"{example}.json").read_bytes())
    made = {**given, "packs": {**given["packs"], "pricing": "steel_v1"}}
    made["pricing"] = {"quantity": 1, "addons": []}
    result = run("all", made, by_weight)["result"]
    (line,) = result["pricing"]["line_items"]
    assert line["quantity"] == pytest.approx(result["support"]["quantities"][quantity], abs=1e-3)
    alone = run("pricing", made, by_weight)["result"]
    assert alone["line_items"] == [line]


def test_without_a_support_there_is_no_price_of_its_steel(by_weight: Catalogue) -> None:
    packs = {**POLE["packs"], "pricing": "steel_v1"}
    made = {**POLE, "packs": packs, "pricing": {"quantity": 1, "addons": []}}
    with pytest.raises(InvalidInput) as refused:
        prepare("all", made, by_weight)
    hints = {fault.pointer: fault.hint for fault in refused.value.faults}
    assert '{"method": "lrfd"' in hints["/support"]


@pytest.mark.parametrize(("weight", "told"), [(20, False), (100, True)])
def test_the_footing_is_told_what_sway_adds(weight: float, told: bool) -> None:
    """It takes the moment of first order: with B2 beyond 1.05 both moments are told."""
    envelope = calculate("all", CHECKED, overrides={"sign.elements.0.weight_psf": weight})
    result = envelope["result"]
    b2, footing = result["support"]["second_order"], result["footing"]
    assert (b2 > 1.05) == told
    found = [one for one in envelope["warnings"] if one["code"] == "support.footing_first_order"]
    assert len(found) == told
    if told:
        first = footing["lateral_load_lbf"] * footing["load_height_ft"] / 1000
        moments = [float(one) for one in re.findall(r"([0-9.]+) kip-ft", found[0]["message"])]
        assert moments == pytest.approx([first, b2 * first], abs=0.1)
        assert found[0]["severity"] == "review"
    alone = calculate("support", CHECKED, overrides={"sign.elements.0.weight_psf": weight})
    assert "support.footing_first_order" not in {one["code"] for one in alone["warnings"]}


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"sign.poles.section": "HSS10x10x3/8"}, "/support/steel/material"),
        ({"support.opening.height_in": 240}, "/support/opening/height_ft"),
    ],
)
def test_validate_refuses_what_the_support_refuses(changes: dict[str, Any], place: str) -> None:
    document = copy.deepcopy({key: CHECKED[key] for key in CHECKED if key != "etag"})
    settings = [Assignment(tuple(path.split(".")), value) for path, value in changes.items()]
    document = apply(document, settings)
    with pytest.raises(InvalidInput) as refused:
        ready(document, Catalogue())
    assert place in {fault.pointer for fault in refused.value.faults}
