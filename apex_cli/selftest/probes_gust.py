"""Probes for the gust-effect factor."""

from math import sqrt

from apex_cli.selftest.wind import (
    FT_PER_M,
    MPH_PER_M_S,
    Given,
    pack_of,
    sign_of,
    solved,
    steps_of,
)
from apex_cli.solvers.exposure.equations import gust as gusts


def rigid_gust(given: Given) -> dict[str, float]:
    """The gust factor of a rigid sign, with its intermediates.

    Args:
        given: pack, exposure, h_ft, s_ft, B_ft; equivalent_height if it is not the pack's.
    """
    gust = {"method": "rigid", "equivalent_height": given.get("equivalent_height")}
    _, trace = solved(given, sign=sign_of(given), gust=gust)
    steps = steps_of(trace)
    return {name: steps[name] for name in ("G", "I_z", "Q", "L_z")}


def flexible_gust(given: Given) -> dict[str, float]:
    """The gust factor of a flexible structure in metres, with its intermediates.

    Args:
        given: pack, exposure, V_m_s, h_m, B_m, L_m, n_1_Hz, beta.
    """
    width, top = given["B_m"] * FT_PER_M, given["h_m"] * FT_PER_M
    tall = min(top, 500.0)
    size = {"B_ft": width, "s_ft": tall, "h_ft": top}
    gust = {
        "method": "flexible",
        "natural_frequency_hz": given["n_1_Hz"],
        "damping_ratio": given["beta"],
    }
    parts = {"sign": sign_of(size, thickness_ft=given["L_m"] * FT_PER_M), "gust": gust}
    _, trace = solved({**given, "V_mph": given["V_m_s"] * MPH_PER_M_S}, **parts)
    steps = steps_of(trace)
    sizes = [float(step.value) for step in trace.steps if step.card.symbol == "R_l"]
    names = ("I_z", "Q", "N_1", "R_n", "g_R", "R", "G_f", "eta_h", "eta_B", "eta_L")
    found = {name: steps[name] for name in names}
    found |= dict(zip(("R_h", "R_B", "R_L"), sizes, strict=True))
    return found | {"L_z_m": steps["L_z"] / FT_PER_M, "V_z_m_s": steps["V_z"] / FT_PER_M}


def flexible_billboard(given: Given) -> dict[str, float]:
    """The guide's billboard: turbulence by the solver, gust factor from the printed response.

    Args:
        given: As `rigid_gust`, with n_1_Hz, I_z, Q, g_R and R_2 as printed.
    """
    constants = pack_of(given["pack"]).gust
    factor = gusts.flexible_gust_factor(
        g_Q=constants.g_q.number,
        g_v=constants.g_v.number,
        g_R=given["g_R"],
        I_z=given["I_z"],
        Q=given["Q"],
        R=sqrt(given["R_2"]),
    )
    peak = gusts.resonant_peak_factor(n_1=given["n_1_Hz"])
    return {**rigid_gust(given), "g_R": peak, "G_f": factor}
