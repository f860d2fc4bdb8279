"""Probes for the Eurocodes: a sheet's inputs, in SI units, through the real solvers and packs."""

from collections.abc import Mapping
from functools import cache
from math import log
from typing import Any

from apex_cli.equations import Bare, Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.project.poles import Poles
from apex_cli.project.view import located
from apex_cli.solvers.exposure.equations.faces import gross_area
from apex_cli.solvers.exposure.eurocode import pressure_equations as eq
from apex_cli.solvers.exposure.eurocode.force import PeakForces
from apex_cli.solvers.exposure.eurocode.inputs import EurocodeInputs
from apex_cli.solvers.exposure.eurocode.members import cylinder, slender
from apex_cli.solvers.exposure.eurocode.pressures import PeakPressures
from apex_cli.solvers.exposure.eurocode.solve import solve
from apex_cli.solvers.footing.eurocode.bearing import Pressed, drained, undrained
from apex_cli.solvers.footing.eurocode.case import Soil
from apex_cli.solvers.footing.eurocode.standing_equations import effective_area
from apex_cli.solvers.support.properties import properties

Given = Mapping[str, Any]
FT = 1 / 0.3048
"""Feet in a metre."""
_LBF = 1000 / 4.4482216152605
"""Pounds in a kN."""
_UNITY = dict.fromkeys(("friction", "cohesion", "undrained", "bearing", "sliding"), 1.0)
"""Partial factors of a resistance by characteristic values."""


@cache
def _pack(kind: Any, ref: str) -> Any:
    return Catalogue().load(kind, ref)[0]


def _solved(given: Given, **parts: Any) -> tuple[Any, dict[str, float]]:
    """The answer for a sheet's site and these parts of a project, and the last of each symbol."""
    site = {
        "basic_wind_speed_mps": float(given["v_b0"]),
        "terrain": str(given["terrain"]),
        **parts.pop("site", {}),
    }
    inputs = EurocodeInputs.of(located(Inputs.read({"site": site, **parts})))
    trace = Trace()
    result = solve(inputs, _pack("exposure", given["pack"]), trace)
    return result, {step.card.symbol: float(step.value) for step in trace.steps}


def profile(given: Given) -> dict[str, float]:
    """The wind at a height: every factor up to the peak pressure.

    Args:
        given: pack, v_b0, terrain, z_m; T_years for a return period; k and L_m of the form in
            which the Spanish code has the exposure factor.
    """
    site: dict[str, Any] = {"heights_ft": [given["z_m"] * FT]}
    if "T_years" in given:
        site["return_period_years"] = float(given["T_years"])
    _, steps = _solved(given, site=site)
    found = {**steps, "q_p_kPa": steps["q_p"] / 1000, "q_b_kPa": steps["q_b"] / 1000}
    if "k" in given:
        F = given["k"] * log(given["z_m"] / given["L_m"])
        found["ratio"] = steps["c_e"] / (F * (F + 7 * given["k"]))
    return found


def terrain(given: Given) -> dict[str, float]:
    """The terrain factor of each category.

    Args:
        given: pack, terrains.
    """
    wanted = {"pack": given["pack"], "v_b0": 26}
    site = {"heights_ft": [50.0]}
    return {
        f"k_r_{name}": _solved({**wanted, "terrain": name}, site=site)[1]["k_r"]
        for name in map(str, given["terrains"])
    }


def wall(given: Given) -> dict[str, float]:
    """The coefficients of a free-standing wall's zones, and its force.

    Args:
        given: pack, l_m, h_m; phi, return_m.
    """
    element = {
        "width_ft": given["l_m"] * FT, "height_ft": given["h_m"] * FT, "bottom_ft": 0.0,
        "solidity": float(given.get("phi", 1)), "return_corner_ft": given.get("return_m", 0) * FT,
    }  # fmt: skip
    wanted = {"pack": given["pack"], "v_b0": 26, "terrain": "II"}
    result, _ = _solved(wanted, sign={"elements": [element]})
    zones = result.elements[0].case_c
    return {name: zone.cf for name, zone in zip("ABCD", zones, strict=False)}


def signboard(given: Given) -> dict[str, float]:
    """A signboard by 7.4.3: every factor of its pressure, its force and where that stands.

    Args:
        given: pack, v_b0, terrain, b_m, h_m, z_g_m.
    """
    element = {
        "width_ft": given["b_m"] * FT, "height_ft": given["h_m"] * FT,
        "bottom_ft": given["z_g_m"] * FT,
    }  # fmt: skip
    result, _ = _solved(given, sign={"elements": [element]})
    board = result.elements[0]
    z_e = board.centroid_ft / FT
    return {
        **profile({**given, "z_m": z_e}),
        "z_e_m": z_e,
        "F_kN": board.force_lbf / _LBF,
        "e_m": result.base.largest_torsion_kipft * 1000 / board.force_lbf / FT,
    }


