"""Books and projects drawn at random against the sum that `by_hand` makes of them.

Hundreds in the suite; as many as wanted by `APEX_BOOKS=10000 pytest --no-cov` of this file.
"""

import os
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.packs.model import bind
from apex_cli.packs.pricing import PricingPack
from apex_cli.quantities import Known
from apex_cli.solvers.pricing.result import ShopResult, Shown
from tests.solvers.pricing.by_hand import Book, Price
from tests.solvers.pricing.random_books import Drawn

PARTS = 4
BOOKS = int(os.environ.get("APEX_BOOKS", "240"))


def cents(amount: Decimal) -> int:
    assert amount == round(amount, 2)
    return int(amount * 100)


def priced(drawn: Drawn, price: Callable[..., Any]) -> tuple[ShopResult, Price, Trace]:
    """The program's price and that by hand."""
    pricing, amounts = drawn.project()
    pack = PricingPack.read(drawn.book)
    bind(pack)
    trace = Trace()
    known = {name: Known(value, "x") for name, value in amounts.items()}
    got = price(pack, known, trace, **pricing)
    assert price(pack, known, Bare(), **pricing) == got
    return got, Book(drawn.book, pricing, amounts).whole(), trace


@pytest.mark.parametrize("part", range(PARTS))
def test_a_price_is_the_sum_by_hand_to_the_cent(part: int, price: Callable[..., Any]) -> None:
    lumped = 0
    for seed in range(part, BOOKS, PARTS):
        drawn = Drawn(seed)
        got, want, _ = priced(drawn, price)
        assert [(line.code, cents(line.subtotal_usd)) for line in got.line_items] == want.lines
        assert (cents(got.subtotal_usd), cents(got.total_usd)) == (want.subtotal, want.total), seed
        assert {one.code: cents(one.total_usd) for one in got.options} == want.options
        assert (cents(got.deposit.amount_usd) if got.deposit else None) == want.deposit
        if got.deposit:
            assert got.deposit.amount_usd + got.deposit.balance_usd == got.total_usd
        job = got.job
        assert (cents(job.cost_usd), cents(job.overhead_usd)) == (want.cost, want.overhead), seed
        assert job.cost_usd + job.overhead_usd + job.margin_usd == got.subtotal_usd
        assert {one.trade: Fraction(str(one.hours)) for one in job.labour} == want.hours
        assert [cents(one.amount_usd) for one in got.shown] == [one[1] for one in want.shown], seed
        assert sum(one.amount_usd for one in got.shown) == got.total_usd
        for option in got.options:
            assert sum(one.amount_usd for one in option.shown) == option.total_usd
        lumped += any(one.kind == "lump" and one.group is None for one in got.shown)
    assert lumped < BOOKS / PARTS / 2  # most books are shown line by line


def test_what_is_told_as_a_percentage_is_one_of_what_is_shown(price: Callable[..., Any]) -> None:
    """So that no tax and no discount tells what the lines were without what is hidden in them."""
    held = taken = 0
    for seed in range(BOOKS // 2):
        drawn = Drawn(seed)
        if any(group["shown"] == "lump" for group in drawn.book["groups"]):
            continue
        got, _, _ = priced(drawn, price)
        main = [one for one in got.shown if one.option is None]
        for at, one in enumerate(main):
            if one.kind == "discount" and (
                told := re.search(r", (.*) % of the lines above", one.label)
            ):
                base = sum((other.amount_usd for other in main[:at]), Decimal(0))
                off = min(max(base, Decimal(0)) * Decimal(told[1]) / 100, max(base, Decimal(0)))
                assert abs(off + one.amount_usd) < Decimal("0.01"), seed
                taken += 1
        taxes = [row for row in drawn.book["rows"] if row["type"] == "tax"]
        if len(taxes) != 1 or main[0].kind == "lump" or main[-1].kind != "tax":
            continue
        rows = {row["label"]: row for row in drawn.book["rows"]}
        taxable = [one for one in main if rows[_label(one, rows)].get("taxable")]
        exact = sum((one.amount_usd for one in taxable), Decimal(0))
        rate = Decimal(str(taxes[0]["rate_pct"])) / 100
        assert abs(exact * rate - main[-1].amount_usd) < Decimal("0.01"), seed
        held += any(row.get("hidden") for row in drawn.book["rows"])
    assert held
    assert taken


def _label(one: Shown, rows: dict[str, Any]) -> str:
    return max((label for label in rows if one.label.startswith(label)), key=len)
