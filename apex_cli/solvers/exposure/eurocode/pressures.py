"""The wind at a site by EN 1991-1-4: the peak velocity pressure at any height."""

from apex_cli.equations import Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.eurocode_wind import EurocodeWindPack
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.eurocode import pressure_equations as eq
from apex_cli.solvers.exposure.eurocode.inputs import EurocodeInputs
from apex_cli.solvers.exposure.velocity_pressure import Pressure


class PeakPressure(Pressure, frozen=True):
    """The wind at one height: c_e, c_o and the peak pressure in psf, and q_p itself, Pa."""

    q_p: float


class PeakPressures:
    """The peak velocity pressures at a site.

    Args:
        inputs: Wind and ground at the site.
        pack: The wind standard.
        trace: Calls the equations.
    """

    ke = None
    """This standard has no elevation factor beside the density of the air."""

    def __init__(self, inputs: EurocodeInputs, pack: EurocodeWindPack, trace: Bare) -> None:
        self._trace = trace
        self._done: dict[float, PeakPressure] = {}
        self._given = inputs.peak_pressure_pa
        self._highest = pack.highest
        self.rho: float = pack.air_density.number
        if inputs.air_density_kg_per_m3 is not None:
            self.rho = inputs.air_density_kg_per_m3
        if self._given is not None:
            trace.assume(
                "The peak velocity pressure is given (site.peak_pressure_pa), and holds at every "
                "height of the sign and its poles: give it for the top of the sign."
            )
            return
        self._c_o = _told(
            inputs.orography_factor, pack.orography.number, "site.orography_factor",
            "flat ground, c_o", trace,
        )  # fmt: skip
        self._k_t = pack.turbulence.number
        v_b = _basic(inputs, pack, trace)
        row = pack.terrain.numbers[inputs.terrain or ""]
        self._ground = {name: row[name] for name in ("z_0", "z_min")}
        self._v_b = v_b
        self._q_b = trace(eq.basic_pressure, rho=self.rho, v_b=v_b)
        self._k_r = trace(eq.terrain_factor, z_0=row["z_0"], z_II=pack.terrain.numbers["II"]["z_0"])

    def at(self, z: float, _k_d: float | None = None) -> PeakPressure:
        """The peak velocity pressure at a height, ft.

        Raises:
            NoAnswer: The height is beyond that for which the profile is given.
        """
        if not self._trace.told:
            return self._found(z)
        if z not in self._done:  # a step is told once
            self._done[z] = self._found(z)
        return self._done[z]

    def _found(self, z: float) -> PeakPressure:
        trace = self._trace
        if self._given is not None:
            q_p = self._given
            return PeakPressure(z, None, None, trace(eq.pounds_per_square_foot, q_p=q_p), q_p)
        z_m = trace(eq.metres_of, z=z)
        if z_m > self._highest.value:
            raise NoAnswer(
                f"the wind profile ends {self._highest.value:g} m above the ground, and "
                f"{z_m:.4g} m is asked ({self._highest.clause})",
                faults=[Fault("/site/terrain", "the profile ends below this height")],
                hint="give site.peak_pressure_pa by a study of the site",
            )
        rho, c_o = self.rho, self._c_o
        c_r = trace(eq.roughness_factor, k_r=self._k_r, z_m=z_m, **self._ground)
        v_m = trace(eq.mean_wind, c_r=c_r, c_o=c_o, v_b=self._v_b)
        I_v = trace(eq.turbulence_of_wind, k_t=self._k_t, c_o=c_o, z_m=z_m, **self._ground)
        q_p = trace(eq.peak_pressure, I_v=I_v, rho=rho, v_m=v_m)
        c_e = trace(eq.exposure_factor, q_p=q_p, q_b=self._q_b)
        return PeakPressure(z, c_e, c_o, trace(eq.pounds_per_square_foot, q_p=q_p), q_p)


def _basic(inputs: EurocodeInputs, pack: EurocodeWindPack, trace: Bare) -> float:
    """Basic wind velocity, m/s."""
    c_dir = _told(
        inputs.direction_factor, pack.direction_factor.number, "site.direction_factor", "c_dir",
        trace,
    )  # fmt: skip
    c_season = _told(
        inputs.season_factor, pack.season_factor.number, "site.season_factor", "c_season", trace
    )
    c_prob: float = trace.known(1.0, "return period of 50 years")
    if inputs.return_period_years is None:
        trace.assume(
            "No site.return_period_years is given: 50 years, a yearly probability of 0.02, "
            "c_prob = 1."
        )
    else:
        c_prob = trace(
            eq.probability_factor, T=inputs.return_period_years, **pack.probability.numbers
        )
    return trace(
        eq.basic_wind_velocity,
        c_dir=c_dir, c_season=c_season, c_prob=c_prob, v_b0=inputs.basic_wind_speed_mps or 0.0,
    )  # fmt: skip


def _told(given: float | None, usual: Known, name: str, symbol: str, trace: Bare) -> float:
    """What is given, or the recommended value, which is told."""
    if given is not None:
        return given
    trace.assume(f"{name} is not given: {symbol} = {usual.real:g}, as recommended.")
    return usual
