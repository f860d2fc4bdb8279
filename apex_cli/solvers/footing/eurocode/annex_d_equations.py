"""Bearing resistance of the ground under a horizontal base (EN 1997-1, Annex D)."""

from math import asin, cos, exp, pi, sin, sqrt, tan

from apex_cli.equations import equation
from apex_cli.quantities import (
    Degrees,
    KiloNewtons,
    KiloNewtonsPerCubicMetre,
    KiloPascals,
    Metres,
    Ratio,
    SquareMetres,
)


@equation(
    "phi_d",
    "asin(sin(phi_k * pi / 180)"
    " / sqrt(sin(phi_k * pi / 180) ** 2 + (gamma_phi * cos(phi_k * pi / 180)) ** 2)) * 180 / pi",
    clause="2.4.6.2",
)
def design_angle(*, phi_k: Degrees, gamma_phi: Ratio) -> Degrees:
    """Design angle of shearing resistance, whose tangent is that of phi_k over the factor.

    >>> round(design_angle(phi_k=32.5, gamma_phi=1.25), 2)
    27.01
    """
    s, c = sin(phi_k * pi / 180), cos(phi_k * pi / 180)
    return asin(s / sqrt(s**2 + (gamma_phi * c) ** 2)) * 180 / pi


@equation("s_d", "s_k / gamma_M", clause="2.4.6.2")
def design_strength(*, s_k: KiloPascals, gamma_M: Ratio) -> KiloPascals:
    """Design cohesion, or undrained shear strength.

    >>> design_strength(s_k=70, gamma_M=1.4)
    50.0
    """
    return s_k / gamma_M


@equation("q_o", "gamma * d", clause="Annex D.4")
def overburden(*, gamma: KiloNewtonsPerCubicMetre, d: Metres) -> KiloPascals:
    """Pressure of the ground beside the base at its level.

    >>> overburden(gamma=18, d=1)
    18
    """
    return gamma * d


@equation(
    "N_q",
    "exp(pi * tan(phi * pi / 180)) * tan((45 + phi / 2) * pi / 180) ** 2",
    clause="Annex D.4",
)
def factor_of_overburden(*, phi: Degrees) -> Ratio:
    """Bearing resistance factor of the overburden.

    >>> round(factor_of_overburden(phi=30), 3)
    18.401
    """
    value: float = exp(pi * tan(phi * pi / 180)) * tan((45 + phi / 2) * pi / 180) ** 2
    return value


@equation("N_c", "(N_q - 1) / tan(phi * pi / 180)", clause="Annex D.4")
def factor_of_cohesion(*, N_q: Ratio, phi: Degrees) -> Ratio:
    """Bearing resistance factor of the cohesion.

    >>> round(factor_of_cohesion(N_q=18.401, phi=30), 2)
    30.14
    """
    return (N_q - 1) / tan(phi * pi / 180)


@equation("N_g", "2 * (N_q - 1) * tan(phi * pi / 180)", clause="Annex D.4")
def factor_of_weight(*, N_q: Ratio, phi: Degrees) -> Ratio:
    """Bearing resistance factor of the ground's weight, for a rough base.

    >>> round(factor_of_weight(N_q=18.401, phi=30), 2)
    20.09
    """
    return 2 * (N_q - 1) * tan(phi * pi / 180)


@equation("s_q", "1 + B_e / L_e * sin(phi * pi / 180)", clause="Annex D.4")
def shape_of_overburden(*, B_e: Metres, L_e: Metres, phi: Degrees) -> Ratio:
    """Shape factor of the overburden.

    >>> round(shape_of_overburden(B_e=1, L_e=2, phi=30), 3)
    1.25
    """
    return 1 + B_e / L_e * sin(phi * pi / 180)


@equation("s_c", "(s_q * N_q - 1) / (N_q - 1)", clause="Annex D.4")
def shape_of_cohesion(*, s_q: Ratio, N_q: Ratio) -> Ratio:
    """Shape factor of the cohesion.

    >>> shape_of_cohesion(s_q=1.5, N_q=11)
    1.55
    """
    return (s_q * N_q - 1) / (N_q - 1)


@equation("s_g", "1 - 0.3 * B_e / L_e", clause="Annex D.4")
def shape_of_weight(*, B_e: Metres, L_e: Metres) -> Ratio:
    """Shape factor of the ground's weight.

    >>> shape_of_weight(B_e=1, L_e=2)
    0.85
    """
    return 1 - 0.3 * B_e / L_e


@equation(
    "m",
    "(2 + L_e / B_e) / (1 + L_e / B_e) * (1 - r_B) + (2 + B_e / L_e) / (1 + B_e / L_e) * r_B",
    clause="Annex D.4",
)
def inclination_exponent(*, B_e: Metres, L_e: Metres, r_B: Ratio) -> Ratio:
    """Exponent of the inclination factors: m_L cos2 + m_B sin2, r_B = sin2 of H off L'.

    >>> round(inclination_exponent(B_e=2, L_e=2, r_B=0.3), 9), round(
    ...     inclination_exponent(B_e=1, L_e=3, r_B=1), 9
    ... )
    (1.5, 1.75)
    """
    m_L = (2 + L_e / B_e) / (1 + L_e / B_e)
    m_B = (2 + B_e / L_e) / (1 + B_e / L_e)
    return m_L * (1 - r_B) + m_B * r_B


