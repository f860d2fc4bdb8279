"""Signs on roofs: two readings side by side, and what reaches the roof."""

from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.building import BuildingPack
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.records.model import Faulty
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.mounted.roof_result import RoofResult
from apex_cli.solvers.exposure.solve import solve

BUILDING = {"mean_roof_height_ft": 20, "width_ft": 100, "depth_ft": 60}
CABINET = {"name": "cabinet", "width_ft": 16, "height_ft": 6, "bottom_ft": 24, "thickness_ft": 1}
FRAMES = {"count": 3, "spacing_ft": 6, "base_ft": 5, "weight_lbf": 600}


def ask(
    *elements: dict[str, Any],
    edition: str = "7-22",
    speed: float = 115,
    building: dict[str, Any] | None = None,
    frames: dict[str, Any] | None = None,
    sign: dict[str, Any] | None = None,
    **blocks: Any,
) -> tuple[RoofResult, Trace]:
    """The answer, which is the same without a trace."""
    wind, _ = Catalogue().load("exposure", f"asce{edition}_v1")
    beside, _ = Catalogue().load("building", f"asce{edition}_v1")
    assert isinstance(wind, ExposurePack)
    assert isinstance(beside, BuildingPack)
    told = {**BUILDING, **(building or {})}
    document = {
        "site": {"wind_speed_mph": speed, "exposure": "C", "kzt": 1},
        "sign": {
            "mounting": "roof", "building": {k: v for k, v in told.items() if v is not None},
            "frames": frames, "elements": [*elements] or [CABINET], **(sign or {}),
        },
        **blocks,
    }  # fmt: skip
    project, trace = Inputs.read(document), Trace()
    result = solve(ExposureInputs.of(located(project)), wind, trace, None, beside)
    bare = solve(ExposureInputs.of(project), wind, Bare(), None, beside)
    assert isinstance(result, RoofResult)
    assert isinstance(bare, RoofResult)
    assert (bare.readings, bare.at_roof, bare.frames) == (
        result.readings,
        result.at_roof,
        result.frames,
    )
    return result, trace


def codes(trace: Trace) -> dict[str, str]:
    return {one.code: one.severity for one in trace.cautions}


def test_by_hand() -> None:
    """q at 20 ft, 115 mph, Exposure C: 30.56 psf by 0.85 by 1.9 on 96 ft2, 7 ft above the roof."""
    result, trace = ask()
    q = 0.00256 * 2.41 * (20 / 2460) ** (2 / 9.8) * 115**2
    assert result.velocity_pressure_psf == pytest.approx(q)
    lateral = q * 0.85 * 1.9 * 96
    rooftop, *freestanding = result.readings
    assert (rooftop.reading, rooftop.case) == ("rooftop structure", "A")
    assert rooftop.shear_lbf == pytest.approx(lateral)
    assert rooftop.moment_kipft == pytest.approx(lateral * 7 / 1000)
    top = 0.00256 * 2.41 * (30 / 2460) ** (2 / 9.8) * 115**2
    assert freestanding[0].shear_lbf == pytest.approx(top * 0.85 * 0.85 * 1.8 * 96)
    assert [one.case for one in freestanding] == ["A", "B", "C"]
    assert result.taken == "rooftop structure"
    assert result.at_roof.overturning_kipft == pytest.approx(lateral * 7 / 1000)
    assert result.at_roof.torsion_kipft == pytest.approx(freestanding[1].torsion_kipft)
    assert result.at_roof.uplift_lbf == pytest.approx(q * 0.85 * 1.5 * 16)
    assert codes(trace)["roof.two_readings"] == "warning"
    assert result.base is None
    assert [one.kind for one in (*result.elements, *result.other_elements)] == [
        "rooftop_structure",
        "solid_sign",
    ]


def test_one_small_panel_is_governed_by_the_rooftop_structure() -> None:
    """1.9 against 0.85 times 1.8: 24 % more at one velocity pressure."""
    result, _ = ask(edition="7-16")
    rooftop, freestanding, *_ = result.readings
    ratio = rooftop.shear_lbf / freestanding.shear_lbf
    assert ratio == pytest.approx(1.9 / (0.85 * 1.8) * (20 / 30) ** (2 / 9.5), rel=1e-9)


def test_a_sign_high_above_the_roof_is_governed_as_a_freestanding_one() -> None:
    result, _ = ask({**CABINET, "bottom_ft": 55})
    assert result.taken == "freestanding sign"
    assert result.at_roof.shear_lbf == max(
        one.shear_lbf for one in result.readings if one.reading == "freestanding sign"
    )
    assert result.elements[0].kind == "solid_sign"


