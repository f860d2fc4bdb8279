"""Available strengths: nominal ones times phi (LRFD) or over Omega (ASD), AISC 360 B3."""

from apex_cli.equations import equation
from apex_cli.quantities import KipFeet, KipInches, Kips, Ratio


@equation("M_c", "phi_b * M_n / 12", clause="B3.1")
def design_moment(*, phi_b: Ratio, M_n: KipInches) -> KipFeet:
    """Flexural strength that LRFD may use.

    >>> design_moment(phi_b=0.75, M_n=1600)
    100.0
    """
    return phi_b * M_n / 12


@equation("M_c", "M_n / Omega_b / 12", clause="B3.2")
def allowable_moment(*, M_n: KipInches, Omega_b: Ratio) -> KipFeet:
    """Flexural strength that ASD may use.

    >>> allowable_moment(M_n=1800, Omega_b=1.5)
    100.0
    """
    return M_n / Omega_b / 12


@equation("V_c", "phi_v * V_n", clause="B3.1")
def design_shear(*, phi_v: Ratio, V_n: Kips) -> Kips:
    """Shear strength that LRFD may use.

    >>> design_shear(phi_v=0.75, V_n=100)
    75.0
    """
    return phi_v * V_n


@equation("V_c", "V_n / Omega_v", clause="B3.2")
def allowable_shear(*, V_n: Kips, Omega_v: Ratio) -> Kips:
    """Shear strength that ASD may use.

    >>> allowable_shear(V_n=150, Omega_v=1.5)
    100.0
    """
    return V_n / Omega_v


@equation("P_c", "phi_c * P_n", clause="B3.1")
def design_compression(*, phi_c: Ratio, P_n: Kips) -> Kips:
    """Strength in compression that LRFD may use.

    >>> design_compression(phi_c=0.75, P_n=100)
    75.0
    """
    return phi_c * P_n


@equation("P_c", "P_n / Omega_c", clause="B3.2")
def allowable_compression(*, P_n: Kips, Omega_c: Ratio) -> Kips:
    """Strength in compression that ASD may use.

    >>> allowable_compression(P_n=150, Omega_c=1.5)
    100.0
    """
    return P_n / Omega_c


@equation("T_c", "phi_T * T_n / 12", clause="B3.1")
def design_torsion(*, phi_T: Ratio, T_n: KipInches) -> KipFeet:
    """Strength in torsion that LRFD may use.

    >>> design_torsion(phi_T=0.75, T_n=1600)
    100.0
    """
    return phi_T * T_n / 12


@equation("T_c", "T_n / Omega_T / 12", clause="B3.2")
def allowable_torsion(*, T_n: KipInches, Omega_T: Ratio) -> KipFeet:
    """Strength in torsion that ASD may use.

    >>> allowable_torsion(T_n=1800, Omega_T=1.5)
    100.0
    """
    return T_n / Omega_T / 12
