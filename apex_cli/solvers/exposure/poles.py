"""Wind on the poles: every length that no solid face hides, without credit for shielding."""

from bisect import bisect_left

from apex_cli.equations import Bare
from apex_cli.project.poles import Poles
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.bands import Band, Edge, Length, bands_of, place_of, side
from apex_cli.solvers.exposure.equations import poles as eq
from apex_cli.solvers.exposure.equations.faces import joint_offset
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.result import ElementWind
from apex_cli.solvers.exposure.supports import Support, width_of
from apex_cli.solvers.exposure.velocity_pressure import VelocityPressures
from apex_cli.solvers.exposure.wind import Forces, Shown, Wind, WindForces
from apex_cli.solvers.limits import SAME
from apex_cli.solvers.poles import Stage, StageShape, outside


def pole_winds(
    support: Support,
    faces: list[Face],
    solid: list[bool],
    forces: Forces,
    trace: Bare,
) -> list[Wind]:
    """The wind on each exposed length of the poles.

    Args:
        support: The poles.
        faces: The faces.
        solid: For each face whether it is solid; an open face hides nothing.
        forces: Give the wind on each.
        trace: Calls the equations.
    """
    count = support.poles.count
    hiding = [face for face, hides in zip(faces, solid, strict=True) if hides]
    found = [
        (stage, band)
        for stage in outside(support.stages)
        for band in bands_of(support.poles, stage, hiding)
    ]
    if any(band.name(count) != "pole" for _, band in found):
        trace.assume(
            "Poles that are not hidden alike: each pole, or part of a pole beside or behind a "
            "face, takes the wind on its own exposed lengths, at the place where it stands."
        )
    if len(support.stages) > 1:
        trace.assume(
            "A stepped pole: each stage takes the wind by its own width, where it is the outer one."
        )
    trace.assume(
        "Wind on the poles: lengths that no solid face covers, without credit for "
        f"shielding{forces.of_poles}."
    )
    h = max([support.top, *(face.top for face in faces)])
    winds = []
    for stage, band in found:
        for k, length in enumerate(band.lengths, 1):
            name = band.name(count)
            if len(support.stages) > 1:
                name += f", {stage.name}"
            if len(band.lengths) > 1:
                name += f", length {k}"
            trace.subject = name
            shown = _shown(band, length, stage, support, trace)
            if shown is not None:
                winds.append(forces.pole(name, shown, h, support.poles))
    trace.subject = ""
    return winds


def _shown(band: Band, length: Length, stage: Stage, support: Support, trace: Bare) -> Shown | None:
    """The area of a length of a band; None where a tapered pole ends short of it sideways."""
    poles, shape = support.poles, stage.shape
    if length.bottom is None:
        run = length.top
        height = trace(eq.middle_of_lowest, L=run)
    else:
        run = trace(eq.exposed_length, z_1=length.bottom, z_2=length.top)
        height = trace(eq.middle_height, z_1=length.bottom, z_2=length.top)
    width = width_of(stage, height, trace)
    depth = stage.depth if shape == "rectangular" else width
    least = min(width, depth)
    if shape == "square_diagonal":
        trace.assume(
            "A square pole on its diagonal: the area is that projected on the wind, its diagonal "
            "wide; h/D is taken with the side, its least width."
        )
    if band.part:
        edges = _edges(band, width, shape, support, trace)
        if edges is None:
            return None
        left, right = edges
        part = trace(eq.part_width, x_R=right, x_L=left)
        area = trace(eq.part_area, b=part, L=run)
        offset = trace(joint_offset, x_R=right, x_L=left)
        return Shown(area, height, offset, least, shape, length, width, depth)
    number: float = support.number
    place: float | None = None
    together = band.last - band.first + 1
    if together < poles.count:
        number = trace.known(float(together), "poles that are hidden alike")
        place = _place(band.first, support, trace)
        if together > 1:
            last = _place(band.last, support, trace)
            place = trace(joint_offset, x_R=last, x_L=place)
    projected = eq.pole_area_on_diagonal if shape == "square_diagonal" else eq.pole_area
    area = trace(projected, N=number, D=width, L=run)
    return Shown(area, height, place, least, shape, length, width, depth)


def _place(k: int, support: Support, trace: Bare) -> float:
    """Where pole k stands, ft from the support's axis."""
    number = trace.known(float(k), "number in the row of poles")
    return trace(eq.place_of_pole, k=number, N=support.number, a=support.poles.spacing_ft)


def _edges(
    band: Band, width: float, shape: StageShape, support: Support, trace: Bare
) -> tuple[float, float] | None:
    """Left and right side of a part of a pole of this width (in), ft from the support's axis."""
    projected = eq.width_on_diagonal if shape == "square_diagonal" else eq.width_in_feet
    half, x = trace.aside()(projected, D=width) / 2, place_of(support.poles, band.first)
    left = None if band.left is None or side(band.left) <= x - half else band.left
    right = None if band.right is None or side(band.right) >= x + half else band.right
    from_x = x - half if left is None else side(left)
    to_x = x + half if right is None else side(right)
    if to_x - from_x <= 2 * half * SAME:
        return None
    if left is not None and right is not None:
        return _side(left, trace), _side(right, trace)
    axis = _place(band.first, support, trace)
    shown = trace(projected, D=width)
    return (
        trace(eq.left_of_pole, x=axis, b=shown) if left is None else _side(left, trace),
        trace(eq.right_of_pole, x=axis, b=shown) if right is None else _side(right, trace),
    )


def _side(edge: Edge, trace: Bare) -> float:
    face, way = edge
    return sums.summed(trace, sums.RIGHT if way > 0 else sums.LEFT, [face.offset], [face.width])


def pole_wind(
    name: str,
    shown: Shown,
    h: float,
    poles: Poles,
    wind: tuple[VelocityPressures, WindForces],
) -> Wind:
    """The wind on an exposed length of the poles by ASCE 7.

    Args:
        name: What it is called.
        shown: What the wind meets.
        h: Full height of the sign, ft.
        poles: Tell the surface of round ones.
        wind: Velocity pressures at the site, and gust factor, pack and trace.
    """
    pressures, wind_forces = wind
    pack, trace = wind_forces.pack, wind_forces.trace
    area, height, width, shape, length = (
        shown.area, shown.height, shown.width, shown.shape, shown.length,
    )  # fmt: skip
    row: str = "square" if shape == "rectangular" else shape
    k_d = pack.kd.numbers[row]
    q = pressures.at(height, k_d).q
    slenderness = trace(eq.slenderness, h=h, D=width)
    if shape == "round":
        number = trace(eq.roundness_number, D=width, q_z=q)
        large = number > pack.pole.threshold.value
        row = f"round_large_{poles.surface}" if large else "round_small"
    ratios, rows = pack.pole.cf.numbers
    j = min(max(bisect_left(ratios, slenderness), 1), len(ratios) - 1)
    t = trace(eq.fraction_of_slenderness, r=slenderness, r_1=ratios[j - 1], r_2=ratios[j])
    cf = trace(eq.pole_coefficient, t=t, C_1=rows[row][j - 1], C_2=rows[row][j])
    force = wind_forces.on_structure(q, k_d, cf, area)
    force, pressure, least = wind_forces.governing(force, area, length.top)
    result = ElementWind(
        name, "pole", area, height, slenderness, None, cf, k_d, q, pressure, force, least, []
    )
    return Wind(result, force, height, shown.offset, None, None, length.bottom or 0.0, length.top)
