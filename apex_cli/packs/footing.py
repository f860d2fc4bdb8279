"""The footing pack: presumptive soil values, rules of a method, habits of construction."""

from functools import cached_property
from typing import Annotated, Literal, get_args

from msgspec import Meta

from apex_cli.packs.model import Constant, Pack, Share, Sourced, in_steps
from apex_cli.quantities import Known
from apex_cli.records.fields import Positive, Refused, field
from apex_cli.records.model import Model
from apex_cli.vocabulary import LongText, ShortText

Reading = Literal["d<=12", "d/3<=12"]
Method = Literal["ibc-1807.3", "broms-clay", "broms-sand"]
Column = Literal["vertical", "lateral", "friction", "cohesion"]
COLUMNS: tuple[Column, ...] = get_args(Column)


class SoilRow(Model):
    """A row of the table of presumptive values."""

    number: Annotated[int, Meta(ge=1)] = field(alias="class", description="Row of the table.")
    materials: LongText = field(description="The class in words.")
    vertical: Positive = field(description="Vertical foundation pressure.")
    lateral: Positive = field(description="Lateral bearing per foot of depth.")
    friction: Positive | None = field(description="Coefficient of sliding friction.")
    cohesion: Positive | None = field(description="Cohesion for sliding.")


class SoilUnits(Model):
    """Units of the columns."""

    vertical: Literal["psf"]
    lateral: Literal["psf/ft"]
    friction: Literal["1"]
    cohesion: Literal["psf"]


class PresumptiveTable(Sourced):
    """Presumptive load-bearing values, one row a class of materials."""

    units: SoilUnits
    rows: Annotated[list[SoilRow], Meta(min_length=1)]

    @cached_property
    def cells(self) -> dict[tuple[int, Column], Known | None]:
        """Class and column to cell, knowing where it stands; None where the page has a dash."""
        return {
            (row.number, column): None
            if (value := getattr(row, column)) is None
            else self.at("rows", index, column, value=value)
            for index, row in enumerate(self.rows)
            for column in COLUMNS
        }

    @property
    def words(self) -> str:
        """The classes in one line, for an error that asks for one of them."""
        return "; ".join(f"{row.number}: {row.materials}" for row in self.rows)

    def consistent(self) -> None:
        """The rows are numbered as the page numbers them."""
        if [row.number for row in self.rows] != list(range(1, len(self.rows) + 1)):
            raise Refused("the classes must be numbered 1, 2, 3 …")


class Combinations(Model):
    """Allowable-stress factors on wind and on the dead load that resists it."""

    wind: Constant[Literal["1"]]
    dead: Constant[Literal["1"]]


class Materials(Model):
    """Unit weights."""

    concrete_unit_weight: Constant[Literal["pcf"]]
    soil_unit_weight: Constant[Literal["pcf"]]
    water_unit_weight: Constant[Literal["pcf"]]


class Construction(Model):
    """How deep one digs, in which steps, and how much concrete covers steel."""

    depth_increment: Constant[Literal["ft"]]
    minimum_depth: Constant[Literal["ft"]]
    rig_depth: Constant[Literal["ft"]]
    maximum_depth: Constant[Literal["ft"]]
    concrete_cover: Constant[Literal["in"]]


class PierRules(Model):
    """Depth over width within which the methods for short piers are taken at their word."""

    least_slenderness: Constant[Literal["1"]]
    greatest_slenderness: Constant[Literal["1"]]


class TorsionRules(Model):
    """When torsion on a pier needs an engineer."""

    review_above: Constant[Literal["psf"]]


class LateralRules(Model):
    """How presumptive lateral bearing may grow (IBC 1806.3, 1807.3.2)."""

    isolated_pole_factor: Constant[Literal["1"]]
    growth_limit: Constant[Literal["1"]]
    depth_limit: Constant[Literal["ft"]]
    default_reading: Reading = field(description="Reading of the 12-ft rule unless one is chosen.")

    @cached_property
    def limits_ft(self) -> dict[Reading, float]:
        """Depth at which the lateral bearing at d/3 stops growing under each reading, ft."""
        limit, growth = self.depth_limit.value, 3 * self.growth_limit.value
        return {"d<=12": min(limit, growth), "d/3<=12": min(3 * limit, growth)}


class SpreadRules(Model):
    """Rules for spread footings."""

    plan_increment: Constant[Literal["ft"]]
    maximum_width: Constant[Literal["ft"]]
    default_thickness: Constant[Literal["ft"]]
    least_strip: Share
    cohesion_fraction: Share

    def consistent(self) -> None:
        """Sizes are few enough to be tried."""
        in_steps(self.maximum_width, self.plan_increment)


class BromsRules(Model):
    """Factors of Broms' method."""

    overload_factor: Constant[Literal["1"]]
    resistance_factor: Share


class FootingPack(Pack):
    """What a code or a published method says about foundations."""

    kind: Literal["footing"]
    method: Method = field(description="Which equations the pack feeds.")
    wind_standard: ShortText | None = field(
        default=None, description="The wind standard that this code adopts, as its pack cites it."
    )
    combinations: Combinations
    materials: Materials
    construction: Construction
    piers: PierRules
    torsion: TorsionRules
    presumptive: PresumptiveTable | None = None
    lateral: LateralRules | None = None
    spread: SpreadRules | None = None
    broms: BromsRules | None = None

    @cached_property
    def code(self) -> str:
        """The building code whose clauses are cited."""
        return self.standard if self.method == "ibc-1807.3" else "IBC"

    def consistent(self) -> None:
        """The pack has what its method reads."""
        needed: dict[str, tuple[ShortText, ...]] = {
            "ibc-1807.3": ("presumptive", "lateral", "spread"),
            "broms-clay": ("broms",),
            "broms-sand": ("broms",),
        }
        for name in needed[self.method]:
            if getattr(self, name) is None:
                raise Refused(f"the method {self.method} needs the block {name!r}")
