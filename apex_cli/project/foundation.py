"""What holds the sign: soil, loads given instead of computed, footing."""

from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.project.factors import BromsFactors, PartialFactors, Planting
from apex_cli.records.fields import Refused, field
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText


class Layer(Model):
    """A layer of the ground, from the one above it down to a depth, or down for good."""

    to_ft: Annotated[float, Meta(ge=0.01, le=1000)] | None = field(
        default=None, description="Depth of its bottom below grade, ft; the last layer has none."
    )
    soil_class: Annotated[int, Meta(ge=1, le=5)] | None = field(
        default=None, alias="class", description="Row 1 to 5 of IBC Table 1806.2."
    )
    lateral_psf_per_ft: Annotated[float, Meta(ge=1, le=20_000)] | None = field(
        default=None, description="Allowable lateral bearing per foot of depth, psf/ft."
    )
    vertical_psf: Annotated[float, Meta(ge=1, le=200_000)] | None = field(
        default=None, description="Allowable vertical bearing of a pier that ends in it, psf."
    )
    name: ShortText | None = field(default=None, description="What the layer is called.")

    def consistent(self) -> None:
        """The lateral bearing has one source."""
        if (self.soil_class is None) == (self.lateral_psf_per_ft is None):
            raise Refused("give either a class or lateral_psf_per_ft")


class Soil(Model):
    """Soil: a row of the presumptive table, or values with their source; alike, or in layers."""

    soil_class: Annotated[int, Meta(ge=1, le=5)] | None = field(
        default=None, alias="class", description="Row 1 to 5 of IBC Table 1806.2."
    )
    lateral_psf_per_ft: Annotated[float, Meta(ge=1, le=20_000)] | None = field(
        default=None, description="Allowable lateral bearing per foot of depth, psf/ft."
    )
    vertical_psf: Annotated[float, Meta(ge=1, le=200_000)] | None = field(
        default=None, description="Allowable vertical bearing, psf."
    )
    friction: Annotated[float, Meta(ge=0.001, le=2)] | None = field(
        default=None, description="Coefficient of sliding friction."
    )
    cohesion_psf: Annotated[float, Meta(ge=0.1, le=100_000)] | None = field(
        default=None, description="Cohesion for sliding, psf."
    )
    undrained_shear_strength_psf: Annotated[float, Meta(ge=0.1, le=100_000)] | None = field(
        default=None, description="c_u, for methods that need it, psf."
    )
    friction_angle_deg: Annotated[float, Meta(ge=0.1, lt=60)] | None = field(
        default=None, description="Angle of internal friction, degrees."
    )
    unit_weight_pcf: Annotated[float, Meta(ge=1, le=200)] | None = field(
        default=None, description="Unit weight, pcf."
    )
    side_friction_psf: Annotated[float, Meta(ge=0.1, le=20_000)] | None = field(
        default=None, description="Allowable friction on the side of a pier under torsion, psf."
    )
    ignore_top_ft: Annotated[float, Meta(ge=0, le=100)] | None = field(
        default=None, description="Depth from grade that gives a pier no lateral resistance, ft."
    )
    ground_factor_psf_per_ft: Annotated[float, Meta(ge=1, le=20_000)] | None = field(
        default=None, description="Ground factor G of planted posts, as 390 kN/m3; else psf/ft."
    )
    layers: Annotated[list[Layer], Meta(min_length=1, max_length=20)] | None = field(
        default=None, description="The ground in layers from grade, instead of one class."
    )
    source: ShortText | None = field(default=None, description="Report the values come from.")

    def consistent(self) -> None:
        """Soil is a row of the table, or values of its own, or layers from grade down."""
        if self.soil_class is not None and self.lateral_psf_per_ft is not None:
            raise Refused("give either a class or lateral_psf_per_ft, not both")
        if self.layers is None:
            return
        if self.soil_class is not None or self.lateral_psf_per_ft is not None:
            raise Refused("give either layers, or a class or lateral_psf_per_ft for the whole")
        *upper, last = (layer.to_ft for layer in self.layers)
        if last is not None:
            place = ("layers", len(upper), "to_ft")
            raise Refused((place, "the last layer reaches down for good and has no to_ft"))
        above = 0.0
        for number, bottom in enumerate(upper):
            place = ("layers", number, "to_ft")
            if bottom is None:
                raise Refused((place, "is needed: only the last layer reaches down for good"))
            if bottom <= above:
                raise Refused((place, f"must be below the layer above it, which ends at {above:g}"))
            above = bottom


