"""Every kind of row against a sum written by hand."""

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from apex_cli.errors import InvalidInput, NoAnswer, PackError
from apex_cli.packs.pricing import PricingPack
from apex_cli.solvers.pricing.result import PricingResult

Book = Callable[..., PricingPack]
Price = Callable[..., PricingResult]

CONCRETE: dict[str, Any] = {
    "code": "concrete", "type": "steps", "unit": "yd3", "quantity": "footing.concrete_yd3",
    "steps": [
        {"above": 0, "up_to": 4, "amount_usd": 260},
        {"above": 4, "up_to": 10, "amount_usd": 205},
        {"above": 10, "amount_usd": 172},
    ],
}  # fmt: skip
JOB: dict[str, Any] = {"code": "job", "type": "flat", "amount_usd": 1000, "per": "project"}
REGIONS = {
    name: {
        "material": m,
        "installation": i,
        "clause": "c",
        "status": "secondary",
        "sources": ["me"],
    }
    for name, m, i in [("coast", 1.037, 1.18), ("plains", 0.97, 0.915)]
}


def lines(got: PricingResult) -> list[tuple[Any, ...]]:
    """Code, quantity, unit price and price of each line."""
    assert got.total_usd == sum(line.subtotal_usd for line in got.line_items)
    return [
        (line.code, line.quantity, line.unit_amount_usd, line.subtotal_usd)
        for line in got.line_items
    ]


def money(*texts: str) -> list[Decimal]:
    return [Decimal(text) for text in texts]


def test_flat_for_each_sign_or_once(book: Book, price: Price) -> None:
    each = {"code": "each_sign", "type": "flat", "amount_usd": 12.35}
    got = price(book(each, JOB), quantity=7)
    assert lines(got) == [("each_sign", 7, *money("12.35", "86.45")), ("job", 1, 1000, 1000)]


@pytest.mark.parametrize(
    ("height", "dollars", "label"),
    [
        (20.0, 10, "E, up to and including 20 ft"),
        (20.001, 20, "E, above 20 ft up to and including 40 ft"),
        (40.0, 20, "E, above 20 ft up to and including 40 ft"),
    ],
)
def test_brackets_are_closed_above(
    book: Book, price: Price, height: float, dollars: int, label: str
) -> None:
    bands = [
        {"above": 0, "up_to": 20, "amount_usd": 10},
        {"above": 20, "up_to": 40, "amount_usd": 20},
    ]
    row = {
        "code": "e",
        "type": "brackets",
        "by": "sign.height_ft",
        "by_unit": "ft",
        "brackets": bands,
    }
    got = price(book(row), {"sign.height_ft": height})
    assert got.total_usd == dollars
    assert got.line_items[0].label == label
    with pytest.raises(NoAnswer, match=r"the price book ends at 40 ft, not at 40\.1") as caught:
        price(book(row), {"sign.height_ft": 40.1})
    assert caught.value.problem_code == "pricing.beyond_book"


def test_what_binary_noise_adds_at_an_edge_is_ignored(book: Book, price: Price) -> None:
    bands = [
        {"above": 0, "up_to": 20, "amount_usd": 10},
        {"above": 20, "up_to": 40, "amount_usd": 20},
    ]
    row = {"code": "e", "type": "brackets", "by_unit": "ft", "by": "sign.height_ft"}
    pack = book({**row, "brackets": bands})

    def at(height: float) -> Decimal:
        return price(pack, {"sign.height_ft": height}).total_usd

    noise = 1e-9
    assert [at(20 + noise), at(math.nextafter(20 + noise, 99))] == [10, 20]
    assert at(40 + noise) == 20
    with pytest.raises(NoAnswer):
        at(math.nextafter(40 + noise, 99))


def test_the_price_of_each_unit(book: Book, price: Price) -> None:
    row = {"code": "drill", "type": "per_unit", "unit": "ft", "amount_usd": 46.5,
           "quantity": "footing.depth_ft * footing.count"}  # fmt: skip
    got = price(book(row), {"footing.depth_ft": 8.3335, "footing.count": 2.0}, quantity=3)
    # 8.3335 ft x 2 x 3 signs = 50.001 ft at 46.50 = 2,325.0465
    assert lines(got) == [("drill", 50.001, *money("46.50", "2325.05"))]


def test_hours_with_a_minimum_in_half_hours(book: Book, price: Price) -> None:
    row = {"code": "crane", "type": "per_unit", "unit": "h", "amount_usd": 285, "quantity": "input",
           "minimum": 4, "increment": 0.5, "per": "project"}  # fmt: skip
    for entered, hours in [(0.0, 4.0), (2.3, 4.0), (4.0, 4.0), (4.1, 4.5), (6.5, 6.5)]:
        got = price(book(row), quantity=5, inputs={"crane": entered})
        assert lines(got) == [("crane", hours, 285, Decimal(str(hours)) * 285)]


