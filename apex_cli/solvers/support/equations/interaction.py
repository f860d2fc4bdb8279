"""Axial force, bending, shear and torsion together (AISC 360 H1 and H3.2)."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import KipFeet, Kips, Ratio


@equation("M_r", "sqrt(M_x ** 2 + M_y ** 2)", clause="")
def moment_in_line(*, M_x: KipFeet, M_y: KipFeet) -> KipFeet:
    """Moment of a round tube about the axis that it bends about.

    >>> moment_in_line(M_x=3, M_y=4)
    5.0
    """
    return sqrt(M_x**2 + M_y**2)


@equation("V_r", "sqrt(V_x ** 2 + V_y ** 2)", clause="")
def shear_in_line(*, V_x: Kips, V_y: Kips) -> Kips:
    """Shear of a round tube along the line of its load.

    >>> shear_in_line(V_x=3, V_y=4)
    5.0
    """
    return sqrt(V_x**2 + V_y**2)


@equation("P_r/P_c", "P_r / P_c", clause="H1.1")
def axial_ratio(*, P_r: Kips, P_c: Kips) -> Ratio:
    """Axial force over the strength in compression.

    >>> axial_ratio(P_r=5, P_c=100)
    0.05
    """
    return P_r / P_c


@equation("T_r/T_c", "T_r / T_c", clause="H3.2")
def torsion_ratio(*, T_r: KipFeet, T_c: KipFeet) -> Ratio:
    """Torsion over the strength in torsion.

    >>> torsion_ratio(T_r=5, T_c=100)
    0.05
    """
    return T_r / T_c


@equation("u", "P_r / P_c + 8 / 9 * M_r / M_c", clause="H1-1a")
def much_axial(*, P_r: Kips, P_c: Kips, M_r: KipFeet, M_c: KipFeet) -> Ratio:
    """Use of a tube in much compression, bent about one axis.

    >>> round(much_axial(P_r=50, P_c=100, M_r=45, M_c=100), 6)
    0.9
    """
    return P_r / P_c + 8 / 9 * M_r / M_c


@equation("u", "P_r / (2 * P_c) + M_r / M_c", clause="H1-1b")
def little_axial(*, P_r: Kips, P_c: Kips, M_r: KipFeet, M_c: KipFeet) -> Ratio:
    """Use of a tube in little compression, bent about one axis.

    >>> round(little_axial(P_r=10, P_c=100, M_r=45, M_c=100), 6)
    0.5
    """
    return P_r / (2 * P_c) + M_r / M_c


@equation("u", "P_r / P_c + 8 / 9 * (M_x / M_cx + M_y / M_cy)", clause="H1-1a")
def much_axial_biaxial(
    *, P_r: Kips, P_c: Kips, M_x: KipFeet, M_cx: KipFeet, M_y: KipFeet, M_cy: KipFeet
) -> Ratio:
    """Use of a tube in much compression, bent about both axes.

    >>> round(much_axial_biaxial(P_r=50, P_c=100, M_x=20, M_cx=100, M_y=25, M_cy=100), 6)
    0.9
    """
    return P_r / P_c + 8 / 9 * (M_x / M_cx + M_y / M_cy)


@equation("u", "P_r / (2 * P_c) + M_x / M_cx + M_y / M_cy", clause="H1-1b")
def little_axial_biaxial(
    *, P_r: Kips, P_c: Kips, M_x: KipFeet, M_cx: KipFeet, M_y: KipFeet, M_cy: KipFeet
) -> Ratio:
    """Use of a tube in little compression, bent about both axes.

    >>> round(little_axial_biaxial(P_r=10, P_c=100, M_x=20, M_cx=100, M_y=25, M_cy=100), 6)
    0.5
    """
    return P_r / (2 * P_c) + M_x / M_cx + M_y / M_cy


@equation("u", "P_r / P_c + M_r / M_c + (V_r / V_c + T_r / T_c) ** 2", clause="H3-6")
def with_torsion(
    *,
    P_r: Kips,
    P_c: Kips,
    M_r: KipFeet,
    M_c: KipFeet,
    V_r: Kips,
    V_c: Kips,
    T_r: KipFeet,
    T_c: KipFeet,
) -> Ratio:
    """Use of a tube that is twisted and bent about one axis.

    >>> round(with_torsion(P_r=5, P_c=100, M_r=40, M_c=100, V_r=10, V_c=100, T_r=40, T_c=100), 6)
    0.7
    """
    return P_r / P_c + M_r / M_c + (V_r / V_c + T_r / T_c) ** 2


@equation(
    "u",
    "P_r / P_c + M_x / M_cx + M_y / M_cy + (max(V_x / V_cx, V_y / V_cy) + T_r / T_c) ** 2",
    clause="H3-6",
)
def with_torsion_biaxial(
    *,
    P_r: Kips,
    P_c: Kips,
    M_x: KipFeet,
    M_cx: KipFeet,
    M_y: KipFeet,
    M_cy: KipFeet,
    V_x: Kips,
    V_cx: Kips,
    V_y: Kips,
    V_cy: Kips,
    T_r: KipFeet,
    T_c: KipFeet,
) -> Ratio:
    """Use of a tube that is twisted and bent about both axes; the greater share of shear counts.

    >>> round(with_torsion_biaxial(P_r=5, P_c=100, M_x=20, M_cx=100, M_y=20, M_cy=100, V_x=10,
    ...     V_cx=100, V_y=5, V_cy=100, T_r=40, T_c=100), 6)
    0.7
    """
    return P_r / P_c + M_x / M_cx + M_y / M_cy + (max(V_x / V_cx, V_y / V_cy) + T_r / T_c) ** 2
