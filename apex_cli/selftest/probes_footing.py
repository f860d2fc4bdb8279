"""Probes for foundations: a sheet's inputs through the real solver and the bundled packs."""

from collections.abc import Mapping
from typing import Any

from apex_cli.equations import Bare
from apex_cli.project.model import Inputs
from apex_cli.selftest import probes_eurocode, probes_pier, probes_planted
from apex_cli.selftest.probes_pier import FT_PER_M, LBF_PER_KN, PSF_PER_KPA, pack_of, solved
from apex_cli.solvers.footing import broms_equations as broms
from apex_cli.solvers.footing import spread_equations as spread
from apex_cli.solvers.footing.bearing import on_corner
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.result import OrdinanceResult
from apex_cli.solvers.footing.soil import Ground
from apex_cli.solvers.footing.solve import loads_demand, solve
from apex_cli.solvers.footing.spread_case import Load, Site, Size

Given = Mapping[str, Any]


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
    pack = pack_of(given["pack"])
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
    inputs, pack, trace = FootingInputs.of(Inputs.read(document)), pack_of(given["pack"]), Bare()
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
    result, trace = solved(imperial, given["pack"], soil, _working(given["pack"]))
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
    result, trace = solved(given, given["pack"], soil, _working(given["pack"]))
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
    result, trace = solved(pole, given["pack"], soil, _working(given["pack"]))
    last = {step.card.symbol: step.value for step in trace.steps}
    L, f = result.required_depth_ft, last["q"]
    g = L - 1.5 * D - f
    return {"FOS": 2.25 * c * D * g**2 / (V * (H + 1.5 * D + 0.5 * f)), "L_ft": L}


def _working(ref: str) -> float:
    """The load at working level that is 1 at ultimate level."""
    rules = pack_of(ref).broms
    return float(rules.resistance_factor.value / rules.overload_factor.value)


PROBES = {
    **probes_pier.PROBES,
    "footing.spread_pressure": spread_pressure,
    "footing.biaxial": biaxial,
    "footing.gravity": gravity_footing,
    "footing.ordinance": ordinance,
    "footing.broms_clay": broms_clay,
    "footing.broms_sand": broms_sand,
    "footing.broms_identity": broms_identity,
    **probes_eurocode.FOOTING,
    **probes_planted.PROBES,
}
