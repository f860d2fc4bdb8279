"""A pole as a cantilever: its wall, its length, its stiffness as a whole."""

from apex_cli.equations import equation
from apex_cli.quantities import (
    CubicFeetPerQuarticInch,
    Feet,
    Inches,
    QuarticInches,
    Ratio,
)


@equation("t", "k_t * t_n", clause="B4.2")
def design_wall(*, k_t: Ratio, t_n: Inches) -> Inches:
    """Wall to calculate with.

    >>> round(design_wall(k_t=0.93, t_n=0.365), 5)
    0.33945
    """
    return k_t * t_n


@equation("L_c", "K * H", clause="C3, Appendix 7")
def effective_length(*, K: Ratio, H: Feet) -> Feet:
    """Effective length of the pole.

    >>> effective_length(K=2.1, H=20)
    42.0
    """
    return K * H


@equation("S_I", "S_0 + (y_b ** 3 - y_t ** 3) / I", clause="")
def flexibility(
    *,
    S_0: CubicFeetPerQuarticInch,
    y_b: Feet,
    y_t: Feet,
    I: QuarticInches,  # noqa: E741 - the symbol of the standard
) -> CubicFeetPerQuarticInch:
    """How much a length of pole adds to what its tip yields under a load there.

    >>> flexibility(S_0=0.0, y_b=10, y_t=0, I=100.0)
    10.0
    """
    return S_0 + (y_b**3 - y_t**3) / I


@equation("I_q", "H ** 3 / S_I", clause="")
def equivalent_inertia(*, H: Feet, S_I: CubicFeetPerQuarticInch) -> QuarticInches:
    """Second moment of area of a pole of one section that yields as much at its tip.

    >>> equivalent_inertia(H=24, S_I=24**3 / 150)
    150.0
    """
    return H**3 / S_I
