"""Probes for signs at buildings: coefficients, pressures, zones, anchors and brackets."""

from functools import cache
from typing import Any

from apex_cli.equations import Bare, card_of
from apex_cli.packs.building import BuildingPack
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.selftest.wind import Given, pack_of
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.methods import METHODS
from apex_cli.solvers.exposure.mounted.result import BuildingResult, WallCabinet
from apex_cli.solvers.exposure.solve import solve

_FAR = {"mean_roof_height_ft": 60, "width_ft": 1000, "depth_ft": 1000}


@cache
def building_of(ref: str) -> BuildingPack:
    """The bundled building pack of this reference."""
    pack, _ = Catalogue().load("building", ref)
    assert isinstance(pack, BuildingPack)
    return pack


def answered(given: Given, sign: dict[str, Any]) -> BuildingResult:
    """The answer for a sign at the sheet's site, by the packs of the sheet's edition."""
    site = {
        "wind_speed_mph": float(given.get("V_mph", 115)),
        "exposure": given.get("exposure", "C"),
        "kzt": 1.0,
    }
    inputs = ExposureInputs.of(Inputs.read({"site": site, "sign": sign}))
    ref = given["pack"]
    found = solve(inputs, pack_of(ref), Bare(), building=building_of(ref))
    assert isinstance(found, BuildingResult)
    return found


def _on_wall(
    given: Given, element: dict[str, Any], building: dict[str, Any], **more: Any
) -> tuple[BuildingResult, WallCabinet]:
    sign = {"mounting": "wall", "building": building, "elements": [element], **more}
    found = answered(given, sign)
    cabinet = found.elements[0]
    assert isinstance(cabinet, WallCabinet)
    return found, cabinet


def coefficients(given: Given) -> dict[str, float]:
    """Coefficients of a wall at effective wind areas, as a cabinet of that area has them.

    Args:
        given: pack; areas_ft2.
    """
    found = {}
    for area in given["areas_ft2"]:
        element = {"width_ft": 30, "height_ft": 30, "bottom_ft": 10, "area_ft2": area}
        for zone, edge in ((4, 500), (5, 20)):
            building = {**_FAR, "left_ft": 500, "right_ft": edge}
            (part,) = _on_wall(given, element, building)[1].zones
            assert part.zone == zone
            found[f"GC_zone_{zone}_{area:g}"] = part.gcp_outward
            found[f"GC_positive_{area:g}"] = part.gcp_inward
    return found


def pressure(given: Given) -> dict[str, float]:
    """Pressure on the wall at a given K_z: with an inner coefficient, and of a sign, without one.

    Args:
        given: pack; V_mph, K_z, K_d, GC_p, GC_pi.
    """
    pack = pack_of(given["pack"])
    algebra = METHODS[pack.method]
    terms = {"c_q": pack.velocity_constant.value, "K_zt": 1.0, "K_e": 1.0, "V": given["V_mph"]}
    terms |= {"K_z": given["K_z"], "K_d": given["K_d"]}
    q = algebra.pressure(**_of(algebra.pressure, terms))
    found = {}
    for name, inside in (("p_psf", given["GC_pi"]), ("p_sign_psf", 0.0)):
        at = {"q_h": q, "K_d": given["K_d"], "GC_p": given["GC_p"] - inside}
        found[name] = algebra.wall_pressure(**_of(algebra.wall_pressure, at))
    return found


def _of(function: Any, terms: dict[str, float]) -> dict[str, float]:
    """The terms that an equation has."""
    return {name: value for name, value in terms.items() if name in card_of(function).units}


def wall(given: Given) -> dict[str, float]:
    """A cabinet on a wall, with its anchors.

    Args:
        given: pack, V_mph, exposure; building, element; sign: what else the sign has.
    """
    result, cabinet = _on_wall(given, given["element"], given["building"], **given.get("sign", {}))
    at_wall, anchors = result.at_wall, cabinet.anchors
    assert at_wall is not None
    assert anchors is not None
    return {
        "a_ft": result.zone_width_ft or 0.0,
        "q_psf": cabinet.velocity_pressure_psf or 0.0,
        "GC_p": cabinet.zones[0].gcp_outward,
        "p_out_psf": cabinet.zones[0].outward_psf,
        "p_in_psf": cabinet.zones[0].inward_psf,
        "F_out_lbf": cabinet.outward_lbf,
        "T_W_lbf": anchors.wind_tension_lbf,
        "T_D_lbf": anchors.dead_tension_lbf,
        "T_asd_lbf": anchors.asd_tension_lbf,
        "V_asd_lbf": anchors.asd_shear_lbf,
    }


def blade(given: Given) -> dict[str, float]:
    """A projecting sign on brackets.

    Args:
        given: pack, V_mph, exposure; building, element, gap_ft, brackets.
    """
    sign = {
        "mounting": "projecting",
        "building": given["building"],
        "elements": [given["element"]],
        "gap_ft": given["gap_ft"],
        "brackets": given["brackets"],
    }
    result = answered(given, sign)
    straight, shifted = result.reactions[:2]
    brackets, anchors = result.brackets, result.anchors
    assert brackets is not None
    assert anchors is not None
    return {
        "F_lbf": straight.along_lbf,
        "M_A_lbft": 1000 * straight.turn_kipft,
        "M_B_lbft": 1000 * shifted.turn_kipft,
        "V_bracket_lbf": brackets.along_lbf,
        "M_bracket_lbft": brackets.turn_lbft,
        "H_lbf": brackets.pull_lbf or 0.0,
        "T_W_lbf": anchors.wind_tension_lbf,
        "T_D_lbf": anchors.dead_tension_lbf,
        "V_asd_lbf": anchors.asd_shear_lbf,
    }


PROBES = {
    "building.coefficients": coefficients,
    "building.pressure": pressure,
    "building.wall": wall,
    "building.blade": blade,
}
