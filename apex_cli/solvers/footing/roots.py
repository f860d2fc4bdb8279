"""The one root that the equations of embedded poles share."""

from math import sqrt


def positive_root(p: float, q: float) -> float:
    """The positive root of ``d**3 - p*d - q``, for p > 0 and q >= 0.

    The signs of the coefficients change once, so there is exactly one positive root. Newton's
    method is started to the right of it, where the cubic is convex and rising: every step comes
    nearer without passing it, and the first that no longer descends has arrived.

    Args:
        p: Coefficient of d, ft2.
        q: Constant term, ft3.

    Returns:
        The root in ft; infinity or NaN only if the coefficients are beyond doubles.

    >>> round(positive_root(7.0, 6.0), 12)
    3.0
    """
    d: float = sqrt(p) + q ** (1 / 3)
    while True:
        lower = (2 * d * d * d + q) / (3 * d * d - p)
        if not lower < d:
            return d
        d = lower
