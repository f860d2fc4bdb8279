"""What the outline of a cabinet may be: whether its points, its area and its centroid fit."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from apex_cli.records.fields import Place

SAME = 1e-9
"""Within this part of itself a length or an area is the one that it was written to be."""
NEAR = 0.02
"""Within this part an area is the other in another unit."""
FT2_PER_M2 = 1 / 0.3048**2

Point = Sequence[float]
Faults = Iterator[tuple[Place, str]]


class Told(NamedTuple):
    """What a cabinet says of its outline; lengths in ft, area in ft2."""

    width: float
    height: float
    outline: str
    points: Sequence[Point] | None
    area: float | None
    centroid: float | None


def faults(told: Told) -> Faults:
    """What does not fit, by the field that is to be mended."""
    if told.outline == "polygon" and told.points is None:
        yield ("points",), "a polygon needs its points, [[x, z], ...]"
    elif told.outline == "polygon" and told.points is not None:
        yield from _of_points(told.width, told.height, told.points)
    elif told.points is not None:
        yield ("points",), "belong to the outline polygon"
    if told.outline != "rectangle":
        for name, value in (("area_ft2", told.area), ("centroid_ft", told.centroid)):
            if value is not None:
                yield (name,), f"follows from the outline {told.outline}: give one or the other"
    elif told.area is not None:
        yield from _of_area(told.width, told.height, told.area, told.centroid)
    elif told.centroid is not None:
        yield ("centroid_ft",), "belongs to area_ft2; of a rectangle it is the middle"


def area_of(points: Sequence[Point]) -> float:
    """Area within the points, ft2; negative where they go round to the right.

    >>> area_of([[0, 0], [4, 0], [0, 3]])
    6.0
    """
    return sum(_cross(a, b) for a, b in _edges(points)) / 2


def unit_of(area: float, box: float) -> str:
    """In what an area of the rectangle was given, if it looks like another unit than ft2.

    >>> unit_of(7.43, 80)
    'square metres'
    """
    for unit, size in (("square metres", FT2_PER_M2), ("square inches", 1 / 144)):
        if abs(area * size - box) <= NEAR * box:
            return unit
    return ""


def _of_area(width: float, height: float, area: float, centroid: float | None) -> Faults:
    box = width * height
    share = area / box
    if share > 1 + SAME:
        detail = f"{area:g} ft2 is more than width times height, {box:g} ft2"
        if unit := unit_of(area, box):
            detail += f"; {unit}?"
        elif unit_of(box, area) == "square metres":
            detail += "; width and height in metres?"
        elif abs(share - 2) <= NEAR:
            detail += "; both sides counted?"
        yield ("area_ft2",), detail
    elif centroid is not None:
        least, most = share * height / 2, (1 - share / 2) * height
        if not least * (1 - SAME) <= centroid <= most * (1 + SAME):
            lies = f"{least:g} to {most:g} ft above the lower edge"
            yield ("centroid_ft",), f"of {area:g} ft2 within {height:g} ft of height it lies {lies}"


def _of_points(width: float, height: float, points: Sequence[Point]) -> Faults:
    size = f"{width:g} ft wide and {height:g} ft high, from its lower left corner"
    for n, (x, z) in enumerate(points):
        if x > width * (1 + SAME) or z > height * (1 + SAME):
            yield ("points", n), f"lies outside the cabinet, which is {size}"
    again = [n for n, (a, b) in enumerate(_edges(points)) if list(a) == list(b)]
    if again:
        yield ("points", again[0]), "is followed by the same corner; the outline closes by itself"
        return
    if crossed := _crossing(points):
        yield ("points",), f"side {crossed[0] + 1} and side {crossed[1] + 1} of the outline meet"
    elif abs(area_of(points)) <= SAME * width * height:
        yield ("points",), "enclose no area"


def _edges(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    return zip(points, [*points[1:], points[0]], strict=True)


def _cross(a: Point, b: Point) -> float:
    return a[0] * b[1] - b[0] * a[1]


def _crossing(points: Sequence[Point]) -> tuple[int, int] | None:
    """Two sides of the outline that cross, touch or fold back on each other, if there are any."""
    sides = list(enumerate(_edges(points)))
    for (i, (a, b)), (j, (c, d)) in combinations(sides, 2):
        if j == i + 1 or (i == 0 and j == len(points) - 1):
            before, corner, after = (a, b, d) if j == i + 1 else (c, d, b)
            if _folds(before, corner, after):
                return i, j
        elif _meet(a, b, c, d):
            return i, j
    return None


def _folds(before: Point, corner: Point, after: Point) -> bool:
    """Whether the outline turns back on itself in a corner, or stands still."""
    u = before[0] - corner[0], before[1] - corner[1]
    v = after[0] - corner[0], after[1] - corner[1]
    return _cross(u, v) == 0 and u[0] * v[0] + u[1] * v[1] >= 0


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two stretches have a point in common."""
    c_of, d_of, a_of, b_of = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if c_of * d_of < 0 and a_of * b_of < 0:
        return True
    return any(
        turn == 0 and _within(p, q, r)
        for turn, p, q, r in ((c_of, a, b, c), (d_of, a, b, d), (a_of, c, d, a), (b_of, c, d, b))
    )


def _turn(a: Point, b: Point, c: Point) -> float:
    """Positive where the way from a by b to c turns to the left."""
    return _cross((b[0] - a[0], b[1] - a[1]), (c[0] - a[0], c[1] - a[1]))


def _within(a: Point, b: Point, c: Point) -> bool:
    """Whether c, on the line through a and b, lies between them."""
    return all(min(a[i], b[i]) <= c[i] <= max(a[i], b[i]) for i in (0, 1))
