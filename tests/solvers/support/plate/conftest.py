"""Feet of poles of any kind, and what their checks come to."""

from typing import Any, NamedTuple

import pytest

from apex_cli.equations import Bare, Check, Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.concrete import ConcretePack
from apex_cli.packs.support import SupportPack
from apex_cli.project.support import Base, PierSteel
from apex_cli.project.support_readings import SupportReadings
from apex_cli.quantities import Known
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.material import Steel
from apex_cli.solvers.support.plate.check import check_base
from apex_cli.solvers.support.plate.job import Below, Foot, taken
from apex_cli.solvers.support.plate.result import BaseResult
from apex_cli.solvers.support.properties import properties
from apex_cli.solvers.support.tube import Tube

PLATE = {"shape": "square", "width_in": 20, "thickness_in": 1.25, "fy_ksi": 36}
RODS = {"count": 4, "diameter_in": 1.25, "grade": 55, "circle_in": 18, "embedment_in": 36}
BASE: dict[str, Any] = {
    "type": "plate", "plate": PLATE, "rods": RODS, "bearing": "double_nut", "standoff_in": 2,
    "weld": {"type": "fillet", "leg_in": 0.3125},
}  # fmt: skip
PIER: dict[str, Any] = {
    "fc_psi": 4000, "fy_ksi": 60, "bars": {"count": 8, "size": 6},
    "ties": {"size": 3, "spacing_in": 12}, "cover_in": 3, "top_ties": 3,
}  # fmt: skip
PACKS: dict[str, Any] = {
    ref: Catalogue().load("support", ref)[0] for ref in ("aisc360-16_v1", "aisc360-22_v1")
} | {ref: Catalogue().load("concrete", ref)[0] for ref in ("aci318-14_v1", "aci318-19_v1")}
LOADS = (Reaction("1.2D + 1.0W", 6000, 3000, 45, 6), Reaction("0.9D + 1.0W", 4500, 3000, 44.8, 6))


def round_pole(D: float = 10.75, t: float = 0.34) -> Tube:
    return Tube("round", D, D, t, properties("round", D, D, t, Bare()))


def flat_pole(B: float, H: float, t: float = 0.349) -> Tube:
    return Tube("rectangular", B, H, t, properties("rectangular", B, H, t, Bare()))


def merged(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A document with changes: a mapping changes fields, None takes away."""
    out = dict(base)
    for name, value in changes.items():
        if value is None:
            out.pop(name, None)
        elif isinstance(value, dict) and isinstance(out.get(name), dict):
            out[name] = merged(out[name], value)
        else:
            out[name] = value
    return out


class Bench(NamedTuple):
    """What the tests of base plates work with."""

    loads: tuple[Reaction, ...] = LOADS

    def support(self, edition: str = "22") -> SupportPack:
        pack = PACKS[f"aisc360-{edition}_v1"]
        assert isinstance(pack, SupportPack)
        return pack

    def concrete(self, edition: str = "19") -> ConcretePack:
        pack = PACKS[f"aci318-{edition}_v1"]
        assert isinstance(pack, ConcretePack)
        return pack

    def foot(
        self,
        *,
        base: dict[str, Any] | None = None,
        pier: dict[str, Any] | None = None,
        tube: Tube | None = None,
        below: dict[str, Any] | None = None,
        method: Any = "lrfd",
        edition: str = "22",
        code: str | None = "19",
        **readings: Any,
    ) -> Foot:
        """A foot, its base and pier changed so."""
        steel = PierSteel.read(merged(PIER, pier or {}))
        where: dict[str, Any] = {
            "shape": "round", "width": 30.0, "depth": 96.0, "pier": steel, "development": 21.0,
        } | (below or {})  # fmt: skip
        return Foot(
            Base.read(merged(BASE, base or {})),
            tube or round_pole(),
            Steel("steel", Known(50, "/fy"), Known(62, "/fu"), Known(0.93, "/wall")),
            Below(**where),
            method,
            self.support(edition),
            self.concrete(code) if code else None,
            taken(SupportReadings(**readings) if readings else None),
        )

    def run(self, foot: Foot, loads: tuple[Reaction, ...] = LOADS) -> tuple[BaseResult, Trace]:
        """The checks, alike with a trace and without."""
        trace, bare = Trace(), Bare()
        found = check_base(foot, loads, loads, trace)
        assert check_base(foot, loads, loads, bare) == found
        assert bare.checks == trace.checks
        return found, trace

    def checks(self, foot: Foot, loads: tuple[Reaction, ...] = LOADS) -> dict[str, list[Check]]:
        """The checks by their ids."""
        out: dict[str, list[Check]] = {}
        for check in self.run(foot, loads)[1].checks:
            out.setdefault(check.id, []).append(check)
        return out

    def ratio(
        self, check: str, foot: Foot, loads: tuple[Reaction, ...] = LOADS, standard: str = ""
    ) -> float:
        """The greatest ratio of a check."""
        found = self.checks(foot, loads)[check]
        ratios = [one.ratio for one in found if one.clause.startswith(standard)]
        return max(ratio for ratio in ratios if ratio is not None)


@pytest.fixture(scope="session")
def bench() -> Bench:
    return Bench()
