"""Force on solid and open signs (ASCE 7 29.3 and 29.4)."""

from apex_cli.equations import equation
from apex_cli.quantities import Feet, PoundsForce, Psf, Ratio, SquareFeet


@equation("B/s", "B / s", clause="Figure 29.3-1")
def aspect_ratio(*, B: Feet, s: Feet) -> Ratio:
    """Width over height of the face.

    >>> aspect_ratio(B=10, s=4)
    2.5
    """
    return B / s


@equation("s/h", "s / h", clause="Figure 29.3-1")
def clearance_ratio(*, s: Feet, h: Feet) -> Ratio:
    """Height of the face over the height of its upper edge.

    >>> clearance_ratio(s=6, h=24)
    0.25
    """
    return s / h


@equation("t", "min(max((B / s - x_1) / (x_2 - x_1), 0), 1)", clause="Figure 29.3-1 note 4")
def fraction_of_columns(*, B: Feet, s: Feet, x_1: Ratio, x_2: Ratio) -> Ratio:
    """Where B/s lies between two columns of the figure; the outer columns are bounds.

    It starts from B and s, not from their rounded ratio, so that it can be followed by hand even
    close to a column.

    >>> fraction_of_columns(B=10, s=4, x_1=2, x_2=4)
    0.25
    """
    return min(max((B / s - x_1) / (x_2 - x_1), 0), 1)


@equation("t", "min(max((x - x_1) / (x_2 - x_1), 0), 1)", clause="Figure 29.3-1 note 4")
def fraction(*, x: Ratio, x_1: Ratio, x_2: Ratio) -> Ratio:
    """Where x lies between two headings of a table; the outer headings are bounds.

    >>> fraction(x=2.5, x_1=2, x_2=4)
    0.25
    """
    return min(max((x - x_1) / (x_2 - x_1), 0), 1)


@equation("u", "min(max((s / h - y_1) / (y_2 - y_1), 0), 1)", clause="Figure 29.3-1 note 4")
def fraction_of_rows(*, s: Feet, h: Feet, y_1: Ratio, y_2: Ratio) -> Ratio:
    """Where s/h lies between two rows of the figure; the outer rows are bounds.

    >>> fraction_of_rows(s=2, h=20, y_1=0.16, y_2=0.2)
    0
    """
    return min(max((s / h - y_1) / (y_2 - y_1), 0), 1)


@equation(
    "C_f",
    "(1 - u) * ((1 - t) * C_11 + t * C_12) + u * ((1 - t) * C_21 + t * C_22)",
    clause="Figure 29.3-1",
)
def force_coefficient(
    *, t: Ratio, u: Ratio, C_11: Ratio, C_12: Ratio, C_21: Ratio, C_22: Ratio
) -> Ratio:
    """Force coefficient of Cases A and B between four cells: t across B/s, u across s/h.

    >>> force_coefficient(t=0.5, u=0, C_11=1.8, C_12=1.7, C_21=1.6, C_22=1.5)
    1.75
    """
    return (1 - u) * ((1 - t) * C_11 + t * C_12) + u * ((1 - t) * C_21 + t * C_22)


@equation("f_o", "1 - (1 - epsilon) ** n", clause="Figure 29.3-1 note 1")
def openings_factor(*, epsilon: Ratio, n: Ratio) -> Ratio:
    """Reduction for openings, with the gross area kept.

    >>> openings_factor(epsilon=0.75, n=1.5)
    0.875
    """
    value: float = 1 - (1 - epsilon) ** n
    return value


@equation("C_f", "C * f", clause="Figure 29.3-1 notes")
def reduced_coefficient(*, C: Ratio, f: Ratio) -> Ratio:
    """Force coefficient times a factor of the figure.

    >>> reduced_coefficient(C=2.0, f=0.75)
    1.5
    """
    return C * f


@equation("F", "q_h * G * C_f * A_s", clause="Eq. 29.3-1")
def sign_force(*, q_h: Psf, G: Ratio, C_f: Ratio, A_s: SquareFeet) -> PoundsForce:
    """Force on a solid sign, directionality inside the velocity pressure.

    >>> round(sign_force(q_h=17, G=0.85, C_f=1.35, A_s=64), 2)
    1248.48
    """
    return q_h * G * C_f * A_s


