"""The cage: where the bars stand in a pier, in the directions of bending that are looked at."""

from collections import Counter
from math import sqrt
from typing import Literal, NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import Bar
from apex_cli.solvers.support.equations import pier_section
from apex_cli.solvers.support.pier.section import Layer, Section

Shape = Literal["round", "square"]
_STANDS = "where the bars stand"


class Cage(NamedTuple):
    """Bars and ties in a pier.

    Args:
        shape: Round, or square with a bar in each corner.
        width: Diameter or side, in.
        f_c: Strength of the concrete, psi.
        f_y: Yield strength of the bars that counts, ksi.
        number: Vertical bars; of a square a multiple of four.
        bar: Such a bar.
        tie: A tie; None where there are none.
        cover: Clear cover of the ties, in.
        radius: From the middle to the middle of the bars at the side, in.
    """

    shape: Shape
    width: float
    f_c: float
    f_y: float
    number: float
    bar: Bar
    tie: Bar | None
    cover: float
    radius: float


def radius_of(width: float, cover: float, tie: Bar | None, bar: Bar, trace: Bare) -> float:
    """From the middle of the pier to the middle of the bars at its side, in."""
    d_t = trace.known(0.0, "no ties") if tie is None else tie.diameter
    return trace(pier_section.bar_circle, h_c=width, c_c=cover, d_t=d_t, d_b=bar.diameter)


def gross_area(shape: Shape, width: float, trace: Bare) -> float:
    """Gross area of the pier, in2."""
    areas = {"round": pier_section.round_gross_area, "square": pier_section.square_gross_area}
    return trace(areas[shape], h_c=width)


DIRECTIONS: dict[Shape, tuple[str, str]] = {
    "round": ("a bar at the edge", "the edge between two bars"),
    "square": ("bending about a side", "bending about the diagonal"),
}
"""The directions of bending of which one is the weakest: a cage is turned, or the wind."""


def section(cage: Cage, direction: int, trace: Bare) -> Section:
    """The section in one of the two directions of bending."""
    A_g = gross_area(cage.shape, cage.width, trace)
    A_st = trace(pier_section.steel_area, n_b=cage.number, A_b=cage.bar.area)
    rest = (cage.bar.area, A_g, A_st, cage.f_c, cage.f_y)
    name, h = DIRECTIONS[cage.shape][direction], cage.width
    if cage.shape == "round":
        return Section("round", name, h, _circle(cage, direction / 2, trace), *rest)
    if direction == 0:
        return Section("square", name, h, _square(cage, trace, corner=False), *rest)
    h = trace(pier_section.diagonal_depth, w_c=cage.width)
    return Section("corner", name, h, _square(cage, trace, corner=True), *rest)


def _circle(cage: Cage, turned: float, trace: Bare) -> tuple[Layer, ...]:
    """Bars on a circle, turned by a share of their spacing; those at one height together."""
    count = int(cage.number)
    halves = [2 * (k + turned) / count for k in range(count)]
    angles = Counter(round(180 * min(half, 2 - half), 9) for half in halves)
    return tuple(
        Layer(
            trace(
                pier_section.bar_height, r_s=cage.radius, theta_s=trace.known(angle, _STANDS)
            ),
            trace.known(number, _STANDS),
        )
        for angle, number in sorted(angles.items())
    )  # fmt: skip


def around_square(number: int, r: float) -> list[tuple[float, float]]:
    """Where bars stand along the sides of a square, one in each corner, in; r: half a side."""
    side = max(number // 4, 1)
    edge = [r * (1 - 2 * k / side) for k in range(side)]
    half = [(r, y) for y in edge] + [(x, -r) for x in edge]
    return half + [(-x, -y) for x, y in half]


def _square(cage: Cage, trace: Bare, *, corner: bool) -> tuple[Layer, ...]:
    """Bars along the sides of a square, one in each corner."""
    around = around_square(int(cage.number), float(cage.radius))
    heights = Counter(round((x + y) / sqrt(2) if corner else y, 9) for x, y in around)
    return tuple(
        Layer(trace.known(y, _STANDS), trace.known(number, _STANDS))
        for y, number in sorted(heights.items(), reverse=True)
    )
