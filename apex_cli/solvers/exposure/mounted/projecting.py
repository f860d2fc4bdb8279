"""Signs that project from a wall: the figure of freestanding signs, and what reaches the wall."""

from typing import NamedTuple

from apex_cli.equations import Bare, Citations
from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.sign import Gust, Sign
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.equations import fixings, loads
from apex_cli.solvers.exposure.faces import Face, cabinets_of
from apex_cli.solvers.exposure.groups import faces_of
from apex_cli.solvers.exposure.gust import gust_factor
from apex_cli.solvers.exposure.mounted import tell
from apex_cli.solvers.exposure.mounted.answer import made, refuse_poles
from apex_cli.solvers.exposure.mounted.brackets import held
from apex_cli.solvers.exposure.mounted.result import AtWall, BuildingResult, Reaction
from apex_cli.solvers.exposure.mounted.zones import zone_width_of
from apex_cli.solvers.exposure.open_sign import open_wind
from apex_cli.solvers.exposure.placed import Placed
from apex_cli.solvers.exposure.solid import is_solid, solid_wind
from apex_cli.solvers.exposure.wind import Wind, WindForces
from apex_cli.solvers.limits import beyond


def solve(placed: Placed, trace: Bare) -> BuildingResult:
    """What the wind does to a sign that projects from a wall.

    Raises:
        InvalidInput: What such a sign does not have, or anchors that cannot take it.
        NoAnswer: Cabinets that are to be one face, and cannot.
    """
    refuse_poles(placed)
    building, building_pack, clauses = placed.at_building()
    pack = placed.pack
    trace.cite(Citations(pack.standard, clauses))
    trace.subject = "wall"
    a = zone_width_of(building, building_pack.wall, trace)
    trace.subject = ""
    sign = _out_of_the_wall(placed.sign, trace)
    cabinets = cabinets_of(sign, trace)
    _require_within(sign, cabinets)
    tell.of_projecting(building, cabinets, a, trace)
    faces = faces_of(cabinets, sign, pack.sign, trace).faces
    gust = placed.inputs.gust
    if gust is None:
        gust = Gust()
        trace.assume(f"No gust method is given: the constant {pack.gust.constant.value:g}.")
    trace.subject = "gust factor"
    factor = gust_factor(
        gust, placed.inputs, faces, cabinets, n_1=gust.natural_frequency_hz, pack=pack, trace=trace
    )
    trace.subject = ""
    winds = _winds(faces, placed, factor, trace)
    down, lean = _weight(cabinets, trace)
    reactions = _reactions(winds, down, lean, trace)
    at_wall = AtWall(
        inward_lbf=None,
        outward_lbf=None,
        along_lbf=max(row.along_lbf for row in reactions),
        turn_kipft=max(row.turn_kipft for row in reactions),
        down_lbf=down,
        lean_kipft=lean,
    )
    brackets = anchors = None
    if sign.brackets is not None:
        brackets, anchors = held(
            sign.brackets, at_wall, (pack.combinations, building_pack.dead_alone), trace
        )
    placed.wind.tell()
    k_d = pack.kd.numbers["solid_sign"]
    trace.subject = "top of sign"
    at = placed.pressures.at(max(face.top for face in faces), k_d)
    return made(
        placed, at, k_d, trace, BuildingResult,
        gust_factor=factor, gust_method=gust.method,
        natural_frequency_hz=gust.natural_frequency_hz,
        elements=[wind.result for wind in winds], zone_width_ft=a, reactions=reactions,
        at_wall=at_wall, brackets=brackets, anchors=anchors,
        not_checked=[tell.EDGE, *tell.left_out(sign)],
    )  # fmt: skip


