"""Rods on their circle: which of them count on one side, the circle turned one way or the other."""

from math import cos, hypot, pi, sin
from typing import NamedTuple

_DUST = 1e-9


class Side(NamedTuple):
    """Rods on one side.

    Args:
        number: How many.
        lever: Sum of their levers, each over the radius of the circle.
        square: Sum of the squares of these.
        places: Where they stand, each over the radius.
    """

    number: int
    lever: float
    square: float
    places: tuple[tuple[float, float], ...]

    @property
    def spread(self) -> float:
        """From the outermost rod to the other, over the radius."""
        return max(hypot(a - c, b - d) for a, b in self.places for c, d in self.places)


def turns(count: int) -> tuple[float, float]:
    """A rod outermost, or two beside the line of bending: one of them is the worst."""
    return 0.0, pi / count


def beyond(count: int, turn: float, level: float) -> Side:
    """The rods whose lever is more than a level, each over the radius.

    >>> beyond(4, 0.0, 0.5).number, round(beyond(4, pi / 4, 0.5).square, 9)
    (1, 1.0)
    """
    angles = [turn + 2 * pi * k / count for k in range(count)]
    found = tuple((cos(one), sin(one)) for one in angles if cos(one) > level + _DUST)
    return Side(len(found), sum(x for x, _ in found), sum(x * x for x, _ in found), found)


def counted(side: Side) -> str:
    """What numbers of a side are, where they enter an equation."""
    return f"{side.number} rods on their circle"
