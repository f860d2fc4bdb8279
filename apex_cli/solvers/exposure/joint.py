"""Several cabinets joined to one face: its outline, its solid area, its centroid."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.quantities import SEARCHED
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.equations import faces as eq
from apex_cli.solvers.exposure.equations import signs
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.limits import SAME


class Part(NamedTuple):
    """What a cabinet adds to a face: area ft2, solidity, and where its middle is, ft."""

    area: float
    solidity: float
    z: float
    x: float


class Box(NamedTuple):
    """A rectangle, ft."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def area(self) -> float:
        """Its area, ft2."""
        return (self.right - self.left) * (self.top - self.bottom)

    def without(self, other: "Box") -> list["Box"]:
        """What the other leaves of it, in at most four rectangles."""
        left, right = max(self.left, other.left), min(self.right, other.right)
        bottom, top = max(self.bottom, other.bottom), min(self.top, other.top)
        if not (left < right and bottom < top):
            return [self]
        around = (
            Box(self.left, left, self.bottom, self.top),
            Box(right, self.right, self.bottom, self.top),
            Box(left, right, self.bottom, bottom),
            Box(left, right, top, self.top),
        )
        return [box for box in around if box.left < box.right and box.bottom < box.top]


def joint(faces: list[Face], name: str, trace: Bare) -> Face:
    """One face around all of them, its force at the centroid of what is solid.

    Args:
        faces: Two and more cabinets; where they overlap, the more solid one counts.
        name: What the face is called.
        trace: Calls the equations.
    """
    trace.subject = name
    bottom = sums.summed(trace, sums.BOTTOM, [f.bottom for f in faces])
    top = sums.summed(trace, sums.TOP, [f.top for f in faces])
    sides = [f.offset for f in faces], [f.width for f in faces]
    right = sums.summed(trace, sums.RIGHT, *sides)
    left = sums.summed(trace, sums.LEFT, *sides)
    width = trace(eq.joint_width, x_R=right, x_L=left)
    height = trace(eq.joint_height, h=top, z_b=bottom)
    area = trace(eq.gross_area, B=width, s=height)
    areas, solidities, heights, places = zip(*_parts(faces, trace), strict=True)
    net = sums.summed(trace, sums.NET_AREA, areas, solidities)
    upward = sums.summed(trace, sums.AREA_HEIGHT, areas, solidities, heights)
    sideward = sums.summed(trace, sums.AREA_OFFSET, areas, solidities, places)
    found = Face(
        name,
        max(faces, key=lambda face: face.area).where,
        width,
        height,
        bottom,
        top,
        area,
        trace(eq.solidity, A_n=net, A=area),
        min(face.corner for face in faces),
        trace(eq.joint_offset, x_R=right, x_L=left),
        faces[0].element,
        trace(eq.joint_centroid_height, S_z=upward, A_n=net),
        trace(eq.joint_centroid_place, S_x=sideward, A_n=net),
        max((t for face in faces if (t := face.thickness) is not None), default=None),
    )
    trace.subject = ""
    return found


def _parts(faces: list[Face], trace: Bare) -> list[Part]:
    """What each cabinet adds; of overlapping ones, what a more solid or an earlier one leaves."""
    dust = SAME * max(max(face.top, face.width) for face in faces)
    order = sorted(range(len(faces)), key=lambda i: -faces[i].solidity)
    parts: dict[int, Part] = {}
    before: list[Box] = []
    for i in order:
        face = faces[i]
        whole = _box(face, 0.0)
        left = [whole]
        for box in before:
            left = [piece for one in left for piece in one.without(box)]
        if left == [whole]:
            z = face.centroid_z
            if z is None:
                z = trace(signs.height_of_resultant, z_b=face.bottom, s=face.height)
            parts[i] = Part(face.area, face.solidity, z, face.x)
        elif left:
            parts[i] = _rest(face, whole, left, trace)
        before.append(_box(face, dust))
    return [parts[i] for i in sorted(parts)]


def _box(face: Face, dust: float) -> Box:
    """The rectangle around a face, smaller by dust so that neighbours only touch."""
    half = face.width / 2 - dust
    return Box(face.offset - half, face.offset + half, face.bottom + dust, face.top - dust)


def _rest(face: Face, whole: Box, left: list[Box], trace: Bare) -> Part:
    area = sum(box.area for box in left)
    z = sum(box.area * (box.bottom + box.top) / 2 for box in left) / area
    x = sum(box.area * (box.left + box.right) / 2 for box in left) / area
    left_area = trace.known(face.area * area / whole.area, SEARCHED)
    found = trace.known(z, SEARCHED), trace.known(x, SEARCHED)
    return Part(left_area, face.solidity, *found)
