"""What is told of a pole from grade up: its steel, the places held, its use in between."""

from typing import Any

import pytest

BY_HAND = {"count": 1, "shape": "round", "width_in": 12.75, "wall_in": 0.375}
LOADS = {
    "replaces_wind": True,
    "level": "asd",
    "lateral_lbf": 1000.0,
    "height_ft": 20.0,
    "axial_lbf": 2000.0,
}


def test_the_use_along_the_height_is_that_of_the_checks(pole: Any) -> None:
    result, trace = pole.checked()
    rows = result.profile
    assert [row.height_ft for row in rows] == [3 * k for k in range(9)]
    assert rows[0].ratio == pole.by_id(trace, "steel.interaction").demand
    assert rows[0].moment_kipft == result.reactions[0].moment_kipft
    assert (rows[-1].moment_kipft, rows[-1].ratio) == (0, 0)
    ratios = [row.ratio for row in rows]
    assert ratios == sorted(ratios, reverse=True)


def test_where_the_section_changes_both_are_told(pole: Any) -> None:
    """At the lap's top the lower piece ends, and the upper one is held there."""
    result, trace = pole.checked({**pole.STAGES, "support.splice": {"type": "sleeve"}})
    at = {row.stage: row for row in result.profile if row.height_ft == 12}
    assert at["stage 2"].ratio > at["stage 1"].ratio
    assert at["stage 2"].moment_kipft == at["stage 1"].moment_kipft
    base = pole.by_id(trace, "steel.interaction", "base")
    assert at["stage 2"].ratio == pytest.approx(base.demand, rel=1e-12)


def test_every_place_is_told_once_from_grade_up(pole: Any) -> None:
    opening = {"width_in": 3, "height_in": 5, "height_ft": 1.5}
    splice = {"type": "sleeve", "weld_in": 0.25}
    result, trace = pole.checked(
        {**pole.STAGES, "support.opening": opening, "support.splice": splice}
    )
    names = [row.name for row in result.places]
    assert names[:2] == ["grade", "opening"]
    assert len(set(names)) == len(names)
    heights = [row.height_ft for row in result.places]
    assert heights == sorted(heights)
    assert max(row.ratio for row in result.places) == result.ratio
    held = {check.demand / check.capacity for check in trace.checks}
    assert {row.ratio for row in result.places} <= held


def test_the_steel_of_each_stage(pole: Any) -> None:
    result, _ = pole.checked(pole.STAGES)
    low, high = result.steel
    assert (low.stage, high.stage) == ("stage 1", "stage 2")
    assert (low.fy_ksi, low.fu_ksi, low.wall_in) == (35, 60, 0.375)
    assert low.design_wall_in == pytest.approx(0.93 * 0.375)
    assert (low.width_in, low.depth_in, high.width_in) == (12.75, 12.75, 10.75)
    assert "A53" in low.material


@pytest.mark.parametrize(("weight", "told"), [(None, None), (50.0, 50.0 * 24)])
def test_a_weight_that_is_not_given_is_not_nothing(pole: Any, weight: Any, told: Any) -> None:
    poles = {**BY_HAND, "top_ft": 24, **({"weight_plf": weight} if weight else {})}
    result, _ = pole.checked({"sign.poles": poles, "loads": LOADS})
    assert result.quantities.pole_lbf == told
    assert result.stages[0].weight_lbf == told
