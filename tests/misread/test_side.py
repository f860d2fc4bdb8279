"""Spread footings under wind along the sign, which bends them about their other axis."""

from typing import Any

import pytest

from apex_cli import calculate
from apex_cli.equations import Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.demands import demands
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.solve import solve as blow
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.solve import solve

Answer = dict[str, Any]
POLE = {"shape": "round", "width_in": 12, "weight_plf": 40}
HELD = ("overturning", "sliding", "bearing", "eccentricity_ft", "kern_ft", "bearing_min_psf")


def cabinet(width: float, thick: float | None, height: float = 8, **more: Any) -> Answer:
    size = {"width_ft": width, "height_ft": height, "bottom_ft": 12, "thickness_ft": thick}
    return size | more


def project(*elements: Answer, poles: Answer | None = None, **footing: Any) -> Answer:
    return {
        "schema_version": 1,
        "name": "a sign",
        "packs": {"exposure": "asce7-22_v1", "footing": "ibc-2024_v1"},
        "site": {
            "wind_speed_mph": 109, "wind_speed_source": "given", "risk_category": "II",
            "exposure": "C", "kzt": 1.0, "frost_depth_in": 42,
        },
        "sign": {"elements": list(elements)} | ({"poles": poles} if poles else {}),
        "soil": {"class": 4},
        "footing": {"type": "spread", "thickness_ft": 2} | footing,
    }  # fmt: skip


def held(*elements: Answer, **more: Any) -> Answer:
    envelope: Answer = calculate("footing", project(*elements, **more))
    return {**envelope, **envelope["result"]}


def asd(*elements: Answer, **more: Any) -> Answer:
    found: Answer = calculate("exposure", project(*elements, **more))["result"]["asd"]
    return found


def told(envelope: Answer) -> str:
    (found,) = [one for one in envelope["assumptions"] if "acts along footing.length_ft" in one]
    return str(found)


def test_the_side_has_the_lever_of_the_length() -> None:
    """14 ft along the face are 7 ft of lever for wind on it and 2.5 ft for wind along it."""
    deep = cabinet(4, 14, 6)
    flat = held(deep, poles=POLE, width_ft=14, length_ft=5)
    deepwise = held(deep, poles=POLE, width_ft=5, length_ft=14)
    assert flat["overturning"]["demand"] == deepwise["overturning"]["demand"]
    weight = flat["overturning"]["resistance"] / 2.5
    assert deepwise["overturning"]["resistance"] == pytest.approx(weight * 7)
    assert flat["kern_ft"] == pytest.approx(5 / 6, abs=1e-3)
    assert "asks for more bearing and overturning and sliding" in told(flat)


@pytest.mark.parametrize("sides", [(14, 6), (6, 14), (9, 9), (14, 3)])
def test_a_sign_and_its_footing_turned_together_stand_alike(sides: tuple[float, float]) -> None:
    """The one is bent most by wind along it, the other by wind on its face; the stem turns too."""
    (B, L), stem = sides, {"shape": "rectangle", "width_ft": 1, "length_ft": 3}
    turned = stem | {"width_ft": 3, "length_ft": 1}
    one = held(cabinet(4, 14), width_ft=B, length_ft=L, stem=stem)
    other = held(cabinet(14, 4), width_ft=L, length_ft=B, stem=turned)
    assert [one[key] for key in HELD] == [other[key] for key in HELD]
    assert {w["code"] for w in one["warnings"]} == {w["code"] for w in other["warnings"]}


def test_the_lesser_wind_governs_about_the_shorter_side() -> None:
    """The front asks for more of everything; the pad is 14 ft long that way and 4 ft the other."""
    sign = cabinet(8, 4)
    found = held(sign, poles=POLE, width_ft=14, length_ft=4)
    front, side = asd(sign, poles=POLE)["directions"]
    assert front["shear_lbf"] > side["shear_lbf"]
    assert front["moment_kipft"] > side["moment_kipft"]
    at_base = side["shear_lbf"] * (side["load_height_ft"] + 3.5)
    assert found["overturning"]["demand"] == pytest.approx(at_base, rel=1e-4)
    assert found["sliding"]["demand"] == pytest.approx(front["shear_lbf"])
    assert told(found).endswith("asks for more bearing and overturning.")
    square = held(sign, poles=POLE, width_ft=8)
    assert told(square).endswith("asks for no more.")


def test_the_side_may_push_more_and_bend_less() -> None:
    elements = (
        cabinet(6, 1, 4, bottom_ft=30),
        cabinet(3, 12, 8, bottom_ft=1),
    )
    found = held(*elements, poles=POLE, width_ft=12)
    front, side = asd(*elements, poles=POLE)["directions"]
    assert told(found).endswith("asks for more sliding.")
    assert found["sliding"]["demand"] == pytest.approx(side["shear_lbf"])
    at_base = front["shear_lbf"] * (front["load_height_ft"] + 3.5)
    assert found["overturning"]["demand"] == pytest.approx(at_base, rel=1e-4)


