"""What is said of a sign at a building: what was assumed, what is from memory, what is left out."""

from apex_cli.equations import Bare
from apex_cli.packs.building import BuildingPack
from apex_cli.project.building import Building
from apex_cli.project.sign import Sign
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.mounted.anchors import NO_PRODUCT, SHARED
from apex_cli.solvers.exposure.mounted.zones import SPACER_FT
from apex_cli.solvers.exposure.placed import Placed
from apex_cli.solvers.limits import SAME, beyond

FRAMES = "strength of the cabinets, their frames and brackets"
EDGES = 2
WALL = "strength of the wall and of what its pressures go to"
NOT_CHECKED = (FRAMES, WALL, "ice", "seismic load", "fatigue")
"""What is not looked at in any sign at a building."""

ANCHORS = "anchors: no group of them is told"
BRACKETS = "brackets and their anchors: none are told"
EDGE = "wind along the wall's normal, on the edge of the sign"
CAPACITIES = "what anchors may take: no capacity with its source is told"


def left_out(sign: Sign) -> list[str]:
    """What is not checked of this sign."""
    if sign.mounting == "projecting":
        if sign.brackets is None:
            return [*NOT_CHECKED, BRACKETS]
        groups = [sign.brackets.anchors]
    else:
        groups = [element.anchors for element in sign.elements]
    found = [*NOT_CHECKED]
    if any(group is None for group in groups):
        found.append(ANCHORS)
    if any(group is not None and group.tension_lbf is None for group in groups):
        found.append(CAPACITIES)
    return found


def of_wall(placed: Placed, faces: list[Face], gap: float, pack: BuildingPack, trace: Bare) -> None:
    """Tell what a sign on a wall is taken to be."""
    if not trace.told:
        return
    attached = pack.attached
    if attached.status == "memory":
        trace.warn(
            "building.from_memory",
            "warning",
            "That a sign on a wall takes the pressures of the wall behind it with GCpi = 0, up to "
            "which gap, and how wide zone 5 is: of these rules no source could be read. Hold them "
            f"against {pack.standard} {attached.clause} and {pack.wall.zone_width.clause}.",
            attached.clause,
        )
    trace.assume(
        "The sign is one with the wall behind it: GCpi = 0, the wall itself is closed there; what "
        "openings near it do is not looked at."
    )
    if placed.sign.building is not None and placed.sign.building.wall_top_ft is None:
        trace.assume("The wall ends at the mean roof height: sign.building.wall_top_ft is absent.")
    if placed.sign.gap_ft is None:
        trace.assume("The sign is in contact with the wall: sign.gap_ft is not given.")
    elif gap and not beyond(gap, SPACER_FT):
        trace.assume(
            f"A gap of {gap:g} ft is that of spacers or a raceway: the sign counts as in contact."
        )
    elif gap:
        trace.assume(
            f"With a gap of {gap:g} ft, up to {attached.gap.value:g}, and its edges "
            f"{attached.margin.value:g} ft inside those of the wall, the sign counts as on it."
        )
    out = gap + max((face.thickness or 0.0 for face in faces), default=0.0)
    if beyond(out, attached.gap.value):
        trace.warn(
            "wall.stands_out",
            "review",
            f"The sign stands {out:g} ft out of the wall: so far from it the wind along the wall "
            "presses on the ends of a cabinet, which is not counted.",
        )
    trace.assume(
        "The effective wind area of a cabinet is its own area, that of an anchor its equal share "
        "of it."
    )
    _of_faces(placed.sign, faces, trace)
    if any(element.anchors is not None for element in placed.sign.elements):
        trace.assume(SHARED)
        trace.assume(NO_PRODUCT)
    weights(faces, trace, hangs=True)


def _of_faces(sign: Sign, faces: list[Face], trace: Bare) -> None:
    """Tell what of a cabinet has no part in the pressures of a wall."""
    if any(face.solidity < 1 for face in faces):
        trace.assume("The pressures of the wall stand on the whole area of an open face.")
    if any(face.corner for face in faces):
        trace.assume(
            "return_corner_ft is not used: it belongs to the figure of signs on the ground."
        )
    if sign.states("stacking"):
        trace.assume("sign.stacking is not used: on a wall every cabinet is one of its own.")


def weights(faces: list[Face], trace: Bare, *, hangs: bool) -> None:
    """Tell of cabinets without a weight, or without the depth that it hangs at."""
    if any(face.element.weight_psf is None for face in faces):
        trace.warn(
            "dead.weight_missing",
            "notice",
            "Not every cabinet has a weight: what has none counts as weightless in the dead load.",
        )
    if hangs and any(
        face.thickness is None and face.element.weight_psf is not None for face in faces
    ):
        trace.warn(
            "wall.depth_missing",
            "warning",
            "A cabinet without thickness_ft counts as flat: its weight hangs no farther from the "
            "wall than the gap, and pulls its anchors less than it does.",
        )


def of_projecting(building: Building, cabinets: list[Face], a: float | None, trace: Bare) -> None:
    """Tell what a projecting sign is taken to be, and where that is doubtful."""
    if not trace.told:
        return
    trace.warn(
        "projecting.by_practice",
        "warning",
        "The standard has no clause for a sign that projects from a wall: by practice it is taken "
        "as a freestanding one, with the height of its upper edge above grade. What the building "
        "does to the wind there is not in it.",
        "29.3.1",
    )
    trace.assume(
        "Wind blows on either face of the sign; where the figure shifts its force, it is shifted "
        "away from the wall. The near edge of a polygon is its left one."
    )
    trace.assume(
        "Brackets are alike, and the middle between them is at the height of the force: each takes "
        "an equal part of force and moment about the vertical, and the weight pulls them in "
        "proportion to their distance from that middle."
    )
    trace.assume(NO_PRODUCT)
    _of_corner(building, a, trace)
    top = building.wall_top_ft or building.mean_roof_height_ft
    above = max(face.top for face in cabinets)
    if above > top * (1 + SAME):
        trace.warn(
            "projecting.above_roof",
            "review",
            f"The sign reaches up to {above:g} ft, above the wall's upper edge at {top:g} ft: "
            "there it stands in the air that the roof speeds up, which is not in the figure.",
        )
    weights(cabinets, trace, hangs=False)


def _of_corner(building: Building, a: float | None, trace: Bare) -> None:
    """Tell of a sign at a corner of the building, or that nobody knows whether it is at one."""
    edges = [edge for edge in (building.left_ft, building.right_ft) if edge is not None]
    if a is None or len(edges) < EDGES:
        trace.warn(
            "projecting.corner_not_known",
            "warning",
            "How far the sign is from the building's corners is not told (sign.building.left_ft, "
            "right_ft, width_ft, depth_ft): at a corner the air is faster than the figure knows.",
        )
    elif min(edges) < a * (1 - SAME):
        trace.warn(
            "projecting.near_corner",
            "review",
            f"The sign is {min(edges):g} ft from a corner of the building, within the {a:.3g} ft "
            "in which walls have their highest suction: the air is faster there than the figure of "
            "freestanding signs knows.",
        )
