"""Equations of embedded piers: IBC 1806.3 and 1807.3.2, and their depth and weight.

Symbols are the code's: P lateral load, h its height above grade, b width of the pier, d depth,
S lateral bearing per foot, S_1 and S_3 lateral bearing at d/3 and d, M_g moment at grade.
"""

from math import ceil, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    Inches,
    Pcf,
    PoundFeet,
    PoundsForce,
    Psf,
    PsfPerFoot,
    Ratio,
    SquareFeet,
)


@equation("P", "omega * P_u", clause="1605.1")
def allowable_load(*, omega: Ratio, P_u: PoundsForce) -> PoundsForce:
    """Wind load at allowable-stress level from the strength-level one."""
    return omega * P_u


@equation("M_g", "omega * M_u", clause="1605.1")
def allowable_moment(*, omega: Ratio, M_u: PoundFeet) -> PoundFeet:
    """Wind moment at allowable-stress level from the strength-level one."""
    return omega * M_u


@equation("T", "omega * T_u", clause="1605.1")
def allowable_torsion(*, omega: Ratio, T_u: PoundFeet) -> PoundFeet:
    """Wind torsion at allowable-stress level from the strength-level one."""
    return omega * T_u


@equation("h", "M_g / P", clause="1807.3.2.1")
def load_height(*, M_g: PoundFeet, P: PoundsForce) -> Feet:
    """Height above grade at which the lateral load gives the moment."""
    return M_g / P


@equation("S", "n_p * S_t", clause="1806.3.4")
def isolated_pole_bearing(*, n_p: Ratio, S_t: PsfPerFoot) -> PsfPerFoot:
    """Lateral bearing of an isolated pole: a multiple of the tabular value."""
    return n_p * S_t


@equation("S", "i_p * S_t", clause="1806.1")
def increased_bearing(*, i_p: Ratio, S_t: PsfPerFoot) -> PsfPerFoot:
    """Lateral bearing increased with the alternative combinations."""
    return i_p * S_t


@equation("q_a", "i_p * q_t", clause="1806.1")
def increased_vertical(*, i_p: Ratio, q_t: Psf) -> Psf:
    """Vertical bearing increased with the alternative combinations."""
    return i_p * q_t


@equation("b", "sqrt(w ** 2 + l ** 2)", clause="1807.3.2.1")
def diagonal(*, w: Feet, l: Feet) -> Feet:  # noqa: E741 - side l, beside w
    """Width of a square or rectangular pier: its diagonal."""
    return sqrt(w**2 + l**2)


@equation("S_1", "S * min(min(d, d_max) / 3, g_max)", clause="1807.3.2.1")
def pressure_depth_capped(*, S: PsfPerFoot, d: Feet, d_max: Feet, g_max: Ratio) -> Psf:
    """Lateral bearing at d/3, with d not over the limit."""
    return S * min(min(d, d_max) / 3, g_max)


@equation("S_1", "S * min(d / 3, d_max, g_max)", clause="1807.3.2.1")
def pressure_third_capped(*, S: PsfPerFoot, d: Feet, d_max: Feet, g_max: Ratio) -> Psf:
    """Lateral bearing at d/3, with d/3 not over the limit."""
    return S * min(d / 3, d_max, g_max)


@equation("S_3", "S * min(d, d_max, g_max)", clause="1807.3.2.2")
def pressure_full_depth(*, S: PsfPerFoot, d: Feet, d_max: Feet, g_max: Ratio) -> Psf:
    """Lateral bearing at the full depth, with d not over the limit."""
    return S * min(d, d_max, g_max)


@equation("A", "2.34 * P / (S_1 * b)", clause="1807.3.2.1, Eq. 18-1")
def parameter_a(*, P: PoundsForce, S_1: Psf, b: Feet) -> Feet:
    """The length A of the depth equation."""
    return 2.34 * P / (S_1 * b)


@equation("d", "0.5 * A * (1 + sqrt(1 + 4.36 * h / A))", clause="1807.3.2.1, Eq. 18-1")
def depth_nonconstrained(*, A: Feet, h: Feet) -> Feet:
    """Depth of a pier without restraint at grade.

    >>> round(depth_nonconstrained(A=2.809, h=15), 2)
    8.33
    """
    return 0.5 * A * (1 + sqrt(1 + 4.36 * h / A))


