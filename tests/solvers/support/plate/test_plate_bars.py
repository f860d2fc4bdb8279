"""Bars that hold the rods: how many, how far, how long; ties for the shear; what is told."""

from math import cos, hypot, pi, sin, sqrt
from typing import Any

import pytest

from apex_cli.equations import Bare
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate import reinforcement
from apex_cli.solvers.support.plate.ring import beyond
from apex_cli.solvers.support.plate.rods import rod_of

RADIUS = 15 - 3 - 0.375 - 0.375


def held(bench: Any, foot: Any, loads: Any = None) -> list[Any]:
    found = bench.checks(foot, loads or bench.loads)["anchor.reinforcement"]
    return [one for one in found if "within the bars" not in one.description]


def offsets(count: int, turn: float, rods: list[float]) -> list[float]:
    """From each bar on the side of the rods in tension to the nearest of these."""
    angles = [turn + 2 * pi * k / count for k in range(count)]
    places = [(RADIUS * cos(one), RADIUS * sin(one)) for one in angles]
    return sorted(
        min(hypot(x - 9 * cos(a), y - 9 * sin(a)) for a in rods) for x, y in places if x > 1e-9
    )


def test_by_hand(bench: Any) -> None:
    bars, above, below, number, ties = held(bench, bench.foot())
    # two rods beside the line; three bars of eight when one stands on the line on either side
    assert bars.demand == pytest.approx(2 * (44.8 * 12 / 18 / sqrt(2) - 4.5 / 4))
    assert bars.capacity == pytest.approx(0.75 * 3 * 0.44 * 60)
    far = offsets(8, 0.0, [pi / 4, -pi / 4])[-1]
    assert (above.demand, above.capacity) == (21.0, pytest.approx(36 - 3 - far / 1.5))
    assert (below.demand, below.capacity) == (21.0, 96 - 3 - 36)
    assert (number.demand, number.capacity) == (3, 3)
    assert ties.demand == pytest.approx(3.0)
    assert ties.capacity == pytest.approx(2 * 0.75 * 3 * 0.11 * 60)


@pytest.mark.parametrize(("circle", "passed"), [(20, True), (21, False)])
def test_rods_stand_within_the_cage(bench: Any, circle: float, passed: bool) -> None:
    """The bars leave 2 x 11.25 - 0.75 = 21.75 in; beyond, neither they nor ties surround a rod."""
    foot = bench.foot(base={"rods": {"circle_in": circle}, "plate": {"width_in": 26}})
    found = bench.checks(foot)["anchor.reinforcement"]
    (within,) = [one for one in found if "within the bars" in one.description]
    assert (within.demand, within.capacity) == (circle + 1.25, pytest.approx(21.75))
    assert within.passed is passed


@pytest.mark.parametrize(("code", "most"), [("14", 80), ("19", 100)])
def test_no_more_yields_than_the_code_counts(bench: Any, code: str, most: float) -> None:
    """Bars of 100 ksi held rods by 100 ksi, and ties by 100, where shear has 60 (20.2.2.4)."""
    bars, *_, ties = held(bench, bench.foot(pier={"fy_ksi": 100}, code=code))
    assert bars.capacity == pytest.approx(0.75 * 3 * 0.44 * most)
    assert ties.capacity == pytest.approx(2 * 0.75 * 3 * 0.11 * 60)


def test_only_developed_bars_count(bench: Any) -> None:
    foot = bench.foot(below={"development": 30.0})
    bars, above, *_ = held(bench, foot)
    drops = [33 - one / 1.5 for one in offsets(8, 0.0, [0.0])]
    counted = sum(one >= 30 for one in drops)
    assert 0 < counted < 3
    assert above.passed
    assert bars.capacity <= 0.75 * 3 * 0.44 * 60


def test_where_none_is_developed_the_length_fails(bench: Any) -> None:
    bars, above, below, *_ = held(bench, bench.foot(below={"development": 40.0}))
    assert not above.passed
    assert below.passed
    assert bars.capacity > 0


def test_shallow_rods_leave_no_length(bench: Any) -> None:
    foot = bench.foot(base={"rods": {"embedment_in": 24}}, below={"depth": 26.0})
    _, _, below, *_ = held(bench, foot)
    assert below.capacity == 0
    assert not below.passed
    short = bench.foot(base={"rods": {"embedment_in": 14}}, pier={"cover_in": 12})
    _, above, *_ = held(bench, short)
    assert "above" in above.description
    assert above.capacity == 0