def test_an_increment_is_rounded_up_for_each_sign(book: Book, price: Price) -> None:
    row = {"code": "mix", "type": "per_unit", "unit": "yd3", "amount_usd": 100,
           "quantity": "1.05 * footing.concrete_yd3", "increment": 0.25}  # fmt: skip
    # 1.05 x 2.4 = 2.52, ordered as 2.75, for two signs 5.5
    assert lines(price(book(row), {"footing.concrete_yd3": 2.4}, quantity=2)) == [
        ("mix", 5.5, 100, 550)
    ]


def test_a_hundredweight_is_a_hundred_pounds(book: Book, price: Price) -> None:
    row = {
        "code": "steel",
        "type": "per_unit",
        "unit": "cwt",
        "quantity": "poles.weight_lb",
        "amount_usd": 112.5,
    }
    assert lines(price(book(row), {"poles.weight_lb": 972.0})) == [
        ("steel", 9.72, *money("112.50", "1093.50"))
    ]


@pytest.mark.parametrize(
    ("yards", "expected"),
    [
        (0.0, [(0, 260, 0)]),
        (3.0, [(3, 260, 780)]),
        (4.0, [(4, 260, 1040)]),
        (4.5, [(4, 260, 1040), (0.5, 205, Decimal("102.50"))]),
        (12.0, [(4, 260, 1040), (6, 205, 1230), (2, 172, 344)]),
    ],
)
def test_graduated_steps(book: Book, price: Price, yards: float, expected: list[Any]) -> None:
    got = price(book({**CONCRETE, "method": "graduated"}), {"footing.concrete_yd3": yards})
    assert [line[1:] for line in lines(got)] == expected


@pytest.mark.parametrize(
    ("yards", "unit", "total"),
    [(4.0, 260, "1040"), (4.001, 205, "820.21"), (10.0, 205, "2050"), (10.5, 172, "1806")],
)
def test_whole_steps(book: Book, price: Price, yards: float, unit: int, total: str) -> None:
    got = price(book({**CONCRETE, "method": "whole"}), {"footing.concrete_yd3": yards})
    assert lines(got) == [("concrete", yards, unit, Decimal(total))]


def test_steps_are_counted_for_each_sign(book: Book, price: Price) -> None:
    amounts = {"footing.concrete_yd3": 4.5}
    graduated = price(book({**CONCRETE, "method": "graduated"}), amounts, quantity=3)
    assert [line[1:] for line in lines(graduated)] == [
        (12, 260, 3120),
        (1.5, 205, Decimal("307.5")),
    ]
    once = price(book({**CONCRETE, "method": "whole", "per": "project"}), amounts, quantity=3)
    assert [line[1:] for line in lines(once)] == [(4.5, 205, Decimal("922.5"))]


def test_a_markup_is_a_share_of_cost_and_a_margin_of_the_price(book: Book, price: Price) -> None:
    other = {"code": "other", "type": "flat", "amount_usd": 77, "select": "addon"}
    markup = {
        "code": "up",
        "type": "percent",
        "basis": "markup",
        "rate_pct": 20,
        "of": ["job", "other"],
    }
    margin = {"code": "gain", "type": "percent", "basis": "margin", "rate_pct": 20, "of": ["job"]}
    got = price(book(JOB, other, markup, margin))
    assert [line[3] for line in lines(got)] == [1000, 200, 250]
    assert [line.label for line in got.line_items[1:]] == [
        "Up, 20 % of the lines", "Gain, 20 % of the price",
    ]  # fmt: skip
    assert [line[3] for line in lines(price(book(JOB, other, markup), addons=["other"]))] == [
        1000, 77, Decimal("215.4"),
    ]  # fmt: skip


def test_of_everything_above(book: Book, price: Price) -> None:
    over = {"code": "over", "type": "percent", "basis": "markup", "rate_pct": 12.5, "of": ["above"]}
    spare = {"code": "spare", "type": "percent", "basis": "markup", "rate_pct": 5, "of": ["above"]}
    # 1,000 x 12.5 % = 125; 1,125 x 5 % = 56.25
    assert [line[3] for line in lines(price(book(JOB, over, spare)))] == [
        1000,
        125,
        Decimal("56.25"),
    ]


def test_at_cost(book: Book, price: Price) -> None:
    fee = {"code": "fee", "type": "at_cost"}
    got = price(book(fee), quantity=4, inputs={"fee": 151.25})
    assert lines(got) == [("fee", 1, *money("151.25", "151.25"))]
    with pytest.raises(InvalidInput, match="whole cents"):
        price(book(fee), inputs={"fee": 151.255})


