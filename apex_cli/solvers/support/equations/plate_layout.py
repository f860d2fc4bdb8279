"""A base plate: where its rods and the pole stand, and what it weighs."""

from math import pi, sin, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Inches,
    Pcf,
    PoundsForce,
    Ratio,
)


@equation("s_r", "D_r * sin(pi / n_r)", clause="")
def rod_spacing(*, D_r: Inches, n_r: Ratio) -> Inches:
    """From a rod to the next.

    >>> round(rod_spacing(D_r=18, n_r=4), 3)
    12.728
    """
    return D_r * sin(pi / n_r)


@equation("s_rm", "k_rs * d_r", clause="J3.3")
def least_rod_spacing(*, k_rs: Ratio, d_r: Inches) -> Inches:
    """Least spacing of rods.

    >>> least_rod_spacing(k_rs=2.5, d_r=2)
    5.0
    """
    return k_rs * d_r


@equation("a_e", "(W_p - D_r) / 2", clause="")
def plate_edge(*, W_p: Inches, D_r: Inches) -> Inches:
    """From a rod to the edge of the plate.

    >>> plate_edge(W_p=22, D_r=18)
    2.0
    """
    return (W_p - D_r) / 2


@equation("a_e", "W_p / 2 - D_r / (2 * sqrt(2))", clause="")
def plate_corner_edge(*, W_p: Inches, D_r: Inches) -> Inches:
    """From a rod in a corner of a square plate to the plate's edges.

    >>> round(plate_corner_edge(W_p=18, D_r=18), 3)
    2.636
    """
    return W_p / 2 - D_r / (2 * sqrt(2))


@equation("D_o", "sqrt(B ** 2 + H ** 2)", clause="")
def pole_diagonal(*, B: Inches, H: Inches) -> Inches:
    """Diagonal of a rectangular pole.

    >>> pole_diagonal(B=8, H=6)
    10.0
    """
    return sqrt(B**2 + H**2)


@equation("a_n", "F_h / sqrt(3) + w", clause="")
def nut_room(*, F_h: Inches, w: Inches) -> Inches:
    """Room that a nut needs, from its middle to the pole, beside the fillet.

    >>> round(nut_room(F_h=2, w=0.25), 3)
    1.405
    """
    return F_h / sqrt(3) + w


@equation("a_c", "(D_r - D_o) / 2", clause="")
def pole_room(*, D_r: Inches, D_o: Inches) -> Inches:
    """From the middle of a rod to the pole.

    >>> pole_room(D_r=18, D_o=10)
    4.0
    """
    return (D_r - D_o) / 2


@equation("D_q", "W_p * sqrt(2)", clause="")
def plate_diagonal(*, W_p: Inches) -> Inches:
    """Across the corners of a square plate.

    >>> round(plate_diagonal(W_p=20), 3)
    28.284
    """
    return W_p * sqrt(2)


@equation("W_q", "W_p ** 2 * t_p * gamma_s / 1728", clause="")
def square_plate_weight(*, W_p: Inches, t_p: Inches, gamma_s: Pcf) -> PoundsForce:
    """Weight of a square plate.

    >>> square_plate_weight(W_p=12, t_p=12, gamma_s=490)
    490.0
    """
    return W_p**2 * t_p * gamma_s / 1728


@equation("W_q", "pi / 4 * W_p ** 2 * t_p * gamma_s / 1728", clause="")
def round_plate_weight(*, W_p: Inches, t_p: Inches, gamma_s: Pcf) -> PoundsForce:
    """Weight of a round plate.

    >>> round(round_plate_weight(W_p=12, t_p=12, gamma_s=490), 2)
    384.85
    """
    return pi / 4 * W_p**2 * t_p * gamma_s / 1728
