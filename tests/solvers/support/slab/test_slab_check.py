"""The whole check of a slab: what is held, what is told, what is not checked."""

from math import pi, sqrt
from random import Random
from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.slab.place import Column, Loading
from tests.solvers.support.slab.conftest import PLACE, WIND, Ask

CALM = (Loading(Reaction("1.2D + 1.0W", 60_000.0, 10.0, 0.2, 0.0), 1.2),)
POLE = Column("round", 12.75, 12.75)


def test_a_slab_with_everything(ask: Ask) -> None:
    found = ask()
    assert found.ids == {
        "slab.flexure", "slab.one_way", "slab.two_way",
        "slab.minimum_steel",
    }  # fmt: skip
    assert all(check.passed for check in found.trace.checks)
    assert found.trace.subject == ""
    result = found.result
    assert result.combination == "1.2D + 1.0W"
    assert result.effective_depth_in == 24 - 3 - 1.5 * 0.625
    assert found.leaves("support.slab.dowels is not given; at least 2.88 in2")
    assert found.leaves("Seismic")
    assert found.leaves("near it transfer")
    assert not found.leaves("How the pole is held")


def test_statics_by_hand(ask: Ask) -> None:
    """The whole base presses: 66,480 lbf, 96 kip-ft at the bottom, so 664.8 + 115.2 x psf."""
    result = ask().result
    assert result.pressure_psf == pytest.approx(664.8 + 115.2 * 5)
    net, slope = 664.8 - 600, 115.2
    M = 10 * (net * 4**2 / 2 + slope * ((5**3 - 1) / 3 - (5**2 - 1) / 2))
    assert result.moment_kipft == pytest.approx(M / 1000)
    x = 1 + result.effective_depth_in / 12  # type: ignore[operator] # - it is there
    assert result.one_way_shear_lbf == pytest.approx(
        10 * (net * (5 - x) + slope * (5**2 - x**2) / 2)
    )
    W = 4500 + 0.9 * 50_000 + 0.9 * 400
    e = (79_000 + 16_000) / W
    X = 3 * (5 - e)  # a triangle: one edge is lifted
    edge = (X - 6) * 2 * W / (10 * X**2)  # pressure at the section, 6 ft from the pressed edge
    top = 10 * (450 * 4**2 / 2 - edge * (X - 6) ** 2 / 6)
    assert result.top_moment_kipft == pytest.approx(top / 1000)


def test_strength_by_hand(ask: Ask) -> None:
    found = ask(bottom={"size": 5, "spacing_in": 12})
    result, root = found.result, sqrt(4000)
    d, A_s, b = 20.0625, 11 * 0.31, 120.0
    a = A_s * 60 / (0.85 * 4 * b)
    assert result.flexural_strength_kipft == pytest.approx(0.9 * A_s * 60 * (d - a / 2) / 12)
    V_c = 8 * (A_s / (b * d)) ** (1 / 3) * root * b * d
    assert result.one_way_strength_lbf == pytest.approx(0.75 * V_c)
    assert result.two_way_strength_psi == pytest.approx(0.75 * 4 * root)
    old = ask(edition="14", bottom={"size": 5, "spacing_in": 12})
    assert old.result.one_way_strength_lbf == pytest.approx(0.75 * 2 * root * b * d)
    least = found.held("slab.minimum_steel", "least steel")
    assert least.demand == pytest.approx(0.0018 * 120 * 24)
    assert least.capacity == pytest.approx(A_s)
    assert not least.passed
    assert result.required_steel_in2 == pytest.approx(least.demand)
    bars = [(row.mark, row.count, row.length_ft) for row in result.schedule]
    assert bars[0] == ("bottom, along the wind on the faces", 11, 9.5)
    assert bars[3] == ("top, across it", 11, 9.5)
    assert result.rebar_lbf == pytest.approx(4 * 11 * 9.5 * 1.043)


def test_the_steel_that_the_moment_needs_carries_it(ask: Ask) -> None:
    strong = (Loading(Reaction("1.2D + 1.0W", 300_000.0, 20_000.0, 900.0, 0.0), 1.2),)
    result = ask(wind=strong).result
    A, M = result.required_steel_in2, result.moment_kipft
    assert A is not None
    assert M is not None
    a = A * 60 / (0.85 * 4 * 120)
    assert 0.9 * A * 60 * (20.0625 - a / 2) / 12 == pytest.approx(M)
    assert ask(wind=[WIND[0]]).result.required_steel_in2 == pytest.approx(0.0018 * 120 * 24)
    huge = (Loading(Reaction("1.2D + 1.0W", 9e6, 1e4, 9000.0, 0.0), 1.2),)
    assert ask(wind=huge).result.required_steel_in2 is None


