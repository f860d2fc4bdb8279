"""What one face or one length of pole brings to the base, before the cases are summed."""

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from apex_cli.equations import Bare, card_of
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.poles import Poles
from apex_cli.project.sign import Gust, Readings, Sign
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.bands import Length
from apex_cli.solvers.exposure.equations import signs as eq
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.floor import Floor
from apex_cli.solvers.exposure.methods import METHODS
from apex_cli.solvers.exposure.result import (
    Direction,
    ElementWind,
    ExposureResult,
    ProfileRow,
    StageRow,
)
from apex_cli.solvers.poles import StageShape


class Wind(Struct, frozen=True):
    """One force of the wind.

    Args:
        result: What is reported of it.
        force: Force in Cases A and B, lbf.
        height: Height at which it acts, ft.
        offset: Distance of the face's middle from the support's axis, ft.
        arm: Eccentricity of Case B, ft; None where the figure knows none.
        case_c: Force (lbf) and arm (ft) of Case C; None where it is not asked.
        bottom: Where what takes the wind begins, ft above grade.
        top: Where it ends.
    """

    result: ElementWind
    force: float
    height: float
    offset: float | None
    arm: float | None
    case_c: tuple[float, float] | None
    bottom: float
    top: float


class Shown(Struct, frozen=True):
    """What the wind meets: ft2, at which height ft, offset ft (None: the axis), least width in.

    `length` is from where to where it stands in the wind, `face` the width across the wind and
    `depth` along it, in.
    """

    area: float
    height: float
    offset: float | None
    width: float
    shape: StageShape
    length: Length
    face: float
    depth: float


class Forces(Protocol):
    """What gives the wind on each thing that stands in it.

    Args:
        of_poles: What else is to be said of the wind on poles.
    """

    of_poles: str

    def solid(self, face: Face) -> Wind:
        """The wind on a solid face, in every case."""

    def open(self, face: Face) -> Wind:
        """The wind on a face of which much is open."""

    def pole(self, name: str, shown: Shown, h: float, poles: Poles) -> Wind:
        """The wind on a length of poles, of a sign that reaches up to h ft."""

    def attached(self, sign: Sign, direction: Direction) -> list[Wind]:
        """The wind on each attachment, from the front or along the sign."""


class Air(Struct, frozen=True):
    """The wind at the top of the sign, as the answer has it; None: nothing asks for it."""

    kz: float | None = None
    kzt: float | None = None
    ke: float | None = None
    kd: float | None = None
    q: float | None = None


class Source(Protocol):
    """Where the wind of a sign comes from: by the code from the site, or a given pressure.

    Args:
        standard: What the answer stands on.
        swaying: Whether the natural frequency enters.
        floor: The least pressure of a local ordinance.
        beside: What is told where only some faces have a Case C.
    """

    standard: str
    beside: str
    swaying: bool
    floor: Floor | None

    def silent(self, trace: Bare) -> "Source":
        """The same by a trace that writes nothing down."""

    def gust(self, gust: Gust, faces: list[Face], cabinets: list[Face], n_1: float | None) -> float:
        """The gust factor of the whole sign; 1 where none enters."""

    def forces(self, gust: float, readings: Readings) -> Forces:
        """What gives the forces with this gust factor."""

    def at(self, z: float) -> Air:
        """The wind at a height."""

    def profile(self, asked: list[float], extra: list[float]) -> list[ProfileRow]:
        """The velocity pressure over the heights asked for and more of them, rising."""

    def answer(
        self, gust: Gust, factor: float, stages: list[StageRow]
    ) -> Callable[..., ExposureResult]:
        """What makes the answer, with this gust factor, of a sign with these stages of poles."""

    def tell(self) -> None:
        """Say what can be said when all forces are known."""


class WindForces:
    """What is common to all forces: the pack, the gust factor and the edition's algebra.

    Args:
        pack: The wind standard.
        gust: Gust-effect factor.
        trace: Calls the equations.
        floor: The least pressure of a local ordinance.
    """

    def __init__(
        self, pack: ExposurePack, gust: float, trace: Bare, floor: Floor | None = None
    ) -> None:
        self.pack = pack
        self._floor = floor
        self.gust = gust
        self.trace = trace
        algebra = METHODS[pack.method]
        self._on_sign, self._on_structure = algebra.sign_force, algebra.structure_force
        self._with_k_d = "K_d" in card_of(algebra.sign_force).units
        self._least = pack.minimum_pressure.number

    def on_sign(self, q: float, k_d: Known, cf: float, area: float) -> float:
        """Force (lbf) on a solid sign or a region of it."""
        if self._with_k_d:
            return self.trace(self._on_sign, q_h=q, K_d=k_d, G=self.gust, C_f=cf, A_s=area)
        return self.trace(self._on_sign, q_h=q, G=self.gust, C_f=cf, A_s=area)

    def on_structure(self, q: float, k_d: Known, cf: float, area: float) -> float:
        """Force (lbf) on an open sign, a frame, a tower or a pole."""
        if self._with_k_d:
            return self.trace(self._on_structure, q_z=q, K_d=k_d, G=self.gust, C_f=cf, A_f=area)
        return self.trace(self._on_structure, q_z=q, G=self.gust, C_f=cf, A_f=area)

    def governing(self, force: float, area: float, top: float) -> tuple[float, float, bool]:
        """Force not below the minimum (lbf), pressure (psf), and whether the minimum governs.

        Args:
            force: By the figure, lbf.
            area: That it stands on, ft2.
            top: Where that ends, ft above grade.
        """
        governing = self.trace(eq.governing_force, F_w=force, p_min=self._least, A=area)
        if self._floor is not None:
            governing = self._floor.held(governing, area, top)
        pressure = self.trace(eq.design_pressure, F=governing, A=area)
        return governing, pressure, governing > force
