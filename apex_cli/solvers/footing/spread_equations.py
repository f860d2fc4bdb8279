"""Equations of a rigid rectangular footing under a one-way eccentric load.

Symbols: B side along the wind, L side across it, t thickness, d_b depth of the bottom, P lateral
load at height h, D dead load of the structure, W weight on the ground, e eccentricity, q pressure.
"""

from math import ceil, pi

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    Inches,
    Pcf,
    PoundFeet,
    PoundsForce,
    Psf,
    Ratio,
    SquareFeet,
)


@equation("W", "D + A_b * t * gamma_c", clause="")
def weight(*, D: PoundsForce, A_b: SquareFeet, t: Feet, gamma_c: Pcf) -> PoundsForce:
    """Weight on the ground: the structure and the footing."""
    return D + A_b * t * gamma_c


@equation("W", "W_0 + A_i * h_s * gamma_i", clause="")
def weight_with(*, W_0: PoundsForce, A_i: SquareFeet, h_s: Feet, gamma_i: Pcf) -> PoundsForce:
    """Weight on the ground with one more part upon the slab: the stem, or the soil beside it."""
    return W_0 + A_i * h_s * gamma_i


@equation("W", "W_0 - U", clause="")
def weight_in_water(*, W_0: PoundsForce, U: PoundsForce) -> PoundsForce:
    """Weight on the ground less the buoyancy of a part."""
    return W_0 - U


@equation("U", "W_0 - W", clause="")
def lift(*, W_0: PoundsForce, W: PoundsForce) -> PoundsForce:
    """Buoyancy of all parts: the weight without ground water less that with it."""
    return W_0 - W


@equation("W_r", "max(W_r - (1 - omega_D) * U, 0)", clause="1605.1")
def resisting_in_water(*, W_r: PoundsForce, omega_D: Ratio, U: PoundsForce) -> PoundsForce:
    """The weight that may be counted on where buoyancy, in it at 0.6 already, counts in full.

    >>> resisting_in_water(W_r=0.6 * (10_000 - 2000), omega_D=0.6, U=2000)  # 0.6 · 10,000 - 2,000
    4000.0
    """
    return max(W_r - (1 - omega_D) * U, 0)


@equation("h_s", "max(d_b - t, 0)", clause="")
def stem_height(*, d_b: Feet, t: Feet) -> Feet:
    """From the slab to grade."""
    return max(d_b - t, 0)


@equation("w_s", "ceil((k_c * D_p + 2 * c_c) / (12 * i) - 0.000001) * i", clause="")
def pedestal_side(*, k_c: Ratio, D_p: Inches, c_c: Inches, i: Feet) -> Feet:
    """Side of a square pedestal: the pole across its corners and its cover, rounded up.

    >>> pedestal_side(k_c=1, D_p=12, c_c=3, i=0.5)
    1.5
    """
    return ceil((k_c * D_p + 2 * c_c) / (12 * i) - 0.000001) * i


@equation("A_s", "min(w_s, B) * min(l_s, L)", clause="")
def stem_area(*, w_s: Feet, B: Feet, l_s: Feet, L: Feet) -> SquareFeet:
    """Plan area of the stem, which is no larger than the slab."""
    return min(w_s, B) * min(l_s, L)


@equation("A_s", "pi * min(w_s, B) ** 2 / 4", clause="")
def round_stem_area(*, w_s: Feet, B: Feet) -> SquareFeet:
    """Plan area of a round stem, which is no larger than the slab."""
    return pi * min(w_s, B) ** 2 / 4


@equation("A_s", "min(w_s * l_s, pi * B ** 2 / 4)", clause="")
def stem_area_on_round(*, w_s: Feet, l_s: Feet, B: Feet) -> SquareFeet:
    """Plan area of a rectangular stem on a round pad, which is no larger than the pad."""
    return min(w_s * l_s, pi * B**2 / 4)


@equation("A_e", "A_b - A_s", clause="")
def area_beside(*, A_b: SquareFeet, A_s: SquareFeet) -> SquareFeet:
    """Plan area of the slab beside the stem, which carries soil."""
    return A_b - A_s


@equation("W_r", "max(omega_D * W + (1 - omega_D) * min(D, 0), 0)", clause="1605.1")
def resisting_weight(*, omega_D: Ratio, W: PoundsForce, D: PoundsForce) -> PoundsForce:
    """The weight that may be counted on against the wind, 0.6D + 0.6W; uplift counts in full.

    >>> resisting_weight(omega_D=0.6, W=10_000, D=2000)
    6000.0
    >>> resisting_weight(omega_D=0.6, W=8000, D=-2000)  # 0.6 of 10,000 less 2,000
    4000.0
    """
    return max(omega_D * W + (1 - omega_D) * min(D, 0), 0)


@equation("W", "W_0 + D - D_dry", clause="")
def weight_with_ice(*, W_0: PoundsForce, D: PoundsForce, D_dry: PoundsForce) -> PoundsForce:
    """Weight on the ground with the ice on the sign.

    >>> weight_with_ice(W_0=9000.0, D=1800.0, D_dry=1500.0)
    9300.0
    """
    return W_0 + D - D_dry


@equation("M_b", "P * (h + d_b)", clause="")
def moment_at_base(*, P: PoundsForce, h: Feet, d_b: Feet) -> PoundFeet:
    """Moment at the base of the footing, not at grade."""
    return P * (h + d_b)


@equation("e", "M_b / W", clause="")
def eccentricity(*, M_b: PoundFeet, W: PoundsForce) -> Feet:
    """Distance of the resultant from the centre."""
    return M_b / W


@equation("q_max", "W / (B * L) * (1 + 6 * e / B)", clause="")
def pressure_in_kern(*, W: PoundsForce, B: Feet, L: Feet, e: Feet) -> Psf:
    """Greatest pressure while the whole base presses on the ground, e <= B/6.

    >>> pressure_in_kern(W=60_000, B=8, L=8, e=1)
    1640.625
    """
    return W / (B * L) * (1 + 6 * e / B)


@equation("q_min", "W / (B * L) * (1 - 6 * e / B)", clause="")
def least_pressure_in_kern(*, W: PoundsForce, B: Feet, L: Feet, e: Feet) -> Psf:
    """Least pressure while the whole base presses on the ground."""
    return W / (B * L) * (1 - 6 * e / B)


@equation("q_max", "2 * W / (3 * L * (B / 2 - e))", clause="")
def pressure_outside_kern(*, W: PoundsForce, L: Feet, B: Feet, e: Feet) -> Psf:
    """Greatest pressure when part of the base has lifted, B/6 < e < B/2."""
    return 2 * W / (3 * L * (B / 2 - e))


@equation("M_r", "W_r * B / 2", clause="")
def resisting_moment(*, W_r: PoundsForce, B: Feet) -> PoundFeet:
    """Moment of the weight about the toe."""
    return W_r * B / 2


@equation("R_s", "mu * W_r", clause="1806.3, Table 1806.2")
def sliding_friction(*, mu: Ratio, W_r: PoundsForce) -> PoundsForce:
    """Resistance to sliding by friction."""
    return mu * W_r


@equation("R_s", "min(c * L * max(min(B, 3 * (B / 2 - e)), 0), f_c * W_r)", clause="1806.3.2")
def sliding_cohesion(
    *, c: Psf, L: Feet, B: Feet, e: Feet, f_c: Ratio, W_r: PoundsForce
) -> PoundsForce:
    """Resistance to sliding by cohesion on the part in contact, at most a part of the dead load."""
    return min(c * L * max(min(B, 3 * (B / 2 - e)), 0), f_c * W_r)
