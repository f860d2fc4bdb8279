"""What is known of planted posts: the model of their packs, in SI units."""

from typing import ClassVar, Literal

from apex_cli.packs.exposure_tables import One
from apex_cli.packs.model import Constant, Pack, Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Number
from apex_cli.records.model import Model
from apex_cli.vocabulary import Family

Metre = Constant[Literal["m"]]


class Boring(Model):
    """In which steps holes are bored, and how deep at most."""

    depth_increment: Metre
    maximum_depth: Metre


class GroundFactors(Sourced):
    """The ground factor of named ground: told where none is given, never taken."""

    units: Literal["kN/m3"]
    values: dict[Literal["good", "average", "poor"], Number]


class PlantedPostPack(Pack):
    """Rules for posts that are planted in a hole full of concrete."""

    family: ClassVar[Family] = "european"
    wind_standard: ClassVar[None] = None

    kind: Literal["footing"]
    method: Literal["planted-post"]
    concrete_unit_weight: Constant[Literal["kN/m3"]]
    construction: Boring
    resistance: One
    fulcrum: One
    least_planting: One
    ground: GroundFactors

    @property
    def shares(self) -> dict[str, Known]:
        """The two numbers of the method, by their symbols."""
        return {"k_G": self.resistance.number, "k_f": self.fulcrum.number}
