"""Where a sign is on its wall: the zones, and what is no sign on a wall any more."""

from collections.abc import Iterator

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.building import BuildingPack, Wall
from apex_cli.project.building import Building
from apex_cli.solvers.exposure.equations import walls as eq
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.limits import SAME, beyond

SPACER_FT = 0.5
"""Up to this gap what holds a sign off the wall is a spacer or a raceway: an engineer's judgement,
not the standard's."""

_WHERE = "/sign/building"


class Zoned(Struct, frozen=True):
    """How a cabinet lies in the zones of its wall.

    Args:
        in_zone_5: Width of it in zone 5, ft; None: where the zones are is not known.
    """

    in_zone_5: float | None

    def touches_zone_5(self, face: Face) -> bool:
        """Whether any of it lies in zone 5; so it is taken where that is not known."""
        return self.in_zone_5 is None or beyond(self.in_zone_5, SAME * face.width)

    def touches_zone_4(self, face: Face) -> bool:
        """Whether any of it lies in zone 4."""
        return self.in_zone_5 is not None and beyond(face.width, self.in_zone_5)


def zone_width_of(building: Building, wall: Wall, trace: Bare) -> float | None:
    """The width of zone 5, ft; None where the building's dimensions are not known."""
    if building.width_ft is None or building.depth_ft is None:
        return None
    shares = wall.zone_width.numbers
    least = trace(eq.least_dimension, b_1=building.width_ft, b_2=building.depth_ft)
    return trace(
        eq.zone_width,
        b_min=least,
        h=building.mean_roof_height_ft,
        c_b=shares["of_width"],
        c_h=shares["of_height"],
        c_m=shares["least_of_width"],
        a_min=wall.least_zone_width.number,
    )


def zoned(face: Face, building: Building, a: float | None, trace: Bare) -> Zoned:
    """How a cabinet lies in the zones of its wall."""
    if a is None or building.left_ft is None or building.right_ft is None:
        return Zoned(None)
    x, width = face.offset, face.width
    left = trace(eq.left_of_sign, b_l=building.left_ft, x_F=x, B=width)
    right = trace(eq.right_of_sign, b_r=building.right_ft, x_F=x, B=width)
    return Zoned(trace(eq.width_in_zone_5, B=width, a_5=a, x_l=left, x_r=right))


def tell_unknown_zones(building: Building, trace: Bare) -> None:
    """Tell that zone 5 is taken where the zones are not known."""
    lacking = [
        f"sign.building.{name}"
        for name in ("width_ft", "depth_ft", "left_ft", "right_ft")
        if getattr(building, name) is None
    ]
    if lacking:
        trace.warn(
            "wall.zone_not_known",
            "warning",
            f"Without {', '.join(lacking)} nobody knows where the wall's zones are"
            f"{_unseen(building)}: zone 5 is taken for all of the sign.",
        )


def _unseen(building: Building) -> str:
    if building.left_ft is None or building.right_ft is None:
        return ", or whether the sign ends before the wall does"
    return ""


def require_low(building: Building, wall: Wall) -> None:
    """Refuse a building for which these coefficients are not made.

    Raises:
        NoAnswer: It is higher.
    """
    height, limit = building.mean_roof_height_ft, wall.height_limit.value
    if beyond(height, limit):
        raise NoAnswer(
            f"the mean roof height is {height:g} ft, and the coefficients of walls that are known "
            f"hold up to {limit:g} ft; the figure for higher buildings would be needed, of which "
            "public sources disagree (zone 4 small areas, and where its flat part ends)",
            code="wall.building_too_high",
            faults=[Fault(f"{_WHERE}/mean_roof_height_ft", f"is above {limit:g}", height)],
            hint="have the wall's pressure told by an engineer",
        )


def require_on_wall(faces: list[Face], building: Building, gap: float, pack: BuildingPack) -> None:
    """Refuse what is no sign on a wall any more: past its edges, or too far from it.

    Args:
        faces: Each cabinet as a face.
        building: The building.
        gap: Between wall and sign, ft.
        pack: Says how large a gap may be, and where.

    Raises:
        NoAnswer: With a fault for each place.
    """
    most, margin = pack.attached.gap.value, pack.attached.margin.value
    if beyond(gap, most):
        raise NoAnswer(
            f"{gap:g} ft lie between wall and sign: beyond {most:g} ft wind passes behind it, and "
            "both of its sides take pressure; the wall's pressures do not hold, and what does is "
            "not settled in the standard",
            code="wall.gap",
            faults=[Fault("/sign/gap_ft", f"is above {most:g}", gap)],
            hint="have it designed as a freestanding sign in the wall's flow, by an engineer",
        )
    if past := [fault for face in faces for fault in _past(face, building, 0.0)]:
        raise NoAnswer(
            f"{past[0].detail}: what goes past the wall takes wind on both sides, as a parapet or "
            "a freestanding sign does, and the wall's pressures do not hold",
            code="wall.past_edge",
            faults=past,
            hint="correct the places, or have it designed as what it is there",
        )
    if beyond(gap, SPACER_FT):
        near = [fault for face in faces for fault in _past(face, building, margin)]
        if near:
            raise NoAnswer(
                f"{near[0].detail}: a sign with a gap of {gap:g} ft to the wall has to be "
                f"{margin:g} ft inside the wall's edges, or wind comes behind it from there",
                code="wall.gap",
                faults=near,
                hint="bring it to the wall, or away from the edges",
            )


def _past(face: Face, building: Building, margin: float) -> Iterator[Fault]:
    """Where a cabinet is not so far inside the wall's edges; an edge that is not known is none."""
    within = f" within {margin:g} ft of" if margin else " past"
    top = building.wall_top_ft or building.mean_roof_height_ft
    dust = SAME * top
    if face.top > top - margin + dust:
        detail = f"{face.name} reaches up to {face.top:g} ft,{within} the wall's upper edge at"
        yield Fault(f"{face.where}/bottom_ft", f"{detail} {top:g} ft", face.bottom)
    if face.bottom < margin - dust:
        detail = f"{face.name} begins at {face.bottom:g} ft,{within} the ground"
        yield Fault(f"{face.where}/bottom_ft", detail, face.bottom)
    for side, edge, reach in (
        ("left", building.left_ft, face.width / 2 - face.offset),
        ("right", building.right_ft, face.width / 2 + face.offset),
    ):
        if edge is not None and reach > edge - margin + SAME * max(edge, face.width):
            detail = f"{face.name} reaches {reach:g} ft to the {side} of the sign's axis,{within}"
            yield Fault(
                f"{face.where}/offset_ft",
                f"{detail} the wall's {side} edge at {edge:g} ft",
                face.offset,
            )