def test_least_steel_by_grade_and_edition(ask: Ask) -> None:
    def least(edition: str, grade: float) -> float:
        found = ask(edition=edition, fy_ksi=grade).held("slab.minimum_steel", "least steel")
        return found.demand / (120 * 24)

    assert least("14", 40) == pytest.approx(0.0020)
    assert least("14", 60) == pytest.approx(0.0018)
    assert least("14", 75) == pytest.approx(0.00144)
    assert least("14", 80) == pytest.approx(0.0014)
    assert {round(least("19", grade), 6) for grade in (40, 60, 80)} == {0.0018}


def test_short_bars_count_in_part(ask: Ask) -> None:
    """#9 in a small pad: 27 in from the face to the end are less than they need."""
    place = PLACE._replace(sides=(7.0, 7.0))
    found = ask(place=place, bottom={"size": 9, "spacing_in": 9})
    c_b = min(3 + 1.128 / 2, 84 / found.result.schedule[0].count / 2)
    l_d = 0.075 * 60_000 / sqrt(4000) / min(c_b / 1.128, 2.5) * 1.128
    assert found.result.development_in == pytest.approx(l_d)
    assert l_d > 27
    n = found.result.schedule[0].count
    T = n * 1.0 * 60 * 27 / l_d
    d = 24 - 3 - 1.5 * 1.128
    strength = 0.9 * T * (d - T / (2 * 0.85 * 4 * 84)) / 12
    assert found.result.flexural_strength_kipft == pytest.approx(strength)


def test_a_column_that_leaves_no_room_for_bars_along_one_side(ask: Ask) -> None:
    """Two inches beyond the stem, less than the cover: concrete alone carries that little."""
    column = Column("rectangle", 116.0, 24.0)
    found = ask(place=PLACE._replace(sides=(10.0, 2.5), column=column))
    plain = 0.6 * 5 * sqrt(4000) * 30 * 22**2 / 6 / 12_000
    assert found.result.flexural_strength_kipft == pytest.approx(plain)
    bottom = found.held("slab.flexure", "bottom")
    assert 0 < bottom.demand < bottom.capacity
    assert found.says("sticks out no farther")
    assert not ask().says("sticks out no farther")
    assert found.leaves("its section would leave the slab")
    assert found.result.two_way_stress_psi is None


def test_a_column_as_long_as_one_side(ask: Ask) -> None:
    """Nothing sticks out there, and a moment of rounding alone must not be the worst."""
    found = ask(place=PLACE._replace(column=Column("rectangle", 24.0, 120.0)))
    bottom = found.held("slab.flexure", "bottom")
    assert found.result.effective_depth_in is not None
    assert bottom.demand == pytest.approx(ask().held("slab.flexure", "bottom").demand)
    assert bottom.passed


def test_top_bars_with_fresh_concrete_below(ask: Ask) -> None:
    thick, thin = ask(), ask(place=PLACE._replace(thickness=1.1))
    assert "l_t0" in {name for step in thick.trace.steps for name in step.terms}
    assert "l_t0" not in {name for step in thin.trace.steps for name in step.terms}


def test_a_top_without_bars_is_plain(ask: Ask) -> None:
    found = ask(top=None)
    strength = 0.6 * 5 * sqrt(4000) * 120 * 22**2 / 6 / 12_000
    assert found.result.top_strength_kipft == pytest.approx(strength)
    assert found.says("no bars at the top")
    lifted = found.held("slab.one_way", "lifted")
    assert lifted.capacity == pytest.approx(0.6 * 4 / 3 * sqrt(4000) * 120 * 22)
    assert {row.mark[:6] for row in found.result.schedule} == {"bottom"}


def test_a_heavy_pole_bends_no_side_down(ask: Ask) -> None:
    found = ask(wind=CALM)
    assert found.says("does not bend its lifted side down")
    assert found.result.top_moment_kipft is None


