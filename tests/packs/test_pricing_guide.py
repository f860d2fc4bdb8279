"""docs/pricing-book.md tells the truth: its rows load, its tables are those of the program."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from apex_cli.packs.loader import load
from apex_cli.packs.pricing_quantities import QUANTITIES, UNITS
from apex_cli.packs.pricing_rows import AnyRow
from apex_cli.yaml_reader import parse

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "pricing-book.md").read_text("utf-8")
SHOP = (ROOT / "packs" / "pricing_example-shop_v2.yaml").read_bytes()
FENCED = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
BLOCKS = [parse(block.encode(), "guide").value for block in FENCED]
HEAD, ROWS = BLOCKS[0], [block[0] for block in BLOCKS[1:]]


def test_the_copied_example_with_the_new_head_is_a_book() -> None:
    document = {**parse(SHOP, "shop").value, **HEAD}
    load(json.dumps(document).encode(), "copy", "pricing", "bright-signs_v1")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["type"]))
def test_every_row_of_the_guide_is_a_row(row: dict[str, Any]) -> None:
    said = {"label": "x", "select": "always", "clause": "x", "status": "printed", "sources": ["x"]}
    first = {
        **said,
        "code": "first",
        "type": "flat",
        "per": "sign",
        "amount_usd": 1,
        "taxable": True,
    }
    priced = row["type"] in {"flat", "brackets", "per_unit", "steps", "labour"}
    full = {**said, "code": "x", **({"per": "sign"} if priced else {}), "taxable": False, **row}
    shop = parse(SHOP, "shop").value
    sources = {**shop["sources"], "x": "x"}
    document = {**shop, **HEAD, "sources": sources, "regions": {}, "options": {}}
    book = {**document, "rows": [first, full]}
    load(json.dumps(book).encode(), "guide", "pricing", "bright-signs_v1")


def test_every_kind_of_row_is_shown_once() -> None:
    tags = {get_args(member.hint_of("type"))[0] for member in get_args(get_args(AnyRow)[0])}
    assert sorted(row["type"] for row in ROWS) == sorted(tags)


def test_the_table_of_quantities_is_the_registry() -> None:
    listed = re.findall(
        r"^\| `([\w.]+)` \| (.*?) \| (.*?) \|$", GUIDE.split("<!-- quantities -->")[1], re.MULTILINE
    )
    assert listed == [
        (name, quantity.unit or "that of the row", quantity.words)
        for name, quantity in QUANTITIES.items()
    ]


def test_the_units_are_the_registry() -> None:
    assert f"sold by: {', '.join(UNITS)} |" in GUIDE
