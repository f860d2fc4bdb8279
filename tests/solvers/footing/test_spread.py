"""Spread footings: statics, the smallest size, and the checks."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apex_cli.equations import Bare
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.footing import FootingPack
from apex_cli.quantities import Known
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import spread_equations as eq

Ask = Callable[..., Any]

LOADS = {"lateral_lbf": 1500, "height_ft": 4, "axial_lbf": 3000}
SPREAD = {"type": "spread"}


def test_by_hand(ask: Ask) -> None:
    """5 ft square, 2 ft thick, bottom at 3.5 ft, class 4: worked on paper."""
    answer = ask({**SPREAD, "width_ft": 5, "wind_direction": "normal"}, LOADS, frost=42)
    result = answer.result
    assert answer.says("along footing.width_ft alone")
    assert result.bearing_corner is None
    W = 3000 + 25 * 2 * 150
    M = 1500 * (4 + 3.5)
    assert result.depth_ft == 3.5
    soil = 25 * 1.5 * 110  # for bearing alone: its weight is not given
    assert result.eccentricity_ft == pytest.approx(M / (W + soil))
    e = M / (0.6 * W)
    assert result.bearing_max_psf == pytest.approx(2 * 0.6 * W / (3 * 5 * (2.5 - e)))
    assert result.bearing.combination == "0.6D + 0.6W"
    assert result.overturning.ratio == pytest.approx(M / (0.6 * W * 2.5))
    assert result.sliding.ratio == pytest.approx(1500 / (0.25 * 0.6 * W))
    assert result.concrete_yd3 == pytest.approx(50 / 27)
    assert result.spoil_yd3 == pytest.approx(25 * 3.5 / 27)
    assert result.kern_ft == pytest.approx(5 / 6)


def test_the_smallest_square_that_passes(ask: Ask) -> None:
    found = ask(SPREAD, LOADS, frost=42)
    assert (found.result.width_ft, found.result.shape) == (5.0, "square")
    assert found.result.governed_by == "sliding"
    assert all(found.checks.values())
    smaller = ask({**SPREAD, "width_ft": 4.5}, LOADS, frost=42)
    assert smaller.checks["spread.sliding"] is False
    assert "footing.outside_kern" in smaller.codes


def test_sizes(ask: Ask) -> None:
    long = ask({**SPREAD, "aspect_ratio": 2}, LOADS).result
    assert (long.length_ft, long.shape) == (2 * long.width_ft, "rectangle")
    narrow = ask({**SPREAD, "aspect_ratio": 0.5}, LOADS).result
    assert narrow.length_ft < narrow.width_ft
    fixed = ask({**SPREAD, "length_ft": 8}, LOADS).result
    assert (fixed.length_ft, fixed.width_ft < 5) == (8, True)
    both = ask({**SPREAD, "width_ft": 6, "length_ft": 8}, LOADS).result
    assert (both.width_ft, both.length_ft) == (6, 8)


def test_within_the_kern(ask: Ask) -> None:
    answer = ask({**SPREAD, "width_ft": 12}, LOADS)
    assert "footing.outside_kern" not in answer.codes
    assert answer.result.bearing_min_psf > 0
    assert answer.result.bearing.combination == "D + 0.6W"


def test_tipping_over(ask: Ask) -> None:
    answer = ask({**SPREAD, "width_ft": 1.5}, LOADS)
    assert answer.checks["spread.overturning"] is False
    assert "spread.bearing" not in answer.checks
    assert "footing.tips_over" in answer.codes
    assert answer.result.bearing_max_psf is answer.result.bearing.pressure_psf is None
    assert answer.result.governed_by == "overturning"


def test_clay_slides_on_cohesion_up_to_half_the_dead_load(ask: Ask) -> None:
    light = ask({**SPREAD, "width_ft": 8}, LOADS, {"class": 5}).result
    W_r = 0.6 * (3000 + 64 * 2 * 150)
    assert light.sliding.resistance == pytest.approx(0.5 * W_r)  # 130 psf would give more
    heavy = ask({**SPREAD, "width_ft": 5}, {**LOADS, "axial_lbf": 30_000}, {"class": 5}).result
    assert heavy.sliding.resistance == pytest.approx(130 * 25)


def test_cohesion_counts_only_where_the_base_presses() -> None:
    terms = {"c": 130.0, "L": 5.0, "f_c": 1.0, "W_r": 1e9}
    assert eq.sliding_cohesion(B=5, e=0, **terms) == 130 * 25
    assert eq.sliding_cohesion(B=5, e=2, **terms) == 130 * 5 * 1.5
    assert eq.sliding_cohesion(B=5, e=3, **terms) == 0


def test_a_footing_that_tips_in_clay_slides_too(ask: Ask) -> None:
    result = ask({**SPREAD, "width_ft": 1.5}, LOADS, {"class": 5}).result
    assert result.sliding.resistance == 0
    assert math.isfinite(result.sliding.ratio)


def test_soil_that_says_nothing_of_sliding(ask: Ask) -> None:
    answer = ask(SPREAD, LOADS, {"vertical_psf": 2000})
    assert answer.codes["footing.sliding_not_checked"] == "warning"
    assert answer.result.sliding is None
    with pytest.raises(InvalidInput) as caught:
        ask(SPREAD, LOADS, {"friction": 0.3})
    assert caught.value.faults[0].pointer == "/soil/vertical_psf"


def test_soil_upon_the_footing(ask: Ask) -> None:
    bare = ask({**SPREAD, "width_ft": 5}, LOADS, frost=42)
    covered = ask({**SPREAD, "width_ft": 5}, LOADS, {"class": 4, "unit_weight_pcf": 100}, frost=42)
    more = covered.result.overturning.resistance - bare.result.overturning.resistance
    assert more == pytest.approx(0.6 * 25 * 1.5 * 100 * 2.5)
    assert bare.says("not at all for overturning and sliding")
    assert covered.says("counts by soil.unit_weight_pcf")


def test_moment_is_taken_at_the_base(ask: Ask) -> None:
    shallow = ask({**SPREAD, "width_ft": 6, "depth_ft": 2}, LOADS).result
    deep = ask({**SPREAD, "width_ft": 6, "depth_ft": 5}, LOADS).result
    assert deep.overturning.demand - shallow.overturning.demand == pytest.approx(1500 * 3)


def test_depth(ask: Ask) -> None:
    assert ask(SPREAD, LOADS, frost=42).checks["spread.frost"] is True
    assert ask({**SPREAD, "depth_ft": 3}, LOADS, frost=42).checks["spread.frost"] is False
    assert ask({**SPREAD, "thickness_ft": 2.2}, LOADS).result.depth_ft == 2.5
    assert ask({**SPREAD, "thickness_ft": None}, LOADS).says("1 ft is taken")


def test_increase(ask: Ask) -> None:
    answer = ask({**SPREAD, "width_ft": 5, "pressure_increase": 1.25}, LOADS)
    assert answer.result.bearing.allowable_psf == pytest.approx(2500)
    assert answer.codes["footing.pressure_increase"] == "review"


def test_options_of_piers_are_not_used_and_said(ask: Ask) -> None:
    answer = ask({**SPREAD, "isolated_pole": True, "constraint": "constrained"}, LOADS)
    assert answer.says("footing.isolated_pole is not used")
    assert answer.says("footing.constraint is not used")
    assert answer.result == ask(SPREAD, LOADS).result


def test_several(ask: Ask) -> None:
    def demand(P: float, name: str) -> Demand:
        return Demand(
            Known(P, "test"), Known(4, "test"), Known(3000, "test"), Known(0, "test"), name
        )

    answer = ask(SPREAD, demands=[demand(1500, "west"), demand(900, "east")])
    alone = ask(SPREAD, LOADS)
    assert (answer.result.governing, answer.result.count) == ("west", 2)
    assert answer.result.width_ft == alone.result.width_ft
    assert answer.result.concrete_yd3 == pytest.approx(2 * alone.result.concrete_yd3)
    assert [row.name for row in answer.result.foundations] == ["west", "east"]


def uplifted(axial: float) -> Demand:
    return Demand(
        Known(1500, "test"), Known(4, "test"), Known(axial, "test"), Known(0, "test"), "west"
    )


def test_uplift_is_held_in_full_by_part_of_the_weight(ask: Ask) -> None:
    """8 ft square, 2 ft thick: 0.6 of 19,200 lb less an uplift of 5,000 lb."""
    result = ask({**SPREAD, "width_ft": 8}, demands=[uplifted(-5000)]).result
    W_r = 0.6 * 64 * 2 * 150 - 5000
    assert result.sliding.resistance == pytest.approx(0.25 * W_r)
    assert result.overturning.resistance == pytest.approx(W_r * 4)


@pytest.mark.parametrize("soil", [{"class": 4}, {"class": 5}])
def test_a_footing_lighter_than_its_uplift_does_not_stand(ask: Ask, soil: dict[str, int]) -> None:
    answer = ask({**SPREAD, "width_ft": 8}, None, soil, demands=[uplifted(-20_000)])
    assert answer.checks["spread.overturning"] is answer.checks["spread.sliding"] is False
    assert answer.result.eccentricity_ft is answer.result.bearing_max_psf is None
    found = ask(SPREAD, None, soil, demands=[uplifted(-20_000)])
    assert 0.6 * found.result.width_ft**2 * 2 * 150 > 20_000
    assert all(found.checks.values())


def test_the_smaller_of_friction_and_cohesion_counts(ask: Ask) -> None:
    both = ask({**SPREAD, "width_ft": 8}, LOADS, {"class": 5, "friction": 0.7}).result
    alone = ask({**SPREAD, "width_ft": 8}, LOADS, {"class": 5}).result
    assert both.sliding == alone.sliding


def test_what_is_not_used_or_odd_is_said(ask: Ask) -> None:
    answer = ask({**SPREAD, "shape": "round", "aspect_ratio": 2, "length_ft": 8}, LOADS)
    assert answer.says("footing.length_ft is not used: the footing is round")
    assert answer.says("footing.aspect_ratio is not used: the footing is round")
    answer = ask({**SPREAD, "aspect_ratio": 2, "length_ft": 8}, LOADS)
    assert answer.says("footing.aspect_ratio is not used: footing.length_ft is given")
    assert ask({**SPREAD, "width_ft": 6, "aspect_ratio": 2}, LOADS).result.length_ft == 12
    proud = ask({**SPREAD, "thickness_ft": 3, "depth_ft": 1}, LOADS)
    assert proud.codes["footing.stands_proud"] == "review"
    assert ask(SPREAD, LOADS, {"class": 4, "vertical_psf": 9000}).says("own vertical_psf stand")


def test_nothing_stands(ask: Ask) -> None:
    with pytest.raises(NoAnswer, match="no spread footing"):
        ask(SPREAD, {"lateral_lbf": 1e7, "height_ft": 100})
    with pytest.raises(NoAnswer, match="method for piers"):
        ask(SPREAD, LOADS, {"undrained_shear_strength_psf": 1000}, ref="broms-clay_v1")


@given(W=st.floats(100, 1e6), B=st.floats(1, 50), L=st.floats(1, 50), part=st.floats(0.001, 0.999))
def test_pressures_balance_weight_and_moment(W: float, B: float, L: float, part: float) -> None:
    e = part * B / 2
    if e <= B / 6:
        high = eq.pressure_in_kern(W=W, B=B, L=L, e=e)
        low = eq.least_pressure_in_kern(W=W, B=B, L=L, e=e)
        contact = B
    else:
        high, low = eq.pressure_outside_kern(W=W, L=L, B=B, e=e), 0.0
        contact = 3 * (B / 2 - e)
    assert (high + low) / 2 * contact * L == pytest.approx(W)
    centroid = contact / 3 * (high + 2 * low) / (high + low)  # from the pressed edge
    assert B / 2 - centroid == pytest.approx(e, abs=1e-9 * B)


def test_the_pack_must_have_the_rules(ask: Ask, pack_of: Callable[[str], FootingPack]) -> None:
    pack = pack_of("ibc-2021_v1").replace(spread=None)
    with pytest.raises(NoAnswer):
        ask(SPREAD, LOADS, pack=pack)
    assert Bare().checks == []
