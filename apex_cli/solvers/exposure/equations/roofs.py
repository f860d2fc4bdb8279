"""Signs on roofs: rooftop structures (29.4.1), and what reaches the roof and its frames."""

from apex_cli.equations import equation
from apex_cli.quantities import Feet, KipFeet, PoundsForce, Psf, Ratio, SquareFeet


@equation("t", "min(max((A_f / (b_1 * h) - s_1) / (s_2 - s_1), 0), 1)", clause="29.4.1")
def covered_front(*, A_f: SquareFeet, b_1: Feet, h: Feet, s_1: Ratio, s_2: Ratio) -> Ratio:
    """Where the share of the building's front that the sign covers lies between the two ends.

    >>> covered_front(A_f=300, b_1=100, h=20, s_1=0.1, s_2=1.0) == (0.15 - 0.1) / 0.9
    True
    """
    return min(max((A_f / (b_1 * h) - s_1) / (s_2 - s_1), 0), 1)


@equation("t", "min(max((A_r / (b_1 * b_2) - s_1) / (s_2 - s_1), 0), 1)", clause="29.4.1")
def covered_roof(*, A_r: SquareFeet, b_1: Feet, b_2: Feet, s_1: Ratio, s_2: Ratio) -> Ratio:
    """Where the share of the roof that the sign covers lies between the two ends.

    >>> covered_roof(A_r=50, b_1=100, b_2=50, s_1=0.1, s_2=1.0)
    0
    """
    return min(max((A_r / (b_1 * b_2) - s_1) / (s_2 - s_1), 0), 1)


@equation("GC_r", "GC_1 - t * (GC_1 - GC_2)", clause="29.4.1")
def rooftop_coefficient(*, t: Ratio, GC_1: Ratio, GC_2: Ratio) -> Ratio:
    """Coefficient of a rooftop structure, gust included, between a small and a large one.

    >>> rooftop_coefficient(t=0.5, GC_1=2.0, GC_2=1.0)
    1.5
    """
    return GC_1 - t * (GC_1 - GC_2)


@equation("F", "q_h * GC_r * A", clause="29.4.1")
def rooftop_force(*, q_h: Psf, GC_r: Ratio, A: SquareFeet) -> PoundsForce:
    """Lateral force on a rooftop structure, directionality inside the pressure.

    >>> rooftop_force(q_h=40, GC_r=2.0, A=50)
    4000.0
    """
    return q_h * GC_r * A


@equation("F", "q_h * K_d * GC_r * A", clause="29.4.1")
def rooftop_force_with_kd(*, q_h: Psf, K_d: Ratio, GC_r: Ratio, A: SquareFeet) -> PoundsForce:
    """Lateral force on a rooftop structure, directionality standing in the force.

    >>> rooftop_force_with_kd(q_h=50, K_d=0.8, GC_r=2.0, A=50)
    4000.0
    """
    return q_h * K_d * GC_r * A


@equation("U", "q_h * GC_r * A", clause="29.4.1")
def rooftop_uplift(*, q_h: Psf, GC_r: Ratio, A: SquareFeet) -> PoundsForce:
    """Uplift on a rooftop structure, directionality inside the pressure.

    >>> rooftop_uplift(q_h=40, GC_r=1.5, A=10)
    600.0
    """
    return q_h * GC_r * A


@equation("U", "q_h * K_d * GC_r * A", clause="29.4.1")
def rooftop_uplift_with_kd(*, q_h: Psf, K_d: Ratio, GC_r: Ratio, A: SquareFeet) -> PoundsForce:
    """Uplift on a rooftop structure, directionality standing in the force.

    >>> rooftop_uplift_with_kd(q_h=50, K_d=0.8, GC_r=1.5, A=10)
    600.0
    """
    return q_h * K_d * GC_r * A


@equation("A_r", "B * d", clause="29.4.1")
def plan_area(*, B: Feet, d: Feet) -> SquareFeet:
    """Plan area of a cabinet, which uplift acts on.

    >>> plan_area(B=12, d=1.5)
    18.0
    """
    return B * d


@equation("z_r", "z_F - z_R", clause="")
def above_roof(*, z_F: Feet, z_R: Feet) -> Feet:
    """Height of a force above the roof.

    >>> above_roof(z_F=28, z_R=20)
    8
    """
    return z_F - z_R


@equation("C", "1000 * M_k / d_f", clause="")
def base_couple(*, M_k: KipFeet, d_f: Feet) -> PoundsForce:
    """Couple of the two feet of a frame, which carries its moment.

    >>> base_couple(M_k=12, d_f=6)
    2000.0
    """
    return 1000 * M_k / d_f


@equation("P", "f_W * C + f_D * D_k / 2", clause="")
def foot_pressing(*, f_W: Ratio, C: PoundsForce, f_D: Ratio, D_k: PoundsForce) -> PoundsForce:
    """What the leeward foot presses on the roof in a combination; uplift does not relieve it.

    >>> foot_pressing(f_W=1.0, C=2000, f_D=1.2, D_k=500)
    2300.0
    """
    return f_W * C + f_D * D_k / 2


@equation("R", "f_W * (C + U_k / 2) - f_D * D_k / 2", clause="")
def foot_pulling(
    *, f_W: Ratio, C: PoundsForce, U_k: PoundsForce, f_D: Ratio, D_k: PoundsForce
) -> PoundsForce:
    """What the windward foot pulls at the roof in a combination; less than nothing: it presses.

    >>> foot_pulling(f_W=1.0, C=2000, U_k=300, f_D=0.9, D_k=500)
    1925.0
    """
    return f_W * (C + U_k / 2) - f_D * D_k / 2


@equation("P", "f_D * D_k", clause="")
def frame_pressing(*, f_D: Ratio, D_k: PoundsForce) -> PoundsForce:
    """What a frame with a single foot presses on the roof in a combination.

    >>> frame_pressing(f_D=1.2, D_k=500)
    600.0
    """
    return f_D * D_k


@equation("R", "f_W * U_k - f_D * D_k", clause="")
def frame_pulling(*, f_W: Ratio, U_k: PoundsForce, f_D: Ratio, D_k: PoundsForce) -> PoundsForce:
    """What a frame with a single foot pulls at the roof; less than nothing: it presses.

    >>> frame_pulling(f_W=1.0, U_k=300, f_D=0.9, D_k=500)
    -150.0
    """
    return f_W * U_k - f_D * D_k
