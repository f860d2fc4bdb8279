"""A given pressure in the place of the code's wind, and the least pressure of an ordinance."""

from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.exposure import ExposurePack
from apex_cli.packs.sections import SectionsPack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.exposure.demands import demands
from apex_cli.solvers.exposure.given_inputs import GivenInputs
from apex_cli.solvers.exposure.inputs import inputs_of, reads
from apex_cli.solvers.exposure.result import ExposureResult, GivenResult
from apex_cli.solvers.exposure.solve import solve
from apex_cli.units.fields import in_units

CABINET = {"name": "cabinet", "width_ft": 10, "height_ft": 6, "bottom_ft": 18}
POLE = {"shape": "round", "width_in": 12, "top_ft": 24}
GIVEN = {"pressure_psf": 30, "level": "asd", "source": "sign code 12.4"}
SITE = {"wind_speed_mph": 115, "exposure": "C", "kzt": 1}


def pack() -> ExposurePack:
    found, _ = Catalogue().load("exposure", "asce7-22_v1")
    assert isinstance(found, ExposurePack)
    return found


def ask(
    *elements: dict[str, Any],
    given: dict[str, Any] | None = None,
    poles: dict[str, Any] | None = None,
    sections: SectionsPack | None = None,
    site: dict[str, Any] | None = None,
    sign: dict[str, Any] | None = None,
    **blocks: Any,
) -> tuple[ExposureResult, Trace]:
    """The answer, which is the same without a trace; of a given pressure unless a site is told."""
    place = {"given_pressure": {**GIVEN, **(given or {})}} if site is None else site
    document = {
        "site": place,
        "sign": {"elements": [*elements] or [CABINET], "poles": poles, **(sign or {})},
        **blocks,
    }
    project, trace = Inputs.read(in_units(document)), Trace()
    result = solve(inputs_of(located(project)), pack(), trace, sections)
    bare = solve(inputs_of(project), pack(), Bare(), sections)
    assert (bare.elements, bare.base, bare.asd) == (result.elements, result.base, result.asd)
    return result, trace


def codes(trace: Trace) -> dict[str, str]:
    return {one.code: one.severity for one in trace.cautions}


def says(trace: Trace, words: str) -> bool:
    return any(words in sentence for sentence in trace.assumptions)


def test_force_is_pressure_times_area() -> None:
    """30 psf at strength level on 60 ft2, 21 ft up: 1800 lbf, 37.8 kip-ft, and nothing else."""
    result, trace = ask(given={"level": "strength"})
    (face,) = result.elements
    assert (face.force_lbf, face.pressure_psf, face.area_ft2) == (1800, 30, 60)
    assert face.cf is face.kd is face.velocity_pressure_psf is face.aspect_ratio is None
    assert result.base is not None
    assert result.asd is not None
    assert (result.base.shear_lbf, result.base.moment_kipft) == (1800, 37.8)
    assert result.asd.shear_lbf == pytest.approx(1080)
    assert (result.kz, result.kd, result.gust_factor, result.profile) == (None, None, None, [])
    assert not says(trace, "Strength level is")
    assert [step.card.symbol for step in trace.steps][:2] == ["A_s", "h"]


@pytest.mark.parametrize("pressure", [16, 30, 41.7])
def test_at_allowable_level_the_foundation_carries_what_was_given(pressure: float) -> None:
    result, trace = ask(given={"pressure_psf": pressure})
    assert isinstance(result, GivenResult)
    assert result.asd is not None
    assert result.asd.shear_lbf == pytest.approx(pressure * 60, rel=1e-14)
    assert result.given.on_faces_psf == pytest.approx(pressure / 0.6)
    assert result.given.source == "sign code 12.4"
    assert says(trace, "Strength level is the given pressure over 0.6")
    (demand,) = demands(result)
    assert demand.lateral_lbf == pytest.approx(pressure * 60, rel=1e-14)
    assert codes(trace) == {"wind.given_pressure": "notice", "dead.weight_missing": "notice"}


def test_it_may_be_written_in_si() -> None:
    """EN 12899 class WL6: 1.20 kN/m2 on 5.574 m2 is 6.689 kN, 1503.8 lbf."""
    result, _ = ask(given={"pressure_psf": "1.2 kPa"})
    assert result.asd is not None
    assert result.asd.shear_lbf == pytest.approx(1.2e3 * 60 * 0.09290304 / 4.4482216, rel=1e-7)


