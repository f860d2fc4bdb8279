"""From the basic wind velocity to a force (EN 1991-1-4, chapters 4 and 5), in SI units."""

from math import log

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    KilogramsPerCubicMetre,
    KiloNewtons,
    Metres,
    MetresPerSecond,
    Pascals,
    PoundsForce,
    Psf,
    Ratio,
    SquareFeet,
    SquareMetres,
)


@equation(
    "c_prob",
    "((1 - K * log(-log(1 - 1 / T))) / (1 - K * log(-log(0.98)))) ** n",
    clause="4.2(2) note 4",
)
def probability_factor(*, T: Ratio, K: Ratio, n: Ratio) -> Ratio:
    """Factor on the wind velocity for a mean return period of T years.

    >>> round(probability_factor(T=25, K=0.2, n=0.5), 4), probability_factor(T=50, K=0.2, n=0.5)
    (0.9597, 1.0)
    """
    value: float = ((1 - K * log(-log(1 - 1 / T))) / (1 - K * log(-log(0.98)))) ** n
    return value


@equation("v_b", "c_dir * c_season * c_prob * v_b0", clause="4.2(2)")
def basic_wind_velocity(
    *, c_dir: Ratio, c_season: Ratio, c_prob: Ratio, v_b0: MetresPerSecond
) -> MetresPerSecond:
    """Basic wind velocity: the 10-minute mean at 10 m in terrain of category II.

    >>> basic_wind_velocity(c_dir=1, c_season=1, c_prob=1, v_b0=26)
    26
    """
    return c_dir * c_season * c_prob * v_b0


@equation("q_b", "rho / 2 * v_b ** 2", clause="4.5(1)")
def basic_pressure(*, rho: KilogramsPerCubicMetre, v_b: MetresPerSecond) -> Pascals:
    """Basic velocity pressure.

    >>> basic_pressure(rho=1.25, v_b=26)
    422.5
    """
    return rho / 2 * v_b**2


@equation("k_r", "0.19 * (z_0 / z_II) ** 0.07", clause="4.3.2(1)")
def terrain_factor(*, z_0: Metres, z_II: Metres) -> Ratio:
    """Terrain factor, of the roughness length and that of category II.

    >>> round(terrain_factor(z_0=0.3, z_II=0.05), 4)
    0.2154
    """
    value: float = 0.19 * (z_0 / z_II) ** 0.07
    return value


@equation("z_m", "0.3048 * z", clause="")
def metres_of(*, z: Feet) -> Metres:
    """A height above the ground in metres.

    >>> metres_of(z=10)
    3.048
    """
    return 0.3048 * z


@equation("c_r", "k_r * log(max(z_m, z_min) / z_0)", clause="4.3.2(1)")
def roughness_factor(*, k_r: Ratio, z_m: Metres, z_min: Metres, z_0: Metres) -> Ratio:
    """Roughness factor at a height; below z_min that of z_min.

    >>> round(roughness_factor(k_r=0.2343, z_m=9, z_min=10, z_0=1), 3)
    0.539
    """
    return k_r * log(max(z_m, z_min) / z_0)


@equation("v_m", "c_r * c_o * v_b", clause="4.3.1(1)")
def mean_wind(*, c_r: Ratio, c_o: Ratio, v_b: MetresPerSecond) -> MetresPerSecond:
    """Mean wind velocity.

    >>> mean_wind(c_r=0.5, c_o=1, v_b=26)
    13.0
    """
    return c_r * c_o * v_b


@equation("I_v", "k_t / (c_o * log(max(z_m, z_min) / z_0))", clause="4.4(1)")
def turbulence_of_wind(*, k_t: Ratio, c_o: Ratio, z_m: Metres, z_min: Metres, z_0: Metres) -> Ratio:
    """Turbulence intensity at a height; below z_min that of z_min.

    >>> round(turbulence_of_wind(k_t=1, c_o=1, z_m=9, z_min=10, z_0=1), 3)
    0.434
    """
    return k_t / (c_o * log(max(z_m, z_min) / z_0))


@equation("q_p", "(1 + 7 * I_v) * rho / 2 * v_m ** 2", clause="4.5(1)")
def peak_pressure(*, I_v: Ratio, rho: KilogramsPerCubicMetre, v_m: MetresPerSecond) -> Pascals:
    """Peak velocity pressure.

    >>> round(peak_pressure(I_v=0.434294, rho=1.25, v_m=14.0286), 1)
    496.9
    """
    return (1 + 7 * I_v) * rho / 2 * v_m**2


@equation("c_e", "q_p / q_b", clause="4.5(1)")
def exposure_factor(*, q_p: Pascals, q_b: Pascals) -> Ratio:
    """Exposure factor: the peak velocity pressure over the basic one.

    >>> exposure_factor(q_p=845, q_b=422.5)
    2.0
    """
    return q_p / q_b


@equation("q", "q_p * 0.3048 ** 2 / 4.4482216152605", clause="")
def pounds_per_square_foot(*, q_p: Pascals) -> Psf:
    """The peak velocity pressure in psf.

    >>> round(pounds_per_square_foot(q_p=1000), 4)
    20.8854
    """
    return q_p * 0.3048**2 / 4.4482216152605


@equation("A_ref", "0.3048 ** 2 * A", clause="")
def square_metres(*, A: SquareFeet) -> SquareMetres:
    """A reference area in square metres.

    >>> round(square_metres(A=100), 3)
    9.29
    """
    return 0.3048**2 * A


@equation("F_w", "c_sd * c_f * q_p * A_ref / 1000", clause="5.3(2)")
def wind_force(*, c_sd: Ratio, c_f: Ratio, q_p: Pascals, A_ref: SquareMetres) -> KiloNewtons:
    """Wind force, characteristic: structural factor, force coefficient, peak pressure, area.

    >>> round(wind_force(c_sd=1, c_f=1.8, q_p=500, A_ref=4), 9)
    3.6
    """
    return c_sd * c_f * q_p * A_ref / 1000


@equation("F", "1000 * F_w / 4.4482216152605", clause="")
def pounds(*, F_w: KiloNewtons) -> PoundsForce:
    """The force in pounds, in which what reaches grade is summed.

    >>> round(pounds(F_w=1), 3)
    224.809
    """
    return 1000 * F_w / 4.4482216152605
