"""One spread footing of given size: bearing, overturning and sliding."""

from operator import itemgetter

from apex_cli.equations import Bare
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import bearing_equations as two
from apex_cli.solvers.footing import ordinance
from apex_cli.solvers.footing import spread_equations as eq
from apex_cli.solvers.footing.bearing import along_side, on_corner
from apex_cli.solvers.footing.result import Corner, Stability
from apex_cli.solvers.footing.sliding import sliding
from apex_cli.solvers.footing.spread_case import (
    GRAVITY,
    HOPELESS,
    UPLIFT,
    Load,
    Site,
    Size,
    State,
)
from apex_cli.solvers.footing.weights import Weights, weigh
from apex_cli.solvers.limits import SAME, beyond, most

LOCAL = "overturning by the ordinance"


def examine(site: Site, size: Size, demand: Demand, trace: Bare) -> State:
    """Bearing, overturning and sliding of a footing of this size, the worse of both directions.

    Wind along the sign bends the footing about its other axis, so it is held with its sides
    exchanged. A round footing, and one on which the wind may come from anywhere, are alike in both
    and carry the most of either.
    """
    along = demand.along()
    if along is None or site.turning or site.shape == "round":
        return _examine(site, size, demand, trace)
    front = _examine(site, size, demand.facing(), trace)
    seen, other = _exchanged(site), Size(size.L, size.B)
    worse = _worse(front, _examine(seen, other, along, trace.aside()))
    if not worse:
        return front._replace(worse=())
    about = trace.subject
    trace.subject = f"{about}, side" if about else "side"
    side = _examine(seen, other, along, trace)
    trace.subject = about
    state = front
    if "bearing" in worse:
        state = side._replace(
            overturning=front.overturning, overturning_across=front.overturning_across,
            sliding=front.sliding, sided=True,
        )  # fmt: skip
    if "overturning" in worse:
        state = state._replace(overturning=side.overturning)
    if "sliding" in worse:
        state = state._replace(sliding=side.sliding)
    if LOCAL in worse:
        state = state._replace(local=side.local)
    return state._replace(worse=worse)


def _exchanged(site: Site) -> Site:
    """The same with the stem seen from the side."""
    stem = site.stem
    return site if stem is None else site._replace(stem=stem._replace(w=stem.l, l=stem.w))


def _worse(front: State, side: State) -> tuple[str, ...]:
    """In what the side asks for more; a footing that tips over has no pressure to compare."""

    def ratios(state: State) -> tuple[tuple[str, float], ...]:
        return (
            ("bearing", HOPELESS if state.bearing is None else state.bearing),
            ("overturning", state.overturning.ratio),
            ("sliding", 0.0 if state.sliding is None else state.sliding.ratio),
            (LOCAL, 0.0 if state.local is None else state.local.ratio),
        )

    pairs = zip(ratios(front), ratios(side), strict=True)
    return tuple(name for (name, one), (_, other) in pairs if beyond(other, one))


