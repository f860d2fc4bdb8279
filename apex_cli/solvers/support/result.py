"""What the support calculation answers."""

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
    """Amounts for price books: of all poles together."""

    pole_lbf: float


class SupportResult(Struct, frozen=True, kw_only=True):
    """The pole that asks for most: what it carries, how far it is used.

    `second_order` is B2, the largest about either axis of any combination that bends the pole; it
    is in the moments.
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
    quantities: Quantities
    alternatives: list[Alternative]
    not_checked: list[str] = field(default_factory=list)
