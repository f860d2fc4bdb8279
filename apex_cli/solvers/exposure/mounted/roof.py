"""Signs on roofs: two readings side by side, the larger taken, and what reaches the roof."""

from typing import NamedTuple

from msgspec.structs import replace

from apex_cli.equations import Bare, Citations
from apex_cli.errors import Fault, InvalidInput, NoAnswer
from apex_cli.packs.building import BuildingPack, Rooftop
from apex_cli.project.sign import Gust
from apex_cli.solvers.exposure.equations import roofs as eq
from apex_cli.solvers.exposure.faces import Face, cabinets_of
from apex_cli.solvers.exposure.grade import MOMENT, SHEAR, TORSION
from apex_cli.solvers.exposure.groups import faces_of
from apex_cli.solvers.exposure.mounted import roof_told as tell
from apex_cli.solvers.exposure.mounted.answer import made
from apex_cli.solvers.exposure.mounted.roof_frames import frame_rows
from apex_cli.solvers.exposure.mounted.roof_result import AtRoof, ReadingRow, RoofResult
from apex_cli.solvers.exposure.mounted.rooftop import on_roof
from apex_cli.solvers.exposure.placed import Placed
from apex_cli.solvers.exposure.reading import winds_on
from apex_cli.solvers.exposure.solid import is_solid
from apex_cli.solvers.exposure.totals import Total, totals
from apex_cli.solvers.exposure.weights import dead_load, weights_of
from apex_cli.solvers.exposure.wind import Wind
from apex_cli.solvers.limits import SAME, beyond, most

ROOFTOP = "rooftop structure"
FREESTANDING = "freestanding sign"


class Read(NamedTuple):
    """A reading: its name, the wind on each face, its cases at the roof, the gust factor."""

    name: str
    winds: list[Wind]
    cases: list[Total]
    gust: float | None

    def most(self) -> tuple[float, float, float]:
        """The most of its cases: shear lbf, moment and torsion kip-ft."""
        shear, moment, torsion = (one(most(self.cases, one)) for one in (SHEAR, MOMENT, TORSION))
        return shear, moment, torsion


def solve(placed: Placed, trace: Bare) -> RoofResult:
    """What the wind does to a sign on a roof.

    Raises:
        InvalidInput: What a sign on a roof does not have, or what does not fit.
        NoAnswer: The edition's rooftop structures were not read, or cabinets that are to be one
            face, and cannot.
    """
    building, pack, clauses = placed.at_building()
    trace.cite(Citations(placed.pack.standard, clauses))
    rooftop = _rooftop(pack, placed)
    sign = placed.sign
    cabinets = cabinets_of(sign, trace)
    roof = building.mean_roof_height_ft if building.roof_ft is None else building.roof_ft
    _require_on_roof(placed, cabinets, roof)
    tell.before(placed, building, cabinets, rooftop, trace)
    structure = on_roof(placed, rooftop, cabinets, trace)
    offsets = sign.frames is not None or any(face.x != 0 for face in cabinets)
    as_structure = _at_roof(ROOFTOP, structure.winds, roof, trace, offsets=offsets)
    freestanding = _freestanding(placed, cabinets, roof, trace, offsets=offsets)
    readings = [as_structure, freestanding]
    taken = most(readings, lambda one: one.most()[1], lambda one: one.most()[0])
    other = as_structure if taken is freestanding else freestanding
    weights = weights_of(cabinets, None, trace)
    if sign.frames is not None:
        known = sign.frames.weight_lbf is not None
        weights = replace(
            weights, poles=sign.frames.weight_lbf, complete=weights.complete and known
        )
    dead = dead_load(weights, trace)
    frames = []
    if sign.frames is not None:
        cases = [case for one in readings for case in one.cases]
        frames = frame_rows(
            sign.frames, cases, dead, structure, combinations=placed.pack.combinations, trace=trace
        )
    shear, moment, _ = taken.most()
    torsion = max(one.most()[2] for one in readings)
    placed.wind.tell()
    tell.after(taken.name, other.name, moment, other.most()[1], trace)
    return made(
        placed, structure.at, structure.kd, trace, RoofResult,
        gust_factor=freestanding.gust, gust_method=(placed.inputs.gust or Gust()).method,
        elements=[wind.result for wind in taken.winds],
        not_checked=tell.left_out(sign),
        taken=taken.name,
        roof_ft=roof,
        gc_lateral=structure.gc_lateral,
        gc_uplift=structure.gc_uplift,
        plan_area_ft2=structure.plan_area,
        readings=[_row(one, case) for one in readings for case in one.cases],
        at_roof=AtRoof(shear, moment, torsion, structure.uplift, dead.load),
        frames=frames,
        other_elements=[wind.result for wind in other.winds],
    )  # fmt: skip


