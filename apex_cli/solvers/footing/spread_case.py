"""A spread footing in its ground: what is given, and how a size of it stands."""

from typing import Literal, NamedTuple

from apex_cli.packs.footing import FootingPack, SpreadRules
from apex_cli.project.given import Local
from apex_cli.solvers.footing.result import Corner, Stability
from apex_cli.solvers.footing.soil import Ground

GRAVITY = "D + 0.6W"
UPLIFT = "0.6D + 0.6W"
# Ratio of what has no resistance at all.
HOPELESS = 1e12


class Stem(NamedTuple):
    """What fills between the slab and grade, of concrete.

    Args:
        shape: In plan.
        w: Side along the wind, or diameter, ft.
        l: Side across the wind, ft.
        given: Whether the project gives it; else it is cut to the slab.
    """

    shape: Literal["rectangle", "round"]
    w: float
    l: float  # noqa: E741 - side l, beside w
    given: bool


class Size(NamedTuple):
    """Sides along and across the wind, ft; of a round footing both are the diameter."""

    B: float
    L: float


class Site(NamedTuple):
    """What does not change while a size is sought.

    Args:
        pack: The pack.
        rules: Its rules for spread footings.
        soil: The ground.
        allowable_psf: Allowable vertical bearing.
        t: Thickness, ft.
        depth: Depth of the bottom, ft.
        shape: Of the footing in plan.
        turning: Whether the wind may come from any direction, so that B is the shorter side.
        rise: From the slab to grade, ft.
        stem: What fills there, where it is known.
        water: Depth of ground water, ft.
        local: What a local ordinance asks for.
    """

    pack: FootingPack
    rules: SpreadRules
    soil: Ground
    allowable_psf: float
    t: float
    depth: float
    shape: Literal["rectangle", "round"] = "rectangle"
    turning: bool = False
    rise: float = 0.0
    stem: Stem | None = None
    water: float | None = None
    local: Local | None = None

    def kern_ft(self, size: Size) -> float:
        """How far the load may stand off the middle along B with the whole base pressing, ft."""
        if self.shape == "round":
            return size.B / 8
        return min(size) / 6 if self.turning else size.B / 6


class Load(NamedTuple):
    """What the base carries under one combination.

    Args:
        name: The combination.
        W: Weight on the ground, lbf.
        M_b: Moment of the wind at the base, lbf-ft.
        M_y: Moment of an offset dead load at right angles to it, lbf-ft.
    """

    name: str
    W: float
    M_b: float
    M_y: float


class State(NamedTuple):
    """How a footing of some size stands.

    Args:
        e: Eccentricity along B under D + 0.6W, ft; None if nothing presses on the ground.
        q_side: Greatest pressure of both combinations with the wind along B alone, psf; None if the
            footing tips over.
        corner: The corner that presses most, where the load stands off both axes.
        q_max: The greater of the two, psf; None if the footing tips over.
        q_min: Least pressure under D + 0.6W with the wind along B, psf.
        combination: The combination that gives the greatest pressure.
        bearing: Ratio of the greatest pressure to the allowable one; None if the footing tips over.
        overturning: Under 0.6D + 0.6W.
        overturning_across: The same of an offset dead load, about the other axis.
        sliding: Under 0.6D + 0.6W; None if the ground gives neither friction nor cohesion.
        sided: Whether the pressures are those of wind along the sign, so that B is across it.
        worse: In what wind along the sign asks for more; None where it is not held by itself.
        local: Overturning by a local ordinance.
    """

    e: float | None
    q_side: float | None
    corner: Corner | None
    q_max: float | None
    q_min: float
    combination: str
    bearing: float | None
    overturning: Stability
    overturning_across: Stability | None
    sliding: Stability | None
    sided: bool = False
    worse: tuple[str, ...] | None = None
    local: Stability | None = None

    def seen(self, size: Size) -> Size:
        """The sides along and across the wind that presses most."""
        return Size(size.L, size.B) if self.sided else size

    @property
    def ratios(self) -> dict[str, float]:
        """Demand over capacity of everything that can govern."""
        found = {"overturning": self.overturning.ratio}
        if self.overturning_across is not None:
            found["overturning"] = max(found["overturning"], self.overturning_across.ratio)
        if self.bearing is not None:
            found = {"bearing": self.bearing, **found}
        if self.sliding is not None:
            found["sliding"] = self.sliding.ratio
        if self.local is not None:
            found["local_overturning"] = self.local.ratio
        return found
