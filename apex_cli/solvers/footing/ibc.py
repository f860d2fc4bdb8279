"""Piers by IBC 1807.3: the depth, shown by putting it into the code's own equations."""

from typing import get_args

from apex_cli.equations import Bare
from apex_cli.packs.footing import LateralRules, Reading
from apex_cli.quantities import SEARCHED
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import equations as eq
from apex_cli.solvers.footing.case import Capacity, Case, Lateral, PierMethod
from apex_cli.solvers.footing.clauses import cited
from apex_cli.solvers.footing.ibc_depth import constrained, limited, nonconstrained
from apex_cli.solvers.footing.result import Alternative
from apex_cli.solvers.footing.soil import missing

READINGS: tuple[Reading, ...] = get_args(Reading)
RESTRAINT_LEFT = (
    "The restraint at grade is not counted on: Eq. 18-1 without it asks for less depth."
)


def _lateral(case: Case, demand: Demand, trace: Bare) -> Lateral:
    """Required depth of a pier under a lateral load."""
    rules: LateralRules = case.rules
    S = bearing_per_foot(case, case.ground.lateral, trace)
    P, h, b = demand.lateral_lbf, demand.height_ft, case.b
    silent = trace.aside()
    free = silent(nonconstrained, P=P, h=h, b=b, S=S)
    depths = {
        name: silent(limited, d=free, P=P, h=h, b=b, S=S, limit_ft=limit)
        for name, limit in rules.limits_ft.items()
    }
    reading = case.footing.depth_limit or rules.default_reading
    if case.footing.constraint == "constrained":
        cap = min(rules.depth_limit.value, rules.growth_limit.value)
        d = silent(constrained, P=P, h=h, b=b, S=S, limit_ft=cap)
        if d <= depths[reading]:
            rely_on_restraint(case, trace)
            return show_constrained(case, demand, S, d, trace)
        trace.assume(RESTRAINT_LEFT)
    if trace.told:
        tell_reading(case, depths, trace)
    return show_free(case, demand, S, depths, trace)


def show_free(
    case: Case, demand: Demand, S: float, depths: dict[Reading, float], trace: Bare
) -> Lateral:
    """Eq. 18-1 with the depth found in its place."""
    reading = case.footing.depth_limit or case.rules.default_reading
    S_1 = pressure(case.rules, reading, S, trace.known(depths[reading], SEARCHED), trace)
    A = trace(eq.parameter_a, P=demand.lateral_lbf, S_1=S_1, b=case.b)
    d = trace(eq.depth_nonconstrained, A=A, h=demand.height_ft)
    return Lateral(d, S_1, tuple([Alternative(name, depth) for name, depth in depths.items()]), S=S)


def rely_on_restraint(case: Case, trace: Bare) -> None:
    """Warn of what carries the reaction at grade."""
    trace.warn(
        "footing.restraint_relied_on",
        "review",
        "The pier leans on a rigid floor or pavement at grade, which must carry the "
        "reaction; that is not checked here.",
        cited(case.pack, "1807.3.2.2"),
    )


def bearing_per_foot(case: Case, lateral: float | None, trace: Bare) -> float:
    """S: the tabular lateral bearing with every factor that the project asks for."""
    footing = case.footing
    rules: LateralRules = case.rules
    if lateral is None:
        raise missing(
            "/soil/lateral_psf_per_ft",
            "no lateral bearing is given, and none is assumed",
            case.pack,
        )
    S: float = lateral
    if footing.isolated_pole:
        S = trace(eq.isolated_pole_bearing, n_p=rules.isolated_pole_factor.number, S_t=S)
        trace.assume(
            "The pole is isolated and half an inch of motion at grade does not harm it: "
            f"{rules.isolated_pole_factor.value:g} times the lateral bearing "
            f"({rules.isolated_pole_factor.clause})."
        )
    elif footing.isolated_pole is None:
        trace.assume(
            "footing.isolated_pole is not given: the lateral bearing is not doubled "
            f"({rules.isolated_pole_factor.clause})."
        )
    if footing.pressure_increase is not None and footing.pressure_increase > 1:
        S = trace(eq.increased_bearing, i_p=footing.pressure_increase, S_t=S)
    return S


def pressure(rules: LateralRules, reading: Reading, S: float, d: float, trace: Bare) -> float:
    """S_1 at the depth d."""
    capped = eq.pressure_depth_capped if reading == "d<=12" else eq.pressure_third_capped
    return trace(capped, S=S, d=d, d_max=rules.depth_limit.number, g_max=rules.growth_limit.number)


def pressure_full(rules: LateralRules, S: float, d: float, trace: Bare) -> float:
    """S_3 at the depth d."""
    limit, growth = rules.depth_limit.number, rules.growth_limit.number
    return trace(eq.pressure_full_depth, S=S, d=d, d_max=limit, g_max=growth)


def show_constrained(case: Case, demand: Demand, S: float, d: float, trace: Bare) -> Lateral:
    """Eq. 18-2 or 18-3 with the depth found in its place."""
    P, h = demand.lateral_lbf, demand.height_ft
    S_3 = pressure_full(case.rules, S, trace.known(d, SEARCHED), trace)
    if case.moment_given:
        M_g = trace(eq.moment_at_grade, P=P, h=h)
        d = trace(eq.depth_constrained_moment, M_g=M_g, S_3=S_3, b=case.b)
    else:
        d = trace(eq.depth_constrained, P=P, h=h, S_3=S_3, b=case.b)
    return Lateral(d, S_3, (), restrained=True, S=S)


def tell_reading(case: Case, depths: dict[Reading, float], trace: Bare) -> None:
    """Say which reading of the 12-ft rule was taken and what the other would give."""
    rules: LateralRules = case.rules
    chosen = case.footing.depth_limit
    reading = chosen or rules.default_reading
    other = next(name for name in READINGS if name != reading)
    limit = rules.depth_limit
    if chosen is None:
        trace.assume(f"The {limit.value:g}-ft limit of {limit.clause} is read as {reading}.")
    if depths[reading] != depths[other]:
        trace.warn(
            "footing.depth_limit_reading",
            "notice" if depths[reading] > depths[other] else "warning",
            f"The {limit.value:g}-ft limit is read as {reading}; read as {other} the required "
            f"depth is {depths[other] + case.idle:.2f} ft instead of "
            f"{depths[reading] + case.idle:.2f} ft.",
            cited(case.pack, limit.clause),
        )


def capacity(
    case: Case, demand: Demand, depth_ft: float, lateral: Lateral, trace: Bare
) -> Capacity:
    """Load that a pier of this depth carries at the same height; `lateral` has its S."""
    rules: LateralRules = case.rules
    h, b = demand.height_ft, case.b
    if lateral.restrained:
        S_3 = pressure_full(rules, lateral.S, depth_ft, trace)
        return Capacity(trace(eq.load_constrained, d=depth_ft, S_3=S_3, b=b, h=h), None)
    reading = case.footing.depth_limit or rules.default_reading
    S_1 = pressure(rules, reading, lateral.S, depth_ft, trace)
    load = trace(eq.load_nonconstrained, d=depth_ft, S_1=S_1, b=b, h=h)
    if case.footing.depth_ft is None:
        return Capacity(load, None)
    A = trace(eq.parameter_a, P=demand.lateral_lbf, S_1=S_1, b=b)
    return Capacity(load, trace(eq.depth_single_pass, A=A, h=h))


METHOD = PierMethod("IBC 1807.3 embedded pier", "1807.3.2", "lateral", _lateral, capacity)
