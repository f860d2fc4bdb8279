"""Anchor rods: their areas, the forces in them, their strength as AISC 360 has it."""

from math import pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Inches,
    KipFeet,
    KipInches,
    Kips,
    Ksi,
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


@equation("R_t", "k_nt * F_ur * A_r", clause="J3-1")
def nominal_tension(*, k_nt: Ratio, F_ur: Ksi, A_r: SquareInches) -> Kips:
    """Strength of a threaded rod in tension, on its whole area.

    >>> nominal_tension(k_nt=0.75, F_ur=75, A_r=0.8)
    45.0
    """
    return k_nt * F_ur * A_r


@equation("R_t", "max(k_nt * F_ur * A_r, F_ur * A_se)", clause="J3-1, Table J3.2")
def nominal_or_thread_tension(
    *, k_nt: Ratio, F_ur: Ksi, A_r: SquareInches, A_se: SquareInches
) -> Kips:
    """Strength of a threaded rod in tension, on its whole area or on that of its thread.

    >>> nominal_or_thread_tension(k_nt=0.75, F_ur=100, A_r=0.8, A_se=0.62)
    62.0
    """
    return max(k_nt * F_ur * A_r, F_ur * A_se)


@equation("R_v", "k_nv * F_ur * A_r", clause="J3-1")
def nominal_rod_shear(*, k_nv: Ratio, F_ur: Ksi, A_r: SquareInches) -> Kips:
    """Strength of a threaded rod in shear.

    >>> nominal_rod_shear(k_nv=0.5, F_ur=75, A_r=0.8)
    30.0
    """
    return k_nv * F_ur * A_r


@equation("R_x", "min(max(1.3 * R_t - R_t * Q_r / R_vc, 0), R_t)", clause="J3-3")
def combined_tension(*, R_t: Kips, Q_r: Kips, R_vc: Kips) -> Kips:
    """Strength in tension of a rod that carries shear.

    >>> combined_tension(R_t=40, Q_r=8, R_vc=10), combined_tension(R_t=40, Q_r=2, R_vc=10)
    (20.0, 40)
    """
    return min(max(1.3 * R_t - R_t * Q_r / R_vc, 0), R_t)


@equation("R_tc", "phi * R_t", clause="J3.6")
def design_rod_tension(*, phi: Ratio, R_t: Kips) -> Kips:
    """Tension that LRFD may use.

    >>> design_rod_tension(phi=0.75, R_t=40)
    30.0
    """
    return phi * R_t


@equation("R_tc", "R_t / Omega", clause="J3.6")
def allowable_rod_tension(*, R_t: Kips, Omega: Ratio) -> Kips:
    """Tension that ASD may use.

    >>> allowable_rod_tension(R_t=40, Omega=2)
    20.0
    """
    return R_t / Omega


@equation("R_vc", "phi * R_v", clause="J3.6")
def design_rod_shear(*, phi: Ratio, R_v: Kips) -> Kips:
    """Shear that LRFD may use.

    >>> design_rod_shear(phi=0.75, R_v=40)
    30.0
    """
    return phi * R_v


@equation("R_vc", "R_v / Omega", clause="J3.6")
def allowable_rod_shear(*, R_v: Kips, Omega: Ratio) -> Kips:
    """Shear that ASD may use.

    >>> allowable_rod_shear(R_v=40, Omega=2)
    20.0
    """
    return R_v / Omega


@equation("R_xc", "phi * R_x", clause="J3-2")
def design_combined(*, phi: Ratio, R_x: Kips) -> Kips:
    """Tension beside shear that LRFD may use.

    >>> design_combined(phi=0.75, R_x=40)
    30.0
    """
    return phi * R_x


@equation("R_xc", "R_x / Omega", clause="J3-2")
def allowable_combined(*, R_x: Kips, Omega: Ratio) -> Kips:
    """Tension beside shear that ASD may use.

    >>> allowable_combined(R_x=40, Omega=2)
    20.0
    """
    return R_x / Omega


@equation("M_rb", "Q_r * g / 2", clause="")
def rod_moment(*, Q_r: Kips, g: Inches) -> KipInches:
    """Moment of a rod over the gap below the plate, held at both ends.

    >>> rod_moment(Q_r=3, g=2)
    3.0
    """
    return Q_r * g / 2


@equation("M_rn", "k_rb * F_yr * pi * d_n ** 3 / 32", clause="F11-1")
def nominal_rod_moment(*, k_rb: Ratio, F_yr: Ksi, d_n: Inches) -> KipInches:
    """Strength of a rod in bending, at its thread.

    Its plastic moment is 1.70 times the elastic one, and the code stops before.

    >>> round(nominal_rod_moment(k_rb=1.6, F_yr=55, d_n=1), 3)
    8.639
    """
    return k_rb * F_yr * pi * d_n**3 / 32


@equation("M_rc", "phi_b * M_rn", clause="B3.1")
def design_rod_moment(*, phi_b: Ratio, M_rn: KipInches) -> KipInches:
    """Moment of a rod that LRFD may use.

    >>> design_rod_moment(phi_b=0.75, M_rn=8)
    6.0
    """
    return phi_b * M_rn


@equation("M_rc", "M_rn / Omega_b", clause="B3.2")
def allowable_rod_moment(*, M_rn: KipInches, Omega_b: Ratio) -> KipInches:
    """Moment of a rod that ASD may use.

    >>> allowable_rod_moment(M_rn=8, Omega_b=1.6)
    5.0
    """
    return M_rn / Omega_b


@equation("R_cc", "phi_c * F_yr * A_se", clause="E3")
def design_rod_compression(*, phi_c: Ratio, F_yr: Ksi, A_se: SquareInches) -> Kips:
    """Compression of a rod, too short to buckle, that LRFD may use.

    >>> design_rod_compression(phi_c=0.9, F_yr=50, A_se=1)
    45.0
    """
    return phi_c * F_yr * A_se


@equation("R_cc", "F_yr * A_se / Omega_c", clause="E3")
def allowable_rod_compression(*, F_yr: Ksi, A_se: SquareInches, Omega_c: Ratio) -> Kips:
    """Compression of a rod, too short to buckle, that ASD may use.

    >>> allowable_rod_compression(F_yr=50, A_se=1, Omega_c=2)
    25.0
    """
    return F_yr * A_se / Omega_c


@equation("u_r", "max(N_r / R_tc, C_r / R_cc) + M_rb / M_rc", clause="H1")
def bent_rod(
    *, N_r: Kips, R_tc: Kips, C_r: Kips, R_cc: Kips, M_rb: KipInches, M_rc: KipInches
) -> Ratio:
    """Use of a rod by its axial force and its bending together.

    >>> bent_rod(N_r=20, R_tc=40, C_r=22, R_cc=40, M_rb=2, M_rc=8)
    0.8
    """
    return max(N_r / R_tc, C_r / R_cc) + M_rb / M_rc


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
