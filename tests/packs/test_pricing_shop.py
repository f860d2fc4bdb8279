"""What a shop's book may say beside its prices, and how its parts must fit together."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.errors import PackError
from apex_cli.packs.loader import load
from apex_cli.packs.pricing_shop import ENGINEERING
from apex_cli.yaml_reader import parse

PACKS = Path(__file__).parents[2] / "packs"
SHOP: dict[str, Any] = parse((PACKS / "pricing_example-shop_v2.yaml").read_bytes(), "shop").value
SAID = {"clause": "c", "status": "secondary", "sources": ["illustration"]}
FEE = {
    "code": "fee", "label": "Fee", "type": "flat", "select": "always", "per": "sign",
    "amount_usd": 10, **SAID,
}  # fmt: skip
OFF = {"code": "off", "label": "Off", "type": "discount", "select": "always", **SAID}
LED = {**FEE, "code": "led", "select": "option", "option": "lit"}
WORK = {
    "code": "work", "label": "Work", "type": "labour", "select": "always", "per": "sign",
    "crew": "field", "work": "sign.area_ft2", "work_unit": "ft2",
    "hours": [{"above": 0, "hours": 0.1}], **SAID,
}  # fmt: skip


def book(*rows: dict[str, Any], **head: Any) -> Any:
    """A book of these rows alone."""
    bare: dict[str, Any] = {"groups": [], "options": {}, "deposit": None, "regions": {}}
    document = {**SHOP, **bare, "rows": list(rows), **head}
    return load(json.dumps(document).encode(), "x", "pricing", "example-shop_v2")


def faults(*rows: dict[str, Any], **head: Any) -> list[tuple[str, str]]:
    with pytest.raises(PackError) as caught:
        book(*rows, **head)
    return [(fault.pointer, fault.detail) for fault in caught.value.faults]


def test_old_books_are_shown_as_they_always_were() -> None:
    old = load((PACKS / "pricing_v1.yaml").read_bytes(), "v1", "pricing", "v1").as_json()
    assert list(old)[-7:] == [
        "valid_from", "valid_to", "example", "cents", "assumptions", "regions", "rows",
    ]  # fmt: skip
    assert list(old["rows"][1]) == [
        "clause", "status", "sources", "note", "code", "label", "select", "taxable", "per",
        "index", "unit", "type", "amount_usd",
    ]  # fmt: skip


def test_a_book_says_what_its_totals_contain() -> None:
    assert book(FEE, includes=["a", "b"], excludes=["c", "d"]).contains == "a, b; not: c, d"
    assert book(FEE, includes=[], excludes=[]).contains == "the lines named"
    assert book(FEE, scope="engineering").contains == ENGINEERING


def test_options_are_asked_for_what_they_are_measured_by() -> None:
    measured = {**LED, "type": "per_unit", "unit": "ft2", "quantity": "sign.area_ft2"}
    by = {"by": "sign.height_ft", "by_unit": "ft", "breaks": [{"above": 0, "rate_pct": 1}]}
    made = book(FEE, WORK, measured, {**OFF, **by}, options={"lit": {"label": "Lit"}})
    assert made.quantities_for([], []) == {"sign.area_ft2", "sign.height_ft"}
    assert list(made.offered([], [])) == []
    assert list(made.offered([], None)) == list(made.offered([], ["lit"])) == ["lit"]
    assert list(made.offered(["lit"], [])) == ["lit"]


MISSING = "is missing: a book with {} says what its totals contain"
NO_SCOPE: dict[str, Any] = {
    "scope": None, "shop": None, "includes": [], "excludes": [], "trades": {}, "crews": {},
    "valid_days": None, "terms": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "head", "found"),
    [
        ([FEE], {**NO_SCOPE, "valid_days": 3},
         [("/scope", "is missing: a book with valid_days says what its totals contain")]),
        ([FEE, {**OFF, "amount_usd": 5}], NO_SCOPE,
         [("/scope", MISSING.format("a row of the type discount"))]),
        ([{**FEE, "cost_pct": 50}], NO_SCOPE,
         [("/scope", MISSING.format("a row that says cost_pct"))]),
        ([{**FEE, "option": "lit"}], {},
         [("/rows/0/option", "names the option of a row whose select is option")]),
        ([{**FEE, "select": "option"}], {},
         [("/rows/0/option", "names the option of a row whose select is option")]),
        ([{**FEE, "role": "margin", "cost_pct": 50}], {},
         [("/rows/0/cost_pct", "a row that is margin has no cost in it")]),
        ([FEE, LED], {}, [("/rows/1/option", "'lit' is not one of the book's options")]),
        ([FEE], {"options": {"lit": {"label": "x"}}},
         [("/options/lit", "no row is part of it")]),
        ([{**FEE, "code": "lit"}, LED], {"options": {"lit": {"label": "x"}}},
         [("/options/lit", "is the code of a row already")]),
        ([FEE, LED, {**OFF, "rate_pct": 5, "of": ["led"]}], {"options": {"lit": {"label": "x"}}},
         [("/rows/2/of/0", "'led' is of another option, which has a total of its own")]),
        ([FEE, {**LED, "code": "even", "type": "rounding", "mode": "up", "to_usd": 1, "per": None,
                "amount_usd": None}], {"options": {"lit": {"label": "x"}}}, None),
        ([{**FEE, "group": "Sign"}], {},
         [("/rows/0/group", "'Sign' is not one of the book's groups")]),
        ([FEE, {**OFF, "amount_usd": 5, "group": "Sign"}], {"groups": [{"name": "Sign"}]},
         [("/rows/1/group", "a discount stands in no group")]),
        ([FEE], {"groups": [{"name": "Sign"}, {"name": "Sign"}]},
         [("/groups/1/name", "group 0 has the name 'Sign' already")]),
        ([{**FEE, "group": "Sign"}, {**FEE, "code": "b"}, {**FEE, "code": "c", "group": "Sign"}],
         {"groups": [{"name": "Sign"}]},
         [("/rows/2/group", "the rows of 'Sign' that are shown do not stand together")]),
        ([FEE, {**OFF, "amount_usd": 5, "hidden": True}], {},
         [("/rows/1/hidden", "the customer is told of every tax and discount")]),
        ([FEE, OFF], {}, [("/rows/1/amount_usd", "give one of amount_usd, rate_pct and breaks")]),
        ([FEE, {**OFF, "amount_usd": 5, "of": ["fee"]}], {},
         [("/rows/1/of", "an amount is taken off all lines above")]),
        ([FEE, {**OFF, "rate_pct": 101}], {},
         [("/rows/1/rate_pct", "Input should be less than or equal to 100")]),
        ([FEE, {**OFF, "rate_pct": 5, "of": ["later"]}], {},
         [("/rows/1/of/0", "'later' is not the code of a row above")]),
        ([WORK], {"crews": {}}, [("/rows/0/crew", "'field' is not one of the book's crews")]),
        ([FEE], {"crews": {"a": {"label": "A", "members": {"nobody": 1}}}},
         [("/crews/a/members/nobody", "is not one of the book's trades")]),
        ([FEE], {"trades": {"max": {"label": "M", "rate_usd": 1, **SAID}}, "crews": {}},
         [("/trades/max", "'max' cannot be a code: reserved, or ends in _ and a number")]),
        ([{**WORK, "by": "sign.height_ft"}], {},
         [("/rows/0/by_unit", "stands where by does, and only there")]),
        ([{**WORK, "by": "sign.height_ft", "by_unit": "ft2"}], {},
         [("/rows/0/by", "gives ft, but the unit is ft2")]),
        ([{**WORK, "work": "sign.height_ft"}], {},
         [("/rows/0/work", "gives ft, but the unit is ft2")]),
        ([FEE], {"deposit": {**SAID, "rate_pct": 5, "amount_usd": 5}},
         [("/deposit/amount_usd", "give one of rate_pct and amount_usd")]),
        ([FEE], {"deposit": {**SAID, "rate_pct": 5, "sources": ["nobody"]}},
         [("/deposit/sources/0", "'nobody' is not one of the pack's sources")]),
    ],
)  # fmt: skip
def test_refused_with_place_and_reason(
    rows: list[dict[str, Any]], head: dict[str, Any], found: list[tuple[str, str]] | None
) -> None:
    full = [{key: one for key, one in row.items() if one is not None} for row in rows]
    if found is None:
        found = [("/rows/1/option", "a rounding is of the whole, not of an option")]
    assert faults(*full, **head) == found


def test_rows_of_a_group_stand_together_when_hidden_ones_are_left_out() -> None:
    made = book(
        {**FEE, "group": "Sign"}, {**FEE, "code": "b", "hidden": True},
        {**FEE, "code": "c", "group": "Sign"}, groups=[{"name": "Sign"}],
    )  # fmt: skip
    assert [row.hidden for row in made.rows] == [False, True, False]
