"""Probes for foundations: a sheet's inputs through the real solver and the bundled packs."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from apex_cli.equations import Bare, Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.foundation import Loads
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.selftest import probes_eurocode
from apex_cli.solvers.footing import broms_equations as broms
from apex_cli.solvers.footing import equations as pier
from apex_cli.solvers.footing import spread_equations as spread
from apex_cli.solvers.footing.bearing import on_corner
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.result import OrdinanceResult, PierResult
from apex_cli.solvers.footing.soil import Ground
from apex_cli.solvers.footing.solve import loads_demand, solve
from apex_cli.solvers.footing.spread_case import Load, Site, Size

Given = Mapping[str, Any]

FT_PER_M = 1 / 0.3048
LBF_PER_KN = 1000 / 4.4482216152605
PSF_PER_KPA = 1000 / 47.88025898033584


@cache
def _pack(ref: str) -> Any:
    return Catalogue().load("footing", ref)[0]


def _solve(
    given: Given, ref: str, soil: dict[str, float], factor: float = 1.0
) -> tuple[PierResult, Trace]:
    """The pier for the sheet's load, and the steps that led to it."""
    options = (
        "constraint",
        "isolated_pole",
        "depth_limit",
        "pressure_increase",
        "shape",
        "depth_ft",
    )
    footing = {"type": "pier", "width_ft": given["b_ft"]}
    footing |= {name: given[name] for name in options if name in given}
    loads = {"lateral_lbf": given["P_lbf"] * factor, "height_ft": given["h_ft"], "level": "asd"}
    project = Inputs.read({"soil": soil, "footing": footing})
    inputs, pack, trace = FootingInputs.of(located(project)), _pack(ref), Trace()
    demands = loads_demand(located(Loads.read(loads), "/loads"), pack, trace)
    result = solve(inputs, pack, demands, trace)
    assert isinstance(result, PierResult)
    return result, trace


def ibc_pier(given: Given) -> dict[str, float]:
    """A pier by IBC 1807.3, solved, or checked at `depth_ft`.

    Args:
        given: pack, P_lbf, h_ft, b_ft (side if `shape` is square), S_psf_per_ft and options of the
            project's footing block.
    """
    soil = {"lateral_psf_per_ft": given["S_psf_per_ft"]}
    result, trace = _solve(given, given["pack"], soil)
    found = {
        "d_ft": result.required_depth_ft,
        "d_m": result.required_depth_ft / FT_PER_M,
        "S_psf": result.lateral_pressure_psf or 0.0,
        "S_kPa": (result.lateral_pressure_psf or 0.0) / PSF_PER_KPA,
        "d_single_pass_ft": result.single_pass_depth_ft or 0.0,
        "P_capacity_lbf": result.lateral_capacity_lbf or 0.0,
        "concrete_yd3": result.concrete_yd3,
        "concrete_kip": result.concrete_weight_lbf / 1000,
    }
    last: dict[str, float] = {step.card.symbol: step.value for step in trace.steps}
    found |= {"b_in": 12 * last.get("b", float(given["b_ft"])), "A_given_ft": last.get("A", 0.0)}
    readings = {one.reading: one.required_depth_ft for one in result.alternatives}
    found |= {f"d_ft[{reading}]": depth for reading, depth in readings.items()}
    return found


def ibc_pier_si(given: Given) -> dict[str, float]:
    """The same in metres, kN and kPa; S_1 and A at the depth given."""
    imperial = dict(given) | {
        "P_lbf": given["P_kN"] * LBF_PER_KN,
        "h_ft": given["h_m"] * FT_PER_M,
        "b_ft": given["b_m"] * FT_PER_M,
        "depth_ft": given["d_m"] * FT_PER_M,
    }
    soil = {"lateral_psf_per_ft": given["S_kPa_per_m"] * PSF_PER_KPA / FT_PER_M}
    result, trace = _solve(imperial, given["pack"], soil)
    last = {step.card.symbol: step.value for step in trace.steps}
    return {
        "S1_kPa": last["S_1"] / PSF_PER_KPA,
        "A_m": last["A"] / FT_PER_M,
        "d_single_pass_m": (result.single_pass_depth_ft or 0.0) / FT_PER_M,
        "d_m": result.required_depth_ft / FT_PER_M,
    }


