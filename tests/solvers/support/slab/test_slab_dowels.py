"""Dowels into the stem: statics at the joint, strength, development, lap, least steel."""

from math import cos, hypot, pi, radians, sin, sqrt
from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from apex_cli.project.support import Dowels
from apex_cli.records.model import Faulty
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.slab.place import Column, Loading
from tests.solvers.support.slab.conftest import PLACE, WIND, Ask

TWO_ROWS: dict[str, Any] = {"size": 6, "count": 8, "hooked": True, "cover_in": 2}
ROUND = Column("round", 24.0, 24.0)


def dowels(ask: Ask, changes: dict[str, Any] | None = None, **more: Any) -> Any:
    asked = {name: one for name, one in (TWO_ROWS | (changes or {})).items() if one is not None}
    return ask(dowels=asked, **more)


def test_statics_at_the_joint(ask: Ask) -> None:
    """The slab's top is 2 ft below grade: the shear adds 8 kip-ft, the stem its weight."""
    found = dowels(ask)
    row = found.result.dowels
    assert row.combination == "1.2D + 1.0W"
    assert row.moments_kipft == pytest.approx([80 + 4 * 2])
    assert row.axial_lbf == pytest.approx(6000 + 1.2 * 1200)
    assert (row.shear_lbf, row.torsion_kipft) == (4000, 5)
    assert found.leaves("Shear across the joint of stem and slab (22.9): 4,000 lbf")
    assert found.leaves("The stem above its dowels")
    assert found.ids >= {"slab.dowels", "slab.flexure"}
    assert found.trace.subject == ""


def test_strength_by_hand(ask: Ask) -> None:
    """No axial load: four #6 yield at d = 21.625 in, those in compression by their strain."""
    wind = (Loading(Reaction("0.9D + 1.0W", -1080.0, 4000.0, 80.0, 0.0), 0.9),)
    row = dowels(ask, wind=wind).result.dowels
    A, d, d_1, b = 4 * 0.44, 21.625, 2.375, 24.0

    def over(c: float) -> float:
        a, stress = 0.85 * c, max(-60.0, 87 * (c - d_1) / c)
        return 0.85 * 4 * a * b + A * (stress - (3.4 if d_1 < a else 0)) - A * 60

    low, high = 0.1, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if over(middle) < 0 else (low, middle)
    a, stress = 0.85 * high, 87 * (high - d_1) / high
    M = 3.4 * a * b * (12 - a / 2) + A * stress * (12 - d_1) + A * 60 * (d - 12)
    assert row.axial_lbf == pytest.approx(0)
    assert row.strengths_kipft == pytest.approx([0.9 * M / 12], rel=1e-4)
    assert row.ratio == pytest.approx(88 / row.strengths_kipft[0])


def test_moments_both_ways_share_the_strength(ask: Ask) -> None:
    place = PLACE._replace(turning=True, column=Column("rectangle", 24.0, 36.0), stem_ft2=6.0)
    row = dowels(ask, place=place).result.dowels
    (M_1, M_2), (S_1, S_2) = row.moments_kipft, row.strengths_kipft
    assert hypot(M_1, M_2) == pytest.approx(88)
    theta = float(row.combination.split()[-2])
    assert pytest.approx((88 * cos(radians(theta)), 88 * sin(radians(theta)))) == (M_1, M_2)
    assert row.ratio == pytest.approx(M_1 / S_1 + M_2 / S_2)
    assert S_2 > S_1


@pytest.mark.parametrize("along", [False, True])
def test_weights_off_the_axis_bend_the_stem_across(ask: Ask, along: bool) -> None:
    reaction = WIND[1].reaction
    wind = (Loading(reaction, 0.9, along=along, across=0.0 if along else -9.0),)
    row = dowels(ask, wind=wind).result.dowels
    assert row.moments_kipft == pytest.approx([87] if along else [87, 9])
    turned = dowels(ask, wind=wind, place=PLACE._replace(turning=True)).result.dowels
    assert hypot(*turned.moments_kipft) == pytest.approx(87 if along else 96)


def test_a_round_stem_is_a_pier(ask: Ask) -> None:
    found = dowels(ask, place=PLACE._replace(column=ROUND, stem_ft2=pi, turning=True))
    row = found.result.dowels
    assert row.moments_kipft == pytest.approx([88])
    assert row.ratio == pytest.approx(88 / row.strengths_kipft[0])
    assert row.least_steel_in2 == pytest.approx(0.005 * pi * 144)
    spaced = dowels(
        ask, {"count": None, "spacing_in": 7.0}, place=PLACE._replace(column=ROUND)
    ).result.dowels
    assert spaced.count == 9  # 2 pi 9.625 / 7 = 8.6


def test_number_by_spacing_and_least_steel(ask: Ask) -> None:
    found = dowels(ask, {"count": None, "spacing_in": 12.0})
    assert found.result.dowels.count == 2 * (2 + 1)  # 24 - 4 - 0.75 = 19.25 in between
    least = found.held("slab.minimum_steel", "least dowels")
    assert (least.demand, least.capacity) == pytest.approx((0.005 * 576, 6 * 0.44))
    assert not least.passed


