"""What the support calculation answers."""

from dataclasses import dataclass, field


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
    weight_lbf: float | None
    ratio: float
    governed_by: str
    combination: str
    height_ft: float


@dataclass(slots=True)
class SteelRow:
    """What a stage is made of; the width is that across the wind on the faces."""

    stage: str
    material: str
    fy_ksi: float
    fu_ksi: float
    width_in: float
    depth_in: float
    wall_in: float
    design_wall_in: float


@dataclass(slots=True)
class PlaceRow:
    """A place where the pole was held, and which check asks most there."""

    name: str
    height_ft: float
    ratio: float
    governed_by: str
    combination: str


@dataclass(slots=True)
class ProfileRow:
    """A height of the pole: the largest moment, and how far the whole section is used.

    The ratio is that of all that acts together, without holes and welds.
    """

    height_ft: float
    stage: str
    moment_kipft: float
    ratio: float


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
    """Amounts for price books, of all poles together; None where no weight is given."""

    pole_lbf: float | None


@dataclass(slots=True, kw_only=True)
class SupportResult:
    """The pole that asks for most: what it carries, how far it is used.

    `second_order` is B2, the largest of any combination; it is in the moments.
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
