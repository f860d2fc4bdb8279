"""Whatever hangs on a wall or projects from one obeys statics, and has a mirror image."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.errors import NoAnswer
from apex_cli.solvers.exposure.mounted.result import WallCabinet
from tests.solvers.exposure.mounted.conftest import Ask


def eighths(least: float, most: float) -> st.SearchStrategy[float]:
    """Numbers as people write them."""
    return st.integers(round(8 * least), round(8 * most)).map(lambda number: number / 8)


ANCHORS = st.fixed_dictionaries({
    "rows": st.integers(2, 4), "columns": st.integers(1, 5),
    "row_spacing_in": st.just(3.0), "column_spacing_in": st.just(2.0),
})  # fmt: skip
CABINETS = st.fixed_dictionaries({
    "width_ft": eighths(1, 30), "height_ft": eighths(1, 10), "bottom_ft": eighths(1, 20),
    "offset_ft": eighths(-40, 40), "thickness_ft": eighths(0.1, 3),
    "weight_psf": eighths(0, 40), "anchors": ANCHORS,
})  # fmt: skip
SITES = st.fixed_dictionaries({
    "edition": st.sampled_from(["7-10", "7-16", "7-22"]), "speed": eighths(85, 200),
    "exposure": st.sampled_from(["B", "C", "D"]),
})  # fmt: skip
BUILDINGS = st.fixed_dictionaries({
    "mean_roof_height_ft": eighths(12, 60), "width_ft": st.just(160.0),
    "depth_ft": eighths(20, 300),
    "left_ft": eighths(10, 80), "right_ft": eighths(10, 80),
})  # fmt: skip
READINGS = st.sampled_from(["worst", "split"])


@settings(max_examples=40, deadline=None)
@given(
    cabinets=st.lists(CABINETS, min_size=1, max_size=3),
    site=SITES,
    building=BUILDINGS,
    across=READINGS,
)
def test_any_sign_on_a_wall(
    ask: Ask, cabinets: list[Any], site: dict[str, Any], building: dict[str, Any], across: str
) -> None:
    readings = {"across_zones": across}
    mirrored = [{**one, "offset_ft": -one["offset_ft"]} for one in cabinets]
    turned = {**building, "left_ft": building["right_ft"], "right_ft": building["left_ft"]}
    try:
        found, _ = ask("wall", cabinets, building=building, readings=readings, **site)
    except NoAnswer:
        with pytest.raises(NoAnswer):
            ask("wall", mirrored, building=turned, readings=readings, **site)
        return
    image, _ = ask("wall", mirrored, building=turned, readings=readings, **site)
    assert found.at_wall is not None
    assert image.at_wall is not None
    assert found.at_wall.outward_lbf == pytest.approx(image.at_wall.outward_lbf)
    rows = [row for row in found.elements if isinstance(row, WallCabinet)]
    assert found.at_wall.outward_lbf == pytest.approx(sum(row.outward_lbf for row in rows))
    for row in rows:
        assert row.outward_lbf >= 16 * row.area_ft2 * (1 - 1e-9)
        assert sum(part.area_ft2 for part in row.zones) == pytest.approx(row.area_ft2)
        assert row.anchors is not None
        # anchors hold what pulls the cabinet, and more: each has the pressure of a smaller area
        held = row.anchors.wind_tension_lbf * row.anchors.count
        assert held >= row.outward_lbf * (1 - 1e-9)
        weight = row.anchors.asd_shear_lbf * row.anchors.count
        assert weight == pytest.approx(row.weight_lbf or 0)


@settings(max_examples=25, deadline=None)
@given(cabinet=CABINETS, site=SITES, gap=eighths(0, 4), count=st.integers(1, 5))
def test_any_sign_that_projects(
    ask: Ask, cabinet: dict[str, Any], site: dict[str, Any], gap: float, count: int
) -> None:
    blade = {key: value for key, value in cabinet.items() if key not in {"anchors", "offset_ft"}}
    anchors = {**cabinet["anchors"], "columns": 2}
    brackets = {"count": count, "spacing_ft": blade["height_ft"] / 5, "anchors": anchors}
    found, _ = ask("projecting", [blade], gap_ft=gap, brackets=brackets, **site)
    force = found.elements[0].force_lbf
    straight = found.reactions[0]
    assert straight.along_lbf == force
    assert straight.turn_kipft == pytest.approx(force * (gap + blade["width_ft"] / 2) / 1000)
    assert found.reactions[1].turn_kipft > straight.turn_kipft
    bracket, anchor = found.brackets, found.anchors
    assert bracket is not None
    assert anchor is not None
    assert found.at_wall is not None
    assert bracket.turn_lbft * count == pytest.approx(1000 * (found.at_wall.turn_kipft or 0))
    # the columns of a bracket take its moment
    arm = 2.0 / 12
    assert anchor.wind_tension_lbf * anchors["rows"] * arm == pytest.approx(bracket.turn_lbft)
