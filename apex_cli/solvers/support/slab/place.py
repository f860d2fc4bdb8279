"""What is checked: the slab in its place, what stands on it, and the loads that reach it."""

from typing import Literal, NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers.support.equations import slab_press as eq
from apex_cli.solvers.support.foot import Reaction

Shape = Literal["round", "rectangle"]


class Column(NamedTuple):
    """What stands on the slab, in the middle of it: a stem, or a pole with or without a base plate.

    Args:
        shape: In plan.
        width: Side along the wind on the faces, or diameter, in.
        length: Side across it, or diameter, in.
        plate: Shape and width (in) of a steel base plate on the slab.
    """

    shape: Shape
    width: float
    length: float
    plate: tuple[Shape, float] | None = None


class Place(NamedTuple):
    """The slab as the footing has it.

    Args:
        sides: Along the wind on the faces and across it, ft.
        thickness: ft.
        depth: Of the bottom below grade, ft.
        column: What stands on it.
        concrete_pcf: Unit weight of the concrete.
        soil_psf: Weight of the soil on the slab, beside the stem.
        stem_lbf: Weight of the stem.
        stem_ft2: Plan area of the stem, where no soil lies.
        sure_psf: The same where less is worse, with a factor below 1: as far as it surely lies
            there; None: the same.
        lift_psf: Buoyancy of slab and soil, where less is worse: ground water may fall.
        round: Whether the slab is round in plan.
        turning: Whether the wind may come from any direction.
    """

    sides: tuple[float, float]
    thickness: float
    depth: float
    column: Column
    concrete_pcf: float
    soil_psf: float = 0.0
    stem_lbf: float = 0.0
    stem_ft2: float = 0.0
    sure_psf: float | None = None
    lift_psf: float = 0.0
    round: bool = False
    turning: bool = False


class Loading(NamedTuple):
    """One combination at strength level.

    Args:
        reaction: At grade.
        dead: Factor of the dead load in it.
        along: Whether the wind comes along the sign: the moment bends the slab along its other
            side.
        across: Moment of weights off the axis, at right angles to the wind's on the faces, kip-ft.
    """

    reaction: Reaction
    dead: float
    along: bool = False
    across: float = 0.0


def critical_widths(column: Column, trace: Bare) -> tuple[float, float]:
    """Between the critical sections on both sides of the column, along both sides, in."""
    first = _critical(column, column.width, trace)
    if column.shape == "round" or column.width == column.length:
        return first, first
    return first, _critical(column, column.length, trace)


def _critical(column: Column, side: float, trace: Bare) -> float:
    face = trace(eq.square_of_round, D_k=side) if column.shape == "round" else side
    if column.plate is None:
        return face
    shape, width = column.plate
    edge = trace(eq.square_of_round, D_k=width) if shape == "round" else width
    return trace(eq.half_way, c_k=face, c_p=edge)
