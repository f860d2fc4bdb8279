"""What is said of the wind by somebody else than the code: a pressure, and least values."""

from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.records.fields import Place, field, refuse
from apex_cli.records.model import Model

Level = Literal["asd", "strength"]
Citation = Annotated[str, Meta(min_length=1, max_length=500)]

_NO_SOURCE = "must cite where it is written: ordinance and section, class, or report and date"


class GivenPressure(Model):
    """A wind pressure with its citation, in the place of a code's wind."""

    pressure_psf: Annotated[float, Meta(ge=0.1, le=2000)] = field(
        description="p: pressure on the face, psf; with force_coefficient, before that factor."
    )
    level: Level = field(
        description="asd: a working (allowable-stress, service) pressure; strength: a factored one."
    )
    source: Citation = field(description="Where the pressure is written; it is printed everywhere.")
    force_coefficient: Annotated[float, Meta(ge=0.1, le=10)] | None = field(
        default=None,
        description="Force coefficient that the pressure is still to be multiplied by; absent: the "
        "pressure holds as it stands.",
    )
    pole_coefficient: Annotated[float, Meta(ge=0, le=10)] | None = field(
        default=None,
        description="The same of poles, on their width; absent: that of the faces. 0: none.",
    )
    eccentricity: Annotated[float, Meta(ge=0, le=0.5)] | None = field(
        default=None,
        description="Case B: distance of the force from the middle, over the width; absent: the "
        "exposure pack's. 0: no Case B.",
    )

    def consistent(self) -> None:
        """The pressure is cited."""
        refuse(_uncited(self.source))


class LeastPressure(Model):
    """A row of an ordinance's table of least pressures."""

    to_ft: Annotated[float, Meta(ge=1, le=2000)] = field(
        description="Holds for what ends up to this height above grade, ft."
    )
    pressure_psf: Annotated[float, Meta(ge=0.1, le=2000)] = field(
        description="Least wind pressure, psf."
    )


class Local(Model):
    """What a local ordinance asks for beyond the code."""

    source: Citation = field(description="The ordinance and its section.")
    min_pressure_psf: Annotated[float, Meta(ge=0.1, le=2000)] | None = field(
        default=None, description="Least wind pressure on every face and pole, psf."
    )
    min_pressures: Annotated[list[LeastPressure], Meta(min_length=1, max_length=50)] | None = field(
        default=None, description="The same by height, in the place of min_pressure_psf."
    )
    level: Level = field(
        default="asd", description="Level of the least pressure; ordinances mean working loads."
    )
    overturning_ratio: Annotated[float, Meta(ge=0.05, le=1)] | None = field(
        default=None,
        description="Overturning moment at most so much of the dead load's resisting moment "
        "(spread footings): 0.667 of many ordinances.",
    )

    def consistent(self) -> None:
        """It is cited, and asks for something."""
        found = _uncited(self.source)
        rows = self.min_pressures or []
        if not rows and self.min_pressure_psf is None and self.overturning_ratio is None:
            found.append(((), "give min_pressure_psf or overturning_ratio: it asks for nothing"))
        if rows and self.min_pressure_psf is not None:
            found.append((("min_pressures",), "stands in the place of min_pressure_psf: give one"))
        for number, (row, upper) in enumerate(pairwise(rows), 1):
            if upper.to_ft <= row.to_ft:
                found.append((("min_pressures", number, "to_ft"), "must be above the row before"))
        refuse(found)


def _uncited(source: str) -> list[tuple[Place, str]]:
    return [] if source.strip() else [(("source",), _NO_SOURCE)]
