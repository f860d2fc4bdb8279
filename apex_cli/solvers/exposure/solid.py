"""Wind on a solid sign: Cases A and B of Figure 29.3-1, and what Case C is asked to add."""

from bisect import bisect_left

from apex_cli.equations import Bare
from apex_cli.packs.exposure_tables import Grid
from apex_cli.project.sign import Readings
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.equations import signs as eq
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.result import ElementWind, Region
from apex_cli.solvers.exposure.strips import Shape, strips
from apex_cli.solvers.exposure.velocity_pressure import VelocityPressures
from apex_cli.solvers.exposure.wind import Wind, WindForces
from apex_cli.solvers.limits import beyond, snapped


def is_solid(face: Face, solid_above: float) -> bool:
    """Whether the face counts as solid: openings of less than 30 % (note 1)."""
    return beyond(face.solidity, solid_above)


def solid_wind(
    face: Face, pressures: VelocityPressures, wind_forces: WindForces, readings: Readings
) -> Wind:
    """The wind on a solid face in every case.

    Args:
        face: The face.
        pressures: Velocity pressures at the site.
        wind_forces: Gust factor, pack and trace.
        readings: Choices of the project; the pack's stand where there is none.
    """
    pack, trace = wind_forces.pack, wind_forces.trace
    rules = pack.sign.rules.numbers
    trace.subject = face.name
    k_d = pack.kd.numbers["solid_sign"]
    q = pressures.at(face.top, k_d).q
    aspect = trace(eq.aspect_ratio, B=face.width, s=face.height)
    clearance = trace(eq.clearance_ratio, s=face.height, h=face.top)
    cf = coefficient(pack.sign.case_ab, face.width, face.height, face.top, trace)
    openings = _openings(face, wind_forces, readings)
    if openings is not None:
        cf = trace(eq.reduced_coefficient, C=cf, f=openings)
    force = wind_forces.on_sign(q, k_d, cf, face.area)
    force, pressure, least = wind_forces.governing(force, face.area, face.top)
    height = _height(face, rules["shift"] if snapped(clearance) >= 1 else None, trace)
    arm = trace(eq.eccentricity, k_e=rules["eccentricity"], B=face.width)
    regions: list[Region] = []
    case_c = None
    if snapped(aspect) >= rules["case_c_from"]:
        shape = Shape(snapped(aspect), clearance, openings)
        regions, case_c = strips(face, q, shape, wind_forces, readings)
        if face.centroid_x is not None:
            total, beside = case_c
            case_c = total, trace(eq.farther_arm, e_C=beside, x_F=face.offset, x_c=face.centroid_x)
    trace.subject = ""
    result = ElementWind(
        face.name,
        "solid_sign",
        face.area,
        height,
        aspect,
        clearance,
        cf,
        k_d,
        q,
        pressure,
        force,
        least,
        regions,
        face.offset,
        face.width,
    )
    return Wind(result, force, height, face.x, arm, case_c, face.bottom, face.top)


def _height(face: Face, shift: Known | None, trace: Bare) -> float:
    """The height of the force, higher by the shift where the face stands on the ground."""
    centroid = face.centroid_z
    if centroid is None:
        if shift is None:
            return trace(eq.height_of_resultant, z_b=face.bottom, s=face.height)
        return trace(eq.raised_resultant, z_b=face.bottom, s=face.height, k_s=shift)
    if shift is None:
        return centroid
    return trace(eq.raised_centroid, z_c=centroid, s=face.height, k_s=shift)


def coefficient(grid: Grid, width: float, height: float, top: float, trace: Bare) -> float:
    """Force coefficient of Cases A and B, linear between the four cells around.

    Args:
        grid: The printed table.
        width: B, ft.
        height: s, ft.
        top: h, ft.
        trace: Calls the equations.
    """
    rows, columns, cells = grid.rising
    aspect, clearance = snapped(width / height), height / top
    j = min(max(bisect_left(columns, aspect), 1), len(columns) - 1)
    i = min(max(bisect_left(rows, clearance), 1), len(rows) - 1)
    if beyond(columns[0], aspect) or beyond(aspect, columns[-1]) or beyond(rows[0], clearance):
        trace.warn(
            "wind.figure_bound",
            "notice",
            "B/s or s/h lies beyond the figure's headings; its outermost row or column, headed "
            "as a bound, is used.",
            grid.clause,
        )
    t = trace(eq.fraction_of_columns, B=width, s=height, x_1=columns[j - 1], x_2=columns[j])
    u = trace(eq.fraction_of_rows, s=height, h=top, y_1=rows[i - 1], y_2=rows[i])
    low, high = cells[i - 1], cells[i]
    return trace(
        eq.force_coefficient,
        t=t,
        u=u,
        C_11=low[j - 1],
        C_12=low[j],
        C_21=high[j - 1],
        C_22=high[j],
    )


def _openings(face: Face, wind_forces: WindForces, readings: Readings) -> float | None:
    """The factor for openings, or None when there are none or it is not used."""
    if not beyond(1, face.solidity):
        return None
    wanted = readings.openings_reduction
    if not (wind_forces.pack.sign.openings_reduction if wanted is None else wanted):
        wind_forces.trace.assume("The permitted reduction for openings is not used.")
        return None
    wind_forces.trace.assume(
        "Openings of less than 30 %: the gross area with the permitted reduction 1 - (1 - "
        "solidity)^1.5."
    )
    exponent = wind_forces.pack.sign.rules.numbers["openings_exponent"]
    return wind_forces.trace(eq.openings_factor, epsilon=face.solidity, n=exponent)
