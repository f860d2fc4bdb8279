"""The wind calculation: from a site and a sign to what reaches grade."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.sign import Gust, Mounting, Sign
from apex_cli.solvers.acting import Actions, Blow
from apex_cli.solvers.exposure.alone import by_asce7
from apex_cli.solvers.exposure.body import Beside, body_of
from apex_cli.solvers.exposure.by_code import SiteWind
from apex_cli.solvers.exposure.cautions import (
    OF_ASCE7,
    caution,
    not_covered,
    refuse_beside,
    refuse_given,
)
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
    from apex_cli.packs.hazards import HazardsPack
    from apex_cli.packs.sections import SectionsPack
    from apex_cli.solvers.exposure.seismic import Quake

NOT_CHECKED = (
    "strength of the cabinets, their connections and the poles",
    "ice",
    "seismic load",
    "fatigue",
)
"""What this program does not look at in any sign: told with every answer, and no warning."""

ICE = "wind on ice"
SEISMIC = "seismic design: the earthquake is compared with the wind at grade alone"

SIDE = "wind along the sign, on the sides of cabinets without thickness_ft"


def _not_checked(quake: "Quake | None", ice: object, sign: Sign) -> list[str]:
    """What is not looked at in this sign, less what the project gives for it."""
    given = {} if quake is None else {"seismic load": SEISMIC}
    given |= {} if ice is None else {"ice": ICE}
    found = [given.get(one, one) for one in NOT_CHECKED]
    return [*found, SIDE] if any(one.thickness_ft is None for one in sign.elements) else found


def solve(  # noqa: PLR0917 - each pack that is read beside is one
    inputs: ExposureInputs | GivenInputs,
    pack: ExposurePack,
    trace: Bare,
    sections: "SectionsPack | None" = None,
    building: "BuildingPack | None" = None,
    hazards: "HazardsPack | None" = None,
) -> ExposureResult:
    """What the wind does to the sign, strength level.

    Args:
        inputs: What the wind calculation sees of a project.
        pack: The wind standard; of a given pressure, what combines its loads.
        trace: Calls the equations; a `Trace` also writes them down.
        sections: Has the sections that the poles name.
        building: What the standard says of signs at buildings, for a sign at one.
        hazards: What the edition says of earthquake and ice; needed where the project gives them.

    Returns:
        The result; without a sign only the profile. Combinations and alternatives, which nothing
        is calculated from, are there where a trace is told of them.

    Raises:
        InvalidInput: A value that only the calculation can refuse.
        NoAnswer: A height beyond the printed table, or a mounting that is not covered.
    """
    trace.cite(pack.citations)
    if isinstance(inputs, GivenInputs):
        from apex_cli.solvers.exposure.by_given import GivenWind  # noqa: PLC0415 - hardly ever

        refuse_given(inputs.sign)
        refuse_beside(
            inputs.sign, inputs.seismic, inputs.ice,
            "is not answered beside site.given_pressure", OF_ASCE7,
        )  # fmt: skip
        given = GivenWind(inputs, pack, trace)
        return of_sign(inputs.sign, given, pack, trace, beside=Beside(sections))
    caution(inputs, pack, trace)
    if hazards is not None and hazards.edition != pack.edition:
        trace.warn(
            "hazards.edition_mismatch",
            "review",
            f"Earthquake and ice are by {hazards.standard}, and the wind is by {pack.standard}: "
            "take packs.hazards in the edition of packs.exposure.",
        )
    site = SiteWind(inputs, pack, trace)
    if inputs.sign is None:
        return by_asce7(inputs, site, pack, trace)
    beside = Beside(sections, hazards, inputs.ice)
    placed = Placed(inputs, inputs.sign, site.pressures, pack, beside, building, site)
    return MOUNTINGS[inputs.sign.mounting](placed, trace)


def _on_the_ground(placed: Placed, trace: Bare) -> ExposureResult:
    """A freestanding sign: what reaches grade."""
    inputs, beside = placed.inputs, placed.beside
    quake = None
    if inputs.seismic is not None and beside.hazards is not None:
        from apex_cli.solvers.exposure.seismic import Quake  # noqa: PLC0415 - hardly ever

        quake = Quake(inputs.seismic, inputs.risk_category, beside.hazards)
    return of_sign(
        placed.sign, placed.wind, placed.pack, trace,
        beside=beside, gust=inputs.gust, heights=inputs.heights_ft or [], quake=quake,
    )  # fmt: skip


def of_sign(
    sign: Sign,
    source: Source,
    pack: Any,
    trace: Bare,
    *,
    beside: Beside,
    gust: Gust | None = None,
    heights: Sequence[float] = (),
    quake: "Quake | None" = None,
) -> ExposureResult:
    """What the wind of this source does to a sign on poles or on the ground, strength level.

    Args:
        sign: The sign.
        source: Where its wind comes from.
        pack: Combines the loads, and says what is one face.
        trace: Calls the equations.
        beside: What is read beside the wind standard.
        gust: How gusts are taken, if the project says.
        heights: Further heights for the profile, ft.
        quake: The earthquake to hold beside the wind.
    """
    body = body_of(sign, gust, pack, beside, trace, swaying=source.swaying)
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
    highest = max([face.top for face in faces], default=support.top if support else 0.0)
    seismic = None
    if trace.told and quake is not None:
        from apex_cli.solvers.exposure.seismic import compare  # noqa: PLC0415 - hardly ever

        seismic = compare(quake, body.weights, base, n_1=n_1, top=highest, trace=trace)
        trace.cite(pack.citations)
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
        combinations=combined(pack.combinations, base, bending, asd, dead=dead, trace=trace)
        if trace.told
        else [],
        per_pole=pole_rows(
            support, cases, lesser, dead, combinations=pack.combinations, trace=trace
        )
        if stand.several and support is not None
        else None,
        not_checked=_not_checked(quake, body.ice, sign),
        alternatives=readings,
        acting=_acting([*cases, *lesser], body.weights),
        seismic=seismic,
        ice=body.ice,
    )


def _acting(cases: list[Total], weights: Weights) -> Actions:
    """Forces and weights along the height."""
    blows = [Blow(one.row.case, one.row.direction, tuple(one.loads)) for one in cases]
    return Actions(tuple(blows), tuple(weights.hung), weights.iced)


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