def test_what_the_wind_does_not_ask_for_is_not_laid_to_it() -> None:
    """Wind along the sign brings less moment, and more only with that of the hanging weight."""
    hanging = cabinet(4, 3.5, 1.5, offset_ft=3, weight_psf=100)
    answer = calculate("exposure", project(hanging, poles=POLE))
    front, side = (
        max(row["moment_kipft"] for row in answer["result"]["cases"] if row["direction"] == way)
        for way in ("front", "side")
    )
    assert side < front
    (said,) = [one for one in answer["assumptions"] if one.startswith("Wind along the sign asks")]
    assert "asks for more moment with the dead load off the axis than wind on its face" in said


@pytest.mark.parametrize("thick", [1, 20])
def test_a_dead_load_off_the_axis_is_across_the_one_and_in_line_with_the_other(
    thick: float,
) -> None:
    flag = cabinet(6, thick, offset_ft=3, weight_psf=20)
    dead = 6 * 8 * 20 * 3 / 1000
    front, side = asd(flag, poles=POLE)["directions"]
    moments = [one["shear_lbf"] * one["load_height_ft"] / 1000 for one in (front, side)]
    across = (front["moment_kipft"] ** 2 + dead**2) ** 0.5
    assert moments == pytest.approx([across, side["moment_kipft"] + dead], rel=1e-3)
    found = held(flag, poles=POLE, width_ft=14, length_ft=12)
    assert found["overturning_across"]["demand"] == pytest.approx(0.6 * 1000 * dead)
    assert any("at right angles to the wind" in one for one in found["assumptions"])


@pytest.mark.parametrize(("thick", "direction"), [(2, "front"), (14, "side")])
def test_each_of_several_poles_has_both_directions(thick: float, direction: str) -> None:
    sign, poles = cabinet(6, thick), POLE | {"count": 2, "spacing_ft": 4}
    rows = calculate("exposure", project(sign, poles=poles))["result"]["per_pole"]
    assert rows[0]["direction"] == direction
    side = rows[0]["asd"]["directions"][1]
    found = held(sign, poles=poles, width_ft=14, length_ft=3)
    at_base = side["shear_lbf"] * (side["load_height_ft"] + 3.5)
    assert found["overturning"]["demand"] == pytest.approx(at_base, rel=1e-4)


@pytest.mark.parametrize("more", [{"shape": "round"}, {"wind_direction": "any"}])
def test_what_stands_alike_in_all_directions_carries_the_most(more: Answer) -> None:
    sign = cabinet(4, 14)
    found, most = held(sign, poles=POLE, width_ft=9, **more), asd(sign, poles=POLE)
    at_base = most["largest_shear_lbf"] * (most["load_height_ft"] + 3.5)
    assert found["overturning"]["demand"] == pytest.approx(at_base, rel=1e-4)
    assert not any("acts along footing.length_ft" in one for one in found["assumptions"])


@pytest.mark.parametrize("count", [1, 2])
def test_a_side_that_is_not_known_is_not_held(count: int) -> None:
    sign, poles = cabinet(6, None), POLE | {"count": count, "spacing_ft": 4}
    assert asd(sign, poles=poles)["directions"] == []
    found = held(sign, poles=poles, width_ft=14, length_ft=5)
    assert not any("along the sign" in one for one in found["assumptions"])


def test_the_width_found_carries_both() -> None:
    """Of a given length the width grows until wind on the face is held; the other needs length."""
    sign = cabinet(4, 14)
    found = held(sign, poles=POLE, aspect_ratio=2)
    assert found["length_ft"] == 2 * found["width_ft"]
    assert all(check["passed"] for check in found["checks"])
    smaller = held(
        sign, poles=POLE, width_ft=found["width_ft"] - 0.5, length_ft=found["length_ft"] - 1
    )
    assert not all(check["passed"] for check in smaller["checks"])


@pytest.mark.parametrize("thick", [2, 14])
@pytest.mark.parametrize("count", [1, 2])
def test_every_term_is_known(thick: float, count: int) -> None:
    poles = POLE | {"count": count, "spacing_ft": 4}
    document = project(
        cabinet(6, thick, offset_ft=1, weight_psf=8), poles=poles, width_ft=14, length_ft=4
    )
    outside = ("schema_version", "name", "packs")
    seen = located(Inputs.read({k: v for k, v in document.items() if k not in outside}))
    trace = Trace()
    wind: Any = Catalogue().load("exposure", "asce7-22_v1")[0]
    ground: Any = Catalogue().load("footing", "ibc-2024_v1")[0]
    carried = demands(blow(ExposureInputs.of(seen), wind, trace))
    solve(FootingInputs.of(seen), ground, carried, trace)
    assert any(step.subject.endswith("side") for step in trace.steps)
    for step in trace.steps:
        for term in step.terms.values():
            assert isinstance(term, Known), f"{step.card.name} has a bare term"
