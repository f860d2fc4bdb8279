"""What is checked at the foot, by which readings, and where it is written."""

from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import Literal, NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.packs.support import DesignMethod, SupportPack
from apex_cli.packs.support_joints import Resistance
from apex_cli.project.support import Base, PierSteel
from apex_cli.project.support_readings import (
    LapReading,
    PierEdge,
    PlateBending,
    RodInteraction,
    StandoffReading,
    SupportReadings,
)
from apex_cli.quantities import Known
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.material import Steel
from apex_cli.solvers.support.methods import available
from apex_cli.solvers.support.tube import Tube

IN_CONCRETE = "rods in concrete"
"""What the steps of the rods by ACI 318 are about."""


class Taken(NamedTuple):
    """The readings that are taken; each answer tells the others."""

    plate_bending: PlateBending = "45deg"
    standoff: StandoffReading = "always"
    pier_edge: PierEdge = "circle"
    lap: LapReading = "cone"
    rod_interaction: RodInteraction = "line"


def taken(asked: SupportReadings | None) -> Taken:
    """The readings of the project, and our own where it has none."""
    given = {name: getattr(asked, name, None) for name in Taken._fields}
    return Taken(**{name: value for name, value in given.items() if value is not None})


class Below(NamedTuple):
    """The concrete that the rods stand in.

    Args:
        shape: Round or square.
        width: Diameter or side, in.
        depth: From its top to its bottom, in.
        pier: Its concrete and bars, as the project gives them; None where it does not.
        development: Development length of its vertical bars, in, as the check of the pier has it;
            None where there is none.
    """

    shape: Literal["round", "square"]
    width: float
    depth: float
    pier: PierSteel | None
    development: float | None = None


class Foot(NamedTuple):
    """The foot of one pole.

    Args:
        base: As the project gives it.
        tube: The pole's lowest piece.
        steel: What it is made of.
        below: The concrete below; None where it is no pier.
        method: Level of the checks by AISC.
        pack: The edition of AISC 360.
        concrete: The edition of ACI 318; None where none is named.
        taken: The readings.
    """

    base: Base
    tube: Tube
    steel: Steel
    below: Below | None
    method: DesignMethod
    pack: SupportPack
    concrete: ConcretePack | None
    taken: Taken

    @property
    def pole_width(self) -> float:
        """Width of the pole where the plate bends beside it, in: of a rectangle the smaller."""
        return min(self.tube.width, self.tube.height)

    @property
    def f_c(self) -> float | None:
        """Strength of the concrete, psi."""
        return None if self.below is None or self.below.pier is None else self.below.pier.fc_psi

    def available(
        self,
        design: Callable[..., float],
        allowable: Callable[..., float],
        factor: Resistance,
        trace: Bare,
        *,
        suffix: str = "",
        **terms: float,
    ) -> float:
        """As `methods.available`, by the method of the foot."""
        return available(self.method, trace, design, allowable, factor, suffix=suffix, **terms)


class Held(NamedTuple):
    """A demand beside a capacity."""

    demand: float
    capacity: float

    @property
    def ratio(self) -> float:
        """Demand over capacity; endless without a capacity."""
        return self.demand / self.capacity if self.capacity > 0 else inf


class Governing(NamedTuple):
    """The combination that asks for most, and what is held under it."""

    reaction: Reaction
    held: Held


def hold_governing(
    check: str, words: str, reactions: Sequence[Reaction], of: Callable[[Reaction, Bare], Held],
    trace: Bare, *, subject: str, unit: str = "kip", clause: str,
) -> Governing:  # fmt: skip
    """Hold the combination that asks for most: searched in silence, then told."""
    silent = Bare()
    worst = most(reactions, lambda one: of(one, silent).ratio)
    trace.subject = f"{subject}, {worst.name}"
    held = of(worst, trace)
    trace.hold(
        check, f"{words}, {worst.name}.", demand=held.demand, capacity=held.capacity, unit=unit,
        clause=clause,
    )  # fmt: skip
    return Governing(worst, held)


def entered(reactions: Iterable[Reaction], trace: Bare) -> tuple[Reaction, ...]:
    """The reactions as numbers that know where they come from."""
    return tuple(
        Reaction(
            one.name,
            *(
                value if isinstance(value, Known) else trace.known(value, f"at grade, {one.name}")
                for value in one[1:]
            ),
        )
        for one in reactions
    )
