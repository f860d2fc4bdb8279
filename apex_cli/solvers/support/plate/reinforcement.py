"""Bars of the pier that hold the rods, for its concrete cannot: tension, laps, shear."""

from collections.abc import Iterator, Sequence
from math import cos, hypot, inf, pi, sin
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import Bar, ConcretePack
from apex_cli.project.support import Bars
from apex_cli.project.support_readings import LapReading
from apex_cli.solvers.support.equations import anchor_bars as eq
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.pier.cage import around_square, radius_of
from apex_cli.solvers.support.plate.anchors import group_tension, pulled_side
from apex_cli.solvers.support.plate.job import IN_CONCRETE, Below, Foot, Held, hold_governing
from apex_cli.solvers.support.plate.ring import Side, turns
from apex_cli.solvers.support.plate.rods import Rod

Point = tuple[float, float]
_DUST = 1e-9


class Cage(NamedTuple):
    """Vertical bars about the rods.

    Args:
        foot: The foot.
        rod: The rods.
        pack: The edition of ACI 318.
        below: The concrete.
        bars: How many, of which size.
        bar: One of them.
        radius: From the middle to the middle of the bars at the side, in.
        cover: Clear cover at the top, in.
        fy: Yield strength, ksi.
    """

    foot: Foot
    rod: Rod
    pack: ConcretePack
    below: Below
    bars: Bars
    bar: Bar
    radius: float
    cover: float
    fy: float


class Near(NamedTuple):
    """Bars that hold the rods in tension: how many, and how far the farthest is from a rod, in."""

    number: int
    offset: float


def cage_of(foot: Foot, rod: Rod, pack: ConcretePack) -> Cage | None:
    """The bars; None where there are none, or none such (the check of the pier refuses them)."""
    below = foot.below
    assert below is not None
    pier = below.pier
    if pier is None or pier.bars is None:
        return None
    bar = pack.bars.bar(pier.bars.size)
    if bar is None:
        return None
    tie = pack.bars.bar(pier.ties.size) if pier.ties else None
    cover = pack.detailing.cover.number if pier.cover_in is None else pier.cover_in
    radius = radius_of(below.width, cover, tie, bar, Bare())
    return Cage(foot, rod, pack, below, pier.bars, bar, radius, cover, pier.fy_ksi)


def _places(cage: Cage) -> Iterator[list[Point]]:
    """Where the bars may stand: a bar outermost, or the gap of two."""
    count, r = int(cage.bars.count), float(cage.radius)
    if cage.below.shape == "round":
        for turn in turns(count):
            angles = [turn + 2 * pi * k / count for k in range(count)]
            yield [(r * cos(one), r * sin(one)) for one in angles]
        return
    around = around_square(count, r)
    for turn in (0.0, pi / 4):
        c, s = cos(turn), sin(turn)
        yield [(c * x - s * y, s * x + c * y) for x, y in around]


def near(cage: Cage, side: Side) -> Near:
    """The bars on the rods' side that are near and developed; where none is, those that are near.

    The fewest of the ways in which the cage may be turned.
    """
    found = [_near(cage, places, side) for places in _places(cage)]
    return min(found, key=lambda one: (one.number, -one.offset))


def _near(cage: Cage, places: list[Point], side: Side) -> Near:
    r, reach = cage.rod.circle / 2, cage.pack.anchorage.near.value * cage.rod.embedment
    offsets = sorted(
        min(hypot(x - r * a, y - r * b) for a, b in side.places) for x, y in places if x > _DUST
    )
    close = [one for one in offsets if one <= reach]
    held = [one for one in close if _developed(cage, one)]
    if held:
        return Near(len(held), held[-1])
    return Near(len(close), close[0] if close else inf)


def _developed(cage: Cage, offset: float) -> bool:
    """Whether a bar at this distance is developed above the cone, or its length is not known."""
    if cage.below.development is None:
        return True
    held = lapped(cage, offset, cage.foot.taken.lap, Bare())
    return held.capacity >= held.demand


def lapped(cage: Cage, offset: float, reading: LapReading, trace: Bare) -> Held:
    """Length that a bar needs above the cone, and has, in."""
    rules, l_d, h_ef = cage.pack.anchorage, cage.below.development, cage.rod.embedment
    assert l_d is not None
    s_a = trace.known(offset, "bars and rods in plan")
    if reading == "cone":
        k = rules.cone.number
        return Held(l_d, trace(eq.length_above, h_ef=h_ef, c_c=cage.cover, s_a=s_a, k_cone=k))
    l_s = trace(eq.offset_lap, k_lap=rules.lap.number, l_d=l_d, s_a=s_a)
    return Held(l_s, trace(eq.length_lapped, h_ef=h_ef, c_c=cage.cover))


