"""Equations of a local ordinance: overturning against the dead load alone."""

from apex_cli.equations import equation
from apex_cli.quantities import Feet, PoundFeet, PoundsForce, Ratio


@equation("M_r", "W * B / 2", clause="")
def moment_of_dead_load(*, W: PoundsForce, B: Feet) -> PoundFeet:
    """Moment of the whole dead load about the toe.

    >>> moment_of_dead_load(W=8000, B=6)
    24000.0
    """
    return W * B / 2


@equation("M_L", "r_o * M_r", clause="")
def overturning_allowed(*, r_o: Ratio, M_r: PoundFeet) -> PoundFeet:
    """Overturning moment that the ordinance allows.

    >>> overturning_allowed(r_o=0.5, M_r=24000)
    12000.0
    """
    return r_o * M_r
