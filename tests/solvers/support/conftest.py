"""Tubes of any size and steel with their strengths; a pole sign and what its support comes to."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.concrete import ConcretePack
from apex_cli.packs.support import SupportPack
from apex_cli.project.edit import Assignment, apply
from apex_cli.quantities import Known
from apex_cli.run.chain import solve
from apex_cli.run.prepare import prepare
from apex_cli.solvers.support.material import Steel
from apex_cli.solvers.support.properties import properties
from apex_cli.solvers.support.strength import Strengths, strengths
from apex_cli.solvers.support.tube import Tube

PACKS: dict[str, Any] = {
    edition: Catalogue().load("support", f"aisc360-{edition}_v1")[0] for edition in ("16", "22")
}


def round_tube(D: float, t: float) -> Tube:
    return Tube("round", D, D, t, properties("round", D, D, t, Bare()))


def flat_tube(B: float, H: float, t: float) -> Tube:
    return Tube("rectangular", B, H, t, properties("rectangular", B, H, t, Bare()))


def steel(F_y: float) -> Steel:
    return Steel("steel", Known(F_y, "/fy"), Known(F_y + 12, "/fu"), Known(0.93, "/wall"))


class Bench(NamedTuple):
    """What the tests of strengths work with."""

    packs: dict[str, SupportPack]
    round: Callable[[float, float], Tube]
    flat: Callable[[float, float, float], Tube]
    steel: Callable[[float], Steel]

    def __repr__(self) -> str:
        """Short: Hypothesis prints the arguments of every run, and the packs are long."""
        return "Bench()"

    def strong(
        self, tube: Tube, F_y: float, *, length: float = 20.0, edition: str = "16",
        method: Any = "lrfd", trace: Bare | None = None,
    ) -> Strengths:  # fmt: skip
        """The strengths of a tube."""
        return strengths(
            tube, steel(F_y), self.packs[edition],
            method=method, length=length, trace=Bare() if trace is None else trace,
        )  # fmt: skip


@pytest.fixture(scope="session")
def bench() -> Bench:
    return Bench(PACKS, round_tube, flat_tube, steel)


ROOT = Path(__file__).parents[3]
POLE: dict[str, Any] = json.loads((ROOT / "examples" / "pole-sign-support.json").read_bytes())
del POLE["pricing"], POLE["packs"]["pricing"], POLE["support"]["opening"]
CATALOGUE = Catalogue()


class Pole:
    """A pole sign, changed at will."""

    GONE = object()
    """Takes a value away."""
    STAGES: ClassVar[dict[str, Any]] = {
        "sign.poles": {
            "count": 1,
            "stages": [
                {"section": "PIPE12STD", "bottom_ft": 0, "top_ft": 12},
                {"section": "PIPE10STD", "bottom_ft": 10, "top_ft": 24},
            ],
        }
    }

    def changed(self, changes: dict[str, Any]) -> dict[str, Any]:
        """The pole sign with these values; `GONE` takes one away."""
        made = copy.deepcopy(POLE)
        for path, value in changes.items():
            *way, last = path.split(".")
            if value is self.GONE:
                block: Any = made
                for name in way:
                    block = block[int(name)] if name.isdigit() else block[name]
                block.pop(last)
            else:
                made = apply(made, [Assignment((*way, last), value)])
        return made

    def checked(self, changes: dict[str, Any] | None = None) -> tuple[Any, Trace]:
        """What the support comes to, told; the same in silence."""
        prepared = prepare("support", self.changed(changes or {}), CATALOGUE)
        trace, silent = Trace(), Bare()
        found = solve(prepared, trace)["support"]
        assert solve(prepared, silent)["support"] == found
        assert silent.checks == trace.checks
        return found, trace

    def wind(self, changes: dict[str, Any] | None = None) -> Any:
        """The answer of the wind calculation to the same sign."""
        return solve(prepare("support", self.changed(changes or {}), CATALOGUE), Bare())["exposure"]

    @staticmethod
    def lesser(b2: float, share: float = 1.2 / 1.4) -> float:
        """B2 under a share of the dead load for which it is told."""
        return 1 / (1 - share * (1 - 1 / b2))

    @staticmethod
    def by_id(trace: Trace, name: str, words: str = "") -> Any:
        """The one check of this id whose sentence has these words."""
        (found,) = [one for one in trace.checks if one.id == name and words in one.description]
        return found


@pytest.fixture(scope="session")
def packs() -> dict[str, ConcretePack]:
    """Both editions of ACI 318 by their years."""
    found: dict[str, ConcretePack] = {}
    for edition in ("14", "19"):
        pack, _ = CATALOGUE.load("concrete", f"aci318-{edition}_v1")
        assert isinstance(pack, ConcretePack)
        found[edition] = pack
    return found


@pytest.fixture(scope="session")
def pole() -> Pole:
    return Pole()
