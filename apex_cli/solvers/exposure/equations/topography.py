"""The topographic factor (ASCE 7 26.8, Figure 26.8-1)."""

from math import exp

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Ratio


@equation("L_h", "max(L_h, H / r)", clause="Figure 26.8-1 note 2")
def effective_half_length(*, L_h: Feet, H: Feet, r: Ratio) -> Feet:
    """Half-length with which a feature is no steeper than r: 2H for the printed 0.5.

    >>> effective_half_length(L_h=60, H=100, r=0.5)
    200.0
    """
    return max(L_h, H / r)


@equation("K_1", "k_1 * H / L_h", clause="Figure 26.8-1")
def multiplier_1(*, k_1: Ratio, H: Feet, L_h: Feet) -> Ratio:
    """Shape of the feature and the greatest speed-up.

    >>> multiplier_1(k_1=0.85, H=100, L_h=200)
    0.425
    """
    return k_1 * H / L_h


@equation("K_2", "max(0, 1 - x / (mu * L_h))", clause="Figure 26.8-1")
def multiplier_2(*, x: Feet, mu: Ratio, L_h: Feet) -> Ratio:
    """Less speed-up with distance from the crest.

    >>> multiplier_2(x=100, mu=4, L_h=200)
    0.875
    """
    return max(0, 1 - x / (mu * L_h))


@equation("K_3", "exp(-gamma * z / L_h)", clause="Figure 26.8-1")
def multiplier_3(*, gamma: Ratio, z: Feet, L_h: Feet) -> Ratio:
    """Less speed-up with height above the ground.

    >>> round(multiplier_3(gamma=2.5, z=40, L_h=200), 4)
    0.6065
    """
    return exp(-gamma * z / L_h)


@equation("K_zt", "(1 + K_1 * K_2 * K_3) ** 2", clause="Eq. 26.8-1")
def topographic_factor(*, K_1: Ratio, K_2: Ratio, K_3: Ratio) -> Ratio:
    """Topographic factor.

    >>> round(topographic_factor(K_1=0.425, K_2=0.875, K_3=0.6065), 4)
    1.502
    """
    return (1 + K_1 * K_2 * K_3) ** 2
