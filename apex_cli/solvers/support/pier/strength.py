"""Flexural strength beside an axial load: the neutral axis searched, then shown."""

from collections.abc import Callable
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.quantities import SEARCHED
from apex_cli.solvers.support.equations import pier_section
from apex_cli.solvers.support.pier.cage import Cage, section
from apex_cli.solvers.support.pier.section import Section, squash, state

_DUST = 1e-12
"""Of the greatest axial strength: what the search may leave of the axial load."""
SAME_FLOAT = 1e-15
"""Of itself: a bracket that holds no more numbers."""


class Strength(NamedTuple):
    """Design flexural strength (kip-ft) and the neutral axis (in); None: no equilibrium."""

    moment: float
    c: float | None


def strength(shape: Section, pack: ConcretePack, P_u: float) -> Strength:
    """Strength of the section beside an axial load (lbf), without a word."""
    bare = Bare()
    most = squash(shape, pack, bare)
    pulled = -1000 * pack.flexure.phi_tension.value * shape.f_y * shape.A_st
    if not pulled < P_u <= most:
        return Strength(0.0, None)

    def over(c: float) -> float:
        found = state(shape, pack, c, bare)
        return found.phi * found.P_n - P_u

    c = _crossing(over, pulled - P_u, shape.h, _DUST * most)
    found = state(shape, pack, c, bare)
    return Strength(found.phi * found.M_n, c)


def _crossing(over: Callable[[float], float], at_zero: float, high: float, dust: float) -> float:
    """Where a function that rises comes from below to zero, within dust of it.

    Where the block grows over a bar, the concrete that the bar displaces goes at once: the function
    falls there, never jumps up, so that what is bracketed is a place where it is continuous. Chords
    are drawn; every third step halves the bracket.

    Args:
        over: The function.
        at_zero: Its limit at zero, below zero.
        high: Where to look first.
        dust: How far above zero it may end.
    """
    low, below = 0.0, at_zero
    while (above := over(high)) < 0:
        low, below, high = high, above, 4 * high
    step = 0
    while above > dust and low < high * (1 - SAME_FLOAT):
        step += 1
        share = 0.5 if step % 3 == 0 else below / (below - above)
        c = low + (high - low) * share
        found = over(c)
        if found < 0:
            low, below = c, found
        else:
            high, above = c, found
    return high


def weakest(cage: Cage, pack: ConcretePack, P_u: float) -> tuple[int, Strength]:
    """The direction of bending in which the pier is weakest, and its strength there."""
    bare = Bare()
    found = [strength(section(cage, direction, bare), pack, P_u) for direction in (0, 1)]
    worst = 0 if found[0].moment <= found[1].moment else 1
    return worst, found[worst]


def show(shape: Section, found: Strength, pack: ConcretePack, trace: Bare) -> float:
    """Write the equilibrium down; the design flexural strength, kip-ft."""
    squash(shape, pack, trace)
    if found.c is None:
        return 0.0
    at = state(shape, pack, trace.known(found.c, SEARCHED), trace)
    trace(pier_section.axial_strength, phi=at.phi, P_n=at.P_n)
    return trace(pier_section.flexural_strength, phi=at.phi, M_n=at.M_n)
