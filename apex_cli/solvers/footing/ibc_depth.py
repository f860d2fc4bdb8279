"""Depths that satisfy IBC Eq. 18-1 and 18-2 together with the growth of S_1 and S_3.

The lateral bearing stands at d/3 (or d) and grows with depth, so the equations ask for a fixed
point. With S_1 = S d/3 the length A is a/d, and Eq. 18-1 becomes d^3 - a d - 1.09 h a = 0, a cubic
with one positive root; where the 12-ft limit holds S_1 still, A is constant and Eq. 18-1 explicit.
The two meet at the limit, and the right-hand side falls as d grows: the answer is unique.
"""

from math import inf

from apex_cli.solvers.footing.equations import (
    depth_constrained,
    depth_nonconstrained,
    parameter_a,
)
from apex_cli.solvers.footing.roots import positive_root


def nonconstrained(*, P: float, h: float, b: float, S: float) -> float:
    """Depth that satisfies Eq. 18-1 with S_1 = S d/3, ft.

    Args:
        P: Lateral load, lbf.
        h: Its height above grade, ft.
        b: Diameter or diagonal of the pier, ft.
        S: Lateral bearing per foot, psf/ft.

    >>> round(nonconstrained(P=1000, h=15, b=2, S=150), 2)
    8.33
    """
    a = parameter_a(P=P, S_1=S / 3, b=b)
    return positive_root(a, 1.09 * h * a)


def limited(d: float, *, P: float, h: float, b: float, S: float, limit_ft: float) -> float:
    """The depth when S_1 = S min(d, limit)/3, ft.

    Args:
        d: Depth without the limit, as `nonconstrained` gives it, ft.
        P: Lateral load, lbf.
        h: Its height above grade, ft.
        b: Diameter or diagonal of the pier, ft.
        S: Lateral bearing per foot, psf/ft.
        limit_ft: Depth at which S_1 stops growing, ft.

    >>> limited(8.33, P=1000, h=15, b=2, S=150, limit_ft=12)
    8.33
    >>> round(limited(8.33, P=1000, h=15, b=2, S=150, limit_ft=6), 2)
    10.17
    """
    if d <= limit_ft:
        return d
    return depth_nonconstrained(A=parameter_a(P=P, S_1=S * limit_ft / 3, b=b), h=h)


def constrained(*, P: float, h: float, b: float, S: float, limit_ft: float = inf) -> float:
    """Depth that satisfies Eq. 18-2 with S_3 = S min(d, limit), ft.

    >>> round(constrained(P=1000, h=15, b=2, S=150, limit_ft=12), 2)
    5.97
    """
    # With S_3 = S d the square of Eq. 18-2 at d = 1 is the cube of the depth.
    d: float = depth_constrained(P=P, h=h, S_3=S, b=b) ** (2 / 3)
    if d <= limit_ft:
        return d
    return depth_constrained(P=P, h=h, S_3=S * limit_ft, b=b)
