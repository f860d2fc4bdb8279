"""Signs that project from a wall: the freestanding figure, the wall's moments, brackets."""

from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from apex_cli.solvers.exposure.mounted.result import AnchorRow, AtWall, BracketRow, BuildingResult
from apex_cli.solvers.exposure.mounted.tell import BRACKETS, EDGE
from tests.solvers.exposure.mounted.conftest import BLADE, Ask

FOUR = {"rows": 2, "columns": 2, "row_spacing_in": 9, "column_spacing_in": 8}
TWO = {"count": 2, "spacing_ft": 3, "anchors": FOUR}


def at_wall(found: BuildingResult) -> AtWall:
    """The most that reaches the wall."""
    assert found.at_wall is not None
    return found.at_wall


def held(found: BuildingResult) -> tuple[BracketRow, AnchorRow]:
    """The most loaded bracket, and its most loaded anchor."""
    assert found.brackets is not None
    assert found.anchors is not None
    return found.brackets, found.anchors


def test_it_is_the_freestanding_sign_at_its_height(blade: Ask) -> None:
    found, _ = blade()
    (row,) = found.elements
    q = 0.00256 * 2.01 * (16 / 900) ** (2 / 9.5) * 0.85 * 115**2
    assert row.velocity_pressure_psf == pytest.approx(q)
    assert row.cf == pytest.approx(1.8, abs=0.01)  # B/s = 1, s/h = 0.25
    assert row.force_lbf == pytest.approx(q * 0.85 * (row.cf or 0) * 16)
    assert (found.gust_factor, found.height_ft, row.offset_ft) == (0.85, 16, 2.5)


def test_case_b_is_shifted_away_from_the_wall(blade: Ask) -> None:
    found, _ = blade(gap_ft=1.5)
    straight, shifted = found.reactions
    force = found.elements[0].force_lbf
    assert (straight.case, straight.along_lbf) == ("A", force)
    assert straight.turn_kipft == pytest.approx(force * (1.5 + 2) / 1000)
    assert shifted.case == "B"
    assert shifted.turn_kipft == pytest.approx(force * (1.5 + 0.7 * 4) / 1000)
    assert at_wall(found).turn_kipft == shifted.turn_kipft
    assert at_wall(found).down_lbf == 160
    assert at_wall(found).lean_kipft == pytest.approx(160 * 3.5 / 1000)


def test_a_wide_blade_has_the_regions_of_case_c(blade: Ask) -> None:
    found, _ = blade({**BLADE, "width_ft": 10, "height_ft": 4})
    assert [row.case for row in found.reactions] == ["A", "B", "C"]
    regions = found.elements[0].case_c
    force = sum(region.force_lbf for region in regions)
    assert found.reactions[2].along_lbf == pytest.approx(force)
    # from the free edge inwards
    places = [0.5 + 10 - (region.from_ft + region.to_ft) / 2 for region in regions]
    turn = sum(r.force_lbf * x for r, x in zip(regions, places, strict=True))
    assert found.reactions[2].turn_kipft == pytest.approx(turn / 1000)


def test_a_narrow_cabinet_beside_a_wide_one_keeps_case_b_in_case_c(blade: Ask) -> None:
    wide = {**BLADE, "width_ft": 10, "bottom_ft": 20, "name": "wide"}
    narrow = {**BLADE, "bottom_ft": 8, "name": "narrow"}
    found, _ = blade(wide, narrow, building={"mean_roof_height_ft": 30})
    _, shifted, regions = found.reactions
    lone, _ = blade(wide, building={"mean_roof_height_ft": 30})
    own = shifted.turn_kipft - lone.reactions[1].turn_kipft
    assert regions.turn_kipft == pytest.approx(lone.reactions[2].turn_kipft + own)


def test_an_open_blade_has_case_a_alone(blade: Ask) -> None:
    found, _ = blade(cabinet={"solidity": 0.5, "weight_psf": None})
    assert [row.case for row in found.reactions] == ["A"]
    assert found.elements[0].kind == "open_sign"
    assert (at_wall(found).down_lbf, at_wall(found).lean_kipft) == (0, 0)


def test_two_brackets_by_hand(blade: Ask) -> None:
    found, _ = blade(brackets=TWO)
    bracket, anchor = held(found)
    force = found.elements[0].force_lbf
    turn = force * (0.5 + 2.8)
    assert bracket.along_lbf == pytest.approx(force / 2)
    assert bracket.turn_lbft == pytest.approx(turn / 2)
    assert bracket.down_lbf == 80
    assert bracket.pull_lbf == pytest.approx(160 * 2.5 / 3)
    assert bracket.lean_lbft is None
    assert anchor.wind_tension_lbf == pytest.approx(turn / 2 / (8 / 12) / 2)
    assert anchor.dead_tension_lbf == pytest.approx(160 * 2.5 / 3 / 4)
    shear = ((0.6 * force / 8) ** 2 + (160 / 8) ** 2) ** 0.5
    assert anchor.asd_shear_lbf == pytest.approx(shear)
    assert (anchor.tributary_area_ft2, anchor.outward_psf) == (None, None)


def test_the_pulls_of_several_brackets_give_the_moment(blade: Ask) -> None:
    found, _ = blade(brackets={**TWO, "count": 4, "spacing_ft": 1})
    bracket, _ = held(found)
    at = [-1.5, -0.5, 0.5, 1.5]
    pulls = [(bracket.pull_lbf or 0) * z / at[-1] for z in at]
    assert sum(p * z for p, z in zip(pulls, at, strict=True)) == pytest.approx(160 * 2.5)


