"""Whether the poles reach every cabinet: from below, and sideways."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.solvers.exposure.bands import half_beside, place_of
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.groups import neighbours
from apex_cli.solvers.exposure.supports import Support
from apex_cli.solvers.limits import SAME

if TYPE_CHECKING:
    from apex_cli.solvers.exposure.groups import Figure


def reach(cabinets: list[Face], support: Support, figure: "Figure", trace: Bare) -> None:
    """Refuse a cabinet that nothing carries, and tell of one that hangs on arms.

    Args:
        cabinets: Each cabinet as a face.
        support: The poles.
        figure: Says how near cabinets are to touch.
        trace: Is told.

    Raises:
        InvalidInput: A cabinet above the poles that touches none which they reach.
    """
    poles, gap = support.poles, figure.one_face_gap.value
    carried = _reached(cabinets, gap, lambda face: face.bottom <= support.top * (1 + SAME))
    for face in cabinets:
        if face not in carried:
            detail = (
                f"{face.name} begins at {face.bottom:g} ft, the poles end at {support.top:g} ft, "
                "and it touches no cabinet that they reach"
            )
            end = "sign.poles.top_ft" if poles.stages is None else "top_ft of the last stage"
            hint = f"let the poles reach it ({end}), or correct its bottom_ft"
            raise InvalidInput.at(Fault(f"{face.where}/bottom_ft", detail, face.bottom, hint))
    last = place_of(poles, poles.count)
    half = {face: half_beside(support.stages, face) for face in cabinets}
    beside = {face: abs(face.offset) - face.width / 2 - last - half[face] for face in cabinets}
    held = _reached(cabinets, gap, lambda face: beside[face] <= SAME * half[face])
    for face in cabinets:
        if face not in held:
            trace.warn(
                "sign.arms_not_counted",
                "notice",
                f"{face.name} hangs {beside[face]:.3g} ft beside the poles: the arms that hold it "
                "are not counted, neither their wind nor their weight.",
            )


def _reached(cabinets: list[Face], gap: float, directly: Callable[[Face], bool]) -> set[Face]:
    """The cabinets that are reached directly, or through others that they touch."""
    found = {face for face in cabinets if directly(face)}
    new = found
    while new:
        new = {
            face
            for face in cabinets
            if face not in found and any(neighbours(face, other, gap) for other in new)
        }
        found = found | new
    return found
