"""A cabinet on a wall: its pressures by its area, forces, weight, and what an anchor takes."""

from collections.abc import Sequence

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.combinations import Combinations
from apex_cli.project.building import Building
from apex_cli.project.sign import Readings
from apex_cli.solvers.exposure.equations import fixings, loads, signs
from apex_cli.solvers.exposure.equations import walls as eq
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.mounted.anchors import (
    Group,
    Taken,
    anchored,
    group_of,
    require_within,
    tension_of_rows,
)
from apex_cli.solvers.exposure.mounted.pressures import Pressed, WallPressures, Zone
from apex_cli.solvers.exposure.mounted.result import AnchorRow, WallCabinet, ZonePart
from apex_cli.solvers.exposure.mounted.zones import Zoned, zoned


class Backing(Struct, frozen=True):
    """The wall behind the cabinets.

    Args:
        building: The building.
        a: Width of zone 5, ft; None: not known.
        gap: Between wall and cabinets, ft.
        pressures: Of the wall.
        combinations: Of the wind with the dead load, and of the dead load alone.
        readings: What the project reads.
    """

    building: Building
    a: float | None
    gap: float
    pressures: WallPressures
    combinations: Sequence[Combinations]
    readings: Readings


class Hung(Struct, frozen=True):
    """A cabinet as it is answered, with its weight, lbf, and how far that is from the wall, ft."""

    row: WallCabinet
    weight: float | None
    arm: float


class Held(Struct, frozen=True):
    """A cabinet that anchors hold.

    Args:
        face: The cabinet.
        zone: The hardest zone that it touches.
        height: Of its middle, ft above grade.
        weight: Its weight, lbf; None: not known.
        arm: From the wall to its weight, ft.
    """

    face: Face
    zone: Zone
    height: float
    weight: float | None
    arm: float


def hung(face: Face, backing: Backing, trace: Bare) -> Hung:
    """What the wind does to a cabinet on a wall, and what its anchors take.

    Raises:
        InvalidInput: Anchors that the cabinet has no room for, or a row that cannot hold it.
    """
    trace.subject = face.name
    pressures = backing.pressures
    lies = zoned(face, backing.building, backing.a, trace)
    parts = _parts(face, lies, backing, trace)
    hardest = parts[0][0]
    inward, outward = _forces(parts, trace)
    weight, arm = _weight(face, trace), _arm(face, backing, trace)
    height = face.centroid_z
    if height is None:
        height = trace(signs.height_of_resultant, z_b=face.bottom, s=face.height)
    held = Held(face, hardest.zone, height, weight, arm)
    anchors = _anchors(held, backing, trace)
    trace.subject = ""
    row = WallCabinet(
        name=face.name,
        kind="wall_sign",
        area_ft2=face.area,
        centroid_ft=height,
        aspect_ratio=None,
        clearance_ratio=None,
        cf=None,
        kd=pressures.kd,
        velocity_pressure_psf=pressures.at.q,
        pressure_psf=max(hardest.inward, hardest.outward),
        force_lbf=max(inward, outward),
        minimum_governs=pressures.least(hardest),
        case_c=[],
        offset_ft=face.offset,
        width_ft=face.width,
        effective_area_ft2=face.area,
        inward_lbf=inward,
        outward_lbf=outward,
        weight_lbf=weight,
        zones=[
            ZonePart(one.zone, area, one.gc_in, one.gc_out, one.inward, one.outward)
            for one, area in parts
        ],
        anchors=anchors,
    )
    return Hung(row, weight, arm)


