"""Case C of Figure 29.3-1: strips from the windward edge, and what the figure leaves open."""

from bisect import bisect_left

from msgspec import Struct

from apex_cli.packs.exposure import SolidSign
from apex_cli.project.sign import Readings
from apex_cli.quantities import Known
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.equations import regions as eq
from apex_cli.solvers.exposure.equations import signs
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.result import Region
from apex_cli.solvers.exposure.wind import WindForces
from apex_cli.solvers.limits import beyond

Pairs = list[tuple[Known | None, Known]]

_ONLY_FAR = (
    "Case C between two printed columns: a region that only the wider column has takes that "
    "column's value."
)
_OPEN = (
    "The figure defines nothing for Case C with 10 < B/s < 13: regions up to 3s are interpolated, "
    "those from 3s on "
)
_BETWEEN_TABLES = {
    "far_column": _OPEN + "take the column of B/s = 13.",
    "interpolate": _OPEN + "are interpolated from the value of 3s-10s at B/s = 10.",
}
_SHORT_CORNER = {
    "none": "none is taken, which is conservative.",
    "interpolate": "interpolated from 1.0 at Lr = 0.",
    "flat": "the first printed value is taken.",
}


class Shape(Struct, frozen=True):
    """What the figure asks of a face: B/s, s/h, and the factor for openings (None: none)."""

    aspect: float
    clearance: float
    openings: float | None


class Column(Struct, frozen=True):
    """Two printed columns around a B/s, and what had to be decided between them.

    Args:
        starts: Where the regions start, in units of s.
        x_1: B/s of the narrower column.
        x_2: B/s of the wider column.
        values: Each region's value in the narrower (None: it has none) and the wider column.
        note: The decision, for the assumptions.
    """

    starts: list[Known]
    x_1: Known
    x_2: Known
    values: Pairs
    note: str = ""


def strips(
    face: Face, q: float, shape: Shape, wind_forces: WindForces, readings: Readings
) -> tuple[list[Region], tuple[float, float]]:
    """The regions of Case C, and their resultant's force (lbf) and arm (ft).

    Args:
        face: The face.
        q: Velocity pressure at its top, psf.
        shape: What the figure asks of the face; B/s is at least 2.
        wind_forces: Gust factor, pack and trace.
        readings: Choices of the project.
    """
    trace, figure = wind_forces.trace, wind_forces.pack.sign
    aspect, clearance, openings = shape.aspect, shape.clearance, shape.openings
    between = readings.between_tables or figure.between_tables
    column = columns_around(figure, aspect, between)
    if column.note:
        trace.assume(column.note)
    subject = trace.subject
    t = trace(
        signs.fraction_of_columns, B=face.width, s=face.height, x_1=column.x_1, x_2=column.x_2
    )
    factors = [] if openings is None else [openings]
    if clearance > figure.rules.numbers["height_reduction"] - 1:
        factors.append(
            trace(eq.height_reduction, k_h=figure.rules.numbers["height_reduction"], s_h=clearance)
        )
    corner = _corner(face, aspect, wind_forces, readings)
    k_d = wind_forces.pack.kd.numbers["solid_sign"]
    found: list[Region] = []
    forces: list[float] = []
    arms: list[float] = []
    starts = [start for start in column.starts[: len(column.values)] if start < aspect]
    for k, start in enumerate(starts):
        trace.subject = f"{subject}, Case C region {k + 1}"
        near, far = column.values[k]
        cf: float = far
        if near is not None:
            cf = trace(eq.region_coefficient, t=t, C_1=near, C_2=far)
        for factor in [*factors, corner] if k == 0 and corner is not None else factors:
            cf = trace(signs.reduced_coefficient, C=cf, f=factor)
        if k + 1 < len(starts):
            width = trace(eq.region_width, x_1=start, x_2=starts[k + 1], s=face.height)
        else:
            width = trace(eq.last_region_width, x_1=start, s=face.height, B=face.width)
        area = trace(eq.region_area, A_s=face.area, w=width, B=face.width)
        force = wind_forces.on_sign(q, k_d, cf, area)
        forces.append(force)
        arms.append(trace(eq.region_arm, B=face.width, x_1=start, s=face.height, w=width))
        left = start * face.height
        found.append(Region(left, left + width, cf, force))
    trace.subject = subject
    total = sums.summed(trace, sums.REGION_FORCE, forces)
    twist = sums.summed(trace, sums.REGION_TWIST, forces, arms)
    return found, (total, trace(eq.resultant_arm, T=twist, F=total))


def columns_around(figure: SolidSign, aspect: float, between: str) -> Column:
    """The printed columns between which B/s lies.

    A region that only the wider column has takes that column's value. Between the two tables
    (10 < B/s < 13) `interpolate` lets the regions of 3s to 10s start from the narrower table's
    value for 3s-10s; `far_column` gives them the wider table's.
    """
    starts, columns, cells = figure.case_c.numbers
    wide_starts, wide_columns, wide_cells = figure.case_c_wide.numbers
    if aspect >= wide_columns[0]:
        j = min(max(bisect_left(wide_columns, aspect), 1), len(wide_columns) - 1)
        pairs: Pairs = [*zip(wide_cells[j - 1], wide_cells[j], strict=True)]
        return Column(wide_starts, wide_columns[j - 1], wide_columns[j], pairs)
    if aspect > columns[-1]:
        near, far = cells[-1], wide_cells[0]
        shared = len(starts) - 1
        mapped = near[shared] if between == "interpolate" else None
        pairs = [*zip(near[:shared], far[:shared], strict=True)]
        pairs += [(mapped, value) for value in far[shared:-1]]
        pairs.append((None, far[-1]))
        return Column(wide_starts, columns[-1], wide_columns[0], pairs, _BETWEEN_TABLES[between])
    j = max(bisect_left(columns, aspect), 1)
    near, far = cells[j - 1], cells[j]
    both = min(len(near), len(far))
    pairs = [*zip(near[:both], far[:both], strict=True)]
    extra: Pairs = [(None, value) for value in far[both:]]
    note = _ONLY_FAR if extra and starts[both] < aspect < columns[j] else ""
    return Column(starts, columns[j - 1], columns[j], [*pairs, *extra], note)


def _corner(face: Face, aspect: float, wind_forces: WindForces, readings: Readings) -> float | None:
    """The reduction of the windward region for a return corner, or None."""
    figure, trace = wind_forces.pack.sign, wind_forces.trace
    if face.corner <= 0 or aspect < figure.rules.numbers["corner_from"]:
        return None
    ratios, factors = figure.return_corner.numbers
    ratio = trace(eq.corner_ratio, L_r=face.corner, s=face.height)
    if not beyond(ratios[0], ratio):
        j = min(max(bisect_left(ratios, ratio), 1), len(ratios) - 1)
        t = trace(signs.fraction, x=ratio, x_1=ratios[j - 1], x_2=ratios[j])
        return trace(eq.corner_reduction, t=t, f_1=factors[j - 1], f_2=factors[j])
    reading = readings.short_return_corner or figure.short_return_corner
    trace.assume(
        "The figure gives no reduction for a return corner with Lr/s below 0.3: "
        + _SHORT_CORNER[reading]
    )
    if reading == "none":
        return None
    if reading == "flat":
        return factors[0]
    return trace(eq.short_corner_reduction, r=ratio, r_1=ratios[0], f_1=factors[0])
