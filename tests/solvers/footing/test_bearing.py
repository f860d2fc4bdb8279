"""Bearing about two axes, with the wind turned, and under a round base: held by strips."""

import random
from collections.abc import Callable
from math import cos, hypot, inf, pi, radians, sin, sqrt
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.packs.footing import FootingPack
from apex_cli.quantities import Known
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.bearing import along_side, contact_of, on_corner
from apex_cli.solvers.footing.soil import Ground
from apex_cli.solvers.footing.spread_case import Load, Site, Size
from apex_cli.solvers.limits import most

Ask = Callable[..., Any]
PackOf = Callable[[str], FootingPack]

NORMAL = {"type": "spread", "width_ft": 8, "wind_direction": "normal"}
LOADS = {"lateral_lbf": 1500, "height_ft": 20, "axial_lbf": 4000}


class Sum(NamedTuple):
    """What a pressure carries: its load, and where it stands from the pressed corner."""

    load: float
    x: float
    y: float


def by_strips(q: float, size: Size, reach: tuple[float, float], strips: int = 400) -> Sum:
    """The pressure q (1 - x/X - y/Y) without tension, summed in strips along B."""
    X, Y = reach
    width = size.L / strips
    load = at_x = at_y = 0.0
    for n in range(strips):
        y = (n + 0.5) * width
        edge = q * (1 - y / Y)
        if edge <= 0:
            break
        slope = q / X
        long = min(size.B, edge / slope) if slope else size.B
        part = (edge * long - slope * long**2 / 2) * width
        load += part
        at_x += (edge * long**2 / 2 - slope * long**3 / 3) * width
        at_y += part * y
    return Sum(load, at_x / load, at_y / load)


@pytest.fixture(scope="module")
def site(pack_of: PackOf) -> Site:
    pack = pack_of("ibc-2021_v1")
    assert pack.spread is not None
    return Site(pack, pack.spread, Ground(None, 2000, 0.25, None, None, None, None), 2000, 2, 2)


def test_two_thousand_pads_carry_their_load_where_it_stands(site: Site) -> None:
    chance, kinds = random.Random(11), [0, 0]
    for _ in range(2000):
        size = Size(chance.uniform(2, 20), chance.uniform(2, 20))
        W = chance.uniform(1e3, 1e6)
        e_x, e_y = chance.uniform(0, 0.48) * size.B, chance.uniform(0, 0.48) * size.L
        load = Load("D + 0.6W", W, W * e_x, W * e_y)
        corner = on_corner(site, size, [load], Bare())
        contact = contact_of(size, load, 0.0)
        assert corner is not None
        assert contact is not None
        x, y = contact.intercepts
        kinds[contact.least > 0] += 1
        found = by_strips(corner.pressure_psf, size, (x * size.B, y * size.L))
        assert found == pytest.approx((W, size.B / 2 - e_x, size.L / 2 - e_y), rel=1e-3)
    assert min(kinds) > 100


def test_no_direction_of_the_wind_presses_more_than_the_one_told(site: Site) -> None:
    chance, turning = random.Random(12), site._replace(turning=True)
    for _ in range(60):
        B = chance.uniform(3, 12)
        size = Size(B, B * chance.choice((1, 1, 1.3, 2, 4)))
        e = chance.uniform(0.01, 0.49) * B
        load = Load("D + 0.6W", 1e4, 1e4 * e, 0.0)
        corner = on_corner(turning, size, [load], Bare())
        assert corner is not None
        for tenth in range(0, 901, 5):
            contact = contact_of(size, load, tenth / 10)
            assert contact is not None
            most = contact.most * load.W / (size.B * size.L)
            assert most <= corner.pressure_psf * (1 + 2e-7), (size, e, tenth)
        turned = radians(corner.wind_direction_deg)
        assert corner.eccentricity_ft == pytest.approx(e * cos(turned))
        assert corner.eccentricity_across_ft == pytest.approx(e * sin(turned))


def test_a_pad_that_presses_whole_is_pressed_most_on_its_diagonal(site: Site) -> None:
    """With e_x/B + e_y/L <= 1/6 the corner has W/A (1 + 6 e sqrt(1/B^2 + 1/L^2))."""
    load = Load("D + 0.6W", 1000.0, 400.0, 0.0)
    corner = on_corner(site._replace(turning=True), Size(6.0, 8.0), [load], Bare())
    assert corner is not None
    assert corner.pressure_psf == pytest.approx(1000 / 48 * (1 + 6 * 0.4 * hypot(1 / 6, 1 / 8)))
    assert corner.wind_direction_deg == pytest.approx(36.87, abs=0.01)  # tan = B/L


