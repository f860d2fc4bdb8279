"""The wind calculation: from a site and a sign to what reaches grade."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from apex_cli.equations import Bare, card_of
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.sign import Mounting, Sign
from apex_cli.solvers.acting import Actions, Blow, Hung
from apex_cli.solvers.exposure.body import body_of
from apex_cli.solvers.exposure.cautions import caution, not_covered
from apex_cli.solvers.exposure.grade import allowable, base_of, bending_of, both_pushes, combined
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.methods import METHODS
from apex_cli.solvers.exposure.placed import Placed
from apex_cli.solvers.exposure.profile import profile
from apex_cli.solvers.exposure.reading import Stand, alternatives, answered, tell_more
from apex_cli.solvers.exposure.result import (
    Alternative,
    ExposureResult,
    StagedResult,
)
from apex_cli.solvers.exposure.shares import pole_rows
from apex_cli.solvers.exposure.side import with_side
from apex_cli.solvers.exposure.standard import AMERICAN, Standard
from apex_cli.solvers.exposure.supports import rows_of
from apex_cli.solvers.exposure.totals import Total
from apex_cli.solvers.exposure.velocity_pressure import VelocityPressures
from apex_cli.solvers.exposure.weights import Weights, dead_load

if TYPE_CHECKING:
    from apex_cli.packs.building import BuildingPack
    from apex_cli.packs.sections import SectionsPack

INPUTS = ExposureInputs

NOT_CHECKED = (
    "strength of the cabinets, their connections and the poles",
    "ice",
    "seismic load",
    "fatigue",
)
"""What this program does not look at in any sign: told with every answer, and no warning."""

SIDE = "wind along the sign, on the sides of cabinets without thickness_ft"


def _unseen_side(sign: Sign) -> list[str]:
    return [SIDE] if any(element.thickness_ft is None for element in sign.elements) else []


def solve(
    inputs: ExposureInputs,
    pack: ExposurePack,
    trace: Bare,
    sections: "SectionsPack | None" = None,
    building: "BuildingPack | None" = None,
) -> ExposureResult:
    """What the wind does to the sign, strength level.

    Args:
        inputs: What the wind calculation sees of a project.
        pack: The wind standard.
        trace: Calls the equations; a `Trace` also writes them down.
        sections: Has the sections that the poles name.
        building: What the standard says of signs at buildings, for a sign at one.

    Returns:
        The result; without a sign only the profile. Combinations and alternatives, which nothing
        is calculated from, are there where a trace is told of them.

    Raises:
        InvalidInput: A value that only the calculation can refuse.
        NoAnswer: A height beyond the printed table, or a mounting that is not covered.
    """
    trace.cite(pack.citations)
    caution(inputs, pack, trace)
    pressures = VelocityPressures(inputs, pack, trace)
    k_d = pack.kd.numbers["solid_sign"]
    if inputs.sign is not None:
        placed = Placed(inputs, inputs.sign, pressures, pack, sections, building)
        return MOUNTINGS[inputs.sign.mounting](placed, trace)
    inside = "K_d" in card_of(METHODS[pack.method].pressure).units
    trace.assume(
        f"The pressures carry the directionality factor of a solid sign, Kd = {k_d.real:g}."
        if inside
        else "The pressures are without Kd, which stands in the force in this edition."
    )
    return ExposureResult(
        standard=pack.standard,
        height_ft=None,
        kz=None,
        kzt=None,
        ke=pressures.ke,
        kd=k_d,
        velocity_pressure_psf=None,
        gust_factor=None,
        gust_method=None,
        natural_frequency_hz=None,
        profile=profile(inputs.heights_ft or [], pressures, k_d, [], trace),
        elements=[],
        cases=[],
        base=None,
        asd=None,
        combinations=[],
        per_pole=None,
        not_checked=[],
        alternatives=[],
    )


def _on_the_ground(placed: Placed, trace: Bare) -> ExposureResult:
    """A freestanding sign: what reaches grade."""
    return of_sign(
        placed.inputs, placed.pressures, placed.pack, trace, sections=placed.sections,
        standard=AMERICAN,
    )  # fmt: skip


def of_sign(
    inputs: Any,
    pressures: Any,
    pack: Any,
    trace: Bare,
    *,
    sections: "SectionsPack | None",
    standard: Standard,
) -> ExposureResult:
    """What the wind does to a sign on the ground.

    Args:
        inputs: What the wind calculation sees of a project that has a sign.
        pressures: Velocity pressures at the site.
        pack: The wind standard.
        trace: Calls the equations.
        sections: Has the sections that the poles name.
        standard: What the family of the standard does in its own way.
    """
    sign: Sign = inputs.sign
    body = body_of(sign, inputs.gust, pack, sections, trace)
    faces, support, gust, n_1 = body.layout.faces, body.support, body.gust, body.n_1
    stand = Stand(inputs, sign, gust, body.cabinets, support, n_1, pack, standard)
    front = answered(faces, stand, pressures, trace)
    dead = dead_load(body.weights, trace)
    answer = with_side(faces, front, stand, dead=dead, pressures=pressures, trace=trace)
    cases, lesser = answer.cases, answer.lesser
    base = base_of(cases, dead, trace)
    bending = bending_of(cases, dead)
    directions = both_pushes(cases, lesser, dead, pack.combinations, trace)
    trace.subject = "base"
    asd = allowable(
        pack.combinations,
        shear=base.shear_lbf,
        moment=base.moment_kipft,
        bending=bending,
        torsion=base.torsion_kipft,
        largest_shear=base.largest_shear_lbf,
        largest_torsion=base.largest_torsion_kipft,
        load_height=base.load_height_ft,
        directions=directions,
        trace=trace,
    )
    readings: list[Alternative] = []
    if trace.told:
        readings = alternatives(body.layout.others, stand)
        tell_more(readings, base, trace)
    k_d = standard.k_d(pack)
    highest = max(face.top for face in faces)
    trace.subject = "top of sign"
    top = pressures.at(highest, k_d)
    made: Callable[..., ExposureResult] = ExposureResult
    if stages := rows_of(support):
        made = partial(StagedResult, stages=stages)
    return made(
        standard=pack.standard,
        height_ft=highest,
        kz=top.kz,
        kzt=top.kzt,
        ke=pressures.ke,
        kd=k_d,
        velocity_pressure_psf=top.q,
        gust_factor=answer.gust,
        gust_method=gust.method,
        natural_frequency_hz=n_1,
        profile=profile(inputs.heights_ft or [], pressures, k_d, [highest], trace),
        elements=[wind.result for wind in answer.winds],
        cases=[case.row for case in cases],
        base=base,
        asd=asd,
        combinations=combined(pack.combinations, base, bending, asd, trace) if trace.told else [],
        per_pole=pole_rows(
            support, cases, lesser, dead, combinations=pack.combinations, trace=trace
        )
        if stand.several and support is not None
        else None,
        not_checked=[*NOT_CHECKED, *_unseen_side(sign)],
        alternatives=readings,
        acting=_acting([*cases, *lesser], body.weights),
    )


def _acting(cases: list[Total], weights: Weights) -> Actions:
    """Forces and weights along the height."""
    blows = [Blow(one.row.case, one.row.direction, tuple(one.loads)) for one in cases]
    hung = [Hung(weight, face.bottom, face.top, face.x) for face, weight in weights.cabinets]
    return Actions(tuple(blows), tuple(hung))


def _mounted(name: str) -> Callable[[Placed, Bare], ExposureResult]:
    """The solver of signs at buildings of this name, which is loaded when one is asked for."""

    def solved(placed: Placed, trace: Bare) -> ExposureResult:
        module: Any = import_module(f"apex_cli.solvers.exposure.mounted.{name}")
        found: ExposureResult = module.solve(placed, trace)
        return found

    return solved


MOUNTINGS: dict[Mounting, Callable[[Placed, Bare], ExposureResult]] = {
    "ground": _on_the_ground,
    "wall": _mounted("wall"),
    "projecting": _mounted("projecting"),
    "roof": not_covered,
    "parapet": not_covered,
}
"""How each mounting is solved."""
