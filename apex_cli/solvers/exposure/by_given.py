"""A given pressure instead of the code's wind: F = p A, and the same statics from there."""

from collections.abc import Callable
from functools import partial

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.poles import Poles
from apex_cli.project.sign import Gust, Readings, Sign
from apex_cli.solvers.exposure.equations import given as eq
from apex_cli.solvers.exposure.equations.signs import design_pressure
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.floor import Floor, floor_of, strength
from apex_cli.solvers.exposure.given_inputs import GivenInputs
from apex_cli.solvers.exposure.given_told import Pressing, tell_given
from apex_cli.solvers.exposure.result import (
    Direction,
    ElementWind,
    ExposureResult,
    GivenResult,
    GivenRow,
    ProfileRow,
    StageRow,
)
from apex_cli.solvers.exposure.wind import Air, Shown, Wind
from apex_cli.solvers.limits import beyond


class GivenForces:
    """Forces of a pressure, with its coefficients, by statics.

    Args:
        pressing: What presses.
        floor: The least pressure of a local ordinance.
        trace: Calls the equations.
    """

    of_poles = ""

    def __init__(self, pressing: Pressing, floor: Floor | None, trace: Bare) -> None:
        self._pressing, self._floor, self._trace = pressing, floor, trace

    def solid(self, face: Face) -> Wind:
        """The wind on a solid face: one that is a rectangle or a shape, or several joined."""
        joined = face.centroid_x is not None and beyond(1, face.solidity)
        return self._on(face, "solid_sign", net=joined)

    def open(self, face: Face) -> Wind:
        """The wind on what is solid of an open face; it has no Case B."""
        return self._on(face, "open_sign", net=True)

    def pole(self, name: str, shown: Shown, _h: float, _poles: Poles) -> Wind:
        """The wind on a length of poles."""
        coefficient = self._pressing.of_poles
        force, pressure, least = self._force(shown.area, coefficient, shown.length.top)
        row = ElementWind(
            name, "pole", shown.area, shown.height, None, None, coefficient, None, None,
            pressure, force, least, [],
        )  # fmt: skip
        length = shown.length
        return Wind(
            row, force, shown.height, shown.offset, None, None, length.bottom or 0.0, length.top
        )

    def attached(self, _sign: Sign, _direction: Direction) -> list[Wind]:
        """None: attachments are refused beside a given pressure."""
        return []

    def _on(self, face: Face, kind: str, *, net: bool) -> Wind:
        trace, pressing = self._trace, self._pressing
        trace.subject = face.name
        area = trace(eq.pressed_area, epsilon=face.solidity, A=face.area) if net else face.area
        force, pressure, least = self._force(area, pressing.coefficient, face.top)
        height = face.centroid_z
        if height is None:
            height = trace(eq.middle_of_face, z_b=face.bottom, s=face.height)
        arm = None
        if pressing.eccentricity and kind == "solid_sign":
            arm = trace(eq.given_eccentricity, k_e=pressing.eccentricity, B=face.width)
        trace.subject = ""
        row = ElementWind(
            face.name, kind, area, height, None, None, pressing.coefficient, None, None, pressure,
            force, least, [], face.offset, face.width,
        )  # fmt: skip
        return Wind(row, force, height, face.x, arm, None, face.bottom, face.top)

    def _force(
        self, area: float, coefficient: float | None, top: float
    ) -> tuple[float, float, bool]:
        """Force (lbf), pressure (psf), and whether the ordinance's least pressure governs."""
        trace, p_W = self._trace, self._pressing.pressure
        if coefficient is None:
            force = trace(eq.force_of_pressure, p_W=p_W, A=area)
        else:
            force = trace(eq.force_with_coefficient, p_W=p_W, C_f=coefficient, A=area)
        most = force if self._floor is None else self._floor.held(force, area, top)
        return most, trace(design_pressure, F=most, A=area), beyond(most, force)


class GivenWind:
    """A given pressure as the wind of a sign.

    Args:
        inputs: What the calculation sees of a project.
        pack: Combines the loads, says what is one face, and how far off its middle Case B is.
        trace: Calls the equations.
    """

    swaying = False
    beside = ""

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
        self.floor = floor_of(inputs.local, pack.combinations, trace)
        if trace.told:
            tell_given(inputs, self._pressing, pack, trace)

    def silent(self, trace: Bare) -> "GivenWind":
        """The same by a trace that writes nothing down."""
        return GivenWind(self._inputs, self._pack, trace)

    def gust(self, *_: object) -> float:
        """No gust factor: gusts are in the pressure."""
        return 1.0

    def forces(self, _gust: float, _readings: Readings) -> GivenForces:
        """What gives the forces."""
        return GivenForces(self._pressing, self.floor, self._trace)

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
        if self.floor is not None:
            self.floor.tell()
