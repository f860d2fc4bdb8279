"""What stands in the wind: cabinets and poles, and how gusts are taken."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.project import outline
from apex_cli.project.building import Anchors, Brackets, Building
from apex_cli.project.poles import Poles
from apex_cli.project.roof import Frames
from apex_cli.records.fields import Place, field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

MAX_ELEMENTS = 200

Outline = Literal["rectangle", "triangle_up", "triangle_down", "ellipse", "polygon"]
Mounting = Literal["ground", "wall", "roof", "projecting", "parapet"]

BLOCKS_OF: dict[str, tuple[Mounting, ...]] = {
    "building": ("wall", "roof", "projecting", "parapet"),
    "gap_ft": ("wall", "projecting"),
    "brackets": ("projecting",),
    "frames": ("roof",),
}
"""What only a sign of these mountings has."""


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
    centroid_ft: Annotated[float, Meta(gt=0, le=500)] | None = field(
        default=None,
        description="With area_ft2: centroid above the lower edge, ft; absent: half the height.",
    )
    outline: Outline = field(
        default="rectangle",
        description="Shape within width and height, which gives area and centroid.",
    )
    points: (
        Annotated[
            list[
                Annotated[
                    list[Annotated[float, Meta(ge=0, le=2000)]], Meta(min_length=2, max_length=2)
                ]
            ],
            Meta(min_length=3, max_length=100),
        ]
        | None
    ) = field(
        default=None,
        description="Corners [x, z] of a polygon in order, from its lower left corner, ft.",
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
        default=0.0, description="Horizontal distance of its middle from the support's axis, ft."
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
    anchors: Anchors | None = field(
        default=None, description="Of a sign on a wall: what holds this cabinet to the wall."
    )

    def consistent(self) -> None:
        """The area has one source, joints stand in order, and what is tied in is there."""
        told = outline.Told(
            self.width_ft, self.height_ft, self.outline, self.points, self.area_ft2,
            self.centroid_ft,
        )  # fmt: skip
        refuse([*outline.faults(told), *self._wall_faults()])

    def _wall_faults(self) -> Iterator[tuple[Place, str]]:
        if self.return_tied and self.return_corner_ft <= 0:
            yield ("return_tied",), "needs return_corner_ft, the length that is tied in"
        before = 0.0
        for number, joint in enumerate(self.joints_ft or ()):
            if joint <= before:
                yield ("joints_ft", number), "must be greater than the joint before it"
            elif joint >= self.width_ft:
                yield ("joints_ft", number), f"must be less than width_ft, {self.width_ft:g}"
            before = joint


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
    across_zones: Literal["worst", "split"] | None = field(
        default=None,
        description="A cabinet that reaches into zone 5 of a wall: zone 5 for all of it, or for "
        "that part; absent: for all of it.",
    )
    low_roof_reduction: bool | None = field(
        default=None,
        description="Whether a wall below a roof of 10 degrees or less takes the permitted tenth "
        "less.",
    )


class Sign(Model):
    """Cabinets, how they are stacked, and the poles."""

    elements: Annotated[list[Element], Meta(min_length=1, max_length=MAX_ELEMENTS)]
    stacking: Literal["separate", "combined"] = field(
        default="separate",
        description="Each cabinet a sign of its own, or all one face, net area as solidity; "
        "absent: cabinets that touch or nearly touch are one face.",
    )
    mounting: Mounting = field(
        default="ground",
        description="Stands on the ground or a roof, hangs flat on a wall, or projects from one; a "
        "sign on a parapet is not answered.",
    )
    building: Building | None = field(
        default=None, description="The building of a sign that does not stand on the ground."
    )
    gap_ft: Annotated[float, Meta(ge=0, le=100)] | None = field(
        default=None,
        description="Clear distance from the wall to the back of a sign on it, or to the near edge "
        "of one that projects, ft.",
    )
    brackets: Brackets | None = field(
        default=None, description="What a projecting sign hangs on; only what they take is told."
    )
    frames: Frames | None = field(
        default=None, description="What a roof sign stands on; only what they take is told."
    )
    poles: Poles | None = None
    readings: Readings = Readings()

    def consistent(self) -> None:
        """Blocks of a sign on a building belong to one."""
        refuse(self._strangers())

    def _strangers(self) -> Iterator[tuple[Place, str]]:
        for name, mountings in BLOCKS_OF.items():
            if getattr(self, name) is not None and self.mounting not in mountings:
                told = " or ".join(mountings)
                yield (name,), f"belongs to sign.mounting {told}; this one is {self.mounting}"
        for number, element in enumerate(self.elements):
            if element.anchors is not None and self.mounting != "wall":
                detail = f"belong to sign.mounting wall; this one is {self.mounting}"
                yield ("elements", number, "anchors"), detail

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
    structural_factor: Annotated[float, Meta(ge=0.7, le=5)] | None = field(
        default=None,
        description="EN 1991-1-4: c_s c_d, as found elsewhere by 6.3; absent: 1.0, as for rigid.",
    )
