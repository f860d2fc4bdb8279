"""A cantilever by statics: what acts above a height, and its curvature integrated twice.

Written from the laws of statics without sight of the solver, which sums moments of areas.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

E = 29000.0


class Force(NamedTuple):
    """A force of the wind, lbf, spread evenly from one height to another, ft.

    Args:
        size: lbf.
        bottom: From which height; with the top the same it acts at one height.
        top: To which.
        offset: How far off the axis what it acts on stands, with its sign, ft.
        arm: How far off that it acts, to the worse side, ft.
    """

    size: float
    bottom: float
    top: float
    offset: float = 0.0
    arm: float = 0.0


class Weight(NamedTuple):
    """A weight, lbf, spread evenly from one height to another, and how far off the axis, ft."""

    size: float
    bottom: float
    top: float
    offset: float = 0.0


class Piece(NamedTuple):
    """A length of pole: its ends, ft, its width, in, and its second moment of area, in4."""

    bottom: float
    top: float
    width: float
    I: float  # noqa: E741 - the symbol of the code


class Inside(NamedTuple):
    """What a height carries: lbf, kip-ft; the moment of weights is in the sign's plane."""

    shear: float
    moment: float
    torsion: float
    axial: float
    moment_of_weights: float


def _above(bottom: float, top: float, z: float) -> tuple[float, float]:
    """Share of an even spread above a height, and where that share's middle is."""
    if top <= bottom:
        return float(top > z), top
    low = min(max(z, bottom), top)
    return (top - low) / (top - bottom), (top + low) / 2


def inside(z: float, forces: Sequence[Force], weights: Sequence[Weight]) -> Inside:
    """What a height carries of all that acts above it."""
    V = M = T_offset = T_arm = N = across = 0.0
    for force in forces:
        share, middle = _above(force.bottom, force.top, z)
        part = force.size * share
        V += part
        M += part * (middle - z) / 1000
        T_offset += part * force.offset / 1000
        T_arm += part * force.arm / 1000
    for weight in weights:
        share, _ = _above(weight.bottom, weight.top, z)
        N += weight.size * share
        across += weight.size * share * weight.offset / 1000
    return Inside(V, M, abs(T_offset) + T_arm, N, across)


class Row(NamedTuple):
    """A pole of a row: how many there are, its distance off the middle, and all those squared."""

    number: int
    x: float
    squares: float

    def share(self, lever: float) -> float:
        """This pole's share of a force that far off the middle: it turns the rigid row."""
        return 1 / self.number + lever * self.x / self.squares


def inside_of_row(z: float, forces: Sequence[Force], weights: Sequence[Weight], row: Row) -> Inside:
    """What a height of one pole of a row carries: its shears carry the torsion of the whole."""
    V = M = V_arm = M_arm = N = 0.0
    for force in forces:
        share, middle = _above(force.bottom, force.top, z)
        part, lever = force.size * share, (middle - z) / 1000
        V += part * row.share(force.offset)
        M += part * row.share(force.offset) * lever
        turned = part * force.arm * abs(row.x) / row.squares
        V_arm += turned
        M_arm += turned * lever
    for weight in weights:
        share, _ = _above(weight.bottom, weight.top, z)
        N += weight.size * share * row.share(weight.offset)
    return Inside(abs(V) + V_arm, abs(M) + M_arm, 0.0, N, 0.0)


def _inertia(z: float, pieces: Sequence[Piece]) -> float:
    """In a lap the outer of two counts."""
    return max((one for one in pieces if one.bottom <= z <= one.top), key=lambda one: one.width).I


def sway(
    heights: Sequence[float], pieces: Sequence[Piece], forces: Sequence[Force], cells: int = 40
) -> list[float]:
    """Deflections (in) at heights (ft), rising: M/EI over length is slope, slope over length way.

    Above the pieces nothing bends: the tip's slope goes on.

    Args:
        heights: Where, ft.
        pieces: The pole, fixed at grade.
        forces: What bends it.
        cells: How many lengths, of which each ends where a load or a piece does.
    """
    tip = max(one.top for one in pieces)
    ends = [end for one in pieces for end in (one.bottom, one.top)]
    ends += [end for one in forces for end in (one.bottom, one.top)]
    marks = sorted({0.0, tip, *(end for end in (*ends, *heights) if 0 < end < tip)})
    slope = way = 0.0
    at = {0.0: 0.0}
    for bottom, top in pairwise(marks):
        inertia = _inertia((bottom + top) / 2, pieces)
        parts = max(1, round(cells * (top - bottom) / tip))
        step = (top - bottom) / parts
        for n in range(parts):
            low = bottom + n * step
            first, middle, last = (
                12000 * inside(low + share * step, forces, ()).moment / (1000 * E * inertia)
                for share in (0.0, 0.5, 1.0)
            )
            half = slope + 12 * step * (5 * first + 8 * middle - last) / 24
            end = slope + 12 * step * (first + 4 * middle + last) / 6
            way += 12 * step * (slope + 4 * half + end) / 6
            slope = end
        at[top] = way
    return [at[z] if z <= tip else at[tip] + slope * 12 * (z - tip) for z in heights]
