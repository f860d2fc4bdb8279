"""The code's wind: from the site by velocity pressures, gust factor and figures to forces."""

from collections.abc import Callable
from functools import partial

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.poles import Surface
from apex_cli.project.sign import Gust, Readings
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.floor import floor_of
from apex_cli.solvers.exposure.gust import gust_factor
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.open_sign import open_wind
from apex_cli.solvers.exposure.poles import pole_wind
from apex_cli.solvers.exposure.profile import profile
from apex_cli.solvers.exposure.result import ExposureResult, ProfileRow, StagedResult, StageRow
from apex_cli.solvers.exposure.solid import solid_wind
from apex_cli.solvers.exposure.velocity_pressure import VelocityPressures
from apex_cli.solvers.exposure.wind import Air, Shown, Wind, WindForces


class CodeForces:
    """Forces by the code's figures.

    Args:
        pressures: Velocity pressures at the site.
        wind_forces: Gust factor, pack and trace.
        readings: Choices of the project.
    """

    of_poles = "; h/D with the full height of the sign"

    def __init__(
        self, pressures: VelocityPressures, wind_forces: WindForces, readings: Readings
    ) -> None:
        self._pressures, self._wind_forces, self._readings = pressures, wind_forces, readings

    def solid(self, face: Face) -> Wind:
        """The wind on a solid face, in every case."""
        return solid_wind(face, self._pressures, self._wind_forces, self._readings)

    def open(self, face: Face) -> Wind:
        """The wind on a face of which 30 % or more is open."""
        return open_wind(face, self._pressures, self._wind_forces)

    def pole(self, name: str, shown: Shown, h: float, surface: Surface) -> Wind:
        """The wind on a length of poles, of a sign that reaches up to h ft."""
        return pole_wind(
            name,
            shown,
            h,
            surface=surface,
            pressures=self._pressures,
            wind_forces=self._wind_forces,
        )


class SiteWind:
    """The wind of a site by a standard.

    Args:
        inputs: What the wind calculation sees of a project.
        pack: The wind standard.
        trace: Calls the equations.
    """

    swaying = True

    def __init__(self, inputs: ExposureInputs, pack: ExposurePack, trace: Bare) -> None:
        self.standard = pack.standard
        self._inputs, self._pack, self._trace = inputs, pack, trace
        self.pressures = VelocityPressures(inputs, pack, trace)
        self.floor = floor_of(inputs.local, pack.combinations, trace)

    def silent(self, trace: Bare) -> "SiteWind":
        """The same by a trace that writes nothing down."""
        return SiteWind(self._inputs, self._pack, trace)

    def gust(self, gust: Gust, faces: list[Face], cabinets: list[Face], n_1: float | None) -> float:
        """The gust factor of the whole sign."""
        return gust_factor(
            gust, self._inputs, faces, cabinets, n_1=n_1, pack=self._pack, trace=self._trace
        )

    def forces(self, gust: float, readings: Readings) -> CodeForces:
        """What gives the forces with this gust factor."""
        wind_forces = WindForces(self._pack, gust, self._trace, self.floor)
        return CodeForces(self.pressures, wind_forces, readings)

    def at(self, z: float) -> Air:
        """The wind at a height."""
        k_d = self._pack.kd.numbers["solid_sign"]
        found = self.pressures.at(z, k_d)
        return Air(found.kz, found.kzt, self.pressures.ke, k_d, found.q)

    def profile(self, asked: list[float], extra: list[float]) -> list[ProfileRow]:
        """The velocity pressure over the heights asked for and more of them, rising."""
        k_d = self._pack.kd.numbers["solid_sign"]
        return profile(asked, self.pressures, k_d, extra, self._trace)

    def answer(
        self, gust: Gust, factor: float, stages: list[StageRow]
    ) -> Callable[..., ExposureResult]:
        """What makes the answer, with this gust factor, of a sign with these stages of poles."""
        if stages:
            return partial(StagedResult, gust_factor=factor, gust_method=gust.method, stages=stages)
        return partial(ExposureResult, gust_factor=factor, gust_method=gust.method)

    def tell(self) -> None:
        """Say what an ordinance's least pressure governs."""
        if self.floor is not None:
            self.floor.tell()