@pytest.mark.parametrize(("covered", "coefficient"), [
    (0.05, 1.9), (0.1, 1.9), (0.55, 1.45), (1.0, 1.0), (1.2, 1.0),
])  # fmt: skip
def test_the_coefficient_falls_with_the_share_of_the_front(
    covered: float, coefficient: float
) -> None:
    """Continuous at both ends: 1.9 up to a tenth of B h, 1.0 from B h on, straight between."""
    for near in (covered - 1e-9, covered, covered + 1e-9):
        width = 100 * near * 20 / 10
        result, _ = ask({**CABINET, "width_ft": width, "height_ft": 10})
        assert result.gc_lateral == pytest.approx(coefficient, abs=1e-6)


@pytest.mark.parametrize(("covered", "coefficient"), [(0.1, 1.5), (0.55, 1.25), (1.0, 1.0)])
def test_uplift_falls_with_the_share_of_the_roof(covered: float, coefficient: float) -> None:
    thick = covered * 100 * 60 / 16
    result, _ = ask({**CABINET, "thickness_ft": thick})
    assert result.gc_uplift == pytest.approx(coefficient)
    assert result.plan_area_ft2 == pytest.approx(16 * thick)


@pytest.mark.parametrize("edition", ["7-16", "7-22"])
def test_force_is_as_the_square_of_the_speed(edition: str) -> None:
    frames = {**FRAMES, "weight_lbf": None}
    once, _ = ask(edition=edition, frames=frames)
    twice, _ = ask(edition=edition, frames=frames, speed=230)
    for before, after in zip(once.readings, twice.readings, strict=True):
        assert after.shear_lbf == pytest.approx(4 * before.shear_lbf, rel=1e-12)
        assert after.moment_kipft == pytest.approx(4 * before.moment_kipft, rel=1e-12)
    assert twice.at_roof.uplift_lbf == pytest.approx(4 * once.at_roof.uplift_lbf, rel=1e-12)
    assert twice.frames[0].pull_lbf == pytest.approx(4 * once.frames[0].pull_lbf, rel=1e-12)


def test_frames_by_hand() -> None:
    """Three frames 6 ft apart: a third each, and the torsion of Case B over 12 ft."""
    heavy = {**CABINET, "weight_psf": 6}
    result, trace = ask(heavy, frames=FRAMES)
    first, last = result.frames
    _, _, b, _ = result.readings
    moment = b.moment_kipft / 3 + b.torsion_kipft * 7 / 12
    assert (first.name, last.name, first.case) == ("frame 1", "frame 3", "B")
    assert first.moment_kipft == pytest.approx(moment)
    assert last.moment_kipft == pytest.approx(moment)
    assert first.shear_lbf == pytest.approx(b.shear_lbf / 3 + 1000 * b.torsion_kipft / 12)
    assert first.dead_lbf == pytest.approx((600 + 576) / 3)
    assert first.uplift_lbf == pytest.approx(result.at_roof.uplift_lbf / 3)
    couple, dead, up = moment * 1000 / 5, first.dead_lbf, first.uplift_lbf
    assert first.couple_lbf == pytest.approx(couple)
    assert first.press_lbf == pytest.approx(couple + 1.2 * dead / 2)
    assert first.pull_lbf == pytest.approx(couple + up / 2 - 0.9 * dead / 2)
    assert first.asd_press_lbf == pytest.approx(0.6 * couple + dead / 2)
    assert first.asd_pull_lbf == pytest.approx(0.6 * (couple + up / 2) - 0.6 * dead / 2)
    assert "dead.weight_missing" not in codes(trace)


def test_a_single_foot_has_no_couple() -> None:
    result, _ = ask(frames={**FRAMES, "base_ft": None, "weight_lbf": 9000})
    first, _ = result.frames
    assert first.couple_lbf is None
    assert first.press_lbf == pytest.approx(1.2 * 3000)
    assert first.pull_lbf == 0


def test_a_single_frame_takes_all_of_it() -> None:
    result, trace = ask(frames={"count": 1, "base_ft": 5})
    (frame,) = result.frames
    assert (frame.name, frame.shear_lbf) == ("frame", result.at_roof.shear_lbf)
    assert any("by itself" in sentence for sentence in trace.assumptions)
    assert "dead.weight_missing" in codes(trace)
    tower = {**CABINET, "solidity": 0.5, "width_ft": 6}
    _, trace = ask(tower, frames={"count": 1})
    assert not any("by itself" in sentence for sentence in trace.assumptions)


