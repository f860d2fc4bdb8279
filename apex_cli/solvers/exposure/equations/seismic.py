"""The equivalent lateral force of a sign on the ground (ASCE 7 chapters 11, 12 and 15)."""

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Hertz, KipFeet, PoundsForce, Ratio, Seconds


@equation("S_DS", "2 * F_a * S_s / 3", clause="11.4")
def design_short(*, F_a: Ratio, S_s: Ratio) -> Ratio:
    """Design spectral acceleration at short periods, g.

    >>> round(design_short(F_a=1.1, S_s=1.0), 4)
    0.7333
    """
    return 2 * F_a * S_s / 3


@equation("S_D1", "2 * F_v * S_1 / 3", clause="11.4")
def design_long(*, F_v: Ratio, S_1: Ratio) -> Ratio:
    """Design spectral acceleration at a period of 1 s, g.

    >>> round(design_long(F_v=1.6, S_1=0.4), 4)
    0.4267
    """
    return 2 * F_v * S_1 / 3


@equation("T", "1 / n_1", clause="")
def period(*, n_1: Hertz) -> Seconds:
    """Period of the sign from its natural frequency.

    >>> period(n_1=2.0)
    0.5
    """
    return 1 / n_1


@equation("T", "C_t * h_n ** k_t", clause="12.8.2.1")
def approximate_period(*, C_t: Ratio, h_n: Feet, k_t: Ratio) -> Seconds:
    """Approximate period of a structure of this height.

    >>> round(approximate_period(C_t=0.02, h_n=48.0, k_t=0.75), 3)
    0.365
    """
    value: float = C_t * h_n**k_t
    return value


@equation("C_s", "S_DS / (R / I_e)", clause="12.8.1.1")
def response(*, S_DS: Ratio, R: Ratio, I_e: Ratio) -> Ratio:
    """Seismic response coefficient.

    >>> round(response(S_DS=1.0, R=6.5, I_e=1.0), 6)
    0.153846
    """
    return S_DS / (R / I_e)


@equation("C_s", "min(C_b, S_D1 / (T * (R / I_e)))", clause="12.8.1.1")
def response_of_period(*, C_b: Ratio, S_D1: Ratio, T: Seconds, R: Ratio, I_e: Ratio) -> Ratio:
    """Seismic response coefficient, not more than the period asks for.

    >>> round(response_of_period(C_b=0.5, S_D1=0.6, T=1.0, R=3, I_e=1), 6)
    0.2
    """
    return min(C_b, S_D1 / (T * (R / I_e)))


@equation("C_s", "min(C_b, S_D1 * T_L / (T ** 2 * (R / I_e)))", clause="12.8.1.1")
def response_of_long_period(
    *, C_b: Ratio, S_D1: Ratio, T: Seconds, T_L: Seconds, R: Ratio, I_e: Ratio
) -> Ratio:
    """Seismic response coefficient, not more than a period beyond T_L asks for.

    >>> round(response_of_long_period(C_b=0.5, S_D1=0.6, T=4.0, T_L=2.0, R=3, I_e=1), 6)
    0.025
    """
    return min(C_b, S_D1 * T_L / (T**2 * (R / I_e)))


@equation("C_s", "max(C_b, k_f * S_DS * I_e, C_m)", clause="15.4.1")
def response_at_least(*, C_b: Ratio, k_f: Ratio, S_DS: Ratio, I_e: Ratio, C_m: Ratio) -> Ratio:
    """Seismic response coefficient, not less than the floor of nonbuilding structures.

    >>> response_at_least(C_b=0.01, k_f=0.044, S_DS=0.5, I_e=1, C_m=0.03)
    0.03
    """
    return max(C_b, k_f * S_DS * I_e, C_m)


@equation("C_s", "max(C_b, k_n * S_1 / (R / I_e))", clause="15.4.1")
def response_near_fault(*, C_b: Ratio, k_n: Ratio, S_1: Ratio, R: Ratio, I_e: Ratio) -> Ratio:
    """Seismic response coefficient, not less than where S_1 is great.

    >>> round(response_near_fault(C_b=0.1, k_n=0.8, S_1=0.75, R=3, I_e=1), 6)
    0.2
    """
    return max(C_b, k_n * S_1 / (R / I_e))


