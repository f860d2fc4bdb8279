"""Signs on a wall: pressures by zone and area, forces, and the laws that they obey."""

from math import log
from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.mounted.result import BuildingResult, WallCabinet
from apex_cli.solvers.exposure.solve import solve
from tests.solvers.exposure.mounted.conftest import BUILDING, CABINET, Ask


def only(found: BuildingResult) -> WallCabinet:
    """Its only cabinet."""
    (cabinet,) = found.elements
    assert isinstance(cabinet, WallCabinet)
    return cabinet


def line(area: float, small: float, large: float) -> float:
    """The straight line over the logarithm of the area, by hand."""
    t = min(max(log(area / 10) / log(50), 0), 1)
    return small + (large - small) * t


@pytest.mark.parametrize("edition", ["7-10", "7-16", "7-22"])
def test_a_cabinet_by_hand(wall: Ask, edition: str) -> None:
    found, _ = wall(edition=edition)
    row = only(found)
    q = (row.velocity_pressure_psf or 0.0) * (0.85 if edition == "7-22" else 1.0)
    (part,) = row.zones
    assert (part.zone, part.area_ft2) == (4, 40)
    assert part.gcp_inward == pytest.approx(line(40, 1.0, 0.7))
    assert part.gcp_outward == pytest.approx(line(40, -1.1, -0.8))
    assert part.inward_psf == pytest.approx(q * part.gcp_inward)
    assert part.outward_psf == pytest.approx(-q * part.gcp_outward)
    assert row.outward_lbf == pytest.approx(40 * part.outward_psf)
    assert row.force_lbf == row.outward_lbf
    assert row.pressure_psf == part.outward_psf
    assert (row.kind, row.cf, row.weight_lbf, row.centroid_ft) == ("wall_sign", None, 400, 12)
    assert found.height_ft == 20
    assert found.zone_width_ft == pytest.approx(8)


def test_what_reaches_the_wall(wall: Ask) -> None:
    other = {**CABINET, "offset_ft": 20, "thickness_ft": 2, "name": "second"}
    found, _ = wall(CABINET, other)
    at_wall = found.at_wall
    assert at_wall is not None
    rows = [row for row in found.elements if isinstance(row, WallCabinet)]
    assert at_wall.outward_lbf == pytest.approx(sum(row.outward_lbf for row in rows))
    assert at_wall.down_lbf == 800
    assert at_wall.lean_kipft == pytest.approx((400 * 0.5 + 400 * 1.0) / 1000)
    suction, pressure = found.reactions
    assert (suction.case, suction.outward_lbf) == ("suction", at_wall.outward_lbf)
    assert (pressure.case, pressure.outward_lbf) == ("pressure", -(at_wall.inward_lbf or 0))
    assert found.base is None
    assert found.asd is None
    assert found.cases == []


@pytest.mark.parametrize(
    ("right", "zones"), [(13.0, [4]), (13.0 - 1e-6, [5]), (12, [5]), (6, [5])], ids=str
)
def test_the_zone_begins_at_its_width(wall: Ask, right: float, zones: list[int]) -> None:
    """Zone 5 is 8 ft wide, and the cabinet reaches 5 ft to the right."""
    found, _ = wall(building={"right_ft": right})
    assert [part.zone for part in only(found).zones] == zones


def test_a_cabinet_in_both_zones_is_split_where_that_is_asked(wall: Ask) -> None:
    near = {"right_ft": 11}
    whole, told = wall(building=near)
    split, _ = wall(building=near, readings={"across_zones": "split"})
    five, four = only(split).zones
    assert (five.zone, five.area_ft2, four.zone, four.area_ft2) == (5, 8, 4, 32)
    assert five.gcp_outward == pytest.approx(line(40, -1.4, -0.8))
    forces = 8 * five.outward_psf + 32 * four.outward_psf
    assert only(split).outward_lbf == pytest.approx(forces)
    assert only(split).outward_lbf < only(whole).outward_lbf
    assert any("for all of the cabinet" in words for words in told.assumptions)


def test_all_of_a_cabinet_at_a_corner_is_in_zone_5(wall: Ask) -> None:
    found, _ = wall(
        cabinet={"width_ft": 2}, building={"right_ft": 2}, readings={"across_zones": "split"}
    )
    assert [part.zone for part in only(found).zones] == [5]


def test_an_outline_is_not_split(wall: Ask) -> None:
    found, trace = wall(
        cabinet={"outline": "triangle_up"},
        building={"right_ft": 11},
        readings={"across_zones": "split"},
    )
    assert [(part.zone, part.area_ft2) for part in only(found).zones] == [(5, 20)]
    assert only(found).centroid_ft == pytest.approx(10 + 4 / 3)
    assert any("its outline does not say" in words for words in trace.assumptions)


