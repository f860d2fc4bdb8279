"""What a wind standard says of signs at buildings: the model of a building pack."""

from functools import cached_property
from typing import Annotated, Literal

from apex_cli.packs.combinations import Combinations
from apex_cli.packs.exposure_tables import Ft, Numbers, One, known_list, named, require
from apex_cli.packs.model import Constant, Pack, Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Number, Positive, field
from apex_cli.vocabulary import ExposureCategory, ShortText

WALL_ROWS = ("positive", "zone_4", "zone_5")


class AreaLines(Sourced):
    """Lines over the logarithm of the effective wind area: positive, zone_4, zone_5."""

    units: Literal["A in ft2, GC_p in 1"]
    areas_ft2: list[Positive]
    rows: dict[ShortText, list[Number]]

    def consistent(self) -> None:
        """The lines have the shape of their figure."""
        areas = self.areas_ft2
        rising = areas == sorted(set(areas)) and len(areas) > 1
        require(holds=rising, message="areas rise")
        require(holds=set(self.rows) == set(WALL_ROWS), message="has positive, zone_4 and zone_5")
        even = all(len(row) == len(areas) for row in self.rows.values())
        require(holds=even, message="has a value for each area")

    @cached_property
    def numbers(self) -> tuple[list[Known], dict[str, list[Known]]]:
        """Areas, and the name of a line to its values."""
        rows = {
            name: [self.at("rows", name, i, value=value) for i, value in enumerate(row)]
            for name, row in self.rows.items()
        }
        return known_list(self, "areas_ft2", self.areas_ft2), rows


class Wall(Sourced):
    """Walls of buildings that are no higher than a limit: components and cladding."""

    height_limit: Ft = field(description="Up to this mean roof height these coefficients hold.")
    gc_p: AreaLines
    zone_width: Annotated[Numbers, named("of_width", "of_height", "least_of_width")] = field(
        description="Shares that give the width a of zone 5."
    )
    least_zone_width: Ft
    low_roof: One = field(description="Factor that is permitted where the roof is nearly flat.")
    low_roof_slope: Constant[Literal["deg"]]
    least_height: dict[ExposureCategory, Ft] = field(
        default_factory=dict, description="Heights below which K_z is not taken, where there are."
    )


class Attached(Sourced):
    """Signs on walls, which take the pressures of the wall with GC_pi = 0."""

    gap: Ft = field(description="Up to this gap to the wall a sign counts as on it.")
    margin: Ft = field(description="So far inside the wall's edges a sign with a gap has to be.")


class Rooftop(Sourced):
    """Rooftop structures: GC_r falls with the share of the building that the sign covers."""

    gc_r: Annotated[Numbers, named("lateral", "uplift", "least")] = field(
        description="lateral and uplift where small, least where all is covered."
    )
    doubtful_above: Ft = field(description="Mean roof height above which an engineer is asked.")
    shares: Annotated[Numbers, named("full_to", "least_from")] = field(
        description="full_to and least_from, shares of B h or B L."
    )


class BuildingPack(Pack):
    """A wind standard's constants for signs at buildings; beside the exposure pack of the same."""

    edition: ShortText
    kd: One
    minimum_pressure: Constant[Literal["psf"]]
    dead_alone: Combinations = field(description="Combinations of the dead load without wind.")
    wall: Wall
    attached: Attached
    rooftop: Rooftop | None = None
