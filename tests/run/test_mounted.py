"""Signs at buildings have no foundation: what is calculated of them, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli import calculate
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.project.overrides import overridden
from apex_cli.run.mounted import AT_BUILDINGS, is_founded, mounting_of
from apex_cli.run.prepare import parts_of
from apex_cli.solvers.exposure.inputs import BUILDING_NEEDED

EXAMPLES = Path(__file__).parents[2] / "examples"


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


def test_a_price_that_asks_for_a_footing_is_refused_too() -> None:
    book = {"packs.pricing": "example-shop_v1", "pricing.addons": []}
    settings = [f"{path}={json.dumps(value)}" for path, value in book.items()]
    with pytest.raises(NoAnswer, match="no foundation") as caught:
        calculate("pricing", example("wall-cabinet", *settings))
    assert "price book" in caught.value.hint


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
