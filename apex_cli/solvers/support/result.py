"""What the support calculation answers."""

from dataclasses import dataclass, field

from apex_cli.solvers.support.plate.result import PlateRow


@dataclass(slots=True)
class Reaction:
    """What a load combination brings to grade, second-order effects with it.

    Each number is the largest of any case of the wind; the moment is the resultant.
    """

    combination: str
    axial_lbf: float
    shear_lbf: float
    moment_kipft: float
    torsion_kipft: float


@dataclass(slots=True)
class StageRow:
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


@dataclass(slots=True)
class DeflectionRow:
    """How far the wind bends the pole at a height; the ratio is the height over it."""

    height_ft: float
    load: str
    inches: float
    ratio: float | None


@dataclass(slots=True)
class PoleRatio:
    """What one of several poles comes to."""

    name: str
    ratio: float


@dataclass(slots=True)
class Alternative:
    """The greatest ratio under another reading."""

    reading: str
    ratio: float


@dataclass(slots=True)
class Quantities:
    """Amounts for price books: of all poles together."""

    pole_lbf: float
    plate_lbf: float | None = None
    rods_lbf: float | None = None


@dataclass(slots=True, kw_only=True)
class SupportResult:
    """The pole that asks for most: what it carries, how far it is used.

    `second_order` is B2, the largest of any combination; it is in the moments.
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
    plate: PlateRow | None = None
    quantities: Quantities
    alternatives: list[Alternative]
    not_checked: list[str] = field(default_factory=list)
