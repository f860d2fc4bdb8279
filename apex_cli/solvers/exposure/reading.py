"""What one reading of a sign brings to grade: the faces in the wind, their forces and cases."""

from typing import Any

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.errors import ApexError
from apex_cli.project.sign import Gust, Sign
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.grade import MOMENT, SHEAR, TORSION
from apex_cli.solvers.exposure.groups import Reading
from apex_cli.solvers.exposure.poles import pole_winds
from apex_cli.solvers.exposure.result import Alternative, Base
from apex_cli.solvers.exposure.solid import is_solid
from apex_cli.solvers.exposure.supports import Support
from apex_cli.solvers.exposure.totals import Total, totals
from apex_cli.solvers.exposure.wind import Forces, Source, Wind


class Stand(Struct, frozen=True):
    """What is the same however the cabinets are read.

    Args:
        sign: The sign.
        gust: How gusts are taken.
        cabinets: Each cabinet as a face.
        support: The poles.
        n_1: Natural frequency, Hz.
        pack: The wind standard.
    """

    sign: Sign
    gust: Gust
    cabinets: list[Face]
    support: Support | None
    n_1: float | None
    pack: Any

    @property
    def several(self) -> bool:
        """Whether there are two and more poles."""
        return self.support is not None and self.support.poles.count > 1

    def closed(self, faces: list[Face]) -> list[bool]:
        """For each face whether it is solid."""
        solid_above = self.pack.sign.rules.numbers["solid_above"]
        return [is_solid(face, solid_above) for face in faces]


class Answer(Struct, frozen=True):
    """What the wind brings.

    Args:
        gust: The gust factor; 1 where none enters.
        winds: The forces.
        cases: The cases at grade.
        lesser: The cases of wind along the sign, where it asks for no more than wind on the faces.
    """

    gust: float
    winds: list[Wind]
    cases: list[Total]
    lesser: tuple[Total, ...] = ()


CLEARLY = 1.5
"""So many times the torsion is clearly more: an engineer's judgement, not the standard's."""


def answered(faces: list[Face], stand: Stand, source: Source, trace: Bare) -> Answer:
    """What the wind on these faces brings to grade."""
    trace.subject = "gust factor"
    factor = source.gust(stand.gust, faces, stand.cabinets, stand.n_1)
    trace.subject = ""
    forces = source.forces(factor, stand.sign.readings)
    closed = stand.closed(faces)
    winds = winds_on(faces, closed, forces)
    if stand.support is not None:
        winds += pole_winds(stand.support, faces, closed, forces, trace)
    attached = forces.attached(stand.sign, "front")
    offsets = stand.several or any(face.x != 0 for face in faces)
    offsets = offsets or any(wind.offset for wind in attached)
    winds += attached
    cases = totals(winds, "front", offsets=offsets, trace=trace, beside=source.beside)
    return Answer(factor, winds, cases)


def winds_on(faces: list[Face], closed: list[bool], forces: Forces) -> list[Wind]:
    """The wind on each face, which is solid or open."""
    return [
        forces.solid(face) if solid else forces.open(face)
        for face, solid in zip(faces, closed, strict=True)
    ]


def alternatives(others: list[Reading], stand: Stand, source: Source) -> list[Alternative]:
    """What the other readings bring to grade; one that has no answer is left out."""
    rows = []
    for reading in others:
        silent = Bare()
        try:
            cases = answered(reading.faces, stand, source.silent(silent), silent).cases
        except ApexError:
            continue
        most = [max(map(criterion, cases)) for criterion in (SHEAR, MOMENT, TORSION)]
        rows.append(Alternative(reading.name, *most))
    return rows


def tell_more(others: list[Alternative], base: Base, trace: Bare) -> None:
    """Ask for an engineer where another reading of the faces brings clearly more torsion."""
    for other in others:
        here = base.largest_torsion_kipft
        if other.torsion_kipft > CLEARLY * here:
            trace.warn(
                "sign.other_reading",
                "review",
                f"With {other.reading} the wind brings a torsion of {other.torsion_kipft:,.4g} "
                f"instead of {here:,.4g} kip-ft to grade.",
            )
