"""Wind on a sign by EN 1991-1-4: a signboard (7.4.3), or a free-standing wall (7.4.1)."""

from bisect import bisect_left

from apex_cli.equations import Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.eurocode_wind import ZONES, EurocodeWindPack, FreeWall
from apex_cli.project.sign import Readings
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.equations import regions, signs
from apex_cli.solvers.exposure.eurocode import shape_equations as eq
from apex_cli.solvers.exposure.eurocode.force import PeakForces
from apex_cli.solvers.exposure.eurocode.pressures import PeakPressure, PeakPressures
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.result import ElementWind, Region
from apex_cli.solvers.exposure.wind import Wind
from apex_cli.solvers.limits import beyond, snapped


def board_wind(
    face: Face, pressures: PeakPressures, forces: PeakForces, readings: Readings
) -> Wind:
    """The wind on a face: Case A on its middle, Case B beside it, Case C a wall's zones.

    Args:
        face: The face.
        pressures: Peak velocity pressures at the site.
        forces: Structural factor, pack and trace.
        readings: Choices of the project.

    Raises:
        NoAnswer: A lattice, which has rules of its own.
    """
    pack, trace = forces.pack, forces.trace
    rules = pack.sign.rules.numbers
    if beyond(rules["solid_above"], face.solidity):
        raise _lattice(face, pack)
    trace.subject = face.name
    aspect = trace(eq.width_over_height, B=face.width, s=face.height)
    clearance = trace(eq.clearance_over_height, z_b=face.bottom, s=face.height)
    low = beyond(rules["clearance"], clearance)
    if low and beyond(aspect, rules["square"]):
        wind = _wall(face, aspect, clearance, pressures.at(face.top), forces, readings=readings)
    else:
        wind = _board(face, aspect, clearance, pressures, forces)
    trace.subject = ""
    return wind


def _board(
    face: Face, aspect: float, clearance: float, pressures: PeakPressures, forces: PeakForces
) -> Wind:
    pack, trace = forces.pack, forces.trace
    if beyond(1, face.solidity):
        trace.assume("A signboard has the force of a solid one, whatever openings it has.")
    middle = trace(signs.height_of_resultant, z_b=face.bottom, s=face.height)
    at = pressures.at(middle)
    cf = pack.sign.force.number
    force = forces.on(face.area, cf, at.q_p)
    arm = trace(signs.eccentricity, k_e=pack.sign.eccentricity.number, B=face.width)
    height = middle if face.centroid_z is None else face.centroid_z
    result = _result(face, height, (aspect, clearance, cf), at, forces, force=force, zones=[])
    return Wind(result, force, height, face.x, arm, None, face.bottom, face.top)


def _result(
    face: Face,
    height: float,
    numbers: tuple[float, float, float],
    at: PeakPressure,
    forces: PeakForces,
    *,
    force: float,
    zones: list[Region],
) -> ElementWind:
    """What is reported of a face; `numbers` are b/h, z_g/h and the coefficient."""
    aspect, clearance, cf = numbers
    pressure = forces.pressure(force, face.area)
    kind = "free_standing_wall" if zones else "signboard"
    return ElementWind(
        face.name, kind, face.area, height, aspect, clearance, cf, None, at.q, pressure, force,
        minimum_governs=False, case_c=zones, offset_ft=face.offset, width_ft=face.width,
    )  # fmt: skip


