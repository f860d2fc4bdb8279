"""A spread footing under a design approach: its ground, its size, what one combination asks."""

from typing import NamedTuple

from msgspec import Struct

from apex_cli.packs.eurocode_footing import EurocodeFootingPack


class Soil(Struct, frozen=True):
    """The ground, characteristic, in SI units; None where nothing is given.

    Args:
        gamma: Unit weight, kN/m3.
        phi: Angle of shearing resistance, degrees.
        c: Effective cohesion, kPa.
        c_u: Undrained shear strength, kPa.
        mu: Coefficient of friction under the base, where it is given.
    """

    gamma: float
    phi: float | None
    c: float
    c_u: float | None
    mu: float | None


class Place(Struct, frozen=True):
    """What does not change while a size is sought: ground, slab, lengths in m.

    Args:
        pack: The pack.
        soil: The ground.
        t: Thickness of the slab.
        d: Depth of the base.
        factors: The sets of the design approach, by name.
    """

    pack: EurocodeFootingPack
    soil: Soil
    t: float
    d: float
    factors: list[tuple[str, dict[str, float]]]


class Blow(NamedTuple):
    """What the wind from one direction brings, characteristic.

    Args:
        name: Whence it comes.
        F: Its force, kN.
        M: Its moment at the base, kN-m.
        on_b: Share of it along B: 1 along B, 0 along L; of force and moment its root.
        on_l: Share of it along L.
        M_L: Moment of an offset dead load along L, kN-m.
    """

    name: str
    F: float
    M: float
    on_b: float
    on_l: float
    M_L: float


class Held(NamedTuple):
    """A demand against a resistance, and under what.

    Args:
        name: The combination.
        demand: In kN or kN-m.
        resistance: In the same.
        e: Eccentricity along the side that the load stands farther off, over that side.
        area: Effective area, m2.
        off: The greater eccentricity itself, m.
    """

    name: str
    demand: float
    resistance: float
    e: float = 0.0
    area: float = 0.0
    off: float = 0.0

    @property
    def ratio(self) -> float:
        """Demand over resistance; beyond measure where nothing resists."""
        return self.demand / self.resistance if self.resistance > 0 else HOPELESS


HOPELESS = 1e12
"""Ratio of what has no resistance at all."""


class State(NamedTuple):
    """How a size stands: the worst of bearing, sliding and overturning, and the eccentricity.

    Args:
        bearing: Under the base.
        sliding: Along it.
        overturning: About an edge, in equilibrium.
        e: Greatest eccentricity of any combination over its side, and what it may be without
            special precautions.
    """

    bearing: Held
    sliding: Held
    overturning: Held
    e: tuple[float, float]

    @property
    def ratios(self) -> dict[str, float]:
        """Demand over resistance of everything that can govern."""
        return {
            "bearing": self.bearing.ratio,
            "sliding": self.sliding.ratio,
            "overturning": self.overturning.ratio,
            "eccentricity": self.e[0] / self.e[1],
        }
