"""Probes for the velocity pressure: heights, elevations, topography."""

from apex_cli.selftest.wind import FT_PER_M, Given, kd_in_pressure, solved, steps_of


def profile(given: Given) -> dict[str, float]:
    """K_z and the velocity pressure at a height.

    Args:
        given: pack, exposure, z_ft; V_mph and kz_method if they matter.
    """
    result, _ = solved(given, site={"heights_ft": [given["z_ft"]]})
    row = result.profile[0]
    kd = 1.0 if kd_in_pressure(given["pack"]) else result.kd or 1.0
    return {
        "K_z": row.kz or 0.0,
        "q_psf": row.velocity_pressure_psf,
        "q_with_Kd_psf": kd * row.velocity_pressure_psf,
    }


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
