"""Probes for the velocity pressure: heights, elevations, topography."""

from math import sqrt

from apex_cli.equations import card_of
from apex_cli.selftest.wind import (
    FT_PER_M,
    Given,
    kd_in_pressure,
    pack_of,
    sign_of,
    solved,
    steps_of,
)
from apex_cli.solvers.exposure.equations import pressure, signs
from apex_cli.solvers.exposure.methods import METHODS


def profile(given: Given) -> dict[str, float]:
    """K_z and the velocity pressure at a height.

    Args:
        given: pack, exposure, z_ft; V_mph and kz_method if they matter; G and C_p of a wall on
            which the pressure acts.
    """
    result, _ = solved(given, site={"heights_ft": [given["z_ft"]]})
    row = result.profile[0]
    kd = 1.0 if kd_in_pressure(given["pack"]) else result.kd or 1.0
    q = kd * row.velocity_pressure_psf
    return {
        "p_psf": signs.sign_force(q_h=q, G=given.get("G", 1), C_f=given.get("C_p", 1), A_s=1),
        "K_z": row.kz or 0.0,
        "q_psf": row.velocity_pressure_psf,
        "q_with_Kd_psf": q,
    }


def suitable_speed(given: Given) -> dict[str, float]:
    """The wind speed at which the force on a sign is one that it bears.

    The force grows with the square of the speed; the solver is asked again at the speed found.

    Args:
        given: as of `probes_exposure.sign_force`; capacity_lbf.
    """
    first, _ = solved({**given, "V_mph": 100}, sign=sign_of(given, area_ft2=given["As_ft2"]))
    V = 100 * sqrt(given["capacity_lbf"] / first.elements[0].force_lbf)
    result, _ = solved({**given, "V_mph": V}, sign=sign_of(given, area_ft2=given["As_ft2"]))
    return {"V_mph": V, "F_lbf": result.elements[0].force_lbf}


def speed_of_pressure(given: Given) -> dict[str, float]:
    """The wind speed of a velocity pressure whose factors are all 1.

    Args:
        given: pack, q_psf.
    """
    pack = pack_of(given["pack"])
    algebra = METHODS[pack.method]
    terms = {"c_q": pack.velocity_constant.value, "K_z": 1.0, "K_zt": 1.0, "K_e": 1.0, "K_d": 1.0}
    taken = {
        name: value for name, value in terms.items() if name in card_of(algebra.pressure).units
    }
    return {"V_mph": sqrt(given["q_psf"] / algebra.pressure(**taken, V=1.0))}


def nominal(given: Given) -> dict[str, float]:
    """The nominal speed of one at strength level, by the pack's factor on the wind.

    Args:
        given: pack, V_mph.
    """
    factor = pack_of(given["pack"]).combinations.working[0]
    return {"V_asd_mph": pressure.nominal_speed(V=given["V_mph"], f_W=factor)}


def many_heights(given: Given) -> dict[str, float]:
    """K_z at many heights in metres, in several exposure categories.

    Args:
        given: pack, and heights_m: category to heights.
    """
    found = {}
    for category, heights in given["heights_m"].items():
        feet = [height * FT_PER_M for height in heights]
        result, _ = solved({**given, "exposure": category}, site={"heights_ft": feet})
        for height, row in zip(heights, result.profile, strict=True):
            found[f"{category}_{height:g}"] = row.kz or 0.0
    return found


def elevation(given: Given) -> dict[str, float]:
    """K_e at elevations in feet.

    Args:
        given: pack and elevations_ft.
    """
    found = {}
    for height in given["elevations_ft"]:
        result, _ = solved(given, site={"heights_ft": [15], "ground_elevation_ft": height})
        found[f"K_e_{height:g}"] = result.ke or 0.0
    return found


def topography(given: Given) -> dict[str, float]:
    """K_1 of each kind of feature over its steepness H/Lh.

    Args:
        given: pack, exposure, half_length_ft and heights_ft of the features.
    """
    found = {}
    for feature in ("ridge_2d", "escarpment_2d", "hill_3d"):
        for height in given["heights_ft"]:
            hill = {
                "feature": feature,
                "height_ft": height,
                "half_length_ft": given["half_length_ft"],
                "distance_ft": 0,
                "side": "upwind",
            }
            _, trace = solved(given, site={"heights_ft": [15], "topography": hill})
            name = f"{feature}_{height / given['half_length_ft']:g}"
            found[name] = steps_of(trace)["K_1"]
    return found


def topographic_decay(given: Given) -> dict[str, float]:
    """K_2 over the distance from the crest and K_3 over the height, of each kind of feature.

    Args:
        given: pack, exposure, half_length_ft and height_ft of the features; distances and heights
            in half-lengths.
    """
    found = {}
    length = given["half_length_ft"]
    for feature in ("ridge_2d", "escarpment_2d", "hill_3d"):
        hill = {"feature": feature, "height_ft": given["height_ft"], "half_length_ft": length}
        for x in given["distances"]:
            there = {**hill, "distance_ft": x * length, "side": "downwind"}
            _, trace = solved(given, site={"heights_ft": [15], "topography": there})
            found[f"K_2_{feature}_{x:g}"] = steps_of(trace)["K_2"]
        for z in given["heights"]:
            there = {**hill, "distance_ft": 0, "side": "upwind"}
            _, trace = solved(given, site={"heights_ft": [z * length], "topography": there})
            found[f"K_3_{feature}_{z:g}"] = steps_of(trace)["K_3"]
    return found