@pytest.mark.parametrize("L", [8.0, 10.0])
def test_no_jump_where_the_worst_direction_changes(site: Site, L: float) -> None:
    turning, before = site._replace(turning=True), 0.0
    for n in range(1, 460):
        load = Load("D + 0.6W", 1000.0, n * 8.0, 0.0)  # 0.001 of the side each time
        corner = on_corner(turning, Size(8.0, L), [load], Bare())
        assert corner is not None
        assert before < corner.pressure_psf < before * 1.025 or not before
        before = corner.pressure_psf


@pytest.mark.parametrize("part", [0.05, 0.125, 0.2, 0.3, 0.45])
def test_a_round_pad_by_strips(site: Site, part: float) -> None:
    """Strips across the pressure q (1 - x/x_0), of which the circle gives the width."""
    B, W = 10.0, 5e4
    q, least = along_side(site._replace(shape="round"), Size(B, B), W, part * B, Bare())
    assert q is not None
    low, high = (B, 1e9) if part <= 0.125 else (0.0, B)
    for _ in range(200):  # the place where nothing presses, by the load alone
        middle = (low + high) / 2
        if _circle(q, B, middle)[0] < W:
            low = middle
        else:
            high = middle
    load, stands = _circle(q, B, high)
    assert load == pytest.approx(W, rel=1e-3)
    assert B / 2 - stands == pytest.approx(part * B, rel=2e-3)
    assert least == pytest.approx(max(0.0, q * (1 - B / high)), abs=1e-3 * q)


def _circle(q: float, B: float, x_0: float, strips: int = 2000) -> tuple[float, float]:
    width = min(B, x_0) / strips
    load = moment = 0.0
    for n in range(strips):
        x = (n + 0.5) * width
        part = q * (1 - x / x_0) * 2 * sqrt(x * (B - x)) * width
        load, moment = load + part, moment + part * x
    return load, moment / load if load else inf


def test_a_round_pad_misses_its_load_at_the_edge(site: Site) -> None:
    assert along_side(site._replace(shape="round"), Size(8.0, 8.0), 1.0, 4.0, Bare()) == (None, 0)


def hung(P: float, M_W: float, M_D: float, axial: float = 4000.0) -> Demand:
    """A wind moment and that of an offset dead load at grade, kip-ft."""
    height = hypot(M_W, M_D) * 1000 / P
    P, height, axial, none, M_D, M_W = (
        Known(value, "test") for value in (P, height, axial, 0.0, M_D, M_W)
    )
    return Demand(P, height, axial, none, sustained_kipft=M_D, wind_kipft=M_W)


def test_an_offset_cabinet_by_hand(ask: Ask) -> None:
    """8 ft square, 2 ft thick at 2 ft: W = 4,000 + 19,200; M_x = 10,000 + 1,000 x 2; M_y = 8,000.

    D + 0.6W: e_x = 0.5172 ft, e_y = 0.3448 ft: 6 (0.5172 + 0.3448) / 8 = 0.6466 <= 1.
    0.6D + 0.6W: e_x = 0.8621 ft, 6 (0.8621 + 0.3448) / 8 = 0.9052 <= 1.
    """
    answer = ask({**NORMAL, "wind_direction": None}, demands=[hung(1000.0, 10.0, -8.0)])
    result, W = answer.result, 23_200
    whole = W / 64 * (1 + 6 * (12_000 + 8000) / W / 8)
    assert result.bearing_corner.pressure_psf == pytest.approx(whole)
    assert result.bearing_corner.combination == "D + 0.6W"
    assert result.bearing.pressure_psf == result.bearing_max_psf == pytest.approx(whole)
    assert result.bearing_corner.wind_direction_deg == 0
    assert result.overturning.ratio == pytest.approx(12_000 / (0.6 * W * 4))
    assert result.overturning_across.ratio == pytest.approx(8000 / (W * 4))
    assert answer.checks["footing.bearing_biaxial"]
    assert answer.checks["spread.overturning_across"]
    assert "footing.outside_kern" not in answer.codes
    assert answer.says("bends the footing at right angles")
    assert answer.says("is normal to the face")


