"""What of a case of the wind acts above a height."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers import sums
from apex_cli.solvers.acting import Blow, Load
from apex_cli.solvers.support.equations import acting as eq


class Sums(NamedTuple):
    """The forces of a case above a height.

    Args:
        V: Their sum, lbf.
        M: Their moment about the height, kip-ft.
        T_o: Torsion of their offsets, kip-ft; None: none has one.
        T_e: Torsion of their eccentricities.
        J_o: Moment of the torsion of the offsets about the height, kip-ft2.
        J_e: The same of the eccentricities.
    """

    V: float
    M: float
    T_o: float | None
    T_e: float | None
    J_o: float | None
    J_e: float | None


class _Part(NamedTuple):
    """What of a force acts above a height: lbf, ft, and its levers, ft."""

    force: float
    height: float
    offset: float
    arm: float


def quiet_sums(blow: Blow, z: float) -> Sums | None:
    """The sums of `told_sums`, each number the same: a search passes here at every height."""
    V = M = T_o = T_e = J_o = J_e = 0.0
    o = e = False
    for load in blow.loads:
        F, h = load.force, load.height
        bottom, top = extent(load)
        if z > bottom:
            if z >= top:
                continue
            F, h = eq.part_above(F=F, z_t=top, z_b=bottom, z=z), eq.height_of_part(z_t=top, z=z)
        V += F
        M += F * h
        if load.offset:
            T_o, J_o, o = T_o + F * load.offset, J_o + F * h * load.offset, True
        if load.arm:
            T_e, J_e, e = T_e + F * load.arm, J_e + F * h * load.arm, True
    if not V:
        return None
    M, T_o, T_e, J_o, J_e = M / 1000, T_o / 1000, T_e / 1000, J_o / 1000, J_e / 1000
    if z > 0:
        M = eq.moment_at(M_0=M, V=V, z=z)
        J_o, J_e = eq.twist_at(J_0=J_o, T=T_o, z=z), eq.twist_at(J_0=J_e, T=T_e, z=z)
    return Sums(
        V, M, T_o if o else None, T_e if e else None, J_o if o else None, J_e if e else None
    )


def told_sums(blow: Blow, z: float, trace: Bare, *, shared: bool) -> Sums | None:
    """The sums of all that acts above a height.

    Args:
        blow: The case.
        z: Height, ft.
        trace: Calls the equations.
        shared: Whether several poles share it, so that its moments of torsion are wanted.
    """
    parts = [part for load in blow.loads if (part := _above(load, z, trace)) is not None]
    if not parts:
        return None
    forces, heights = [part.force for part in parts], [part.height for part in parts]
    V = sums.summed(trace, sums.SHEAR, forces)
    M = sums.summed(trace, sums.MOMENT, forces, heights)
    if z > 0:
        M = trace(eq.moment_at, M_0=M, V=V, z=known_height(z, trace))
    T_o, J_o = _turning([part for part in parts if part.offset], "offset", z, trace, shared=shared)
    T_e, J_e = _turning([part for part in parts if part.arm], "arm", z, trace, shared=shared)
    return Sums(V, M, T_o, T_e, J_o, J_e)


def _turning(
    parts: list[_Part], lever: str, z: float, trace: Bare, *, shared: bool
) -> tuple[float | None, float | None]:
    """Torsion of these forces (kip-ft), and its moment about a height (kip-ft2)."""
    if not parts:
        return None, None
    forces, heights = [part.force for part in parts], [part.height for part in parts]
    levers = [getattr(part, lever) for part in parts]
    T = sums.summed(trace, sums.TORSION, forces, levers)
    if not shared:
        return T, None
    J = sums.summed(trace, sums.TWIST, forces, heights, levers)
    return T, trace(eq.twist_at, J_0=J, T=T, z=known_height(z, trace)) if z > 0 else J


def extent(load: Load) -> tuple[float, float]:
    """From and to which height a force is spread evenly, ft: about where its resultant acts.

    >>> extent(Load(100.0, 13.0, None, None, 10.0, 20.0))
    (10.0, 16.0)
    """
    half = min(load.height - load.bottom, load.top - load.height)
    return load.height - half, load.height + half


def _above(load: Load, z: float, trace: Bare) -> _Part | None:
    """What of a force acts above a height."""
    force, height = load.force, load.height
    offset, arm = load.offset or 0.0, load.arm or 0.0
    bottom, top = extent(load)
    if z <= bottom:
        return _Part(force, height, offset, arm)
    if z >= top:
        return None
    end, at = trace.known(top, "upper end of the force"), known_height(z, trace)
    low = trace.known(bottom, "lower end of the force")
    part = trace(eq.part_above, F=force, z_t=end, z_b=low, z=at)
    return _Part(part, trace(eq.height_of_part, z_t=end, z=at), offset, arm)


def known_height(z: float, trace: Bare) -> float:
    """A height that was chosen to be looked at, ft."""
    return trace.known(z, "height")