def test_coefficients_of_faces_and_poles() -> None:
    """A pole takes the pressure of the faces on its width, or a coefficient of its own."""
    same, trace = ask(given={"level": "strength", "force_coefficient": 1.2}, poles=POLE)
    assert [one.force_lbf for one in same.elements] == pytest.approx([30 * 1.2 * 60, 30 * 1.2 * 18])
    assert [one.cf for one in same.elements] == [1.2, 1.2]
    assert says(trace, "Poles take the pressure of the faces")
    own, trace = ask(
        given={"level": "strength", "force_coefficient": 1.2, "pole_coefficient": 0.7}, poles=POLE
    )
    assert own.elements[1].force_lbf == pytest.approx(30 * 0.7 * 18)
    assert isinstance(own, GivenResult)
    assert (own.given.on_faces_psf, own.given.on_poles_psf) == pytest.approx((36, 21))
    assert not says(trace, "Poles take")
    none, trace = ask(given={"pole_coefficient": 0}, poles=POLE)
    assert none.elements[1].force_lbf == 0
    assert says(trace, "Poles take no wind")
    assert says(trace, "without credit for shielding.")


def test_case_b_is_the_packs_unless_it_is_told() -> None:
    packs, trace = ask(given={"level": "strength"})
    assert packs.base is not None
    assert packs.base.torsion_kipft == pytest.approx(1.8 * 0.2 * 10)
    assert says(trace, "Case B is included: the force 0.2 of the width")
    own, trace = ask(given={"level": "strength", "eccentricity": 0.25})
    assert own.base is not None
    assert own.base.torsion_kipft == pytest.approx(1.8 * 0.25 * 10)
    assert says(trace, "(site.given_pressure.eccentricity)")
    none, trace = ask(given={"level": "strength", "eccentricity": 0})
    assert none.base is not None
    assert (none.base.torsion_kipft, len(none.cases)) == (0, 1)
    assert says(trace, "Cases B and C are not included")


def test_a_wide_face_has_no_case_c() -> None:
    wide, trace = ask({**CABINET, "width_ft": 40})
    assert [case.case for case in wide.cases] == ["A", "B"]
    assert says(trace, "Case C, more on the windward end, is not")


def test_open_faces_take_it_on_what_is_solid() -> None:
    half, _ = ask({**CABINET, "solidity": 0.5}, given={"level": "strength"})
    assert (half.elements[0].force_lbf, half.elements[0].kind) == (900, "open_sign")
    assert [case.case for case in half.cases] == ["A"]
    nearly, _ = ask({**CABINET, "solidity": 0.9}, given={"level": "strength"})
    assert (nearly.elements[0].force_lbf, nearly.elements[0].kind) == (1800, "solid_sign")


def test_cabinets_that_touch_take_no_more_than_both() -> None:
    """10 by 6 ft upon 8 by 4 ft: 92 ft2 of the 100 around them, the force at their centroid."""
    lower = {"name": "reader", "width_ft": 8, "height_ft": 4, "bottom_ft": 14}
    result, _ = ask(CABINET, lower, given={"level": "strength"})
    (face,) = result.elements
    assert face.force_lbf == pytest.approx(30 * 92)
    assert face.centroid_ft == pytest.approx((60 * 21 + 32 * 16) / 92)
    assert result.base is not None
    assert result.base.torsion_kipft == pytest.approx(2.76 * 0.2 * 10)


def test_shapes_have_their_own_area_and_centroid() -> None:
    result, _ = ask({**CABINET, "outline": "triangle_up"}, given={"level": "strength"})
    (face,) = result.elements
    assert (face.force_lbf, face.centroid_ft) == (900, 20)


def test_wind_along_the_sign_takes_the_same_pressure() -> None:
    """A cube on two poles: its side is as large as its front, and every pole stands in it."""
    cube = {**CABINET, "width_ft": 6, "thickness_ft": 9}
    result, trace = ask(cube, poles={**POLE, "count": 2, "spacing_ft": 4}, given={"level": "asd"})
    sides = [one for one in result.elements if one.name.endswith(", side")]
    assert [one.force_lbf for one in sides] == pytest.approx([50 * 54, 50 * 2 * 18])
    assert says(trace, "Wind along the sign asks for more")
    assert result.per_pole is not None
    assert len(result.per_pole) == 2