def test_an_offset_cabinet_lifts_a_corner_before_an_edge(ask: Ask) -> None:
    answer = ask(NORMAL, demands=[hung(1000.0, 20.0, 20.0)])
    result = answer.result
    assert result.eccentricity_ft < result.kern_ft
    assert "footing.outside_kern" in answer.codes
    symbols = [step.card.symbol for step in answer.trace.steps]
    for pressure, load in (("x_R", "x_W"), ("y_R", "y_W")):
        at = symbols.index(pressure)
        assert symbols[at + 1] == load
        assert answer.trace.steps[at].value == pytest.approx(answer.trace.steps[at + 1].value)


def test_a_triangle_in_the_corner(ask: Ask) -> None:
    """0.6D + 0.6W: e_x = 40,000 / 13,920 = 2.874 ft, e_y = 46,500 / 23,200 = 2.004 ft, B/4 = 2."""
    result = ask(NORMAL, demands=[hung(1000.0, 38.0, 46.5)]).result
    e_x, e_y = 40_000 / 13_920, 46_500 / 23_200
    assert result.bearing_max_psf == pytest.approx(3 * 13_920 / (8 * (4 - e_x) * (4 - e_y)))
    assert result.bearing.combination == "0.6D + 0.6W"


def test_a_dead_load_beyond_the_side_fails(ask: Ask) -> None:
    answer = ask(NORMAL, None, {"class": 5}, demands=[hung(1000.0, 10.0, 100.0)])
    assert answer.checks["spread.overturning_across"] is False
    assert answer.checks["spread.overturning"] is True
    assert answer.codes["footing.tips_over"] == "notice"
    assert answer.result.bearing_max_psf is answer.result.bearing_corner is None
    assert answer.result.governed_by == "overturning"


def test_hardly_any_wind_leaves_the_dead_load_about_its_own_axis(ask: Ask) -> None:
    result = ask(NORMAL, None, {"class": 5}, demands=[hung(0.002, 1e-6, 46.4)]).result
    assert result.bearing_max_psf == pytest.approx(2 * 23_200 / (3 * 8 * (4 - 2)), rel=1e-6)


def test_a_load_that_all_but_stands_on_an_axis_presses_as_one_that_does(site: Site) -> None:
    """e = B/4: 2 W / (3 L (B/2 - B/4))."""
    for moments, size in (((2000.0, 1e-9), Size(8.0, 6.0)), ((1e-9, 2000.0), Size(6.0, 8.0))):
        corner = on_corner(site, size, [Load("D + 0.6W", 1000.0, *moments)], Bare())
        assert corner is not None
        assert corner.pressure_psf == pytest.approx(2 * 1000 / (3 * 6 * 2))


def test_dust_of_offsets_that_cancel_is_no_second_axis(ask: Ask) -> None:
    none = hung(1000.0, 10.0, 0.0)
    dust = replace(none, sustained_kipft=Known(1e-15, "test"))
    assert ask(NORMAL, demands=[dust]).result == ask(NORMAL, demands=[none]).result


def test_wind_from_anywhere_adds_to_the_offset_dead_load(ask: Ask) -> None:
    answer = ask({**NORMAL, "wind_direction": "any"}, demands=[hung(1000.0, 10.0, 8.0)])
    assert answer.result.overturning.demand == pytest.approx(12_000 + 0.6 * 8000)
    assert answer.result.overturning_across is None
    assert answer.result.eccentricity_ft == pytest.approx(20_000 / 23_200)
    assert answer.says("may turn into line")


def test_a_round_footing_takes_the_resultant_of_both_moments(ask: Ask) -> None:
    answer = ask({**NORMAL, "shape": "round"}, demands=[hung(1000.0, 10.0, 8.0)])
    result, W = answer.result, 4000 + 300 * 16 * pi
    assert (result.shape, result.length_ft, result.kern_ft) == ("round", None, 1)
    assert result.overturning.demand == pytest.approx(hypot(12_000, 0.6 * 8000))
    assert result.eccentricity_ft == pytest.approx(hypot(12_000, 8000) / W)
    assert result.overturning_across is result.bearing_corner is None


