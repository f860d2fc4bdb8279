"""How a rigid base presses on the ground: a linear pressure without tension, for any eccentricity.

A base that presses with its whole area, with a triangle in one corner, or with an area that ends on
two opposite edges has a closed form. Only a contact that leaves out one corner is searched, by
Newton's method on the polygon of contact.

Source: statics of a rigid footing on ground that takes no tension.
"""

from math import cos, pi, sin, sqrt
from typing import NamedTuple

Point = tuple[float, float]

EDGE = 0.5
"""A resultant so far from the middle, as a fraction of the side, stands on the edge of the base."""

NEARLY = 1 - 1e-9
"""A resultant so far from the middle of a round base, in radii, stands on its edge."""

_CORNERS: list[Point] = [(-EDGE, -EDGE), (EDGE, -EDGE), (EDGE, EDGE), (-EDGE, EDGE)]
_MOST_STEPS, _ARRIVED = 60, 1e-12


class Contact(NamedTuple):
    """The pressure on a rectangle of sides 1 under a load of 1: a plane, p = a + b x + c y.

    Args:
        a: In the middle.
        b: Its slope along the first side.
        c: Its slope along the second side.
    """

    a: float
    b: float
    c: float

    @property
    def most(self) -> float:
        """The greatest pressure, over the mean pressure of full contact."""
        return self.a + EDGE * (self.b + self.c)

    @property
    def least(self) -> float:
        """The least pressure; nothing where a part of the base does not press."""
        return max(self.a - EDGE * (self.b + self.c), 0.0)

    @property
    def intercepts(self) -> Point:
        """From the corner that presses most along both sides to where nothing presses, in sides.

        Beyond 1 the side is shorter than that; infinite where the pressure does not fall.
        """
        most, far = self.most, float("inf")
        return most / self.b if self.b > 0 else far, most / self.c if self.c > 0 else far

    def within(self, low: Point, high: Point) -> tuple[float, float, float]:
        """The load that a rectangle in the base presses with, and its moments about the middle.

        Args:
            low: Its corner that is pressed least.
            high: The corner opposite.

        >>> [round(one, 9) for one in Contact(1.0, 0.0, 0.0).within((0.0, -0.5), (0.5, 0.5))]
        [0.5, 0.125, 0.0]
        """
        a, b, c = self
        corners = [low, (high[0], low[1]), high, (low[0], high[1])]
        if not (polygon := _pressed(a, b, c, corners)):
            return 0.0, 0.0, 0.0
        m_0, m_x, m_y, m_xx, m_xy, m_yy = _moments(polygon)
        return (
            a * m_0 + b * m_x + c * m_y,
            a * m_x + b * m_xx + c * m_xy,
            a * m_y + b * m_xy + c * m_yy,
        )

    @property
    def area(self) -> float:
        """The part of the base that presses."""
        if self.least > 0:
            return 1.0
        return _moments(_pressed(self.a, self.b, self.c))[0]


def on_rectangle(e_x: float, e_y: float) -> Contact | None:
    """The pressure under a load that stands off the middle of a rectangle.

    Args:
        e_x: Eccentricity over the side that it is parallel to, not negative.
        e_y: Eccentricity over the other side, not negative.

    Returns:
        The plane of pressure, or None when the load misses the base.

    >>> round(on_rectangle(0.1, 0.05).most, 6), round(on_rectangle(0.4, 0.4).most, 6)
    (1.9, 37.5)
    >>> on_rectangle(0.5, 0.0)
    """
    if e_x >= EDGE or e_y >= EDGE:
        return None
    if 6 * (e_x + e_y) <= 1:
        return Contact(1.0, 12 * e_x, 12 * e_y)
    x, y = EDGE - e_x, EDGE - e_y
    if 4 * x <= 1 and 4 * y <= 1:
        return _from_corner(3 / (8 * x * y), 1 / (4 * x), 1 / (4 * y))
    return _across(x, y) or _flipped(_across(y, x)) or _searched(e_x, e_y)


def _from_corner(most: float, u: float, v: float) -> Contact:
    """The plane that falls from the corner pressed most, by u and v of it along the sides."""
    return Contact(most * (1 - EDGE * (u + v)), most * u, most * v)


def _across(x: float, y: float) -> Contact | None:
    """The plane for a contact that ends on two opposite edges, or None if it does not.

    Args:
        x: From the pressed corner to the load, along the sides that the contact ends on.
        y: The same along the other side, which presses with its whole length.
    """
    if 4 * y < 1:
        return None
    p_2, p_1, p_0 = 3 - 4 * y, 2 - 4 * y, 1 - 4 * y
    w = (sqrt(p_1 * p_1 - 4 * p_2 * p_0) - p_1) / (2 * p_2)
    whole = 1 + w + w * w
    u = (1 + w) * (1 + w * w) / (4 * x * whole)
    if u < 1:
        return None
    v = 1 - w
    return _from_corner(6 * u / whole, u, v)


