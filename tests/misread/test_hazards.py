"""Wind speeds of another kind, hazards that are not computed, signs that are not on the ground."""

from typing import Any, get_args

import pytest

from apex_cli.equations import Trace
from apex_cli.errors import NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.model import Inputs
from apex_cli.project.sign import Mounting
from apex_cli.project.view import located
from apex_cli.solvers.exposure.cautions import NOT_COVERED, not_covered
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.solve import MOUNTINGS, solve

LEAST = {
    "7-10": {"I": 100, "II": 110, "III": 115, "IV": 115},
    "7-16": {"I": 86, "II": 92, "III": 98, "IV": 102},
    "7-22": {"I": 86, "II": 92, "III": 98, "IV": 102},
}
"""Lowest speeds on the maps, as they are known from memory."""


def told(edition: str, speed: float, category: str | None, **sign: Any) -> dict[str, Any]:
    """The warnings of the wind, by their codes."""
    pack, _ = Catalogue().load("exposure", f"asce{edition}_v1")
    assert isinstance(pack, ExposurePack)
    site = {"wind_speed_mph": speed, "exposure": "C", "kzt": 1.0, "risk_category": category}
    element = {"width_ft": 10, "height_ft": 8, "bottom_ft": 20}
    trace = Trace()
    document = {"site": site, "sign": {"elements": [element], **sign}}
    solve(ExposureInputs.of(located(Inputs.read(document))), pack, trace)
    return {one.code: one for one in trace.cautions if one.code.startswith("wind")}


def test_a_nominal_speed_is_looked_at_f03() -> None:
    """90 mph with 7-10: 90/sqrt(0.6) = 116 mph is what its map shows."""
    caution = told("7-10", 90, "II")["wind.speed_below_map"]
    assert caution.severity == "review"
    for words in ("90 mph", "110 mph", "Risk Category II.", "= 116 mph", "nominal", "Hawaii"):
        assert words in caution.message
    assert caution.clause


@pytest.mark.parametrize("edition", LEAST)
@pytest.mark.parametrize("category", ["I", "II", "III", "IV"])
def test_the_lowest_speed_of_each_map(edition: str, category: str) -> None:
    least = LEAST[edition][category]
    assert "wind.speed_below_map" not in told(edition, least, category)
    assert "wind.speed_outside_map" not in told(edition, least, category)
    below = told(edition, least - 0.1, category)
    assert "wind.speed_below_map" in below
    assert "wind.speed_outside_map" not in below


def test_without_a_risk_category_ii_is_taken() -> None:
    assert "taken here" in told("7-16", 91, None)["wind.speed_below_map"].message
    assert not told("7-16", 92, None)


@pytest.mark.parametrize("speed", [40, 51, 60, 70, 76, 80, 85, 90])
def test_speeds_in_other_units_or_of_older_maps(speed: float) -> None:
    """115 mph are 51 m/s; 70 and 80 fastest-mile, 85 and 90 of 7-05."""
    assert "wind.speed_below_map" in told("7-22", speed, "II")


def test_a_speed_above_the_map_is_a_warning_still() -> None:
    caution = told("7-16", 201, "II")
    assert [(one.code, one.severity) for one in caution.values()] == [
        ("wind.speed_outside_map", "warning")
    ]


@pytest.mark.parametrize("category", ["III", "IV"])
def test_tornadoes_are_looked_at_f11(category: str) -> None:
    caution = told("7-22", 115, category)["wind.tornado_not_checked"]
    assert caution.severity == "review"
    for words in ("chapter 32", "tornado-prone", "60 mph"):
        assert words in caution.message
    assert not told("7-16", 115, category)


def test_tornadoes_are_of_high_risk_categories_only() -> None:
    assert not told("7-22", 115, "II")
    assert not told("7-22", 115, None)


@pytest.mark.parametrize("mounting", NOT_COVERED)
def test_a_mounting_that_is_not_covered_is_refused_by_name(mounting: str) -> None:
    with pytest.raises(NoAnswer) as caught:
        told("7-16", 115, "II", mounting=mounting)
    assert caught.value.problem_code == "sign.mounting_not_covered"
    assert caught.value.exit_code == 6
    assert [fault.pointer for fault in caught.value.faults] == ["/sign/mounting"]
    assert NOT_COVERED[mounting] in caught.value.detail


def test_every_mounting_is_solved_or_says_what_it_needs() -> None:
    assert {*MOUNTINGS} == {*get_args(Mounting)}
    assert {name for name, solved in MOUNTINGS.items() if solved is not_covered} == {*NOT_COVERED}
    assert not told("7-16", 115, "II", mounting="ground")
