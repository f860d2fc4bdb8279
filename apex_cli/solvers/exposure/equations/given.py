"""Force of a pressure that is given, and least pressures of an ordinance."""

from apex_cli.equations import equation
from apex_cli.quantities import Feet, PoundsForce, Psf, Ratio, SquareFeet


@equation("p_W", "p_g / f_W", clause="2.4.1")
def at_strength_level(*, p_g: Psf, f_W: Ratio) -> Psf:
    """A pressure at allowable-stress level, brought to strength level by that level's factor.

    >>> round(at_strength_level(p_g=30, f_W=0.6), 9)
    50.0
    """
    return p_g / f_W


@equation("F", "p_W * A", clause="")
def force_of_pressure(*, p_W: Psf, A: SquareFeet) -> PoundsForce:
    """Force of a given pressure on an area.

    >>> force_of_pressure(p_W=50, A=60)
    3000
    """
    return p_W * A


@equation("F", "p_W * C_f * A", clause="")
def force_with_coefficient(*, p_W: Psf, C_f: Ratio, A: SquareFeet) -> PoundsForce:
    """Force of a given pressure on an area by a given force coefficient.

    >>> force_with_coefficient(p_W=50, C_f=1.2, A=60)
    3600.0
    """
    return p_W * C_f * A


@equation("F", "max(F_w, p_L * A)", clause="")
def force_by_ordinance(*, F_w: PoundsForce, p_L: Psf, A: SquareFeet) -> PoundsForce:
    """Force not less than that of the ordinance's least pressure.

    >>> force_by_ordinance(F_w=900, p_L=25, A=60)
    1500
    """
    return max(F_w, p_L * A)


@equation("A_n", "epsilon * A", clause="")
def pressed_area(*, epsilon: Ratio, A: SquareFeet) -> SquareFeet:
    """Area that a given pressure acts on, of a face with openings.

    >>> pressed_area(epsilon=0.5, A=60)
    30.0
    """
    return epsilon * A


@equation("z_F", "z_b + s / 2", clause="")
def middle_of_face(*, z_b: Feet, s: Feet) -> Feet:
    """Height at which the force acts.

    >>> middle_of_face(z_b=18, s=6)
    21.0
    """
    return z_b + s / 2


@equation("e", "k_e * B", clause="")
def given_eccentricity(*, k_e: Ratio, B: Feet) -> Feet:
    """Horizontal distance of the force from the centroid in Case B.

    >>> given_eccentricity(k_e=0.25, B=8)
    2.0
    """
    return k_e * B
