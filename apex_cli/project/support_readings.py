"""What a project chooses of the support where the standards leave a choice."""

from typing import Literal

from apex_cli.records.fields import field
from apex_cli.records.model import Model

Stability = Literal["direct", "effective_length"]
A500Edition = Literal["before_21", "21"]
PierMoment = Literal["larger", "ibc_limit", "rigid", "broms"]
ShearModel = Literal["rigid", "applied"]
MinReinforcement = Literal["one_percent", "half_percent", "cracking", "as_given"]
EmbedmentReading = Literal["plastic", "elastic", "pci"]
PlateBending = Literal["45deg", "dg1_cantilever", "full_width"]
StandoffReading = Literal["always", "ignore_to_1d", "ignore_to_2d"]
PierEdge = Literal["circle", "inscribed_square"]
LapReading = Literal["cone", "offset"]
RodInteraction = Literal["line", "power"]


class SupportReadings(Model):
    """Choices that the standard leaves open; absent: the default, told in the assumptions."""

    stability: Stability | None = field(
        default=None,
        description="Direct analysis with reduced stiffness and K = 1, or the effective length.",
    )
    a500_edition: A500Edition | None = field(
        default=None, description="ASTM A500 before its 2021 edition, or that edition."
    )
    pier_moment: PierMoment | None = field(
        default=None,
        description="Moment of a pier below grade: by the allowable pressure of the IBC, of a "
        "rigid pier, by Broms where the footing is, or the largest of them.",
    )
    shear_model: ShearModel | None = field(
        default=None,
        description="Shear of a pier: of the rigid pier in its ground, or that at grade alone.",
    )
    min_reinforcement: MinReinforcement | None = field(
        default=None,
        description="Least steel of a pier: 1 % or 0.5 % of its area, its cracking moment, or "
        "whatever it has.",
    )
    embedment: EmbedmentReading | None = field(
        default=None,
        description="How an embedded pole bears: plastic blocks, elastic triangles without the "
        "shear, or the haunch of PCI.",
    )
    plain_pier: bool | None = field(
        default=None, description="Whether a pier without bars is meant, and checked as plain."
    )
    plain_slab: bool | None = field(
        default=None,
        description="Whether a slab without bars at the bottom is meant, and checked as plain.",
    )
    plate_bending: PlateBending | None = field(
        default=None,
        description="Width of plate that carries a rod: spread by 45 degrees; or the whole width "
        "for all rods, at the line of Design Guide 1 or at the pole's face.",
    )
    standoff: StandoffReading | None = field(
        default=None,
        description="Bending of rods over the gap below the plate: always, or only where the gap "
        "is more than one or two diameters.",
    )
    pier_edge: PierEdge | None = field(
        default=None,
        description="Edge of a round pier beside rods: the circle, or the square within.",
    )
    lap: LapReading | None = field(
        default=None,
        description="Bars beside rods: developed above the cone, or lapped with the offset added.",
    )
    rod_interaction: RodInteraction | None = field(
        default=None, description="Tension and shear of rods in concrete: the line or the power."
    )
