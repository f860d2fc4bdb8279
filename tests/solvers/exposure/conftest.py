"""The bundled exposure packs, and a question put to the wind solver."""

from collections.abc import Callable
from typing import Any

import pytest

from apex_cli.equations import Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.result import ExposureResult
from apex_cli.solvers.exposure.solve import solve

PackOf = Callable[[str], ExposurePack]
Answer = tuple[ExposureResult, Trace]
Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def pack_of() -> PackOf:
    catalogue = Catalogue()

    def load(edition: str) -> ExposurePack:
        pack, _ = catalogue.load("exposure", f"asce{edition}_v1")
        assert isinstance(pack, ExposurePack)
        return pack

    return load


@pytest.fixture(scope="session")
def ask(pack_of: PackOf) -> Ask:
    """The answer and its trace; `elements` are (width, height, bottom) or whole objects."""

    def answer(
        *elements: dict[str, Any] | tuple[float, float, float],
        edition: str = "7-16",
        speed: float = 115.0,
        exposure: str = "C",
        poles: dict[str, Any] | None = None,
        stacking: str = "separate",
        readings: dict[str, Any] | None = None,
        site: dict[str, Any] | None = None,
        **blocks: Any,
    ) -> Answer:
        cabinets = [
            item
            if isinstance(item, dict)
            else dict(zip(("width_ft", "height_ft", "bottom_ft"), item, strict=True))
            for item in elements
        ]
        document: dict[str, Any] = {
            "site": {"wind_speed_mph": speed, "exposure": exposure, **(site or {})},
            **blocks,
        }
        if cabinets:
            document["sign"] = {
                "elements": cabinets,
                "stacking": stacking,
                "poles": poles,
                "readings": readings or {},
            }
        trace = Trace()
        inputs = ExposureInputs.of(located(Inputs.read(document)))
        return solve(inputs, pack_of(edition), trace), trace

    return answer
