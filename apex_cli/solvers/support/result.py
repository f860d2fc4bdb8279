"""What the support calculation answers."""

from msgspec import Struct, field

from apex_cli.solvers.support.pier.result import Embedment, PierResult
from apex_cli.solvers.support.plate.result import PlateRow
from apex_cli.solvers.support.slab.result import SlabResult


class Reaction(Struct, frozen=True):
    """What a load combination brings to grade, second-order effects with it.

    The strength combinations are there too where concrete is held under them.
    Each number is the largest of any case of the wind; the moment is the resultant.
    """

    combination: str
    axial_lbf: float
    shear_lbf: float
    moment_kipft: float
    torsion_kipft: float


class StageRow(Struct, frozen=True):
    """A stage of the pole, and which check asks most of it, where, in which combination."""

    name: str
    section: str
    bottom_ft: float
    top_ft: float
    weight_lbf: float
    ratio: float
    governed_by: str
    combination: str
    height_ft: float


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
    """Amounts for price books: of all poles together; None of what was not made out."""

    pole_lbf: float
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

    `second_order` is B2, the largest of any combination; it is in the moments. What stands at and
    below grade (`plate`, `embedded`, `pier`, `slab`) is None where it was not checked; the plate is
    at the level of the method, the concrete at strength level.
    """

    standard: str
    method: str
    pole: str | None
    ratio: float
    governed_by: str
    second_order: float
    reactions: list[Reaction]
    stages: list[StageRow]
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