def test_without_the_dimensions_zone_5_is_taken(wall: Ask) -> None:
    far, _ = wall()
    for lacking in ("width_ft", "depth_ft", "left_ft", "right_ft"):
        found, trace = wall(building={lacking: None})
        assert [part.zone for part in only(found).zones] == [5]
        assert only(found).outward_lbf > only(far).outward_lbf
        told = next(one for one in trace.cautions if one.code == "wall.zone_not_known")
        assert f"sign.building.{lacking}" in told.message
        assert ("ends before" in told.message) == (lacking in {"left_ft", "right_ft"})


@pytest.mark.parametrize(
    ("building", "a"),
    [
        ({"mean_roof_height_ft": 15, "depth_ft": 80}, 6.0),
        ({"mean_roof_height_ft": 60, "depth_ft": 80}, 8.0),
        ({"mean_roof_height_ft": 15, "depth_ft": 20}, 3.0),
        ({"mean_roof_height_ft": 15, "width_ft": 500, "depth_ft": 400}, 16.0),
    ],
    ids=["0.4 h", "0.1 of the least", "3 ft", "0.04 of the least"],
)
def test_the_width_of_zone_5(wall: Ask, building: dict[str, Any], a: float) -> None:
    found, _ = wall(building=building)
    assert found.zone_width_ft == pytest.approx(a)


def test_the_least_pressure_governs_in_weak_wind(wall: Ask) -> None:
    found, _ = wall(speed=50)
    row = only(found)
    assert (row.pressure_psf, row.outward_lbf, row.inward_lbf) == (16, 640, 640)
    assert row.minimum_governs
    assert not only(wall()[0]).minimum_governs


def test_components_in_exposure_b_of_7_10_are_not_taken_below_30_ft(wall: Ask) -> None:
    low, trace = wall(edition="7-10", exposure="B")
    assert low.kz == pytest.approx(0.7, abs=0.001)
    assert any("30 ft" in words for words in trace.assumptions)
    high, _ = wall(edition="7-10", exposure="B", building={"mean_roof_height_ft": 40})
    assert high.height_ft == 40
    assert high.kz == pytest.approx(0.761, abs=0.001)
    assert wall(exposure="B")[0].height_ft == 20


def test_the_reduction_for_low_roofs_is_used_where_it_is_asked(wall: Ask) -> None:
    plain, trace = wall(building={"roof_slope_deg": 10})
    assert any("is not used" in words for words in trace.assumptions)
    asked = {"low_roof_reduction": True}
    less, _ = wall(building={"roof_slope_deg": 10}, readings=asked)
    assert only(less).outward_lbf == pytest.approx(0.9 * only(plain).outward_lbf)
    for slope, words in ((11, "is 11"), (None, "not given")):
        with pytest.raises(InvalidInput, match=words):
            wall(building={"roof_slope_deg": slope}, readings=asked)


@pytest.mark.parametrize("edge", [60, 11], ids=["zone 4", "zone 5"])
@pytest.mark.parametrize("area", [10, 500])
def test_at_the_ends_of_the_line_nothing_jumps(wall: Ask, edge: float, area: float) -> None:
    """Past an end the coefficient stands; before it, it comes to that value from one side."""
    building = {"mean_roof_height_ft": 60, "right_ft": edge, "depth_ft": 60}

    def pressed(size: float) -> tuple[float, float]:
        cabinet = {"width_ft": 20, "height_ft": 30, "bottom_ft": 5, "area_ft2": size}
        part = only(wall(cabinet=cabinet, building=building)[0]).zones[0]
        return part.gcp_inward, part.gcp_outward

    at, below, above = pressed(area), pressed(area * (1 - 1e-6)), pressed(area * (1 + 1e-6))
    assert below == pytest.approx(at, abs=1e-6)
    assert above == pytest.approx(at, abs=1e-6)
    assert (below if area == 10 else above) == at


def test_a_larger_cabinet_has_no_higher_pressure(wall: Ask) -> None:
    pressures = [
        only(wall(cabinet={"width_ft": width})[0]).pressure_psf for width in (1, 2, 5, 20, 60)
    ]
    assert pressures == sorted(pressures, reverse=True)
    assert pressures[0] > pressures[-1]


def test_forces_grow_with_the_square_of_the_speed(wall: Ask) -> None:
    one, other = (only(wall(speed=speed)[0]) for speed in (110, 165))
    assert other.outward_lbf == pytest.approx(2.25 * one.outward_lbf)
    assert other.inward_lbf == pytest.approx(2.25 * one.inward_lbf)


