"""Moment and shear of the pier below grade, by each reading.

The building code has no diagram of pressure: what it allows is a pressure that grows with depth,
and the pier is short enough to be rigid. Both make a moment; only the rigid pier has a shear below.
"""

from collections.abc import Callable
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers.support.equations import pier_ground as eq


class Clay(NamedTuple):
    """Undrained shear strength for Broms' method, psf."""

    strength: float


class Sand(NamedTuple):
    """Unit weight (pcf) and angle of friction (degrees) for Broms' method."""

    weight: float
    angle: float


class Ground(NamedTuple):
    """The pier in its ground.

    Args:
        depth: Of its bottom below grade, ft.
        width: That bears against the ground, ft.
        lateral: Allowable lateral bearing per foot of depth, with all factors, psf/ft; None where
            nothing is known of it, or it is not one for the whole depth.
        level: Share of the strength-level load that allowable bearing goes with, 0.6 for 0.6 W;
            1 where it is not known, which makes the moment larger.
        broms: What Broms' method reads, where the footing is by it.
        idle: Depth from grade that resists nothing, ft.
        held: Whether a floor at grade holds the pier.
    """

    depth: float
    width: float
    lateral: float | None = None
    level: float = 1.0
    broms: Clay | Sand | None = None
    idle: float = 0.0
    held: bool = False


class Action(NamedTuple):
    """Moment (kip-ft) by one reading, and its depth from grade (ft)."""

    reading: str
    moment: float
    depth: float


class Rigid(NamedTuple):
    """A rigid pier: what its diagrams are made of, and its greatest shear, lbf."""

    P: float
    e: float
    z_r: float
    k_p: float
    z_m: float
    shear: float


def rigid(ground: Ground, P: float, M: float, trace: Bare) -> Rigid:
    """The rigid pier under this shear (lbf) and moment (kip-ft) at grade."""
    z_i = ground.idle or trace.known(0.0, "the ground resists from grade")
    e = trace(eq.lever, M_g=M, P=P, z_i=z_i)
    d = trace(eq.resisting_depth, L_g=ground.depth, z_i=z_i)
    if ground.held:
        return Rigid(P, e, 0.0, 0.0, 0.0, trace(eq.shear_held, P=P, e_p=e, d=d))
    z_r = trace(eq.rotation_depth, d=d, e_p=e)
    k_p = trace(eq.pressure_growth, P=P, z_r=z_r, d=d)
    z_m = trace(eq.zero_shear_rigid, z_r=z_r, d=d)
    return Rigid(P, e, z_r, k_p, z_m, trace(eq.shear_rigid, k_p=k_p, z_r=z_r, P=P))


def actions(ground: Ground, pier: Rigid, trace: Bare, *, below: float = 0.0) -> list[Action]:
    """The greatest moment at or below a depth (ft), by each reading that is known there.

    Args:
        ground: The pier in its ground.
        pier: Of `rigid`.
        trace: Calls the equations.
        below: Depth above which something else carries the moment: a pole that is embedded.
    """
    if ground.held:
        return [_held(ground, pier, below - ground.idle, trace)]
    known = (_allowed, _rigid, _broms)
    found = [reading(ground, pier, below - ground.idle, trace) for reading in known]
    return [one for one in found if one is not None]


def _held(ground: Ground, pier: Rigid, below: float, trace: Bare) -> Action:
    """The moment of a pier that a floor holds: it grows less from there down."""
    terms = {"P": pier.P, "e_p": pier.e}
    if below <= 0:
        return Action("rigid", trace(eq.moment_held, **terms), ground.idle)
    d = trace(eq.resisting_depth, L_g=ground.depth, z_i=ground.idle)
    z = trace.known(below, "/support/base/depth_ft")
    return Action("rigid", trace(eq.moment_held_below, z_p=z, d=d, **terms), below + ground.idle)


def _rigid(ground: Ground, pier: Rigid, below: float, trace: Bare) -> Action:
    z = pier.z_m if below <= pier.z_m else trace.known(below, "/support/base/depth_ft")
    M = trace(eq.moment_rigid, P=pier.P, e_p=pier.e, z_p=z, k_p=pier.k_p, z_r=pier.z_r)
    return Action("rigid", M, z + ground.idle)


def _allowed(ground: Ground, pier: Rigid, below: float, trace: Bare) -> Action | None:
    if ground.lateral is None:
        return None
    z_0 = trace(
        eq.zero_shear_allowed, f_a=ground.level, P=pier.P, S=ground.lateral, b_p=ground.width
    )
    if not below <= z_0 <= ground.depth - ground.idle:
        return None
    M = trace(eq.moment_allowed, P=pier.P, e_p=pier.e, z_0=z_0)
    return Action("ibc_limit", M, z_0 + ground.idle)


def _broms(ground: Ground, pier: Rigid, below: float, trace: Bare) -> Action | None:
    if ground.broms is None:
        return None
    z_0, moment = _BROMS[type(ground.broms)](ground, pier, trace)
    if not below <= z_0 <= ground.depth - ground.idle:
        return None
    return Action("broms", moment, z_0 + ground.idle)


def _clay(ground: Ground, pier: Rigid, trace: Bare) -> tuple[float, float]:
    assert isinstance(ground.broms, Clay)
    b = ground.width
    z_0 = trace(eq.zero_shear_clay, b_p=b, P=pier.P, c_u=ground.broms.strength)
    return z_0, trace(eq.moment_in_clay, P=pier.P, e_p=pier.e, b_p=b, z_0=z_0)


def _sand(ground: Ground, pier: Rigid, trace: Bare) -> tuple[float, float]:
    assert isinstance(ground.broms, Sand)
    K_p = trace(eq.passive_pressure, phi_s=ground.broms.angle)
    gamma, b = ground.broms.weight, ground.width
    z_0 = trace(eq.zero_shear_sand, P=pier.P, K_p=K_p, gamma=gamma, b_p=b)
    return z_0, trace(eq.moment_allowed, P=pier.P, e_p=pier.e, z_0=z_0)


_BROMS: dict[type, Callable[[Ground, Rigid, Bare], tuple[float, float]]] = {
    Clay: _clay,
    Sand: _sand,
}
"""Depth of no shear and moment there, by the ground."""