def test_a_plain_slab(ask: Ask) -> None:
    found = ask(bottom=None, top=None, readings={"plain_slab": True})
    root, h = sqrt(4000), 22.0
    assert found.result.flexural_strength_kipft == pytest.approx(
        0.6 * 5 * root * 120 * h**2 / 6 / 12_000
    )
    assert found.result.one_way_strength_lbf == pytest.approx(0.6 * 4 / 3 * root * 120 * h)
    assert found.result.two_way_strength_psi == pytest.approx(0.6 * 2 * 4 / 3 * root)
    assert found.held("slab.minimum_steel", "thick enough").demand == 8
    assert found.leaves("no bars at the bottom")
    assert found.warns("support.plain_slab")
    assert not ask().warns("support.plain_slab")
    assert found.result.rebar_lbf is None
    assert not found.result.schedule
    thin = ask(
        bottom=None, readings={"plain_slab": True}, place=PLACE._replace(thickness=0.15), top=None
    )
    assert not thin.held("slab.minimum_steel", "thick enough").passed
    assert thin.leaves("as thin as")
    assert thin.warns("support.plain_slab")


@pytest.mark.parametrize("readings", [None, {}, {"plain_slab": False}])
def test_without_bars_nothing_is_assumed(ask: Ask, readings: Any) -> None:
    found = ask(bottom=None, readings=readings)
    assert found.ids == {"slab.flexure"}
    assert found.leaves("support.slab.bottom is not given")
    assert found.result.rebar_lbf is not None


def test_a_round_slab_is_not_checked(ask: Ask) -> None:
    found = ask(place=PLACE._replace(round=True))
    assert not found.ids
    assert found.leaves("it is round")


def test_a_stem_that_covers_the_slab(ask: Ask) -> None:
    found = ask(place=PLACE._replace(column=Column("rectangle", 120, 130)))
    assert found.leaves("covers it")
    assert found.ids == {"slab.flexure"}


def test_a_slab_that_tips_over_at_strength_level(ask: Ask) -> None:
    gale = [one._replace(reaction=one.reaction._replace(moment=280.0)) for one in WIND]
    found = ask(wind=gale)
    standing = found.held("slab.flexure", "stands at strength level")
    assert not standing.passed
    assert standing.demand == pytest.approx((280_000 + 16_000) / (4500 + 45_000 + 360) / 10)
    assert found.leaves("tip it over")
    assert found.result.combination == "1.2D + 1.0W"
    none = ask(wind=gale[1:])
    assert none.result.moment_kipft is None
    assert "slab.minimum_steel" in none.ids
    edge = 49_860 * 5 / 1000 - 16
    at_edge = [WIND[1]._replace(reaction=WIND[1].reaction._replace(moment=edge))]
    assert not ask(wind=at_edge).held("slab.flexure", "stands at strength level").passed


def test_a_slab_that_is_lifted(ask: Ask) -> None:
    up = Loading(Reaction("0.9D + 1.0W", -80_000.0, 100.0, 1.0, 0.0), 0.9)
    standing = ask(wind=[up]).held("slab.flexure", "stands at strength level")
    assert (standing.passed, standing.demand) == (False, 1.0)


def test_both_sides_are_alike(ask: Ask) -> None:
    """A slab turned by a quarter under the wind along the sign is the same slab."""
    chance = Random(4)
    for _ in range(20):
        B, L = chance.uniform(8, 14), chance.uniform(8, 14)
        stem = Column("rectangle", chance.uniform(12, 36), chance.uniform(12, 36))
        one = ask(place=PLACE._replace(sides=(B, L), column=stem))
        turned = PLACE._replace(sides=(L, B), column=Column("rectangle", stem.length, stem.width))
        other = ask(place=turned, wind=[load._replace(along=True) for load in WIND])
        for name in ("moment_kipft", "flexural_strength_kipft", "one_way_shear_lbf",
                     "two_way_stress_psi", "top_moment_kipft", "rebar_lbf"):  # fmt: skip
            assert getattr(one.result, name) == pytest.approx(getattr(other.result, name))
        assert other.result.combination == f"{one.result.combination}, side"


def test_even_bars_in_the_short_direction_count_in_part(ask: Ask) -> None:
    """13.3.3.3: its middle band asks for more; along the long side every bar counts."""
    long = ask(place=PLACE._replace(sides=(12.0, 8.0)))
    assert "n_f" not in {step.card.symbol for step in long.trace.steps}
    short = ask(place=PLACE._replace(sides=(8.0, 12.0)))
    assert short.at("n_f") == pytest.approx((1.5 + 1) / 3)
    n = short.result.schedule[0].count
    T = n * 0.31 * 60 * 2.5 / 3
    a = T / (0.85 * 4 * 144)
    assert short.result.flexural_strength_kipft == pytest.approx(0.9 * T * (20.0625 - a / 2) / 12)


