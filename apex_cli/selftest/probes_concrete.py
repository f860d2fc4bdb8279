"""Probes for piers and slabs: a sheet's section through the real solver and the bundled packs."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from apex_cli.equations import Bare
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.concrete import ConcretePack
from apex_cli.project.support import PierSteel, SlabSteel
from apex_cli.solvers.support.equations import (
    pier_bars,
    pier_embedded,
    pier_section,
    pier_shear,
)
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.pier.cage import Cage, radius_of, section
from apex_cli.solvers.support.pier.check import check_pier
from apex_cli.solvers.support.pier.ground import Ground, actions, rigid
from apex_cli.solvers.support.pier.place import Place as PierPlace
from apex_cli.solvers.support.pier.section import squash
from apex_cli.solvers.support.pier.strength import strength
from apex_cli.solvers.support.slab.check import check_slab
from apex_cli.solvers.support.slab.place import Column, Loading, Place

Given = Mapping[str, Any]


@cache
def _pack(ref: str) -> ConcretePack:
    pack, _ = Catalogue().load("concrete", ref)
    assert isinstance(pack, ConcretePack)
    return pack


def flexure(given: Given) -> dict[str, float]:
    """Axial and flexural strength of a round pier.

    Args:
        given: pack, D_in, fc_psi, fy_ksi, bars ("8#7"), tie, cover_in, P_u_lbf.
    """
    pack = _pack(given["pack"])
    count, size = map(int, given["bars"].split("#"))
    bar, tie = pack.bars.bar(size), pack.bars.bar(given["tie"])
    assert bar is not None
    width, cover = given["D_in"], given["cover_in"]
    cage = Cage(
        "round", width, given["fc_psi"], given["fy_ksi"], count, bar, tie, cover,
        radius_of(width, cover, tie, bar, Bare()),
    )  # fmt: skip
    at_edge, between = (section(cage, turned, Bare()) for turned in (0, 1))
    P_u = given["P_u_lbf"]
    return {
        "phi_P_max_kip": squash(at_edge, pack, Bare()) / 1000,
        "phi_M_n_kipft": strength(at_edge, pack, P_u).moment,
        "phi_M_n_turned_kipft": strength(between, pack, P_u).moment,
    }


def axial(given: Given) -> dict[str, float]:
    """Greatest axial strength by the area of the bars.

    Args:
        given: pack, D_in, fc_psi, fy_ksi, A_st_in2.
    """
    rules = _pack(given["pack"]).flexure
    P_o = pier_section.axial_squash(
        c_b=rules.block_stress.value, f_c=given["fc_psi"],
        A_g=pier_section.round_gross_area(h_c=given["D_in"]), A_st=given["A_st_in2"],
        f_y=given["fy_ksi"],
    )  # fmt: skip
    most = pier_section.axial_most(
        phi_c=rules.phi_compression.value, c_P=rules.axial_share.value, P_o=P_o
    )
    return {"phi_P_max_kip": most / 1000}


def shear(given: Given) -> dict[str, float]:
    """Shear that concrete and ties carry without an axial load, by a sheet's own dimensions.

    Args:
        given: fc_psi, fyt_ksi, w_in, d_in, A_v_in2, s_in, phi_c, phi_s; w_in times d_in is the
            area.
    """
    root = pier_shear.root_of_strength(f_c=given["fc_psi"], r_lim=100.0)
    V_c = pier_shear.concrete_shear_axial(
        k_c=2.0, N_u=0.0, f_N=2000.0, A_g=1.0, lambda_l=1.0, r_c=root, w_c=given["w_in"],
        d_v=given["d_in"],
    )  # fmt: skip
    V_s = pier_shear.tie_shear(
        A_v=given["A_v_in2"], f_yt=given["fyt_ksi"], d_v=given["d_in"], s=given["s_in"],
        k_vs=8.0, r_c=root, w_c=given["w_in"],
    )  # fmt: skip
    found = {"V_c_kip": V_c / 1000, "V_s_kip": V_s / 1000}
    return found | {
        "phi_V_c_kip": given["phi_c"] * V_c / 1000,
        "phi_V_s_kip": given["phi_s"] * V_s / 1000,
    }


def development(given: Given) -> dict[str, float]:
    """Development of a bar with all the confinement that counts.

    Args:
        given: pack, fc_psi, fy_ksi, size.
    """
    pack = _pack(given["pack"])
    rules, bar = pack.development, pack.bars.bar(given["size"])
    assert bar is not None
    root = pier_shear.root_of_strength(f_c=given["fc_psi"], r_lim=pack.material.root_limit.value)
    l_d = pier_bars.development_length(
        k_ld=rules.factor.value, f_y=given["fy_ksi"], psi_s=1.0,
        psi_g=rules.grade(given["fy_ksi"]).value, d_b=bar.diameter, lambda_l=1.0, r_c=root,
        c_b=100.0, k_tr=rules.confinement_most.value, l_0=rules.least.value,
    )  # fmt: skip
    return {"l_d_d_b": l_d / bar.diameter}


def embedded(given: Given) -> dict[str, float]:
    """Embedment of a pole by elastic triangles.

    Args:
        given: M_kipft, b_in, F_p_psi.
    """
    q_u = 12 * given["F_p_psi"] * given["b_in"]
    return {"d_in": 12 * pier_embedded.embedment_elastic(M_u=given["M_kipft"], q_u=q_u)}


def below_grade(given: Given) -> dict[str, float]:
    """Moment and shear of a rigid pier, over those at grade.

    Args:
        given: h_d, the height of the load over the depth of the pier.
    """
    d, P = 10.0, 1000.0
    ground = Ground(d, 1.0)
    pier = rigid(ground, P, P * given["h_d"] * d / 1000, Bare())
    (one,) = actions(ground, pier, Bare())
    return {
        "M_max_P_h": 1000 * one.moment / (P * given["h_d"] * d),
        "z_m_d": one.depth / d,
        "V_max_P": pier.shear / P,
    }


def pier(given: Given) -> dict[str, float]:
    """The whole check of a round pier under one combination.

    Args:
        given: pack, D_ft, depth_ft, and the blocks pier and reaction (axial_lbf, shear_lbf,
            moment_kipft, torsion_kipft).
    """
    trace, at = Bare(), given["reaction"]
    reaction = Reaction(
        "", at["axial_lbf"], at["shear_lbf"], at["moment_kipft"], at["torsion_kipft"]
    )
    place = PierPlace("round", given["D_ft"], Ground(given["depth_ft"], given["D_ft"]))
    steel = PierSteel.read(given["pier"])
    result = check_pier(steel, [reaction], place, _pack(given["pack"]), trace)
    held = {check.id: check for check in trace.checks}
    return {
        "phi_V_n_lbf": held["pier.shear"].capacity,
        "phi_T_th_kipft": held["pier.torsion"].capacity,
        "A_min_in2": held["pier.minimum_steel"].demand,
        "V_max_lbf": result.shear_lbf or 0.0,
        "M_max_kipft": result.moment_kipft or 0.0,
    }


def slab(given: Given) -> dict[str, float]:
    """The whole check of a slab with a square stem under one combination.

    Args:
        given: pack, B_ft, L_ft, t_ft, depth_ft, stem_ft, soil_psf, dead, and the blocks slab and
            reaction (axial_lbf, shear_lbf, moment_kipft).
    """
    at, w, pack = given["reaction"], given["stem_ft"], _pack(given["pack"])
    place = Place(
        (given["B_ft"], given["L_ft"]), given["t_ft"], given["depth_ft"],
        Column("rectangle", 12 * w, 12 * w), 150.0, soil_psf=given["soil_psf"],
        stem_lbf=150 * w**2 * (given["depth_ft"] - given["t_ft"]), stem_ft2=w**2,
    )  # fmt: skip
    reaction = Reaction("", at["axial_lbf"], at["shear_lbf"], at["moment_kipft"], 0.0)
    trace, steel = Bare(), SlabSteel.read(given["slab"])
    result = check_slab(steel, [Loading(reaction, given["dead"])], place, pack, trace)
    least = next(check for check in trace.checks if check.id == "slab.minimum_steel")
    found = {
        "q_u_psf": result.pressure_psf, "M_u_kipft": result.moment_kipft,
        "V_u_lbf": result.one_way_shear_lbf, "phi_M_n_kipft": result.flexural_strength_kipft,
        "phi_V_n_lbf": result.one_way_strength_lbf, "v_u_psi": result.two_way_stress_psi,
        "phi_v_n_psi": result.two_way_strength_psi, "A_min_in2": least.demand,
    }  # fmt: skip
    return {name: value for name, value in found.items() if value is not None}


PROBES = {
    "concrete.flexure": flexure,
    "concrete.axial": axial,
    "concrete.shear": shear,
    "concrete.development": development,
    "concrete.embedded": embedded,
    "concrete.below_grade": below_grade,
    "concrete.pier": pier,
    "concrete.slab": slab,
}
