"""Poles are told once: by hand, by a section, or by stages that stand, rise and meet."""

from typing import Any

import pytest

from apex_cli.project.poles import Poles
from apex_cli.records.model import Faulty

PIPE = {"section": "PIPE12STD"}
ROUND = {"shape": "round", "width_in": 12.75}


def stage(bottom: float, top: float, **more: Any) -> dict[str, Any]:
    return {"bottom_ft": bottom, "top_ft": top, **(more or PIPE)}


def faults(**poles: Any) -> dict[str, str]:
    with pytest.raises(Faulty) as caught:
        Poles.read(poles)
    return {fault.pointer: fault.detail for fault in caught.value.faults}


@pytest.mark.parametrize(
    "poles",
    [
        ROUND,
        {**ROUND, "top_width_in": 8, "wall_in": 0.25},
        PIPE,
        {**PIPE, "shape": "round", "weight_plf": 50, "top_ft": 20},
        {"section": "HSS8x4x1/4", "axis": "strong"},
        {"stages": [stage(0, 10)]},
        {"stages": [stage(0, 10), stage(10, 20), stage(18, 30, **ROUND)]},
        {"stages": [stage(0, 10), stage(8, 20, section="HSS8x4x1/4")], "axis": "weak"},
    ],
)
def test_what_is_told_once_is_read(poles: dict[str, Any]) -> None:
    assert Poles.read(poles).names_section == ("section" in str(poles))


def test_by_hand_shape_and_width_are_needed() -> None:
    assert faults() == {"/shape": "is missing", "/width_in": "is missing"}
    found = faults(stages=[{"bottom_ft": 0, "top_ft": 9, "width_in": 12}])
    assert found == {"/stages/0/shape": "is missing"}


def test_beside_a_section_stands_nothing_that_it_tells() -> None:
    own = "is told by the section: leave it out beside it"
    found = faults(**PIPE, width_in=12, top_width_in=8, wall_in=0.3)
    assert found == dict.fromkeys(["/width_in", "/top_width_in", "/wall_in"], own)
    found = faults(stages=[stage(0, 9, **PIPE, wall_in=0.3)])
    assert found == {"/stages/0/wall_in": own}


def test_beside_stages_stands_nothing_that_they_tell() -> None:
    found = faults(**PIPE, **ROUND, wall_in=0.3, weight_plf=40, top_ft=9, stages=[stage(0, 9)])
    assert set(found) == {
        "/section", "/shape", "/width_in", "/wall_in", "/weight_plf", "/top_ft",
    }  # fmt: skip
    assert set(found.values()) == {"is told by each of the stages: leave it out beside them"}


def test_an_axis_is_of_a_section() -> None:
    told = {"/axis": "is of a rectangular section, and no section is named"}
    assert faults(**ROUND, axis="weak") == told
    assert faults(stages=[stage(0, 9, **ROUND)], axis="weak") == told


def test_every_fault_of_stages_is_told_at_once() -> None:
    found = faults(
        stages=[
            stage(1, 10, shape="round"),
            stage(12, 11),
            stage(12, 20, **PIPE, width_in=9),
            stage(9, 20),
        ]
    )
    assert found == {
        "/stages/0/width_in": "is missing",
        "/stages/2/width_in": "is told by the section: leave it out beside it",
        "/stages/0/bottom_ft": "must be 0: the first stage stands on grade",
        "/stages/1/top_ft": "must be above bottom_ft",
        "/stages/1/bottom_ft": "leaves a gap: the stage below it ends at 10 ft",
        "/stages/2/bottom_ft": "must be above that of the stage below it, 12 ft",
        "/stages/3/bottom_ft": "reaches into stage 2, which ends at 11 ft: no more than two "
        "stages overlap",
        "/stages/3/top_ft": "must be above that of the stage below it, 20 ft",
    }
