"""Areas, volumes and weights of any foundation, and what ground water lifts of it."""

from math import pi

from apex_cli.equations import equation
from apex_cli.quantities import CubicYards, Feet, Pcf, PoundsForce, Ratio, SquareFeet


@equation("A_b", "pi * w ** 2 / 4", clause="")
def area_round(*, w: Feet) -> SquareFeet:
    """Plan area of a round foundation."""
    return pi * w**2 / 4


@equation("A_b", "w * l", clause="")
def area_rectangle(*, w: Feet, l: Feet) -> SquareFeet:  # noqa: E741 - side l, beside w
    """Plan area of a rectangular foundation."""
    return w * l


@equation("V", "A_b * t / 27", clause="")
def volume(*, A_b: SquareFeet, t: Feet) -> CubicYards:
    """Volume of one foundation, or of its excavation."""
    return A_b * t / 27


@equation("V", "V_1 + V_2", clause="")
def volume_with(*, V_1: CubicYards, V_2: CubicYards) -> CubicYards:
    """Volume of two parts."""
    return V_1 + V_2


@equation("U", "gamma_w * A_i * min(max(d_i - z_w, 0), t)", clause="")
def buoyancy(*, gamma_w: Pcf, A_i: SquareFeet, d_i: Feet, z_w: Feet, t: Feet) -> PoundsForce:
    """Buoyancy of what stands in ground water: its part below the water's level.

    >>> buoyancy(gamma_w=62.4, A_i=10, d_i=4, z_w=3, t=2), buoyancy(
    ...     gamma_w=62.4, A_i=10, d_i=4, z_w=9, t=2
    ... )
    (624.0, 0.0)
    """
    return gamma_w * A_i * min(max(d_i - z_w, 0), t)


@equation("V_N", "N * V", clause="")
def total_volume(*, N: Ratio, V: CubicYards) -> CubicYards:
    """Volume of all foundations."""
    return N * V


@equation("W_c", "27 * gamma_c * V", clause="")
def concrete_weight(*, gamma_c: Pcf, V: CubicYards) -> PoundsForce:
    """Weight of the concrete."""
    return 27 * gamma_c * V
