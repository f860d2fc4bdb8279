"""What a selection proposes: each row passes every check that is held of it.

`ratio` is the greatest of any check of what is chosen, `governed_by` that check. Weights of plate,
rods, cage and mats are of one pole or foundation.
"""

from msgspec import Struct


class LightestRow(Struct, frozen=True, kw_only=True):
    """A section that passes every check above grade; the overall lightest stands first.

    The rows of a family rise in weight. `width_in` is across the wind on the faces, `depth_in`
    along it. `foot_ratio` is the greatest ratio of the foot as the project has it, under this
    section, and `foot_governed_by` that check, or why it does not fit; None where there is no foot.
    """

    section: str
    family: str
    weight_plf: float
    width_in: float
    depth_in: float
    ratio: float
    governed_by: str
    foot_ratio: float | None = None
    foot_governed_by: str | None = None


class LightestOfStage(LightestRow, frozen=True, kw_only=True):
    """The same in the place of one stage, the others as they stand."""

    stage: str


class LightestPlate(Struct, frozen=True, kw_only=True):
    """The lightest plate of a width."""

    width_in: float
    thickness_in: float
    weight_lbf: float
    ratio: float
    governed_by: str


class LightestRods(Struct, frozen=True, kw_only=True):
    """The lightest rods of a grade, count and diameter; the rows of a grade rise in weight."""

    grade: int
    count: int
    diameter_in: float
    circle_in: float
    embedment_in: float
    weight_lbf: float
    ratio: float
    governed_by: str


class LightestPier(Struct, frozen=True, kw_only=True):
    """The lightest cage with these bars and this size of ties."""

    bars_count: int
    bars_size: int
    ties_size: int | None
    ties_spacing_in: float | None
    weight_lbf: float
    ratio: float
    governed_by: str


class LightestSlab(Struct, frozen=True, kw_only=True):
    """The lightest mats of these sizes of bars; no top where nothing bends the slab that way."""

    bottom_size: int
    bottom_spacing_in: float
    top_size: int | None
    top_spacing_in: float | None
    weight_lbf: float
    ratio: float
    governed_by: str


Lightest = LightestRow | LightestPlate | LightestRods | LightestPier | LightestSlab