def _rooftop(pack: BuildingPack, placed: Placed) -> Rooftop:
    if pack.rooftop is None:
        raise NoAnswer(
            f"what {pack.standard} has for rooftop structures was not read, and one of the two "
            "readings of a roof sign is by it",
            code="sign.mounting_not_covered",
            faults=[Fault("/sign/mounting", "is not covered by this edition",
                          placed.sign.mounting)],
            hint="take packs.exposure and packs.building of ASCE 7-16 or 7-22",
        )  # fmt: skip
    return pack.rooftop


def _require_on_roof(placed: Placed, cabinets: list[Face], roof: float) -> None:
    """Refuse poles, which stand on the ground, and cabinets that hang below the roof."""
    if placed.sign.poles is not None:
        raise InvalidInput.at(
            Fault("/sign/poles", "do not belong to a sign on a roof: poles stand on the ground",
                  hint="leave them out, and give sign.frames")
        )  # fmt: skip
    faults = [
        Fault(f"{face.where}/bottom_ft",
              f"is below the roof at {roof:g} ft: it is measured from grade", face.bottom,
              "let it begin on or above the roof, or correct sign.building")
        for face in cabinets if beyond(roof, face.bottom + SAME * roof)
    ]  # fmt: skip
    if faults:
        raise InvalidInput.at(*faults)


def _freestanding(
    placed: Placed, cabinets: list[Face], roof: float, trace: Bare, *, offsets: bool
) -> Read:
    """The reading as a freestanding sign, as high as its upper edge is above grade."""
    sign, pack, source = placed.sign, placed.pack, placed.wind
    faces = faces_of(cabinets, sign, pack.sign, trace).faces
    gust = placed.inputs.gust
    if gust is None:
        gust = Gust()
        trace.assume(f"No gust method is given: the constant {pack.gust.constant.value:g}.")
    trace.subject = "gust factor"
    factor = source.gust(gust, faces, cabinets, gust.natural_frequency_hz)
    trace.subject = ""
    solid_above = pack.sign.rules.numbers["solid_above"]
    closed = [is_solid(face, solid_above) for face in faces]
    winds = winds_on(faces, closed, source.forces(factor, sign.readings))
    return _at_roof(FREESTANDING, winds, roof, trace, offsets=offsets)._replace(gust=factor)


def _at_roof(name: str, winds: list[Wind], roof: float, trace: Bare, *, offsets: bool) -> Read:
    """A reading with its cases about the roof."""
    lifted = []
    for wind in winds:
        trace.subject = wind.result.name
        lifted.append(replace(wind, height=trace(eq.above_roof, z_F=wind.height, z_R=roof)))
    return Read(name, winds, totals(lifted, "front", offsets=offsets, trace=trace), None)


def _row(one: Read, case: Total) -> ReadingRow:
    cf = one.winds[0].result.cf if len(one.winds) == 1 else None
    row = case.row
    return ReadingRow(one.name, row.case, cf, row.shear_lbf, row.moment_kipft, row.torsion_kipft)
