"""Flexure of the pier: the moment below grade, held against the strength beside the axial load."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack, PierMoment
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.equations import pier_shear
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.pier.cage import Cage, Shape, section
from apex_cli.solvers.support.pier.concrete import Concrete
from apex_cli.solvers.support.pier.ground import (
    Action,
    Ground,
    Rigid,
    actions,
    rigid,
)
from apex_cli.solvers.support.pier.strength import show, weakest


class Asked(NamedTuple):
    """The pier in its ground, the reading of its moment, and the depth (ft) it begins at."""

    ground: Ground
    reading: PierMoment
    below: float = 0.0


class Demand(NamedTuple):
    """What a combination asks of the pier: its diagrams, every reading, and the one that stands."""

    asked: Asked
    reaction: Reaction
    pier: Rigid
    readings: tuple[Action, ...]
    action: Action


def demand(asked: Asked, reaction: Reaction, trace: Bare) -> Demand:
    """What this combination asks for.

    A reading that says nothing there (no such pressure is known, or it ends above) leaves the
    largest of the others.
    """
    pier = rigid(asked.ground, reaction.shear, reaction.moment, trace)
    found = actions(asked.ground, pier, trace, below=asked.below)
    named = [one for one in found if one.reading == asked.reading]
    action = most(named or found, lambda one: one.moment)
    return Demand(asked, reaction, pier, tuple(found), action)


def hold_flexure(
    cage: Cage, demands: Sequence[Demand], pack: ConcretePack, trace: Bare
) -> tuple[Demand, float]:
    """Hold the worst combination; it, and the design flexural strength beside it, kip-ft."""
    found = [(one, *weakest(cage, pack, one.reaction.axial)) for one in demands]
    worst, direction, strong = most(found, lambda it: _ratio(it[0].action.moment, it[2].moment))
    trace.subject = f"pier, {worst.reaction.name}"
    worst = demand(worst.asked, worst.reaction, trace)
    strength = show(section(cage, direction, trace), strong, pack, trace)
    _hold(worst, strength, pack.citations.cited("22.4"), trace)
    return worst, strength


def hold_plain(
    concrete: Concrete, shape: Shape, demands: Sequence[Demand], pack: ConcretePack, trace: Bare
) -> tuple[Demand, float]:
    """Hold the worst combination against concrete without bars; it, and the strength, kip-ft."""
    worst = most(demands, lambda one: one.action.moment)
    trace.subject = f"pier, {worst.reaction.name}"
    worst = demand(worst.asked, worst.reaction, trace)
    rules = pack.plain
    strength = trace(
        pier_shear.plain_flexure, phi_p=rules.phi.number, k_f=rules.flexure.number,
        lambda_l=concrete.lambda_l, r_c=concrete.r_c, S_m=modulus(concrete, shape, trace),
    )  # fmt: skip
    _hold(worst, strength, pack.citations.cited("14.5.2.1"), trace)
    return worst, strength


def modulus(concrete: Concrete, shape: Shape, trace: Bare) -> float:
    """Section modulus of the pier where it is weakest, in3."""
    found = {"round": pier_shear.round_pier_modulus, "square": pier_shear.square_pier_modulus}
    return trace(found[shape], w_c=concrete.w_c)


def _hold(worst: Demand, strength: float, clause: str, trace: Bare) -> None:
    trace.hold(
        "pier.flexure",
        f"The pier carries its largest moment, {worst.action.depth:.2f} ft below grade, beside "
        f"the axial load, {worst.reaction.name}.",
        demand=worst.action.moment, capacity=strength, unit="kip-ft", clause=clause,
    )  # fmt: skip
    trace.subject = ""


def _ratio(moment: float, strength: float) -> float:
    return moment / strength if strength else float("inf")
