"""Price books: what is refused, at which place, for which reason; and how two of them differ."""

import json
from pathlib import Path
from typing import cast

import pytest

from apex_cli.changes import Change
from apex_cli.errors import PackError
from apex_cli.packs.diff import diff
from apex_cli.packs.loader import load
from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_expression import ExpressionError, in_unit, parse
from apex_cli.packs.pricing_fields import Band
from apex_cli.packs.pricing_quantities import OWN, QUANTITIES, UNITS
from apex_cli.packs.pricing_rows import _step
from apex_cli.records.fields import Refused
from apex_cli.solvers.takeoff import TAKEOFFS

PACKS = Path(__file__).parents[2] / "packs"
V1 = (PACKS / "pricing_v1.yaml").read_bytes()
SHOP = (PACKS / "pricing_example-shop_v1.yaml").read_bytes()


def read(data: bytes, ref: str = "v1") -> PricingPack:
    return cast("PricingPack", load(data, "book.yaml", "pricing", ref))


def faults(data: bytes, ref: str = "v1") -> list[tuple[str, str]]:
    with pytest.raises(PackError) as caught:
        read(data, ref)
    assert caught.value.exit_code == 4
    assert caught.value.faults
    assert all(fault.hint.startswith("line ") for fault in caught.value.faults)
    return [(fault.pointer, fault.detail) for fault in caught.value.faults]


def one(old: str, new: str, times: int = 1) -> tuple[str, str]:
    """The only fault of the released book with one place changed."""
    assert V1.count(old.encode()) >= times
    found = faults(V1.replace(old.encode(), new.encode(), times))
    assert len(found) == 1
    return found[0]


UPPER = "{above: 25, up_to: null, amount_usd: 300}"
LOWER = "{above: 0, up_to: 25, amount_usd: 200}"
CENTS = "must be in whole cents; for less than a cent choose a larger unit (cwt, ton)"
TYPES = (
    "type must be one of flat, brackets, per_unit, steps, labour, at_cost, percent, tax, "
    "minimum_charge, rounding, discount"
)


