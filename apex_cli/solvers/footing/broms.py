"""Short piers, free at the head, by Broms' method in clay and in sand."""

from apex_cli.equations import Bare
from apex_cli.packs.footing import BromsRules
from apex_cli.quantities import SEARCHED
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import broms_equations as eq
from apex_cli.solvers.footing.case import Capacity, Case, Lateral, PierMethod
from apex_cli.solvers.footing.roots import positive_root
from apex_cli.solvers.footing.soil import missing


def _clay(case: Case, demand: Demand, trace: Bare) -> Lateral:
    """Length in clay: closed form."""
    rules: BromsRules = case.rules
    _tell(case, rules, trace)
    c, D = _strength(case), case.b
    V_F = _ultimate(case, rules, demand, trace)
    q = trace(eq.shear_length, V_F=V_F, c=c, D=D)
    length = trace(eq.length_clay, D=D, q=q, H=demand.height_ft)
    moment = trace(eq.moment_clay, V_F=V_F, H=demand.height_ft, D=D, q=q)
    return Lateral(length, None, (), moment_kipft=moment)


def _clay_capacity(
    case: Case, demand: Demand, depth_ft: float, _lateral: Lateral, trace: Bare
) -> Capacity:
    rules: BromsRules = case.rules
    f = trace(eq.shear_length_of, H=demand.height_ft, D=case.b, L=depth_ft)
    factors = _factors(case, rules)
    return Capacity(trace(eq.load_clay, c=_strength(case), D=case.b, f=f, **factors), None)


def _sand(case: Case, demand: Demand, trace: Bare) -> Lateral:
    """Length in sand: the root of a cubic, shown by putting it in."""
    rules: BromsRules = case.rules
    _tell(case, rules, trace)
    gamma, phi = _weight(case), _angle(case)
    D, H = case.b, demand.height_ft
    V_F = _ultimate(case, rules, demand, trace)
    K_p = trace(eq.passive_coefficient, phi=phi)
    p = 2 * V_F / (K_p * gamma * D)
    L_0 = trace.known(trace.aside()(positive_root, p, p * H), SEARCHED)
    L = trace(eq.length_sand, V_F=V_F, H=H, L_0=L_0, K_p=K_p, gamma=gamma, D=D)
    f = trace(eq.shear_depth_sand, V_F=V_F, K_p=K_p, gamma=gamma, D=D)
    moment = trace(eq.moment_sand, V_F=V_F, H=H, f=f)
    return Lateral(L, 3 * K_p * gamma * L, (), moment_kipft=moment)


def _sand_capacity(
    case: Case, demand: Demand, depth_ft: float, _lateral: Lateral, trace: Bare
) -> Capacity:
    rules: BromsRules = case.rules
    K_p = trace(eq.passive_coefficient, phi=_angle(case))
    factors = _factors(case, rules)
    D, H = case.b, demand.height_ft
    load = trace(eq.load_sand, gamma=_weight(case), D=D, L=depth_ft, K_p=K_p, H=H, **factors)
    return Capacity(load, None)


def _tell(case: Case, rules: BromsRules, trace: Bare) -> None:
    """Say where the factors come from, and what of the footing is not used."""
    told = _factors(case, rules)
    words = f"Overload {told['lf']:g} and undercapacity {told['phi_s']:g} are"
    if (given := case.footing.broms_factors) is not None:
        trace.assume(f"{words} the project's own: {given.source}.")
    else:
        trace.warn(
            "footing.broms_factors",
            "review",
            f"{words} quoted from memory.",
            f"{case.pack.standard} {rules.overload_factor.clause}",
        )
    for name in ("isolated_pole", "depth_limit", "pressure_increase"):
        if getattr(case.footing, name):
            trace.assume(f"footing.{name} is not used: it belongs to the IBC.")
    if case.footing.constraint == "constrained":
        trace.assume("The restraint at grade is not counted on: the pier is free at its head.")


def _factors(case: Case, rules: BromsRules) -> dict[str, float]:
    """Overload and undercapacity: those that the project gives, else the pack's."""
    given = case.footing.broms_factors
    if given is not None:
        return {"phi_s": given.undercapacity, "lf": given.overload}
    return {"phi_s": rules.resistance_factor.number, "lf": rules.overload_factor.number}


def _ultimate(case: Case, rules: BromsRules, demand: Demand, trace: Bare) -> float:
    return trace(eq.ultimate_shear, V=demand.lateral_lbf, **_factors(case, rules))


def _strength(case: Case) -> float:
    return _needed(case, case.ground.strength, "/soil/undrained_shear_strength_psf")


def _weight(case: Case) -> float:
    return _needed(case, case.ground.unit_weight, "/soil/unit_weight_pcf")


def _angle(case: Case) -> float:
    return _needed(case, case.ground.angle, "/soil/friction_angle_deg")


def _needed(case: Case, value: float | None, pointer: str) -> float:
    if value is None:
        raise missing(pointer, f"{case.pack.ref} needs it, and none is assumed", case.pack)
    return value


CLAY = PierMethod("Broms, clay, free head", "13.6.1.1", "broms", _clay, _clay_capacity)
SAND = PierMethod("Broms, sand, free head", "13.6.1", "broms", _sand, _sand_capacity)
