"""Signs at buildings have no foundation: what is calculated of them, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli import calculate, verify
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_rows import names_of
from apex_cli.project.overrides import overridden
from apex_cli.run.mounted import is_founded, mounting_of
from apex_cli.run.prepare import parts_of
from apex_cli.solvers.exposure.inputs import BUILDING_NEEDED
from apex_cli.vocabulary import AT_BUILDINGS

EXAMPLES = Path(__file__).parents[2] / "examples"
PACKS = EXAMPLES.parent / "packs"


def example(name: str, *settings: str) -> dict[str, Any]:
    """An example with other values."""
    document, _ = overridden(json.loads((EXAMPLES / f"{name}.json").read_bytes()), settings, [])
    return document


@pytest.mark.parametrize("said", [None, {}, [], {"sign": 3}, {"sign": {"mounting": ["wall"]}}])
def test_a_document_may_say_anything(said: Any) -> None:
    document = said if isinstance(said, dict) else {"sign": said}
    assert is_founded(document)
    assert mounting_of(document) in ("ground", ["wall"])


def test_all_of_a_sign_at_a_building_is_wind_and_price() -> None:
    for mounting in AT_BUILDINGS:
        assert parts_of("all", {"sign": {"mounting": mounting}, "support": {}}) == (
            "exposure", "pricing",
        )  # fmt: skip
    assert parts_of("all", {"sign": {"mounting": "wall"}, "loads": {}}) == (
        "exposure", "footing", "pricing",
    )  # fmt: skip
    answer = calculate("all", example("wall-cabinet"))
    assert set(answer["result"]) == {"exposure", "pricing"}
    assert set(answer["trace"]["pack_metadata"]) == {"exposure", "building", "pricing"}


@pytest.mark.parametrize("kind", ["footing", "support"])
def test_its_foundation_is_refused_in_words(kind: Any) -> None:
    with pytest.raises(NoAnswer, match=f"no foundation whose {kind}") as caught:
        calculate(kind, example("pole-sign-support", "sign.mounting=wall"))
    assert caught.value.problem_code == "sign.no_foundation"


SHOP = ("packs.pricing=example-shop_v1", "pricing.addons=[]")


@pytest.mark.parametrize("kind", ["pricing", "all"])
def test_what_is_sold_by_the_foundation_is_left_out_of_its_price_and_told(kind: Any) -> None:
    answer = calculate(kind, example("wall-cabinet", *SHOP))
    price = answer.result["pricing"] if kind == "all" else answer.result
    sold = [item["code"] for item in price["line_items"]]
    (told,) = [one for one in answer.warnings if one["code"] == "pricing.not_applicable"]
    book = Catalogue().load("pricing", "example-shop_v1")[0]
    assert isinstance(book, PricingPack)
    gone = [
        row for row in book.rows
        if row.select == "always" and row.code not in sold and names_of(row)
    ]  # fmt: skip
    assert {row.code for row in gone} == {"drilling", "concrete", "spoil"}
    assert all(row.label in told["message"] for row in gone)
    assert verify(answer).outcome == "identical"


def test_a_row_that_measures_more_than_the_foundation_still_asks_for_it(tmp_path: Path) -> None:
    book = (PACKS / "pricing_example-shop_v1.yaml").read_text("utf-8")
    before = "quantity: 1.05 * footing.concrete_yd3"
    assert before in book
    mixed = book.replace(before, "quantity: 1.05 * footing.concrete_yd3 * sign.count", 1)
    (tmp_path / "pricing_mixed_v1.yaml").write_text(
        mixed.replace("ref: example-shop_v1", "ref: mixed_v1"), "utf-8"
    )
    document = example("wall-cabinet", "packs.pricing=mixed_v1", "pricing.addons=[]")
    with pytest.raises(InvalidInput, match=r"footing\.concrete_yd3"):
        calculate("pricing", document, packs_dir=[tmp_path])


def test_given_loads_have_a_foundation_whose_price_is_asked_for() -> None:
    loads = {
        "lateral_lbf": 900,
        "height_ft": 10,
        "axial_lbf": 500,
        "level": "asd",
        "replaces_wind": True,
    }
    document = example("wall-cabinet", *SHOP, f"loads={json.dumps(loads)}")
    with pytest.raises(InvalidInput) as caught:
        calculate("pricing", document)
    assert "/packs/footing" in {fault.pointer for fault in caught.value.faults}


@pytest.mark.parametrize("mounting", AT_BUILDINGS)
def test_what_it_needs_is_said_at_once(mounting: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        calculate("exposure", example("pole-sign", f"sign.mounting={mounting}"))
    told = {fault.pointer: fault.hint for fault in caught.value.faults}
    assert told["/packs/building"].startswith("add packs.building")
    assert {**told, **BUILDING_NEEDED[mounting]} == told


def test_a_sign_on_the_ground_reads_no_building_pack() -> None:
    before = calculate("exposure", example("pole-sign"))
    after = calculate("exposure", example("pole-sign", "packs.building=asce7-22_v1"))
    assert after["content_sha256"] == before["content_sha256"]
