"""Buildings, anchors and brackets in a project: what belongs together, and what is refused."""

from typing import Any

import pytest

from apex_cli.project.sign import BLOCKS_OF, Sign
from apex_cli.records.model import Faulty

ELEMENT = {"width_ft": 4, "height_ft": 2, "bottom_ft": 10}
BUILDING = {"mean_roof_height_ft": 20}
ONE = {"rows": 1, "columns": 1}


def faults(mounting: str, element: dict[str, Any] | None = None, **sign: Any) -> list[str]:
    """Where a sign is refused."""
    document = {"mounting": mounting, "elements": [{**ELEMENT, **(element or {})}], **sign}
    try:
        Sign.read(document)
    except Faulty as error:
        return [fault.pointer for fault in error.faults]
    return []


def test_blocks_belong_to_their_mountings() -> None:
    given: dict[str, Any] = {
        "building": BUILDING, "gap_ft": 0.5, "brackets": {"count": 1}, "frames": {"count": 1},
    }  # fmt: skip
    assert set(given) == set(BLOCKS_OF)
    for name, value in given.items():
        for mounting in ("ground", "wall", "roof", "projecting", "parapet"):
            wanted = [] if mounting in BLOCKS_OF[name] else [f"/{name}"]
            assert faults(mounting, **{name: value}) == wanted
    assert faults("wall", {"anchors": ONE}) == []
    assert faults("ground", {"anchors": ONE}) == ["/elements/0/anchors"]
    assert faults("projecting", {"anchors": ONE}) == ["/elements/0/anchors"]


@pytest.mark.parametrize(
    ("anchors", "missing"),
    [
        ({"rows": 2, "columns": 1}, ["row_spacing_in"]),
        ({"rows": 1, "columns": 2}, ["column_spacing_in"]),
        ({**ONE, "tension_lbf": 100}, ["shear_lbf", "level", "source"]),
        ({**ONE, "shear_lbf": 100, "level": "asd"}, ["tension_lbf", "source"]),
        ({**ONE, "tension_lbf": 1, "shear_lbf": 1, "level": "asd", "source": "a report"}, []),
        ({**ONE, "level": "asd", "source": "a report"}, []),
    ],
)
def test_what_a_group_of_anchors_has_to_tell(anchors: dict[str, Any], missing: list[str]) -> None:
    found = faults("wall", {"anchors": anchors})
    assert found == [f"/elements/0/anchors/{name}" for name in missing]


def test_several_brackets_have_a_spacing() -> None:
    assert faults("projecting", brackets={"count": 2}) == ["/brackets/spacing_ft"]
    assert faults("projecting", brackets={"count": 2, "spacing_ft": 4}) == []


@pytest.mark.parametrize("height", [0, -3, 2001, "x", None])
def test_heights_of_buildings_are_physical(height: Any) -> None:
    assert faults("wall", building={"mean_roof_height_ft": height}) == [
        "/building/mean_roof_height_ft"
    ]
