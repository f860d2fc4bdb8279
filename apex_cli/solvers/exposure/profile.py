"""The velocity pressure over the heights that are asked for."""

from typing import Any

from apex_cli.equations import Bare
from apex_cli.solvers.exposure.result import ProfileRow


def profile(
    asked: list[float], pressures: Any, k_d: float | None, extra: list[float], trace: Bare
) -> list[ProfileRow]:
    """The velocity pressure over the heights asked for and others, rising."""
    heights = [*extra]
    for height in asked:
        if height not in heights:
            heights.append(height)
    rows = []
    for z in sorted(heights):
        trace.subject = f"profile at {z:g} ft"
        at = pressures.at(z, k_d)
        rows.append(ProfileRow(at.z, at.kz, at.kzt, at.q))
    trace.subject = ""
    return rows
