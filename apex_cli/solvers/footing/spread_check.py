"""One spread footing of given size: bearing, overturning and sliding."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.footing import FootingPack, SpreadRules
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import equations as pier
from apex_cli.solvers.footing import spread_equations as eq
from apex_cli.solvers.footing.result import Stability
from apex_cli.solvers.footing.soil import Ground

GRAVITY = "D + 0.6W"
UPLIFT = "0.6D + 0.6W"
# Ratio of what has no resistance at all.
HOPELESS = 1e12


class Site(NamedTuple):
    """What does not change while a size is sought.

    Args:
        pack: The pack.
        rules: Its rules for spread footings.
        soil: The ground.
        allowable_psf: Allowable vertical bearing.
        t: Thickness, ft.
        depth: Depth of the bottom, ft.
    """

    pack: FootingPack
    rules: SpreadRules
    soil: Ground
    allowable_psf: float
    t: float
    depth: float


class Size(NamedTuple):
    """Sides along and across the wind, ft."""

    B: float
    L: float


class State(NamedTuple):
    """How a footing of some size stands.

    Args:
        e: Eccentricity under D + 0.6W, ft; None if nothing presses on the ground.
        q_max: Greatest pressure of both combinations, psf; None if the footing tips over.
        q_min: Least pressure under D + 0.6W, psf.
        combination: The combination that gives the greatest pressure.
        bearing: Ratio of the greatest pressure to the allowable one; None if the footing tips over.
        overturning: Under 0.6D + 0.6W.
        sliding: Under 0.6D + 0.6W; None if the ground gives neither friction nor cohesion.
    """

    e: float | None
    q_max: float | None
    q_min: float
    combination: str
    bearing: float | None
    overturning: Stability
    sliding: Stability | None

    @property
    def ratios(self) -> dict[str, float]:
        """Demand over capacity of everything that can govern."""
        found = {"overturning": self.overturning.ratio}
        if self.bearing is not None:
            found = {"bearing": self.bearing, **found}
        if self.sliding is not None:
            found["sliding"] = self.sliding.ratio
        return found


def examine(site: Site, size: Size, demand: Demand, trace: Bare) -> State:
    """Bearing, overturning and sliding of a footing of this size.

    Source: statics of a rigid footing; ASCE 7 2.4.1 for the combinations; IBC 1806.3.2.
    """
    W = _weight(site, size, demand, trace)
    f_D = site.pack.combinations.dead.known
    W_r = trace(eq.resisting_weight, omega_D=f_D, W=W, D=demand.axial_lbf)
    M_b = trace(eq.moment_at_base, P=demand.lateral_lbf, h=demand.height_ft, d_b=site.depth)
    M_r = trace(eq.resisting_moment, W_r=W_r, B=size.B)
    overturning = Stability(M_b, M_r, "lbf-ft", M_b / M_r if M_r else HOPELESS, UPLIFT)
    if not W_r:
        slides = _sliding(site, size, demand, (W_r, size.B / 2), trace)
        return State(None, None, 0.0, UPLIFT, None, overturning, slides)
    e_r = trace(eq.eccentricity, M_b=M_b, W=W_r)
    q_r, _ = _pressures(size, W_r, e_r, trace)
    e = trace(eq.eccentricity, M_b=M_b, W=W)
    q, q_min = _pressures(size, W, e, trace)
    q_max = None if q is None or q_r is None else max(q, q_r)
    return State(
        e=e,
        q_max=q_max,
        q_min=q_min,
        combination=GRAVITY if q_max == q else UPLIFT,
        bearing=None if q_max is None else q_max / site.allowable_psf,
        overturning=overturning,
        sliding=_sliding(site, size, demand, (W_r, e_r), trace),
    )


def _weight(site: Site, size: Size, demand: Demand, trace: Bare) -> float:
    """W: structure, footing and, if its unit weight is known, the soil upon it."""
    A_b = trace(pier.area_rectangle, w=size.B, l=size.L)
    gamma_c = site.pack.materials.concrete_unit_weight.known
    gamma_s = site.soil.unit_weight
    if gamma_s is None:
        return trace(eq.weight, D=demand.axial_lbf, A_b=A_b, t=site.t, gamma_c=gamma_c)
    return trace(
        eq.weight_with_soil,
        D=demand.axial_lbf,
        A_b=A_b,
        t=site.t,
        gamma_c=gamma_c,
        d_b=site.depth,
        gamma_s=gamma_s,
    )


def _pressures(size: Size, W: float, e: float, trace: Bare) -> tuple[float | None, float]:
    """Greatest and least pressure under the base; no greatest one if the resultant misses it."""
    B, L = size
    if e <= B / 6:
        least = trace(eq.least_pressure_in_kern, W=W, B=B, L=L, e=e)
        return trace(eq.pressure_in_kern, W=W, B=B, L=L, e=e), least
    if e < B / 2:
        return trace(eq.pressure_outside_kern, W=W, L=L, B=B, e=e), 0.0
    return None, 0.0


def _sliding(
    site: Site, size: Size, demand: Demand, resisting: tuple[float, float], trace: Bare
) -> Stability | None:
    W_r, e_r = resisting
    soil = site.soil
    resistances: list[float] = []
    if soil.friction is not None:
        resistances.append(trace(eq.sliding_friction, mu=soil.friction, W_r=W_r))
    if soil.cohesion is not None:
        f_c = site.rules.cohesion_fraction.known
        resistances.append(
            trace(eq.sliding_cohesion, c=soil.cohesion, L=size.L, B=size.B, e=e_r, f_c=f_c, W_r=W_r)
        )
    if not resistances:
        return None
    P, R_s = demand.lateral_lbf, min(resistances)
    return Stability(P, R_s, "lbf", P / R_s if R_s else HOPELESS, UPLIFT)
