"""What is said of a sign on a roof: what it is taken to be, and what is left out."""

from apex_cli.equations import Bare
from apex_cli.packs.building import Rooftop
from apex_cli.project.building import Building
from apex_cli.project.sign import Sign
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.placed import Placed
from apex_cli.solvers.limits import SAME, beyond

NO_GAP_FT = 0.5
"""Below such a gap no wind passes under a sign: it may be a parapet. A choice, not the code's."""

NOT_CHECKED = (
    "strength of the cabinets, their frames and what fastens them to the roof",
    "strength of the roof and of what carries it",
    "wind on the frames, and along the sign",
    "ice",
    "seismic load",
    "fatigue",
)
"""What is not looked at in any sign on a roof."""

FRAMES = "what each frame takes: no frames are told"


def left_out(sign: Sign) -> list[str]:
    """What is not checked of this sign."""
    return [*NOT_CHECKED] if sign.frames is not None else [*NOT_CHECKED, FRAMES]


def before(
    placed: Placed, building: Building, cabinets: list[Face], rooftop: Rooftop, trace: Bare
) -> None:
    """Tell what the sign is taken to be, and where that is doubtful."""
    if not trace.told:
        return
    if building.roof_ft is None:
        trace.assume(
            "The roof at the sign is as high as the mean roof: sign.building.roof_ft is not given."
        )
    trace.assume(
        "Shears and moments are those at the roof; a roof sign is measured from grade, its upper "
        "edge too, which is its height in the figure of freestanding signs."
    )
    trace.assume(
        "As a rooftop structure the sign has the coefficient of the area of all its cabinets, the "
        "whole area of open ones too, and the code's least pressure; its uplift acts on width "
        "times thickness of each cabinet, and stands beside either reading."
    )
    if placed.sign.frames is not None:
        trace.assume(
            "The frames share every force by statics: equal parts, and a couple for its distance "
            "from the middle of all; each has the most of any case of both readings. Uplift does "
            "not relieve the foot that presses."
        )
    high = rooftop.doubtful_above
    if beyond(building.mean_roof_height_ft, high.value):
        trace.warn(
            "roof.high_building",
            "review",
            f"The mean roof height is {building.mean_roof_height_ft:g} ft, above {high.value:g} "
            "ft: the rule of rooftop structures is known here from low buildings alone.",
            high.clause,
        )
    _of_gap(cabinets, building, trace)


def _of_gap(cabinets: list[Face], building: Building, trace: Bare) -> None:
    """Tell of a sign that may be a parapet, or stands out over the building."""
    roof = building.mean_roof_height_ft if building.roof_ft is None else building.roof_ft
    gap = min(face.bottom for face in cabinets) - roof
    if gap < NO_GAP_FT - SAME:
        trace.warn(
            "roof.no_gap",
            "review",
            f"The sign begins {max(gap, 0.0):.3g} ft above the roof. If it continues the wall's "
            "face without a gap it is a parapet, with wind on both of its sides, which is not "
            "computed here.",
        )
    left = min(face.offset - face.width / 2 for face in cabinets)
    right = max(face.offset + face.width / 2 for face in cabinets)
    if building.width_ft is not None and beyond(right - left, building.width_ft):
        trace.warn(
            "roof.wider_than_building",
            "review",
            f"The sign is {right - left:g} ft wide and the building {building.width_ft:g} ft: what "
            "stands out over its edges is in other air than that above a roof.",
        )


def after(taken: str, other: str, moment: float, less: float, trace: Bare) -> None:
    """Tell which reading is taken."""
    trace.warn(
        "roof.two_readings",
        "warning",
        "The standard names no roof sign. It is read as a rooftop structure (29.4.1) and as a "
        f"freestanding sign (29.3) as high as its upper edge: as a {taken} the moment at the roof "
        f"is {moment:,.4g} kip-ft, as a {other} {less:,.4g}; the larger is taken, and both stand "
        "in readings.",
        "29.4.1",
    )
