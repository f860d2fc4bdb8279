"""The wind calculation by EN 1991-1-4: characteristic actions, named as the other family's."""

import re
from typing import TYPE_CHECKING, Any

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput, NoAnswer
from apex_cli.packs.eurocode_wind import EurocodeWindPack
from apex_cli.project.sign import Gust, Readings
from apex_cli.solvers.exposure.alone import profile_alone
from apex_cli.solvers.exposure.body import Beside
from apex_cli.solvers.exposure.by_code import SiteWind
from apex_cli.solvers.exposure.cautions import OF_ASCE7, refuse_beside, tell_small_areas
from apex_cli.solvers.exposure.eurocode.boards import board_wind
from apex_cli.solvers.exposure.eurocode.force import PeakForces
from apex_cli.solvers.exposure.eurocode.inputs import EurocodeInputs, strange
from apex_cli.solvers.exposure.eurocode.members import pole_wind
from apex_cli.solvers.exposure.eurocode.pressures import PeakPressures
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.result import ExposureResult
from apex_cli.solvers.exposure.solve import of_sign
from apex_cli.solvers.exposure.standard import Standard
from apex_cli.solvers.exposure.wind import Wind

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack

GUST = re.compile(r"\bgust\b|\b3[- ]?s(?:ec(?:ond)?)?\b|\bASCE\b|\b7-\d\d\b", re.IGNORECASE)
"""Words of a source that is not a map of 10-minute means."""

RIGID_FROM_HZ = 1.0
"""A sign that sways slower is flexible: custom of the trade, not a clause."""


def solve(
    inputs: EurocodeInputs,
    pack: EurocodeWindPack,
    trace: Bare,
    sections: "SectionsPack | None" = None,
    **_beside: object,
) -> ExposureResult:
    """What the wind does to the sign, characteristic.

    Args:
        inputs: What the wind calculation sees of a project.
        pack: The wind standard.
        trace: Calls the equations; a `Trace` also writes them down.
        sections: Has the sections that the poles name.

    Returns:
        The result; without a sign only the profile.

    Raises:
        InvalidInput: A value that only the calculation can refuse.
        NoAnswer: What the standard's verified part does not cover.
    """
    trace.cite(pack.citations)
    _caution(inputs, pack, trace)
    site = SiteWind(inputs, pack, trace, EUROPEAN)
    if inputs.sign is not None:
        _tell_level(pack, trace)
        detail = f"is not answered by {pack.standard}"
        refuse_beside(inputs.sign, None, None, detail, OF_ASCE7)
        return of_sign(
            inputs.sign, site, pack, trace,
            beside=Beside(sections), gust=inputs.gust, heights=inputs.heights_ft or [],
        )  # fmt: skip
    return profile_alone(site, inputs.heights_ft)


def _caution(inputs: EurocodeInputs, pack: EurocodeWindPack, trace: Bare) -> None:
    """Refuse what is not covered or not meant; tell what an engineer has to look at first."""
    if faults := list(strange(inputs)):
        raise InvalidInput.at(*faults)
    sign, gust = inputs.sign, inputs.gust
    if sign is not None and sign.mounting != "ground":
        raise NoAnswer(
            f"sign.mounting is {sign.mounting}, and by {pack.standard} only signs that stand on "
            "the ground are computed",
            code="sign.mounting_not_covered",
            faults=[Fault("/sign/mounting", "is not covered", sign.mounting)],
            hint="have it designed by chapter 7 of EN 1991-1-4 and the building it hangs on",
        )
    if gust is not None and gust.method != "constant":
        hint = "give gust.structural_factor, c_s c_d as found by 6.3.1 or the national annex"
        detail = f"{gust.method} is not answered: the detailed procedure of 6.3.1 was not verified"
        fault = Fault("/gust/method", "is not answered", gust.method, hint)
        raise NoAnswer(detail, code="wind.not_covered", hint=hint, faults=[fault])
    if trace.told:
        _tell_speed(inputs, pack, trace)
        tell_small_areas(sign, trace, "")


def _tell_speed(inputs: EurocodeInputs, pack: EurocodeWindPack, trace: Bare) -> None:
    speed, source = inputs.basic_wind_speed_mps, inputs.wind_speed_source or ""
    least, most = pack.map_range.least, pack.map_range.most
    if not source:
        trace.assume("site.wind_speed_source is not given: nobody says where the wind is from.")
    if words := GUST.search(source):
        trace.warn(
            "wind.edition_mismatch",
            "review",
            f"The source of the wind speaks of {words[0]!r}; EN 1991-1-4 asks for the 10-minute "
            "mean of its own national map.",
            most.clause,
        )
    if speed is None:
        return
    if speed < least.value:
        trace.warn(
            "wind.speed_below_map",
            "review",
            f"{speed:g} m/s lies below {least.value:g} m/s, about the least on the maps of the "
            "national annexes.",
            least.clause,
        )
    if speed > most.value:
        trace.warn(
            "wind.speed_outside_map",
            "warning",
            f"{speed:g} m/s lies above {most.value:g} m/s, which few maps reach: is it a 3-second "
            "gust? EN 1991-1-4 asks for the 10-minute mean, about two thirds of one.",
            most.clause,
        )


def _tell_level(pack: EurocodeWindPack, trace: Bare) -> None:
    rows = pack.combinations.numbers
    designs = ", ".join(row.name for row, *_ in rows if row.level == "strength")
    trace.assume(
        "Forces, base and poles are characteristic (Wk): no factor is in them. 'asd' repeats them "
        f"with the factor 1.0, for EN has no allowable stress; design values are {designs} of "
        "the combinations, and no 0.6 is anywhere."
    )
    trace.assume(
        "Under the names that all answers share, kz is the exposure factor c_e, kzt the orography "
        "factor c_o, and the gust factor the structural factor c_s c_d."
    )
    trace.assume(
        "Recommended values of EN 1991-1-4: no national annex is applied; give what the annex "
        "changes as inputs of site, or site.peak_pressure_pa."
    )


def _gust(
    gust: Gust,
    _inputs: EurocodeInputs,
    _faces: list[Face],
    _cabinets: list[Face],
    *,
    n_1: float | None,
    pack: EurocodeWindPack,
    trace: Bare,
) -> float:
    """The structural factor c_s c_d."""
    if gust.structural_factor is not None:
        return gust.structural_factor
    usual = pack.structural_factor
    if n_1 is not None and n_1 < RIGID_FROM_HZ:
        trace.warn(
            "gust.flexible_sign",
            "review",
            f"The sign sways with {n_1:.3g} Hz, slower than once a second: cscd = "
            f"{usual.value:g} is for rigid signs. Find it by 6.3.1 and give "
            "gust.structural_factor.",
            "6.3.1",
        )
    trace.assume(pack.without_gust)
    return usual.number


def _face(
    face: Face, pressures: PeakPressures, forces: PeakForces, readings: Readings, **_: Any
) -> Wind:
    return board_wind(face, pressures, forces, readings)


def _none(_: Any) -> None:
    """This standard has no directionality factor beside c_dir, which is in the velocity."""


EUROPEAN = Standard(
    PeakPressures,
    PeakForces,
    _gust,
    _face,
    pole_wind,
    _none,
    "A signboard carries its load of Case B where a wall beside it carries that of its zones.",
)
"""EN 1991-1-4."""
