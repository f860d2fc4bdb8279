"""Holds the worst of every load and direction, in silence first, then written down."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.solvers.contact import EDGE
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.slab.body import Body
from apex_cli.solvers.support.slab.place import Place
from apex_cli.solvers.support.slab.press import Stand, stand

OFF = 0.501
"""Of the side, at least, that a load is off the middle which misses the slab."""


class Job(NamedTuple):
    """A slab that is checked: its place, concrete, how it stands, and where that is written."""

    place: Place
    body: Body
    widths: tuple[float, float]
    stands: Sequence[Stand]
    trace: Bare

    @property
    def pack(self) -> ConcretePack:
        """The edition of ACI 318."""
        return self.body.pack


class Asked(NamedTuple):
    """A check of sections: its name, words, unit and clause."""

    id: str
    what: str
    unit: str
    clause: str


class Held(NamedTuple):
    """The worst of a check: under which load, along which side, demand and capacity."""

    under: Stand
    axis: int
    demand: float
    capacity: float


Demand = Callable[[Stand, int, Bare], float]
Capacity = Callable[[int, Bare], float]


def worst(job: Job, demand: Demand, capacity: Capacity) -> Held:
    """The load and direction that ask for most of what there is, without a word."""
    bare = Bare()
    found = [
        Held(under, axis, max(demand(under, axis, bare), 0.0), strong)
        for axis in (0, 1)
        for strong in [capacity(axis, bare)]
        for under in job.stands
    ]
    return most(found, lambda it: _ratio(it.demand, it.capacity), lambda it: it.demand)


def hold_worst(job: Job, asked: Asked, demand: Demand, capacity: Capacity) -> Held:
    """Hold the load and direction that ask for most of what there is."""
    trace = job.trace
    under, axis, _, _ = worst(job, demand, capacity)
    trace.subject = f"slab, {under.words}"
    under = stand(job.place, under.load, trace)
    found = Held(under, axis, max(demand(under, axis, trace), 0.0), capacity(axis, trace))
    trace.hold(
        asked.id, f"{asked.what}, {under.words}.", demand=found.demand,
        capacity=found.capacity, unit=asked.unit, clause=job.pack.citations.cited(asked.clause),
    )  # fmt: skip
    trace.subject = "slab"
    return found


def _ratio(demand: float, capacity: float) -> float:
    if capacity:
        return demand / capacity
    return float("inf") if demand else 0.0


def hold_standing(
    place: Place, stands: Sequence[Stand], trace: Bare, *, clause: str
) -> list[Stand]:
    """Hold the slab against tipping over at strength level; the loads under which it stands."""
    far = most(stands, lambda one: _off(place, one))
    trace.subject = f"slab, {far.words}"
    far = stand(place, far.load, trace)
    trace.hold(
        "slab.flexure",
        "The slab stands at strength level, so that a pressure without tension holds it: the load "
        f"is less than half a side off the middle, {far.words}.",
        demand=_off(place, far), capacity=EDGE, unit="1", clause=clause,
    )  # fmt: skip
    standing = [one for one in stands if one.contact is not None]
    trace.subject = "slab"
    return standing


def _off(place: Place, one: Stand) -> float:
    """How far the load stands off the middle, as a part of the side."""
    if one.W <= 0:
        return 1.0
    off = max(e / side for e, side in zip(one.e, place.sides, strict=True))
    return off if one.contact is not None else max(off, OFF)
