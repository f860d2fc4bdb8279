"""What a local ordinance asks of a foundation: overturning against the dead load alone."""

from apex_cli.equations import Bare
from apex_cli.project.given import Local
from apex_cli.solvers.footing import ordinance_equations as eq
from apex_cli.solvers.footing.result import Stability
from apex_cli.solvers.footing.spread_case import GRAVITY, HOPELESS, Site, Size


def overturning(site: Site, size: Size, W: float, M_o: float, trace: Bare) -> Stability | None:
    """The overturning moment held against the ordinance's part of what the dead load resists.

    Args:
        site: Says whether there is an ordinance.
        size: Of the footing.
        W: The dead load that counts against overturning, lbf.
        M_o: Overturning moment at the base, allowable-stress level, lbf-ft.
        trace: Calls the equations.
    """
    if site.local is None or site.local.overturning_ratio is None:
        return None
    M_r = trace(eq.moment_of_dead_load, W=W, B=size.B)
    allowed = trace(eq.overturning_allowed, r_o=site.local.overturning_ratio, M_r=M_r)
    ratio = M_o / allowed if allowed > 0 else HOPELESS
    return Stability(M_o, allowed, "lbf-ft", ratio, GRAVITY)


def check(found: Stability | None, local: Local | None, trace: Bare) -> None:
    """File the check, and say what it counts."""
    if found is None or local is None:
        return
    trace.hold(
        "spread.local_overturning",
        "The overturning moment is within the part of the dead load's that the ordinance allows.",
        demand=found.demand, capacity=found.resistance, unit="lbf-ft", clause=local.source,
    )  # fmt: skip
    trace.assume(
        f"The ordinance ({local.source}) is read so: the moment of the working wind at the base of "
        f"the footing is at most {local.overturning_ratio:g} of the moment of the whole dead load "
        "about its toe: sign, footing, stem, and the soil that counts against overturning."
    )


def tell_pier(local: Local | None, trace: Bare) -> None:
    """Say that a pier is not held by its weight."""
    if local is not None and local.overturning_ratio is not None:
        trace.warn(
            "footing.local_overturning_not_held",
            "review",
            f"The ordinance's overturning at most {local.overturning_ratio:g} of the dead load's "
            f"resisting moment ({local.source}) is not held: a pier is held by the ground at its "
            "sides and not by its weight. Ask the building official that this is accepted.",
        )
