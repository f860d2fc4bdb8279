"""Wind on open signs, single-plane frames and trussed towers (Figures 29.4-2 and 29.4-3)."""

from bisect import bisect_right

from apex_cli.errors import Fault, InvalidInput
from apex_cli.solvers.exposure.equations import faces
from apex_cli.solvers.exposure.equations import poles as frames
from apex_cli.solvers.exposure.equations import signs as eq
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.result import ElementWind
from apex_cli.solvers.exposure.velocity_pressure import VelocityPressures
from apex_cli.solvers.exposure.wind import Wind, WindForces
from apex_cli.solvers.limits import SAME, beyond


def open_wind(face: Face, pressures: VelocityPressures, wind_forces: WindForces) -> Wind:
    """The wind on a face of which 30 % or more is open, on its solid area.

    Args:
        face: The face.
        pressures: Velocity pressures at the site.
        wind_forces: Gust factor, pack and trace.

    Raises:
        InvalidInput: Round members without a diameter.
    """
    pack, trace = wind_forces.pack, wind_forces.trace
    frame = face.element.frame or "single_plane"
    trace.subject = face.name
    if face.element.frame is None:
        trace.assume("An open face is a frame in a single plane where nothing else is said.")
    if face.element.members is None:
        trace.assume(
            "An open face has flat-sided members where nothing else is said, which is conservative."
        )
    height = face.centroid_z
    if height is None:
        height = trace(eq.height_of_resultant, z_b=face.bottom, s=face.height)
    single = frame == "single_plane"
    k_d = pack.kd.numbers["open_sign" if single else "trussed_frame"]
    q = pressures.at(height, k_d).q
    cf = _plane(face, q, wind_forces) if single else _tower(face, frame, wind_forces)
    area = trace(faces.solid_area, epsilon=face.solidity, A=face.area)
    force = wind_forces.on_structure(q, k_d, cf, area)
    force, pressure, least = wind_forces.governing(force, area, face.top)
    aspect = trace(eq.aspect_ratio, B=face.width, s=face.height)
    clearance = trace(eq.clearance_ratio, s=face.height, h=face.top)
    trace.subject = ""
    result = ElementWind(
        face.name,
        "open_sign" if single else "trussed_frame",
        area,
        height,
        aspect,
        clearance,
        cf,
        k_d,
        q,
        pressure,
        force,
        least,
        [],
        face.offset,
        face.width,
    )
    return Wind(result, force, height, face.x, None, None, face.bottom, face.top)


def _plane(face: Face, q: float, wind_forces: WindForces) -> float:
    """Force coefficient of a frame in a single plane; no interpolation between the bands."""
    bands, rows = wind_forces.pack.open_sign.bands.numbers
    row = "flat"
    if face.element.members == "round":
        diameter = face.element.member_diameter_in
        if diameter is None:
            where = f"{face.where}/member_diameter_in"
            raise InvalidInput(
                "the diameter of the round members of an open sign decides its coefficient",
                faults=[Fault(where, "is needed for round members", hint="add it, in inches")],
            )
        number = wind_forces.trace(frames.roundness_number, D=diameter, q_z=q)
        row = (
            "round_large"
            if beyond(number, wind_forces.pack.pole.threshold.value)
            else "round_small"
        )
    return rows[row][bisect_right(bands, face.solidity * (1 + SAME)) - 1]


def _tower(face: Face, frame: str, wind_forces: WindForces) -> float:
    """Force coefficient of a trussed tower; a square one also in wind along its diagonal."""
    trace, numbers = wind_forces.trace, wind_forces.pack.open_sign.towers.numbers
    shape = "square" if frame == "trussed_square" else "triangle"
    cf = trace(
        frames.tower_coefficient,
        C_2=numbers[f"{shape}_2"],
        C_1=numbers[f"{shape}_1"],
        C_0=numbers[f"{shape}_0"],
        epsilon=face.solidity,
    )
    if face.element.members == "round":
        factor = trace(
            frames.round_members,
            k_2=numbers["round_2"],
            k_0=numbers["round_0"],
            epsilon=face.solidity,
        )
        cf = trace(frames.adjusted_coefficient, C=cf, f=factor)
    if shape == "square":
        trace.assume("A square trussed tower is taken in wind along its diagonal, which governs.")
        factor = trace(
            frames.diagonal_wind,
            k_m=numbers["diagonal_most"],
            k_1=numbers["diagonal_1"],
            epsilon=face.solidity,
        )
        cf = trace(frames.adjusted_coefficient, C=cf, f=factor)
    return cf
