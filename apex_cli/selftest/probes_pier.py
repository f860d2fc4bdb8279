"""Probes for piers by the IBC: a sheet's pier through the real solver, forwards and backwards."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from apex_cli.equations import Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.foundation import Loads
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.footing import equations as pier
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.result import PierResult
from apex_cli.solvers.footing.solve import loads_demand, solve

Given = Mapping[str, Any]

FT_PER_M = 1 / 0.3048
LBF_PER_KN = 1000 / 4.4482216152605
PSF_PER_KPA = 1000 / 47.88025898033584


@cache
def pack_of(ref: str) -> Any:
    """The bundled footing pack of this reference."""
    return Catalogue().load("footing", ref)[0]


def solved(
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
    inputs, pack, trace = FootingInputs.of(located(project)), pack_of(ref), Trace()
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
    result, trace = solved(given, given["pack"], soil)
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
    result, trace = solved(imperial, given["pack"], soil)
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
    rules = pack_of(given["pack"]).lateral
    S_1 = pier.pressure_depth_capped(
        S=given["S_psf_per_ft"], d=d, d_max=rules.depth_limit.value, g_max=rules.growth_limit.value
    )
    return {"b_ft": P / pier.load_nonconstrained(d=d, S_1=S_1, b=1.0, h=h)}


def least_soil(given: Given) -> dict[str, float]:
    """The lateral bearing that lets a given pier carry a load: what it carries grows with it.

    Args:
        given: pack, P_lbf, h_ft, b_ft, depth_ft.
    """
    trial = ibc_pier({**given, "S_psf_per_ft": 100})["P_capacity_lbf"]
    least = 100 * given["P_lbf"] / trial
    carried = ibc_pier({**given, "S_psf_per_ft": least})["P_capacity_lbf"]
    return {"S_psf_per_ft": least, "P_capacity_lbf": carried}


PROBES = {
    "footing.pier": ibc_pier,
    "footing.pier_si": ibc_pier_si,
    "footing.fixed_pressure": fixed_pressure,
    "footing.width_for_depth": width_for_depth,
    "footing.least_soil": least_soil,
}
