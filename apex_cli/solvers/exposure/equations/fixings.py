"""What anchors and brackets take: statics of rectangular groups of equal anchors."""

from math import sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    Inches,
    KipFeet,
    PoundFeet,
    PoundsForce,
    Psf,
    Ratio,
    SquareFeet,
)


@equation("n_a", "n_r * n_c", clause="")
def anchors_of_group(*, n_r: Ratio, n_c: Ratio) -> Ratio:
    """Number of anchors of a group.

    >>> anchors_of_group(n_r=2, n_c=3)
    6
    """
    return n_r * n_c


@equation("A", "A_s / n_a", clause="")
def tributary_area(*, A_s: SquareFeet, n_a: Ratio) -> SquareFeet:
    """Area of the cabinet that one anchor holds.

    >>> tributary_area(A_s=60, n_a=6)
    10.0
    """
    return A_s / n_a


@equation("T_W", "p_out * A", clause="")
def wind_tension(*, p_out: Psf, A: SquareFeet) -> PoundsForce:
    """Tension of an anchor from the suction on its area.

    >>> wind_tension(p_out=30, A=10)
    300
    """
    return p_out * A


@equation("e", "g + d / 2", clause="")
def weight_from_wall(*, g: Feet, d: Feet) -> Feet:
    """From the wall to the middle of the cabinet's depth.

    >>> weight_from_wall(g=0.5, d=1)
    1.0
    """
    return g + d / 2


@equation("M_D", "W * e", clause="")
def tipping_moment(*, W: PoundsForce, e: Feet) -> PoundFeet:
    """Moment of the weight about the wall.

    >>> tipping_moment(W=480, e=0.5)
    240.0
    """
    return W * e


@equation("T_D", "72 * M_D / (n_c * n_r * (n_r + 1) * s_r)", clause="")
def dead_tension(*, M_D: PoundFeet, n_r: Ratio, n_c: Ratio, s_r: Inches) -> PoundsForce:
    """Tension of an anchor of the uppermost row from the weight, linear over the rows.

    >>> dead_tension(M_D=240, n_r=2, n_c=2, s_r=24)
    60.0
    """
    return 72 * M_D / (n_c * n_r * (n_r + 1) * s_r)


@equation("z_l", "z_F - z_b", clause="")
def lever_of_row(*, z_F: Feet, z_b: Feet) -> Feet:
    """From the lower edge of the cabinet, which leans on the wall, to its single row of anchors.

    >>> lever_of_row(z_F=14, z_b=12)
    2
    """
    return z_F - z_b


@equation("T_D", "M_D / (n_c * z_l)", clause="")
def dead_tension_of_row(*, M_D: PoundFeet, n_c: Ratio, z_l: Feet) -> PoundsForce:
    """Tension of an anchor of a single row from the weight: the cabinet leans on its lower edge.

    >>> dead_tension_of_row(M_D=240, n_c=2, z_l=2)
    60.0
    """
    return M_D / (n_c * z_l)


@equation("V_D", "W / n_a", clause="")
def dead_shear(*, W: PoundsForce, n_a: Ratio) -> PoundsForce:
    """Shear of an anchor from the weight.

    >>> dead_shear(W=480, n_a=6)
    80.0
    """
    return W / n_a


@equation("T_1", "f_W * T_W + f_D * T_D", clause="2.3 and 2.4")
def anchor_tension(*, f_W: Ratio, T_W: PoundsForce, f_D: Ratio, T_D: PoundsForce) -> PoundsForce:
    """Tension of an anchor in a combination.

    >>> anchor_tension(f_W=1, T_W=300, f_D=1.5, T_D=60)
    390.0
    """
    return f_W * T_W + f_D * T_D


@equation("V_1", "f_D * V_D", clause="2.3 and 2.4")
def anchor_shear(*, f_D: Ratio, V_D: PoundsForce) -> PoundsForce:
    """Shear of an anchor in a combination, from the weight alone.

    >>> anchor_shear(f_D=1.5, V_D=80)
    120.0
    """
    return f_D * V_D