def test_tax_on_some_lines_only(book: Book, price: Price) -> None:
    part = {"code": "part", "type": "flat", "amount_usd": 99.99, "taxable": True}
    tax = {"code": "tax", "type": "tax", "rate_pct": 7.25}
    city = {"code": "city", "type": "tax", "rate_pct": 1}
    got = price(book({**JOB, "taxable": False}, part, tax, city))
    # 99.99 x 7.25 % = 7.249275; 99.99 x 1 % = 0.9999
    assert [line[3] for line in lines(got)] == [1000, *money("99.99", "7.25", "1.00")]
    assert (got.subtotal_usd, got.total_usd) == (Decimal("1099.99"), Decimal("1108.24"))


def test_a_tax_on_nothing_is_no_line(book: Book, price: Price) -> None:
    got = price(book({**JOB, "taxable": False}, {"code": "tax", "type": "tax", "rate_pct": 7}))
    assert [line[0] for line in lines(got)] == ["job"]


@pytest.mark.parametrize(("least", "missing"), [(950, 0), (1000, 0), (1234.5, "234.50")])
def test_minimum_charge(book: Book, price: Price, least: float, missing: Any) -> None:
    row = {"code": "least", "type": "minimum_charge", "amount_usd": least}
    assert lines(price(book(JOB, row)))[1][3] == Decimal(missing)


def test_a_minimum_above_all_lines_is_charged_in_full(book: Book, price: Price) -> None:
    least = {"code": "least", "type": "minimum_charge", "amount_usd": 950}
    even = {"code": "even", "type": "rounding", "mode": "up", "to_usd": 5}
    assert [line[3] for line in lines(price(book(least, JOB)))] == [950, 1000]
    tax = {"code": "tax", "type": "tax", "rate_pct": 7}
    addon = {**JOB, "select": "addon", "taxable": True}
    got = price(book(addon, {**even, "taxable": False}, tax), addons=["job"])
    assert [line[3] for line in lines(got)] == [1000, 0, 70]


@pytest.mark.parametrize(
    ("amount", "rule", "line"),
    [
        (262.5, ("up", 5), "2.50"), (265, ("up", 5), "0"), (262.5, ("nearest", 5), "2.50"),
        (262.49, ("nearest", 5), "-2.49"), (262.41, ("up", 0.05), "0.04"), (0.3, ("up", 0.1), "0"),
    ],
)  # fmt: skip
def test_rounding(
    book: Book, price: Price, amount: float, rule: tuple[str, float], line: str
) -> None:
    row = {"code": "even", "type": "rounding", "mode": rule[0], "to_usd": rule[1]}
    got = price(book({**JOB, "amount_usd": amount}, row))
    assert lines(got)[1][3] == Decimal(line)


@pytest.mark.parametrize(("cents", "total"), [("half_up", "0.13"), ("up", "0.13")])
def test_half_a_cent_goes_up(book: Book, price: Price, cents: str, total: str) -> None:
    row = {"code": "d", "type": "per_unit", "unit": "ft", "amount_usd": 0.25, "quantity": "input"}
    assert price(book(row, cents=cents), inputs={"d": 0.5}).total_usd == Decimal(total)


def test_half_a_cent_below_nothing_goes_up_as_well(book: Book, price: Price) -> None:
    job = {**JOB, "amount_usd": 101.25, "taxable": False}
    even = {"code": "even", "type": "rounding", "mode": "nearest", "to_usd": 5, "taxable": True}
    tax = {"code": "tax", "type": "tax", "rate_pct": 10}
    # 101.25 to 100 is -1.25; 10 % of it is -0.125
    assert [line[3] for line in lines(price(book(job, even, tax)))] == money(
        "101.25", "-1.25", "-0.12"
    )


@pytest.mark.parametrize(("cents", "total"), [("half_up", "0.12"), ("up", "0.13")])
def test_a_part_of_a_cent(book: Book, price: Price, cents: str, total: str) -> None:
    row = {"code": "d", "type": "per_unit", "unit": "ft", "amount_usd": 0.25, "quantity": "input"}
    assert price(book(row, cents=cents), inputs={"d": 0.484}).total_usd == Decimal(total)