def test_a_round_footing_is_found(ask: Ask) -> None:
    round_ = {"type": "spread", "shape": "round"}
    found = ask(round_, LOADS)
    assert all(found.checks.values())
    assert found.says("stands alike in all")
    smaller = ask({**round_, "width_ft": found.result.width_ft - 0.5}, LOADS)
    assert not all(smaller.checks.values())
    square = ask({"type": "spread", "width_ft": found.result.width_ft}, LOADS).result
    assert found.result.concrete_yd3 == pytest.approx(square.concrete_yd3 * pi / 4)


def test_a_round_footing_in_clay_slides_on_what_presses(ask: Ask) -> None:
    heavy = {**LOADS, "lateral_lbf": 3000, "axial_lbf": 30_000}
    footing = {"type": "spread", "shape": "round", "width_ft": 8}
    whole = ask(footing, {**heavy, "height_ft": 2}, {"class": 5}).result
    assert whole.sliding.resistance == pytest.approx(130 * 16 * pi)
    part = ask(footing, heavy, {"class": 5}).result
    assert part.overturning.ratio < 1
    assert 0 < part.sliding.resistance < 130 * 16 * pi
    assert ask(footing, {**heavy, "height_ft": 99}, {"class": 5}).result.sliding.resistance == 0
    light = hung(1000.0, 10.0, 0.0, axial=-30_000)
    assert ask(footing, None, {"class": 5}, demands=[light]).result.sliding.resistance == 0


def test_a_turned_footing_in_clay_slides_on_the_least_contact(ask: Ask) -> None:
    """e = 0.167 B: wind on the side presses nearly whole, wind on the diagonal loses a corner."""
    loads = {"lateral_lbf": 4350, "height_ft": 6, "axial_lbf": 25_000}
    footing = {"type": "spread", "width_ft": 8}
    turned = ask(footing, loads, {"class": 5})
    side = ask({**footing, "wind_direction": "normal"}, loads, {"class": 5}).result
    assert 0.9 < turned.result.sliding.resistance / side.sliding.resistance < 0.99
    area = next(step for step in turned.trace.steps if step.card.symbol == "A_c")
    assert turned.result.sliding.resistance == pytest.approx(130 * area.value)


def test_a_footing_under_an_offset_load_in_clay_slides_on_what_presses(ask: Ask) -> None:
    both = ask(NORMAL, None, {"class": 5}, demands=[hung(2000.0, 20.0, 60.0, axial=30_000)]).result
    wind = ask(NORMAL, None, {"class": 5}, demands=[hung(2000.0, 20.0, 0.0, axial=30_000)]).result
    assert both.sliding.resistance < wind.sliding.resistance


@pytest.mark.parametrize("soil", [{"class": 4}, {"class": 5}])
def test_a_turned_footing_lighter_than_its_uplift_does_not_stand(ask: Ask, soil: Any) -> None:
    answer = ask(
        {**NORMAL, "wind_direction": "any"}, None, soil, demands=[hung(9.0, 1.0, 0.0, -9e4)]
    )
    assert answer.result.bearing_corner is None
    assert answer.checks["spread.overturning"] is False
    assert answer.says("held about its shorter side.")


def test_the_shorter_side_decides_where_the_wind_may_turn(ask: Ask) -> None:
    long = ask({"type": "spread", "width_ft": 10, "length_ft": 6}, LOADS)
    wide = ask({"type": "spread", "width_ft": 6, "length_ft": 10}, LOADS)
    assert long.result.overturning == wide.result.overturning
    assert long.result.bearing_corner == wide.result.bearing_corner
    assert long.result.kern_ft == 1
    assert (long.result.width_ft, long.result.length_ft) == (10, 6)


def test_equals_are_told_apart_by_torsion_and_order_not_by_dust(ask: Ask) -> None:
    def pole(name: str, P: float, torsion: float) -> Demand:
        P, h, axial, T = (Known(value, "test") for value in (P, 4.0, 3000.0, torsion))
        return Demand(P, h, axial, T, name)

    poles = [pole("west", 1500, 0), pole("east", 1500 * (1 + 1e-13), 0)]
    for footing in ({"type": "spread"}, {"type": "pier"}):
        assert ask(footing, demands=poles).result.governing == "west"
        twisted = [poles[0], pole("east", 1500, 10)]
        assert ask(footing, demands=twisted).result.governing == "east"
    assert most([1.0, 2.0], float) == 2.0