def test_a_single_bracket_takes_the_weight_by_its_rows(blade: Ask) -> None:
    found, _ = blade(brackets={"count": 1, "anchors": FOUR})
    bracket, anchor = held(found)
    assert bracket.pull_lbf is None
    assert bracket.lean_lbft == pytest.approx(400)
    assert anchor.dead_tension_lbf == pytest.approx(400 / 0.75 / 2)


def test_a_weightless_blade_pulls_by_the_wind_alone(blade: Ask) -> None:
    one_row = {**FOUR, "rows": 1}
    found, _ = blade(cabinet={"weight_psf": None}, brackets={"count": 1, "anchors": one_row})
    bracket, anchor = held(found)
    assert (bracket.down_lbf, bracket.pull_lbf, bracket.lean_lbft) == (0, None, None)
    assert anchor.dead_tension_lbf == 0


@pytest.mark.parametrize(
    ("brackets", "places"),
    [
        ({**TWO, "anchors": {**FOUR, "columns": 1}}, ["columns"]),
        ({"count": 1, "anchors": {**FOUR, "rows": 1}}, ["rows"]),
        ({"count": 1, "anchors": {"rows": 1, "columns": 1}}, ["columns", "rows"]),
    ],
)
def test_anchors_in_one_line_take_no_moment(
    blade: Ask, brackets: dict[str, Any], places: list[str]
) -> None:
    with pytest.raises(InvalidInput) as caught:
        blade(brackets=brackets)
    assert [fault.pointer.rpartition("/")[2] for fault in caught.value.faults] == places


def test_anchors_are_held_against_their_capacities(blade: Ask) -> None:
    told = {"tension_lbf": 900, "shear_lbf": 400, "level": "asd", "source": "a report"}
    found, trace = blade(brackets={**TWO, "anchors": {**FOUR, **told}})
    tension, shear, both = trace.checks
    _, anchor = held(found)
    assert (tension.demand, shear.demand) == (anchor.asd_tension_lbf, anchor.asd_shear_lbf)
    assert both.demand == pytest.approx(tension.demand / 900 + shear.demand / 400)


def test_what_is_not_told_is_not_checked(blade: Ask) -> None:
    found, _ = blade()
    assert {BRACKETS, EDGE} <= set(found.not_checked)
    assert (found.brackets, found.anchors) == (None, None)
    found, _ = blade(brackets={"count": 2, "spacing_ft": 3})
    assert found.brackets is not None
    assert found.anchors is None
    assert BRACKETS not in found.not_checked


def test_the_gap_is_needed_and_offsets_are_not(blade: Ask) -> None:
    with pytest.raises(InvalidInput, match="gap_ft"):
        blade(gap_ft=None)
    with pytest.raises(InvalidInput, match="begin gap_ft from the wall"):
        blade(cabinet={"offset_ft": 1})
    with pytest.raises(InvalidInput, match="the wall carries it"):
        blade(poles={"shape": "round", "width_in": 4})


@pytest.mark.parametrize(
    ("building", "code"),
    [
        ({}, None),
        ({"left_ft": 8}, None),
        ({"left_ft": 7.9}, "projecting.near_corner"),
        ({"right_ft": 0}, "projecting.near_corner"),
        ({"left_ft": None}, "projecting.corner_not_known"),
        ({"depth_ft": None}, "projecting.corner_not_known"),
        ({"wall_top_ft": 15.9}, "projecting.above_roof"),
        ({"mean_roof_height_ft": 16}, None),
    ],
    ids=str,
)
def test_corners_and_roofs_are_told(blade: Ask, building: dict[str, Any], code: str | None) -> None:
    _, trace = blade(building=building)
    told = {one.code for one in trace.cautions}
    assert told == {"projecting.by_practice", *([code] if code else [])}


def test_gusts_are_taken_as_the_project_says(blade: Ask) -> None:
    plain, trace = blade()
    assert any("No gust method" in words for words in trace.assumptions)
    rigid, _ = blade(gust={"method": "rigid"})
    assert rigid.gust_factor != plain.gust_factor
    flexible, _ = blade(gust={"method": "flexible", "natural_frequency_hz": 0.8,
                              "damping_ratio": 0.01}, cabinet={"thickness_ft": 1})  # fmt: skip
    assert flexible.natural_frequency_hz == 0.8


def test_moments_grow_with_the_square_of_the_speed_and_linearly_with_the_gap(blade: Ask) -> None:
    one, fast = (at_wall(blade(speed=speed)[0]) for speed in (110, 165))
    assert fast.turn_kipft == pytest.approx(2.25 * (one.turn_kipft or 0))
    turns = [at_wall(blade(gap_ft=gap)[0]).turn_kipft or 0 for gap in (0, 1, 2)]
    assert turns[1] - turns[0] == pytest.approx(turns[2] - turns[1])


def test_brackets_reach_no_farther_than_the_sign(blade: Ask) -> None:
    """A couple over more than the sign's height would count for more than it is."""
    high = 6.0
    told = {"cabinet": {"height_ft": high}, "brackets": {"count": 3, "spacing_ft": high / 2}}
    assert blade(**told)[0].brackets is not None
    told["brackets"] = {"count": 3, "spacing_ft": high / 2 + 0.1}
    with pytest.raises(InvalidInput, match=r"take 6\.2 ft of a sign that is 6 ft high"):
        blade(**told)
