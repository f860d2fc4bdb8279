"""Tubes of any size and steel, and their strengths."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from apex_cli.equations import Bare
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.support import SupportPack
from apex_cli.quantities import Known
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
