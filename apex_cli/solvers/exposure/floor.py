"""The least pressure that a local ordinance asks for, element by element."""

from apex_cli.equations import Bare
from apex_cli.packs.combinations import Combinations
from apex_cli.project.given import Level, Local
from apex_cli.solvers.exposure.equations import given as eq
from apex_cli.solvers.limits import beyond


class Floor:
    """An ordinance's least pressures, and what they have raised.

    Args:
        local: The ordinance, which has some.
        combinations: Bring them to strength level.
        trace: Calls the equations.
    """

    def __init__(self, local: Local, combinations: Combinations, trace: Bare) -> None:
        self._local, self._combinations, self._trace = local, combinations, trace
        self._known: dict[float, float] = {}
        self.raised: dict[str, float] = {}

    def held(self, force: float, area: float, top: float) -> float:
        """The force (lbf) on an area (ft2) that ends at a height (ft), or that of the least."""
        found = self._trace(eq.force_by_ordinance, F_w=force, p_L=self.at(top), A=area)
        if beyond(found, force):
            self.raise_(top)
        return found

    def at(self, top: float) -> float:
        """The least pressure (psf, strength level) of what ends at this height (ft)."""
        return self._strength(self._given(top))

    def raise_(self, top: float) -> None:
        """Note that it governs what the trace is about, which ends at this height."""
        self.raised[self._trace.subject] = self._given(top)

    def _given(self, top: float) -> float:
        """The ordinance's pressure at this height; beyond its table, that of the last row."""
        if self._local.min_pressure_psf is not None:
            return self._local.min_pressure_psf
        rows = self._local.min_pressures or []
        return next((row for row in rows if not beyond(top, row.to_ft)), rows[-1]).pressure_psf

    def _strength(self, given: float) -> float:
        """A pressure of the ordinance at strength level."""
        if not self._trace.told:
            return strength(given, self._local.level, self._combinations, self._trace)
        if given not in self._known:  # a step is told once
            self._known[given] = strength(given, self._local.level, self._combinations, self._trace)
        return self._known[given]

    def tell(self) -> None:
        """Say which faces and poles the ordinance's least pressure governs."""
        trace, local = self._trace, self._local
        if not local.states("level"):
            trace.assume(
                "local.level is not given: the ordinance's least pressure is a working "
                "(allowable-stress) one, which is the larger reading."
            )
        if self.raised:
            told = ", ".join(f"{name} ({given:g} psf)" for name, given in self.raised.items())
            trace.warn(
                "wind.local_minimum",
                "notice",
                f"The ordinance's least pressure ({local.level}) governs {told}: {local.source}.",
            )
        else:
            trace.assume(
                f"The ordinance's least pressure ({local.level}; {local.source}) governs nothing "
                "here."
            )
        if local.min_pressures is not None:
            trace.assume(
                "The ordinance's least pressure is that of the height at which each face or "
                "length of pole ends; above its table, that of the last row."
            )


def floor_of(local: Local | None, combinations: Combinations, trace: Bare) -> Floor | None:
    """The ordinance's least pressures; None where it has none."""
    if local is None or (local.min_pressure_psf is None and local.min_pressures is None):
        return None
    return Floor(local, combinations, trace)


def strength(pressure: float, level: Level, combinations: Combinations, trace: Bare) -> float:
    """A pressure (psf) of this level at strength level."""
    if level == "strength":
        return pressure
    return trace(eq.at_strength_level, p_g=pressure, f_W=combinations.working[0])
