"""Which cabinets are one face: those that touch or nearly touch, or all where that is asked."""

from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.project.sign import Sign
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.joint import joint
from apex_cli.solvers.exposure.solid import is_solid
from apex_cli.solvers.limits import SAME

if TYPE_CHECKING:
    from apex_cli.packs.eurocode_wind import Board
    from apex_cli.packs.exposure import SolidSign

    Figure = SolidSign | Board
    """What a standard says of signs, and apex of which cabinets are one face."""

EACH = "every cabinet a sign of its own"
SEPARATE = "Stacked separately: every cabinet is a sign of its own, with its own s, h and q_h."


class Reading(Struct, frozen=True):
    """A way to read cabinets as faces."""

    name: str
    faces: list[Face]


class Layout(Struct, frozen=True):
    """The faces that the wind meets, and the other readings that are worth telling."""

    faces: list[Face]
    others: list[Reading]


def faces_of(cabinets: list[Face], sign: Sign, figure: "Figure", trace: Bare) -> Layout:
    """The faces that the wind meets.

    Args:
        cabinets: Each cabinet as a face.
        sign: Says how they are stacked, or nothing.
        figure: What the figure for solid signs says.
        trace: Calls the equations.

    Raises:
        NoAnswer: They are to be one face, and as one they are neither a solid nor an open sign.
    """
    if len(cabinets) <= 1:  # none: bare poles
        return Layout(cabinets, [])
    if sign.stacking == "combined":
        faces = _combined(cabinets, figure, trace)
        return Layout(faces, [] if faces is cabinets else [Reading(EACH, cabinets)])
    limit = figure.one_face_gap.value
    groups = groups_of(cabinets, limit)
    if len(groups) == len(cabinets):
        trace.assume(SEPARATE)
        return Layout(cabinets, _nearly(cabinets, figure, trace))
    solid_above = figure.rules.numbers["solid_above"]
    asked = sign.states("stacking")
    apart: list[Face] = []
    together: list[Face] = []
    for group in groups:
        one = group[0] if len(group) == 1 else joint(group, _named(group), trace.aside())
        if len(group) == 1 or not is_solid(one, solid_above):
            apart += group
            together += group
            if len(group) > 1 and any(is_solid(cabinet, solid_above) for cabinet in group):
                _tell_no_outline(group, figure, trace)
            continue
        apart += group
        together.append(one if asked else joint(group, one.name, trace))
        if asked:
            _tell_asked(group, figure, trace)
        else:
            trace.assume(
                f"{one.name} touch, or are less than {limit:g} of the smaller height apart: one "
                f"face, {one.width:g} ft wide and {one.height:g} ft high, the force at the "
                "centroid of what is solid."
            )
    if len(together) == len(cabinets):
        trace.assume(SEPARATE)
        tell_overlaps(cabinets, trace)
        return Layout(cabinets, [])
    if asked:
        trace.assume(SEPARATE)
        tell_overlaps(cabinets, trace)
        return Layout(cabinets, [Reading("touching cabinets as one face", together)])
    return Layout(together, [Reading(EACH, apart)])


def _nearly(cabinets: list[Face], figure: "Figure", trace: Bare) -> list[Reading]:
    """The reading of cabinets that are not far apart as one face, which is told and not taken."""
    gap, solid_above = figure.told_face_gap.value, figure.rules.numbers["solid_above"]
    near: list[Face] = []
    for group in groups_of(cabinets, gap):
        one = joint(group, _named(group), trace.aside()) if len(group) > 1 else group[0]
        if len(group) > 1 and is_solid(one, solid_above):
            trace.assume(
                f"{one.name} are more than {figure.one_face_gap.value:g} and at most {gap:g} of "
                "the smaller height apart: signs of their own; what they take as one face stands "
                "in the alternatives."
            )
            near.append(one)
        else:
            near += group
    return (
        []
        if len(near) == len(cabinets)
        else [Reading("cabinets near one another as one face", near)]
    )


