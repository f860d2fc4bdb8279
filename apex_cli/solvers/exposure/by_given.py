"""A given pressure instead of the code's wind: F = p A, and the same statics from there."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.poles import Surface
from apex_cli.project.sign import Gust, Readings
from apex_cli.solvers.exposure.equations import given as eq
from apex_cli.solvers.exposure.equations.signs import design_pressure
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.floor import Floor, floor_of, strength, tell_floor
from apex_cli.solvers.exposure.given_inputs import GivenInputs
from apex_cli.solvers.exposure.result import (
    ElementWind,
    ExposureResult,
    GivenResult,
    GivenRow,
    ProfileRow,
    StageRow,
)
from apex_cli.solvers.exposure.wind import Air, Shown, Wind
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


class GivenForces:
    """Forces of a pressure, with its coefficients, by statics.

    Args:
        pressing: What presses.
        floor: The least pressure of a local ordinance.
        trace: Calls the equations.
    """

    def __init__(self, pressing: Pressing, floor: Floor | None, trace: Bare) -> None:
        self._pressing, self._floor, self._trace = pressing, floor, trace

    def solid(self, face: Face) -> Wind:
        """The wind on a solid face: one that is a rectangle or a shape, or several joined."""
        joined = face.centroid_x is not None and beyond(1, face.solidity)
        return self._on(face, "solid_sign", net=joined)

    def open(self, face: Face) -> Wind:
        """The wind on what is solid of an open face; it has no Case B."""
        return self._on(face, "open_sign", net=True)

    def pole(self, name: str, shown: Shown, _h: float, _surface: Surface) -> Wind:
        """The wind on a length of poles."""
        coefficient = self._pressing.of_poles
        force, pressure, least = self._force(shown.area, coefficient)
        row = ElementWind(
            name, "pole", shown.area, shown.height, None, None, coefficient, None, None,
            pressure, force, least, [],
        )  # fmt: skip
        length = shown.length
        return Wind(
            row, force, shown.height, shown.offset, None, None, length.bottom or 0.0, length.top
        )

    def _on(self, face: Face, kind: str, *, net: bool) -> Wind:
        trace, pressing = self._trace, self._pressing
        trace.subject = face.name
        area = trace(eq.net_area, epsilon=face.solidity, A=face.area) if net else face.area
        force, pressure, least = self._force(area, pressing.coefficient)
        height = face.centroid_z
        if height is None:
            height = trace(eq.middle_of_face, z_b=face.bottom, s=face.height)
        arm = None
        if pressing.eccentricity and kind == "solid_sign":
            arm = trace(eq.eccentricity, k_e=pressing.eccentricity, B=face.width)
        trace.subject = ""
        row = ElementWind(
            face.name, kind, area, height, None, None, pressing.coefficient, None, None, pressure,
            force, least, [], face.offset, face.width,
        )  # fmt: skip
        return Wind(row, force, height, face.x, arm, None, face.bottom, face.top)

    def _force(self, area: float, coefficient: float | None) -> tuple[float, float, bool]:
        """Force (lbf), pressure (psf), and whether the ordinance's least pressure governs."""
        trace, p_W = self._trace, self._pressing.pressure
        if coefficient is None:
            force = trace(eq.force_of_pressure, p_W=p_W, A=area)
        else:
            force = trace(eq.force_with_coefficient, p_W=p_W, C_f=coefficient, A=area)
        most = force if self._floor is None else self._floor.held(force, area)
        return most, trace(design_pressure, F=most, A=area), beyond(most, force)