@equation("F", "q_h * K_d * G * C_f * A_s", clause="Eq. 29.3-1")
def sign_force_with_kd(
    *, q_h: Psf, K_d: Ratio, G: Ratio, C_f: Ratio, A_s: SquareFeet
) -> PoundsForce:
    """Force on a solid sign, directionality standing in the force.

    >>> round(sign_force_with_kd(q_h=20, K_d=0.85, G=0.85, C_f=1.35, A_s=64), 2)
    1248.48
    """
    return q_h * K_d * G * C_f * A_s


@equation("F", "q_z * G * C_f * A_f", clause="Eq. 29.4-1")
def structure_force(*, q_z: Psf, G: Ratio, C_f: Ratio, A_f: SquareFeet) -> PoundsForce:
    """Force on an open sign, frame, tower or pole, directionality inside the pressure.

    >>> round(structure_force(q_z=20, G=0.85, C_f=1.6, A_f=10), 2)
    272.0
    """
    return q_z * G * C_f * A_f


@equation("F", "q_z * K_d * G * C_f * A_f", clause="Eq. 29.4-1")
def structure_force_with_kd(
    *, q_z: Psf, K_d: Ratio, G: Ratio, C_f: Ratio, A_f: SquareFeet
) -> PoundsForce:
    """Force on an open sign, frame, tower or pole, directionality standing in the force.

    >>> round(structure_force_with_kd(q_z=20, K_d=0.85, G=0.85, C_f=1.6, A_f=10), 2)
    231.2
    """
    return q_z * K_d * G * C_f * A_f


@equation("F", "max(F_w, p_min * A)", clause="29.7")
def governing_force(*, F_w: PoundsForce, p_min: Psf, A: SquareFeet) -> PoundsForce:
    """Force not less than the minimum.

    >>> governing_force(F_w=900, p_min=16, A=60)
    960
    """
    return max(F_w, p_min * A)


@equation("p", "F / A", clause="")
def design_pressure(*, F: PoundsForce, A: SquareFeet) -> Psf:
    """Force over area: gust, shape and directionality included.

    >>> design_pressure(F=1200, A=60)
    20.0
    """
    return F / A


@equation("z_F", "z_b + s / 2", clause="Figure 29.3-1, Case A")
def height_of_resultant(*, z_b: Feet, s: Feet) -> Feet:
    """Height at which the force acts.

    >>> height_of_resultant(z_b=18, s=6)
    21.0
    """
    return z_b + s / 2


@equation("z_F", "z_b + s / 2 + k_s * s", clause="Figure 29.3-1 note 2")
def raised_resultant(*, z_b: Feet, s: Feet, k_s: Ratio) -> Feet:
    """Height at which the force acts on a face that stands on the ground.

    >>> round(raised_resultant(z_b=0, s=10, k_s=0.05), 3)
    5.5
    """
    return z_b + s / 2 + k_s * s


@equation("e", "k_e * B", clause="Figure 29.3-1, Case B")
def eccentricity(*, k_e: Ratio, B: Feet) -> Feet:
    """Horizontal distance of the force from the centroid in Case B.

    >>> eccentricity(k_e=0.2, B=8)
    1.6
    """
    return k_e * B


@equation("z_F", "z_c + k_s * s", clause="Figure 29.3-1 note 2")
def raised_centroid(*, z_c: Feet, s: Feet, k_s: Ratio) -> Feet:
    """Height at which the force acts on a face on the ground whose centroid is not its middle.

    >>> raised_centroid(z_c=4, s=10, k_s=0.05)
    4.5
    """
    return z_c + k_s * s


@equation("e_C", "e_C + max(x_F - x_c, x_c - x_F)", clause="Figure 29.3-1, Case C")
def farther_arm(*, e_C: Feet, x_F: Feet, x_c: Feet) -> Feet:
    """Arm of Case C about the centroid, from the windward edge that gives more.

    >>> farther_arm(e_C=2, x_F=1, x_c=1.5)
    2.5
    """
    return e_C + max(x_F - x_c, x_c - x_F)
