"""Jobs of many signs: whose an interval is, and what is charged once for all of them."""

import re
from pathlib import Path
from typing import Any

import pytest

from apex_cli.yaml_reader import parse

GUIDE = (Path(__file__).parents[3] / "docs" / "pricing-book.md").read_text("utf-8")
(DELIVERY,) = re.findall(r"```yaml delivery\n(.*?)```", GUIDE, re.DOTALL)
ROW = parse(DELIVERY.encode(), "guide").value[0]
SHOP: dict[str, Any] = {"scope": "engineering"}
FABRICATION = {
    "type": "brackets", "code": "fabrication", "by": "sign.area_ft2", "by_unit": "ft2",
    "brackets": [{"above": 0, "up_to": 60, "amount_usd": 900},
                 {"above": 60, "up_to": 80, "amount_usd": 1200}],
}  # fmt: skip
SETTING = {**FABRICATION, "code": "setting", "by": "pricing.quantity", "by_unit": "each",
           "per": "project"}  # fmt: skip
CONCRETE = {
    "type": "steps", "code": "concrete", "unit": "yd3", "quantity": "footing.concrete_yd3",
    "method": "graduated",
    "steps": [{"above": 0, "up_to": 4, "amount_usd": 260}, {"above": 4, "amount_usd": 205}],
}  # fmt: skip
AMOUNTS = {"sign.area_ft2": 70.0, "footing.concrete_yd3": 5.0}


def labels(book: Any, price: Any, signs: int, *rows: dict[str, Any], **head: Any) -> list[str]:
    made = price(book(*rows, **head), AMOUNTS, quantity=signs)
    return [f"{one.label}: {one.quantity:g}" for one in made.line_items]


@pytest.mark.parametrize(("signs", "trips"), [(1, 1), (4, 1), (5, 2), (12, 3), (13, 4)])
def test_one_delivery_for_many_signs(book: Any, price: Any, signs: int, trips: int) -> None:
    (line,) = price(book(ROW), quantity=signs).line_items
    assert (line.quantity, line.subtotal_usd) == (trips, 350 * trips)
    by_area = {**ROW, "quantity": "ceil(pricing.quantity * sign.area_ft2 / 480 ft2)"}
    (line,) = price(book(by_area), AMOUNTS, quantity=signs).line_items
    assert line.quantity == -(-70 * signs // 480)
    each = {**ROW, "per": "sign", "quantity": "1"}
    assert price(book(each), quantity=signs).line_items[0].quantity == signs


def test_a_label_says_whose_its_interval_is(book: Any, price: Any) -> None:
    once = {**FABRICATION, "code": "engineering", "per": "project"}
    assert labels(book, price, 12, FABRICATION, SETTING, once, CONCRETE, **SHOP) == [
        "Fabrication, above 60 ft2 up to and including 80 ft2 each × 12: 12",
        "Setting, up to and including 60 each, all 12 together: 1",
        "Engineering, above 60 ft2 up to and including 80 ft2 each, once for all 12: 1",
        "Concrete, up to and including 4 yd3 each × 12: 48",
        "Concrete, above 4 yd3 each × 12: 12",
    ]


def test_the_labels_of_one_sign_and_of_other_books_stay(book: Any, price: Any) -> None:
    plain = "Fabrication, above 60 ft2 up to and including 80 ft2"
    assert labels(book, price, 1, FABRICATION, **SHOP) == [f"{plain}: 1"]
    assert labels(book, price, 12, FABRICATION) == [f"{plain}: 12"]