def test_twice_the_pressure_is_twice_the_load() -> None:
    once, _ = ask(poles=POLE)
    twice, _ = ask(poles=POLE, given={"pressure_psf": 60})
    assert once.base is not None
    assert twice.base is not None
    for name in ("shear_lbf", "moment_kipft", "torsion_kipft"):
        assert getattr(twice.base, name) == pytest.approx(2 * getattr(once.base, name), rel=1e-12)
    assert twice.base.load_height_ft == pytest.approx(once.base.load_height_ft, rel=1e-12)


def test_what_has_no_part_in_it_is_told() -> None:
    place = {
        "given_pressure": GIVEN, "exposure": "C", "kzt": 1.2, "risk_category": "III",
        "heights_ft": [30], "wind_speed_source": "a map",
    }  # fmt: skip
    result, trace = ask(site=place, gust={"method": "rigid"}, kz_method="table")
    assert says(
        trace,
        "Not used, as the pressure is given: site.risk_category, site.exposure, site.kzt, "
        "site.wind_speed_source, site.heights_ft, gust, kz_method.",
    )
    assert (result.profile, result.natural_frequency_hz) == ([], None)
    assert "wind.tornado_not_checked" not in codes(trace)


def test_poles_of_stages_are_told_as_ever() -> None:
    sections, _ = Catalogue().load("sections", "us_v1")
    assert isinstance(sections, SectionsPack)
    result, _ = ask(poles={"section": "PIPE10STD", "top_ft": 24}, sections=sections)
    assert isinstance(result, GivenResult)
    assert [stage.section for stage in result.stages] == ["PIPE10STD"]


@pytest.mark.parametrize(("pressure", "level", "low"), [
    (1.2, "asd", True), (9.5, "asd", True), (9.6, "asd", False), (16, "strength", False),
    (15.9, "strength", True),
])  # fmt: skip
def test_a_pressure_in_another_unit_is_looked_at(pressure: float, level: str, low: bool) -> None:
    """16 psf at strength level is the least of the standard; 1.2 was meant as kPa."""
    _, trace = ask(given={"pressure_psf": pressure, "level": level})
    assert ("wind.given_pressure_low" in codes(trace)) == low


def test_not_on_buildings() -> None:
    with pytest.raises(NoAnswer) as caught:
        ask(sign={"mounting": "wall", "building": {"mean_roof_height_ft": 20}})
    assert caught.value.problem_code == "sign.mounting_not_covered"
    assert "given pressure" in caught.value.detail


def test_the_view_needs_a_pressure_and_a_sign() -> None:
    with pytest.raises(InvalidInput):
        GivenInputs.of(Inputs.read({"site": {"given_pressure": GIVEN}}))


def test_an_ordinance_lifts_what_is_below_its_least() -> None:
    """20 psf at allowable-stress level are 33.3 at strength level: more than a pole takes."""
    plain, _ = ask(site=SITE, poles=POLE)
    local = {"min_pressure_psf": 20, "source": "Baytown TX 118-241"}
    lifted, trace = ask(site=SITE, poles=POLE, local=local)
    for before, after in zip(plain.elements, lifted.elements, strict=True):
        assert after.pressure_psf == pytest.approx(max(20 / 0.6, before.pressure_psf))
        assert after.minimum_governs == (before.pressure_psf < 20 / 0.6)
    caution = next(one for one in trace.cautions if one.code == "wind.local_minimum")
    assert "governs pole (20 psf): Baytown" in caution.message
    assert says(trace, "local.level is not given")


def test_an_ordinance_that_governs_nothing_is_told() -> None:
    local = {"min_pressure_psf": 15, "level": "strength", "source": "Pasco WA 17.30.010"}
    plain, _ = ask(site=SITE, poles=POLE)
    same, trace = ask(site=SITE, poles=POLE, local=local)
    assert same == plain
    assert says(trace, "least pressure (strength; Pasco WA 17.30.010) governs nothing here")
    assert not says(trace, "local.level")


def test_an_ordinance_on_overturning_alone_has_no_part_in_the_wind() -> None:
    local = {"overturning_ratio": 0.667, "source": "Pasco WA 17.30.010"}
    plain, _ = ask(site=SITE)
    same, trace = ask(site=SITE, local=local)
    assert same == plain
    assert not says(trace, "Pasco")


def test_a_given_pressure_has_a_least_too() -> None:
    local = {"min_pressure_psf": 40, "source": "Baytown TX 118-241"}
    result, trace = ask(local=local)
    assert result.elements[0].minimum_governs
    assert "wind.local_minimum" in codes(trace)
    assert result.asd is not None
    assert result.asd.shear_lbf == pytest.approx(40 * 60)


