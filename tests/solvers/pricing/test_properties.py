"""What holds for every book and every project."""

import math
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.equations import Bare, Trace
from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_quantities import QUANTITIES
from apex_cli.quantities import Known
from apex_cli.solvers.pricing import equations as eq
from apex_cli.solvers.pricing.amounts import amount, billed, within
from apex_cli.solvers.pricing.money import CENT, exact
from apex_cli.solvers.pricing.result import PricingResult

Book = Callable[..., PricingPack]
Price = Callable[..., PricingResult]

TERMS = {"__builtins__": {}, "min": min, "max": max, "ceil": math.ceil, "floor": math.floor}
BOOKS, PROJECTS = 500, 20
UNITS = {
    "footing.depth_ft": "ft",
    "footing.concrete_yd3": "yd3",
    "input": "h",
    "poles.weight_lb": "cwt",
}


def cents(chance: random.Random, most: float) -> float:
    return round(chance.uniform(0, most), 2)


def random_row(chance: random.Random, n: int, above: list[str]) -> dict[str, Any]:
    kinds = ["flat", "brackets", "per_unit", "steps", "at_cost", "percent", "minimum_charge"]
    kind = chance.choice(kinds if above else kinds[:4])
    edges = sorted({round(chance.uniform(1, 30), 3) for _ in range(chance.randint(0, 3))})
    bands = [
        {"above": low, "up_to": high, "amount_usd": cents(chance, 300)}
        for low, high in zip([0, *edges], [*edges, None], strict=True)
    ]
    row: dict[str, Any] = {
        "code": f"row{n}", "type": kind, "select": chance.choice(["always", "always", "addon"]),
        "taxable": chance.random() < 0.5,
    }  # fmt: skip
    if kind in {"flat", "brackets", "per_unit", "steps"}:
        row |= {"per": chance.choice(["sign", "project"])}
        row |= {"index": chance.choice(["material", "installation", None])}
    if kind in {"per_unit", "steps"}:
        name = chance.choice(list(UNITS))
        row |= {"quantity": f"1.07 * {name}", "unit": UNITS[name]}
        row |= chance.choice(
            [{}, {"minimum": 2.5}, {"increment": 0.25}, {"minimum": 3, "increment": 0.1}]
        )
    if kind in {"flat", "per_unit", "minimum_charge"}:
        row |= {"amount_usd": cents(chance, 900)}
    extra: dict[str, dict[str, Any]] = {
        "brackets": {"by": "sign.height_ft", "by_unit": "ft", "brackets": bands},
        "steps": {"method": chance.choice(["graduated", "whole"]), "steps": bands},
        "percent": {
            "basis": chance.choice(["markup", "margin"]),
            "rate_pct": round(chance.uniform(0.1, 60), 2),
            "of": chance.choice([["above"], [chance.choice(above or ["-"])]]),
        },
    }
    return row | extra.get(kind, {})


def random_book(chance: random.Random, book: Book) -> PricingPack:
    rows: list[dict[str, Any]] = [
        {"code": "base", "type": "flat", "amount_usd": 10, "taxable": False}
    ]
    for n in range(chance.randint(1, 9)):
        rows.append(random_row(chance, n, [row["code"] for row in rows]))
    if chance.random() < 0.5:
        to = chance.choice([0.05, 1, 5, 100])
        mode = chance.choice(["up", "nearest"])
        rows.append(
            {"code": "even", "type": "rounding", "mode": mode, "to_usd": to, "taxable": True}
        )
    if chance.random() < 0.7:
        rows.append({"code": "tax", "type": "tax", "rate_pct": round(chance.uniform(1, 10), 3)})
    region = {
        "clause": "c",
        "status": "secondary",
        "sources": ["me"],
        "material": 1.037,
        "installation": 0.9,
    }
    return book(*rows, cents=chance.choice(["half_up", "up"]), regions={"here": region})


