"""Probes for planted posts: a sheet's post, in SI units, through the real solver."""

from collections.abc import Mapping
from typing import Any

from apex_cli.equations import Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.footing.eurocode.solve import FootingInputs, loads_demand, solve
from apex_cli.solvers.footing.result import PlantedResult

Given = Mapping[str, Any]
FT = 1 / 0.3048
"""Feet in a metre."""
_LBF = 1000 / 4.4482216152605
"""Pounds in a kN."""


def planted(given: Given) -> dict[str, float]:
    """A post planted in the ground, solved: its fulcrum, its resisting moment, its depth.

    Args:
        given: pack, F_kN, h_m, D_m, G_kN_m3, gamma_Q, gamma_m.
    """
    factors = {"wind_factor": given["gamma_Q"], "model_factor": given["gamma_m"]}
    loads = {"lateral_lbf": given["F_kN"] * _LBF, "height_ft": given["h_m"] * FT,
             "level": "characteristic"}  # fmt: skip
    project = Inputs.read({
        "soil": {"ground_factor_psf_per_ft": given["G_kN_m3"] * _LBF / FT**3},
        "footing": {"type": "pier", "width_ft": given["D_m"] * FT, "planting": factors},
        "loads": loads,
        "site": {"frost_depth_in": 0.0},
    })  # fmt: skip
    inputs, pack, trace = (
        FootingInputs.of(located(project)),
        _pack(given),
        Trace(),
    )
    assert inputs.loads is not None
    found = solve(inputs, pack, loads_demand(inputs.loads, pack, trace), trace)
    assert isinstance(found, PlantedResult)
    P = found.depth_ft / FT
    M_s = found.resisting_moment_kipft * 1000 / _LBF / FT
    return {
        "fulcrum_over_P": found.fulcrum_depth_ft / found.depth_ft,
        "coefficient": M_s / (given["G_kN_m3"] * given["D_m"] * P**3),
        "P_m": found.required_depth_ft / FT,
        "M_s_kNm": M_s,
        "F_capacity_kN": (found.lateral_capacity_lbf or 0.0) / _LBF,
    }


def _pack(given: Given) -> Any:
    return Catalogue().load("footing", given["pack"])[0]


PROBES = {"footing.planted": planted}
