"""The reading of a roof sign as a rooftop structure (29.4.1): lateral force and uplift."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct

from apex_cli.equations import Bare, card_of
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.building import Rooftop
from apex_cli.project.building import Building
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.equations import roofs as eq
from apex_cli.solvers.exposure.equations.given import middle_of_face
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.methods import METHODS
from apex_cli.solvers.exposure.placed import Placed
from apex_cli.solvers.exposure.result import ElementWind
from apex_cli.solvers.exposure.velocity_pressure import Pressure
from apex_cli.solvers.exposure.wind import Wind, WindForces


class OnRoof(Struct, frozen=True):
    """A sign as a rooftop structure.

    Args:
        at: The wind at the mean roof height.
        kd: Directionality factor.
        gc_lateral: Coefficient of the lateral force.
        gc_uplift: Coefficient of the uplift.
        winds: The lateral force on each cabinet, its height above grade.
        plan_area: Of all cabinets, ft2.
        uplift: Of all cabinets, lbf.
        uplift_moment: Of the uplift about the sign's axis, kip-ft.
    """

    at: Pressure
    kd: float
    gc_lateral: float
    gc_uplift: float
    winds: list[Wind]
    plan_area: float
    uplift: float
    uplift_moment: float


class Pressing(NamedTuple):
    """Velocity pressure (psf), directionality factor, and coefficient with gusts."""

    q: float
    kd: float
    gc: float


def on_roof(placed: Placed, rooftop: Rooftop, faces: list[Face], trace: Bare) -> OnRoof:
    """The lateral force and the uplift on each cabinet as a rooftop structure.

    Args:
        placed: The sign.
        rooftop: What the standard says of rooftop structures.
        faces: Each cabinet as a face.
        trace: Calls the equations.

    Raises:
        InvalidInput: The building's width or depth, or a cabinet's thickness is missing.
    """
    building, pack, _ = placed.at_building()
    b_1, b_2 = _dimensions(building)
    plans = _plans(faces, trace)
    kd = pack.kd.number
    trace.subject = "mean roof height"
    at = placed.pressures.at(building.mean_roof_height_ft, kd)
    coefficients, shares = rooftop.gc_r.numbers, rooftop.shares.numbers
    ends = {"s_1": shares["full_to"], "s_2": shares["least_from"]}
    trace.subject = "rooftop structure"
    front = sums.summed(trace, sums.FRONT_AREA, [face.area for face in faces])
    t = trace(eq.covered_front, A_f=front, b_1=b_1, h=building.mean_roof_height_ft, **ends)
    least = coefficients["least"]
    lateral = trace(eq.rooftop_coefficient, t=t, GC_1=coefficients["lateral"], GC_2=least)
    plan = sums.summed(trace, sums.PLAN_AREA, plans)
    t = trace(eq.covered_roof, A_r=plan, b_1=b_1, b_2=b_2, **ends)
    upward = trace(eq.rooftop_coefficient, t=t, GC_1=coefficients["uplift"], GC_2=least)
    algebra = METHODS[placed.pack.method]
    wind_forces = WindForces(placed.pack, 1.0, trace, placed.wind.floor)
    winds, uplifts = [], []
    for face, area in zip(faces, plans, strict=True):
        trace.subject = f"{face.name}, rooftop structure"
        sideways = Pressing(at.q, kd, lateral)
        force = _force(algebra.rooftop_force, sideways, face.area, trace)
        winds.append(_wind(face, force, sideways, wind_forces))
        upwards = Pressing(at.q, kd, upward)
        uplifts.append(_force(algebra.rooftop_uplift, upwards, area, trace))
    trace.subject = "roof"
    uplift = sums.summed(trace, sums.UPLIFT, uplifts)
    moment = 0.0
    if any(face.x for face in faces):
        moment = sums.summed(trace, sums.UPLIFT_MOMENT, uplifts, [face.offset for face in faces])
    trace.subject = ""
    return OnRoof(at, kd, lateral, upward, winds, plan, uplift, moment)


def _dimensions(building: Building) -> tuple[float, float]:
    missing = [
        Fault(f"/sign/building/{name}", "is needed by a sign on a roof", hint=f"add it: {what}")
        for name, what in (
            ("width_ft", "the building's dimension along the faces"),
            ("depth_ft", "its other dimension"),
        )
        if getattr(building, name) is None
    ]
    if missing or building.width_ft is None or building.depth_ft is None:
        raise InvalidInput.at(*missing)
    return building.width_ft, building.depth_ft


def _plans(faces: list[Face], trace: Bare) -> list[float]:
    """Plan area of each cabinet, ft2."""
    depths = [(face, face.thickness) for face in faces]
    missing = [
        Fault(f"{face.where}/thickness_ft", "is needed by a sign on a roof",
              hint="add it, the depth of the cabinet: uplift acts on its plan area")
        for face, depth in depths if depth is None
    ]  # fmt: skip
    if missing:
        raise InvalidInput.at(*missing)
    trace.subject = "plan"
    return [
        trace(eq.plan_area, B=face.width, d=depth) for face, depth in depths if depth is not None
    ]


def _force(equation: Callable[..., float], pressing: Pressing, area: float, trace: Bare) -> float:
    q, kd, gc = pressing
    if "K_d" in card_of(equation).units:
        return trace(equation, q_h=q, K_d=kd, GC_r=gc, A=area)
    return trace(equation, q_h=q, GC_r=gc, A=area)


def _wind(face: Face, force: float, pressing: Pressing, wind_forces: WindForces) -> Wind:
    """The lateral force on a cabinet, at the centroid of its face."""
    force, pressure, least = wind_forces.governing(force, face.area, face.top)
    height = face.centroid_z
    if height is None:
        height = wind_forces.trace(middle_of_face, z_b=face.bottom, s=face.height)
    q, kd, gc = pressing
    row = ElementWind(
        face.name, "rooftop_structure", face.area, height, None, None, gc, kd, q, pressure, force,
        least, [], face.offset, face.width,
    )  # fmt: skip
    return Wind(row, force, height, face.x, None, None, face.bottom, face.top)