class GivenWind:
    """A given pressure as the wind of a sign.

    Args:
        inputs: What the calculation sees of a project.
        pack: Combines the loads, says what is one face, and how far off its middle Case B is.
        trace: Calls the equations.
    """

    swaying = False

    def __init__(self, inputs: GivenInputs, pack: ExposurePack, trace: Bare) -> None:
        self.standard = f"given pressure, load combinations of {pack.standard}"
        self._inputs, self._pack, self._trace = inputs, pack, trace
        given = self._given = inputs.given
        trace.subject = "given pressure"
        pressure = strength(given.pressure_psf, given.level, pack.combinations, trace)
        trace.subject = ""
        of_poles, eccentricity = given.pole_coefficient, given.eccentricity
        self._pressing = Pressing(
            pressure,
            given.force_coefficient,
            given.force_coefficient if of_poles is None else of_poles,
            pack.sign.rules.numbers["eccentricity"] if eccentricity is None else eccentricity,
        )
        self._floor = floor_of(inputs.local, pack.combinations, trace)
        if trace.told:
            self._tell()

    def silent(self) -> "GivenWind":
        """The same, which writes nothing down."""
        return GivenWind(self._inputs, self._pack, Bare())

    def gust(self, *_: object) -> float:
        """No gust factor: gusts are in the pressure."""
        return 1.0

    def forces(self, _gust: float, _readings: Readings) -> GivenForces:
        """What gives the forces."""
        return GivenForces(self._pressing, self._floor, self._trace)

    def at(self, _z: float) -> Air:
        """No velocity pressure."""
        return Air()

    def profile(self, _asked: list[float], _extra: list[float]) -> list[ProfileRow]:
        """No profile: the pressure is the same at every height."""
        return []

    def answer(
        self, _gust: Gust, _factor: float, stages: list[StageRow]
    ) -> Callable[..., ExposureResult]:
        """What makes the answer, of a sign with these stages of poles."""
        given, pressing = self._given, self._pressing
        row = GivenRow(
            given.pressure_psf,
            given.level,
            pressing.on_faces,
            pressing.on_poles,
            pressing.eccentricity,
            given.source,
        )
        return partial(GivenResult, gust_factor=None, gust_method=None, stages=stages, given=row)

    def tell(self) -> None:
        """Say what an ordinance's least pressure governs."""
        tell_floor(self._floor, self._inputs.local, self._trace)

    def _tell(self) -> None:
        """Say what the pressure is, and what it takes the place of."""
        trace, given, pack = self._trace, self._given, self._pack
        level = "allowable-stress level" if given.level == "asd" else "strength level"
        trace.warn(
            "wind.given_pressure",
            "notice",
            f"The wind is a given pressure of {given.pressure_psf:g} psf at {level}, not computed "
            f"here: {given.source}.",
        )
        trace.assume(
            "The given pressure takes the place of wind speed, exposure, topography, gust factor "
            "and the code's least pressure; it is the same at every height and acts evenly, so "
            "that its force stands at the centroid of each face. Of "
            f"{pack.standard} come the load combinations and which cabinets are one face."
        )
        if given.level == "asd":
            trace.assume(
                "Strength level is the given pressure over "
                f"{pack.combinations.working[0].real:g}, the wind's factor in the combinations at "
                "allowable-stress level, in which it then stands as it was given."
            )
        self._tell_cases()
        self._tell_coefficients()
        if unused := [*self._inputs.unused()]:
            trace.assume(f"Not used, as the pressure is given: {', '.join(unused)}.")
        least = pack.minimum_pressure
        pressing = self._pressing.on_faces
        if beyond(least.value, pressing):
            trace.warn(
                "wind.given_pressure_low",
                "review",
                f"The given pressure is {pressing:.3g} psf at strength level, below the "
                f"{least.value:g} psf that {pack.standard} has as its least. Is it in psf, and "
                "does a force coefficient belong to it?",
                least.clause,
            )

    def _tell_cases(self) -> None:
        given, trace, eccentricity = self._given, self._trace, self._pressing.eccentricity
        whose = f"that of {self._pack.standard}, as site.given_pressure.eccentricity is not given"
        if given.eccentricity is not None:
            whose = "site.given_pressure.eccentricity"
        if eccentricity:
            trace.assume(
                f"Case B is included: the force {eccentricity.real:g} of the width off the "
                f"middle ({whose}). Case C, more on the windward end, is not: the source would "
                "have to give it."
            )
        else:
            trace.assume(
                f"Cases B and C are not included ({whose} is 0): no torsion but that of cabinets "
                "off the axis."
            )

    def _tell_coefficients(self) -> None:
        given, trace = self._given, self._trace
        if given.pole_coefficient is None:
            trace.assume(
                "Poles take the pressure of the faces on their width: "
                "site.given_pressure.pole_coefficient is not given."
            )
        elif not given.pole_coefficient:
            trace.assume("Poles take no wind: site.given_pressure.pole_coefficient is 0.")
        if given.force_coefficient is None:
            trace.assume(
                "The pressure holds for the faces as it stands: "
                "site.given_pressure.force_coefficient is not given."
            )
