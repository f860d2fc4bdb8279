"""What one face or one length of pole brings to the base, before the cases are summed."""

from msgspec import Struct

from apex_cli.equations import Bare, card_of
from apex_cli.packs.exposure import ExposurePack
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.equations import signs as eq
from apex_cli.solvers.exposure.methods import METHODS
from apex_cli.solvers.exposure.result import ElementWind


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


class WindForces:
    """What is common to all forces: the pack, the gust factor and the edition's algebra.

    Args:
        pack: The wind standard.
        gust: Gust-effect factor.
        trace: Calls the equations.
    """

    def __init__(self, pack: ExposurePack, gust: float, trace: Bare) -> None:
        self.pack = pack
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

    def governing(self, force: float, area: float) -> tuple[float, float, bool]:
        """Force not below the minimum (lbf), pressure (psf), and whether the minimum governs."""
        governing = self.trace(eq.governing_force, F_w=force, p_min=self._least, A=area)
        pressure = self.trace(eq.design_pressure, F=governing, A=area)
        return governing, pressure, governing > force
