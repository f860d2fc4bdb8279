"""What an anchor of a sign on a wall takes, by statics, and what it is held against."""

from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from apex_cli.solvers.exposure.mounted.result import AnchorRow
from apex_cli.solvers.exposure.mounted.tell import ANCHORS, CAPACITIES
from tests.solvers.exposure.mounted.conftest import CABINET, Ask

SIX = {"rows": 2, "columns": 3, "row_spacing_in": 36, "column_spacing_in": 48}
HELD = {"tension_lbf": 500, "shear_lbf": 400, "level": "asd", "source": "a report"}


def taken(wall: Ask, anchors: dict[str, Any], **told: Any) -> AnchorRow:
    """What the most loaded anchor takes."""
    found, _ = wall(cabinet={"anchors": anchors, **told.pop("cabinet", {})}, **told)
    assert found.anchors is not None
    return found.anchors


def test_six_anchors_by_hand(wall: Ask) -> None:
    row = taken(wall, SIX, building={"right_ft": 9})
    area = 40 / 6
    assert row.tributary_area_ft2 == pytest.approx(area)
    q = 0.00256 * 2.01 * (20 / 900) ** (2 / 9.5) * 0.85 * 115**2
    assert row.outward_psf == pytest.approx(1.4 * q)
    assert row.wind_tension_lbf == pytest.approx(1.4 * q * area)
    # 400 lb, half a foot from the wall, over 3 ft and three columns
    assert row.dead_tension_lbf == pytest.approx(200 / 3 / 3)
    wind, dead = row.wind_tension_lbf, row.dead_tension_lbf
    assert row.tension_lbf == pytest.approx(wind + 1.2 * dead)
    assert row.asd_tension_lbf == pytest.approx(0.6 * wind + dead)
    assert row.shear_lbf == pytest.approx(1.4 * 400 / 6)  # dead load alone
    assert row.asd_shear_lbf == pytest.approx(400 / 6)
    assert row.count == 6


@pytest.mark.parametrize("rows", [2, 3, 5])
def test_the_weight_over_the_rows_is_linear(wall: Ask, rows: int) -> None:
    """The forces of the rows give the moment of the weight, and no force."""
    spacing = 40 / (rows - 1)
    row = taken(wall, {**SIX, "rows": rows, "row_spacing_in": spacing})
    at = [(n - (rows - 1) / 2) * spacing / 12 for n in range(rows)]
    forces = [row.dead_tension_lbf * z / at[-1] for z in at]
    assert 3 * sum(force * z for force, z in zip(forces, at, strict=True)) == pytest.approx(200)


def test_a_single_row_leans_on_the_lower_edge(wall: Ask) -> None:
    row = taken(wall, {"rows": 1, "columns": 4, "column_spacing_in": 30})
    assert row.dead_tension_lbf == pytest.approx(200 / (4 * 2))
    with pytest.raises(InvalidInput, match="leans on nothing") as caught:
        taken(wall, {"rows": 1, "columns": 4, "column_spacing_in": 30}, gap_ft=0.25)
    assert caught.value.faults[0].pointer == "/sign/elements/0/anchors/rows"


def test_a_triangle_is_held_about_its_centroid(wall: Ask) -> None:
    anchors = {"rows": 1, "columns": 2, "column_spacing_in": 30}
    row = taken(wall, anchors, cabinet={"outline": "triangle_down"})
    assert row.dead_tension_lbf == pytest.approx(200 * 0.5 / (2 * 8 / 3))


def test_what_weighs_nothing_pulls_by_the_wind_alone(wall: Ask) -> None:
    for cabinet in ({"weight_psf": None}, {"weight_psf": 0}, {"thickness_ft": None}):
        row = taken(wall, SIX, cabinet=cabinet)
        assert row.dead_tension_lbf == 0
        assert row.tension_lbf == row.wind_tension_lbf
        assert (row.shear_lbf > 0) == ("thickness_ft" in cabinet)


def test_a_group_has_room_on_its_cabinet(wall: Ask) -> None:
    for size, spacing in (("row", 49), ("column", 61)):
        with pytest.raises(InvalidInput, match="of a cabinet that has") as caught:
            taken(wall, {**SIX, f"{size}_spacing_in": spacing})
        assert caught.value.faults[0].pointer.endswith(f"{size}_spacing_in")
    taken(wall, {**SIX, "row_spacing_in": 48, "column_spacing_in": 60})


@pytest.mark.parametrize("level", ["asd", "strength"])
def test_it_is_held_against_what_it_may_take(wall: Ask, level: str) -> None:
    found, trace = wall(cabinet={"anchors": {**SIX, **HELD, "level": level}})
    row = found.anchors
    assert row is not None
    tension, shear, both = trace.checks
    asd = level == "asd"
    assert tension.demand == (row.asd_tension_lbf if asd else row.tension_lbf)
    assert shear.demand == (row.asd_shear_lbf if asd else row.shear_lbf)
    assert (tension.capacity, shear.capacity) == (500, 400)
    assert "a report" in tension.clause
    # with the wind: the dead load alone has more shear, and no tension of the wind
    in_wind = 400 / 6 * (1.0 if asd else 1.2)
    assert both.demand == pytest.approx(tension.demand / 500 + in_wind / 400)
    assert [one.id for one in trace.checks] == [
        "wall.anchor_tension", "wall.anchor_shear", "wall.anchor_combined"
    ]  # fmt: skip


def test_what_is_not_told_is_not_checked(wall: Ask) -> None:
    found, trace = wall()
    assert ANCHORS in found.not_checked
    assert found.anchors is None
    found, trace = wall(cabinet={"anchors": SIX})
    assert CAPACITIES in found.not_checked
    assert trace.checks == []
    assert any("No anchor product is claimed" in words for words in trace.assumptions)
    found, _ = wall(cabinet={"anchors": {**SIX, **HELD}})
    assert {ANCHORS, CAPACITIES}.isdisjoint(found.not_checked)


def test_the_group_that_takes_most_is_told(wall: Ask) -> None:
    two = {"rows": 1, "columns": 2, "column_spacing_in": 60}
    found, _ = wall({**CABINET, "anchors": SIX}, {**CABINET, "offset_ft": 20, "anchors": two})
    assert found.anchors is not None
    assert found.anchors.count == 2


def test_more_anchors_take_no_less_together(wall: Ask) -> None:
    """Each has the higher pressure of a smaller area."""
    totals = []
    for columns in (2, 3, 5):
        row = taken(wall, {**SIX, "columns": columns, "column_spacing_in": 20})
        totals.append(row.wind_tension_lbf * row.count)
    assert totals == sorted(totals)
