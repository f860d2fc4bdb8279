"""Probes for supports: a sheet's tube through the real solver and the bundled packs."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from apex_cli.equations import Bare
from apex_cli.packs.catalogue import Catalogue
from apex_cli.quantities import Known
from apex_cli.solvers.support.equations import stability, torsion
from apex_cli.solvers.support.material import Steel, custom
from apex_cli.solvers.support.properties import Properties, Shape, properties
from apex_cli.solvers.support.strength import Strengths, strengths
from apex_cli.solvers.support.tube import Tube

Given = Mapping[str, Any]

SHORT_FT = 1.0
"""A length that matters nowhere, for sheets that leave it out."""
NO_CAP_KSI = 1e6
"""A yield strength that caps nothing."""


@cache
def _pack(kind: Any, ref: str) -> Any:
    return Catalogue().load(kind, ref)[0]


def section(given: Given) -> dict[str, float]:
    """Properties of a section of the pack.

    Args:
        given: pack, section, and wall_factor: the design wall over the nominal wall.
    """
    row = _pack("sections", given["pack"]).section(given["section"])
    shape: Shape = "round" if row.family in {"pipe", "round_hss"} else "rectangular"
    t = given["wall_factor"] * row.wall
    return _told(properties(shape, row.width, row.height, t, Bare())) | {"t_in": t}


def tube(given: Given) -> dict[str, float]:
    """Properties of a tube of any size.

    Args:
        given: shape, width_in, t_in; height_in if it is another.
    """
    width = given["width_in"]
    height = given.get("height_in", width)
    return _told(properties(given["shape"], width, height, given["t_in"], Bare()))


def _told(found: Properties) -> dict[str, float]:
    """The properties about x under the names of the sheets."""
    return {
        "A_in2": found.A,
        "I_in4": found.I_x,
        "S_in3": found.S_x,
        "Z_in3": found.Z_x,
        "r_in": found.r_x,
        "C_in3": found.C,
    }


def strength(given: Given) -> dict[str, float]:
    """Available strengths of a tube, by LRFD (phi) and by ASD (Omega).

    Args:
        given: pack, shape, width_in, t_in (the design wall), F_y_ksi; height_in if it is another;
            length_ft if it matters; properties as printed, which stand in for our own.
    """
    width, F_y = given["width_in"], given["F_y_ksi"]
    height = given.get("height_in", width)
    own = properties(given["shape"], width, height, given["t_in"], Bare())
    printed = own._replace(**given.get("properties", {}))
    made = Tube(given["shape"], width, height, given["t_in"], printed)
    pack = _pack("support", given["pack"])
    steel = custom(pack, Known(F_y, ""), Known(F_y, ""), None, Bare())
    length = given.get("length_ft", SHORT_FT)
    lrfd, asd = (_strengths(made, steel, pack, method, length) for method in ("lrfd", "asd"))
    # What buckling alone would allow, before yielding caps it.
    uncapped = torsion.round_torsion_stress(
        F_y=NO_CAP_KSI,
        E=pack.elastic_modulus.value,
        L=length,
        D=width,
        lambda_w=width / given["t_in"],
    )
    return {
        "phi_M_n_kipft": lrfd.flexure_x,
        "M_n_Omega_kipft": asd.flexure_x,
        "phi_V_n_kip": lrfd.shear_x,
        "V_n_Omega_kip": asd.shear_x,
        "phi_P_n_kip": lrfd.compression,
        "P_n_Omega_kip": asd.compression,
        "phi_T_n_kipin": 12 * lrfd.torsion,
        "T_n_Omega_kipin": 12 * asd.torsion,
        "F_cr_buckling_ksi": uncapped,
    }


def _strengths(made: Tube, steel: Steel, pack: Any, method: Any, length: float) -> Strengths:
    return strengths(made, steel, pack, method=method, length=length, trace=Bare())


def deflection(given: Given) -> dict[str, float]:
    """Heights over deflections, by several conventions.

    Args:
        given: pairs: name to length and deflection, in.
    """
    return {
        name: stability.deflection_ratio(L=length / 12, delta=moved)
        for name, (length, moved) in given["pairs"].items()
    }


PROBES = {
    "sections.section": section,
    "sections.tube": tube,
    "support.strength": strength,
    "support.deflection": deflection,
}
