"""Signs on a wall and signs that project from one, asked with and without a trace."""

from collections.abc import Callable
from typing import Any

import pytest

from apex_cli.envelope.numbers import plain
from apex_cli.equations import Bare, Trace
from apex_cli.packs.building import BuildingPack
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.mounted.result import BuildingResult
from apex_cli.solvers.exposure.solve import solve

Answer = tuple[BuildingResult, Trace]
Ask = Callable[..., Answer]

BUILDING = {
    "mean_roof_height_ft": 20, "width_ft": 120, "depth_ft": 80, "left_ft": 60, "right_ft": 60,
}  # fmt: skip
"""Zone 5 is 8 ft wide."""
CABINET = {"width_ft": 10, "height_ft": 4, "bottom_ft": 10, "thickness_ft": 1, "weight_psf": 10}
BLADE = {"width_ft": 4, "height_ft": 4, "bottom_ft": 12, "weight_psf": 10}


@pytest.fixture(scope="session")
def ask() -> Ask:
    """The answer for a sign, which is the same without a trace."""
    catalogue = Catalogue()

    def answer(
        mounting: str,
        elements: list[dict[str, Any]],
        *,
        edition: str = "7-16",
        speed: float = 115.0,
        exposure: str = "C",
        building: dict[str, Any] | None = None,
        gust: dict[str, Any] | None = None,
        **sign: Any,
    ) -> Answer:
        document = {
            "site": {"wind_speed_mph": speed, "exposure": exposure, "kzt": 1.0},
            "gust": gust,
            "sign": {
                "mounting": mounting, "elements": elements,
                "building": {**BUILDING, **(building or {})}, **sign,
            },
        }  # fmt: skip
        wind, _ = catalogue.load("exposure", f"asce{edition}_v1")
        walls, _ = catalogue.load("building", f"asce{edition}_v1")
        assert isinstance(wind, ExposurePack)
        assert isinstance(walls, BuildingPack)
        inputs = ExposureInputs.of(located(Inputs.read(document)))
        trace, bare = Trace(), Bare()
        found = solve(inputs, wind, trace, building=walls)
        again = solve(inputs, wind, bare, building=walls)
        assert plain(found) == plain(again)
        assert trace.checks == bare.checks
        assert isinstance(found, BuildingResult)
        return found, trace

    return answer


@pytest.fixture(scope="session")
def wall(ask: Ask) -> Ask:
    """The answer for cabinets on a wall: what differs from `CABINET`, or all of several."""

    def answer(*more: dict[str, Any], cabinet: dict[str, Any] | None = None, **told: Any) -> Answer:
        return ask("wall", [*(more or [{**CABINET, **(cabinet or {})}])], **told)

    return answer


@pytest.fixture(scope="session")
def blade(ask: Ask) -> Ask:
    """The answer for a sign that projects: what differs from `BLADE`, or all of several."""

    def answer(*more: dict[str, Any], cabinet: dict[str, Any] | None = None, **told: Any) -> Answer:
        elements = [*(more or [{**BLADE, **(cabinet or {})}])]
        return ask("projecting", elements, **{"gap_ft": 0.5, **told})

    return answer