class Loads(Model):
    """Loads at one foundation, given instead of computed from the wind."""

    lateral_lbf: Annotated[float, Meta(ge=0.01, le=10_000_000)] = field(
        description="Lateral force on one foundation, lbf."
    )
    height_ft: Annotated[float, Meta(ge=0.01, le=2000)] | None = field(
        default=None, description="Height of that force above grade, ft."
    )
    moment_lbft: Annotated[float, Meta(ge=0.01, le=1_000_000_000)] | None = field(
        default=None, description="Moment at grade, instead of the height of the force, lbf-ft."
    )
    axial_lbf: Annotated[float, Meta(ge=0, le=100_000_000)] = field(
        default=0.0, description="Dead load on the foundation, lbf."
    )
    torsion_lbft: Annotated[float, Meta(ge=0, le=100_000_000)] = field(
        default=0.0, description="Torsion about the vertical axis, lbf-ft."
    )
    level: Literal["asd", "strength", "characteristic"] = field(
        description="Allowable-stress level, or strength level (1.0W); for EN 1997 characteristic."
    )
    replaces_wind: bool = field(
        default=False,
        description="Beside a sign: these loads, on each of its poles, instead of the wind's.",
    )

    def consistent(self) -> None:
        """The moment is told in one way."""
        if (self.height_ft is None) == (self.moment_lbft is None):
            raise Refused("give either height_ft or moment_lbft, the moment at grade")


class Stem(Model):
    """What fills between the slab of a spread footing and grade, of concrete."""

    shape: Literal["rectangle", "round"] = field(default="rectangle", description="Plan shape.")
    width_ft: Annotated[float, Meta(ge=0.1, le=200)] = field(
        description="Side along the wind, or diameter, ft."
    )
    length_ft: Annotated[float, Meta(ge=0.1, le=2000)] | None = field(
        default=None,
        description="Side across the wind, ft; absent: as the width, or as the wall on a strip.",
    )

    def consistent(self) -> None:
        """A round stem has one diameter."""
        if self.shape == "round" and self.length_ft not in {None, self.width_ft}:
            raise Refused((("length_ft",), "a round stem has one diameter, width_ft"))


class Footing(Model):
    """The foundation to be solved or checked."""

    type: Literal["pier", "spread"] = field(description="Drilled pier or spread footing.")
    shape: Literal["round", "square"] = field(
        default="round",
        description="Plan shape; a square with a length is a rectangle. A spread footing is round "
        "only if this says so.",
    )
    width_ft: Annotated[float, Meta(ge=0.1, le=200)] | None = field(
        default=None,
        description="Diameter, or side along the wind, ft; a spread footing solves it.",
    )
    length_ft: Annotated[float, Meta(ge=0.1, le=500)] | None = field(
        default=None, description="Other side of a rectangle, across the wind, ft."
    )
    aspect_ratio: Annotated[float, Meta(ge=0.1, le=10)] | None = field(
        default=None,
        description="Length over width of the spread footing to be found; absent: a square.",
    )
    thickness_ft: Annotated[float, Meta(ge=0.01, le=50)] | None = field(
        default=None, description="Thickness of a spread footing, ft."
    )
    stem: Stem | None = field(
        default=None,
        description="Stem or pedestal upon a spread footing, up to grade; absent: from the sign.",
    )
    constraint: Literal["nonconstrained", "constrained"] | None = field(
        default=None, description="Whether a rigid floor or pavement restrains the pier at grade."
    )
    isolated_pole: bool | None = field(
        default=None, description="Isolated pole of IBC 1806.3.4: twice the lateral bearing."
    )
    pressure_increase: Annotated[float, Meta(ge=1.0, le=4 / 3 + 1e-9)] | None = field(
        default=None,
        description="Increase of presumptive values with the alternative combinations, 1 to 4/3.",
    )
    depth_ft: Annotated[float, Meta(ge=0.01, le=1000)] | None = field(
        default=None, description="Depth of the bottom to check, ft; absent: solve it."
    )
    reveal_ft: Annotated[float, Meta(ge=0, le=50)] | None = field(
        default=None, description="Height of the pier's top above grade, ft."
    )
    pole_embedment_ft: Annotated[float, Meta(ge=0, le=1000)] | None = field(
        default=None, description="How deep the pole goes into the pier from its top, ft."
    )
    wind_direction: Literal["any", "normal"] | None = field(
        default=None,
        description="Whence the wind comes on a spread footing: any direction, or along width_ft; "
        "absent: any for given loads, along width_ft for a sign.",
    )
    depth_limit: Literal["d<=12", "d/3<=12"] | None = field(
        default=None, description="Which of the two published readings of the 12-ft rule."
    )
    approach: Literal["DA1", "DA1-1", "DA1-2", "DA2", "DA3", "given"] | None = field(
        default=None,
        description="EN 1997-1: design approach, as the national annex has it; DA1 is both of its "
        "combinations, given takes partial_factors.",
    )
    partial_factors: PartialFactors | None = None
    planting: Planting | None = None
    broms_factors: BromsFactors | None = None

    def consistent(self) -> None:
        """Partial factors are given where the approach says so."""
        if (self.approach == "given") != (self.partial_factors is not None):
            raise Refused("approach given and partial_factors belong together")
