"""The code's wind: from the site by velocity pressures, gust factor and figures to forces."""

from collections.abc import Callable
from functools import partial
from typing import Any

from apex_cli.equations import Bare
from apex_cli.project.poles import Poles
from apex_cli.project.sign import Gust, Readings, Sign
from apex_cli.solvers.exposure.attached import attached_winds
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.floor import floor_of
from apex_cli.solvers.exposure.profile import profile
from apex_cli.solvers.exposure.result import (
    Direction,
    ExposureResult,
    ProfileRow,
    StagedResult,
    StageRow,
)
from apex_cli.solvers.exposure.standard import AMERICAN, Standard
from apex_cli.solvers.exposure.wind import Air, Shown, Wind


class CodeForces:
    """Forces by the code's figures.

    Args:
        ways: What the family of the standard does in its own way.
        pressures: Velocity pressures at the site.
        wind_forces: Gust factor, pack and trace.
        readings: Choices of the project.
    """

    of_poles = "; h/D with the full height of the sign"

    def __init__(
        self, ways: Standard, pressures: Any, wind_forces: Any, readings: Readings
    ) -> None:
        self._ways, self._readings = ways, readings
        self._pressures, self._wind_forces = pressures, wind_forces

    def solid(self, face: Face) -> Wind:
        """The wind on a solid face, in every case."""
        return self._ways.face(face, self._pressures, self._wind_forces, self._readings, solid=True)

    def open(self, face: Face) -> Wind:
        """The wind on a face of which 30 % or more is open."""
        return self._ways.face(
            face, self._pressures, self._wind_forces, self._readings, solid=False
        )

    def pole(self, name: str, shown: Shown, h: float, poles: Poles) -> Wind:
        """The wind on a length of poles, of a sign that reaches up to h ft."""
        return self._ways.pole(name, shown, h, poles, (self._pressures, self._wind_forces))

    def attached(self, sign: Sign, direction: Direction) -> list[Wind]:
        """The wind on each attachment."""
        return attached_winds(sign, direction, self._pressures, self._wind_forces)


class SiteWind:
    """The wind of a site by a standard.

    Args:
        inputs: What the wind calculation sees of a project.
        pack: The wind standard.
        trace: Calls the equations.
        ways: What the family of the standard does in its own way.
    """

    swaying = True

    def __init__(self, inputs: Any, pack: Any, trace: Bare, ways: Standard = AMERICAN) -> None:
        self.standard, self.beside = pack.standard, ways.beside
        self._inputs, self._pack, self._trace, self._ways = inputs, pack, trace, ways
        self.pressures = ways.pressures(inputs, pack, trace)
        self.floor = floor_of(getattr(inputs, "local", None), pack.combinations, trace)

    def silent(self, trace: Bare) -> "SiteWind":
        """The same by a trace that writes nothing down."""
        return SiteWind(self._inputs, self._pack, trace, self._ways)

    def gust(self, gust: Gust, faces: list[Face], cabinets: list[Face], n_1: float | None) -> float:
        """The gust factor of the whole sign."""
        return self._ways.gust(
            gust, self._inputs, faces, cabinets, n_1=n_1, pack=self._pack, trace=self._trace
        )

    def forces(self, gust: float, readings: Readings) -> CodeForces:
        """What gives the forces with this gust factor."""
        floor = () if self.floor is None else (self.floor,)
        wind_forces = self._ways.forces(self._pack, gust, self._trace, *floor)
        return CodeForces(self._ways, self.pressures, wind_forces, readings)

    def at(self, z: float) -> Air:
        """The wind at a height."""
        k_d = self._ways.k_d(self._pack)
        found = self.pressures.at(z, k_d)
        return Air(found.kz, found.kzt, self.pressures.ke, k_d, found.q)

    def profile(self, asked: list[float], extra: list[float]) -> list[ProfileRow]:
        """The velocity pressure over the heights asked for and more of them, rising."""
        return profile(asked, self.pressures, self._ways.k_d(self._pack), extra, self._trace)

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