@pytest.mark.parametrize(
    ("old", "new", "pointer", "detail"),
    [
        (UPPER, UPPER.replace("25", "26"), "/rows/0/brackets/1/above",
         "gap: this begins above 26, after one up to 25"),
        (UPPER, UPPER.replace("25", "24.5"), "/rows/0/brackets/1/above",
         "overlap: this begins above 24.5, after one up to 25"),
        (LOWER, LOWER.replace("0,", "1,", 1), "/rows/0/brackets/0/above",
         "the first interval must begin above 0"),
        (UPPER, UPPER.replace("null", "25"), "/rows/0/brackets/1/up_to", "must be more than above"),
        (LOWER, LOWER.replace("25", "null"), "/rows/0/brackets/0/up_to",
         "only the last interval may be without end"),
        (LOWER, LOWER.replace("200", "-200"), "/rows/0/brackets/0/amount_usd",
         "Input should be greater than or equal to 0"),
        ("amount_usd: 35", "amount_usd: -35", "/rows/1/amount_usd",
         "Input should be greater than or equal to 0"),
        ("amount_usd: 35", "amount_usd: 35.005", "/rows/1/amount_usd", CENTS),
        ("amount_usd: 35", "amount_usd: '35'", "/rows/1/amount_usd", "must be a number"),
        ("amount_usd: 35", "amount_usd: 1e9", "/rows/1/amount_usd",
         "Input should be less than or equal to 10000000"),
        ("code: hard_copies", "code: calc_packet", "/rows/2/code",
         "row 1 has the code 'calc_packet' already"),
        ("code: hard_copies", "code: class", "/rows/2/code",
         "'class' cannot be a code: reserved, or ends in _ and a number"),
        ("code: hard_copies", "code: copies_2", "/rows/2/code",
         "'copies_2' cannot be a code: reserved, or ends in _ and a number"),
        ("code: hard_copies", "code: total", "/rows/2/code",
         "'total' cannot be a code: reserved, or ends in _ and a number"),
        ("by_unit: ft", "by_unit: ft2", "/rows/0/by", "gives ft, but the unit is ft2"),
        ("by_unit: ft", "by_unit: m", "/rows/0/by_unit",
         f"unknown unit 'm'; the units are {', '.join(UNITS)}"),
        ("by: sign.height_ft", "by: sign.heigth_ft", "/rows/0/by",
         "unknown quantity 'sign.heigth_ft' (did you mean 'sign.height_ft'?) at column 1"),
        ("by: sign.height_ft", "by: __import__('os').system('true')", "/rows/0/by",
         "unknown quantity '__import__' at column 1"),
        ("by: sign.height_ft", "by: input.__class__.mro", "/rows/0/by",
         "unknown quantity 'input.__class__.mro' at column 1"),
        ("type: flat", "type: flatt", "/rows/1", TYPES),
        ("type: flat", "x: flat", "/rows/1", TYPES),
        ("currency: USD", "currency: EUR", "/currency", "Input should be 'USD'"),
        ("valid_from: 2026-01-01", "valid_from: 2026-02-30", "/valid_from",
         "must be a date that exists, YYYY-MM-DD"),
        ("valid_from: 2026-01-01", "valid_from: 20260101", "/valid_from", "must be text"),
        ("valid_from: 2026-01-01", "valid_from: '20260101'", "/valid_from",
         "must be a date written YYYY-MM-DD"),
        ("valid_to: null", "valid_to: 2025-12-31", "/valid_to", "lies before valid_from"),
        ("sources: [price-list]", "sources: [price-lust]", "/rows/0/sources/0",
         "'price-lust' is not one of the pack's sources"),
        ("unit: each\n    amount", "unit: each\n    index: material\n    amount", "/rows/1/index",
         "the book has no regions"),
        ("regions: {}",
         "regions: {x: {material: 1, installation: 1, clause: c, status: secondary, sources: [y]}}",
         "/regions/x/sources/0", "'y' is not one of the pack's sources"),
    ],
)  # fmt: skip
def test_refused_with_place_and_reason(old: str, new: str, pointer: str, detail: str) -> None:
    assert one(old, new) == (pointer, detail)


def test_an_unknown_key_of_a_row_has_a_suggestion() -> None:
    with pytest.raises(PackError) as caught:
        read(V1.replace(b"    per: sign", b"    perr: sign", 1))
    assert [(fault.pointer, fault.hint.partition(", ")[2]) for fault in caught.value.faults] == [
        ("/rows/0/per", ""), ("/rows/0/perr", "did you mean 'per'?"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "pointer", "detail"),
    [
        ("quantity: footing.spoil_yd3", "quantity: footing.depth_ft", "/rows/6/quantity",
         "gives ft, but the unit is yd3"),
        ("of: [drilling, concrete]", "of: [drilling, margin]", "/rows/12/of/1",
         "'margin' is not the code of a row above"),
        ("of: [drilling, concrete]", "of: [drilling, above]", "/rows/12/of/1",
         "'above' is not the code of a row above"),
        ("rate_pct: 15", "rate_pct: 100", "/rows/13/rate_pct",
         "a margin is a share of the price: less than 100 %"),
        ("rate_pct: 15", "rate_pct: 15.0001", "/rows/13/rate_pct", "must have at most 3 decimals"),
        ("    taxable: false\n    clause: row permit_fee", "    clause: row permit_fee",
         "/rows/10/taxable", "is missing: the book has a tax"),
        ("type: minimum_charge\n    select: always\n    taxable: false\n    amount_usd: 950",
         "type: tax\n    select: always\n    rate_pct: 2", "/rows/16",
         "only another tax may follow a tax"),
        ("type: minimum_charge\n    select: always\n    taxable: false\n    amount_usd: 950",
         "type: rounding\n    select: always\n    taxable: false\n    mode: up\n    to_usd: 1",
         "/rows/16", "only a tax may follow the rounding"),
        ("increment: 0.25", "increment: 0.0005", "/rows/5/increment",
         "must have at most 3 decimals"),
        ("increment: 0.25", "increment: 0", "/rows/5/increment", "Input should be greater than 0"),
    ],
)  # fmt: skip
def test_rows_stand_in_order_and_agree(old: str, new: str, pointer: str, detail: str) -> None:
    assert SHOP.count(old.encode()) == 1
    assert faults(SHOP.replace(old.encode(), new.encode()), "example-shop_v1") == [
        (pointer, detail)
    ]


