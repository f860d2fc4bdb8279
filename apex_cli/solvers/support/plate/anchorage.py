"""The rods by ACI 318, and what holds them in the pier."""

from math import inf

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.project.support_readings import LapReading, RodInteraction
from apex_cli.solvers.support.plate import anchors, breakout, reinforcement, tell
from apex_cli.solvers.support.plate.rods import Used
from apex_cli.solvers.support.plate.work import Work


def hold_anchors(work: Work, pack: ConcretePack) -> list[Used]:
    """The rods by ACI 318, and what holds them in the pier."""
    foot, rod, trace, result = work.foot, work.rod, work.trace, work.result
    anchored, used = anchors.hold_steel(foot, rod, pack, work.strength, trace)
    if foot.f_c is None:
        result.not_checked.append(tell.NO_PIER)
    else:
        least = [anchored.tension, anchors.hold_pullout(foot, rod, pack, work.strength, trace)]
        beside = anchors.hold_side(foot, rod, pack, work.strength, trace)
        anchored = anchored._replace(tension=min(least + ([] if beside is None else [beside])))
        _edges(work, pack)
        _bars(work, pack)
        breakout.hold_pryout(foot, rod, pack, work.strength, trace)
    used.append(anchors.hold_combined(foot, rod, pack, work.strength, trace, anchored=anchored))
    reading: RodInteraction = "line" if foot.taken.rod_interaction == "power" else "power"
    other = foot._replace(taken=foot.taken._replace(rod_interaction=reading))
    found = anchors.hold_combined(other, rod, pack, work.strength, Bare(), anchored=anchored)
    work.other(f"rod_interaction: {reading}", "rod.combined", found.worst.held.ratio)
    return used


def _edges(work: Work, pack: ConcretePack) -> None:
    """What the concrete alone would hold, and what another edge of a round pier makes of it."""
    foot, rod, result = work.foot, work.rod, work.result
    assert foot.below is not None
    reading = foot.taken.pier_edge
    alone = breakout.breakout(foot, rod, pack, reading)
    result.plate.breakout_lbf = 1000 * alone
    result.plate.shear_breakout_lbf = 1000 * breakout.shear_breakout(foot, rod, pack)
    tell.tell_breakout(foot, alone, reading, work.trace)
    if foot.below.shape == "square":
        return
    other = foot._replace(
        taken=foot.taken._replace(pier_edge="inscribed_square" if reading == "circle" else "circle")
    )
    name = f"pier_edge: {other.taken.pier_edge}"
    alone = breakout.breakout(other, rod, pack, other.taken.pier_edge)
    work.other(name, "breakout_lbf", 1000 * alone)
    silent = Bare()
    anchors.hold_side(other, rod, pack, work.strength, silent)
    for check in silent.checks:
        work.other(name, check.id, check.demand / check.capacity)


def _bars(work: Work, pack: ConcretePack) -> None:
    """Bars and ties that hold the rods."""
    foot, rod, trace, result = work.foot, work.rod, work.trace, work.result
    cage = reinforcement.cage_of(foot, rod, pack)
    if cage is None:
        result.not_checked.append(tell.NO_BARS)
    else:
        reinforcement.hold_within(cage, trace)
        offset = reinforcement.hold_bars(cage, work.strength, trace)
        if offset is None:
            result.not_checked.append(tell.NO_TENSION)
        elif cage.below.development is None:
            result.not_checked.append(tell.NO_DEVELOPMENT)
        elif offset < inf:
            other: LapReading = "offset" if foot.taken.lap == "cone" else "cone"
            held = reinforcement.lapped(cage, offset, other, Bare())
            work.other(f"lap: {other}", "embedment_in", rod.embedment + held.demand - held.capacity)
    if not reinforcement.hold_ties(foot, pack, work.strength, trace):
        result.not_checked.append(tell.NO_TOP_TIES)
