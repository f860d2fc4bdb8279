"""Load combinations of dead load and wind, as a pack has them."""

from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.packs.model import Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Number
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText


class Combination(Model):
    """A load combination of dead load and wind."""

    name: ShortText
    level: Literal["strength", "asd"]
    dead: Number
    wind: Number


class Combinations(Sourced):
    """The load combinations that govern signs."""

    units: Literal["1"]
    rows: Annotated[list[Combination], Meta(min_length=2)]

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
