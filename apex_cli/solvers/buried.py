"""What the footing calculation knows of a pier or a slab, for what is calculated after it."""

from typing import Literal

from msgspec import Struct

Broms = Literal["clay", "sand"]


class Buried(Struct, frozen=True):
    """A pier in its ground, as it is built.

    Args:
        shape: Round or square.
        width: Diameter or side, ft.
        length: The other side, ft; the width again where there is none.
        bearing: Width that bears against the ground, ft.
        depth: Of its bottom below grade, ft.
        reveal: How far it stands above grade, ft.
        lateral: Allowable lateral bearing per foot of depth, with all factors, psf/ft; None where
            the method has none, or layers have one each.
        level: Share of the strength-level load that allowable bearing goes with.
        broms: The ground that Broms' method has it in; None where the footing is not by it.
        strength: Undrained shear strength, psf.
        weight: Unit weight of the ground, pcf.
        angle: Angle of internal friction, degrees.
        idle: Depth from grade that resists nothing, ft.
        held: Whether a floor at grade is counted on.
        pole: How deep the project has a pole go into it, ft.
    """

    shape: Literal["round", "square"]
    width: float
    length: float
    bearing: float
    depth: float
    reveal: float
    lateral: float | None
    level: float
    broms: Broms | None
    strength: float | None
    weight: float | None
    angle: float | None
    idle: float
    held: bool
    pole: float | None


class Standing(Struct, frozen=True):
    """A stem on a slab: sides along the wind and across it (ft), area (ft2), weight (lbf)."""

    shape: Literal["round", "rectangle"]
    width: float
    length: float
    area: float
    weight: float


class Laid(Struct, frozen=True):
    """The slab of a spread footing, as it is built.

    Args:
        sides: Along the wind on the faces and across it, ft; where the wind may come from any
            direction the shorter one first.
        thickness: ft.
        depth: Of its bottom below grade, ft.
        round: Whether it is round.
        turning: Whether the wind may come from any direction.
        concrete: Unit weight of the concrete, pcf.
        soil: Weight of the soil on it, psf.
        sure: The same, as far as it counts against overturning.
        lift: Buoyancy of what counts so, psf.
        stem: What stands on it and fills up to grade.
        swapped: Whether its first side is not the one that the project has along the wind on the
            faces: what stands on it is turned with it, the stem already.
    """

    sides: tuple[float, float]
    thickness: float
    depth: float
    round: bool
    turning: bool
    concrete: float
    soil: float
    sure: float
    lift: float
    stem: Standing | None
    swapped: bool = False
