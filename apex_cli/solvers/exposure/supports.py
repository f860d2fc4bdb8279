"""Wind on the poles: every length that no solid face hides, without credit for shielding."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.sign import Poles
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.air import Air
from apex_cli.solvers.exposure.equations import frequency
from apex_cli.solvers.exposure.equations import poles as eq
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.result import ElementWind
from apex_cli.solvers.exposure.wind import Blow, Wind

_WHERE = "/sign/poles"


class Support(NamedTuple):
    """The poles: how many, and their top (ft)."""

    poles: Poles
    number: Known
    top: float

    @property
    def spread(self) -> float:
        """Where the outermost pole stands, ft from the axis."""
        return (self.poles.count - 1) * self.poles.spacing_ft / 2


class Length(NamedTuple):
    """An exposed length between two heights, ft; `bottom` None is the ground."""

    bottom: float | None
    top: float


def support_of(poles: Poles, faces: list[Face], trace: Bare) -> Support:
    """The poles with their top, which is the sign's where none is given.

    Raises:
        InvalidInput: They end below the lowest cabinet.
    """
    if poles.top_ft is None:
        top = max(face.top for face in faces)
        trace.assume("The poles reach to the top of the sign where no top is given.")
    else:
        top = poles.top_ft
        lowest = min(face.bottom for face in faces)
        if top < lowest:
            detail = f"the poles end below the lowest cabinet, whose lower edge is at {lowest:g} ft"
            raise InvalidInput(
                f"{_WHERE}/top_ft: {detail}",
                faults=[Fault(f"{_WHERE}/top_ft", detail, poles.top_ft, "let them reach it")],
            )
    if poles.shape == "round" and not poles.states("surface"):
        trace.assume("A round pole has a smooth surface where nothing else is said.")
    if poles.shape in {"hexagonal", "octagonal"}:
        trace.assume(
            f"The width of the {poles.shape} pole is that across its flats, which is the width "
            "that meets the wind on a flat; on a corner it is larger."
        )
    count = Known(float(poles.count), f"{_WHERE}/count")
    return Support(poles, count, top)


def pole_winds(
    support: Support, faces: list[Face], solid: list[bool], air: Air, blow: Blow
) -> list[Wind]:
    """The wind on each exposed length of the poles.

    Args:
        support: The poles.
        faces: The faces.
        solid: For each face whether it is solid; an open face hides nothing.
        air: The air at the site.
        blow: Gust factor, pack and trace.
    """
    trace = blow.trace
    hiding = [
        face
        for face, hides in zip(faces, solid, strict=True)
        if hides and face.covers(support.spread) and face.covers(-support.spread)
    ]
    lengths = list(exposed(hiding, support.top))
    trace.assume(
        "Wind on the poles: lengths that no solid face covers, without credit for shielding; h/D "
        "with the full height of the sign."
    )
    h = max([support.top, *(face.top for face in faces)])
    winds = []
    for k, length in enumerate(lengths):
        name = "pole" if len(lengths) == 1 else f"pole, length {k + 1}"
        trace.subject = name
        winds.append(_length_wind(name, length, h, support=support, air=air, blow=blow))
    trace.subject = ""
    return winds


def exposed(hiding: list[Face], top: float) -> Iterator[Length]:
    """The lengths of pole, from the ground up, that none of these faces hides."""
    reached: float | None = None
    for face in sorted(hiding, key=lambda face: face.bottom):
        if face.bottom >= top:
            break
        if face.bottom > (reached or 0.0):
            yield Length(reached, face.bottom)
        if face.top > (reached or 0.0):
            reached = face.top
    if top > (reached or 0.0):
        yield Length(reached, top)


def _length_wind(
    name: str, length: Length, h: float, *, support: Support, air: Air, blow: Blow
) -> Wind:
    pack, trace, poles = blow.pack, blow.trace, support.poles
    if length.bottom is None:
        run = length.top
        height = trace(eq.middle_of_lowest, L=run)
    else:
        run = trace(eq.exposed_length, z_1=length.bottom, z_2=length.top)
        height = trace(eq.middle_height, z_1=length.bottom, z_2=length.top)
    width = width_of(poles, height, support.top, trace)
    if poles.shape == "square_diagonal":
        area = trace(eq.pole_area_on_diagonal, N=support.number, D=width, L=run)
        trace.assume(
            "A square pole on its diagonal: the area is that projected on the wind, its diagonal "
            "wide; h/D is taken with the side, its least width."
        )
    else:
        area = trace(eq.pole_area, N=support.number, D=width, L=run)
    k_d = pack.kd.known[poles.shape]
    q = air.at(height, k_d).q
    slenderness = trace(eq.slenderness, h=h, D=width)
    row: str = poles.shape
    if poles.shape == "round":
        number = trace(eq.roundness_number, D=width, q_z=q)
        large = number > pack.pole.threshold.value
        row = f"round_large_{poles.surface}" if large else "round_small"
    ratios, rows = pack.pole.cf.known
    j = min(max(bisect_left(ratios, slenderness), 1), len(ratios) - 1)
    t = trace(eq.fraction_of_slenderness, r=slenderness, r_1=ratios[j - 1], r_2=ratios[j])
    cf = trace(eq.pole_coefficient, t=t, C_1=rows[row][j - 1], C_2=rows[row][j])
    force = blow.on_structure(q, k_d, cf, area)
    force, pressure, least = blow.governing(force, area)
    result = ElementWind(
        name, "pole", area, height, slenderness, None, cf, k_d, q, pressure, force, least, []
    )
    return Wind(result, force, height, None, None, None)


def width_of(poles: Poles, at: float, top: float, trace: Bare) -> float:
    """Width (in) of a pole at a height (ft); of a tapered one by its taper."""
    foot, tip = poles.width_in, poles.top_width_in
    return foot if tip is None else trace(frequency.width_at, D_0=foot, D_1=tip, L=at, H=top)
