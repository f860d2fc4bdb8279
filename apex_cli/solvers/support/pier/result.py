"""What the check of a pier answers; None is what was not checked."""

from typing import ClassVar

from msgspec import Struct, field

from apex_cli.packs.concrete import EmbedmentReading, MinReinforcement, ShearModel


class Bars(Struct):
    """Bars of one kind, as they are ordered."""

    mark: str
    size: int
    count: int
    length_ft: float
    spacing_in: float | None
    weight_lbf: float


class PierMoment(Struct):
    """Moment in the pier by one reading, and where."""

    reading: str
    moment_kipft: float
    depth_ft: float


class PierShear(Struct):
    """The largest shear of the pier by one reading."""

    reading: ShearModel
    shear_lbf: float


class Embedment(Struct):
    """How deep a pole must go into the concrete by one reading."""

    reading: EmbedmentReading
    required_depth_ft: float


class LeastSteel(Struct):
    """Least area of the vertical bars by one reading; of cracking, whether bars are needed."""

    reading: MinReinforcement
    area_in2: float | None
    needed: bool


class PierResult(Struct, kw_only=True):
    """A pier of one foundation; every foundation is built alike.

    `combination` is the one with the largest share of the flexural strength; `shear_lbf` is the
    largest of any. `friction_psf` is what would hold the torsion, at strength level.
    `rebar_lbf` is of one pier. What an envelope tells elsewhere is not reported here.
    """

    unreported: ClassVar[tuple[str, ...]] = (
        "rebar_lbf",
        "required_depth_ft",
        "embedments",
        "not_checked",
    )

    standard: str
    combination: str | None = None
    moment_kipft: float | None = None
    moment_depth_ft: float | None = None
    shear_lbf: float | None = None
    flexural_strength_kipft: float | None = None
    steel_ratio: float | None = None
    torsion_kipft: float | None = None
    friction_psf: float | None = None
    bar_length_ft: float | None = None
    development_in: float | None = None
    rebar_lbf: float | None = None
    required_depth_ft: float | None = None
    schedule: list[Bars] = field(default_factory=list)
    moments: list[PierMoment] = field(default_factory=list)
    shears: list[PierShear] = field(default_factory=list)
    least_steel: list[LeastSteel] = field(default_factory=list)
    embedments: list[Embedment] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)