BAYTOWN = {
    "min_pressures": [
        {"to_ft": to, "pressure_psf": psf} for to, psf in ((30, 20), (50, 25), (99, 35))
    ],
    "source": "Baytown TX 118-241",
}


@pytest.mark.parametrize(("bottom", "least"), [
    (20, 20), (24, 20), (24.1, 25), (44, 25), (44.5, 35), (93, 35), (150, 35),
])  # fmt: skip
def test_an_ordinance_by_height(bottom: float, least: float) -> None:
    """The row of the height at which a face ends: 6 ft from 24 on end at 30 ft."""
    result, trace = ask({**CABINET, "bottom_ft": bottom}, given={"pressure_psf": 12}, local=BAYTOWN)
    assert result.asd is not None
    assert result.asd.shear_lbf == pytest.approx(least * 60)
    (told,) = [one.message for one in trace.cautions if one.code == "wind.local_minimum"]
    assert f"cabinet ({least} psf)" in told
    assert says(trace, "above its table, that of the last row")


def test_each_length_of_pole_has_its_own_row() -> None:
    high = {**CABINET, "bottom_ft": 40}
    result, _ = ask(high, given={"pressure_psf": 12}, local=BAYTOWN, poles={**POLE, "top_ft": 60})
    face, low, upper = result.elements
    assert [one.pressure_psf for one in (face, low, upper)] == pytest.approx(
        [25 / 0.6, 25 / 0.6, 35 / 0.6]
    )


@pytest.mark.parametrize(("mounting", "more"), [
    ("wall", {"left_ft": 50, "right_ft": 50}), ("projecting", {}),
])  # fmt: skip
def test_an_ordinance_holds_at_buildings_too(mounting: str, more: dict[str, Any]) -> None:
    """40 psf on 60 ft2 of a sign on a wall, or of one that projects; 5 psf govern nothing."""
    beside, _ = Catalogue().load("building", "asce7-22_v1")
    building = {"mean_roof_height_ft": 30, "width_ft": 100, "depth_ft": 60, **more}
    sign = {"mounting": mounting, "gap_ft": 0, "building": building, "elements": [CABINET]}

    def at_wall(least: float | None) -> tuple[float | None, Trace]:
        local = least and {"min_pressure_psf": least, "level": "asd", "source": "Baytown TX"}
        project, trace = Inputs.read({"site": SITE, "sign": sign, "local": local}), Trace()
        result: Any = solve(inputs_of(located(project)), pack(), trace, None, beside)  # type: ignore[arg-type] # - what the catalogue reads is a Pack
        return result.at_wall.outward_lbf or result.at_wall.along_lbf, trace

    force, trace = at_wall(40)
    assert force == pytest.approx(40 / 0.6 * 60)
    assert "wind.local_minimum" in codes(trace)
    low, trace = at_wall(5)
    assert low == at_wall(None)[0]
    assert says(trace, "governs nothing here")


@pytest.mark.parametrize(("place", "value"), [
    ("/site/given_pressure", GIVEN), ("/local", {"overturning_ratio": 0.667, "source": "x"}),
])  # fmt: skip
def test_the_other_family_reads_neither(place: str, value: dict[str, Any]) -> None:
    """By EN nothing of it would be read: it is refused, not left out."""
    found: Any = Catalogue().load("exposure", "en1991-1-4_v1")[0]
    site = {"basic_wind_speed_mps": 24, "terrain": "II"}
    document = {"site": site, "local": value} if place == "/local" else {
        "site": {"given_pressure": value}
    }  # fmt: skip
    with pytest.raises(InvalidInput) as caught:
        reads(Inputs.read(document), found)
    assert [fault.pointer for fault in caught.value.faults] == [place]


@pytest.mark.parametrize(
    ("level", "source", "told"),
    [
        ("asd", "report 12: ultimate design pressures", True),
        ("asd", "LRFD table", True),
        ("asd", "unfactored pressures of the city, 12.3", False),
        ("asd", "class WL9, characteristic", False),
        ("strength", "working pressure of the city", True),
        ("strength", "EN 12899-1 WL 9", True),
        ("strength", "strength-level pressures, wind tunnel", False),
    ],
)
def test_a_source_of_the_other_level_is_looked_at(level: str, source: str, told: bool) -> None:
    _, trace = ask(given={"pressure_psf": 30.0, "level": level, "source": source})
    assert ("wind.given_level" in {one.code for one in trace.cautions}) == told