def _wall(
    face: Face,
    aspect: float,
    clearance: float,
    at: PeakPressure,
    forces: PeakForces,
    *,
    readings: Readings,
) -> Wind:
    """A free-standing wall: each zone has its pressure, and the whole the sum of both ends."""
    pack, trace = forces.pack, forces.trace
    _tell_wall(face, trace)
    subject = trace.subject
    found: list[Region] = []
    pushes: list[float] = []
    arms: list[float] = []
    starts = [pack.wall.starts_h.numbers[zone] for zone in ZONES]
    reached = [start for start in starts if beyond(snapped(aspect), start)]
    for k, start in enumerate(reached):
        trace.subject = f"{subject}, zone {ZONES[k]}"
        cf = zone_coefficient(face, aspect, ZONES[k], pack, trace, readings=readings)
        if k + 1 < len(reached):
            width = trace(regions.region_width, x_1=start, x_2=starts[k + 1], s=face.height)
        else:
            width = trace(regions.last_region_width, x_1=start, s=face.height, B=face.width)
        area = trace(regions.region_area, A_s=face.area, w=width, B=face.width)
        force = forces.on(area, cf, at.q_p)
        pushes.append(force)
        arms.append(trace(regions.region_arm, B=face.width, x_1=start, s=face.height, w=width))
        found.append(Region(start * face.height, start * face.height + width, cf, force))
    trace.subject = subject
    total = sums.summed(trace, sums.REGION_FORCE, pushes)
    twist = sums.summed(trace, sums.REGION_TWIST, pushes, arms)
    arm = trace(regions.resultant_arm, T=twist, F=total)
    if face.centroid_x is not None:
        arm = trace(signs.farther_arm, e_C=arm, x_F=face.offset, x_c=face.centroid_x)
    height = face.centroid_z
    if height is None:
        height = trace(signs.height_of_resultant, z_b=face.bottom, s=face.height)
    mean = sum(one.cf * (one.to_ft - one.from_ft) for one in found) / face.width
    numbers = (aspect, clearance, mean)
    result = _result(face, height, numbers, at, forces, force=total, zones=found)
    case_c = (total, arm)
    return Wind(result, total, height, face.x, None, case_c, face.bottom, face.top)


def zone_coefficient(
    face: Face, aspect: float, zone: str, pack: EurocodeWindPack, trace: Bare, *, readings: Readings
) -> float:
    """The net pressure coefficient of a zone of a wall.

    Args:
        face: The wall.
        aspect: Its length over its height.
        zone: A, B, C or D.
        pack: The wind standard.
        trace: Calls the equations.
        readings: What is taken for a return corner shorter than the wall is high.
    """
    wall = pack.wall
    ratios, rows = wall.net.numbers
    j = min(max(bisect_left(ratios, snapped(aspect)), 1), len(ratios) - 1)
    t = trace(signs.fraction, x=aspect, x_1=ratios[j - 1], x_2=ratios[j])
    cf = trace(eq.between_rows, t=t, c_1=rows[zone][j - 1], c_2=rows[zone][j])
    if face.corner > 0:
        cf = _cornered(face, cf, zone, wall, trace, readings=readings)
    phi_1 = pack.sign.rules.numbers["solid_above"]
    if beyond(1, face.solidity):
        porous = wall.porous.numbers[zone]
        cf = trace(eq.of_solidity, c_1=cf, c_2=porous, phi=face.solidity, phi_1=phi_1)
    return cf


def _cornered(
    face: Face, cf: float, zone: str, wall: FreeWall, trace: Bare, *, readings: Readings
) -> float:
    """The coefficient with return corners, at both ends."""
    printed = wall.return_corner.numbers[zone]
    r_c = trace(eq.return_fraction, L_r=face.corner, s=face.height)
    if not beyond(1, r_c):
        return printed
    reading = readings.short_return_corner or wall.short_return_corner
    if reading == "interpolate":
        trace.assume(
            "A return corner shorter than the wall is high: linear between the coefficients "
            "without it and with a full one, as the note on the table is remembered."
        )
        return trace(eq.between_rows, t=r_c, c_1=cf, c_2=printed)
    trace.assume(
        "A return corner shorter than the wall is high: the greater coefficient of each zone, "
        "without it or with a full one; sign.readings.short_return_corner takes interpolate."
    )
    return trace(eq.greater_of_rows, c_1=cf, c_2=printed)


def _tell_wall(face: Face, trace: Bare) -> None:
    trace.assume(
        "A sign near the ground that is wider than high is a free-standing wall (7.4.3, 7.4.1): "
        "its zones A to D from one end, whichever is worse, are told as Case C, and the same force "
        "on its middle as Case A; the height of reference is its top."
    )
    if face.bottom > 0:
        trace.assume(
            "A free-standing wall with a gap below it has the coefficients of its own length over "
            "its own height."
        )
    if face.corner > 0:
        trace.assume("A return corner that is given stands at both ends of the wall.")


def _lattice(face: Face, pack: EurocodeWindPack) -> NoAnswer:
    least = pack.sign.rules.numbers["solid_above"].real
    detail = f"{face.name} is {100 * face.solidity:.3g} % solid, and below {100 * least:g} % a face"
    detail += " is a lattice (7.11), whose figures could not be verified"
    hint = "have it designed by 7.11, and give its loads in place of the wind's (loads)"
    fault = Fault(f"{face.where}/solidity", "is a lattice", face.solidity, hint)
    return NoAnswer(detail, code="wind.not_covered", hint=hint, faults=[fault])
