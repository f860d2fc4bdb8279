"""The least pressure that a local ordinance asks for, element by element."""

from apex_cli.equations import Bare
from apex_cli.packs.combinations import Combinations
from apex_cli.project.given import Level, Local
from apex_cli.solvers.exposure.equations import given as eq
from apex_cli.solvers.limits import beyond


class Floor:
    """A least pressure at strength level, and what it has raised.

    Args:
        pressure: psf, strength level.
        trace: Calls the equations.
    """

    def __init__(self, pressure: float, trace: Bare) -> None:
        self._pressure, self._trace = pressure, trace
        self.raised: list[str] = []

    def held(self, force: float, area: float) -> float:
        """The force (lbf), or that of the least pressure on this area (ft2) where it is more."""
        found = self._trace(eq.force_by_ordinance, F_w=force, p_L=self._pressure, A=area)
        if beyond(found, force):
            self.raised.append(self._trace.subject)
        return found


def floor_of(local: Local | None, combinations: Combinations, trace: Bare) -> Floor | None:
    """The ordinance's least pressure; None where it has none."""
    if local is None or local.min_pressure_psf is None:
        return None
    if not local.states("level"):
        trace.assume(
            "local.level is not given: the ordinance's least pressure is a working "
            "(allowable-stress) one, which is the larger reading."
        )
    trace.subject = "local ordinance"
    pressure = strength(local.min_pressure_psf, local.level, combinations, trace)
    trace.subject = ""
    return Floor(pressure, trace)


def strength(pressure: float, level: Level, combinations: Combinations, trace: Bare) -> float:
    """A pressure (psf) of this level at strength level."""
    if level == "strength":
        return pressure
    return trace(eq.at_strength_level, p_g=pressure, f_W=combinations.working[0])


def tell_floor(floor: Floor | None, local: Local | None, trace: Bare) -> None:
    """Say which faces and poles the ordinance's least pressure governs."""
    if floor is None or local is None:
        return
    names = list(dict.fromkeys(floor.raised))
    if names:
        trace.warn(
            "wind.local_minimum",
            "notice",
            f"The least pressure of {local.min_pressure_psf:g} psf ({local.level}) governs "
            f"{', '.join(names)}: {local.source}.",
        )
    else:
        trace.assume(
            f"The local least pressure of {local.min_pressure_psf:g} psf ({local.level}; "
            f"{local.source}) governs nothing here."
        )