def test_wind_from_anywhere(ask: Ask) -> None:
    """On a square the diagonal presses its corner most; no direction asks for more of a section."""
    place = PLACE._replace(turning=True)
    found, straight = ask(place=place), ask()
    assert found.says("steps of 5 degrees")
    assert found.result.moment_kipft == pytest.approx(straight.result.moment_kipft)
    assert found.held("slab.two_way").demand > straight.held("slab.two_way").demand
    assert "wind at 45 degrees" in found.held("slab.two_way").description


def test_what_stands_on_the_slab(ask: Ask) -> None:
    side = sqrt(pi) / 2 * 12.75
    bare = ask(place=PLACE._replace(column=POLE, stem_lbf=0, stem_ft2=0))
    assert bare.at("b_1") == pytest.approx(side + 24 - 3 - 0.625)
    assert bare.leaves("How the pole is held in the slab")
    square = ask(place=PLACE._replace(column=POLE._replace(plate=("rectangle", 20.0))))
    assert square.at("c_s") == pytest.approx((side + 20) / 2)
    plate = ask(place=PLACE._replace(column=POLE._replace(plate=("round", 20.0))))
    assert plate.at("c_s") == pytest.approx((side + sqrt(pi) / 2 * 20) / 2)
    oblong = ask(place=PLACE._replace(column=Column("rectangle", 8, 12, ("rectangle", 20.0))))
    assert oblong.at("c_s") == pytest.approx(16.0)
    assert (oblong.at("b_1"), oblong.at("b_2")) == pytest.approx((34.375, 36.375))


def test_weights_off_the_axis(ask: Ask) -> None:
    """At right angles to the wind on the faces; in line with one that may turn."""
    off = [WIND[0]._replace(across=20.0)]
    found = ask(wind=off)
    assert found.at("e_2") == pytest.approx(20_000 / 66_480)
    assert found.at("e_1") == pytest.approx(96_000 / 66_480)
    turned = ask(wind=off, place=PLACE._replace(turning=True))
    assert turned.at("M_b") == pytest.approx(116_000)


def test_soil_and_water_as_they_are_worse(ask: Ask) -> None:
    place = PLACE._replace(sure_psf=50.0, lift_psf=100.0)
    heavy, light = ask(place=place, wind=WIND[:1]), ask(place=place, wind=WIND[1:])
    assert heavy.at("w_u") == pytest.approx(1.2 * 500)
    assert light.at("w_u") == pytest.approx(0.9 * 350 - 100)


def test_faults_are_told_at_once(ask: Ask) -> None:
    with pytest.raises(InvalidInput) as caught:
        ask(bottom={"size": 12, "spacing_in": 12}, top={"size": 9, "spacing_in": 2})
    assert [fault.pointer for fault in caught.value.faults] == [
        "/support/slab/bottom/size", "/support/slab/top/spacing_in",
    ]  # fmt: skip
    assert "and 1 more" in str(caught.value)
    with pytest.raises(InvalidInput, match="two layers do not fit"):
        ask(place=PLACE._replace(thickness=0.3), top=None)


def test_a_thicker_slab_and_more_bars_are_never_weaker(ask: Ask) -> None:
    names = ("flexural_strength_kipft", "one_way_strength_lbf", "two_way_strength_psi",
             "top_strength_kipft")  # fmt: skip
    chance = Random(9)
    for _ in range(60):
        size, spacing = chance.choice([4, 5, 6, 7, 8]), chance.uniform(5, 16)
        thin = PLACE._replace(
            sides=(chance.uniform(8, 14), chance.uniform(8, 14)), depth=5.0,
            thickness=chance.uniform(1.2, 2.5),
        )  # fmt: skip
        edition, mat = chance.choice(["14", "19"]), {"size": size, "spacing_in": spacing}
        terms: dict[str, Any] = {"edition": edition, "wind": WIND[1:], "bottom": mat, "top": mat}
        one = ask(place=thin, **terms)
        thicker = thin._replace(thickness=thin.thickness + chance.uniform(0.1, 1))
        closer = {"size": size, "spacing_in": spacing * chance.uniform(0.6, 0.95)}
        many = ask(place=thin, **terms | {"bottom": closer, "top": closer})
        thick = ask(place=thicker, **terms)
        for name in names:
            least = getattr(one.result, name) * (1 - 1e-12)
            assert getattr(many.result, name) >= least, name
            assert getattr(thick.result, name) >= least, name
