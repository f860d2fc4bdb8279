"""A face that takes wind, and each cabinet as one."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.project.sign import Element, Sign
from apex_cli.solvers.exposure.equations import faces as eq


class Face(NamedTuple):
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
    area = element.area_ft2
    if area is None:
        area = trace(eq.gross_area, B=width, s=height)
    top = trace(eq.top_of_sign, z_b=bottom, s=height)
    trace.subject = ""
    return Face(
        name,
        where,
        width,
        height,
        bottom,
        top,
        area,
        element.solidity,
        element.return_corner_ft,
        element.offset_ft,
        element,
        thickness=element.thickness_ft,
    )
