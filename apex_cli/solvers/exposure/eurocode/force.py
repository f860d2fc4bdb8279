"""The force of the wind by EN 1991-1-4: kN to the standard's own equation, then pounds."""

from apex_cli.equations import Bare
from apex_cli.packs.eurocode_wind import EurocodeWindPack
from apex_cli.solvers.exposure.equations import signs
from apex_cli.solvers.exposure.eurocode import pressure_equations as eq


class PeakForces:
    """What is common to all forces: the pack and the structural factor.

    Args:
        pack: The wind standard.
        gust: Structural factor c_s c_d.
        trace: Calls the equations.
    """

    def __init__(self, pack: EurocodeWindPack, gust: float, trace: Bare) -> None:
        self.pack = pack
        self.gust = gust
        self.trace = trace

    def on(self, area: float, cf: float, q_p: float) -> float:
        """Force (lbf) on an area (ft2) under a peak pressure (Pa)."""
        trace = self.trace
        A_ref = trace(eq.square_metres, A=area)
        F_w = trace(eq.wind_force, c_sd=self.gust, c_f=cf, q_p=q_p, A_ref=A_ref)
        return trace(eq.pounds, F_w=F_w)

    def pressure(self, force: float, area: float) -> float:
        """Force over area, psf."""
        return self.trace(signs.design_pressure, F=force, A=area)
