"""What every probe for wind asks: the real solver, with the real bundled packs."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from apex_cli.equations import Trace, card_of
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.methods import METHODS
from apex_cli.solvers.exposure.result import ExposureResult
from apex_cli.solvers.exposure.solve import solve

Given = Mapping[str, Any]

FT_PER_M = 1 / 0.3048
MPH_PER_M_S = 1 / 0.44704


@cache
def pack_of(ref: str) -> ExposurePack:
    """The bundled pack of this reference."""
    pack, _ = Catalogue().load("exposure", ref)
    assert isinstance(pack, ExposurePack)
    return pack


def kd_in_pressure(ref: str) -> bool:
    """Whether the velocity pressure of this edition carries K_d."""
    return "K_d" in card_of(METHODS[pack_of(ref).method].pressure).units


def solved(given: Given, **parts: Any) -> tuple[ExposureResult, Trace]:
    """The answer for the sheet's site and these parts of a project, and its steps."""
    site = {
        "wind_speed_mph": float(given.get("V_mph", 115)),
        "exposure": given.get("exposure", "C"),
        **parts.pop("site", {}),
    }
    hazards = parts.pop("hazards", None)
    project = Inputs.read({"site": site, "kz_method": given.get("kz_method"), **parts})
    inputs = ExposureInputs.of(located(project))
    trace = Trace()
    return solve(inputs, pack_of(given["pack"]), trace, hazards=hazards), trace


def steps_of(trace: Trace) -> dict[str, float]:
    """The last value of each symbol."""
    return {step.card.symbol: float(step.value) for step in trace.steps}


def sign_of(given: Given, **more: Any) -> dict[str, Any]:
    """A sign of one cabinet of s_ft by B_ft with its top at h_ft."""
    element = {
        "width_ft": given["B_ft"],
        "height_ft": given["s_ft"],
        "bottom_ft": given["h_ft"] - given["s_ft"],
        **more,
    }
    return {"elements": [element]}
