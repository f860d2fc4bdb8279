"""Strength of anchor rods as AISC 360 has it."""

from math import pi

from apex_cli.equations import equation
from apex_cli.quantities import (
    Inches,
    KipInches,
    Kips,
    Ksi,
    Ratio,
    SquareInches,
)


@equation("R_nt", "k_nt * F_ur * A_r", clause="J3-1")
def nominal_tension(*, k_nt: Ratio, F_ur: Ksi, A_r: SquareInches) -> Kips:
    """Strength of a threaded rod in tension, on its whole area.

    >>> nominal_tension(k_nt=0.75, F_ur=75, A_r=0.8)
    45.0
    """
    return k_nt * F_ur * A_r


@equation("R_nt", "max(k_nt * F_ur * A_r, F_ur * A_se)", clause="J3-1, Table J3.2")
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


@equation("R_x", "min(max(1.3 * R_nt - R_nt * Q_r / R_vc, 0), R_nt)", clause="J3-3")
def combined_tension(*, R_nt: Kips, Q_r: Kips, R_vc: Kips) -> Kips:
    """Strength in tension of a rod that carries shear.

    >>> combined_tension(R_nt=40, Q_r=8, R_vc=10), combined_tension(R_nt=40, Q_r=2, R_vc=10)
    (20.0, 40)
    """
    return min(max(1.3 * R_nt - R_nt * Q_r / R_vc, 0), R_nt)


@equation("R_tc", "phi * R_nt", clause="J3.6")
def design_rod_tension(*, phi: Ratio, R_nt: Kips) -> Kips:
    """Tension that LRFD may use.

    >>> design_rod_tension(phi=0.75, R_nt=40)
    30.0
    """
    return phi * R_nt


@equation("R_tc", "R_nt / Omega", clause="J3.6")
def allowable_rod_tension(*, R_nt: Kips, Omega: Ratio) -> Kips:
    """Tension that ASD may use.

    >>> allowable_rod_tension(R_nt=40, Omega=2)
    20.0
    """
    return R_nt / Omega


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
