"""What the support calculation answers."""

from typing import Self

from msgspec import Struct, field

from apex_cli.solvers.support.lightest import Lightest
from apex_cli.solvers.support.pier.result import Embedment, PierResult
from apex_cli.solvers.support.plate.result import PlateRow
from apex_cli.solvers.support.slab.result import SlabResult


class Reaction(Struct, frozen=True):
    """What a load combination brings to grade, second-order effects with it.

    The strength combinations are there too where concrete is held under them. Each number is the
    largest of any case of the wind; the moment is the resultant. Axial force is compression,
    uplift negative. Of several poles there are rows of each, that of the answer first.
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
    """Amounts for price books: of all poles together; None of what is not known."""

    pole_lbf: float | None
    plate_lbf: float | None = None
    rods_lbf: float | None = None
    rebar_lbf: float | None = None


class EmbeddedRow(Struct, frozen=True):
    """The embedment that the pole needs, what it has, and what it needs by each reading."""

    required_depth_ft: float
    depth_ft: float
    readings: list[Embedment]


class SupportResult(Struct, frozen=True, kw_only=True):
    """The pole that asks for most: what it carries, how far it is used.

    `second_order` is B2, the largest about either axis of any combination that bends the pole; it
    is in the moments. What stands at and below grade (`plate`, `embedded`, `pier`, `slab`) is None
    where it was not checked; the plate is at the level of the method, concrete at strength level.
    """

    ratio: float | None
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
    plate: PlateRow | None
    embedded: EmbeddedRow | None
    pier: PierResult | None
    slab: SlabResult | None
    quantities: Quantities
    alternatives: list[Alternative]
    not_checked: list[str] = field(default_factory=list)

    @property
    def concrete_held(self) -> bool:
        """Whether the strength of the concrete of pier or slab was checked."""
        return any(
            one is not None and one.flexural_strength_kipft is not None
            for one in (self.pier, self.slab)
        )

    @property
    def foot_held(self) -> bool:
        """Whether the foot of the poles was checked: plate and rods, or the embedment."""
        return self.quantities.rods_lbf is not None or self.embedded is not None


class SelectedResult(SupportResult, frozen=True, kw_only=True):
    """The answer with what was asked to be chosen, the lightest first."""

    lightest: list[Lightest]

    @classmethod
    def of(cls, found: SupportResult, lightest: list[Lightest]) -> Self:
        """The answer, with these rows."""
        told = {name: getattr(found, name) for name in found.__struct_fields__}
        return cls(**told, lightest=lightest)