def _out_of_the_wall(sign: Sign, trace: Bare) -> Sign:
    """The sign with its cabinets where they are: so far from the wall.

    Raises:
        InvalidInput: The gap is missing, or a cabinet is told beside the others.
    """
    gap = sign.gap_ft
    if gap is None:
        raise InvalidInput.at(Fault("/sign/gap_ft", "is needed by a sign that projects"))
    faults = [
        Fault(f"/sign/elements/{n}/offset_ft",
              "is not that of a projecting sign: its cabinets begin gap_ft from the wall",
              element.offset_ft, "leave it out")
        for n, element in enumerate(sign.elements) if element.offset_ft
    ]  # fmt: skip
    if faults:
        raise InvalidInput.at(*faults)
    elements = []
    for n, element in enumerate(sign.elements, 1):
        trace.subject = element.name or f"cabinet {n}"
        middle = trace(fixings.middle_from_wall, g=gap, B=element.width_ft)
        elements.append(element.replace(offset_ft=middle))
    trace.subject = ""
    return sign.replace(elements=elements)


def _require_within(sign: Sign, cabinets: list[Face]) -> None:
    """Refuse brackets that reach farther up the wall than the sign which hangs on them.

    Raises:
        InvalidInput: They do: their couple would count for more than it is.
    """
    brackets = sign.brackets
    if brackets is None or brackets.count == 1 or brackets.spacing_ft is None:
        return
    high = max(face.top for face in cabinets) - min(face.bottom for face in cabinets)
    taken = (brackets.count - 1) * brackets.spacing_ft
    if beyond(taken, high):
        detail = f"{brackets.count} brackets take {taken:g} ft of a sign that is {high:g} ft high"
        raise InvalidInput.at(Fault("/sign/brackets/spacing_ft", detail, brackets.spacing_ft))


def _winds(faces: list[Face], placed: Placed, factor: float, trace: Bare) -> list[Wind]:
    """The wind on each face, as on a freestanding one."""
    wind_forces = WindForces(placed.pack, factor, trace, placed.wind.floor)
    solid_above = placed.pack.sign.rules.numbers["solid_above"]
    return [
        solid_wind(face, placed.pressures, wind_forces, placed.sign.readings)
        if is_solid(face, solid_above)
        else open_wind(face, placed.pressures, wind_forces)
        for face in faces
    ]


def _weight(cabinets: list[Face], trace: Bare) -> tuple[float, float]:
    """The weight, lbf, and its moment about a level line in the wall, kip-ft."""
    weights, arms = [], []
    for face in cabinets:
        if face.element.weight_psf:
            trace.subject = face.name
            weights.append(trace(loads.cabinet_weight, w=face.element.weight_psf, A=face.area))
            arms.append(face.x)
    trace.subject = ""
    if not weights:
        return 0.0, 0.0
    return sums.summed(trace, sums.DEAD, weights), sums.summed(trace, sums.LEAN, weights, arms)


class _Push(NamedTuple):
    """A force of a case: lbf, whose it is, the middle of its face and the shift from it, ft."""

    force: float
    name: str
    middle: float
    shift: float | None


def _cases(winds: list[Wind]) -> dict[str, list[_Push]]:
    """The forces of each case that the figure asks for."""
    straight = [_Push(wind.force, wind.result.name, wind.offset or 0.0, None) for wind in winds]
    both = [*zip(straight, winds, strict=True)]
    found = {"A": straight}
    if any(wind.arm is not None for wind in winds):
        found["B"] = [push._replace(shift=wind.arm) for push, wind in both]
    if any(wind.case_c for wind in winds):
        found["C"] = [
            push._replace(force=wind.case_c[0], shift=wind.case_c[1])
            if wind.case_c
            else push._replace(shift=wind.arm)
            for push, wind in both
        ]
    return found


def _reactions(winds: list[Wind], down: float, lean: float, trace: Bare) -> list[Reaction]:
    """What each case brings to the wall; a force that is shifted is shifted away from it."""
    rows = []
    for case, pushes in _cases(winds).items():
        places = []
        for push in pushes:
            place = push.middle
            if push.shift is not None:
                trace.subject = f"{push.name}, Case {case}"
                place = trace(fixings.farther_from_wall, x_F=place, e=push.shift)
            places.append(place)
        trace.subject = f"Case {case}"
        forces = [push.force for push in pushes]
        along = sums.summed(trace, sums.WALL_FORCE, forces)
        turn = sums.summed(trace, sums.TURN, forces, places)
        rows.append(Reaction(case, None, along, down, turn, lean))
    trace.subject = ""
    return rows
