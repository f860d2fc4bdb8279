"""Signs on walls: zones, coefficients and pressures of components and cladding (chapter 30)."""

from math import log

from apex_cli.equations import equation
from apex_cli.quantities import Feet, PoundsForce, Psf, Ratio, SquareFeet


@equation("b_min", "min(b_1, b_2)", clause="Figure 30.3-1 notation a")
def least_dimension(*, b_1: Feet, b_2: Feet) -> Feet:
    """Least horizontal dimension of the building.

    >>> least_dimension(b_1=120, b_2=80)
    80
    """
    return min(b_1, b_2)


@equation(
    "a_5", "max(min(c_b * b_min, c_h * h), c_m * b_min, a_min)", clause="Figure 30.3-1 notation a"
)
def zone_width(*, b_min: Feet, h: Feet, c_b: Ratio, c_h: Ratio, c_m: Ratio, a_min: Feet) -> Feet:
    """Width of zone 5, beside the wall's edges.

    >>> zone_width(b_min=80, h=18, c_b=0.1, c_h=0.4, c_m=0.04, a_min=3)
    7.2
    """
    return max(min(c_b * b_min, c_h * h), c_m * b_min, a_min)


@equation("x_l", "b_l + x_F - B / 2", clause="")
def left_of_sign(*, b_l: Feet, x_F: Feet, B: Feet) -> Feet:
    """From the wall's left edge to the cabinet.

    >>> left_of_sign(b_l=20, x_F=-2, B=10)
    13.0
    """
    return b_l + x_F - B / 2


@equation("x_r", "b_r - x_F - B / 2", clause="")
def right_of_sign(*, b_r: Feet, x_F: Feet, B: Feet) -> Feet:
    """From the cabinet to the wall's right edge.

    >>> right_of_sign(b_r=20, x_F=-2, B=10)
    17.0
    """
    return b_r - x_F - B / 2


@equation("w_5", "min(B, max(a_5 - x_l, 0) + max(a_5 - x_r, 0))", clause="Figure 30.3-1")
def width_in_zone_5(*, B: Feet, a_5: Feet, x_l: Feet, x_r: Feet) -> Feet:
    """How much of the cabinet's width lies in zone 5.

    >>> width_in_zone_5(B=10, a_5=4, x_l=1, x_r=40)
    3
    """
    return min(B, max(a_5 - x_l, 0) + max(a_5 - x_r, 0))


@equation("A", "w_5 / B * A_s", clause="Figure 30.3-1")
def area_in_zone_5(*, w_5: Feet, B: Feet, A_s: SquareFeet) -> SquareFeet:
    """Area of the cabinet in zone 5.

    >>> area_in_zone_5(w_5=3, B=10, A_s=40)
    12.0
    """
    return w_5 / B * A_s


@equation("A", "A_s - A_5", clause="Figure 30.3-1")
def area_in_zone_4(*, A_s: SquareFeet, A_5: SquareFeet) -> SquareFeet:
    """Area of the cabinet in zone 4.

    >>> area_in_zone_4(A_s=40, A_5=12)
    28
    """
    return A_s - A_5


@equation("t", "min(max(log(A / A_1) / log(A_2 / A_1), 0), 1)", clause="Figure 30.3-1")
def wall_fraction(*, A: SquareFeet, A_1: SquareFeet, A_2: SquareFeet) -> Ratio:
    """Where the effective wind area lies between the ends of the line, by its logarithm.

    >>> wall_fraction(A=10, A_1=10, A_2=500), wall_fraction(A=900, A_1=10, A_2=500)
    (0.0, 1)
    """
    return min(max(log(A / A_1) / log(A_2 / A_1), 0), 1)


@equation("GC_p", "(1 - t) * GC_1 + t * GC_2", clause="Figure 30.3-1")
def wall_coefficient(*, t: Ratio, GC_1: Ratio, GC_2: Ratio) -> Ratio:
    """Pressure coefficient of the wall, gusts included.

    >>> wall_coefficient(t=0.5, GC_1=-1.25, GC_2=-0.75)
    -1.0
    """
    return (1 - t) * GC_1 + t * GC_2


@equation("GC_p", "f * GC", clause="Figure 30.3-1 note")
def low_roof_coefficient(*, f: Ratio, GC: Ratio) -> Ratio:
    """The same for a roof that is nearly flat, where the reduction is used.

    >>> low_roof_coefficient(f=0.5, GC=-1.4)
    -0.7
    """
    return f * GC


@equation("p", "q_h * GC_p", clause="30.3.2")
def wall_pressure(*, q_h: Psf, GC_p: Ratio) -> Psf:
    """Pressure on a sign on the wall, GC_pi = 0, directionality inside the velocity pressure.

    >>> wall_pressure(q_h=25, GC_p=-1.2)
    -30.0
    """
    return q_h * GC_p


@equation("p", "q_h * K_d * GC_p", clause="30.3.2")
def wall_pressure_with_kd(*, q_h: Psf, K_d: Ratio, GC_p: Ratio) -> Psf:
    """Pressure on a sign on the wall, GC_pi = 0.

    >>> wall_pressure_with_kd(q_h=30, K_d=0.5, GC_p=-1.2)
    -18.0
    """
    return q_h * K_d * GC_p


@equation("p_in", "max(p, p_min)", clause="30.2.2")
def inward_pressure(*, p: Psf, p_min: Psf) -> Psf:
    """Pressure towards the wall, not below the minimum.

    >>> inward_pressure(p=12, p_min=16)
    16
    """
    return max(p, p_min)


@equation("p_out", "max(-p, p_min)", clause="30.2.2")
def outward_pressure(*, p: Psf, p_min: Psf) -> Psf:
    """Suction off the wall, not below the minimum.

    >>> outward_pressure(p=-30, p_min=16)
    30
    """
    return max(-p, p_min)


@equation("F", "p * A", clause="30.3.2")
def force_on_area(*, p: Psf, A: SquareFeet) -> PoundsForce:
    """Force on an area of the sign.

    >>> force_on_area(p=30, A=60)
    1800
    """
    return p * A


@equation("F", "p_4 * A_4 + p_5 * A_5", clause="30.3.2")
def force_in_zones(*, p_4: Psf, A_4: SquareFeet, p_5: Psf, A_5: SquareFeet) -> PoundsForce:
    """Force on a cabinet that lies in both zones, each part by its own pressure.

    >>> force_in_zones(p_4=20, A_4=30, p_5=30, A_5=10)
    900
    """
    return p_4 * A_4 + p_5 * A_5
