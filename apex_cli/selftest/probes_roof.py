"""Probes for given pressures and roof signs: a sheet's inputs through the real solver."""

from typing import Any

from apex_cli.equations import Trace
from apex_cli.packs.building import BuildingPack
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.selftest.wind import Given, pack_of
from apex_cli.solvers.exposure.equations import roofs
from apex_cli.solvers.exposure.inputs import ExposureInputs, inputs_of
from apex_cli.solvers.exposure.mounted.roof_result import RoofResult
from apex_cli.solvers.exposure.solve import solve
from apex_cli.units.fields import in_units

KN_PER_LBF = 4.4482216152605 / 1000


def rooftop(given: Given) -> dict[str, float]:
    """A small rooftop structure: lateral force and uplift.

    Args:
        given: pack, exposure, V_mph, h_ft, Af_ft2 and Ar_ft2; the building is large. q_h_psf, the
            velocity pressure as the sheet rounds it.
    """
    h, wide = given["h_ft"], 10.0
    cabinet = {
        "width_ft": wide, "height_ft": given["Af_ft2"] / wide, "bottom_ft": h,
        "thickness_ft": given["Ar_ft2"] / wide,
    }  # fmt: skip
    building = {"mean_roof_height_ft": h, "width_ft": 1000, "depth_ft": 1000}
    document: dict[str, Any] = {
        "site": {"wind_speed_mph": given["V_mph"], "exposure": given["exposure"], "kzt": 1},
        "sign": {"mounting": "roof", "building": building, "elements": [cabinet]},
    }
    pack, _ = Catalogue().load("building", given["pack"])
    assert isinstance(pack, BuildingPack)
    inputs = ExposureInputs.of(located(Inputs.read(document)))
    result = solve(inputs, pack_of(given["pack"]), Trace(), None, pack)
    assert isinstance(result, RoofResult)
    structure = next(row for row in result.readings if row.reading == "rooftop structure")
    rounded = {"q_h": given["q_h_psf"], "K_d": pack.kd.number}
    return {
        "Fh_lb": structure.shear_lbf,
        "Fv_lb": result.at_roof.uplift_lbf,
        "Fh_at_qh_lb": roofs.rooftop_force_with_kd(
            GC_r=result.gc_lateral, A=given["Af_ft2"], **rounded
        ),
        "Fv_at_qh_lb": roofs.rooftop_uplift_with_kd(
            GC_r=result.gc_uplift, A=given["Ar_ft2"], **rounded
        ),
    }


def pressure(given: Given) -> dict[str, float]:
    """The force of a given pressure on one face, with a force coefficient.

    Args:
        given: pack, q (a pressure with its unit), c_f, b and h (lengths with theirs).
    """
    document = {
        "site": {
            "given_pressure": {
                "pressure_psf": given["q"], "force_coefficient": given["c_f"],
                "level": "strength", "source": "the sheet",
            }
        },
        "sign": {
            "elements": [{"width_ft": given["b"], "height_ft": given["h"], "bottom_ft": 10}]
        },
    }  # fmt: skip
    inputs = inputs_of(located(Inputs.read(in_units(document))))
    (face,) = solve(inputs, pack_of(given["pack"]), Trace()).elements
    return {"F_lbf": face.force_lbf, "F_kN": face.force_lbf * KN_PER_LBF}


PROBES = {"roof.structure": rooftop, "roof.given_pressure": pressure}
