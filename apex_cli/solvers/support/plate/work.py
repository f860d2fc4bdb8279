"""The rods with what reaches them, and the answer as it grows."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate.job import Foot
from apex_cli.solvers.support.plate.result import BaseResult, OtherReading
from apex_cli.solvers.support.plate.rods import Rod


class Work(NamedTuple):
    """The rods with what reaches them, where steps go, and the answer as it grows."""

    foot: Foot
    rod: Rod
    steel: tuple[Reaction, ...]
    strength: tuple[Reaction, ...]
    trace: Bare
    result: BaseResult

    def other(self, reading: str, quantity: str, value: float) -> None:
        """Tell what another reading makes of a number."""
        self.result.plate.alternatives.append(OtherReading(reading, quantity, value))
