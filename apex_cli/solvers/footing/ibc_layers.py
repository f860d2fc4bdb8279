"""Piers by IBC 1807.3 in layers: the lateral bearing of the layer that the equation asks about.

Eq. 18-1 asks for the lateral bearing at a third of the depth, Eq. 18-2 and 18-3 for that at the
depth. The layer there gives it, per foot of the depth from where the ground begins to resist. The
depths are scanned layer by layer, and the least that carries is the answer; the other reading, the
weakest layer that the pier passes through, stands beside it.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.packs.footing import LateralRules, Reading
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import ibc
from apex_cli.solvers.footing import pier_equations as eq
from apex_cli.solvers.footing.case import Capacity, Case, Lateral, PierMethod
from apex_cli.solvers.footing.clauses import cited
from apex_cli.solvers.footing.ibc_depth import constrained, limited, nonconstrained
from apex_cli.solvers.footing.result import Alternative
from apex_cli.solvers.footing.soil import Stratum

WEAKEST = "weakest layer"
_DUST = 1e-9
"""Feet that rounding may put a depth above or below the edge of a layer."""

Solve = Callable[[float], float]
"""From S, psf/ft, to the depth that carries in such ground alone, ft."""


class _Layer(Struct, frozen=True):
    """A layer that resists: its edges below where the ground begins to, ft, and its S, psf/ft."""

    stratum: Stratum
    top: float
    bottom: float
    S: float


class _Found(Struct, frozen=True):
    """The least depth that carries, ft, the layer that gives S for it, and the weakest reading."""

    depth: float
    layer: _Layer
    weakest: float


class _Equation(Struct, frozen=True):
    """Where an equation asks for S: at the depth over `parts`, the depth at most the limit, ft."""

    parts: int
    limit: float
    solve: Solve

    def at(self, layers: Sequence[_Layer], depth: float) -> _Layer:
        """The layer that gives S for a pier of this depth; an edge belongs to the layer below."""
        d = min(depth, self.limit) + _DUST
        return next(layer for layer in layers if d < self.parts * layer.bottom)

    def least(self, layers: Sequence[_Layer]) -> _Found:
        """The least depth at which what the layer gives covers what is asked."""
        depths = ((max(self.solve(one.S), self.parts * one.top), one) for one in layers)
        depth, layer = next(
            (d, one) for d, one in depths if min(d, self.limit) + _DUST < self.parts * one.bottom
        )
        lowest = accumulate((one.S for one in layers), min)
        through = zip(map(self.solve, lowest), layers, strict=True)
        weakest = next(d for d, one in through if d <= one.bottom + _DUST)
        return _Found(depth, layer, weakest)


def _lateral(case: Case, demand: Demand, trace: Bare) -> Lateral:
    """Required depth of a pier under a lateral load."""
    rules: LateralRules = case.rules
    layers, silent = _layers(case), trace.aside()
    free = {name: _free(case, demand, name, silent).least(layers) for name in rules.limits_ft}
    found = free[_reading(case)]
    if case.footing.constraint == "constrained":
        held = _held(case, demand, silent).least(layers)
        if held.depth <= found.depth:
            ibc.rely_on_restraint(case, trace)
            S = _told(case, held, "the depth", trace)
            lateral = ibc.show_constrained(case, demand, S, held.depth, trace)
            depth = _into(case, held, lateral.depth_ft, eq.depth_in_layer, trace)
            return replace(lateral, depth_ft=depth, alternatives=(_other(held),))
        trace.assume(ibc.RESTRAINT_LEFT)
    depths: dict[Reading, float] = {name: one.depth for name, one in free.items()}
    if trace.told:
        ibc.tell_reading(case, depths, trace)
    S = _told(case, found, "a third of the depth", trace)
    lateral = ibc.show_free(case, demand, S, depths, trace)
    depth = _into(case, found, lateral.depth_ft, eq.depth_third_in_layer, trace)
    return replace(lateral, depth_ft=depth, alternatives=(*lateral.alternatives, _other(found)))


def _capacity(
    case: Case, demand: Demand, depth_ft: float, lateral: Lateral, trace: Bare
) -> Capacity:
    """Load that a pier of this depth carries, with S of the layer that it asks about."""
    held = lateral.restrained
    silent = trace.aside()
    equation = _held(case, demand, silent) if held else _free(case, demand, _reading(case), silent)
    layer = equation.at(_layers(case), depth_ft)
    if layer.S != lateral.S:
        S = ibc.bearing_per_foot(case, layer.stratum.lateral, trace)
        lateral = replace(lateral, S=S)
    return ibc.capacity(case, demand, depth_ft, lateral, trace)


def _reading(case: Case) -> Reading:
    reading: Reading = case.footing.depth_limit or case.rules.default_reading
    return reading


def _layers(case: Case) -> list[_Layer]:
    """The layers below where the ground begins to resist."""
    silent = Bare()
    return [
        _Layer(
            one,
            max((one.top or 0.0) - case.idle, 0.0),
            one.bottom - case.idle,
            ibc.bearing_per_foot(case, one.lateral, silent),
        )
        for one in case.ground.strata
        if one.bottom > case.idle
    ]


def _free(case: Case, demand: Demand, reading: Reading, silent: Bare) -> _Equation:
    """Eq. 18-1 under a reading of the 12-ft limit."""
    P, h, b = demand.lateral_lbf, demand.height_ft, case.b
    limit: float = case.rules.limits_ft[reading]

    def solve(S: float) -> float:
        free = silent(nonconstrained, P=P, h=h, b=b, S=S)
        return silent(limited, d=free, P=P, h=h, b=b, S=S, limit_ft=limit)

    return _Equation(3, limit, solve)


def _held(case: Case, demand: Demand, silent: Bare) -> _Equation:
    """Eq. 18-2 or 18-3."""
    rules: LateralRules = case.rules
    limit = min(rules.depth_limit.value, rules.growth_limit.value)
    P, h, b = demand.lateral_lbf, demand.height_ft, case.b

    def solve(S: float) -> float:
        return silent(constrained, P=P, h=h, b=b, S=S, limit_ft=limit)

    return _Equation(1, limit, solve)


def _other(found: _Found) -> Alternative:
    return Alternative(WEAKEST, found.weakest)


def _told(case: Case, found: _Found, where: str, trace: Bare) -> float:
    """S of the layer that carries, and what is said of the choice."""
    layer = found.layer
    if trace.told:
        down = "down" if layer.bottom == inf else f"to {layer.stratum.bottom:g} ft"
        trace.assume(
            f"The lateral bearing is that of the layer at {where}, as the equation asks: "
            f"{layer.stratum.name}, from {layer.stratum.top or 0.0:g} ft {down}, per foot of the "
            f"depth there. With the weakest layer that the pier passes through, the required depth "
            f"is {found.weakest + case.idle:.2f} ft."
        )
        if found.weakest > found.depth + _DUST:
            trace.warn(
                "footing.weaker_layer",
                "review",
                f"The pier passes through a layer weaker than {layer.stratum.name}; with its value "
                f"throughout, the required depth is {found.weakest + case.idle:.2f} ft instead of "
                f"{found.depth + case.idle:.2f} ft.",
                cited(case.pack, "1806.3.3"),
            )
    return ibc.bearing_per_foot(case, layer.stratum.lateral, trace)


def _into(
    case: Case, found: _Found, depth: float, reach: Callable[..., float], trace: Bare
) -> float:
    """The depth, where the layer above would not carry: down to the edge of the one that does."""
    edge = found.layer.stratum.top
    if edge is None or not found.layer.top:
        return depth
    if case.idle:
        edge = trace(eq.depth_that_resists, z=edge, z_0=case.idle)
    return trace(reach, d=depth, d_z=edge)


METHOD = PierMethod("IBC 1807.3 embedded pier", "1807.3.2", "lateral", _lateral, _capacity)
