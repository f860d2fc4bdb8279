"""A given pressure as it presses, and what an engineer is told of it."""

import re
from collections.abc import Mapping

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.given import GivenPressure, Level
from apex_cli.solvers.exposure.given_inputs import GivenInputs
from apex_cli.solvers.limits import beyond


class Pressing(Struct, frozen=True):
    """What presses.

    Args:
        pressure: psf, strength level.
        coefficient: Of the faces; None: the pressure holds as it stands.
        of_poles: Of the poles, the same.
        eccentricity: Of Case B, over the width; 0: there is no Case B.
    """

    pressure: float
    coefficient: float | None
    of_poles: float | None
    eccentricity: float

    @property
    def on_faces(self) -> float:
        """The pressure with the coefficient of the faces, psf."""
        return self.pressure * (1.0 if self.coefficient is None else self.coefficient)

    @property
    def on_poles(self) -> float:
        """The pressure with the coefficient of the poles, psf."""
        return self.pressure * (1.0 if self.of_poles is None else self.of_poles)


SPEAKS: Mapping[Level, tuple[str, re.Pattern[str]]] = {
    "asd": (
        "strength level",
        re.compile(
            r"\bultimate\b|\bfactored\b|\bstrength[- ](?:level|design)\b|\bL?RFD\b|\bULS\b"
            r"|\b1\.0 ?W\b",
            re.IGNORECASE,
        ),
    ),
    "strength": (
        "allowable-stress level",
        re.compile(
            r"\bASD\b|\bnominal\b|\ballowable\b|\bservice\b|\bworking\b|\bunfactored\b"
            r"|\bcharacteristic\b|\bSLS\b|\b0\.6 ?W\b|\bWL ?\d",
            re.IGNORECASE,
        ),
    ),
}
"""Words of a source that speak of the other level than the one that is given."""


def _tell_level(given: GivenPressure, trace: Bare) -> None:
    """Say where the source speaks of another level."""
    other, words = SPEAKS[given.level]
    if found := words.search(given.source):
        trace.warn(
            "wind.given_level",
            "review",
            f"The source of the given pressure speaks of {found[0]!r}, which belongs to {other}, "
            f"and site.given_pressure.level is {given.level}: which of them is the pressure?",
        )


def tell_given(inputs: GivenInputs, pressing: Pressing, pack: ExposurePack, trace: Bare) -> None:
    """Say what the pressure is, and what it takes the place of."""
    given = inputs.given
    level = "allowable-stress level" if given.level == "asd" else "strength level"
    trace.warn(
        "wind.given_pressure",
        "notice",
        f"The wind is a given pressure of {given.pressure_psf:g} psf at {level}, not computed "
        f"here: {given.source}.",
    )
    _tell_level(given, trace)
    trace.assume(
        "The given pressure takes the place of wind speed, exposure, topography, gust factor and "
        "the code's least pressure; it is the same at every height and acts evenly, so that its "
        f"force stands at the centroid of each face. Of {pack.standard} come the load "
        "combinations and which cabinets are one face."
    )
    if given.level == "asd":
        trace.assume(
            "Strength level is the given pressure over "
            f"{pack.combinations.working[0].real:g}, the wind's factor in the combinations at "
            "allowable-stress level, in which it then stands as it was given."
        )
    _tell_cases(inputs, pressing, pack, trace)
    if given.force_coefficient is None:
        trace.assume(
            "The pressure holds for the faces as it stands: "
            "site.given_pressure.force_coefficient is not given."
        )
    if unused := [*inputs.unused()]:
        trace.assume(f"Not used, as the pressure is given: {', '.join(unused)}.")
    least = pack.minimum_pressure
    if beyond(least.value, pressing.on_faces):
        trace.warn(
            "wind.given_pressure_low",
            "review",
            f"The given pressure is {pressing.on_faces:.3g} psf at strength level, below the "
            f"{least.value:g} psf that {pack.standard} has as its least. Is it in psf, and does a "
            "force coefficient belong to it?",
            least.clause,
        )


def _tell_cases(inputs: GivenInputs, pressing: Pressing, pack: ExposurePack, trace: Bare) -> None:
    """Say which cases are asked for, and what the poles take."""
    eccentricity, given = pressing.eccentricity, inputs.given
    if not eccentricity:
        trace.assume(
            "Cases B and C are not included (site.given_pressure.eccentricity is 0): no torsion "
            "but that of cabinets off the axis."
        )
    else:
        whose = f"that of {pack.standard}, as site.given_pressure.eccentricity is not given"
        if given.eccentricity is not None:
            whose = "site.given_pressure.eccentricity"
        trace.assume(
            f"Case B is included: the force {eccentricity.real:g} of the width off the middle "
            f"({whose}). Case C, more on the windward end, is not: the source would have to give "
            "it."
        )
    if inputs.sign.poles is None:
        return
    if given.pole_coefficient is None:
        trace.assume(
            "Poles take the pressure of the faces on their width, whatever their shape: "
            "site.given_pressure.pole_coefficient is not given."
        )
    elif not given.pole_coefficient:
        trace.assume("Poles take no wind: site.given_pressure.pole_coefficient is 0.")