def random_project(
    chance: random.Random, pack: PricingPack
) -> tuple[dict[str, Any], dict[str, float]]:
    addons = [row.code for row in pack.rows if row.select == "addon" and chance.random() < 0.6]
    rows = [row for row in pack.rows if row.select == "always" or row.code in addons]
    asked = [
        row.code for row in rows if row.type == "at_cost" or "input" in getattr(row, "quantity", "")
    ]
    pricing: dict[str, Any] = {
        "addons": addons,
        "quantity": chance.choice([1, 2, 3, 40]),
        "inputs": {code: round(chance.uniform(0, 500), 2) for code in asked},
    }
    if chance.random() < 0.5:
        pricing["region"] = "here"
    return pricing, {name: Known(chance.uniform(0, 40), "x") for name in QUANTITIES}


@pytest.mark.parametrize("part", range(5))
def test_the_total_is_the_sum_of_its_lines_to_the_cent(part: int, book: Book, price: Price) -> None:
    chance = random.Random(part)
    for _ in range(BOOKS // 5):
        pack = random_book(chance, book)
        for _ in range(PROJECTS):
            pricing, amounts = random_project(chance, pack)
            trace = Trace()
            got = price(pack, amounts, trace, **pricing)
            taxes = [line for line in got.line_items if line.code == "tax"]
            assert got.total_usd == sum(line.subtotal_usd for line in got.line_items)
            assert got.total_usd - got.subtotal_usd == sum(line.subtotal_usd for line in taxes)
            for line in got.line_items:
                assert line.subtotal_usd == round(line.subtotal_usd, 2)
                exactly = line.unit_amount_usd * exact(line.quantity)
                assert abs(line.subtotal_usd - exactly) < CENT
                assert line.quantity == round(line.quantity, 3)
            check_steps(trace)
            assert price(pack, amounts, Bare(), **pricing) == got


def check_steps(trace: Trace) -> None:
    """Every printed text, evaluated with its terms, gives the value; every term has an origin."""
    for n, step in enumerate(trace.steps):
        terms = {name: float(term) for name, term in step.terms.items()}
        assert eval(step.card.text, dict(TERMS), terms) == pytest.approx(step.value, abs=1e-6)
        assert set(terms) == set(step.card.units)
        assert step.clause.startswith("Test book ")
        for term in step.terms.values():
            assert isinstance(term, Known)
            if term.origin.startswith("step "):
                earlier = int(term.origin[5:])
                assert earlier <= n
                assert trace.steps[earlier - 1].value == term


MONEY = st.integers(0, 10_000_000).map(lambda cents: cents / 100)
AMOUNT = st.integers(0, 5_000_000).map(lambda thousandths: thousandths / 1000)
RATE = st.integers(1, 99_000).map(lambda thousandths: thousandths / 1000)
N = st.integers(1, 1000).map(float)
FACTORIES: list[tuple[Any, dict[str, Any]]] = [
    (eq.whole_line("a", "each"), {"unit_amount": MONEY, "quantity": N}),
    (eq.measured_line("a", "ft", "half_up"), {"unit_amount": MONEY, "quantity": AMOUNT}),
    (eq.measured_line("a", "ft", "up"), {"unit_amount": MONEY, "quantity": AMOUNT}),
    (eq.indexed("a", "ft", "half_up"), {"unit_amount": MONEY, "index": RATE}),
    (eq.indexed("a", "ft", "up"), {"unit_amount": MONEY, "index": RATE}),
    (billed("a", "ft", minimum=False, increment=False), {"amount": st.floats(0, 1e4), "n": N}),
    (billed("a", "ft", minimum=True, increment=True),
     {"amount": st.floats(0, 1e4), "n": N, "minimum": AMOUNT, "increment": RATE}),
    (within("a", "ft", closed=True),
     {"amount": AMOUNT, "n": N, "above": st.just(0.0), "up_to": AMOUNT}),
    (within("a", "ft", closed=False), {"amount": AMOUNT, "n": N, "above": st.just(0.0)}),
    (eq.total("s", ("a", "b", "c")), {"a": MONEY, "b": MONEY, "c": MONEY}),
    (eq.share("a", "markup", "half_up"), {"base": MONEY, "rate": RATE}),
    (eq.share("a", "margin", "half_up"), {"base": MONEY, "rate": RATE}),
    (eq.share("a", "margin", "up"), {"base": MONEY, "rate": RATE}),
    (eq.share("a", "markup", "half_up"), {"base": MONEY.map(lambda base: -base), "rate": RATE}),
    (eq.shortfall("a"), {"base": MONEY, "minimum": MONEY}),
    (eq.at_cost("a", "half_up"), {"cost": MONEY}),
    (eq.rounding("a", "up"), {"base": MONEY, "to": st.sampled_from([0.01, 0.05, 1.0, 25.0])}),
    (eq.rounding("a", "nearest"), {"base": MONEY, "to": st.sampled_from([0.01, 0.05, 1.0, 25.0])}),
    (amount("a", "ceil(max(1, poles.length_ft / 40 ft)) * poles.count", "each"),
     {"poles_length_ft": st.floats(0, 1e4), "poles_count": N}),
    (amount("a", "min(poles.weight_lb, 900) - 1 + 2 * (poles.weight_lb / 7)", "ton"),
     {"poles_weight_lb": st.floats(0, 1e5)}),
]  # fmt: skip


@pytest.mark.parametrize(("function", "terms"), FACTORIES)
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_the_printed_text_gives_the_value(function: Any, terms: dict[str, Any], data: Any) -> None:
    given_terms = {name: data.draw(strategy, name) for name, strategy in terms.items()}
    value = function(**given_terms)
    assert set(terms) == set(function.card.units)
    printed = eval(function.card.text, dict(TERMS), given_terms)
    assert printed == pytest.approx(value, rel=1e-12, abs=1e-6)


ALL = {
    "sign.height_ft": 24.0, "footing.depth_ft": 8.0, "footing.count": 1.0,
    "footing.concrete_yd3": 2.1, "footing.spoil_yd3": 2.1,
}  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(depth=st.floats(2, 40), deeper=st.floats(0.5, 10), width=st.floats(1.5, 6))
def test_a_deeper_pier_costs_more(
    shop: PricingPack, price: Price, depth: float, deeper: float, width: float
) -> None:
    def cost(d: float) -> float:
        yards = math.pi / 4 * width**2 * d / 27
        pier = {"footing.depth_ft": d, "footing.concrete_yd3": yards, "footing.spoil_yd3": yards}
        return float(price(shop, {**ALL, **pier}, as_of="2026-11-23").total_usd)

    above_minimum = max(depth, 9.0)
    assert cost(above_minimum + deeper) > cost(above_minimum)


def test_the_example_says_in_every_answer_that_it_is_one(shop: PricingPack, price: Price) -> None:
    trace = Trace()
    price(shop, ALL, trace, as_of="2026-11-23")
    assert [(caution.code, caution.severity) for caution in trace.cautions] == [
        ("example_prices", "warning")
    ]
    assert any(sentence.startswith("No region is given") for sentence in trace.assumptions)
    assert {row.type for row in shop.rows} == {
        "flat", "brackets", "per_unit", "steps", "at_cost",
        "percent", "tax", "minimum_charge", "rounding",
    }  # fmt: skip


def test_only_the_chosen_rows_ask_for_quantities(shop: PricingPack) -> None:
    assert not any(name.startswith("poles.") for name in shop.quantities_for([]))
    assert "poles.weight_lb" in shop.quantities_for(["pole_steel"])
    assert shop.quantities_for(["pole_steel", "pole_sticks"]) == shop.quantities_for(
        {row.code for row in shop.rows}
    )