def groups_of(cabinets: list[Face], gap: float) -> list[list[Face]]:
    """The cabinets in groups whose members touch or nearly touch, directly or through others.

    Args:
        cabinets: Each cabinet as a face.
        gap: The greatest gap within a group, over the smaller height of two neighbours.
    """
    group = list(range(len(cabinets)))
    for i, j in combinations(range(len(cabinets)), 2):
        if group[i] != group[j] and neighbours(cabinets[i], cabinets[j], gap):
            old, new = max(group[i], group[j]), min(group[i], group[j])
            group = [new if number == old else number for number in group]
    return [
        [face for face, number in zip(cabinets, group, strict=True) if number == one]
        for one in dict.fromkeys(group)
    ]


def neighbours(one: Face, other: Face, gap: float) -> bool:
    """Whether two cabinets touch or nearly touch, side by side or one above the other."""
    most = gap * min(one.height, other.height)
    dust = SAME * max(one.top, other.top, one.width, other.width)
    beside = abs(one.offset - other.offset) - (one.width + other.width) / 2
    above = max(one.bottom, other.bottom) - min(one.top, other.top)
    return (above < -dust and beside <= most + dust) or (beside < -dust and above <= most + dust)


def _named(group: list[Face]) -> str:
    return f"{group[0].name} to {group[-1].name}" if len(group) > 3 else _list(group)  # noqa: PLR2004 - a line long


def _list(group: list[Face]) -> str:
    *names, last = [face.name for face in group]
    return f"{', '.join(names)} and {last}"


def _combined(cabinets: list[Face], figure: "Figure", trace: Bare) -> list[Face]:
    """All cabinets as one face; as themselves where all of them are open."""
    solid_above = figure.rules.numbers["solid_above"]
    found = joint(cabinets, "combined face", trace.aside())
    if is_solid(found, solid_above):
        trace.assume(
            "Stacked combined: one face from the lowest to the highest edge and over the widest "
            "extent, the net area of the cabinets as its solidity, the force at the centroid of "
            "what is solid."
        )
        return [joint(cabinets, found.name, trace)]
    if not any(is_solid(cabinet, solid_above) for cabinet in cabinets):
        trace.assume(
            "Stacked combined, and every cabinet is open: each has its own members, frame and "
            "solid area, so that each is answered by itself."
        )
        return cabinets
    detail = (
        f"as one face the cabinets are {100 * found.solidity:.3g} % solid, and a solid sign is "
        f"more than {100 * solid_above:g} %; the open-sign figure is for openings spread over the "
        "face and knows no Case B"
    )
    hint = "take sign.stacking separate"
    raise NoAnswer(
        f"{detail} ({figure.one_face_gap.clause} note 1)",
        code="sign.not_one_face",
        hint=hint,
        faults=[Fault("/sign/stacking", detail, "combined", hint)],
    )


def tell_overlaps(faces: list[Face], trace: Bare) -> None:
    """Warn of cabinets that lie over one another."""
    for lower, upper in combinations(sorted(faces, key=lambda face: face.bottom), 2):
        apart = abs(lower.offset - upper.offset) >= (lower.width + upper.width) / 2
        if upper.bottom < lower.top - SAME and not apart:
            trace.warn(
                "sign.cabinets_overlap",
                "warning",
                f"{lower.name} and {upper.name} overlap: as signs of their own, the wind on the "
                "overlap counts twice.",
            )


def _tell_no_outline(group: list[Face], figure: "Figure", trace: Bare) -> None:
    trace.warn(
        "sign.faces_touch",
        "review",
        f"{_list(group)} touch or nearly touch, and the rectangle around them is too open to be "
        "one solid face: the figure has no such outline. Each is answered as a sign of its own; "
        "together they may take more torsion.",
        figure.one_face_gap.clause,
    )


def _tell_asked(group: list[Face], figure: "Figure", trace: Bare) -> None:
    trace.warn(
        "sign.faces_touch",
        "review",
        f"{_list(group)} touch or nearly touch and are answered as signs of their own, as "
        "sign.stacking asks. The figure measures B over all of a face: as one face they bring "
        "what `alternatives` tells.",
        figure.one_face_gap.clause,
    )