def test_an_interval_without_edges_in_words() -> None:
    assert Band(above=0.0, amount_usd=1.0).words("ft") == "above 0 ft"


def test_a_book_may_be_made_in_python_as_well() -> None:
    pack = read(V1)
    assert PricingPack.read(pack.as_json()).as_json() == pack.as_json()
    again = PricingPack.read({**pack.as_json(), "rows": list(pack.rows)})
    assert again.as_json() == pack.as_json()


def test_every_named_quantity_is_taken_off_by_somebody() -> None:
    assert set(QUANTITIES) - OWN == set(TAKEOFFS)
    assert all(quantity.unit in UNITS for name, quantity in QUANTITIES.items() if name != "input")


EXPRESSIONS = {
    "1 + 2 * 3": 7.0, "(1 + 2) * 3": 9.0, "8 / 4 / 2": 1.0, "8 - 4 - 2": 2.0, "2 - 1 + 3": 4.0,
    "min(3, 1, 2)": 1.0, "max(3, 1, 2) + 1": 4.0, "ceil(2.1)": 3.0, "ceil(2.0000000001)": 2.0,
    "ceil((1 + 2) / 2) * 4": 8.0, "min(1 + 1, max(0, 5))": 2.0, " 1.5  ": 1.5, "10/4": 2.5,
    "ceil(80 ft / 40 ft)": 2.0, "2 * (3 - (1 + 1))": 2.0,
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), EXPRESSIONS.items())
def test_expressions(text: str, value: float) -> None:
    assert parse(text).evaluate({}) == value


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "expected a number, a quantity or '(' at column 1"),
        ("1 +", "expected a number, a quantity or '(' at column 4"),
        ("-1", "expected a number, a quantity or '(' at column 1"),
        ("2 ** 3", "expected a number, a quantity or '(' at column 4"),
        ("2 // 3", "expected a number, a quantity or '(' at column 4"),
        ("1, 2", "did not expect ',' at column 2"),
        ("(1, 2)", "expected ')' at column 3"),
        ("ceil(1, 2)", "expected ')' at column 7"),
        ("min(1)", "min needs two values or more at column 7"),
        ("min 1", "expected '(' at column 5"),
        ("(1", "expected ')' at column 3"),
        ("1 2", "did not expect '2' at column 3"),
        ("1e3", "'1' is not allowed at column 1"),
        ("1_000", "'1' is not allowed at column 1"),
        ("1;2", "';' is not allowed at column 2"),
        ("footing.count[0]", "'[' is not allowed at column 14"),
        ("'a'", '"\'" is not allowed at column 1'),
        ("lambda", "unknown quantity 'lambda' at column 1"),
        ("eval(1)", "unknown quantity 'eval' at column 1"),
        ("footing.depth_ft if 1 else 2", "did not expect 'if' at column 18"),
        ("1 if 1 else 2", "did not expect 'if' at column 3"),
        ("\u0661", "is not allowed at column 1"),
        ("(" * 17 + "1" + ")" * 17, "nested deeper than 16 levels at column 17"),
        ("1" + " + 1" * 60, "longer than 200 characters"),
        ("1 cwt", "cwt cannot stand in an expression at column 3"),
        ("sign.height_ft + sign.area_ft2", "ft and ft^2 cannot be added at column 31"),
        ("min(sign.height_ft, footing.count)", "ft and a plain count cannot be compared"),
        ("1 / footing.depth_ft - 1 ft", "ft^-1 and ft cannot be added"),
    ],
)
def test_what_is_no_expression(text: str, why: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert why in str(caught.value)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("footing.depth_ft * footing.count", "ft"), ("footing.depth_ft * footing.width_ft", "ft2"),
        ("sign.area_ft2 / sign.height_ft", "ft"), ("max(0, 10 - footing.concrete_yd3)", "yd3"),
        ("footing.count * 2 h", "h"), ("footing.depth_ft / 4 ft * 1 h", "h"), ("input", "mi"),
        ("input + 2", "h"), ("2 * input + 1 h", "h"), ("ceil(poles.length_ft / 40 ft)", "each"),
        ("poles.weight_lb", "ton"), ("3", "ton"), ("sign.height_ft / sign.height_ft", "sign"),
    ],
)  # fmt: skip
def test_units_that_fit(text: str, unit: str) -> None:
    assert in_unit(text, unit).names == parse(text).names