def pole(given: Given) -> dict[str, float]:
    """Coefficient and end effect of a circular pole, and the pressure that acts on it.

    Args:
        given: pack, v_b0, terrain, z_m, b_m, l_m, k_mm.
    """
    pack, trace = _pack("exposure", given["pack"]), Bare()
    site = {"basic_wind_speed_mps": given["v_b0"], "terrain": given["terrain"]}
    pressures = PeakPressures(EurocodeInputs.of(Inputs.read({"site": site})), pack, trace)
    forces, at = PeakForces(pack, 1.0, trace), pressures.at(given["z_m"] * FT)
    poles = Poles(shape="round", width_in=1.0, roughness_mm=given["k_mm"])
    c_f0 = cylinder(given["b_m"], at.q_p, poles, pressures.rho, forces)
    _, psi = slender("circular", given["l_m"], given["b_m"], forces)
    return {"c_f0": c_f0, "psi": psi, "p_Pa": c_f0 * psi * at.q_p}


def by_hand(given: Given) -> dict[str, float]:
    """Pressure and forces of a sheet that takes numbers of its own.

    Args:
        given: pack, v_b; c_r and I_v by k_r and terrain and z_m, or q_Pa; c_f, b_m, h_m.
    """
    pack = _pack("exposure", given["pack"])
    rho = pack.air_density.value
    found: dict[str, float] = {}
    if "k_r" in given:
        row = pack.terrain.numbers[given["terrain"]]
        place = {"z_m": given["z_m"], "z_min": row["z_min"], "z_0": row["z_0"]}
        c_r = eq.roughness_factor(k_r=given["k_r"], **place)
        I_v = eq.turbulence_of_wind(k_t=pack.turbulence.value, c_o=1, **place)
        v_m = eq.mean_wind(c_r=c_r, c_o=1, v_b=given["v_b"])
        q = eq.peak_pressure(I_v=I_v, rho=rho, v_m=v_m)
        found |= {"c_r": c_r, "I_v": I_v, "v_m": v_m}
    elif "q_Pa" in given:
        q = given["q_Pa"]
    else:
        v_b = eq.basic_wind_velocity(c_dir=1, c_season=1, c_prob=given["c_prob"], v_b0=given["v_b"])
        q = eq.basic_pressure(rho=rho, v_b=v_b)
        found["v"] = v_b
    area = gross_area(B=given["b_m"], s=given["h_m"])
    force = eq.wind_force(c_sd=1, c_f=given["c_f"], q_p=q, A_ref=area)
    return {**found, "q_Pa": q, "F_kN": force, "F_d_kN": 1.5 * force}


def post(given: Given) -> dict[str, float]:
    """Forces on a board and its post, the moment at grade, and the stress in the post.

    Args:
        given: pack, q_Pa, board and post: c_f, b_m, h_m; z_m of the board; d_mm, t_mm, M_kNm.
    """
    board = by_hand({**given, **given["board"]})["F_kN"]
    below = by_hand({**given, **given["post"]})["F_kN"]
    inch = 25.4
    tube = properties("round", given["d_mm"] / inch, given["d_mm"] / inch, given["t_mm"] / inch,
                      Bare())  # fmt: skip
    inertia = tube.I_x * inch**4
    return {
        "F_board_kN": board,
        "F_post_kN": below,
        "M_kNm": board * given["z_m"] + below * given["post"]["h_m"] / 2,
        "I_e6_mm4": inertia / 1e6,
        "sigma_MPa": given["M_kNm"] * 1e6 * given["d_mm"] / 2 / inertia,
    }


def bearing(given: Given) -> dict[str, float]:
    """Bearing resistance under an effective base, by characteristic values.

    Args:
        given: pack, B_m, L_m (effective), H_B_kN, H_L_kN, V_kN, gamma, q_kPa; phi_deg, c_kPa, or
            cu_kPa.
    """
    B, L = sorted((float(given["B_m"]), float(given["L_m"])))
    across, along = given["H_B_kN"], given["H_L_kN"]
    if given["B_m"] > given["L_m"]:
        across, along = along, across
    H = (across**2 + along**2) ** 0.5
    area = effective_area(B_e=B, L_e=L)
    on = Pressed(given["V_kN"], H, B, L, area, across**2 / H**2 if H else 0.0)
    gamma = float(given["gamma"])
    depth = given["q_kPa"] / gamma
    soil = Soil(gamma, given.get("phi_deg"), given.get("c_kPa", 0.0), given.get("cu_kPa"), None)
    found = {}
    if soil.phi is not None:
        found["R_kPa"] = drained(on, soil, depth, _UNITY, Bare()) / area
    if soil.c_u is not None:
        found["R_u_kPa"] = undrained(on, soil, depth, _UNITY, Bare()) / area
    return found


EXPOSURE = {
    "exposure.peak_profile": profile,
    "exposure.terrain_factors": terrain,
    "exposure.free_wall": wall,
    "exposure.signboard": signboard,
    "exposure.cylinder": pole,
    "exposure.peak_by_hand": by_hand,
    "exposure.post": post,
}
FOOTING = {"footing.annex_d": bearing}
