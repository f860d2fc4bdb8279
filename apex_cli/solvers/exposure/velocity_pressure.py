"""The wind at a site: K_z, K_zt, K_e and the velocity pressure at any height."""

from bisect import bisect_left

from msgspec import Struct

from apex_cli.equations import Bare, taken
from apex_cli.errors import Fault, InvalidInput, NoAnswer
from apex_cli.packs.exposure import ExposurePack
from apex_cli.packs.exposure_tables import KzTable
from apex_cli.solvers.exposure.equations import pressure as eq
from apex_cli.solvers.exposure.hill import Hill, hill_of
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.methods import METHODS


class Pressure(Struct, frozen=True):
    """The wind at one height: height ft, coefficients if known, velocity pressure psf."""

    z: float
    kz: float | None
    kzt: float | None
    q: float


class VelocityPressures:
    """The velocity pressures at a site.

    Args:
        inputs: Wind and ground at the site; a `kz_method` of None takes what governs in the pack.
        pack: The wind standard.
        trace: Calls the equations.

    Raises:
        InvalidInput: The table is wanted, and the pack prints none.
    """

    def __init__(self, inputs: ExposureInputs, pack: ExposurePack, trace: Bare) -> None:
        self._trace = trace
        self._terrain = pack.terrain.numbers[inputs.exposure]
        self._category = inputs.exposure
        self._kz = pack.kz
        self._pressure = METHODS[pack.method].pressure
        self._table = _table(inputs.kz_method, pack, trace)
        self.ke = _elevation(inputs.ground_elevation_ft, pack, trace)
        self._terms: dict[str, float] = {
            "c_q": pack.velocity_constant.number,
            "V": inputs.wind_speed_mph,
        }
        if self.ke is not None:
            self._terms["K_e"] = self.ke
        self._done: dict[tuple[float, float], Pressure] = {}
        self._hill: Hill | None = None
        self._kzt: float = pack.topography.default.number
        if inputs.kzt is not None:
            self._kzt = inputs.kzt
        elif inputs.topography is not None:
            self._hill = hill_of(inputs.topography, inputs.exposure, pack, trace)
        else:
            trace.assume("No topography is given: flat ground, Kzt = 1.0.")

    def at(self, z: float, k_d: float) -> Pressure:
        """The velocity pressure at a height.

        Args:
            z: Height above the ground, ft.
            k_d: Directionality factor of the structure, for an edition whose pressure carries it.

        Raises:
            NoAnswer: The printed table ends below this height.
        """
        if not self._trace.told:
            return self._at(z, k_d)
        if (z, k_d) not in self._done:  # a step is told once
            self._done[z, k_d] = self._at(z, k_d)
        return self._done[z, k_d]

    def _at(self, z: float, k_d: float) -> Pressure:
        kz = self._coefficient(z)
        kzt = self._hill.factor(z) if self._hill else self._kzt
        own = taken(self._pressure, K_d=k_d)
        return Pressure(
            z, kz, kzt, self._trace(self._pressure, K_z=kz, K_zt=kzt, **self._terms, **own)
        )

    def _coefficient(self, z: float) -> float:
        trace, row = self._trace, self._terrain
        if z > row["z_g"] and self._kz.constant_to is None:
            trace.warn(
                "wind.above_gradient_height",
                "review",
                f"A height of {z:g} ft lies above the gradient height: Kz is held at its value "
                "there.",
                self._kz.coefficient.clause,
            )
        if self._table is None:
            return trace(
                eq.exposure_coefficient,
                z=z,
                z_min=self._kz.z_min.number,
                z_g=row["z_g"],
                c_k=self._kz.coefficient.number,
                alpha=row["alpha"],
            )
        heights, cells = self._table.known_heights, self._table.known_cells[self._category]
        if z > heights[-1]:
            raise NoAnswer(
                f"the printed table of Kz ends at {heights[-1]:g} ft, and {z:g} ft is asked",
                faults=[Fault("/kz_method", "the table ends below this height", "table")],
                hint="take kz_method formula",
            )
        upper = max(bisect_left(heights, z), 1)
        return trace(
            eq.tabulated_exposure_coefficient,
            z=z,
            z_1=heights[upper - 1],
            z_2=heights[upper],
            K_1=cells[upper - 1],
            K_2=cells[upper],
        )


def _table(kz_method: str | None, pack: ExposurePack, trace: Bare) -> KzTable | None:
    """The printed table if that is the method, else None."""
    method = kz_method or pack.kz.governs
    if kz_method is None:
        trace.assume(f"Kz by the {method}, which governs in the pack; both routes are permitted.")
    if method == "formula":
        return None
    if pack.kz.table is None:
        detail = f"the pack {pack.ref} has no table of Kz that could be verified"
        hint = "take kz_method formula"
        raise InvalidInput(detail, faults=[Fault("/kz_method", detail, method, hint)], hint=hint)
    return pack.kz.table


def _elevation(z_e: float | None, pack: ExposurePack, trace: Bare) -> float | None:
    """The elevation factor, or None for an edition that has none."""
    if pack.elevation is None:
        trace.assume("This edition has no ground elevation factor; the elevation is not used.")
        return None
    if z_e is None:
        trace.assume("No ground elevation is given: Ke = 1.0, which is permitted anywhere.")
        return pack.elevation.default.number
    return trace(eq.elevation_factor, k_e=pack.elevation.rate.number, z_e=z_e)