def test_hooks_by_each_edition(ask: Ask) -> None:
    old, new = (dowels(ask, edition=year).result.dowels for year in ("14", "19"))
    root = sqrt(4000)
    assert old.development_in == pytest.approx(60_000 * 0.75 / (50 * root))
    psi_c = 4000 / 15_000 + 0.6
    stress = 60_000 * psi_c / (55 * root)
    assert new.development_in == pytest.approx(stress * 0.75**1.5)
    assert new.embedment_in == 24 - 3 - 2 * 0.625
    close = dowels(ask, {"count": 12}).result.dowels
    assert close.development_in == pytest.approx(1.6 * stress * 0.75**1.5)
    edge = PLACE._replace(sides=(10.0, 2.5))
    beside = dowels(ask, place=edge, wind=(WIND[0],)).result.dowels
    assert beside.development_in == pytest.approx(1.25 * stress * 0.75**1.5)
    plain = dowels(ask, bottom=None, readings={"plain_slab": True})
    assert plain.result.dowels.embedment_in == 21


def test_straight_dowels_and_laps(ask: Ask) -> None:
    found = dowels(ask, {"hooked": False})
    root = sqrt(4000)
    l_d = 0.075 * 60_000 * 0.8 * 0.75 / (root * 2.5)
    straight = found.held("slab.dowels", "straight dowels are developed in the slab")
    assert (straight.demand, straight.capacity) == pytest.approx((l_d, 19.75))
    assert found.held("slab.dowels", "developed in the stem").capacity == 24 - 2
    assert found.says(f"A lap of class B would need {1.3 * l_d:.1f} in")
    lapped = dowels(ask, {"lap_in": 21.0})
    lap = lapped.held("slab.dowels", "class B")
    assert (lap.demand, lap.capacity) == pytest.approx((1.3 * l_d, 21.0))
    assert not lap.passed
    (row,) = [one for one in lapped.result.schedule if one.mark == "dowels"]
    assert row.length_ft == pytest.approx((19.75 + 21 + 12 * 0.75) / 12)
    assert row.weight_lbf == pytest.approx(8 * row.length_ft * 1.502)
    assert lapped.result.rebar_lbf == pytest.approx(ask().result.rebar_lbf + row.weight_lbf)
    alone = dowels(ask, bottom=None, top=None)
    assert alone.result.rebar_lbf == pytest.approx(alone.result.schedule[0].weight_lbf)


def test_large_dowels_take_the_cover_of_the_pack(ask: Ask) -> None:
    found = dowels(ask, {"size": 8, "cover_in": None})
    assert found.says("The cover of the dowels is 3 in")
    assert found.result.dowels.lap_in == pytest.approx(1.3 * 0.03 * 60_000 / sqrt(4000))


def test_too_much_axial_load_leaves_no_strength(ask: Ask) -> None:
    heavy = (Loading(Reaction("1.2D + 1.0W", 9e6, 10.0, 50.0, 0.0), 1.2),)
    for column in (PLACE.column, ROUND):
        found = dowels(ask, wind=heavy, place=PLACE._replace(column=column))
        held = found.held("slab.dowels", "moments at the top")
        assert (held.capacity, held.passed, held.unit) == (0, False, "kip-ft")
        assert found.result.dowels.ratio is None


def test_a_stem_that_nothing_bends(ask: Ask) -> None:
    calm = (Loading(Reaction("1.2D + 1.0W", 9000.0, 0.0, 0.0, 0.0), 1.2),)
    assert dowels(ask, wind=calm).result.dowels.ratio == 0


def test_dowels_without_a_stem_are_told(ask: Ask) -> None:
    bare = PLACE._replace(stem_ft2=0.0, stem_lbf=0.0, column=Column("round", 10.75, 10.75))
    assert dowels(ask, place=bare).leaves("footing.stem is not given")
    assert ask(place=bare).leaves("How the pole is held")


def test_dowels_of_a_round_slab(ask: Ask) -> None:
    found = dowels(ask, place=PLACE._replace(round=True))
    assert found.ids == {"slab.dowels", "slab.minimum_steel"}
    assert found.leaves("it is round")


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    [
        ({"size": 12}, PLACE, "size: there is no bar #12"),
        ({"cover_in": 11.5}, PLACE, "cover_in: within 11.5 in of cover no dowels fit"),
        ({"count": 7}, PLACE, "count: half of them stand at each face"),
        ({"count": 40}, PLACE, "count: leaves no room"),
        ({"count": None, "spacing_in": 1.2}, PLACE, "spacing_in: leaves no room"),
    ],
)
def test_what_does_not_fit(ask: Ask, changes: dict[str, Any], place: Any, words: str) -> None:
    with pytest.raises(InvalidInput, match=f"/support/slab/dowels/{words}") as told:
        dowels(ask, changes, place=place)
    assert told.value.faults[0].value == changes[words.partition(":")[0]]


@pytest.mark.parametrize("more", [{}, {"count": 8, "spacing_in": 6}])
def test_dowels_are_told_by_number_or_spacing(more: dict[str, Any]) -> None:
    with pytest.raises(Faulty, match="one of them"):
        Dowels.read({"size": 6} | more)
