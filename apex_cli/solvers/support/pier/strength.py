"""Flexural strength beside an axial load: the neutral axis searched, then shown."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.quantities import SEARCHED
from apex_cli.solvers.support.equations import pier_section
from apex_cli.solvers.support.pier.cage import Cage, section
from apex_cli.solvers.support.pier.section import Section, squash, state

_DEEP = 1000.0
"""Depths of the section at which the neutral axis may lie: all bars yield in compression."""


class Strength(NamedTuple):
    """Design flexural strength (kip-ft) and the neutral axis (in); None: no equilibrium."""

    moment: float
    c: float | None


def strength(shape: Section, pack: ConcretePack, P_u: float) -> Strength:
    """Strength of the section beside an axial load (lbf), without a word.

    Where the block grows over a bar, the concrete that the bar displaces goes at once: the axial
    strength falls there, never rises, so that the bisection ends at an equilibrium.
    """
    bare = Bare()
    pulled = -1000 * pack.flexure.phi_tension.value * shape.f_y * shape.A_st
    if not pulled < P_u <= squash(shape, pack, bare):
        return Strength(0.0, None)
    low, high = 0.0, _DEEP * shape.h
    while low < (c := (low + high) / 2) < high:
        found = state(shape, pack, c, bare)
        if found.phi * found.P_n < P_u:
            low = c
        else:
            high = c
    found = state(shape, pack, high, bare)
    return Strength(found.phi * found.M_n, high)


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