def test_cabinets_off_the_axis_load_one_end_more() -> None:
    one = {**CABINET, "width_ft": 8, "offset_ft": 4, "weight_psf": 6}
    result, _ = ask(one, frames=FRAMES)
    first, last = result.frames
    assert last.uplift_lbf > result.at_roof.uplift_lbf / 3 > first.uplift_lbf
    assert last.dead_lbf > first.dead_lbf
    alone, _ = ask(one)
    assert alone.at_roof.torsion_kipft == pytest.approx(result.at_roof.torsion_kipft)


def test_several_cabinets_share_one_coefficient() -> None:
    """Two faces, 22 ft2 of them a reader board: 1.9 on either, and one uplift each."""
    reader = {"width_ft": 10, "height_ft": 3, "bottom_ft": 30.1, "thickness_ft": 1}
    result, _ = ask(CABINET, {**reader, "outline": "triangle_up"}, sign={"stacking": "separate"})
    assert [one.area_ft2 for one in result.elements] == [96, 15]
    assert {one.cf for one in result.elements} == {1.9}
    assert result.elements[1].centroid_ft == pytest.approx(31.1)
    assert result.plan_area_ft2 == 26
    assert [one.cf for one in result.readings[:1]] == [None]


def test_the_roof_at_the_sign_may_be_another_height() -> None:
    result, trace = ask(building={"roof_ft": 22})
    assert result.roof_ft == 22
    rooftop = result.readings[0]
    assert rooftop.moment_kipft == pytest.approx(rooftop.shear_lbf * 5 / 1000)
    assert not any("as high as the mean roof" in sentence for sentence in trace.assumptions)


def test_a_local_least_pressure_holds_here_too() -> None:
    local = {"min_pressure_psf": 40, "level": "asd", "source": "Baytown TX 118-241"}
    result, trace = ask(local=local)
    assert result.at_roof.shear_lbf == pytest.approx(40 / 0.6 * 96)
    assert "wind.local_minimum" in codes(trace)


def test_gusts_by_formula() -> None:
    result, _ = ask(gust={"method": "rigid"})
    assert (result.gust_method, result.gust_factor != 0.85) == ("rigid", True)
    assert result.readings[0] == ask()[0].readings[0]


@pytest.mark.parametrize(("change", "code"), [
    ({"bottom_ft": 20}, "roof.no_gap"), ({"bottom_ft": 20.4}, "roof.no_gap"),
    ({"width_ft": 101}, "roof.wider_than_building"),
])  # fmt: skip
def test_what_an_engineer_has_to_look_at(change: dict[str, Any], code: str) -> None:
    _, trace = ask({**CABINET, **change})
    assert codes(trace)[code] == "review"
    assert not [one for one in codes(ask()[1]) if one in {"roof.no_gap", code}]


def test_high_buildings_are_looked_at() -> None:
    tall = {"mean_roof_height_ft": 60.5}
    assert codes(ask({**CABINET, "bottom_ft": 66}, building=tall)[1])["roof.high_building"]
    low = {"mean_roof_height_ft": 60}
    assert "roof.high_building" not in codes(ask({**CABINET, "bottom_ft": 66}, building=low)[1])


@pytest.mark.parametrize(("change", "where"), [
    ({"building": {"width_ft": None}}, "/sign/building/width_ft"),
    ({"building": {"depth_ft": None}}, "/sign/building/depth_ft"),
    ({"building": {"mean_roof_height_ft": 30}}, "/sign/elements/0/bottom_ft"),
    ({"sign": {"elements": [{**CABINET, "thickness_ft": None}]}}, "/sign/elements/0/thickness_ft"),
    ({"sign": {"poles": {"shape": "round", "width_in": 10}}}, "/sign/poles"),
])  # fmt: skip
def test_what_a_roof_sign_needs(change: dict[str, Any], where: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        ask(**change)
    assert [fault.pointer for fault in caught.value.faults] == [where]


def test_an_edition_that_was_not_read_has_no_answer() -> None:
    with pytest.raises(NoAnswer) as caught:
        ask(edition="7-10")
    assert caught.value.problem_code == "sign.mounting_not_covered"
    assert "7-10" in caught.value.detail


def test_frames_belong_to_roofs_and_have_a_spacing() -> None:
    with pytest.raises(Faulty, match=r"belongs to sign\.mounting roof"):
        ask(sign={"mounting": "wall", "frames": FRAMES})
    with pytest.raises(Faulty, match="needed for two frames"):
        ask(frames={"count": 2})