def test_left_and_right_are_alike(wall: Ask) -> None:
    cabinets = ({**CABINET, "offset_ft": -3}, {**CABINET, "width_ft": 3, "offset_ft": 12})
    mirrored = [{**one, "offset_ft": -one["offset_ft"]} for one in cabinets]
    split = {"across_zones": "split"}
    here, _ = wall(*cabinets, building={"left_ft": 12, "right_ft": 20}, readings=split)
    there, _ = wall(*mirrored, building={"left_ft": 20, "right_ft": 12}, readings=split)
    assert here.at_wall == there.at_wall
    assert [row.pressure_psf for row in here.elements] == [
        row.pressure_psf for row in there.elements
    ]


@pytest.mark.parametrize(
    ("building", "walls", "where"),
    [
        (BUILDING, "7-22", "/packs/building"),
        (BUILDING, None, "/packs/building"),
        (None, "7-16", "/sign/building"),
    ],
    ids=["of another edition", "no pack", "no building"],
)
def test_a_sign_at_a_building_needs_it_and_its_pack(
    building: dict[str, Any] | None, walls: str | None, where: str
) -> None:
    catalogue = Catalogue()
    wind: Any = catalogue.load("exposure", "asce7-16_v1")[0]
    pack: Any = catalogue.load("building", f"asce{walls}_v1")[0] if walls else None
    sign = {"mounting": "wall", "building": building, "elements": [CABINET]}
    site = {"wind_speed_mph": 115, "exposure": "C"}
    inputs = ExposureInputs.of(Inputs.read({"site": site, "sign": sign}))
    with pytest.raises(InvalidInput) as caught:
        solve(inputs, wind, Bare(), building=pack)
    assert [fault.pointer for fault in caught.value.faults] == [where]


def test_poles_are_no_part_of_a_sign_on_a_wall(wall: Ask) -> None:
    with pytest.raises(InvalidInput, match="the wall carries it"):
        wall(poles={"shape": "round", "width_in": 10})


def test_what_is_told(wall: Ask) -> None:
    _, trace = wall(
        cabinet={"solidity": 0.9, "return_corner_ft": 1}, stacking="separate", gap_ft=0.25
    )
    told = " ".join(trace.assumptions)
    for words in ("GCpi = 0", "openings near it", "spacers or a raceway", "whole area of an open",
                  "return_corner_ft is not used", "sign.stacking is not used"):  # fmt: skip
        assert words in told
    assert [one.code for one in trace.cautions] == ["building.from_memory"]
    _, trace = wall(
        cabinet={"thickness_ft": None, "bottom_ft": 5}, gap_ft=2, building={"wall_top_ft": 22}
    )
    assert any("counts as on it" in words for words in trace.assumptions)
    assert {one.code for one in trace.cautions} == {"building.from_memory", "wall.depth_missing"}
    _, trace = wall(cabinet={"weight_psf": None})
    assert {one.code for one in trace.cautions} == {"building.from_memory", "dead.weight_missing"}


def test_a_rule_that_was_read_is_not_from_memory() -> None:
    catalogue = Catalogue()
    wind: Any = catalogue.load("exposure", "asce7-16_v1")[0]
    pack: Any = catalogue.load("building", "asce7-16_v1")[0]
    read = pack.replace(attached=pack.attached.replace(status="printed"))
    sign = {"mounting": "wall", "building": BUILDING, "elements": [CABINET], "gap_ft": 0}
    site = {"wind_speed_mph": 115, "exposure": "C", "kzt": 1}
    trace = Trace()
    solve(ExposureInputs.of(Inputs.read({"site": site, "sign": sign})), wind, trace, building=read)
    assert trace.cautions == []
    assert not any("sign.gap_ft" in words for words in trace.assumptions)


def test_a_wall_is_no_longer_than_the_building(wall: Ask) -> None:
    building = {"mean_roof_height_ft": 20, "width_ft": 60, "depth_ft": 40, "left_ft": 30}
    assert wall(building={**building, "right_ft": 30})[0].elements
    for right in (10, None):
        assert wall(building={**building, "right_ft": right})[0].elements
    with pytest.raises(ValueError, match="61 ft of wall together"):
        wall(building={**building, "right_ft": 31})


@pytest.mark.parametrize(
    ("gap", "thickness", "told"), [(0, 3, False), (0, 3.1, True), (1, 2.1, True)]
)
def test_what_stands_far_out_has_ends(wall: Ask, gap: float, thickness: float, told: bool) -> None:
    _, trace = wall(cabinet={"thickness_ft": thickness}, gap_ft=gap)
    assert ("wall.stands_out" in {one.code for one in trace.cautions}) == told
