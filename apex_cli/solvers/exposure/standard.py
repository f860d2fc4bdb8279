"""What a family of wind standards does in its own way; the rest of the calculation is shared."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.sign import Readings
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.gust import gust_factor
from apex_cli.solvers.exposure.open_sign import open_wind
from apex_cli.solvers.exposure.poles import pole_wind
from apex_cli.solvers.exposure.solid import solid_wind
from apex_cli.solvers.exposure.totals import BELOW_TWO
from apex_cli.solvers.exposure.velocity_pressure import VelocityPressures
from apex_cli.solvers.exposure.wind import Wind, WindForces


class Standard(Struct, frozen=True):
    """The ways of a family: each is called where the families differ.

    Args:
        pressures: The velocity pressures at a site.
        forces: What is common to all forces.
        gust: The factor for gusts.
        face: The wind on a face, solid or open.
        pole: The wind on a length of the poles.
        k_d: The directionality factor of a solid sign; None where the standard has none.
        beside: What is told where only some faces have a Case C.
    """

    pressures: Callable[..., Any]
    forces: Callable[..., Any]
    gust: Callable[..., float]
    face: Callable[..., Wind]
    pole: Callable[..., Wind]
    k_d: Callable[[Any], Known | None]
    beside: str


def _face(
    face: Face, pressures: VelocityPressures, forces: WindForces, readings: Readings, *, solid: bool
) -> Wind:
    if solid:
        return solid_wind(face, pressures, forces, readings)
    return open_wind(face, pressures, forces)


def _of_solid_sign(pack: ExposurePack) -> Known:
    return pack.kd.numbers["solid_sign"]


AMERICAN = Standard(
    VelocityPressures, WindForces, gust_factor, _face, pole_wind, _of_solid_sign, BELOW_TWO
)
"""ASCE 7."""