def _flipped(contact: Contact | None) -> Contact | None:
    """The same with the sides exchanged."""
    return contact and Contact(contact.a, contact.c, contact.b)


def _searched(e_x: float, e_y: float) -> Contact:
    """The plane for a contact that leaves out one corner, by Newton's method."""
    a, b, c = 1.0, 12 * e_x, 12 * e_y
    for _ in range(_MOST_STEPS):  # pragma: no branch - it arrives in ten
        m_0, m_x, m_y, m_xx, m_xy, m_yy = m = _moments(_pressed(a, b, c))
        r = (
            a * m_0 + b * m_x + c * m_y - 1,
            a * m_x + b * m_xx + c * m_xy - e_x,
            a * m_y + b * m_xy + c * m_yy - e_y,
        )
        d_a, d_b, d_c = _solved(m, r)
        a, b, c = a - d_a, b - d_b, c - d_c
        if max(abs(d_a), abs(d_b), abs(d_c)) < _ARRIVED * a:
            break
    return Contact(a, b, c)


def _pressed(a: float, b: float, c: float, corners: list[Point] = _CORNERS) -> list[Point]:
    """The part of the base, or of a rectangle in it, where the plane is positive: a polygon."""
    found: list[Point] = []
    x_0, y_0 = corners[-1]
    p_0 = a + b * x_0 + c * y_0
    for x_1, y_1 in corners:
        p_1 = a + b * x_1 + c * y_1
        if (p_0 > 0) != (p_1 > 0):
            t = p_0 / (p_0 - p_1)
            found.append((x_0 + t * (x_1 - x_0), y_0 + t * (y_1 - y_0)))
        if p_1 > 0:
            found.append((x_1, y_1))
        x_0, y_0, p_0 = x_1, y_1, p_1
    return found


def _moments(polygon: list[Point]) -> tuple[float, float, float, float, float, float]:
    """Area, first and second moments (x, y; xx, xy, yy) of a polygon that turns left."""
    m_0 = m_x = m_y = m_xx = m_xy = m_yy = 0.0
    x_0, y_0 = polygon[-1]
    for x_1, y_1 in polygon:
        w = x_0 * y_1 - x_1 * y_0
        m_0 += w / 2
        m_x += w * (x_0 + x_1) / 6
        m_y += w * (y_0 + y_1) / 6
        m_xx += w * (x_0 * x_0 + x_0 * x_1 + x_1 * x_1) / 12
        m_xy += w * (x_0 * (2 * y_0 + y_1) + x_1 * (y_0 + 2 * y_1)) / 24
        m_yy += w * (y_0 * y_0 + y_0 * y_1 + y_1 * y_1) / 12
        x_0, y_0 = x_1, y_1
    return m_0, m_x, m_y, m_xx, m_xy, m_yy


def _solved(m: tuple[float, ...], r: tuple[float, float, float]) -> tuple[float, float, float]:
    """Cramer's rule for the symmetric matrix of moments."""
    m_0, m_x, m_y, m_xx, m_xy, m_yy = m
    k_00, k_01, k_02 = m_xx * m_yy - m_xy**2, m_xy * m_y - m_x * m_yy, m_x * m_xy - m_xx * m_y
    k_11, k_12, k_22 = m_0 * m_yy - m_y**2, m_x * m_y - m_0 * m_xy, m_0 * m_xx - m_x**2
    whole = m_0 * k_00 + m_x * k_01 + m_y * k_02
    return (
        (k_00 * r[0] + k_01 * r[1] + k_02 * r[2]) / whole,
        (k_01 * r[0] + k_11 * r[1] + k_12 * r[2]) / whole,
        (k_02 * r[0] + k_12 * r[1] + k_22 * r[2]) / whole,
    )


def half_angle(e: float) -> float | None:
    """Half the angle at the centre of a circle over the chord beyond which nothing presses.

    Args:
        e: Eccentricity over the radius, not negative.

    Returns:
        Radians, pi where the whole circle presses; None when the load misses the base.

    >>> round(half_angle(0.25), 6), half_angle(1.0)
    (3.141593, None)
    """
    if e >= NEARLY:
        return None
    if 4 * e <= 1:
        return pi
    low, high = 0.0, pi
    while low < (middle := (low + high) / 2) < high:
        if circle_lever(middle) > e:
            low = middle
        else:
            high = middle
    return high


def circle_lever(phi: float) -> float:
    """Where the pressure on a segment of the unit circle stands, from the middle of the circle.

    Args:
        phi: Half the angle of the segment, radians.
    """
    s, c = sin(phi), cos(phi)
    lever = (phi - sin(4 * phi) / 4) / 8 - c * s**3 / 3
    return lever / (s**3 / 3 - c * (phi - s * c) / 2)
