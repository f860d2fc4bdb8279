"""Case C: strips from the windward edge, each with its coefficient (ASCE 7 Figure 29.3-1)."""

from apex_cli.equations import equation
from apex_cli.quantities import Feet, PoundFeet, PoundsForce, Ratio, SquareFeet


@equation("C_f", "(1 - t) * C_1 + t * C_2", clause="Figure 29.3-1, Case C")
def region_coefficient(*, t: Ratio, C_1: Ratio, C_2: Ratio) -> Ratio:
    """Force coefficient between two printed values.

    >>> round(region_coefficient(t=0.5, C_1=2.25, C_2=2.6), 3)
    2.425
    """
    return (1 - t) * C_1 + t * C_2


@equation("f_h", "min(1, k_h - s_h)", clause="Figure 29.3-1 note 3")
def height_reduction(*, k_h: Ratio, s_h: Ratio) -> Ratio:
    """Reduction where the face reaches down to near the ground: s/h above 0.8.

    >>> height_reduction(k_h=1.8, s_h=1), height_reduction(k_h=1.8, s_h=0.5)
    (0.8, 1)
    """
    return min(1, k_h - s_h)


@equation("f_r", "(1 - t) * f_1 + t * f_2", clause="Figure 29.3-1 note 4")
def corner_reduction(*, t: Ratio, f_1: Ratio, f_2: Ratio) -> Ratio:
    """Reduction for a return corner between two printed lengths.

    >>> round(corner_reduction(t=0.5, f_1=0.9, f_2=0.75), 3)
    0.825
    """
    return (1 - t) * f_1 + t * f_2


@equation("f_r", "1 + (f_1 - 1) * r / r_1", clause="Figure 29.3-1 note 4")
def short_corner_reduction(*, r: Ratio, r_1: Ratio, f_1: Ratio) -> Ratio:
    """Reduction for a return corner shorter than the first printed one, from 1.0 at none.

    >>> round(short_corner_reduction(r=0.15, r_1=0.3, f_1=0.9), 3)
    0.95
    """
    return 1 + (f_1 - 1) * r / r_1


@equation("Lr/s", "L_r / s", clause="Figure 29.3-1 note 4")
def corner_ratio(*, L_r: Feet, s: Feet) -> Ratio:
    """Length of the return corner over the height of the face.

    >>> corner_ratio(L_r=3, s=6)
    0.5
    """
    return L_r / s


@equation("w", "(x_2 - x_1) * s", clause="Figure 29.3-1, Case C")
def region_width(*, x_1: Ratio, x_2: Ratio, s: Feet) -> Feet:
    """Width of a region that ends before the far edge.

    >>> region_width(x_1=1, x_2=2, s=6)
    6
    """
    return (x_2 - x_1) * s


@equation("w", "B - x_1 * s", clause="Figure 29.3-1, Case C")
def last_region_width(*, x_1: Ratio, s: Feet, B: Feet) -> Feet:
    """Width of the region that ends at the far edge.

    >>> last_region_width(x_1=2, s=6, B=15)
    3
    """
    return B - x_1 * s


@equation("e", "B / 2 - x_1 * s - w / 2", clause="Figure 29.3-1, Case C")
def region_arm(*, B: Feet, x_1: Ratio, s: Feet, w: Feet) -> Feet:
    """Distance of a region's middle from the face's, positive toward the windward edge.

    >>> region_arm(B=20, x_1=1, s=6, w=6)
    1.0
    """
    return B / 2 - x_1 * s - w / 2


@equation("A", "A_s * w / B", clause="Figure 29.3-1, Case C")
def region_area(*, A_s: SquareFeet, w: Feet, B: Feet) -> SquareFeet:
    """Area of a region; of a face that is no rectangle, its share by width.

    >>> region_area(A_s=60, w=5, B=10)
    30.0
    """
    return A_s * w / B


@equation("e_C", "T / F", clause="")
def resultant_arm(*, T: PoundFeet, F: PoundsForce) -> Feet:
    """Distance of the regions' resultant from the face's middle.

    >>> resultant_arm(T=6000, F=2000)
    3.0
    """
    return T / F
