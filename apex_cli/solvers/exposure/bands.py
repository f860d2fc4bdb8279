"""What of the poles stands in the wind: upright bands of them, each hidden by faces of its own."""

from collections.abc import Iterator
from itertools import pairwise
from math import sqrt

from msgspec import Struct
from msgspec.structs import replace

from apex_cli.project.poles import Poles
from apex_cli.solvers.exposure.equations.poles import place_of_pole
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.limits import SAME
from apex_cli.solvers.poles import Stage, outside

Edge = tuple[Face, int]
"""A side of a face: -1 the left one, 1 the right one."""


class Length(Struct, frozen=True):
    """An exposed length between two heights, ft; `bottom` None is the ground."""

    bottom: float | None
    top: float


class Band(Struct, frozen=True):
    """Poles side by side, or a part of one, of which the same lengths stand in the wind.

    Args:
        first: Number of the first pole, from 1.
        last: Number of the last one.
        part: Number of the part of the pole, from 1; 0: the poles are whole.
        left: What bounds a part on the left; None: the pole's own side.
        right: The same on the right.
        lengths: The exposed lengths, from the ground up.
    """

    first: int
    last: int
    part: int
    left: Edge | None
    right: Edge | None
    lengths: tuple[Length, ...]

    def name(self, count: int) -> str:
        """What it is called among so many poles."""
        if self.last - self.first + 1 == count and not self.part:
            return "pole"
        if self.first != self.last:
            return f"poles {self.first} to {self.last}"
        whole = "pole" if count == 1 else f"pole {self.first}"
        return f"{whole}, part {self.part}" if self.part else whole


def bands_of(poles: Poles, stage: Stage, hiding: list[Face]) -> list[Band]:
    """The bands of a stage of the poles, from left to right; what is hidden all along is none.

    Args:
        poles: The poles.
        stage: The stage, over the heights where it is the outer one.
        hiding: The faces that hide what stands behind them.
    """
    found: list[Band] = []
    for k in range(1, poles.count + 1):
        parts = _parts(k, place_of(poles, k), stage, hiding)
        if len(parts) > 1:
            found += [replace(part, part=n) for n, part in enumerate(parts, 1)]
        elif found and not found[-1].part and found[-1].lengths == parts[0].lengths:
            found[-1] = replace(found[-1], last=k)
        else:
            found += parts
    return [band for band in found if band.lengths]


def place_of(poles: Poles, k: int) -> float:
    """Where pole k stands, ft from the support's axis."""
    return place_of_pole(k=k, N=poles.count, a=poles.spacing_ft)


def half_width(stage: Stage) -> float:
    """Half the width that a stage shows to the wind, where it is widest, ft."""
    widest = max(stage.width, stage.top_width or 0.0) / 24
    return widest * sqrt(2) if stage.shape == "square_diagonal" else widest


def half_beside(stages: tuple[Stage, ...], face: Face) -> float:
    """Half the width of the poles at the height of a face, ft; above the poles, of their top."""
    near = [one for one in outside(stages) if one.bottom < face.top and one.top > face.bottom]
    return max(map(half_width, near or stages[-1:]))


def side(edge: Edge) -> float:
    """Where this side of the face is, ft from the support's axis."""
    face, way = edge
    return face.offset + way * face.width / 2


def exposed(hiding: list[Face], top: float, bottom: float = 0.0) -> Iterator[Length]:
    """The lengths of pole, from the ground or this height up, that none of these faces hides."""
    reached: float | None = bottom or None
    dust = SAME * top
    for face in sorted(hiding, key=lambda face: face.bottom):
        if top - face.bottom <= dust:
            break
        if face.bottom - (reached or 0.0) > dust:
            yield Length(reached, face.bottom)
        if face.top > (reached or 0.0):
            reached = face.top
    if top - (reached or 0.0) > dust:
        yield Length(reached, top)


def _parts(k: int, x: float, stage: Stage, hiding: list[Face]) -> list[Band]:
    """The parts of a pole between the sides of faces; neighbours exposed alike are one."""
    half = half_width(stage)
    dust = 2 * half * SAME
    edges: list[Edge] = [(face, way) for face in hiding for way in (-1, 1)]
    inside = sorted((edge for edge in edges if abs(side(edge) - x) < half - dust), key=side)
    cuts: list[Edge | None] = [None, *inside, None]
    found: list[Band] = []
    for left, right in pairwise(cuts):
        from_x = x - half if left is None else side(left)
        to_x = x + half if right is None else side(right)
        if to_x - from_x <= dust:
            continue
        middle = (from_x + to_x) / 2
        covering = [face for face in hiding if face.covers(middle)]
        lengths = tuple(exposed(covering, stage.top, stage.bottom))
        if found and found[-1].lengths == lengths:
            found[-1] = replace(found[-1], right=right)
        else:
            found.append(Band(k, k, 0, left, right, lengths))
    return found
