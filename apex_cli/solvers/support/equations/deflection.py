"""How far a cantilever bends: the moment of the area of M/EI about the point that moves."""

from apex_cli.equations import equation
from apex_cli.quantities import Feet, Inches, KipFeet, Ksi, QuarticInches, Ratio


@equation(
    "delta",
    "delta_0 + 288 * l * (M_b * y_b + 4 * M_m * y_m + M_t * y_t) / (E * I)",
    clause="",
)
def bent(
    *,
    delta_0: Inches,
    l: Feet,  # noqa: E741 - a length
    M_b: KipFeet,
    y_b: Feet,
    M_m: KipFeet,
    y_m: Feet,
    M_t: KipFeet,
    y_t: Feet,
    E: Ksi,
    I: QuarticInches,  # noqa: E741 - the symbol of the standard
) -> Inches:
    """Deflection that a length of pole adds, first order; Simpson's rule is exact here.

    The moment is a parabola over a length at most, and the lever is a line.

    >>> P, L = 1.0, 10.0  # a force at the tip: P L**3 / (3 E I)
    >>> d = bent(delta_0=0.0, l=L, M_b=P * L, y_b=L, M_m=P * L / 2, y_m=L / 2, M_t=0.0, y_t=0.0,
    ...          E=29000, I=100)
    >>> round(d - P * (12 * L) ** 3 / (3 * 29000 * 100), 12)
    0.0
    """
    return delta_0 + 288 * l * (M_b * y_b + 4 * M_m * y_m + M_t * y_t) / (E * I)


@equation("delta", "max(delta_o, -delta_o) + delta_e", clause="")
def either_way(*, delta_o: Inches, delta_e: Inches) -> Inches:
    """Deflection of one of several poles, with the eccentricities on the worse side.

    >>> either_way(delta_o=-0.5, delta_e=0.2)
    0.7
    """
    return max(delta_o, -delta_o) + delta_e


@equation("delta_w", "k_W * delta", clause="")
def under(*, k_W: Ratio, delta: Inches) -> Inches:
    """Deflection under a share of the strength-level wind.

    >>> under(k_W=0.42, delta=2.0)
    0.84
    """
    return k_W * delta


@equation("delta_max", "12 * z / n_d", clause="")
def limit(*, z: Feet, n_d: Ratio) -> Inches:
    """Deflection that the project permits.

    >>> limit(z=24, n_d=100)
    2.88
    """
    return 12 * z / n_d
