"""Area and centroid of a cabinet by its outline, or as they are given."""

from collections.abc import Callable
from typing import Any, NamedTuple

from apex_cli.equations import Bare
from apex_cli.project.outline import area_of
from apex_cli.project.sign import Element
from apex_cli.solvers.exposure.equations import faces, sums
from apex_cli.solvers.exposure.equations import outlines as eq
from apex_cli.solvers.exposure.limits import SAME


class Outlined(NamedTuple):
    """A face by its outline.

    Args:
        area: Gross area, ft2.
        height: Centroid above the lower edge, ft; None: in the middle of the height.
        place: Centroid from the left edge, ft; None: in the middle of the width.
    """

    area: float
    height: float | None = None
    place: float | None = None


def outlined(element: Element, trace: Bare) -> Outlined:
    """Area and centroid of a cabinet."""
    if element.area_ft2 is not None:
        return Outlined(element.area_ft2, element.centroid_ft)
    return _BY_OUTLINE[element.outline](element, trace)


def _rectangle(element: Element, trace: Bare) -> Outlined:
    return Outlined(trace(faces.gross_area, B=element.width_ft, s=element.height_ft))


def _triangle(centroid: Callable[..., float]) -> Callable[[Element, Bare], Outlined]:
    def made(element: Element, trace: Bare) -> Outlined:
        area = trace(eq.triangle, B=element.width_ft, s=element.height_ft)
        return Outlined(area, trace(centroid, s=element.height_ft))

    return made


def _ellipse(element: Element, trace: Bare) -> Outlined:
    return Outlined(trace(eq.ellipse, B=element.width_ft, s=element.height_ft))


def _polygon(element: Element, trace: Bare) -> Outlined:
    given: list[Any] = element.points or []
    points = given if area_of(given) > 0 else [*reversed(given)]
    after = [*points[1:], points[0]]
    columns = [[point[i] for point in one] for one in (points, after) for i in (0, 1)]
    area = sums.summed(trace, sums.POLYGON, *columns)
    place = sums.summed(trace, sums.POLYGON_ACROSS, *columns)
    height = sums.summed(trace, sums.POLYGON_UP, *columns)
    across = trace(eq.polygon_place, S_A=place, A_s=area)
    in_middle = abs(across - element.width_ft / 2) <= SAME * element.width_ft
    return Outlined(
        area, trace(eq.polygon_height, S_A=height, A_s=area), None if in_middle else across
    )


def tell_outline(element: Element, trace: Bare) -> None:
    """Say what is taken of a face that is no rectangle."""
    if element.area_ft2 is None and element.outline == "rectangle":
        return
    trace.assume(
        "A face that is no rectangle has the coefficients of the rectangle around it, on its own "
        "area."
    )
    if element.area_ft2 is not None and element.centroid_ft is None:
        trace.assume(
            "The centroid of a face whose area is given is in the middle of its height where "
            "centroid_ft is not given."
        )


_BY_OUTLINE: dict[str, Callable[[Element, Bare], Outlined]] = {
    "rectangle": _rectangle,
    "triangle_up": _triangle(eq.low_centroid),
    "triangle_down": _triangle(eq.high_centroid),
    "ellipse": _ellipse,
    "polygon": _polygon,
}