@equation("V_1", "sqrt((f_W * V_W) ** 2 + (f_D * V_D) ** 2)", clause="2.3 and 2.4")
def anchor_shear_across(
    *, f_W: Ratio, V_W: PoundsForce, f_D: Ratio, V_D: PoundsForce
) -> PoundsForce:
    """Shear of an anchor in a combination: of the wind along the wall and of the weight.

    >>> anchor_shear_across(f_W=1, V_W=3.0, f_D=1, V_D=4.0)
    5.0
    """
    return sqrt((f_W * V_W) ** 2 + (f_D * V_D) ** 2)


@equation("used", "T_1 / T_a + V_1 / V_a", clause="")
def used_together(
    *, T_1: PoundsForce, T_a: PoundsForce, V_1: PoundsForce, V_a: PoundsForce
) -> Ratio:
    """How far tension and shear together use an anchor, on a straight line.

    >>> used_together(T_1=50, T_a=100, V_1=25, V_a=100)
    0.75
    """
    return T_1 / T_a + V_1 / V_a


@equation("x_F", "g + B / 2", clause="")
def middle_from_wall(*, g: Feet, B: Feet) -> Feet:
    """From the wall to the middle of a projecting cabinet.

    >>> middle_from_wall(g=0.5, B=4)
    2.5
    """
    return g + B / 2


@equation("x_w", "x_F + e", clause="Figure 29.3-1")
def farther_from_wall(*, x_F: Feet, e: Feet) -> Feet:
    """From the wall to the force of a case that is not at the middle of the face.

    >>> farther_from_wall(x_F=2.5, e=0.5)
    3.0
    """
    return x_F + e


@equation("V_W", "F_b / n_a", clause="")
def wind_shear(*, F_b: PoundsForce, n_a: Ratio) -> PoundsForce:
    """Shear of an anchor from the force along the wall that its bracket takes.

    >>> wind_shear(F_b=400, n_a=4)
    100.0
    """
    return F_b / n_a


@equation("F_b", "F / n_b", clause="")
def force_on_bracket(*, F: PoundsForce, n_b: Ratio) -> PoundsForce:
    """Force along the wall that one bracket takes.

    >>> force_on_bracket(F=800, n_b=2)
    400.0
    """
    return F / n_b


@equation("W_b", "W / n_b", clause="")
def weight_on_bracket(*, W: PoundsForce, n_b: Ratio) -> PoundsForce:
    """Weight that one bracket takes.

    >>> weight_on_bracket(W=800, n_b=2)
    400.0
    """
    return W / n_b


@equation("M_b", "1000 * M_t / n_b", clause="")
def turning_of_bracket(*, M_t: KipFeet, n_b: Ratio) -> PoundFeet:
    """Moment about the vertical that one bracket takes.

    >>> turning_of_bracket(M_t=3, n_b=2)
    1500.0
    """
    return 1000 * M_t / n_b


@equation("T_W", "72 * M_b / (n_r * n_c * (n_c + 1) * s_c)", clause="")
def turning_tension(*, M_b: PoundFeet, n_r: Ratio, n_c: Ratio, s_c: Inches) -> PoundsForce:
    """Tension of an anchor of the outer column from the moment about the vertical.

    >>> turning_tension(M_b=1500, n_r=2, n_c=2, s_c=9)
    1000.0
    """
    return 72 * M_b / (n_r * n_c * (n_c + 1) * s_c)


@equation("H_D", "6000 * M_l / (n_b * (n_b + 1) * s_b)", clause="")
def bracket_pull(*, M_l: KipFeet, n_b: Ratio, s_b: Feet) -> PoundsForce:
    """Pull of the weight on the uppermost bracket, linear over the brackets.

    >>> bracket_pull(M_l=2, n_b=2, s_b=4)
    500.0
    """
    return 6000 * M_l / (n_b * (n_b + 1) * s_b)


@equation("T_D", "H_D / n_a", clause="")
def pull_of_anchor(*, H_D: PoundsForce, n_a: Ratio) -> PoundsForce:
    """Tension of an anchor from the pull on its bracket.

    >>> pull_of_anchor(H_D=500, n_a=4)
    125.0
    """
    return H_D / n_a


@equation("M_D", "1000 * M_l", clause="")
def in_pound_feet(*, M_l: KipFeet) -> PoundFeet:
    """The moment of the weight on a single bracket.

    >>> in_pound_feet(M_l=2)
    2000
    """
    return 1000 * M_l
