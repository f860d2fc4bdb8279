"""Wind along the sign: on the sides of its cabinets, and on every pole."""

from msgspec import Struct
from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.packs.combinations import Combinations
from apex_cli.solvers.exposure.attached import AXIS
from apex_cli.solvers.exposure.bands import half_beside, place_of
from apex_cli.solvers.exposure.equations import faces as eq
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.grade import MOMENT, SHEAR, TORSION, bending_of, resultant
from apex_cli.solvers.exposure.poles import pole_winds
from apex_cli.solvers.exposure.reading import Answer, Stand, winds_on
from apex_cli.solvers.exposure.supports import Support
from apex_cli.solvers.exposure.totals import Total, totals
from apex_cli.solvers.exposure.weights import Dead
from apex_cli.solvers.exposure.wind import Source, Wind
from apex_cli.solvers.limits import beyond


class Sides(Struct, frozen=True):
    """What the wind along the sign meets; for each whether it is solid, and holds the poles."""

    faces: list[Face]
    closed: list[bool]
    holding: list[bool]


def with_side(
    faces: list[Face],
    front: Answer,
    stand: Stand,
    *,
    dead: Dead,
    source: Source,
    trace: Bare,
) -> Answer:
    """The answer with wind along the sign, where that asks for more than wind on the faces.

    Args:
        faces: The faces that the wind meets from the front.
        front: What that wind brings.
        stand: What does not depend on the direction.
        dead: Dead load and its moment in the plane of the sign.
        source: Where the wind comes from.
        trace: Calls the equations.
    """
    closed = stand.closed(faces)
    thick = [face for face, solid in zip(faces, closed, strict=True) if solid and face.thickness]
    if not thick and faces:  # bare poles show every side
        return front
    silent = trace.aside() if trace.told else trace
    quiet = source.silent(silent) if trace.told else source
    winds, cases = _blown(faces, front.gust, stand, source=quiet, trace=silent)
    more = _more(front.cases, cases, dead, stand.pack.combinations, silent)
    if not more:
        return replace(front, lesser=tuple(cases))
    if trace.told:
        winds, cases = _blown(faces, front.gust, stand, source=source, trace=trace)
    trace.assume(
        f"Wind along the sign asks for more {' and '.join(more)} than wind on its face: both "
        "directions are answered, and base, combinations and poles have the largest of either. The "
        "side of a cabinet is as wide as it is thick, every pole stands in the wind except within "
        "a cabinet, and the gust factor is that of the front."
    )
    if len(thick) < sum(closed):
        trace.assume("A cabinet without thickness_ft shows no side to the wind along the sign.")
    return Answer(front.gust, [*front.winds, *winds], [*front.cases, *cases])


def _more(
    front: list[Total], side: list[Total], dead: Dead, rows: Combinations, silent: Bare
) -> list[str]:
    """In what the wind along the sign asks for more."""
    both = bending_of([*front, *side], dead)
    across = replace(both, along=None)
    bends = beyond(max(map(MOMENT, side)), both.across)
    leans = (
        not bends
        and dead.moment != 0
        and any(
            beyond(resultant(both, f_w, f_d, silent), resultant(across, f_w, f_d, silent))
            for _, f_d, f_w in rows.numbers
        )
    )
    asked = (
        ("shear", beyond(max(map(SHEAR, side)), max(map(SHEAR, front)))),
        ("moment", bends),
        ("moment with the dead load off the axis", leans),
        ("torsion", beyond(max(map(TORSION, side)), max(map(TORSION, front)))),
    )
    return [word for word, more in asked if more]


def _blown(
    faces: list[Face], gust: float, stand: Stand, *, source: Source, trace: Bare
) -> tuple[list[Wind], list[Total]]:
    """The forces of wind along the sign, and its cases at grade."""
    support, forces = stand.support, source.forces(gust, stand.sign.readings)
    sides = _sides(faces, stand, trace)
    winds = winds_on(sides.faces, sides.closed, forces)
    winds = [replace(w, result=replace(w.result, offset_ft=None, width_ft=None)) for w in winds]
    if support is not None:
        turned = tuple(stage.turned for stage in support.stages)
        row = replace(support, poles=support.poles.replace(spacing_ft=AXIS), stages=turned)
        for wind in pole_winds(row, sides.faces, sides.holding, forces, trace):
            named = replace(wind.result, name=f"{wind.result.name}, side")
            winds.append(replace(wind, result=named))
    winds += forces.attached(stand.sign, "side")
    cases = totals(winds, "side", offsets=stand.several, trace=trace, beside=source.beside)
    return winds, cases


def _sides(faces: list[Face], stand: Stand, trace: Bare) -> Sides:
    """The sides of solid faces that have a thickness; a trussed tower is alike from there."""
    found, support = Sides([], [], []), stand.support
    for face, solid in zip(faces, stand.closed(faces), strict=True):
        name = f"{face.name}, side"
        if solid and face.thickness is not None:
            trace.subject = name
            area = trace(eq.gross_area, B=face.thickness, s=face.height)
            side = replace(face,
                name=name, width=face.thickness, area=area, solidity=1.0, corner=0.0, offset=AXIS,
                centroid_z=None, centroid_x=None,
            )  # fmt: skip
        elif not solid and (face.element.frame or "single_plane") != "single_plane":
            side = replace(face, name=name, offset=AXIS, centroid_x=None)
        else:
            continue
        found.faces.append(side)
        found.closed.append(solid)
        found.holding.append(solid and support is not None and _holds(face, support))
    return found


def _holds(face: Face, support: Support) -> bool:
    """Whether every pole stands within the face's width, and so within the cabinet."""
    poles = support.poles
    outermost = place_of(poles, poles.count) + half_beside(support.stages, face)
    return not beyond(outermost + abs(face.offset), face.width / 2)
