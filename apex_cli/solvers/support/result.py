"""What the support calculation answers."""

from typing import Self

from msgspec import Struct, field


class Reaction(Struct, frozen=True):
    """What a load combination brings to grade, second-order effects with it.

    Each number is the largest of any case of the wind; the moment is the resultant. Axial force is
    compression, uplift negative. Of several poles there are rows of each, that of the answer first.
    """

    combination: str
    axial_lbf: float
    shear_lbf: float
    moment_kipft: float
    torsion_kipft: float
    pole: str | None = None


class StageRow(Struct, frozen=True):
    """A stage of the pole, and which check asks most of it, where, in which combination."""

    name: str
    section: str
    bottom_ft: float
    top_ft: float
    weight_lbf: float | None
    ratio: float
    governed_by: str
    combination: str
    height_ft: float


class SteelRow(Struct, frozen=True):
    """What a stage is made of; the width is that across the wind on the faces."""

    stage: str
    material: str
    fy_ksi: float
    fu_ksi: float
    width_in: float
    depth_in: float
    wall_in: float
    design_wall_in: float


class PlaceRow(Struct, frozen=True):
    """A place where the pole was held, and which check asks most there."""

    name: str
    height_ft: float
    ratio: float
    governed_by: str
    combination: str


class ProfileRow(Struct, frozen=True):
    """A height of the pole: the largest moment, and how far the whole section is used.

    The ratio is that of all that acts together, without holes and welds.
    """

    height_ft: float
    stage: str
    moment_kipft: float
    ratio: float


class DeflectionRow(Struct, frozen=True):
    """How far the wind bends the pole at a height; the ratio is the height over it."""

    height_ft: float
    load: str
    inches: float
    ratio: float | None


class PoleRatio(Struct, frozen=True):
    """What one of several poles comes to."""

    name: str
    ratio: float


class Alternative(Struct, frozen=True):
    """The greatest ratio under another reading."""

    reading: str
    ratio: float


class Quantities(Struct, frozen=True):
    """Amounts for price books, of all poles together; None where no weight is given."""

    pole_lbf: float | None


class SupportResult(Struct, frozen=True, kw_only=True):
    """The pole that asks for most: what it carries, how far it is used.

    `second_order` is B2, the largest about either axis of any combination that bends the pole; it
    is in the moments.
    """

    ratio: float
    governed_by: str
    pole: str | None
    standard: str
    method: str
    second_order: float
    reactions: list[Reaction]
    stages: list[StageRow]
    steel: list[SteelRow]
    places: list[PlaceRow]
    profile: list[ProfileRow]
    deflection: list[DeflectionRow]
    poles: list[PoleRatio]
    quantities: Quantities
    alternatives: list[Alternative]
    not_checked: list[str] = field(default_factory=list)


class LightestRow(Struct, frozen=True, kw_only=True):
    """A section that passes every check; the overall lightest stands first.

    The rows of a family rise in weight. `width_in` is across the wind on the faces, `depth_in`
    along it; `ratio` is the greatest of any check, `governed_by` that check.
    """

    section: str
    family: str
    weight_plf: float
    width_in: float
    depth_in: float
    ratio: float
    governed_by: str


class LightestOfStage(LightestRow, frozen=True, kw_only=True):
    """The same in the place of one stage, the others as they stand."""

    stage: str


class SelectedResult(SupportResult, frozen=True, kw_only=True):
    """The answer with the sections that were asked for."""

    lightest: list[LightestRow]

    @classmethod
    def of(cls, found: SupportResult, lightest: list[LightestRow]) -> Self:
        """The answer, with these rows."""
        told = {name: getattr(found, name) for name in found.__struct_fields__}
        return cls(**told, lightest=lightest)
