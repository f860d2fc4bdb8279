"""Signs on walls: the pressures of the wall behind them, and what their anchors take."""

from apex_cli.equations import Bare, Citations
from apex_cli.quantities import Known
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.faces import cabinets_of
from apex_cli.solvers.exposure.mounted import tell
from apex_cli.solvers.exposure.mounted.anchors import worst
from apex_cli.solvers.exposure.mounted.answer import made, refuse_poles
from apex_cli.solvers.exposure.mounted.cabinet import Backing, Hung, hung
from apex_cli.solvers.exposure.mounted.pressures import WallPressures
from apex_cli.solvers.exposure.mounted.result import AtWall, BuildingResult, Reaction
from apex_cli.solvers.exposure.mounted.zones import (
    require_low,
    require_on_wall,
    tell_unknown_zones,
    zone_width_of,
)
from apex_cli.solvers.exposure.placed import Placed

CONTACT = Known(0.0, "in contact with the wall")
"""The gap of a sign that tells none."""


def solve(placed: Placed, trace: Bare) -> BuildingResult:
    """What the wind does to a sign on a wall.

    Raises:
        InvalidInput: What a sign on a wall does not have, or what does not fit.
        NoAnswer: The wall's pressures do not hold for it.
    """
    refuse_poles(placed)
    building, pack, clauses = placed.at_building()
    trace.cite(Citations(pack.standard, {**clauses, **_GEOMETRY}))
    require_low(building, pack.wall)
    gap = CONTACT if placed.sign.gap_ft is None else placed.sign.gap_ft
    faces = cabinets_of(placed.sign, trace)
    require_on_wall(faces, building, gap, pack)
    tell.of_wall(placed, faces, gap, pack, trace)
    tell_unknown_zones(building, trace)
    trace.subject = "wall"
    a = zone_width_of(building, pack.wall, trace)
    pressures = WallPressures(placed, building, pack, trace)
    backing = Backing(
        building,
        a,
        gap,
        pressures,
        (placed.pack.combinations, pack.dead_alone),
        placed.sign.readings,
    )
    found = [hung(face, backing, trace) for face in faces]
    placed.wind.tell()
    at_wall = _at_wall(found, trace)
    rows = [one.row for one in found]
    return made(
        placed, pressures.at, pressures.kd, trace, BuildingResult,
        elements=rows, zone_width_ft=a, reactions=_reactions(at_wall), at_wall=at_wall,
        anchors=worst(row.anchors for row in rows), not_checked=tell.left_out(placed.sign),
    )  # fmt: skip


_GEOMETRY = {"gross_area": "", "top_of_sign": "", "height_of_resultant": ""}
"""What the figure of freestanding signs has no part in here."""


def _at_wall(found: list[Hung], trace: Bare) -> AtWall:
    """The sums of all cabinets; every zone of a wall may have its most at the same time."""
    trace.subject = "wall"
    inward = sums.summed(trace, sums.WALL_FORCE, [one.row.inward_lbf for one in found])
    outward = sums.summed(trace, sums.WALL_FORCE, [one.row.outward_lbf for one in found])
    weighed = [(one.weight, one.arm) for one in found if one.weight is not None]
    down = lean = 0.0
    if weighed:
        weights, arms = map(list, zip(*weighed, strict=True))
        down = sums.summed(trace, sums.DEAD, weights)
        lean = sums.summed(trace, sums.LEAN, weights, arms)
    trace.subject = ""
    return AtWall(inward, outward, None, None, down, lean)


def _reactions(most: AtWall) -> list[Reaction]:
    """Both directions of the wind."""
    return [
        Reaction(case, force, 0.0, most.down_lbf, 0.0, most.lean_kipft)
        for case, force in (("suction", most.outward_lbf), ("pressure", -(most.inward_lbf or 0.0)))
    ]
