"""Wind on poles, and on open frames (ASCE 7 29.4, Figures 29.4-1 to 29.4-3)."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import Feet, FeetRootPsf, Inches, Psf, Ratio, SquareFeet


@equation("z_F", "(z_1 + z_2) / 2", clause="29.4")
def middle_height(*, z_1: Feet, z_2: Feet) -> Feet:
    """Height of the centroid of an exposed length of pole.

    >>> middle_height(z_1=0, z_2=18)
    9.0
    """
    return (z_1 + z_2) / 2


@equation("z_F", "L / 2", clause="29.4")
def middle_of_lowest(*, L: Feet) -> Feet:
    """Height of the centroid of the length of pole that stands on the ground.

    >>> middle_of_lowest(L=18)
    9.0
    """
    return L / 2


@equation("L", "z_2 - z_1", clause="")
def exposed_length(*, z_1: Feet, z_2: Feet) -> Feet:
    """Length of pole between two heights.

    >>> exposed_length(z_1=24, z_2=30)
    6
    """
    return z_2 - z_1


@equation("A_f", "N * D / 12 * L", clause="29.4")
def pole_area(*, N: Ratio, D: Inches, L: Feet) -> SquareFeet:
    """Projected area of an exposed length of N poles.

    >>> pole_area(N=2, D=12, L=18)
    36.0
    """
    return N * D / 12 * L


@equation("A_f", "N * sqrt(2) * D / 12 * L", clause="29.4")
def pole_area_on_diagonal(*, N: Ratio, D: Inches, L: Feet) -> SquareFeet:
    """Projected area of an exposed length of N square poles with the wind on their diagonal.

    >>> round(pole_area_on_diagonal(N=1, D=12, L=18), 3)
    25.456
    """
    return N * sqrt(2) * D / 12 * L


@equation("x", "(k - (N + 1) / 2) * a", clause="")
def place_of_pole(*, k: Ratio, N: Ratio, a: Feet) -> Feet:
    """Distance of the k-th of N poles from the support's axis.

    >>> place_of_pole(k=1, N=2, a=10)
    -5.0
    """
    return (k - (N + 1) / 2) * a


@equation("b", "D / 12", clause="")
def width_in_feet(*, D: Inches) -> Feet:
    """Width that a pole shows to the wind.

    >>> width_in_feet(D=24)
    2.0
    """
    return D / 12


@equation("b", "sqrt(2) * D / 12", clause="")
def width_on_diagonal(*, D: Inches) -> Feet:
    """Width that a square pole shows to the wind on its diagonal.

    >>> round(width_on_diagonal(D=12), 3)
    1.414
    """
    return sqrt(2) * D / 12


@equation("x_L", "x - b / 2", clause="")
def left_of_pole(*, x: Feet, b: Feet) -> Feet:
    """Left side of a pole, from the support's axis.

    >>> left_of_pole(x=-5, b=2)
    -6.0
    """
    return x - b / 2


@equation("x_R", "x + b / 2", clause="")
def right_of_pole(*, x: Feet, b: Feet) -> Feet:
    """Right side of a pole, from the support's axis.

    >>> right_of_pole(x=-5, b=2)
    -4.0
    """
    return x + b / 2


@equation("b", "x_R - x_L", clause="")
def part_width(*, x_R: Feet, x_L: Feet) -> Feet:
    """Width of the part of a pole that stands beside a face, or behind one.

    >>> part_width(x_R=1, x_L=0.25)
    0.75
    """
    return x_R - x_L


@equation("A_f", "b * L", clause="29.4")
def part_area(*, b: Feet, L: Feet) -> SquareFeet:
    """Projected area of an exposed length of a part of a pole.

    >>> part_area(b=0.75, L=8)
    6.0
    """
    return b * L


@equation("h/D", "h / (D / 12)", clause="Figure 29.4-1")
def slenderness(*, h: Feet, D: Inches) -> Ratio:
    """Height of the structure over the width of its pole.

    >>> slenderness(h=24, D=12)
    24.0
    """
    return h / (D / 12)


@equation("D sqrt(q_z)", "D / 12 * sqrt(q_z)", clause="Figure 29.4-1")
def roundness_number(*, D: Inches, q_z: Psf) -> FeetRootPsf:
    """What decides between the two regimes of flow around a round member.

    >>> roundness_number(D=12, q_z=25)
    5.0
    """
    return D / 12 * sqrt(q_z)


@equation("t", "min(max((r - r_1) / (r_2 - r_1), 0), 1)", clause="Figure 29.4-1")
def fraction_of_slenderness(*, r: Ratio, r_1: Ratio, r_2: Ratio) -> Ratio:
    """Where h/D lies between two printed values; the outer ones are bounds.

    >>> fraction_of_slenderness(r=16, r_1=7, r_2=25)
    0.5
    """
    return min(max((r - r_1) / (r_2 - r_1), 0), 1)


@equation("C_f", "(1 - t) * C_1 + t * C_2", clause="Figure 29.4-1")
def pole_coefficient(*, t: Ratio, C_1: Ratio, C_2: Ratio) -> Ratio:
    """Force coefficient between two printed values.

    >>> pole_coefficient(t=0.5, C_1=0.5, C_2=0.75)
    0.625
    """
    return (1 - t) * C_1 + t * C_2


@equation("C_f", "C_2 * epsilon ** 2 - C_1 * epsilon + C_0", clause="Figure 29.4-3")
def tower_coefficient(*, C_2: Ratio, C_1: Ratio, C_0: Ratio, epsilon: Ratio) -> Ratio:
    """Force coefficient of a trussed tower of flat-sided members, by its solidity.

    >>> tower_coefficient(C_2=4.0, C_1=5.9, C_0=4.0, epsilon=0.5)
    2.05
    """
    return C_2 * epsilon**2 - C_1 * epsilon + C_0


@equation("f_r", "min(1, k_2 * epsilon ** 2 + k_0)", clause="Figure 29.4-3")
def round_members(*, k_2: Ratio, k_0: Ratio, epsilon: Ratio) -> Ratio:
    """Factor for a tower of round members.

    >>> round(round_members(k_2=0.51, k_0=0.57, epsilon=0.5), 4)
    0.6975
    """
    return min(1, k_2 * epsilon**2 + k_0)


@equation("f_d", "min(k_m, 1 + k_1 * epsilon)", clause="Figure 29.4-3")
def diagonal_wind(*, k_m: Ratio, k_1: Ratio, epsilon: Ratio) -> Ratio:
    """Factor for wind along the diagonal of a square tower.

    >>> round(diagonal_wind(k_m=1.2, k_1=0.75, epsilon=0.2), 2)
    1.15
    """
    return min(k_m, 1 + k_1 * epsilon)


@equation("C_f", "C * f", clause="Figure 29.4-3")
def adjusted_coefficient(*, C: Ratio, f: Ratio) -> Ratio:
    """Force coefficient times a factor of the figure.

    >>> adjusted_coefficient(C=2.0, f=0.75)
    1.5
    """
    return C * f
