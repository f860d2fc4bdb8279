"""The wind calculation: from a site and a sign to what reaches grade."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.sign import Gust, Mounting, Sign
from apex_cli.solvers.acting import Actions, Blow, Hung
from apex_cli.solvers.exposure.alone import profile_alone
from apex_cli.solvers.exposure.body import body_of
from apex_cli.solvers.exposure.by_code import SiteWind
from apex_cli.solvers.exposure.by_given import GivenWind
from apex_cli.solvers.exposure.cautions import caution, not_covered, refuse_given
from apex_cli.solvers.exposure.given_inputs import GivenInputs
from apex_cli.solvers.exposure.grade import allowable, base_of, bending_of, both_pushes, combined
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.placed import Placed
from apex_cli.solvers.exposure.reading import Stand, alternatives, answered, tell_more
from apex_cli.solvers.exposure.result import Alternative, ExposureResult
from apex_cli.solvers.exposure.shares import pole_rows
from apex_cli.solvers.exposure.side import with_side
from apex_cli.solvers.exposure.supports import rows_of
from apex_cli.solvers.exposure.totals import Total
from apex_cli.solvers.exposure.weights import Weights, dead_load
from apex_cli.solvers.exposure.wind import Source

if TYPE_CHECKING:
    from apex_cli.packs.building import BuildingPack
    from apex_cli.packs.sections import SectionsPack

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
    inputs: ExposureInputs | GivenInputs,
    pack: ExposurePack,
    trace: Bare,
    sections: "SectionsPack | None" = None,
    building: "BuildingPack | None" = None,
) -> ExposureResult:
    """What the wind does to the sign, strength level.

    Args:
        inputs: What the wind calculation sees of a project.
        pack: The wind standard; of a given pressure, what combines its loads.
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
    if isinstance(inputs, GivenInputs):
        refuse_given(inputs.sign)
        given = GivenWind(inputs, pack, trace)
        return of_sign(inputs.sign, given, pack, trace, sections=sections)
    caution(inputs, pack, trace)
    site = SiteWind(inputs, pack, trace)
    if inputs.sign is None:
        return profile_alone(inputs, site, pack, trace)
    placed = Placed(inputs, inputs.sign, site.pressures, pack, sections, building, site)
    return MOUNTINGS[inputs.sign.mounting](placed, trace)


def _on_the_ground(placed: Placed, trace: Bare) -> ExposureResult:
    """A freestanding sign: what reaches grade."""
    inputs = placed.inputs
    return of_sign(
        placed.sign, placed.wind, placed.pack, trace,
        sections=placed.sections, gust=inputs.gust, heights=inputs.heights_ft or [],
    )  # fmt: skip


def of_sign(
    sign: Sign,
    source: Source,
    pack: Any,
    trace: Bare,
    *,
    sections: "SectionsPack | None",
    gust: Gust | None = None,
    heights: Sequence[float] = (),
) -> ExposureResult:
    """What the wind of this source does to a sign on poles or on the ground, strength level.

    Args:
        sign: The sign.
        source: Where its wind comes from.
        pack: Combines the loads, and says what is one face.
        trace: Calls the equations.
        sections: Has the sections that the poles name.
        gust: How gusts are taken, if the project says.
        heights: Further heights for the profile, ft.
    """
    body = body_of(sign, gust, pack, sections, trace, swaying=source.swaying)
    faces, support, n_1 = body.layout.faces, body.support, body.n_1
    stand = Stand(sign, body.gust, body.cabinets, support, n_1, pack)
    front = answered(faces, stand, source, trace)
    dead = dead_load(body.weights, trace)
    answer = with_side(faces, front, stand, dead=dead, source=source, trace=trace)
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
        readings = alternatives(body.layout.others, stand, source)
        tell_more(readings, base, trace)
        source.tell()
    highest = max(face.top for face in faces)
    trace.subject = "top of sign"
    top = source.at(highest)
    return source.answer(body.gust, answer.gust, rows_of(support))(
        standard=source.standard,
        height_ft=highest,
        kz=top.kz,
        kzt=top.kzt,
        ke=top.ke,
        kd=top.kd,
        velocity_pressure_psf=top.q,
        natural_frequency_hz=n_1,
        profile=source.profile([*heights], [highest]),
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
    "roof": _mounted("roof"),
    "parapet": not_covered,
}
"""How each mounting is solved."""