def _examine(site: Site, size: Size, demand: Demand, trace: Bare) -> State:
    """Bearing, overturning and sliding with the wind along side B.

    Source: statics of a rigid footing; ASCE 7 2.4.1 for the combinations; IBC 1806.3.2.
    """
    weights = weigh(site, size, demand.axial_lbf, trace)
    W, dry = weights.borne, weights.dry
    if site.turning and size.L < size.B:
        size = Size(size.L, size.B)
    f_D = site.pack.combinations.dead.number
    W_r = _counted(weights.held, weights, f_D, demand, trace)
    light = Load(UPLIFT, W_r, *_moments(site, demand, trace, f_D))
    M_r = trace(eq.resisting_moment, W_r=W_r, B=size.B)
    overturning = _held(light.M_b, M_r)
    across = None
    if light.M_y:
        across = _held(light.M_y, trace(two.resisting_moment_across, W_r=W_r, L=size.L))
    local = None
    if site.local is not None:
        M_o = _moments(site, demand, trace)[0] if _sustained(demand) else light.M_b
        local = ordinance.overturning(site, size, weights.held, M_o, trace)
    if not W_r:
        slides = sliding(site, size, demand.lateral_lbf, (light, size.B / 2), trace)
        return State(
            None, None, None, None, 0.0, UPLIFT, None, overturning, across, slides, local=local
        )
    e_r = trace(eq.eccentricity, M_b=light.M_b, W=W_r)
    q_r, _ = along_side(site, size, W_r, e_r, trace)
    heavy = Load(GRAVITY, W, light.M_b, 0.0)
    if _sustained(demand):
        heavy = Load(GRAVITY, W, *_moments(site, demand, trace))
    e = trace(eq.eccentricity, M_b=heavy.M_b, W=W)
    q, q_min = along_side(site, size, W, e, trace)
    loads, pressures = [heavy, light], [q, q_r]
    if dry != W:  # the ground water may fall
        e_d = trace(eq.eccentricity, M_b=heavy.M_b, W=dry)
        loads.append(heavy._replace(W=dry))
        pressures.append(along_side(site, size, dry, e_d, trace)[0])
    q_side, combination = _greatest(loads, pressures)
    corner: Corner | None = None
    q_max = q_side
    if q_side is not None and site.shape != "round" and (site.turning or light.M_y):
        corner = on_corner(site, size, loads, trace)
        if corner is None:
            q_max, combination = None, UPLIFT
        else:
            q_max, combination = corner.pressure_psf, corner.combination
    return State(
        e=e,
        q_side=q_side,
        corner=corner,
        q_max=q_max,
        q_min=q_min,
        combination=combination,
        bearing=None if q_max is None else q_max / site.allowable_psf,
        overturning=overturning,
        overturning_across=across,
        sliding=sliding(site, size, demand.lateral_lbf, (light, e_r), trace),
        local=local,
    )


def _counted(W: float, weights: Weights, f_D: float, demand: Demand, trace: Bare) -> float:
    """What of a weight may be counted on, 0.6D + 0.6W: uplift and buoyancy count in full."""
    W_r = trace(eq.resisting_weight, omega_D=f_D, W=W, D=demand.axial_lbf)
    if not weights.lift:
        return W_r
    return trace(eq.resisting_in_water, W_r=W_r, omega_D=f_D, U=weights.lift)


def _greatest(loads: list[Load], pressures: list[float | None]) -> tuple[float | None, str]:
    """The greatest pressure and its combination; None if under one of them the footing tips."""
    found = [
        (one, load.name) for one, load in zip(pressures, loads, strict=True) if one is not None
    ]
    return most(found, itemgetter(0)) if len(found) == len(pressures) else (None, UPLIFT)


def _held(demand: float, resistance: float) -> Stability:
    """A moment against what resists it."""
    ratio = demand / resistance if resistance else HOPELESS
    return Stability(demand, resistance, "lbf-ft", ratio, UPLIFT)


def _sustained(demand: Demand) -> bool:
    """Whether a dead load stands off the axis, by more than rounding."""
    return abs(demand.sustained_kipft) > SAME * abs(demand.wind_kipft)


def _moments(
    site: Site, demand: Demand, trace: Bare, omega_D: float | None = None
) -> tuple[float, float]:
    """The moment at the base along B, and what an offset dead load adds along L, lbf-ft.

    A round footing takes their resultant; where the wind may come from any direction it may turn
    into line with the dead load.
    """
    P = demand.lateral_lbf
    if not _sustained(demand):
        return trace(eq.moment_at_base, P=P, h=demand.height_ft, d_b=site.depth), 0.0
    M_x = trace(two.wind_moment_at_base, M_W=demand.wind_kipft, P=P, d_b=site.depth)
    M_y = trace(two.dead_moment, M_D=demand.sustained_kipft)
    if omega_D is not None:
        M_y = trace(two.resisting_dead_moment, omega_D=omega_D, M_D=M_y)
    if site.turning:
        return trace(two.moments_in_line, M_x=M_x, M_y=M_y), 0.0
    if site.shape == "round":
        return trace(two.moments_across, M_x=M_x, M_y=M_y), 0.0
    return M_x, M_y