@equation("C_s", "k_r * S_DS * I_e", clause="15.4.2")
def response_rigid(*, k_r: Ratio, S_DS: Ratio, I_e: Ratio) -> Ratio:
    """Seismic response coefficient of a rigid nonbuilding structure.

    >>> response_rigid(k_r=0.3, S_DS=1.0, I_e=1.0)
    0.3
    """
    return k_r * S_DS * I_e


@equation("V_E", "C_s * W_E", clause="12.8.1")
def seismic_shear(*, C_s: Ratio, W_E: PoundsForce) -> PoundsForce:
    """Seismic base shear, strength level.

    >>> seismic_shear(C_s=0.25, W_E=2000.0)
    500.0
    """
    return C_s * W_E


@equation("k_E", "min(max(k_a + (k_b - k_a) * (T - T_1) / (T_2 - T_1), k_a), k_b)", clause="12.8.3")
def exponent(*, T: Seconds, T_1: Seconds, T_2: Seconds, k_a: Ratio, k_b: Ratio) -> Ratio:
    """Exponent of the heights in the vertical distribution.

    >>> exponent(T=1.5, T_1=0.5, T_2=2.5, k_a=1, k_b=2)
    1.5
    """
    return min(max(k_a + (k_b - k_a) * (T - T_1) / (T_2 - T_1), k_a), k_b)


@equation("w", "W_i * (h_i / h_n) ** k_E", clause="12.8.3")
def weighted(*, W_i: PoundsForce, h_i: Feet, h_n: Feet, k_E: Ratio) -> PoundsForce:
    """A weight as it counts in the vertical distribution, over that at the top.

    >>> weighted(W_i=100.0, h_i=10.0, h_n=20.0, k_E=1.0)
    50.0
    """
    value: float = W_i * (h_i / h_n) ** k_E
    return value


@equation("h_E", "1000 * S_wh / S_w", clause="12.8.3")
def seismic_height(*, S_wh: KipFeet, S_w: PoundsForce) -> Feet:
    """Height of the seismic force above grade.

    >>> seismic_height(S_wh=3.0, S_w=200.0)
    15.0
    """
    return 1000 * S_wh / S_w


@equation("M_E", "V_E * h_E / 1000", clause="")
def seismic_moment(*, V_E: PoundsForce, h_E: Feet) -> KipFeet:
    """Seismic moment at grade, strength level.

    >>> seismic_moment(V_E=500.0, h_E=20.0)
    10.0
    """
    return V_E * h_E / 1000


@equation("rho_V", "f_E * V_E / (f_W * V)", clause="")
def shear_ratio(*, f_E: Ratio, V_E: PoundsForce, f_W: Ratio, V: PoundsForce) -> Ratio:
    """Seismic shear over that of the wind, in combinations of one level.

    >>> round(shear_ratio(f_E=0.7, V_E=600.0, f_W=0.6, V=1000.0), 3)
    0.7
    """
    return f_E * V_E / (f_W * V)


@equation("rho_M", "f_E * M_E / (f_W * M)", clause="")
def moment_ratio(*, f_E: Ratio, M_E: KipFeet, f_W: Ratio, M: KipFeet) -> Ratio:
    """Seismic moment over that of the wind, in combinations of one level.

    >>> moment_ratio(f_E=1.0, M_E=6.0, f_W=1.0, M=24.0)
    0.25
    """
    return f_E * M_E / (f_W * M)


@equation("P_E", "(f_D - f_E * k_v * S_DS) * W_E", clause="12.4.2.2")
def least_axial(
    *, f_D: Ratio, f_E: Ratio, k_v: Ratio, S_DS: Ratio, W_E: PoundsForce
) -> PoundsForce:
    """Dead load left in the combination that overturns, the earthquake's upward share taken off.

    >>> round(least_axial(f_D=0.9, f_E=1.0, k_v=0.2, S_DS=1.0, W_E=900.0), 6)
    630.0
    """
    return (f_D - f_E * k_v * S_DS) * W_E
