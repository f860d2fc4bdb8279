"""What EN 1997-1 says about spread footings: the model of its footing packs, in SI units."""

from functools import cached_property
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from apex_cli.packs.exposure_tables import Numbers, named
from apex_cli.packs.model import Constant, Pack, Share, Sourced, in_steps
from apex_cli.quantities import Known
from apex_cli.records.fields import Positive
from apex_cli.records.model import Model
from apex_cli.vocabulary import Family, ShortText


class FactorSet(Model):
    """A set of partial factors: on actions, on the ground, on resistances."""

    name: ShortText
    approaches: list[Literal["DA1", "DA1-1", "DA1-2", "DA2", "DA3"]]
    permanent: Positive
    permanent_favourable: Positive
    variable: Positive
    friction: Positive
    cohesion: Positive
    undrained: Positive
    bearing: Positive
    sliding: Positive


FACTORS = (
    "permanent", "permanent_favourable", "variable", "friction", "cohesion", "undrained", "bearing",
    "sliding",
)  # fmt: skip
"""The factors of a set, as a project may give them too."""


class FactorSets(Sourced):
    """The sets of the design approaches."""

    units: Literal["1"]
    rows: Annotated[list[FactorSet], Meta(min_length=1)]

    @cached_property
    def numbers(self) -> list[tuple[FactorSet, dict[str, Known]]]:
        """Each set with its factors."""
        return [
            (row, {name: self.at("rows", i, name, value=getattr(row, name)) for name in FACTORS})
            for i, row in enumerate(self.rows)
        ]


class Digging(Model):
    """Steps in which footings are made, and how wide at most."""

    plan_increment: Constant[Literal["m"]]
    maximum_width: Constant[Literal["m"]]

    def consistent(self) -> None:
        """Sizes are few enough to be tried."""
        in_steps(self.maximum_width, self.plan_increment)


class EurocodeFootingPack(Pack):
    """EN 1997-1's rules for spread footings."""

    family: ClassVar[Family] = "european"
    wind_standard: ClassVar[None] = None

    kind: Literal["footing"]
    method: Literal["en1997-1"]
    concrete_unit_weight: Constant[Literal["kN/m3"]]
    construction: Digging
    factors: FactorSets
    equilibrium: Annotated[Numbers, named("stabilising", "destabilising", "variable")]
    eccentricity: Share
    undrained_sliding: Share
