"""What an edition of ASCE 7 says of loads beside the wind: earthquake (to compare), and ice."""

from functools import cached_property
from typing import Annotated, Literal, get_args

from msgspec import Meta

from apex_cli.packs.exposure_tables import Line, One, require
from apex_cli.packs.model import Constant, Pack, Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Positive
from apex_cli.records.model import Model
from apex_cli.vocabulary import RiskCategory, ShortText

Second = Constant[Literal["s"]]


class Importance(Sourced):
    """The seismic importance factor by risk category."""

    units: Literal["1"]
    values: dict[RiskCategory, Positive]

    def consistent(self) -> None:
        """Every risk category has one."""
        require(holds=len(self.values) == len(get_args(RiskCategory)), message="has four factors")

    @cached_property
    def numbers(self) -> dict[RiskCategory, Known]:
        """Risk category to factor."""
        return {name: self.at("values", name, value=value) for name, value in self.values.items()}


class Level(Model):
    """How much of earthquake, wind and dead load stand in the combinations of a level."""

    name: ShortText
    level: Literal["strength", "asd"]
    seismic: Positive
    wind: Positive
    dead: Positive


class Levels(Sourced):
    """The combinations in which wind and earthquake stand for one another."""

    units: Literal["1"]
    rows: Annotated[list[Level], Meta(min_length=1)]

    @cached_property
    def numbers(self) -> list[tuple[Level, Known, Known, Known]]:
        """Each level with its factors of earthquake, wind and the least dead load."""
        return [
            (
                row,
                self.at("rows", i, "seismic", value=row.seismic),
                self.at("rows", i, "wind", value=row.wind),
                self.at("rows", i, "dead", value=row.dead),
            )
            for i, row in enumerate(self.rows)
        ]


class Seismic(Model):
    """The equivalent lateral force of a sign that stands on the ground."""

    response_modification: One
    importance: Importance
    floor: One
    floor_least: One
    near_fault_from: One
    near_fault: One
    rigid_below: Second
    rigid: One
    vertical: One
    exponent: Line
    period_coefficient: One
    period_exponent: One
    levels: Levels


class Ice(Model):
    """The weight of ice from freezing rain."""

    density: Constant[Literal["pcf"]]
    vertical_plate: One


class HazardsPack(Pack):
    """An edition's constants of the loads beside the wind."""

    edition: ShortText
    seismic: Seismic
    ice: Ice
