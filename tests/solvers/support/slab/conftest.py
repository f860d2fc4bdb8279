"""Slabs made from a few words, with the bundled packs."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.packs.concrete import ConcretePack
from apex_cli.project.support import SlabSteel
from apex_cli.project.support_readings import SupportReadings
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.slab.check import check_slab
from apex_cli.solvers.support.slab.place import Column, Loading, Place
from apex_cli.solvers.support.slab.result import SlabResult
from tests.solvers.support.asked import Answer

SLAB: dict[str, Any] = {
    "fc_psi": 4000,
    "fy_ksi": 60,
    "bottom": {"size": 5, "spacing_in": 6},
    "top": {"size": 5, "spacing_in": 12},
}
WIND = (
    Loading(Reaction("1.2D + 1.0W", 6000.0, 4000.0, 80.0, 5.0), 1.2),
    Loading(Reaction("0.9D + 1.0W", 4500.0, 4000.0, 79.0, 5.0), 0.9),
)
STEM = Column("rectangle", 24.0, 24.0)
PLACE = Place((10.0, 10.0), 2.0, 4.0, STEM, 150.0, soil_psf=200.0, stem_lbf=1200.0, stem_ft2=4.0)


Ask = Callable[..., Answer[SlabResult]]


@pytest.fixture(scope="session")
def ask(packs: dict[str, ConcretePack]) -> Ask:
    def answer(
        *,
        edition: str = "19",
        place: Place = PLACE,
        wind: Sequence[Loading] = WIND,
        readings: dict[str, Any] | None = None,
        **changes: Any,
    ) -> Answer[SlabResult]:
        clean = {name: value for name, value in (SLAB | changes).items() if value is not None}
        slab = SlabSteel.read(clean)
        asked = None if readings is None else SupportReadings.read(readings)
        trace, bare = Trace(), Bare()
        result = check_slab(slab, wind, place, packs[edition], trace, readings=asked)
        again = check_slab(slab, wind, place, packs[edition], bare, readings=asked)
        assert again == result, "bare and traced answers differ"
        assert bare.checks == trace.checks
        return Answer(result, trace)

    return answer