@equation(
    "i_q",
    "max(1 - H_d / (V_d + A_e * c_d / tan(phi * pi / 180)), 0) ** m",
    clause="Annex D.4",
)
def inclination_of_overburden(
    *, H_d: KiloNewtons, V_d: KiloNewtons, A_e: SquareMetres, c_d: KiloPascals, phi: Degrees,
    m: Ratio,
) -> Ratio:  # fmt: skip
    """Inclination factor of the overburden.

    >>> inclination_of_overburden(H_d=20, V_d=100, A_e=1, c_d=0, phi=30, m=2)
    0.6400000000000001
    """
    value: float = max(1 - H_d / (V_d + A_e * c_d / tan(phi * pi / 180)), 0) ** m
    return value


@equation(
    "i_g",
    "max(1 - H_d / (V_d + A_e * c_d / tan(phi * pi / 180)), 0) ** (m + 1)",
    clause="Annex D.4",
)
def inclination_of_weight(
    *, H_d: KiloNewtons, V_d: KiloNewtons, A_e: SquareMetres, c_d: KiloPascals, phi: Degrees,
    m: Ratio,
) -> Ratio:  # fmt: skip
    """Inclination factor of the ground's weight.

    >>> round(inclination_of_weight(H_d=20, V_d=100, A_e=1, c_d=0, phi=30, m=2), 3)
    0.512
    """
    value: float = max(1 - H_d / (V_d + A_e * c_d / tan(phi * pi / 180)), 0) ** (m + 1)
    return value


@equation("i_c", "max(i_q - (1 - i_q) / (N_c * tan(phi * pi / 180)), 0)", clause="Annex D.4")
def inclination_of_cohesion(*, i_q: Ratio, N_c: Ratio, phi: Degrees) -> Ratio:
    """Inclination factor of the cohesion.

    >>> inclination_of_cohesion(i_q=1, N_c=30, phi=30)
    1.0
    """
    return max(i_q - (1 - i_q) / (N_c * tan(phi * pi / 180)), 0)


@equation(
    "R_v",
    "A_e * (c_d * N_c * s_c * i_c + q_o * N_q * s_q * i_q + gamma * B_e * N_g * s_g * i_g / 2)"
    " / gamma_R",
    clause="Annex D.4",
)
def drained_resistance(
    *, A_e: SquareMetres, c_d: KiloPascals, N_c: Ratio, s_c: Ratio, i_c: Ratio, q_o: KiloPascals,
    N_q: Ratio, s_q: Ratio, i_q: Ratio, gamma: KiloNewtonsPerCubicMetre, B_e: Metres, N_g: Ratio,
    s_g: Ratio, i_g: Ratio, gamma_R: Ratio,
) -> KiloNewtons:  # fmt: skip
    """Design bearing resistance, drained, of a horizontal base.

    >>> drained_resistance(
    ...     A_e=2, c_d=0, N_c=30, s_c=1, i_c=1, q_o=10, N_q=20, s_q=1, i_q=1, gamma=18, B_e=1,
    ...     N_g=20, s_g=1, i_g=1, gamma_R=1
    ... )
    760.0
    """
    cohesion, over = c_d * N_c * s_c * i_c, q_o * N_q * s_q * i_q
    return A_e * (cohesion + over + gamma * B_e * N_g * s_g * i_g / 2) / gamma_R


@equation("i_c", "(1 + sqrt(max(1 - H_d / (A_e * c_ud), 0))) / 2", clause="Annex D.3")
def undrained_inclination(*, H_d: KiloNewtons, A_e: SquareMetres, c_ud: KiloPascals) -> Ratio:
    """Inclination factor, undrained.

    >>> undrained_inclination(H_d=0, A_e=2, c_ud=40)
    1.0
    """
    return (1 + sqrt(max(1 - H_d / (A_e * c_ud), 0))) / 2


@equation(
    "R_v", "A_e * ((pi + 2) * c_ud * (1 + 0.2 * B_e / L_e) * i_c + q_o) / gamma_R",
    clause="Annex D.3",
)  # fmt: skip
def undrained_resistance(
    *, A_e: SquareMetres, c_ud: KiloPascals, B_e: Metres, L_e: Metres, i_c: Ratio,
    q_o: KiloPascals, gamma_R: Ratio,
) -> KiloNewtons:  # fmt: skip
    """Design bearing resistance, undrained, of a horizontal base.

    >>> round(undrained_resistance(A_e=1, c_ud=10, B_e=1, L_e=1, i_c=1, q_o=0, gamma_R=1), 2)
    61.7
    """
    return A_e * ((pi + 2) * c_ud * (1 + 0.2 * B_e / L_e) * i_c + q_o) / gamma_R
