"""What stands in the wind: cabinets and poles, and how gusts are taken."""

from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.records.fields import Refused, field
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

MAX_ELEMENTS = 200

PoleShape = Literal["round", "square", "square_diagonal", "hexagonal", "octagonal"]
Surface = Literal["smooth", "rough", "very_rough"]


class Element(Model):
    """A cabinet: one face that takes wind."""

    name: ShortText | None = field(default=None, description="What the cabinet is called.")
    width_ft: Annotated[float, Meta(ge=0.01, le=2000)] = field(description="B, horizontal, ft.")
    height_ft: Annotated[float, Meta(ge=0.01, le=500)] = field(description="s, vertical, ft.")
    bottom_ft: Annotated[float, Meta(ge=0, le=1000)] = field(
        description="From grade to the lower edge, ft."
    )
    thickness_ft: Annotated[float, Meta(ge=0.01, le=500)] | None = field(
        default=None, description="Depth of the cabinet along the wind, ft."
    )
    area_ft2: Annotated[float, Meta(ge=0.0001, le=1_000_000)] | None = field(
        default=None, description="Gross area when it is not width times height (an octagon), ft2."
    )
    solidity: Annotated[float, Meta(ge=0.001, le=1)] = field(
        default=1.0, description="Solid area over gross area."
    )
    return_corner_ft: Annotated[float, Meta(ge=0, le=1000)] = field(
        default=0.0, description="Lr: length of a return corner, ft."
    )
    return_tied: bool = field(
        default=False,
        description="Whether the return walls are tied in and stand on the strip footing's width.",
    )
    joints_ft: (
        Annotated[list[Annotated[float, Meta(gt=0, le=2000)]], Meta(min_length=1, max_length=200)]
        | None
    ) = field(
        default=None,
        description="Joints of a wall that part it from top to bottom: distances from one end, ft.",
    )
    offset_ft: Annotated[float, Meta(ge=-500, le=500)] = field(
        default=0.0, description="Horizontal distance of the centroid from the support's axis, ft."
    )
    weight_psf: Annotated[float, Meta(ge=0, le=1000)] | None = field(
        default=None, description="Weight over the gross area, psf."
    )
    members: Literal["flat", "round"] | None = field(
        default=None, description="Members of an open face: flat-sided or round."
    )
    frame: Literal["single_plane", "trussed_square", "trussed_triangular"] | None = field(
        default=None, description="Kind of an open face; absent: a frame in a single plane."
    )
    member_diameter_in: Annotated[float, Meta(ge=0.01, le=200)] | None = field(
        default=None, description="Diameter of the round members of an open face, in."
    )

    def consistent(self) -> None:
        """Joints stand in order within the wall, and what is tied in is there."""
        if self.return_tied and self.return_corner_ft <= 0:
            raise Refused((("return_tied",), "needs return_corner_ft, the length that is tied in"))
        before = 0.0
        for number, joint in enumerate(self.joints_ft or ()):
            place = ("joints_ft", number)
            if joint <= before:
                raise Refused((place, "must be greater than the joint before it"))
            if joint >= self.width_ft:
                raise Refused((place, f"must be less than width_ft, {self.width_ft:g}"))
            before = joint


class Poles(Model):
    """The supports between grade and cabinets."""

    count: Annotated[int, Meta(ge=1, le=20)] = field(default=1, description="How many poles.")
    shape: PoleShape = field(description="Cross-section, and for a square how the wind meets it.")
    width_in: Annotated[float, Meta(ge=0.1, le=600)] = field(
        description="Diameter, face width, or the width across the flats of a polygon, in."
    )
    top_width_in: Annotated[float, Meta(ge=0.1, le=600)] | None = field(
        default=None, description="Width at the top of a tapered pole, in."
    )
    wall_in: Annotated[float, Meta(ge=0.001, le=300)] | None = field(
        default=None, description="Wall thickness, for the estimate of the natural frequency, in."
    )
    surface: Surface = field(default="smooth", description="Surface of a round pole.")
    spacing_ft: Annotated[float, Meta(ge=0, le=500)] = field(
        default=0.0, description="Centre to centre of neighbouring poles, ft."
    )
    weight_plf: Annotated[float, Meta(ge=0, le=10_000)] | None = field(
        default=None, description="Weight of one pole, lbf per ft."
    )
    top_ft: Annotated[float, Meta(ge=0.01, le=1500)] | None = field(
        default=None, description="From grade to the top of the poles, ft."
    )


class Readings(Model):
    """Choices that the standard leaves open; absent: the pack's, told in the assumptions."""

    between_tables: Literal["far_column", "interpolate"] | None = field(
        default=None,
        description="Case C for 10 < B/s < 13, regions from 3s on: the column of 13, or between.",
    )
    short_return_corner: Literal["none", "interpolate", "flat"] | None = field(
        default=None,
        description="Return corner with Lr/s < 0.3: no reduction, from 1.0 at 0, or 0.90.",
    )
    openings_reduction: bool | None = field(
        default=None, description="Whether the permitted reduction for openings is used."
    )


class Sign(Model):
    """Cabinets, how they are stacked, and the poles."""

    elements: Annotated[list[Element], Meta(min_length=1, max_length=MAX_ELEMENTS)]
    stacking: Literal["separate", "combined"] = field(
        default="separate",
        description="Each cabinet a sign of its own, or all one face, net area as solidity.",
    )
    poles: Poles | None = None
    readings: Readings = Readings()

    @property
    def top_ft(self) -> float:
        """Height of the highest edge of the cabinets above grade, ft."""
        return max(element.bottom_ft + element.height_ft for element in self.elements)


class Gust(Model):
    """How the gust-effect factor is taken (ASCE 7 26.11)."""

    method: Literal["constant", "rigid", "flexible"] = field(
        default="constant", description="0.85, the formula for rigid, or that for flexible ones."
    )
    equivalent_height: Literal["0.6h", "centroid"] | None = field(
        default=None, description="Height of the turbulence: 0.6h, or the centroid of the sign."
    )
    natural_frequency_hz: Annotated[float, Meta(ge=0.01, le=100)] | None = field(
        default=None, description="Fundamental natural frequency n1, Hz."
    )
    damping_ratio: Annotated[float, Meta(ge=0.001, le=0.2)] | None = field(
        default=None, description="Damping ratio beta."
    )
