"""Anchor rods: their areas, the forces in them, their weight."""

from math import pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Inches,
    KipFeet,
    KipInches,
    Kips,
    Pcf,
    PerInch,
    PoundsForce,
    Ratio,
    SquareInches,
)


@equation("A_r", "pi / 4 * d_r ** 2", clause="J3.6")
def rod_area(*, d_r: Inches) -> SquareInches:
    """Area of a rod.

    >>> round(rod_area(d_r=1), 4)
    0.7854
    """
    return pi / 4 * d_r**2


@equation("A_se", "pi / 4 * (d_r - 0.9743 / n_th) ** 2", clause="ASME B1.1")
def stress_area(*, d_r: Inches, n_th: PerInch) -> SquareInches:
    """Area of a rod in tension, at its thread.

    >>> round(stress_area(d_r=1, n_th=8), 3), round(stress_area(d_r=1.5, n_th=6), 3)
    (0.606, 1.405)
    """
    return pi / 4 * (d_r - 0.9743 / n_th) ** 2


@equation("A_brg", "0.866 * F_h ** 2 - pi / 4 * d_r ** 2", clause="")
def bearing_area(*, F_h: Inches, d_r: Inches) -> SquareInches:
    """Area with which the nut at a rod's end bears on the concrete.

    >>> round(bearing_area(F_h=1.625, d_r=1), 3)
    1.501
    """
    return 0.866 * F_h**2 - pi / 4 * d_r**2


@equation("d_n", "d_r - 0.9743 / n_th", clause="ASME B1.1")
def thread_diameter(*, d_r: Inches, n_th: PerInch) -> Inches:
    """Diameter of the rod at its thread.

    >>> round(thread_diameter(d_r=1, n_th=8), 4)
    0.8782
    """
    return d_r - 0.9743 / n_th


@equation("T_m", "48 * M_e / (n_r * D_r)", clause="")
def moment_force(*, M_e: KipFeet, n_r: Ratio, D_r: Inches) -> Kips:
    """Greatest force of a rod by the moment, in whichever direction it bends.

    The rods are as stiff as one another: n D**2/8 is their second moment in any direction.

    >>> moment_force(M_e=45, n_r=4, D_r=18)
    30.0
    """
    return 48 * M_e / (n_r * D_r)


@equation("T_f4", "12 * M_e / (D_r * sqrt(2))", clause="")
def face_force(*, M_e: KipFeet, D_r: Inches) -> Kips:
    """Force of each of two rods of four by a moment about a side of their square.

    >>> round(face_force(M_e=45, D_r=18), 3)
    21.213
    """
    return 12 * M_e / (D_r * sqrt(2))


@equation("N_r", "max(T_m - P_e / (1000 * n_r), 0)", clause="")
def rod_tension(*, T_m: Kips, P_e: PoundsForce, n_r: Ratio) -> Kips:
    """Greatest tension of a rod.

    >>> rod_tension(T_m=30, P_e=8000, n_r=4), rod_tension(T_m=1, P_e=8000, n_r=4)
    (28.0, 0)
    """
    return max(T_m - P_e / (1000 * n_r), 0)


@equation("C_r", "max(T_m + P_e / (1000 * n_r), 0)", clause="")
def rod_compression(*, T_m: Kips, P_e: PoundsForce, n_r: Ratio) -> Kips:
    """Greatest compression of a rod that a nut below the plate holds.

    >>> rod_compression(T_m=30, P_e=8000, n_r=4)
    32.0
    """
    return max(T_m + P_e / (1000 * n_r), 0)


@equation("Q_r", "V_e / (1000 * n_r) + 24 * T_e / (n_r * D_r)", clause="")
def rod_shear(*, V_e: PoundsForce, n_r: Ratio, T_e: KipFeet, D_r: Inches) -> Kips:
    """Greatest shear of a rod: its share of the shear, and of the torsion along the circle.

    >>> rod_shear(V_e=4000, n_r=4, T_e=6, D_r=18)
    3.0
    """
    return V_e / (1000 * n_r) + 24 * T_e / (n_r * D_r)


@equation("M_rb", "Q_r * g / 2", clause="")
def rod_moment(*, Q_r: Kips, g: Inches) -> KipInches:
    """Moment of a rod over the gap below the plate, held at both ends.

    >>> rod_moment(Q_r=3, g=2)
    3.0
    """
    return Q_r * g / 2


@equation("l_r", "h_ef + g + t_p + k_rt * d_r", clause="")
def rod_length(*, h_ef: Inches, g: Inches, t_p: Inches, k_rt: Ratio, d_r: Inches) -> Inches:
    """Length of a rod.

    >>> rod_length(h_ef=36, g=2, t_p=1, k_rt=3, d_r=1)
    42
    """
    return h_ef + g + t_p + k_rt * d_r


@equation("W_r", "n_r * A_r * l_r * gamma_s / 1728", clause="")
def rods_weight(
    *,
    n_r: Ratio,
    A_r: SquareInches,
    l_r: Inches,
    gamma_s: Pcf,
) -> PoundsForce:
    """Weight of the rods.

    >>> rods_weight(n_r=4, A_r=1, l_r=43.2, gamma_s=500)
    50.0
    """
    return n_r * A_r * l_r * gamma_s / 1728