@pytest.mark.parametrize(
    ("region", "prices"),
    [
        (None, ["185.00", "46.50", "7"]),
        ("coast", ["191.85", "54.87", "7"]),  # 185 x 1.037 = 191.845; 46.50 x 1.18 = 54.87
        ("plains", ["179.45", "42.55", "7"]),  # 185 x 0.97 = 179.45; 46.50 x 0.915 = 42.5475
    ],
)
def test_two_columns_of_regional_indices(
    book: Book, price: Price, region: str | None, prices: list[str]
) -> None:
    rows = [
        {"code": "mix", "type": "flat", "amount_usd": 185, "index": "material"},
        {"code": "drill", "type": "flat", "amount_usd": 46.5, "index": "installation"},
        {"code": "paper", "type": "flat", "amount_usd": 7},
    ]
    got = price(book(*rows, regions=REGIONS), **({"region": region} if region else {}))
    assert [line[3] for line in lines(got)] == money(*prices)
    assert got.region == region


@pytest.mark.parametrize(
    ("expression", "amounts", "why"),
    [
        ("10 - footing.concrete_yd3", {"footing.concrete_yd3": 12.0}, "gives -2 here"),
        ("1 yd3 / footing.count", {"footing.count": 0.0}, "has no value here"),
        ("footing.concrete_yd3 * 10 / 0", {"footing.concrete_yd3": 1.0}, "has no value here"),
    ],
)
def test_an_expression_without_a_value_names_its_place(
    book: Book, price: Price, expression: str, amounts: dict[str, float], why: str
) -> None:
    unit = "yd3"
    row = {"code": "q", "type": "per_unit", "unit": unit, "amount_usd": 1, "quantity": expression}
    with pytest.raises(PackError, match=why) as caught:
        price(book(JOB, row), amounts)
    assert caught.value.problem_code == "pack.expression"
    assert caught.value.faults[0].pointer == "/rows/1/quantity"


def test_a_number_alone_is_an_expression(book: Book, price: Price) -> None:
    row = {"code": "visit", "type": "per_unit", "unit": "trip", "amount_usd": 85, "quantity": "2"}
    assert lines(price(book(row), quantity=2)) == [("visit", 4, 85, 340)]


def test_no_price_is_beyond_all_reason(book: Book, price: Price) -> None:
    row = {"code": "gold", "type": "per_unit", "unit": "lb", "amount_usd": 1e7, "quantity": "input"}
    with pytest.raises(NoAnswer, match="is no price"):
        price(book(row), inputs={"gold": 1e6})


def test_entries_are_asked_for_and_refused(book: Book, price: Price) -> None:
    rows = [
        {"code": "crane", "type": "per_unit", "unit": "h", "amount_usd": 1, "quantity": "input"},
        {"code": "fee", "type": "at_cost", "select": "addon"},
        {"code": "more", "type": "at_cost"},
    ]
    with pytest.raises(InvalidInput) as caught:
        price(book(*rows), inputs={"fee": 1.0, "mor": 1.0, "x/y": 2.0}, region="coast")
    unknown = "the price book test_v1 asks for no such entry"
    expected = {
        "/inputs/crane": ("Crane: the project must say how much", "add pricing.inputs.crane, in h"),
        "/inputs/more": ("More: the project must say how much", "add pricing.inputs.more, in USD"),
        "/inputs/fee": ("its add-on is not chosen", "add fee to pricing.addons"),
        "/inputs/mor": (unknown, "did you mean 'more'?"),
        "/inputs/x~1y": (unknown, "entries: crane, more"),
        "/region": ("unknown region in the price book test_v1", "regions: none"),
    }
    assert {fault.pointer: (fault.detail, fault.hint) for fault in caught.value.faults} == {
        f"/pricing{place}": words for place, words in expected.items()
    }


def test_a_book_of_addons_alone_prices_nothing_without_one(book: Book, price: Price) -> None:
    rest = [
        {"code": "over", "type": "percent", "basis": "markup", "rate_pct": 5, "of": ["above"]},
        {"code": "least", "type": "minimum_charge", "amount_usd": 5},
        {"code": "even", "type": "rounding", "mode": "up", "to_usd": 1},
    ]
    addon = {**JOB, "select": "addon"}
    with pytest.raises(InvalidInput, match="nothing is chosen") as caught:
        price(book(addon))
    assert caught.value.hint == "choose from job"
    with pytest.raises(InvalidInput, match="nothing is chosen"):
        price(book(addon, *rest))
    assert price(book(addon, *rest), addons=["job"]).total_usd == 1050


def test_a_day_of_the_project_decides_over_an_expiring_book(book: Book, price: Price) -> None:
    pack = book(JOB, valid_to="2026-12-31")
    assert pack.needs_as_of
    for day in ("2026-01-01", "2026-12-31"):
        assert price(pack, as_of=day).as_of == day
    assert price(pack).as_of is None
    with pytest.raises(
        PackError, match="from 2026-01-01 to 2026-12-31, not on 2027-01-01"
    ) as caught:
        price(pack, as_of="2027-01-01")
    assert (caught.value.problem_code, caught.value.exit_code) == ("pack.expired", 4)
