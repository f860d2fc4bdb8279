"""The faces that take wind: each cabinet one, or all cabinets joined to one."""

from itertools import combinations
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.project.sign import Element, Sign
from apex_cli.solvers.exposure.equations import faces as eq
from apex_cli.solvers.exposure.equations import sums
from apex_cli.solvers.outlines import Outlined, outlined


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


def faces_of(cabinets: list[Face], stacking: str, trace: Bare) -> list[Face]:
    """The faces that the wind meets: the cabinets, or one around them all.

    Args:
        cabinets: Each cabinet as a face.
        stacking: `separate` or `combined`.
        trace: Calls the equations.
    """
    if len(cabinets) == 1:
        return cabinets
    _overlaps(cabinets, trace)
    if stacking == "separate":
        trace.assume(
            "Stacked separately: every cabinet is a sign of its own, with its own s, h and q_h."
        )
        return cabinets
    trace.assume(
        "Stacked combined: one face from the lowest to the highest edge and over the widest "
        "extent, the net area of the cabinets as its solidity."
    )
    return [_joined(cabinets, trace)]


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


def _joined(faces: list[Face], trace: Bare) -> Face:
    """One face around all of them."""
    trace.subject = "combined face"
    bottom = sums.summed(trace, sums.BOTTOM, [f.bottom for f in faces])
    top = sums.summed(trace, sums.TOP, [f.top for f in faces])
    sides = [f.offset for f in faces], [f.width for f in faces]
    right = sums.summed(trace, sums.RIGHT, *sides)
    left = sums.summed(trace, sums.LEFT, *sides)
    width = trace(eq.joint_width, x_R=right, x_L=left)
    height = trace(eq.joint_height, h=top, z_b=bottom)
    area = trace(eq.gross_area, B=width, s=height)
    net = sums.summed(trace, sums.NET_AREA, [f.area for f in faces], [f.solidity for f in faces])
    solidity = trace(eq.solidity, A_n=net, A=area)
    offset = trace(eq.joint_offset, x_R=right, x_L=left)
    trace.subject = ""
    least_corner = min(faces, key=lambda face: face.corner)
    biggest = max(faces, key=lambda face: face.area)
    return Face(
        "combined face",
        biggest.where,
        width,
        height,
        bottom,
        top,
        area,
        solidity,
        least_corner.corner,
        offset,
        biggest.element,
    )


def _overlaps(faces: list[Face], trace: Bare) -> None:
    """Warn of cabinets that lie over one another, whose wind would be counted twice."""
    for lower, upper in combinations(sorted(faces, key=lambda face: face.bottom), 2):
        apart = abs(lower.offset - upper.offset) >= (lower.width + upper.width) / 2
        if upper.bottom < lower.top - 1e-9 and not apart:
            trace.warn(
                "sign.cabinets_overlap",
                "warning",
                f"{lower.name} and {upper.name} overlap: the wind on the overlap counts twice.",
            )
