"""What stands on the foundation: the lowest stage of the poles, of a section or by hand."""

from math import hypot
from typing import Any

import pytest

from apex_cli import calculate

Answer = dict[str, Any]
STAGES = {
    "stages": [
        {"section": "PIPE20STD", "bottom_ft": 0, "top_ft": 16},
        {"section": "PIPE10STD", "bottom_ft": 16, "top_ft": 30},
    ]
}
RECTANGLE = {"section": "HSS12x6x1/4", "axis": "strong"}


def answer(poles: Answer, **footing: Any) -> Answer:
    found: Answer = calculate(
        "footing",
        {
            "schema_version": 1,
            "packs": {"footing": "ibc-2024_v1", "sections": "us_v1"},
            "sign": {
                "elements": [{"width_ft": 10, "height_ft": 6, "bottom_ft": 24}], "poles": poles,
            },
            "soil": {"class": 4},
            "loads": {
                "lateral_lbf": 2000, "height_ft": 20, "axial_lbf": 3000, "level": "asd",
                "replaces_wind": True,
            },
            "footing": footing,
        },
    )  # fmt: skip
    return found


def needed(poles: Answer) -> float:
    """Width of pier, ft, for the pole and 3 in of cover on either side."""
    checks = answer(poles, type="pier", width_ft=2.5)["checks"]
    (found,) = [check["demand"] for check in checks if check["id"] == "pier.holds_pole"]
    return float(found)


@pytest.mark.parametrize(
    ("poles", "across"),
    [(STAGES, 20), (RECTANGLE, hypot(6, 12)), ({"section": "HSS8x8x1/4"}, hypot(8, 8))],
)
def test_the_pier_holds_the_stage_at_grade(poles: Answer, across: float) -> None:
    assert needed(poles) == pytest.approx((across + 6) / 12, abs=1e-3)


@pytest.mark.parametrize(("poles", "area"), [(STAGES, 3.14159265 * 100), (RECTANGLE, 72.0)])
def test_the_concrete_is_around_the_stage_at_grade(poles: Answer, area: float) -> None:
    whole = answer(poles, type="pier", width_ft=3)["result"]["concrete_yd3"]
    around = answer(poles, type="pier", width_ft=3, pole_embedment_ft=4)["result"]["concrete_yd3"]
    assert whole - around == pytest.approx(area / 144 * 4 / 27, abs=2e-3)


@pytest.mark.parametrize(("poles", "across"), [(STAGES, 20), (RECTANGLE, hypot(6, 12))])
def test_the_pedestal_is_around_the_stage_at_grade(poles: Answer, across: float) -> None:
    found = answer(poles, type="spread", thickness_ft=1, depth_ft=4)
    steps = [step for step in found["trace"]["steps"] if "k_c" in step["terms"]]
    terms = {name: term["value"] for name, term in steps[0]["terms"].items()}
    assert terms["k_c"] * terms["D_p"] == pytest.approx(across, rel=1e-5)


def test_the_sections_pack_is_told() -> None:
    assert set(answer(STAGES, type="pier", width_ft=3)["trace"]["pack_metadata"]) == {
        "footing", "sections",
    }  # fmt: skip
