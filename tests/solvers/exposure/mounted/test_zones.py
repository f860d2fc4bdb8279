"""What is no sign on a wall any more: past its edges, too far from it, on a high building."""

from typing import Any

import pytest

from apex_cli.errors import NoAnswer
from tests.solvers.exposure.mounted.conftest import Ask


def refused(wall: Ask, code: str, **told: Any) -> NoAnswer:
    """The refusal of a sign."""
    with pytest.raises(NoAnswer) as caught:
        wall(**told)
    assert caught.value.problem_code == code
    assert caught.value.faults
    return caught.value


def test_a_high_building_is_refused_by_name(wall: Ask) -> None:
    error = refused(wall, "wall.building_too_high", building={"mean_roof_height_ft": 60.1})
    assert "figure for higher buildings" in error.detail
    wall(building={"mean_roof_height_ft": 60})


@pytest.mark.parametrize(
    ("cabinet", "building", "where"),
    [
        ({"bottom_ft": 16.01}, {}, "/sign/elements/0/bottom_ft"),
        ({"bottom_ft": 14}, {"wall_top_ft": 17.9}, "/sign/elements/0/bottom_ft"),
        ({}, {"left_ft": 4.99}, "/sign/elements/0/offset_ft"),
        ({"offset_ft": 2}, {"right_ft": 6.9}, "/sign/elements/0/offset_ft"),
        ({"offset_ft": 2}, {"right_ft": 6.9, "left_ft": None}, "/sign/elements/0/offset_ft"),
    ],
    ids=["above the roof", "above the wall", "left", "right", "right, left not told"],
)
def test_past_an_edge(
    wall: Ask, cabinet: dict[str, Any], building: dict[str, Any], where: str
) -> None:
    error = refused(wall, "wall.past_edge", cabinet=cabinet, building=building)
    assert [fault.pointer for fault in error.faults] == [where]
    assert " past the wall's" in error.detail


def test_at_the_edges_it_is_on_the_wall_still(wall: Ask) -> None:
    wall(cabinet={"bottom_ft": 16}, building={"left_ft": 5, "right_ft": 5})
    wall(cabinet={"bottom_ft": 18}, building={"wall_top_ft": 22})
    wall(cabinet={"bottom_ft": 0.1 + 0.2}, building={"wall_top_ft": 4.3})


def test_a_gap_of_5_ft_is_refused(wall: Ask) -> None:
    error = refused(wall, "wall.gap", gap_ft=5)
    assert "both of its sides take pressure" in error.detail
    wall(gap_ft=3)


@pytest.mark.parametrize(
    ("cabinet", "building"),
    [
        ({"bottom_ft": 13.1}, {}),
        ({"bottom_ft": 2.9}, {}),
        ({}, {"left_ft": 7.9}),
        ({}, {"right_ft": 7.9}),
    ],
    ids=["top", "ground", "left", "right"],
)
def test_a_gap_near_an_edge_is_refused(
    wall: Ask, cabinet: dict[str, Any], building: dict[str, Any]
) -> None:
    error = refused(wall, "wall.gap", gap_ft=1, cabinet=cabinet, building=building)
    assert "within 3 ft of" in error.detail
    wall(gap_ft=0.5, cabinet=cabinet, building=building)  # a spacer


def test_a_gap_away_from_the_edges_is_none(wall: Ask) -> None:
    near, _ = wall(cabinet={"bottom_ft": 13})
    apart, _ = wall(cabinet={"bottom_ft": 13}, gap_ft=1)
    assert near.at_wall is not None
    assert apart.at_wall is not None
    assert apart.at_wall.outward_lbf == near.at_wall.outward_lbf
    assert apart.at_wall.lean_kipft == pytest.approx(0.4 * 1.5)