def _parts(face: Face, lies: Zoned, backing: Backing, trace: Bare) -> list[tuple[Pressed, float]]:
    """The pressures of each zone that the cabinet is counted in, and its area there."""
    pressures = backing.pressures
    if not lies.touches_zone_5(face):
        return [(pressures.on(face.area, 4), face.area)]
    hard = pressures.on(face.area, 5)
    if not lies.touches_zone_4(face):
        return [(hard, face.area)]
    rectangle = face.centroid_z is None and face.element.outline == "rectangle"
    if backing.readings.across_zones == "split" and rectangle:
        in_5 = trace(
            eq.area_in_zone_5,
            w_5=lies.in_zone_5,  # type: ignore[arg-type] # - known where both zones are touched
            B=face.width,
            A_s=face.area,
        )
        in_4 = trace(eq.area_in_zone_4, A_s=face.area, A_5=in_5)
        trace.assume(
            f"{face.name} lies in both zones of the wall: each part has the pressure of its zone, "
            "by the area of the whole cabinet; anchors have that of zone 5."
        )
        return [(hard, in_5), (pressures.on(face.area, 4), in_4)]
    why = "" if rectangle else ", for its outline does not say how much of it lies in either"
    trace.assume(
        f"{face.name} reaches into zone 5 of the wall: its pressure is taken for all of the "
        f"cabinet{why}."
    )
    return [(hard, face.area)]


def _forces(parts: list[tuple[Pressed, float]], trace: Bare) -> tuple[float, float]:
    """The forces on the cabinet, towards the wall and off it, lbf."""
    if len(parts) == 1:
        ((one, area),) = parts
        return (
            trace(eq.force_on_area, p=one.inward, A=area),
            trace(eq.force_on_area, p=one.outward, A=area),
        )
    (five, in_5), (four, in_4) = parts
    return (
        trace(eq.force_in_zones, p_4=four.inward, A_4=in_4, p_5=five.inward, A_5=in_5),
        trace(eq.force_in_zones, p_4=four.outward, A_4=in_4, p_5=five.outward, A_5=in_5),
    )


def _weight(face: Face, trace: Bare) -> float | None:
    density = face.element.weight_psf
    return None if density is None else trace(loads.cabinet_weight, w=density, A=face.area)


def _arm(face: Face, backing: Backing, trace: Bare) -> float:
    """From the wall to the cabinet's weight, ft."""
    if face.thickness is None:
        return backing.gap
    return trace(fixings.weight_from_wall, g=backing.gap, d=face.thickness)


def _anchors(held: Held, backing: Backing, trace: Bare) -> AnchorRow | None:
    """What the most loaded anchor takes: the suction of its own area, and the weight."""
    face = held.face
    told = face.element.anchors
    if told is None:
        return None
    group = group_of(told, f"{face.where}/anchors", face.name, trace)
    require_within(group, face.width, face.height)
    area = trace(fixings.tributary_area, A_s=face.area, n_a=group.count)
    trace.subject = f"{face.name}, one anchor"
    suction = backing.pressures.on(area, held.zone).outward
    pull = trace(fixings.wind_tension, p_out=suction, A=area)
    lean = shear = 0.0
    if held.weight:
        shear = trace(fixings.dead_shear, W=held.weight, n_a=group.count)
        lean = _lean(held, group, backing.gap, trace)
    taken = Taken(pull, lean, 0.0, shear)
    return anchored(group, taken, backing.combinations, tributary=(area, suction), trace=trace)


def _lean(held: Held, group: Group, gap: float, trace: Bare) -> float:
    """Tension of an anchor because the weight hangs off the wall, lbf.

    Raises:
        InvalidInput: A single row, and nothing that the cabinet could lean on.
    """
    if not held.arm or held.weight is None:
        return 0.0
    moment = trace(fixings.tipping_moment, W=held.weight, e=held.arm)
    if group.rows > 1:
        return tension_of_rows(moment, group, trace)
    if gap:
        detail = (
            f"a single row does not hold {held.face.name}, whose weight hangs {held.arm:.3g} ft "
            f"off the wall: with a gap of {gap:g} ft its lower edge leans on nothing"
        )
        raise InvalidInput.at(Fault(f"{group.where}/rows", detail, group.anchors.rows,
                                    "give two rows and their spacing"))  # fmt: skip
    trace.assume(
        "A cabinet on a single row of anchors leans on the wall with its lower edge; the row is at "
        "the height of its middle."
    )
    lever = trace(fixings.lever_of_row, z_F=held.height, z_b=held.face.bottom)
    return trace(fixings.dead_tension_of_row, M_D=moment, n_c=group.columns, z_l=lever)
