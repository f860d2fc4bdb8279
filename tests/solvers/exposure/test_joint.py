"""Several cabinets as one face, and a face whose centroid is not its middle."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.project.model import Inputs
from apex_cli.solvers.exposure.faces import Face, cabinets_of
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.joint import Box, joint
from apex_cli.solvers.exposure.open_sign import open_wind
from apex_cli.solvers.exposure.solid import solid_wind
from apex_cli.solvers.exposure.velocity_pressure import VelocityPressures
from apex_cli.solvers.exposure.wind import WindForces

PackOf = Callable[[str], Any]


def inputs_of(*elements: dict[str, Any]) -> ExposureInputs:
    site = {"wind_speed_mph": 115, "exposure": "C"}
    return ExposureInputs.of(Inputs.read({"site": site, "sign": {"elements": list(elements)}}))


def faces(*sizes: tuple[float, float, float], **more: Any) -> list[Face]:
    keys = "width_ft", "height_ft", "bottom_ft"
    inputs = inputs_of(*(dict(zip(keys, size, strict=True)) | more for size in sizes))
    assert inputs.sign is not None
    return cabinets_of(inputs.sign, Bare())


def test_a_cabinet_brings_its_own_centroid() -> None:
    """A triangle of 10 by 6 on 10 by 4 at 20 ft: (30 26 + 40 22) / 70, (30 1 + 0) / 70."""
    below, above = faces((10, 4, 20), (10, 6, 24))
    above = replace(above, area=30.0, centroid_z=26.0, centroid_x=1.0)
    found = joint([below, above], "both", Bare())
    assert found.centroid_z == pytest.approx((30 * 26 + 40 * 22) / 70)
    assert found.centroid_x == found.x == pytest.approx(30 / 70)
    assert found.solidity == pytest.approx(0.7)
    assert (found.width, found.height, found.bottom, found.top) == (10, 10, 20, 30)


@pytest.mark.parametrize("solidity", [1, 0.5])
def test_the_force_stands_at_the_centroid(pack_of: PackOf, solidity: float) -> None:
    (face,) = faces((10, 6, 20), solidity=solidity)
    pack, silent = pack_of("7-16"), Bare()
    inputs = inputs_of({"width_ft": 10, "height_ft": 6, "bottom_ft": 20})
    assert inputs.sign is not None
    pressures, wind_forces = VelocityPressures(inputs, pack, silent), WindForces(pack, 0.85, silent)
    beside = replace(face, centroid_z=22.0, centroid_x=-1.0)
    if solidity == 1:
        wind = solid_wind(beside, pressures, wind_forces, inputs.sign.readings)
    else:
        wind = open_wind(beside, pressures, wind_forces)
    assert (wind.height, wind.offset, wind.result.centroid_ft) == (22, -1, 22)


def test_a_box_without_another() -> None:
    box = Box(0, 10, 0, 10)
    assert box.without(Box(10, 12, 0, 10)) == [box]
    assert box.without(Box(-1, 11, -1, 11)) == []
    hole = box.without(Box(2, 4, 3, 5))
    assert len(hole) == 4
    assert sum(part.area for part in hole) == 96
