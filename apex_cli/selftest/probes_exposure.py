"""Probes for wind: a sheet's inputs through the real solver and the bundled packs."""

from math import log

from apex_cli.equations import Bare
from apex_cli.selftest import probes_eurocode, probes_gust, probes_pressure
from apex_cli.selftest.wind import Given, kd_in_pressure, pack_of, sign_of, solved
from apex_cli.solvers.exposure.equations import signs
from apex_cli.solvers.exposure.solid import coefficient
from apex_cli.solvers.sums import MOMENT, TORSION, summed


def sign_force(given: Given) -> dict[str, float]:
    """Force on a sign on its own, and what it brings to grade.

    Args:
        given: pack, exposure, V_mph, h_ft, s_ft, B_ft; As_ft2 if it is not B times s.
    """
    area = {"area_ft2": given["As_ft2"]} if "As_ft2" in given else {}
    result, _ = solved(given, sign=sign_of(given, **area))
    wind = result.elements[0]
    kd = 1.0 if kd_in_pressure(given["pack"]) else wind.kd or 0.0
    return {
        "s_over_h": wind.clearance_ratio or 0.0,
        "B_over_s": wind.aspect_ratio or 0.0,
        "C_f": wind.cf or 0.0,
        "q_with_Kd_psf": kd * (wind.velocity_pressure_psf or 0.0),
        "F_lbf": wind.force_lbf,
        "F_asd_lbf": result.asd.shear_lbf if result.asd else 0.0,
        "M_kipft": result.base.moment_kipft if result.base else 0.0,
        "T_kipft": result.base.largest_torsion_kipft if result.base else 0.0,
    }


def coefficients(given: Given) -> dict[str, float]:
    """Force coefficients of Cases A and B, and of the regions of Case C.

    Args:
        given: pack, B_over_s, s_over_h; Lr_over_s for a return corner.
    """
    s = 10.0
    size = {"B_ft": s * given["B_over_s"], "s_ft": s, "h_ft": s / given["s_over_h"]}
    corner = s * given.get("Lr_over_s", 0)
    result, _ = solved(given, sign=sign_of(size, return_corner_ft=corner))
    wind = result.elements[0]
    regions = {f"C_f_region_{k}": region.cf for k, region in enumerate(wind.case_c, 1)}
    return {"C_f": wind.cf or 0.0, **regions}


def poles(given: Given) -> dict[str, float]:
    """Force coefficients of poles 1 ft wide, of several slendernesses.

    Args:
        given: pack, shapes, surfaces and h_over_D; V_mph decides the regime of round ones.
    """
    found = {}
    for shape in given["shapes"]:
        for surface in given["surfaces"]:
            for ratio in given["h_over_D"]:
                size = {"B_ft": 2, "s_ft": ratio / 100, "h_ft": ratio}
                pole = {"shape": shape, "surface": surface, "width_in": 12, "top_ft": ratio}
                result, _ = solved(given, sign={**sign_of(size), "poles": pole})
                found[f"C_f_{shape}_{surface}_{ratio:g}"] = result.elements[1].cf or 0.0
    return found


def surface(given: Given) -> dict[str, float]:
    """How many cells of the table are not the commentary's surface rounded to the table's step.

    Args:
        given: pack; constant, ln_x, y, ln_x_2, y_2, y_ln_x and divisor of the surface; step.
    """
    grid = pack_of(given["pack"]).sign.case_ab
    cells = differing = 0
    for y in grid.rows_s_over_h:
        for x in grid.columns_b_over_s:
            fitted = (
                given["constant"]
                + given["ln_x"] * log(x)
                + given["y"] * y
                + given["ln_x_2"] * log(x) ** 2
                + given["y_2"] * y**2
                + given["y_ln_x"] * y * log(x)
            ) / given["divisor"]
            rounded = round(fitted / given["step"]) * given["step"]
            cells += 1
            differing += abs(coefficient(grid, x, 1, 1 / y, Bare()) - rounded) > 1e-9  # noqa: PLR2004 - float noise
    return {"cells": cells, "differing": differing}


def given_pressure(given: Given) -> dict[str, float]:
    """Forces, base moment and Case B torsion from a given velocity pressure and coefficient.

    Args:
        given: pack, q_psf (directionality inside), G, C_f, areas_ft2; heights_ft; B_ft.
    """
    q, g, cf = given["q_psf"], given["G"], given["C_f"]
    forces = [signs.sign_force(q_h=q, G=g, C_f=cf, A_s=area) for area in given["areas_ft2"]]
    found = {f"F_{k}_lbf": force for k, force in enumerate(forces, 1)}
    found["F_lbf"] = sum(forces)
    found["p_psf"] = signs.design_pressure(F=forces[0], A=given["areas_ft2"][0])
    if "heights_ft" in given:
        found["M_lbft"] = 1000 * summed(Bare(), MOMENT, forces, given["heights_ft"])
    if "B_ft" in given:
        share = pack_of(given["pack"]).sign.rules.numbers["eccentricity"]
        arm = signs.eccentricity(k_e=share, B=given["B_ft"])
        found["T_lbft"] = 1000 * summed(Bare(), TORSION, forces, [arm] * len(forces))
    return found


PROBES = {
    "exposure.profile": probes_pressure.profile,
    "exposure.suitable_speed": probes_pressure.suitable_speed,
    "exposure.speed_of_pressure": probes_pressure.speed_of_pressure,
    "exposure.nominal_speed": probes_pressure.nominal,
    "exposure.many_heights": probes_pressure.many_heights,
    "exposure.elevation": probes_pressure.elevation,
    "exposure.topography": probes_pressure.topography,
    "exposure.topographic_decay": probes_pressure.topographic_decay,
    "exposure.poles": poles,
    "exposure.flexible_gust": probes_gust.flexible_gust,
    "exposure.sign_force": sign_force,
    "exposure.coefficients": coefficients,
    "exposure.surface": surface,
    "exposure.given_pressure": given_pressure,
    "exposure.rigid_gust": probes_gust.rigid_gust,
    "exposure.flexible_billboard": probes_gust.flexible_billboard,
    **probes_eurocode.EXPOSURE,
}
