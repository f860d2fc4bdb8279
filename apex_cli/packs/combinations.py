"""Load combinations of dead load and wind, as a pack has them."""

from functools import cached_property
from typing import Annotated, Literal, get_args

from msgspec import Meta

from apex_cli.packs.model import Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Positive, Refused, Unsigned
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

Level = Literal["strength", "asd"]


class Combination(Model):
    """A load combination of dead load and wind."""

    name: ShortText
    level: Level
    dead: Positive
    wind: Unsigned


class Combinations(Sourced):
    """The load combinations that govern signs."""

    units: Literal["1"]
    rows: Annotated[list[Combination], Meta(min_length=2)]

    def consistent(self) -> None:
        """Both levels have their combinations."""
        if len({row.level for row in self.rows}) != len(get_args(Level)):
            raise Refused((("rows",), "must have combinations at strength and at asd level"))

    @cached_property
    def numbers(self) -> list[tuple[Combination, Known, Known]]:
        """Each combination with its factors of dead load and wind."""
        return [
            (
                row,
                self.at("rows", i, "dead", value=row.dead),
                self.at("rows", i, "wind", value=row.wind),
            )
            for i, row in enumerate(self.rows)
        ]

    @cached_property
    def working(self) -> tuple[Known, Known]:
        """The factors of D + 0.6W: on the wind and on the dead load."""
        return next((wind, dead) for row, dead, wind in self.numbers if row.level == "asd")
