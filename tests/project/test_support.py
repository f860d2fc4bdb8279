"""The support block: what belongs together in it."""

from typing import Any

import pytest

from apex_cli.project.support import Support
from apex_cli.records.model import Faulty

WHOLE: dict[str, Any] = {
    "method": "asd",
    "steel": {"material": "custom", "fy_ksi": 36, "fu_ksi": 58, "design_wall": 0.93},
    "splice": {"type": "sleeve", "lap_in": 24, "weld_in": 0.25},
    "opening": {"width_in": 4, "height_in": 6, "height_ft": 1.5},
    "deflection": {"limit": 100, "load": "0.42W", "at": "cabinet"},
    "base": {
        "type": "plate",
        "plate": {"shape": "square", "width_in": 20, "thickness_in": 1.25, "fy_ksi": 36},
        "rods": {
            "count": 4, "diameter_in": 1.25, "grade": 55, "circle_in": 18, "embedment_in": 36,
        },
        "bearing": "double_nut",
        "standoff_in": 2,
        "weld": {"type": "fillet", "leg_in": 0.3125},
    },
    "pier": {
        "fc_psi": 4000, "fy_ksi": 60, "bars": {"count": 8, "size": 6},
        "ties": {"size": 3, "spacing_in": 12}, "cover_in": 3,
    },
    "slab": {
        "fc_psi": 4000, "fy_ksi": 60, "bottom": {"size": 5, "spacing_in": 12},
        "top": {"size": 5, "spacing_in": 12},
    },
    "readings": {"stability": "direct", "a500_edition": "before_21"},
}  # fmt: skip


def test_the_whole_block() -> None:
    read = Support.read(WHOLE)
    assert read.base is not None
    assert read.base.rods is not None
    assert (read.method, read.base.rods.count, read.readings.a500_edition) == (
        "asd",
        4,
        "before_21",
    )
    assert Support.read({"method": "lrfd"}).steel is None
    assert Support.read({"method": "lrfd", "base": {"type": "embedded", "depth_ft": 5}}).base
    butt = Support.read({"method": "lrfd", "splice": {"type": "butt"}})
    assert butt.splice is not None


@pytest.mark.parametrize(
    ("block", "places"),
    [
        ({"steel": {"material": "custom"}}, ["/steel/fy_ksi", "/steel/fu_ksi"]),
        ({"steel": {"material": "a53b", "fy_ksi": 40}}, ["/steel/fy_ksi"]),
        ({"steel": {"material": "custom", "fy_ksi": 60, "fu_ksi": 50}}, ["/steel/fu_ksi"]),
        ({"splice": {"type": "butt", "lap_in": 24, "weld_in": 0.25}},
         ["/splice/lap_in", "/splice/weld_in"]),
        ({"base": {"type": "plate", "depth_ft": 5}}, ["/base/depth_ft"]),
        ({"base": {"type": "embedded", "bearing": "grouted", "standoff_in": 1}},
         ["/base/bearing", "/base/standoff_in"]),
        ({"base": {"type": "plate", "weld": {"type": "fillet"}}}, ["/base/weld/leg_in"]),
        ({"base": {"type": "plate", "weld": {"type": "cjp", "leg_in": 0.5}}},
         ["/base/weld/leg_in"]),
        ({"readings": {"stabilty": "direct"}}, ["/readings/stabilty"]),
        ({"method": "lrdf"}, ["/method"]),
    ],
)  # fmt: skip
def test_what_does_not_belong_together(block: dict[str, Any], places: list[str]) -> None:
    with pytest.raises(Faulty) as refused:
        Support.read({"method": "lrfd", **block})
    assert [fault.pointer for fault in refused.value.faults] == places
