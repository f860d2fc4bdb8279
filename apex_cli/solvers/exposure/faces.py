"""A face that takes wind, and each cabinet as one."""

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.project.sign import Element, Sign
from apex_cli.solvers.exposure.equations import faces as eq
from apex_cli.solvers.outlines import Outlined, outlined


class Face(Struct, frozen=True, eq=False):
    """A face: numbers that know their origin, lengths in ft, area in ft2.

    `offset` is where the middle of the width stands, from the support's axis. The centroid of what
    is solid, above the ground and from the axis, is None where it is the middle of the rectangle.
    """

    name: str
    where: str
    width: float
    height: float
    bottom: float
    top: float
    area: float
    solidity: float
    corner: float
    offset: float
    element: Element
    centroid_z: float | None = None
    centroid_x: float | None = None
    thickness: float | None = None

    @property
    def x(self) -> float:
        """Where the force stands, ft from the support's axis."""
        return self.offset if self.centroid_x is None else self.centroid_x

    def covers(self, x: float) -> bool:
        """Whether the face hides what stands at x, ft from the support's axis."""
        return abs(x - self.offset) < self.width / 2


def cabinets_of(sign: Sign, trace: Bare) -> list[Face]:
    """Each cabinet as a face, in the order of the project."""
    if any(not element.states("solidity") for element in sign.elements):
        trace.assume("A face is solid where no solidity is given.")
    return [_face(i, element, trace) for i, element in enumerate(sign.elements)]


def _face(i: int, element: Element, trace: Bare) -> Face:
    where = f"/sign/elements/{i}"
    name = element.name or f"cabinet {i + 1}"
    trace.subject = name
    width, height, bottom = element.width_ft, element.height_ft, element.bottom_ft
    shape = outlined(element, trace)
    if shape is None:
        shape = Outlined(trace(eq.gross_area, B=width, s=height))
    else:
        _tell_outline(element, trace)
    top = trace(eq.top_of_sign, z_b=bottom, s=height)
    centroid_z = centroid_x = None
    if shape.up is not None:
        centroid_z = trace(eq.centroid_height, z_b=bottom, z_0=shape.up)
    if shape.across is not None:
        centroid_x = trace(eq.centroid_place, x_F=element.offset_ft, B=width, x_0=shape.across)
    trace.subject = ""
    return Face(
        name,
        where,
        width,
        height,
        bottom,
        top,
        shape.area,
        element.solidity,
        element.return_corner_ft,
        element.offset_ft,
        element,
        centroid_z,
        centroid_x,
        thickness=element.thickness_ft,
    )


def _tell_outline(element: Element, trace: Bare) -> None:
    trace.assume(
        "A face that is no rectangle has the coefficients of the rectangle around it, on its own "
        "area."
    )
    if element.area_ft2 is not None and element.centroid_ft is None:
        trace.assume(
            "The centroid of a face whose area is given is in the middle of its height where "
            "centroid_ft is not given."
        )
