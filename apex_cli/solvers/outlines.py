"""Area and centroid of a cabinet that is no rectangle: by its outline, or as they are given."""

from collections.abc import Callable
from math import pi
from typing import Any

from msgspec import Struct

from apex_cli.equations import Bare, equation
from apex_cli.project.outline import SAME, area_of
from apex_cli.project.sign import Element
from apex_cli.quantities import CubicFeet, Feet, Known, SquareFeet

OUTLINE: dict[tuple[str, str], str] = {
    ("B", "ft"): "width of the face",
    ("s", "ft"): "height of the face",
    ("A_s", "ft2"): "gross area of the face",
    ("A_before", "ft2"): "area of the corners counted so far",
    ("S_x", "ft3"): "area times the distance of its centroid from the left edge",
    ("S_z", "ft3"): "area times the height of its centroid above the lower edge",
    ("S_before", "ft3"): "the same of the corners counted so far",
    ("x_1", "ft"): "a corner, from the left edge",
    ("x_2", "ft"): "the next corner, from the left edge",
    ("z_1", "ft"): "a corner, above the lower edge",
    ("z_2", "ft"): "the next corner, above the lower edge",
    ("x_0", "ft"): "centroid, from the left edge",
    ("z_0", "ft"): "centroid, above the lower edge",
}
"""What the symbols of outlines mean: symbol and unit to meaning."""


@equation("A_s", "B * s / 2", clause="")
def triangle(*, B: Feet, s: Feet) -> SquareFeet:
    """Area of a triangular face.

    >>> triangle(B=10, s=6)
    30.0
    """
    return B * s / 2


@equation("z_0", "s / 3", clause="")
def low_centroid(*, s: Feet) -> Feet:
    """Centroid of a triangle that points up, above its lower edge.

    >>> low_centroid(s=6)
    2.0
    """
    return s / 3


@equation("z_0", "2 * s / 3", clause="")
def high_centroid(*, s: Feet) -> Feet:
    """Centroid of a triangle that points down, above its lowest point.

    >>> high_centroid(s=6)
    4.0
    """
    return 2 * s / 3


@equation("A_s", "pi / 4 * B * s", clause="")
def ellipse(*, B: Feet, s: Feet) -> SquareFeet:
    """Area of an ellipse, or of a circle.

    >>> round(ellipse(B=10, s=10), 3)
    78.54
    """
    return pi / 4 * B * s


@equation("A_s", "A_before + (x_1 * z_2 - x_2 * z_1) / 2", clause="")
def area_with_corner(
    *, A_before: SquareFeet, x_1: Feet, z_1: Feet, x_2: Feet, z_2: Feet
) -> SquareFeet:
    """Area of a polygon: the corners counted so far and one more (the shoelace sum).

    >>> area_with_corner(A_before=10, x_1=10, z_1=0, x_2=0, z_2=8)
    50.0
    """
    return A_before + (x_1 * z_2 - x_2 * z_1) / 2


@equation("S_x", "S_before + (x_1 + x_2) * (x_1 * z_2 - x_2 * z_1) / 6", clause="")
def across_with_corner(
    *, S_before: CubicFeet, x_1: Feet, z_1: Feet, x_2: Feet, z_2: Feet
) -> CubicFeet:
    """Area times the distance of its centroid: the corners counted so far and one more.

    >>> across_with_corner(S_before=0, x_1=6, z_1=0, x_2=0, z_2=6)
    36.0
    """
    return S_before + (x_1 + x_2) * (x_1 * z_2 - x_2 * z_1) / 6


@equation("S_z", "S_before + (z_1 + z_2) * (x_1 * z_2 - x_2 * z_1) / 6", clause="")
def up_with_corner(*, S_before: CubicFeet, x_1: Feet, z_1: Feet, x_2: Feet, z_2: Feet) -> CubicFeet:
    """Area times the height of its centroid: the corners counted so far and one more.

    >>> up_with_corner(S_before=0, x_1=6, z_1=0, x_2=0, z_2=6)
    36.0
    """
    return S_before + (z_1 + z_2) * (x_1 * z_2 - x_2 * z_1) / 6


@equation("x_0", "S_x / A_s", clause="")
def centroid_across(*, S_x: CubicFeet, A_s: SquareFeet) -> Feet:
    """Centroid of a polygon, from its left edge.

    >>> centroid_across(S_x=120, A_s=30)
    4.0
    """
    return S_x / A_s


@equation("z_0", "S_z / A_s", clause="")
def centroid_up(*, S_z: CubicFeet, A_s: SquareFeet) -> Feet:
    """Centroid of a polygon, above its lower edge.

    >>> centroid_up(S_z=60, A_s=30)
    2.0
    """
    return S_z / A_s


class Outlined(Struct, frozen=True):
    """A face that is no rectangle.

    Args:
        area: Gross area, ft2.
        up: Centroid above the lower edge, ft; None: in the middle of the height.
        across: Centroid from the left edge, ft; None: in the middle of the width.
    """

    area: float
    up: float | None = None
    across: float | None = None


def outlined(element: Element, trace: Bare) -> Outlined | None:
    """Area and centroid of a cabinet; None of a rectangle, which needs neither."""
    if element.area_ft2 is not None:
        return Outlined(element.area_ft2, element.centroid_ft)
    made = _BY_OUTLINE.get(element.outline)
    return made(element, trace) if made else None


def _triangle(centroid: Callable[..., float]) -> Callable[[Element, Bare], Outlined]:
    def made(element: Element, trace: Bare) -> Outlined:
        area = trace(triangle, B=element.width_ft, s=element.height_ft)
        return Outlined(area, trace(centroid, s=element.height_ft))

    return made


def _ellipse(element: Element, trace: Bare) -> Outlined:
    return Outlined(trace(ellipse, B=element.width_ft, s=element.height_ft))


def _polygon(element: Element, trace: Bare) -> Outlined:
    points: list[Any] = element.points or []
    if area_of(points) < 0:
        points = [*reversed(points)]
    area: float = Known(0.0, "start of the sum")
    across = up = area
    for (x_1, z_1), (x_2, z_2) in zip(points, [*points[1:], points[0]], strict=True):
        place = {"x_1": x_1, "z_1": z_1, "x_2": x_2, "z_2": z_2}
        area = trace(area_with_corner, A_before=area, **place)
        across = trace(across_with_corner, S_before=across, **place)
        up = trace(up_with_corner, S_before=up, **place)
    x_0, z_0 = trace(centroid_across, S_x=across, A_s=area), trace(centroid_up, S_z=up, A_s=area)
    middle = abs(x_0 - element.width_ft / 2) <= SAME * element.width_ft
    return Outlined(area, z_0, None if middle else x_0)


_BY_OUTLINE: dict[str, Callable[[Element, Bare], Outlined]] = {
    "triangle_up": _triangle(low_centroid),
    "triangle_down": _triangle(high_centroid),
    "ellipse": _ellipse,
    "polygon": _polygon,
}
