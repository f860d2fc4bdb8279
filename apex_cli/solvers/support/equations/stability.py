"""Second-order effects of a pole (AISC 360 C2, Appendix 8), and deflection over its height."""

from math import pi

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Inches, Kips, Ksi, QuarticInches, Ratio, SquareInches


@equation("P_ns", "F_y * A", clause="C2.3")
def section_strength(*, F_y: Ksi, A: SquareInches) -> Kips:
    """Axial strength of the section itself, whole or effective.

    >>> section_strength(F_y=35, A=10)
    350
    """
    return F_y * A


@equation("tau_b", "4 * x * (1 - x)", clause="C2-2b")
def stiffness_reduction(*, x: Ratio) -> Ratio:
    """Reduction of the stiffness of a pole in much compression: x = alpha P_r/P_ns over 0.5.

    >>> stiffness_reduction(x=0.75)
    0.75
    """
    return 4 * x * (1 - x)


@equation("x", "alpha * P_r / P_ns", clause="C2.3")
def section_use(*, alpha: Ratio, P_r: Kips, P_ns: Kips) -> Ratio:
    """Axial force, at strength level, over the axial strength of the section.

    >>> section_use(alpha=1.6, P_r=10, P_ns=320)
    0.05
    """
    return alpha * P_r / P_ns


@equation("P_e", "pi ** 2 * k_E * tau_b * E * I / (2 * 12 * L) ** 2", clause="A-8-5")
def pole_buckling(
    *,
    k_E: Ratio,
    tau_b: Ratio,
    E: Ksi,
    I: QuarticInches,  # noqa: E741 - the symbol of the code
    L: Feet,
) -> Kips:
    """Axial force at which an elastic pole, free at its top, buckles.

    >>> round(pole_buckling(k_E=0.8, tau_b=1, E=29000, I=151, L=24), 1)
    104.2
    """
    return pi**2 * k_E * tau_b * E * I / (2 * 12 * L) ** 2


@equation("P_e", "pi ** 2 * E * I / (2 * 12 * L) ** 2", clause="A-8-5")
def pole_buckling_unreduced(
    *,
    E: Ksi,
    I: QuarticInches,  # noqa: E741 - the symbol of the code
    L: Feet,
) -> Kips:
    """The same with the whole stiffness, as the effective length method has it.

    >>> round(pole_buckling_unreduced(E=29000, I=151, L=24), 1)
    130.3
    """
    return pi**2 * E * I / (2 * 12 * L) ** 2


@equation("B_2", "1 / (1 - alpha * P_r / P_e)", clause="A-8-6")
def amplification(*, alpha: Ratio, P_r: Kips, P_e: Kips) -> Ratio:
    """What the sway multiplies moments by.

    >>> round(amplification(alpha=1.0, P_r=2, P_e=102), 3)
    1.02
    """
    return 1 / (1 - alpha * P_r / P_e)


@equation("n", "12 * L / delta", clause="")
def deflection_ratio(*, L: Feet, delta: Inches) -> Ratio:
    """Height over deflection.

    >>> deflection_ratio(L=20, delta=2)
    120.0
    """
    return 12 * L / delta