@pytest.mark.parametrize(
    ("text", "unit", "what"),
    [
        ("footing.depth_ft", "yd3", "ft"), ("poles.length_ft / 40", "each", "ft"),
        ("footing.count", "h", "a plain count"), ("sign.area_ft2 * 1 lb", "cwt", r"ft\^2 lb"),
    ],
)  # fmt: skip
def test_units_that_do_not(text: str, unit: str, what: str) -> None:
    with pytest.raises(ExpressionError, match=f"gives {what}, but the unit is {unit}"):
        in_unit(text, unit)


def test_a_pack_does_not_differ_from_itself() -> None:
    assert diff(read(V1), read(V1)) == []


def test_one_more_row_is_one_change() -> None:
    new = V1.replace(b"ref: v1", b"ref: v2").replace(b"supersedes: null", b"supersedes: v1")
    visit = b"""rows:
  - {code: visit, label: Site visit, type: flat, select: addon, per: project, unit: trip,
     amount_usd: 90, clause: row visit, status: secondary, sources: [price-list]}
"""
    new = new.replace(b"amount_usd: 300", b"amount_usd: 320").replace(b"rows:\n", visit)
    found = diff(read(V1), read(new, "v2"))
    assert found[:3] == [
        Change("/ref", "changed", "v1", "v2"),
        Change("/rows/1/brackets/1/amount_usd", "changed", 300.0, 320.0),
        Change("/rows/0", "added", None, found[2].new),
    ]
    assert found[2].new["code"] == "visit"
    assert found[3:] == [Change("/supersedes", "added", None, "v1")]
    gone = diff(read(new, "v2"), read(V1))
    assert [change.kind for change in gone] == ["changed", "removed", "removed", "changed"]


def test_a_row_that_moved() -> None:
    document = read(V1).as_json()
    document["rows"][1:] = reversed(document["rows"][1:])
    moved = read(json.dumps(document).encode())
    assert [tuple(change) for change in diff(read(V1), moved)] == [
        ("/rows/1", "moved", 2, 1), ("/rows/2", "moved", 1, 2),
    ]  # fmt: skip


def test_a_list_without_names_is_compared_by_place() -> None:
    shop, v1 = read(SHOP, "example-shop_v1"), read(V1)
    found = {change.pointer: change.kind for change in diff(shop, v1)}
    assert found["/assumptions/1"] == "changed"
    assert found["/regions/coast"] == "removed"
    assert found["/valid_to"] == "removed"


@pytest.mark.parametrize(
    ("amount", "right"), [(0, False), (1e-3, True), (1e4, True), (10_001, False)]
)
def test_a_total_is_rounded_to_a_step_that_makes_sense(amount: float, right: bool) -> None:
    if right:
        assert _step(amount) == amount
    else:
        with pytest.raises(Refused, match="Input should be"):
            _step(amount)
