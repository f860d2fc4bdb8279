"""A foundation without an answer has no price, and no number leaves it out."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.cli.failure import problem_text
from apex_cli.envelope.build import build
from apex_cli.errors import NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import apply, assignment
from apex_cli.run.chain import run

POLE = Path(__file__).parents[2] / "examples" / "pole-sign.json"
HOPELESS = (
    "soil.class=null", "soil.lateral_psf_per_ft=1", "soil.vertical_psf=1",
    "sign.elements.0.width_ft=200",
)  # fmt: skip


def refused(kind: Any, book: str) -> NoAnswer:
    settings = [*HOPELESS, f"packs.pricing={book}"]
    document = apply(json.loads(POLE.read_bytes()), map(assignment, settings))
    with pytest.raises(NoAnswer) as error:
        run(kind, document, Catalogue())
    return error.value


@pytest.mark.parametrize("kind", ["pricing", "all"])
def test_lines_and_total_are_null_with_the_reason(kind: str) -> None:
    error = refused(kind, "example-shop_v1")
    price = build(kind, error=error)["error"]["price"]
    assert price["total_usd"] is None
    assert {row["code"]: row["subtotal_usd"] for row in price["line_items"]} == {
        "drilling": None, "concrete": None, "spoil": None,
    }  # fmt: skip
    assert "Drilling, Concrete with 5 % waste, Spoil taken away" in price["reason"]
    assert f"\n  price: {price['reason']}" in problem_text(error)
    assert error.exit_code == 6


def test_what_needs_no_foundation_is_not_told() -> None:
    assert "price" not in refused("all", "v1").extra
    assert "price" not in refused("footing", "example-shop_v1").extra
