"""Probes for base plates and anchor rods: a sheet's plate or rod through the real solver."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from apex_cli.equations import Bare
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.support import DesignMethod
from apex_cli.project.support import Base, PierSteel, Plate, Rods
from apex_cli.quantities import Known
from apex_cli.solvers.support.equations import anchors, breakout, grouted_plate
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.material import custom
from apex_cli.solvers.support.plate import grout
from apex_cli.solvers.support.plate.job import Below, Foot, taken
from apex_cli.solvers.support.plate.rods import rod_of
from apex_cli.solvers.support.properties import properties
from apex_cli.solvers.support.tube import Tube

Given = Mapping[str, Any]

_POLE_IN = 6.0
"""Width of a pole that matters nowhere."""


@cache
def _pack(kind: Any, ref: str) -> Any:
    return Catalogue().load(kind, ref)[0]


def _foot(given: Given, width: float, *, method: DesignMethod = "lrfd", fy: float = 36) -> Foot:
    """A foot on concrete as wide as its plate, its four rods and pole of any size."""
    pack = _pack("support", given["pack"])
    tube = Tube(
        "round", _POLE_IN, _POLE_IN, 0.25, properties("round", _POLE_IN, _POLE_IN, 0.25, Bare())
    )
    base = Base(
        type="plate",
        plate=Plate(shape="square", width_in=width, thickness_in=1, fy_ksi=fy),
        rods=Rods(
            count=4, diameter_in=given.get("d_in", 1.0), grade=36, circle_in=8, embedment_in=24
        ),
        bearing="grouted",
    )
    strength = Known(fy, "")
    pier = PierSteel(fc_psi=given.get("fc_psi", 4000), fy_ksi=60)
    return Foot(
        base, tube, custom(pack, strength, strength, None, Bare()),
        Below("square", width, 120, pier), method, pack, None, taken(None),
    )  # fmt: skip


def block(given: Given) -> dict[str, float]:
    """The block of pressure under a small moment, on concrete as wide as the plate.

    Args:
        given: pack, P_kip, e_in, N_in, fc_psi.
    """
    N, P = given["N_in"], given["P_kip"]
    foot = _foot(given, N)
    plate, rods = foot.base.plate, foot.base.rods
    assert plate is not None
    assert rods is not None
    bed = grout.bed_of(plate, rod_of(rods, foot, Bare()), foot, given["fc_psi"], Bare())
    found = grout.block_of(plate, bed, Reaction("", 1000 * P, 0, P * given["e_in"] / 12, 0), Bare())
    return {
        "f_p_max_ksi": bed.f_pm,
        "e_crit_in": grouted_plate.critical_eccentricity(W_p=N, P_e=1000 * P, q_m=bed.q_m),
        "Y_in": found.Y,
        "f_p_ksi": found.f_p,
    }


def triangle(given: Given) -> dict[str, float]:
    """The triangle of pressure under a large moment, and the plate that it needs.

    Args:
        given: pack, method, P_kip, M_kipin, f_p_ksi, N_in, rod_from_far_edge_in, m_in, Fy_ksi.
    """
    N, f_p = given["N_in"], given["f_p_ksi"]
    foot = _foot(given, N, method=given["method"], fy=given["Fy_ksi"])
    plate = foot.base.plate
    assert plate is not None
    bed = grout.Bed(f_p, f_p * N, given["rod_from_far_edge_in"] - N / 2, given["m_in"], 0.5)
    load = Reaction("", 1000 * given["P_kip"], 0, given["M_kipin"] / 12, 0)
    return {
        "A_in": grout.triangle_of(plate, bed, load),
        "t_p_in": grout.thickness_by(plate, bed, foot, load),
    }


def rod(given: Given) -> dict[str, float]:
    """A rod's area at its thread and that of its head.

    Args:
        given: pack, d_in.
    """
    foot = _foot(given, 20)
    assert foot.base.rods is not None
    found = rod_of(foot.base.rods, foot, Bare())
    return {"A_se_in2": found.A_se, "A_brg_in2": found.A_brg}


def tension(given: Given) -> dict[str, float]:
    """Concrete of one rod in tension, far from edges.

    Args:
        given: pack, fc_psi; h_ef_in for breakout, A_brg_in2 for pullout.
    """
    pack = _pack("concrete", given["pack"])
    rules, lightweight = pack.anchorage, pack.material.lightweight.value
    found = {}
    if "h_ef_in" in given:
        found["N_b_kip"] = breakout.basic_breakout(
            k_N0=rules.breakout.value, lambda_l=lightweight, f_c=given["fc_psi"],
            h_s=given["h_ef_in"],
        )  # fmt: skip
    if "A_brg_in2" in given:
        found["N_pn_kip"] = anchors.head_pullout(
            k_P=rules.pullout.value, A_brg=given["A_brg_in2"], f_c=given["fc_psi"]
        )
    return found


def shear(given: Given) -> dict[str, float]:
    """Breakout of one rod towards an edge, without and with the cap of later editions.

    Args:
        given: pack, fc_psi, d_in, h_ef_in, c_a1_in, k: 8 of studs welded to a plate.
    """
    pack = _pack("concrete", given["pack"])
    terms = {
        "k_V0": given["k"], "h_ef": given["h_ef_in"], "d_r": given["d_in"],
        "lambda_l": pack.material.lightweight.value, "f_c": given["fc_psi"],
        "c_a": given["c_a1_in"],
    }  # fmt: skip
    most = pack.anchorage.shear_breakout_most.value
    return {
        "V_cb_kip": breakout.edge_breakout(**terms, k_V1=most),
        "V_cb_uncapped_kip": breakout.edge_breakout(**terms, k_V1=10 * most),
    }


PROBES = {
    "base.block": block,
    "base.triangle": triangle,
    "base.rod": rod,
    "anchor.tension": tension,
    "anchor.shear": shear,
}