def fixed_pressure(given: Given) -> dict[str, float]:
    """Eq. 18-1 with a lateral pressure that the sheet fixes."""
    A = pier.parameter_a(P=given["P_lbf"], S_1=given["S1_psf"], b=given["b_ft"])
    found = {"A_ft": A, "d_fixed_ft": pier.depth_nonconstrained(A=A, h=given["h_ft"])}
    if "S_psf_per_ft" in given:
        found["d_ft"] = ibc_pier(given)["d_ft"]
    return found


def width_for_depth(given: Given) -> dict[str, float]:
    """Width for which Eq. 18-1 asks for the given depth: the load it carries grows with it."""
    d, P, h = given["d_ft"], given["P_lbf"], given["h_ft"]
    rules = _pack(given["pack"]).lateral
    S_1 = pier.pressure_depth_capped(
        S=given["S_psf_per_ft"], d=d, d_max=rules.depth_limit.value, g_max=rules.growth_limit.value
    )
    return {"b_ft": P / pier.load_nonconstrained(d=d, S_1=S_1, b=1.0, h=h)}


def spread_pressure(given: Given) -> dict[str, float]:
    """Pressures under a footing with a weight and a moment."""
    W, M, B, L = given["W_lbf"], given["M_lbft"], given["B_ft"], given["L_ft"]
    e = spread.eccentricity(M_b=M, W=W)
    return {
        "e_ft": e,
        "q_max_ksf": spread.pressure_in_kern(W=W, B=B, L=L, e=e) / 1000,
        "q_min_ksf": spread.least_pressure_in_kern(W=W, B=B, L=L, e=e) / 1000,
    }


def biaxial(given: Given) -> dict[str, float]:
    """Greatest pressure under a rectangle with a moment about each axis.

    Args:
        given: pack, B_ft, L_ft, W_lbf, M_1_lbft, M_2_lbft.
    """
    pack = _pack(given["pack"])
    soil = Ground(None, 1000.0, 0.25, None, None, None, None)
    load = Load("", given["W_lbf"], given["M_1_lbft"], given["M_2_lbft"])
    size = Size(given["B_ft"], given["L_ft"])
    corner = on_corner(Site(pack, pack.spread, soil, 1000.0, 1.0, 1.0), size, [load], Bare())
    return {} if corner is None else {"q_max_psf": corner.pressure_psf}


def gravity_footing(given: Given) -> dict[str, float]:
    """A block that stands by its weight: with the moment at grade, as printed, and at its base."""
    B, t, p = given["B_ft"], given["d_ft"], given["p_psf"]
    P = p * (given["A1_ft2"] + given["A2_ft2"])
    M = p * (given["A1_ft2"] * given["h1_ft"] + given["A2_ft2"] * given["h2_ft"])
    W = spread.weight(D=given["W_super_lbf"], A_b=B * B, t=t, gamma_c=given["gamma_c_pcf"])
    e = spread.eccentricity(M_b=M, W=W)
    M_r = spread.resisting_moment(W_r=W, B=B)
    M_b = spread.moment_at_base(P=P, h=M / P, d_b=t)
    return {
        "M_kipft": M / 1000,
        "W_lbf": W,
        "e_ft": e,
        "q_toe_psf": spread.pressure_outside_kern(W=W, L=B, B=B, e=e),
        "M_resisting_kipft": M_r / 1000,
        "M_allowed_kipft": M_r / given["SF"] / 1000,
        "M_base_kipft": M_b / 1000,
        "e_base_ft": spread.eccentricity(M_b=M_b, W=W),
    }


