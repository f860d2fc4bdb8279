"""The gust-effect factor for rigid and flexible structures (ASCE 7 26.11)."""

from math import exp, log, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Feet, FeetPerSecond, Hertz, Mph, Ratio


@equation("z_bar", "max(0.6 * h, z_min)", clause="26.11.4")
def gust_equivalent_height(*, h: Feet, z_min: Feet) -> Feet:
    """Equivalent height: 0.6 of the structure's height.

    >>> gust_equivalent_height(h=30, z_min=15)
    18.0
    """
    return max(0.6 * h, z_min)


@equation("z_bar", "max(z_c, z_min)", clause="26.11.4")
def gust_centroid_height(*, z_c: Feet, z_min: Feet) -> Feet:
    """Equivalent height taken at the centroid of a sign that stands high.

    >>> gust_centroid_height(z_c=70, z_min=15)
    70
    """
    return max(z_c, z_min)


@equation("I_z", "c * (33 / z_bar) ** (1 / 6)", clause="Eq. 26.11-7")
def turbulence_intensity(*, c: Ratio, z_bar: Feet) -> Ratio:
    """Intensity of turbulence at the equivalent height.

    >>> round(turbulence_intensity(c=0.2, z_bar=18), 4)
    0.2213
    """
    value: float = c * (33 / z_bar) ** (1 / 6)
    return value


@equation("L_z", "l * (z_bar / 33) ** (1 / eps_inv)", clause="Eq. 26.11-9")
def turbulence_length(*, l: Feet, z_bar: Feet, eps_inv: Ratio) -> Feet:  # noqa: E741 - the code's own symbol
    """Integral length scale of turbulence.

    >>> round(turbulence_length(l=500, z_bar=18, eps_inv=5), 1)
    442.9
    """
    value: float = l * (z_bar / 33) ** (1 / eps_inv)
    return value


@equation("Q", "sqrt(1 / (1 + 0.63 * ((B + h) / L_z) ** 0.63))", clause="Eq. 26.11-8")
def background_response(*, B: Feet, h: Feet, L_z: Feet) -> Ratio:
    """Background response.

    >>> round(background_response(B=100, h=30, L_z=442.9), 4)
    0.8801
    """
    return sqrt(1 / (1 + 0.63 * ((B + h) / L_z) ** 0.63))


@equation("G", "0.925 * (1 + 1.7 * g_Q * I_z * Q) / (1 + 1.7 * g_v * I_z)", clause="Eq. 26.11-6")
def rigid_gust_factor(*, g_Q: Ratio, g_v: Ratio, I_z: Ratio, Q: Ratio) -> Ratio:
    """Gust-effect factor of a rigid structure.

    >>> round(rigid_gust_factor(g_Q=3.4, g_v=3.4, I_z=0.2213, Q=0.8801), 3)
    0.863
    """
    return 0.925 * (1 + 1.7 * g_Q * I_z * Q) / (1 + 1.7 * g_v * I_z)


@equation("V_z", "b_bar * (z_bar / 33) ** (1 / a_inv) * (88 / 60) * V", clause="Eq. 26.11-16")
def mean_hourly_speed(*, b_bar: Ratio, z_bar: Feet, a_inv: Ratio, V: Mph) -> FeetPerSecond:
    """Mean hourly wind speed at the equivalent height.

    >>> round(mean_hourly_speed(b_bar=0.65, z_bar=33, a_inv=6.5, V=100), 2)
    95.33
    """
    value: float = b_bar * (z_bar / 33) ** (1 / a_inv) * (88 / 60) * V
    return value


@equation(
    "g_R",
    "sqrt(2 * log(3600 * n_1)) + 0.577 / sqrt(2 * log(3600 * n_1))",
    clause="Eq. 26.11-11",
)
def resonant_peak_factor(*, n_1: Hertz) -> Ratio:
    """Peak factor of the resonant response.

    >>> round(resonant_peak_factor(n_1=0.7), 2)
    4.1
    """
    root = sqrt(2 * log(3600 * n_1))
    return root + 0.577 / root


