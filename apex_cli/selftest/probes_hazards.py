"""Probes for the loads beside the wind: the solver on a wall of the sheet's weight."""

from typing import Any

from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.hazards import HazardsPack
from apex_cli.selftest.wind import Given, sign_of, solved
from apex_cli.solvers.exposure.hazard_results import SeismicResult
from apex_cli.solvers.footing.spread_equations import resisting_moment

KIP = 1000
KEYS = {
    "Ss": "ss", "S1": "s1", "Fa": "fa", "Fv": "fv", "SDS": "sds", "SD1": "sd1", "T": "period_s",
    "TL": "tl_s", "R": "response_modification", "Ie": "importance",
}  # fmt: skip
"""What a sheet calls the keys of site.seismic."""
WALL = {"B_ft": 40.0, "s_ft": 40.0, "h_ft": 40.0}


def _compared(given: Given, kips: float, height: float = 40.0) -> SeismicResult:
    """The earthquake on a wall of this weight and height, as the sheet has it."""
    pack, _ = Catalogue().load("hazards", given["pack"])
    assert isinstance(pack, HazardsPack)
    quake: dict[str, Any] = {key: given[name] for name, key in KEYS.items() if name in given}
    quake = {"s1": 0.0, "approximate_period": True, **quake}
    wall = {**WALL, "s_ft": height, "h_ft": height}
    weight = kips * KIP / (wall["B_ft"] * height)
    found, _ = solved(
        given, sign=sign_of(wall, weight_psf=weight), site={"seismic": quake}, hazards=pack
    )
    assert found.seismic is not None
    return found.seismic


def spectrum(given: Given) -> dict[str, float]:
    """The design spectral accelerations.

    Args:
        given: pack, Ss, S1, Fa, Fv.
    """
    found = _compared(given, 100.0)
    assert found.sd1 is not None
    return {"S_DS": found.sds, "S_D1": found.sd1}


def base_shear(given: Given) -> dict[str, float]:
    """The seismic response coefficient and the base shear.

    Args:
        given: pack, W_kip, SDS, SD1, R, Ie, T; TL and S1 if they are given.
    """
    found = _compared(given, given["W_kip"])
    return {"C_s": found.cs, "V_kip": found.shear_lbf / KIP}


def approximate_period(given: Given) -> dict[str, float]:
    """The approximate period.

    Args:
        given: pack, hn_ft.
    """
    found = _compared({**given, "SDS": 1.0}, 100.0, given["hn_ft"])
    assert found.period_s is not None
    return {"T_a": found.period_s}


def least_weight(given: Given) -> dict[str, float]:
    """The dead load that is left where an earthquake overturns, by the level of design.

    Args:
        given: pack, D_kip, SDS; B_ft of a base that it holds down, M_kipft that overturns it and
            the share of that which is counted.
    """
    found = _compared(given, given["D_kip"])
    left = {f"P_{row.level}_kip": row.least_axial_lbf / KIP for row in found.levels}
    holds = resisting_moment(W_r=left["P_strength_kip"] * KIP, B=given["B_ft"]) / KIP
    turns = given["share"] * given["M_kipft"]
    return {**left, "M_resists_kipft": holds, "M_turns_kipft": turns, "ratio": holds / turns}


PROBES = {
    "hazards.spectrum": spectrum,
    "hazards.base_shear": base_shear,
    "hazards.approximate_period": approximate_period,
    "hazards.least_weight": least_weight,
}
"""What a sheet of loads beside the wind may ask for."""