@equation("d_1", "0.5 * A * (1 + sqrt(1 + 4.36 * h / A))", clause="1807.3.2.1, Eq. 18-1")
def depth_single_pass(*, A: Feet, h: Feet) -> Feet:
    """Depth of Eq. 18-1 with S_1 held at the provided depth: not yet the minimum depth."""
    return depth_nonconstrained(A=A, h=h)


@equation("d", "sqrt(4.25 * P * h / (S_3 * b))", clause="1807.3.2.2, Eq. 18-2")
def depth_constrained(*, P: PoundsForce, h: Feet, S_3: Psf, b: Feet) -> Feet:
    """Depth of a pier restrained at grade, under a load at a height."""
    return sqrt(4.25 * P * h / (S_3 * b))


@equation("d", "sqrt(4.25 * M_g / (S_3 * b))", clause="1807.3.2.2, Eq. 18-3")
def depth_constrained_moment(*, M_g: PoundFeet, S_3: Psf, b: Feet) -> Feet:
    """Depth of a pier restrained at grade, under a moment at grade."""
    return sqrt(4.25 * M_g / (S_3 * b))


@equation("M_g", "P * h", clause="1807.3.2.2")
def moment_at_grade(*, P: PoundsForce, h: Feet) -> PoundFeet:
    """Moment at grade of the lateral load."""
    return P * h


@equation("P_a", "d ** 2 * S_1 * b / (2.34 * (d + 1.09 * h))", clause="1807.3.2.1, Eq. 18-1")
def load_nonconstrained(*, d: Feet, S_1: Psf, b: Feet, h: Feet) -> PoundsForce:
    """Load at height h for which Eq. 18-1 asks for the depth d: the equation solved for P."""
    return d**2 * S_1 * b / (2.34 * (d + 1.09 * h))


@equation("P_a", "d ** 2 * S_3 * b / (4.25 * h)", clause="1807.3.2.2, Eq. 18-2")
def load_constrained(*, d: Feet, S_3: Psf, b: Feet, h: Feet) -> PoundsForce:
    """Load at height h for which Eq. 18-2 asks for the depth d: the equation solved for P."""
    return d**2 * S_3 * b / (4.25 * h)


@equation("d_b", "ceil(max(d, d_min) / i - 0.000001) * i", clause="1809.4")
def depth_to_build(*, d: Feet, d_min: Feet, i: Feet) -> Feet:
    """Depth to build: the required one or the minimum, rounded up to the increment."""
    return ceil(max(d, d_min) / i - 0.000001) * i


@equation("d_b", "ceil(max(d, d_min, f / 12) / i - 0.000001) * i", clause="1809.4, 1809.5")
def depth_below_frost(*, d: Feet, d_min: Feet, f: Inches, i: Feet) -> Feet:
    """Depth to build, also below frost, rounded up to the increment."""
    return ceil(max(d, d_min, f / 12) / i - 0.000001) * i


@equation("R_u", "f_D * W_c", clause="uplift of an offset dead load")
def uplift_resistance(*, f_D: Ratio, W_c: PoundsForce) -> PoundsForce:
    """What of a foundation's own weight holds against uplift.

    >>> uplift_resistance(f_D=0.6, W_c=10000)
    6000.0
    """
    return f_D * W_c


@equation("R_u", "max(R_u - U, 0)", clause="")
def uplift_resistance_in_water(*, R_u: PoundsForce, U: PoundsForce) -> PoundsForce:
    """What holds against uplift where the pier stands in ground water, buoyancy in full.

    >>> uplift_resistance_in_water(R_u=6000.0, U=2000.0)
    4000.0
    """
    return max(R_u - U, 0)


@equation("q_v", "D / A_b + max(gamma_c - gamma_s, 0) * d_b", clause="1807.3.2.3")
def pier_bearing(*, D: PoundsForce, A_b: SquareFeet, gamma_c: Pcf, gamma_s: Pcf, d_b: Feet) -> Psf:
    """Pressure under a pier: dead load, and concrete less the soil it displaces."""
    return D / A_b + max(gamma_c - gamma_s, 0) * d_b