def _held(cage: Cage, one: Reaction, side: Side, trace: Bare) -> Held:
    """Tension of the rods of a side, and what the bars near them hold, kip."""
    demand = group_tension(cage.rod, one, side, trace)
    strength = trace(
        eq.bars_tension, phi_A=cage.pack.anchorage.phi_bars.number,
        n_a=trace.known(float(near(cage, side).number), "bars beside the rods in tension"),
        A_b=cage.bar.area, f_yb=cage.fy, f_lim=cage.pack.material.yield_limit.number,
    )  # fmt: skip
    return Held(demand, strength)


def _worst(cage: Cage, one: Reaction) -> Side | None:
    """The rods in tension, their circle turned so that they ask for most; None if none is."""
    sides = [pulled_side(cage.rod, one, turn) for turn in turns(int(cage.rod.number))]
    pulled = [side for side in sides if side.number]
    silent = Bare()
    return max(pulled, key=lambda side: _held(cage, one, side, silent).ratio, default=None)


def hold_bars(cage: Cage, reactions: Sequence[Reaction], trace: Bare) -> float | None:
    """Hold the bars that take the rods' tension; how far the farthest is from a rod, in.

    None if no rod is in tension; endless if no bar is near.
    """
    pack = cage.pack
    pulled = [one for one in reactions if _worst(cage, one) is not None]
    if not pulled:
        return None

    def of(one: Reaction, to: Bare) -> Held:
        side = _worst(cage, one)
        assert side is not None
        return _held(cage, one, side, to)

    worst = hold_governing(
        "anchor.reinforcement", "The bars of the pier near the rods hold their tension", pulled,
        of, trace, subject=IN_CONCRETE, clause=pack.citations.cited(pack.anchorage.phi_bars.clause),
    ).reaction  # fmt: skip
    side = _worst(cage, worst)
    assert side is not None
    offset = near(cage, side).offset
    if cage.below.development is not None and offset < inf:
        _hold_lengths(cage, offset, cage.below.development, trace)
    return offset


def hold_within(cage: Cage, trace: Bare) -> None:
    """Hold the rods within the bars: beside them neither bars nor ties would surround them."""
    trace.subject = IN_CONCRETE
    trace.hold(
        "anchor.reinforcement", "The rods stand within the bars of the pier, and its ties.",
        demand=trace(eq.rods_across, D_r=cage.rod.circle, d_r=cage.rod.diameter),
        capacity=max(trace(eq.cage_inside, r_s=cage.radius, d_b=cage.bar.diameter), 0.0),
        unit="in", clause=cage.pack.citations.cited(cage.pack.anchorage.top_ties.clause),
    )  # fmt: skip
    trace.subject = ""


def _hold_lengths(cage: Cage, offset: float, l_d: float, trace: Bare) -> None:
    rules, below, cited = cage.pack.anchorage, cage.below, cage.pack.citations.cited
    reading = cage.foot.taken.lap
    held = lapped(cage, offset, reading, trace)
    rule = rules.cone if reading == "cone" else rules.lap
    trace.hold(
        "anchor.reinforcement", "The bars are developed above the rods' cone.",
        demand=held.demand, capacity=max(held.capacity, 0.0), unit="in",
        clause=cited(rule.clause),
    )  # fmt: skip
    l_u = trace(eq.length_below, h_p=below.depth, c_c=cage.cover, h_ef=cage.rod.embedment)
    trace.hold(
        "anchor.reinforcement", "The bars are developed below the rods.",
        demand=l_d, capacity=max(l_u, 0.0), unit="in", clause=cited(rules.phi_bars.clause),
    )  # fmt: skip


def hold_ties(foot: Foot, pack: ConcretePack, reactions: Sequence[Reaction], trace: Bare) -> bool:
    """Hold the ties at the top that take the rods' shear; whether they are given."""
    rules, below = pack.anchorage, foot.below
    assert below is not None
    pier = below.pier
    if pier is None or pier.ties is None or pier.top_ties is None:
        return False
    tie = pack.bars.bar(pier.ties.size)
    if tie is None:
        return False
    small = tie.size <= pack.ties.small.value
    least = rules.top_ties_small if small else rules.top_ties
    number = trace.known(pier.top_ties, "/support/pier/top_ties")
    trace.hold(
        "anchor.reinforcement", "Enough ties enclose the rods at the top of the pier.",
        demand=least.number, capacity=number, unit="1",
        clause=pack.citations.cited(least.clause),
    )  # fmt: skip
    trace.subject = IN_CONCRETE
    strength = trace(
        eq.ties_shear, phi_A=rules.phi_bars.number, n_tt=number, A_t=tie.area, f_yb=pier.fy_ksi,
        f_lim=pack.material.tie_yield_limit.number,
    )  # fmt: skip

    def of(one: Reaction, to: Bare) -> Held:
        return Held(to(eq.shear_in_kips, V_e=one.shear), strength)

    hold_governing(
        "anchor.reinforcement", "The ties at the top hold the rods' shear", reactions, of, trace,
        subject=IN_CONCRETE, clause=pack.citations.cited(rules.phi_bars.clause),
    )  # fmt: skip
    trace.subject = ""
    return True
