"""The outline of a cabinet or of a pole's section as corners, for the drawing."""

from math import cos, pi, sin

from apex_cli.vocabulary import JsonObject

ROUND = 48
"""Corners that stand for an ellipse."""


def corners(face: JsonObject) -> list[tuple[float, float]]:
    """Corners of a cabinet that is no rectangle, ft from its lower left corner; else none.

    >>> corners({"width_ft": 4, "height_ft": 2, "outline": "triangle_up"})
    [(0, 0), (4, 0), (2.0, 2)]
    """
    width, height = face["width_ft"], face["height_ft"]
    match face.get("outline"):
        case "triangle_up":
            return [(0, 0), (width, 0), (width / 2, height)]
        case "triangle_down":
            return [(0, height), (width, height), (width / 2, 0)]
        case "ellipse":
            turns = [2 * pi * k / ROUND for k in range(ROUND)]
            return [(width * (1 + cos(t)) / 2, height * (1 + sin(t)) / 2) for t in turns]
        case "polygon":
            return [(x, z) for x, z in face["points"]]
    return []


SIDES = {"hexagonal": 6, "octagonal": 8}
"""Sides of a pole's section that has not four."""


def polygon(count: int, half: float) -> list[tuple[float, float]]:
    """Corners of a section of equal sides around its axis, one side towards the wind.

    Args:
        count: How many sides.
        half: Half its width across two sides.

    >>> [(round(x), round(y)) for x, y in polygon(4, 5)]
    [(-5, 5), (-5, -5), (5, -5), (5, 5)]
    """
    radius, first = half / cos(pi / count), pi / 2 + pi / count
    turns = [first + 2 * pi * k / count for k in range(count)]
    return [(radius * cos(t), radius * sin(t)) for t in turns]