def test_no_bar_is_near(bench: Any) -> None:
    foot = bench.foot(base={"rods": {"embedment_in": 6}}, below={"width": 80.0})
    found, trace = bench.run(foot)
    (bars,) = [
        check for check in trace.checks
        if check.id == "anchor.reinforcement" and "near the rods" in check.description
    ]  # fmt: skip
    assert bars.capacity == 0
    assert not bars.passed
    assert not any("developed" in check.description for check in trace.checks)
    assert not [row for row in found.plate.alternatives if row.reading.startswith("lap")]


def test_laps_by_both_readings(bench: Any) -> None:
    cone, _ = bench.run(bench.foot())
    _, above, *_ = held(bench, bench.foot(lap="offset", below={"development": 15.0}))
    far = offsets(8, 0.0, [pi / 4, -pi / 4])[-1]
    assert above.demand == pytest.approx(1.3 * 15 + far)
    assert above.capacity == 33
    assert above.clause.startswith("ACI 318-19 25.5")
    (told,) = [row for row in cone.plate.alternatives if row.reading == "lap: offset"]
    assert told.value == pytest.approx(3 + 1.3 * 21 + far)
    offset, _ = bench.run(bench.foot(lap="offset", below={"development": 15.0}))
    (told,) = [row for row in offset.plate.alternatives if row.reading == "lap: cone"]
    assert told.value == pytest.approx(3 + 15 + far / 1.5)


def test_bars_of_a_square_pier(bench: Any) -> None:
    foot = bench.foot(below={"shape": "square"})
    cage = reinforcement.cage_of(foot, rod_of(foot.base.rods, foot, Bare()), bench.concrete())
    assert cage is not None
    along, turned = reinforcement._places(cage)
    r = RADIUS
    square = [(r, r), (r, 0), (r, -r), (0, -r), (-r, -r), (-r, 0), (-r, r), (0, r)]
    assert {(round(x, 6), round(y, 6)) for x, y in along} == set(square)
    assert max(x for x, _ in turned) == pytest.approx(r * sqrt(2))
    side = beyond(4, pi / 4, 0.0)
    assert reinforcement.near(cage, side).number == 3
    bars, *_ = held(bench, foot)
    assert bars.capacity == pytest.approx(0.75 * 3 * 0.44 * 60)


def test_ties_of_number_4_are_two(bench: Any) -> None:
    foot = bench.foot(pier={"ties": {"size": 4, "spacing_in": 12}, "top_ties": 1})
    *_, number, ties = held(bench, foot)
    assert (number.demand, number.capacity, number.passed) == (2, 1, False)
    assert ties.capacity == pytest.approx(2 * 0.75 * 0.20 * 60)


@pytest.mark.parametrize(
    ("pier", "below", "words"),
    [
        ({"bars": None}, {}, "support.pier.bars is not given"),
        ({"bars": {"count": 8, "size": 12}}, {}, "support.pier.bars is not given"),
        ({}, {"development": None}, "development length is not known"),
        ({"ties": None}, {}, "top_ties"),
        ({"top_ties": None}, {}, "top_ties"),
        ({"ties": {"size": 12, "spacing_in": 12}}, {}, "top_ties"),
    ],
)  # fmt: skip
def test_what_is_not_given_is_told(
    pier: dict[str, Any], below: dict[str, Any], words: str, bench: Any
) -> None:
    found, _ = bench.run(bench.foot(pier=pier, below=below))
    assert any(words in one for one in found.not_checked)


def test_cover_of_the_pack_and_no_ties(bench: Any) -> None:
    foot = bench.foot(pier={"cover_in": None, "ties": None})
    cage = reinforcement.cage_of(foot, rod_of(foot.base.rods, foot, Bare()), bench.concrete())
    assert cage is not None
    assert (cage.cover, cage.radius) == (3, 15 - 3 - 0.375)


def test_no_rod_in_tension(bench: Any) -> None:
    found, trace = bench.run(bench.foot(), (Reaction("D", 100_000, 0, 1, 0),))
    assert any("no rod is in tension" in one for one in found.not_checked)
    assert not any("near the rods" in check.description for check in trace.checks)
    both, _ = bench.run(bench.foot(), (Reaction("D", 100_000, 0, 1, 0), *bench.loads))
    assert not any("no rod is in tension" in one for one in both.not_checked)
