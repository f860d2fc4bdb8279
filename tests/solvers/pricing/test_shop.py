"""A shop's book against sums written by hand: discounts, labour, options, deposit, what is seen."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from apex_cli.equations import Trace
from apex_cli.errors import InvalidInput, NoAnswer, PackError
from apex_cli.packs.pricing import PricingPack
from apex_cli.solvers.pricing.result import ShopResult

Book = Callable[..., PricingPack]
Price = Callable[..., ShopResult]

SAID = {"clause": "c", "status": "secondary", "sources": ["me"]}
JOB: dict[str, Any] = {"code": "job", "type": "flat", "amount_usd": 1000, "per": "project"}
OFF: dict[str, Any] = {"code": "off", "type": "discount"}
LIT = {"lit": {"label": "Lit"}}
LED: dict[str, Any] = {
    "code": "led", "type": "flat", "amount_usd": 100, "select": "option", "option": "lit",
}  # fmt: skip


def shown(got: ShopResult) -> list[tuple[str, str, float]]:
    return [(one.kind, one.label, float(one.amount_usd)) for one in got.shown]


@pytest.mark.parametrize(
    ("how", "off", "label"),
    [
        ({"amount_usd": 150}, 150, "Off"),
        ({"amount_usd": 5000}, 1000, "Off"),
        ({"rate_pct": 2.5}, 25, "Off, 2.5 % of the lines above"),
        ({"rate_pct": 10, "of": ["job"]}, 100, "Off, 10 % of Job"),
        ({"breaks": [{"above": 0, "up_to": 2, "rate_pct": 0}, {"above": 2, "rate_pct": 6}]}, 60,
         "Off, 6 % of the lines above"),
    ],
)  # fmt: skip
def test_a_discount_is_told_with_its_amount(
    how: dict[str, Any], off: float, label: str, book: Book, price: Price
) -> None:
    got = price(book(JOB, {**OFF, **how}, scope="shop"), quantity=3)
    assert shown(got)[1:] == [("discount", label, -off)]
    assert got.total_usd == 1000 - Decimal(off)


def test_a_break_that_is_not_reached_is_no_line(book: Book, price: Price) -> None:
    breaks = [{"above": 0, "up_to": 2, "rate_pct": 0}, {"above": 2, "up_to": 5, "rate_pct": 6}]
    pack = book(JOB, {**OFF, "breaks": breaks}, scope="shop")
    assert len(price(pack, quantity=2).line_items) == 1
    with pytest.raises(NoAnswer, match="ends at 5 each"):
        price(pack, quantity=6)


def test_a_discount_of_what_is_not_chosen_is_no_line(book: Book, price: Price) -> None:
    more = {**JOB, "code": "more", "select": "addon"}
    pack = book(JOB, more, {**OFF, "rate_pct": 5, "of": ["more"]}, scope="shop")
    assert len(price(pack).line_items) == 1
    assert price(pack, addons=["more"]).total_usd == 1950


def test_a_discount_of_many_or_hidden_lines_names_none(book: Book, price: Price) -> None:
    rows = [{**JOB, "code": f"job{letter}"} for letter in "abcd"]
    of = [row["code"] for row in rows]
    off = {**OFF, "rate_pct": 10, "of": of}
    assert shown(price(book(*rows, off, scope="shop")))[-1] == ("discount", "Off, 10 %", -400)
    rows[0]["hidden"] = True
    off = {**OFF, "rate_pct": 10, "of": of[:2]}
    got = price(book(*rows, off, scope="shop"))
    assert shown(got)[0] == ("price", "Jobb", 2000)  # it bears the hidden one, of the same discount
    assert shown(got)[-1] == ("discount", "Off, 10 %", -200)


def test_hours_of_a_crew(book: Book, price: Price) -> None:
    trades = {name: {**SAID, "label": name, "rate_usd": rate}
              for name, rate in [("rigger", 48.5), ("driver", 40)]}  # fmt: skip
    crews = {"field": {"label": "Field", "members": {"rigger": 2, "driver": 1}}}
    work = {
        "code": "setting", "type": "labour", "per": "sign", "crew": "field",
        "work": "sign.area_ft2", "work_unit": "ft2", "by": "sign.height_ft", "by_unit": "ft",
        "hours": [{"above": 0, "up_to": 20, "hours": 0.05}, {"above": 20, "hours": 0.08}],
        "setup_h": 1.5, "increment": 0.5, "index": "installation",
    }  # fmt: skip
    regions = {"here": {**SAID, "material": 1, "installation": 1.1}}
    pack = book(work, scope="shop", trades=trades, crews=crews, regions=regions)
    amounts = {"sign.area_ft2": 60.0, "sign.height_ft": 24.0}
    got = price(pack, amounts, quantity=2)
    [line] = got.line_items
    assert (line.quantity, line.unit, float(line.unit_amount_usd)) == (13, "h", 137)  # 6.3 -> 6.5 h
    assert got.total_usd == 1781
    assert [(one.trade, one.hours) for one in got.job.labour] == [("rigger", 26), ("driver", 13)]
    assert got.shown[0].quantity is None
    assert price(pack, amounts, quantity=2, region="here").total_usd == Decimal("1959.10")
    bare = {key: one for key, one in work.items() if key != "setup_h"}
    pack = book(bare, scope="shop", trades=trades, crews=crews, regions=regions)
    assert price(pack, amounts).line_items[0].quantity == 5  # 4.8 h
    entered = {**work, "work": "input"}
    del entered["by"], entered["by_unit"]
    pack = book(entered, scope="shop", trades=trades, crews=crews, regions=regions)
    with pytest.raises(InvalidInput) as caught:
        price(pack)
    assert caught.value.faults[0].hint == "add pricing.inputs.setting, in ft2"
    assert price(pack, inputs={"setting": 10}).line_items[0].quantity == 2


def test_an_option_grows_the_total_by_just_what_it_was_offered_at(book: Book, price: Price) -> None:
    more = {
        **LED,
        "code": "more",
        "type": "percent",
        "basis": "markup",
        "rate_pct": 50,
        "of": ["above"],
    }
    del more["amount_usd"]
    rows = [
        {**JOB, "taxable": True}, {**LED, "taxable": True}, {**more, "taxable": False},
        {**OFF, "rate_pct": 10, "taxable": False},
        {"code": "even", "type": "rounding", "mode": "up", "to_usd": 7, "taxable": False},
        {"code": "vat", "type": "tax", "rate_pct": 8},
    ]  # fmt: skip
    pack = book(*rows, scope="shop", options=LIT)
    trace = Trace()
    offered, taken = price(pack), price(pack, trace=trace, addons=["lit"])
    [option] = offered.options
    assert (option.taken, float(option.subtotal_usd), float(option.total_usd)) == (False, 150, 158)
    assert taken.options[0].taken
    assert taken.total_usd - offered.total_usd == 158
    assert taken.subtotal_usd - offered.subtotal_usd == 150
    assert taken.total_usd == sum(line.subtotal_usd for line in taken.line_items)
    assert [getattr(line, "option", "-") for line in taken.line_items][-3:] == ["lit", "lit", None]
    assert [one.option for one in taken.shown][-3:] == ["lit"] * 3
    assert trace.steps[-1].card.symbol == "total_with_options"
    assert price(pack, offer=[]).options == []
    assert price(pack, offer=["lit"]) == offered


def test_options_that_are_not_the_book_s_are_errors(book: Book, price: Price) -> None:
    asked = {**LED, "code": "crane", "type": "per_unit", "quantity": "input", "unit": "h"}
    pack = book(JOB, LED, asked, scope="shop", options=LIT)
    wrong: list[tuple[dict[str, Any], str, str]] = [
        ({"offer": ["lot"]}, "/pricing/offer/0", "did you mean 'lit'?"),
        ({}, "/pricing/inputs/crane", "add pricing.inputs.crane, in h"),
        ({"offer": [], "inputs": {"crane": 2}}, "/pricing/inputs/crane",
         "add lit to pricing.offer or to pricing.addons"),
        ({"offer": [], "addons": ["led"]}, "/pricing/addons/0", "add-ons: lit"),
    ]  # fmt: skip
    for pricing, pointer, hint in wrong:
        with pytest.raises(InvalidInput) as caught:
            price(pack, **pricing)
        assert caught.value.faults[0].pointer == pointer
        assert hint in caught.value.faults[0].hint
    assert price(pack, inputs={"crane": 2}).options[0].total_usd == 300


def test_an_entry_that_a_break_asks_for(book: Book, price: Price) -> None:
    off = {**OFF, "by": "input", "by_unit": "mi", "breaks": [{"above": 0, "rate_pct": 1}]}
    with pytest.raises(InvalidInput) as caught:
        price(book(JOB, off, scope="shop"))
    assert caught.value.faults[0].hint == "add pricing.inputs.off, in mi"


@pytest.mark.parametrize(
    ("deposit", "due"), [({"rate_pct": 33.333}, "333.33"), ({"amount_usd": 5000}, "1000.00")]
)
def test_a_deposit(deposit: dict[str, Any], due: str, book: Book, price: Price) -> None:
    trace = Trace()
    got = price(book(JOB, scope="shop", deposit={**SAID, **deposit}), trace=trace)
    assert got.deposit is not None
    assert got.deposit.amount_usd == Decimal(due)
    assert got.deposit.amount_usd + got.deposit.balance_usd == 1000
    assert trace.steps[-1].clause == "Test book c"


def hide(code: str, amount: float, **more: Any) -> dict[str, Any]:
    return {**JOB, "code": code, "amount_usd": amount, "hidden": True, **more}


def test_what_is_hidden_is_spread_to_the_cent(book: Book, price: Price) -> None:
    rows = [{**JOB, "code": f"part{n}", "amount_usd": 33.33} for n in "abc"]
    got = price(book(*rows, hide("gain", 100.0), scope="shop"))
    assert [float(one.amount_usd) for one in got.shown] == [66.66, 66.67, 66.66]


def test_what_is_hidden_in_a_group_stays_there(book: Book, price: Price) -> None:
    groups = [{"name": "Sign", "shown": "lump"}, {"name": "Field"}]
    pack = book(
        {**JOB, "group": "Sign"}, {**JOB, "code": "paint", "group": "Sign"},
        hide("gain", 50, group="Sign"), {**JOB, "code": "dig", "group": "Field"},
        scope="shop", groups=groups,
    )  # fmt: skip
    assert shown(price(pack)) == [("lump", "Sign", 2050), ("price", "Dig", 1000)]


GROWN = {"code": "grown", "type": "percent", "basis": "markup", "rate_pct": 900, "of": ["above"]}
EVEN = {"code": "even", "type": "rounding", "mode": "nearest", "to_usd": 5, "hidden": True}


@pytest.mark.parametrize(
    "rows",
    [
        [{**JOB, "hidden": True}],  # nothing is shown
        [JOB, {**OFF, "rate_pct": 10}, hide("gain", 50)],  # it stands below the discount
        [{**JOB, "amount_usd": 0.01}, GROWN, EVEN],  # it would be less than 0
    ],
)  # fmt: skip
def test_where_no_line_can_bear_it_one_sum_is_shown(
    rows: list[dict[str, Any]], book: Book, price: Price
) -> None:
    trace = Trace()
    got = price(book(*rows, scope="shop"), trace=trace)
    assert shown(got) == [("lump", "Complete", float(got.total_usd))]
    assert any(sentence.startswith("Complete: the customer") for sentence in trace.assumptions)


def test_what_makes_up_for_nothing_is_not_shown(book: Book, price: Price) -> None:
    even = {"code": "even", "type": "rounding", "mode": "up", "to_usd": 1}
    least = {"code": "least", "type": "minimum_charge", "amount_usd": 900}
    pack = book(JOB, hide("free", 0), least, even, scope="shop")
    assert shown(price(pack)) == [("price", "Job", 1000)]


def test_no_price_has_no_shares(book: Book, price: Price) -> None:
    job = price(book({**JOB, "amount_usd": 0}, scope="shop")).job
    assert (job.cost_pct, job.overhead_pct, job.margin_pct) == (None, None, None)


def test_what_a_row_counts_as(book: Book, price: Price) -> None:
    rows = [
        {**JOB, "cost_pct": 60}, {**JOB, "code": "rent", "role": "overhead", "amount_usd": 100},
        {**JOB, "code": "gain", "role": "margin", "amount_usd": 50}, {**OFF, "amount_usd": 10},
    ]  # fmt: skip
    job = price(book(*rows, scope="shop")).job
    assert [*map(float, (job.cost_usd, job.overhead_usd, job.margin_usd))] == [600, 100, 440]
    assert job.margin_pct == pytest.approx(100 * 440 / 1140)


def test_the_sum_with_options_must_be_a_price_too(book: Book, price: Price) -> None:
    dear = {"amount_usd": 9e6, "per": "sign"}
    pack = book({**JOB, **dear}, {**LED, **dear}, scope="shop", options=LIT)
    with pytest.raises(NoAnswer, match="is no price"):
        price(pack, quantity=1000, addons=["lit"])
    assert price(pack, quantity=1000).total_usd == 9_000_000_000


def test_an_expression_of_labour_without_a_value(book: Book, price: Price) -> None:
    crews = {"c": {"label": "C", "members": {"t": 1}}}
    work = {
        "code": "work", "type": "labour", "per": "sign", "crew": "c", "work_unit": "ft",
        "work": "1 ft - sign.height_ft", "hours": [{"above": 0, "hours": 1}],
    }  # fmt: skip
    pack = book(work, scope="shop", crews=crews,
                trades={"t": {**SAID, "label": "T", "rate_usd": 1}})  # fmt: skip
    with pytest.raises(PackError, match="/rows/0/work"):
        price(pack, {"sign.height_ft": 4.0})