def ordinance(given: Given) -> dict[str, float]:
    """The factor of safety that an ordinance's limit of overturning asks for, of a pad of 6 ft.

    Args:
        given: pack, max_M_over_Mresist.
    """
    document = {
        "footing": {"type": "spread", "width_ft": 6},
        "soil": {"class": 4},
        "loads": {"lateral_lbf": 1000, "height_ft": 10, "axial_lbf": 3000, "level": "asd"},
        "local": {"overturning_ratio": given["max_M_over_Mresist"], "source": "the sheet"},
    }
    inputs, pack, trace = FootingInputs.of(Inputs.read(document)), _pack(given["pack"]), Bare()
    assert inputs.loads is not None
    result = solve(inputs, pack, loads_demand(inputs.loads, pack, trace), trace)
    assert isinstance(result, OrdinanceResult)
    held = result.overturning.resistance / pack.combinations.dead.value
    return {"equivalent_FS": held / result.local_overturning.resistance}


def broms_clay(given: Given) -> dict[str, float]:
    """Broms in clay through the solver, the sheet's load being the ultimate one."""
    imperial = {
        "P_lbf": given["P_kN"] * LBF_PER_KN,
        "h_ft": given["e_m"] * FT_PER_M,
        "b_ft": given["D_m"] * FT_PER_M,
    }
    soil = {"undrained_shear_strength_psf": given["c_kPa"] * PSF_PER_KPA}
    result, trace = _solve(imperial, given["pack"], soil, _working(given["pack"]))
    last = {step.card.symbol: step.value for step in trace.steps}
    q = broms.shear_length(V_F=given["P_kN"], c=given["c_kPa"], D=given["D_m"])
    return {
        "L_m": result.required_depth_ft / FT_PER_M,
        "f_m": last["q"] / FT_PER_M,
        "L_closed_form_m": broms.length_clay(D=given["D_m"], q=q, H=given["e_m"]),
    }


def broms_sand(given: Given) -> dict[str, float]:
    """Broms in sand through the solver, the sheet's load being the ultimate one."""
    soil = {"unit_weight_pcf": given["gamma_pcf"], "friction_angle_deg": given["phi_deg"]}
    result, trace = _solve(given, given["pack"], soil, _working(given["pack"]))
    last = {step.card.symbol: step.value for step in trace.steps}
    return {"L_ft": result.required_depth_ft, "K_p": last["K_p"]}


def broms_identity(given: Given) -> dict[str, float]:
    """The closed form in clay against the equilibrium that it comes from.

    Args:
        given: pack, V_F_lbf and M_F_lbft (ultimate), D_ft, c_psf.
    """
    V, D, c = given["V_F_lbf"], given["D_ft"], given["c_psf"]
    H = given["M_F_lbft"] / V
    pole = {"P_lbf": V, "h_ft": H, "b_ft": D}
    soil = {"undrained_shear_strength_psf": c}
    result, trace = _solve(pole, given["pack"], soil, _working(given["pack"]))
    last = {step.card.symbol: step.value for step in trace.steps}
    L, f = result.required_depth_ft, last["q"]
    g = L - 1.5 * D - f
    return {"FOS": 2.25 * c * D * g**2 / (V * (H + 1.5 * D + 0.5 * f)), "L_ft": L}


def least_soil(given: Given) -> dict[str, float]:
    """The lateral bearing that lets a given pier carry a load: what it carries grows with it.

    Args:
        given: pack, P_lbf, h_ft, b_ft, depth_ft.
    """
    trial = ibc_pier({**given, "S_psf_per_ft": 100})["P_capacity_lbf"]
    least = 100 * given["P_lbf"] / trial
    carried = ibc_pier({**given, "S_psf_per_ft": least})["P_capacity_lbf"]
    return {"S_psf_per_ft": least, "P_capacity_lbf": carried}


def _working(ref: str) -> float:
    """The load at working level that is 1 at ultimate level."""
    rules = _pack(ref).broms
    return float(rules.resistance_factor.value / rules.overload_factor.value)


PROBES = {
    "footing.pier": ibc_pier,
    "footing.pier_si": ibc_pier_si,
    "footing.fixed_pressure": fixed_pressure,
    "footing.width_for_depth": width_for_depth,
    "footing.spread_pressure": spread_pressure,
    "footing.biaxial": biaxial,
    "footing.gravity": gravity_footing,
    "footing.ordinance": ordinance,
    "footing.broms_clay": broms_clay,
    "footing.broms_sand": broms_sand,
    "footing.broms_identity": broms_identity,
    "footing.least_soil": least_soil,
    **probes_eurocode.FOOTING,
}
