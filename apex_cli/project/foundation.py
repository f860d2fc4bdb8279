"""What holds the sign: soil, loads given instead of computed, footing."""

from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.records.fields import Refused, field
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText


class Soil(Model):
    """Soil: a row of the presumptive table, or values with their source."""

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
    source: ShortText | None = field(default=None, description="Report the values come from.")

    def consistent(self) -> None:
        """Soil is a row of the table or values of its own."""
        if self.soil_class is not None and self.lateral_psf_per_ft is not None:
            raise Refused("give either a class or lateral_psf_per_ft, not both")


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
    level: Literal["asd", "strength"] = field(
        description="Allowable-stress level, or strength level (1.0W)."
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
        default=None, description="Side across the wind, ft; absent: as the width."
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
    wind_direction: Literal["any", "normal"] | None = field(
        default=None,
        description="Whence the wind comes on a spread footing: any direction, or along width_ft; "
        "absent: any for given loads, along width_ft for a sign.",
    )
    depth_limit: Literal["d<=12", "d/3<=12"] | None = field(
        default=None, description="Which of the two published readings of the 12-ft rule."
    )
