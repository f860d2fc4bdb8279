"""Piers made from a few words, with the bundled packs."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.solvers.support.pier.cage import Cage, Shape, radius_of

CageOf = Callable[..., Cage]
Drawn = Callable[[Random], tuple[Cage, ConcretePack]]


@pytest.fixture(scope="session")
def cage_of(packs: dict[str, ConcretePack]) -> CageOf:
    def make(
        *, width: float = 30, fc: float = 4000, fy: float = 60, bars: str = "8#7", tie: int = 4,
        cover: float = 3, shape: Shape = "round",
    ) -> Cage:  # fmt: skip
        count, size = map(int, bars.split("#"))
        bar, stirrup = packs["19"].bars.bar(size), packs["19"].bars.bar(tie)
        assert bar is not None
        radius = radius_of(width, cover, stirrup, bar, Bare())
        return Cage(shape, width, fc, fy, count, bar, stirrup, cover, radius)

    return make


@pytest.fixture(scope="session")
def drawn(packs: dict[str, ConcretePack], cage_of: CageOf) -> Drawn:
    """A pier that might be built: 0.4 to 4 % of steel."""

    def draw(chance: Random) -> tuple[Cage, ConcretePack]:
        while True:
            shape: Any = chance.choice(["round", "round", "square"])
            width = float(chance.randrange(18, 85, 3))
            count = 4 * chance.randrange(1, 7) if shape == "square" else chance.randrange(4, 25)
            cage = cage_of(
                width=width, fc=chance.randrange(2500, 8001, 250), fy=chance.choice([40, 60, 75]),
                bars=f"{count}#{chance.choice([5, 6, 7, 8, 9, 10, 11])}",
                cover=chance.choice([1.5, 3, 4]), shape=shape,
            )  # fmt: skip
            ratio = cage.number * cage.bar.area / (width**2 * 0.8)
            if 0.004 <= ratio <= 0.04:
                return cage, packs[chance.choice(["14", "19"])]

    return draw
