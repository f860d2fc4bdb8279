"""What EN 1991-1-4 says, as signs need it: the model of its exposure packs, in SI units."""

from functools import cached_property
from typing import Annotated, ClassVar, Literal, get_args

from apex_cli.packs.combinations import Combinations
from apex_cli.packs.exposure_tables import Line, Lines, Numbers, One, named, require
from apex_cli.packs.model import Constant, Pack, Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Positive
from apex_cli.records.model import Model
from apex_cli.vocabulary import Family, ShortText, TerrainCategory

ZONES: tuple[str, ...] = ("A", "B", "C", "D")
"""The zones of a wall from its free end."""

SLENDERNESS = (
    "circular_short", "circular_long", "rectangular_short", "rectangular_long", "most", "short_m",
    "long_m",
)  # fmt: skip


class RoughnessRow(Model):
    """Roughness length and least height of a terrain category."""

    z_0: Positive
    z_min: Positive


class RoughnessUnits(Model):
    """Units of the terrain table."""

    z_0: Literal["m"]
    z_min: Literal["m"]


class Roughness(Sourced):
    """Terrain categories and what their ground does to the wind."""

    units: RoughnessUnits
    rows: dict[TerrainCategory, RoughnessRow]

    def consistent(self) -> None:
        """Every category has a row."""
        complete = set(self.rows) == set(get_args(TerrainCategory))
        require(holds=complete, message="has rows 0, I, II, III and IV")

    @cached_property
    def numbers(self) -> dict[str, dict[str, Known]]:
        """Category to symbol to number."""
        return {
            category: {
                name: self.at("rows", category, name, value=value)
                for name, value in row.as_json().items()
            }
            for category, row in self.rows.items()
        }


class Board(Model):
    """Signboards, and which cabinets are one face."""

    rules: Annotated[Numbers, named("clearance", "square", "solid_above")]
    force: One
    eccentricity: One
    one_face_gap: One
    told_face_gap: One


class FreeWall(Model):
    """Free-standing walls: by length over height, with return corners, and partly open."""

    net: Lines
    return_corner: Numbers
    porous: Numbers
    starts_h: Numbers
    short_return_corner: Literal["none", "interpolate"]

    def consistent(self) -> None:
        """Each zone has its numbers."""
        given = (self.net.rows, self.return_corner.values, self.porous.values, self.starts_h.values)
        complete = all(tuple(one) == ZONES for one in given)
        require(holds=complete, message="has zones A, B, C and D")


class Member(Model):
    """Poles: circular cylinders and rectangular sections."""

    viscosity: Constant[Literal["mm2/s"]]
    roughness: Constant[Literal["mm"]]
    crisis: One
    before_crisis: One
    rectangle: Line
    slenderness: Annotated[Numbers, named(*SLENDERNESS)]
    end_effect: Line


class WindRange(Model):
    """Basic wind velocities that European maps usually show."""

    least: Constant[Literal["m/s"]]
    most: Constant[Literal["m/s"]]


class EurocodeWindPack(Pack):
    """EN 1991-1-4's constants, as signs need them."""

    family: ClassVar[Family] = "european"
    frequency: ClassVar[None] = None

    edition: ShortText
    method: Literal["en1991-1-4"]
    air_density: Constant[Literal["kg/m3"]]
    direction_factor: One
    season_factor: One
    probability: Annotated[Numbers, named("K", "n")]
    terrain: Roughness
    turbulence: One
    orography: One
    highest: Constant[Literal["m"]]
    structural_factor: One
    sign: Board
    wall: FreeWall
    member: Member
    combinations: Combinations
    map_range: WindRange

    @property
    def without_gust(self) -> str:
        """What is taken where the project says nothing of gusts."""
        return (
            f"The structural factor cscd is {self.structural_factor.value:g}, as for rigid signs; "
            "6.2 has no row for signs on posts, and nothing was estimated: a sign that sways "
            "slower than about once a second asks for 6.3.1."
        )
