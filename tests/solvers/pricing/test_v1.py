"""The released book: 200 up to and including 25 ft, 300 above, 35 and 30 for the add-ons."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from apex_cli.equations import Trace
from apex_cli.errors import InvalidInput, PackError
from apex_cli.packs.pricing import PricingPack
from apex_cli.project.model import Inputs
from apex_cli.quantities import Known
from apex_cli.solvers.pricing.inputs import PricingInputs, needs, reads
from apex_cli.solvers.pricing.result import LineItem, PricingResult
from apex_cli.solvers.pricing.solve import solve

WITH_POLES = ("/pricing", "/sign/elements", "/sign/poles")


def price(
    pack: PricingPack, height: float, trace: Trace | None = None, **pricing: object
) -> PricingResult:
    return solve(
        PricingInputs.of(Inputs.read({"pricing": pricing})),
        pack,
        {"sign.height_ft": Known(height, "step 1")},
        trace or Trace(),
    )


@pytest.mark.parametrize(
    ("height", "dollars"),
    [
        (0.5, 200), (24.0, 200), (25.0, 200), (25.000000000000004, 200), (25.001, 300), (80.0, 300),
    ],
)  # fmt: skip
def test_the_bracket_edge_is_at_25_ft(v1: PricingPack, height: float, dollars: int) -> None:
    assert price(v1, height, quantity=1).total_usd == dollars


def test_a_24_ft_sign_with_both_addons(v1: PricingPack) -> None:
    got = price(v1, 24.0, quantity=1, addons=["calc_packet", "hard_copies"])
    assert got.total_usd == got.subtotal_usd == Decimal("265.00")
    assert (got.currency, got.pricing_ref, got.valid_from, got.valid_to) == (
        "USD", "v1", "2026-01-01", None,
    )  # fmt: skip
    assert got.line_items[0] == LineItem(
        code="engineering",
        label="Engineering, up to and including 25 ft",
        quantity=1.0,
        unit="each",
        unit_amount_usd=Decimal("200.00"),
        subtotal_usd=Decimal("200.00"),
        source="pricing_v1 /rows/0: Trade price list for sign engineering, as stated on 2026-11-23",
    )
    assert {line.code: float(line.subtotal_usd) for line in got.line_items[1:]} == {
        "calc_packet": 35.0, "hard_copies": 30.0,
    }  # fmt: skip


def test_every_line_is_charged_for_every_sign(v1: PricingPack) -> None:
    got = price(v1, 30.0, quantity=3, addons=["hard_copies"])
    assert [(line.quantity, float(line.subtotal_usd)) for line in got.line_items] == [
        (3.0, 900.0), (3.0, 90.0),
    ]  # fmt: skip
    assert got.total_usd == 990


def test_the_order_of_addons_does_not_matter(v1: PricingPack) -> None:
    there = price(v1, 24.0, addons=["calc_packet", "hard_copies"])
    assert price(v1, 24.0, addons=["hard_copies", "calc_packet"]) == there


def test_the_trace_shows_each_line_with_its_row(v1: PricingPack) -> None:
    trace = Trace()
    price(v1, 24.0, trace, quantity=2, addons=["calc_packet"])
    assert [(step.card.symbol, step.value, step.clause) for step in trace.steps] == [
        ("engineering", 400.0, "Price book v1 row engineering"),
        ("calc_packet", 70.0, "Price book v1 row calc_packet"),
        ("subtotal", 470.0, "Price book v1 sum of the lines"),
    ]
    origins = {name: term.origin for name, term in trace.steps[0].terms.items()}
    assert origins == {
        "unit_amount": "pricing:/rows/0/brackets/0/amount_usd", "quantity": "/pricing/quantity",
    }  # fmt: skip
    assert trace.subject == ""
    assert trace.cautions == []
    assert any("once for each sign" in sentence for sentence in trace.assumptions)


def test_an_absent_quantity_is_one_and_said(v1: PricingPack) -> None:
    trace = Trace()
    assert price(v1, 24.0, trace).total_usd == 200
    assert "One sign is priced: pricing.quantity is not given." in trace.assumptions


def test_an_unknown_addon_is_an_error_and_never_cheaper(v1: PricingPack) -> None:
    with pytest.raises(InvalidInput) as caught:
        price(v1, 24.0, addons=["hard_copies", "calc_paket", "zzz", "engineering"])
    assert caught.value.exit_code == 3
    assert [(fault.pointer, fault.hint) for fault in caught.value.faults] == [
        ("/pricing/addons/1", "did you mean 'calc_packet'?"),
        ("/pricing/addons/2", "add-ons: calc_packet, hard_copies"),
        ("/pricing/addons/3", "leave it out"),
    ]
    assert caught.value.detail.endswith("and 2 more")


@pytest.mark.parametrize("quantity", [0, -1, 1.5, 100_001])
def test_a_quantity_that_is_none_is_refused(quantity: float) -> None:
    with pytest.raises(ValueError, match="quantity"):
        Inputs.read({"pricing": {"quantity": quantity}})


def test_the_same_addon_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="names 'a' twice"):
        Inputs.read({"pricing": {"addons": ["b", "a", "a"]}})


def test_it_never_expires_but_was_not_always_valid(v1: PricingPack) -> None:
    trace = Trace()
    got = price(v1, 24.0, trace, as_of="2099-12-31")
    assert got.as_of == "2099-12-31"
    assert "The price book v1 was held valid on 2099-12-31." in trace.assumptions
    with pytest.raises(PackError, match="valid from 2026-01-01 on, not on 2025-12-31") as caught:
        price(v1, 24.0, as_of="2025-12-31")
    assert (caught.value.problem_code, caught.value.exit_code) == ("pack.expired", 4)


def test_without_a_pricing_block_there_is_nothing_to_price() -> None:
    with pytest.raises(InvalidInput) as caught:
        PricingInputs.of(Inputs())
    assert caught.value.faults[0].pointer == "/pricing"


def test_a_quantity_that_nothing_gives_is_named(v1: PricingPack) -> None:
    with pytest.raises(InvalidInput, match=r"sign\.height_ft, the top of the sign") as caught:
        solve(PricingInputs.of(Inputs.read({"pricing": {}})), v1, {}, Trace())
    assert caught.value.faults[0].pointer == "/sign/elements"


def project(*addons: str) -> Inputs:
    return Inputs.read({"pricing": {"addons": list(addons)}})


def test_it_needs_the_height_alone(v1: PricingPack) -> None:
    assert v1.quantities_for({row.code for row in v1.rows}) == {"sign.height_ft"}
    assert reads(project("calc_packet"), v1) == tuple(needs({})) == ("/pricing", "/sign/elements")


def test_a_book_reads_what_its_rows_ask_for(
    shop: PricingPack, book: Callable[..., PricingPack]
) -> None:
    assert reads(project(), shop) == ("/pricing", "/sign/elements")
    assert reads(project("pole_sticks"), shop) == WITH_POLES
    steel = {"code": "s", "type": "per_unit", "unit": "lb", "amount_usd": 2}
    steel["quantity"] = "poles.weight_lb"
    assert reads(project(), book(steel)) == WITH_POLES
    assert reads(project(), book({"code": "a", "type": "flat", "amount_usd": 2})) == ("/pricing",)