@equation("N_1", "n_1 * L_z / V_z", clause="Eq. 26.11-14")
def reduced_frequency(*, n_1: Hertz, L_z: Feet, V_z: FeetPerSecond) -> Ratio:
    """Reduced frequency.

    >>> reduced_frequency(n_1=0.5, L_z=600, V_z=120)
    2.5
    """
    return n_1 * L_z / V_z


@equation("R_n", "7.47 * N_1 / (1 + 10.3 * N_1) ** (5 / 3)", clause="Eq. 26.11-13")
def resonant_spectrum(*, N_1: Ratio) -> Ratio:
    """Spectral ordinate at the natural frequency.

    >>> round(resonant_spectrum(N_1=2.5), 4)
    0.0781
    """
    value: float = 7.47 * N_1 / (1 + 10.3 * N_1) ** (5 / 3)
    return value


@equation("eta_h", "4.6 * n_1 * L / V_z", clause="26.11.5")
def reduced_height(*, n_1: Hertz, L: Feet, V_z: FeetPerSecond) -> Ratio:
    """Reduced height.

    >>> round(reduced_height(n_1=0.5, L=60, V_z=120), 2)
    1.15
    """
    return 4.6 * n_1 * L / V_z


@equation("eta_B", "4.6 * n_1 * L / V_z", clause="26.11.5")
def reduced_width(*, n_1: Hertz, L: Feet, V_z: FeetPerSecond) -> Ratio:
    """Reduced width.

    >>> round(reduced_width(n_1=0.5, L=60, V_z=120), 2)
    1.15
    """
    return 4.6 * n_1 * L / V_z


@equation("eta_L", "15.4 * n_1 * L / V_z", clause="26.11.5")
def reduced_depth(*, n_1: Hertz, L: Feet, V_z: FeetPerSecond) -> Ratio:
    """Reduced depth.

    >>> round(reduced_depth(n_1=0.5, L=60, V_z=120), 2)
    3.85
    """
    return 15.4 * n_1 * L / V_z


@equation("R_l", "1 / eta - (1 - exp(-2 * eta)) / (2 * eta ** 2)", clause="Eq. 26.11-15a")
def size_reduction(*, eta: Ratio) -> Ratio:
    """Reduction for gusts that do not act on the whole height, width or depth at once.

    >>> round(size_reduction(eta=1.15), 3)
    0.529
    """
    return 1 / eta - (1 - exp(-2 * eta)) / (2 * eta**2)


@equation("R", "sqrt(R_n * R_h * R_B * (0.53 + 0.47 * R_L) / beta)", clause="Eq. 26.11-12")
def resonant_response(*, beta: Ratio, R_n: Ratio, R_h: Ratio, R_B: Ratio, R_L: Ratio) -> Ratio:
    """Resonant response.

    >>> round(resonant_response(beta=0.01, R_n=0.08, R_h=0.5, R_B=0.6, R_L=0.9), 3)
    1.512
    """
    return sqrt(R_n * R_h * R_B * (0.53 + 0.47 * R_L) / beta)


@equation(
    "G_f",
    "0.925 * (1 + 1.7 * I_z * sqrt(g_Q ** 2 * Q ** 2 + g_R ** 2 * R ** 2)) / (1 + 1.7 * g_v * I_z)",
    clause="Eq. 26.11-10",
)
def flexible_gust_factor(
    *, g_Q: Ratio, g_v: Ratio, g_R: Ratio, I_z: Ratio, Q: Ratio, R: Ratio
) -> Ratio:
    """Gust-effect factor of a flexible structure.

    >>> round(flexible_gust_factor(g_Q=3.4, g_v=3.4, g_R=4.1, I_z=0.176, Q=0.926, R=1.389), 2)
    1.35
    """
    swing = sqrt(g_Q**2 * Q**2 + g_R**2 * R**2)
    return 0.925 * (1 + 1.7 * I_z * swing) / (1 + 1.7 * g_v * I_z)
