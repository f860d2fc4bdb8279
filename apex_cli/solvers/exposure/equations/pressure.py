"""From wind speed to velocity pressure (ASCE 7 chapter 26)."""

from math import exp, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Mph, PerThousandFeet, Psf, Ratio, VelocityPressureConstant


@equation(
    "K_z", "c_k * (min(max(z, z_min), z_g) / z_g) ** (2 / alpha)", clause="Table 26.10-1 note 1"
)
def exposure_coefficient(*, z: Feet, z_min: Feet, z_g: Feet, c_k: Ratio, alpha: Ratio) -> Ratio:
    """Velocity pressure exposure coefficient at the height z.

    >>> round(exposure_coefficient(z=10, z_min=15, z_g=2460, c_k=2.41, alpha=9.8), 10)
    0.8511539011
    """
    value: float = c_k * (min(max(z, z_min), z_g) / z_g) ** (2 / alpha)
    return value


@equation("K_z", "K_1 + (K_2 - K_1) * (max(z, z_1) - z_1) / (z_2 - z_1)", clause="Table 26.10-1")
def tabulated_exposure_coefficient(
    *, z: Feet, z_1: Feet, z_2: Feet, K_1: Ratio, K_2: Ratio
) -> Ratio:
    """Velocity pressure exposure coefficient between two printed rows.

    >>> tabulated_exposure_coefficient(z=35, z_1=30, z_2=40, K_1=0.98, K_2=1.04)
    1.01
    """
    return K_1 + (K_2 - K_1) * (max(z, z_1) - z_1) / (z_2 - z_1)


@equation("K_e", "exp(-k_e * z_e / 1000)", clause="Table 26.9-1 note 2")
def elevation_factor(*, k_e: PerThousandFeet, z_e: Feet) -> Ratio:
    """Ground elevation factor at z_e above sea level.

    >>> round(elevation_factor(k_e=0.0362, z_e=500), 10)
    0.9820628212
    """
    return exp(-k_e * z_e / 1000)


@equation("q_z", "c_q * K_z * K_zt * K_d * V ** 2", clause="29.3.2")
def velocity_pressure_without_ke(
    *, c_q: VelocityPressureConstant, K_z: Ratio, K_zt: Ratio, K_d: Ratio, V: Mph
) -> Psf:
    """Velocity pressure before the elevation factor came, directionality inside.

    >>> round(velocity_pressure_without_ke(c_q=0.00256, K_z=1, K_zt=1, K_d=0.85, V=100), 2)
    21.76
    """
    return c_q * K_z * K_zt * K_d * V**2


@equation("q_z", "c_q * K_z * K_zt * K_d * K_e * V ** 2", clause="26.10.2")
def velocity_pressure_with_kd(
    *, c_q: VelocityPressureConstant, K_z: Ratio, K_zt: Ratio, K_d: Ratio, K_e: Ratio, V: Mph
) -> Psf:
    """Velocity pressure with the directionality factor inside.

    >>> round(velocity_pressure_with_kd(c_q=0.00256, K_z=1, K_zt=1, K_d=0.85, K_e=1, V=100), 2)
    21.76
    """
    return c_q * K_z * K_zt * K_d * K_e * V**2


@equation("q_z", "c_q * K_z * K_zt * K_e * V ** 2", clause="26.10.2")
def velocity_pressure(
    *, c_q: VelocityPressureConstant, K_z: Ratio, K_zt: Ratio, K_e: Ratio, V: Mph
) -> Psf:
    """Velocity pressure without the directionality factor, which stands in the force.

    >>> velocity_pressure(c_q=0.00256, K_z=1, K_zt=1, K_e=1, V=100)
    25.6
    """
    return c_q * K_z * K_zt * K_e * V**2


@equation("V_asd", "V * sqrt(f_W)", clause="")
def nominal_speed(*, V: Mph, f_W: Ratio) -> Mph:
    """The speed of a map at allowable-stress level, as before ASCE 7-10, that loads as much.

    >>> round(nominal_speed(V=180, f_W=0.6), 1)
    139.4
    """
    return V * sqrt(f_W)
