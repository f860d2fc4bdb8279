"""What reaches grade: the governing case, allowable stress, load combinations."""

from operator import attrgetter

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.packs.combinations import Combinations
from apex_cli.solvers.exposure.equations import loads as eq
from apex_cli.solvers.exposure.result import (
    Asd,
    Base,
    CombinationRow,
    Direction,
    Push,
)
from apex_cli.solvers.exposure.totals import Total, subject
from apex_cli.solvers.exposure.weights import Dead
from apex_cli.solvers.limits import beyond, most

_BENDING = attrgetter("moment_kipft")
_AXIAL = attrgetter("axial_lbf")
MOMENT = attrgetter("row.moment_kipft")
SHEAR = attrgetter("row.shear_lbf")
TORSION = attrgetter("row.torsion_kipft")


DIRECTIONS: tuple[Direction, ...] = ("front", "side")


class Bending(Struct, frozen=True):
    """Moment of the wind, strength level, kip-ft, and what a dead load off the axis adds to it.

    Args:
        across: Of wind on the faces, at right angles to the dead load's.
        along: Of wind along the sign, in one plane with it; None: not answered.
        dead: Of the dead load, in the plane of the sign.
    """

    across: float
    along: float | None = None
    dead: float = 0.0


def bending_of(cases: list[Total], dead: Dead) -> Bending:
    """The largest moment of either direction."""
    front, side = (
        [case for case in cases if case.row.direction == direction] for direction in DIRECTIONS
    )
    return Bending(
        MOMENT(most(front, MOMENT)), MOMENT(most(side, MOMENT)) if side else None, dead.moment
    )


def resultant(bending: Bending, f_wind: float, f_dead: float, trace: Bare) -> float:
    """The larger moment of either direction in a combination, that of the dead load with it."""
    found = trace(eq.resultant_moment, f_W=f_wind, M_W=bending.across, f_D=f_dead, M_D=bending.dead)
    if bending.along is None:
        return found
    along = trace(eq.moment_along, f_W=f_wind, M_W=bending.along, f_D=f_dead, M_D=bending.dead)
    return most([found, along], lambda moment: moment)


def both_pushes(
    cases: list[Total],
    lesser: tuple[Total, ...],
    dead: Dead,
    combinations: Combinations,
    trace: Bare,
) -> list[Push]:
    """What either direction brings; nothing where no side is known.

    Args:
        cases: The cases that are answered.
        lesser: Those of wind along the sign, where it asks for no more.
        dead: Dead load and its moment.
        combinations: The pack's.
        trace: Calls the equations; what asks for no more is not written down.
    """
    both: dict[Direction, tuple[float, float]] = {}
    for direction in DIRECTIONS:
        found = [one for one in (*cases, *lesser) if one.row.direction == direction]
        if not found:
            return []
        both[direction] = SHEAR(most(found, SHEAR)), MOMENT(most(found, MOMENT))
    return pushes(combinations, both, dead.moment, trace.aside() if lesser else trace)


def pushes(
    combinations: Combinations, both: dict[Direction, tuple[float, float]], dead: float, trace: Bare
) -> list[Push]:
    """What either direction brings at allowable-stress level.

    Args:
        combinations: The pack's.
        both: Largest shear (lbf) and moment (kip-ft) of each direction, strength level.
        dead: Moment of an offset dead load in the plane of the sign, kip-ft.
        trace: Calls the equations.
    """
    f_W, f_D = combinations.working
    rows: list[Push] = []
    for direction, (shear, moment) in both.items():
        V = trace(eq.factored_shear, f_W=f_W, V=shear)
        of_wind = at_grade = trace(eq.factored_moment, f_W=f_W, M=moment)
        if dead:
            added = eq.resultant_moment if direction == "front" else eq.moment_along
            at_grade = trace(added, f_W=f_W, M_W=moment, f_D=f_D, M_D=dead)
        height = trace(eq.load_height, M=at_grade, V=V)
        rows.append(Push(direction, V, of_wind, height))
    return rows


def governing(cases: list[Total]) -> Total:
    """The case with the largest moment, and among equals the largest torsion."""
    return most(cases, MOMENT, TORSION)


def base_of(cases: list[Total], dead: Dead, trace: Bare) -> Base:
    """The governing case at grade."""
    row = governing(cases).row
    pushing, turning = most(cases, SHEAR).row, most(cases, TORSION).row
    for other, word, more in (
        (pushing, "shear", beyond(pushing.shear_lbf, row.shear_lbf)),
        (turning, "torsion", beyond(turning.torsion_kipft, row.torsion_kipft)),
    ):
        if more:
            trace.assume(
                f"{subject(row.case, row.direction)} brings the largest moment and "
                f"{subject(other.case, other.direction)} the largest {word}: the foundation is "
                "told both, each at its largest."
            )
    trace.subject = "base"
    height = trace(eq.load_height, M=row.moment_kipft, V=row.shear_lbf)
    trace.subject = ""
    return Base(
        row.case,
        row.direction,
        row.shear_lbf,
        row.moment_kipft,
        row.torsion_kipft,
        height,
        dead.load,
        dead.moment,
        pushing.case,
        pushing.shear_lbf,
        turning.case,
        turning.torsion_kipft,
    )


def allowable(
    combinations: Combinations,
    *,
    shear: float,
    moment: float,
    bending: Bending,
    torsion: float,
    largest_shear: float,
    largest_torsion: float,
    load_height: float,
    directions: list[Push],
    trace: Bare,
) -> Asd:
    """Shear, moment and torsion with the wind's factor of allowable-stress design.

    Args:
        combinations: The pack's.
        shear: Strength level, lbf.
        moment: Of the wind, strength level, kip-ft.
        bending: The moments of which the resultant with the dead load's is taken.
        torsion: Strength level, kip-ft.
        largest_shear: That of the case with the largest, strength level, lbf.
        largest_torsion: That of the case with the largest, strength level, kip-ft.
        load_height: Moment over shear, ft.
        directions: What either direction brings.
        trace: Calls the equations.
    """
    factor, dead_factor = combinations.working
    height = load_height
    less = more = trace(eq.factored_shear, f_W=factor, V=shear)
    if beyond(largest_shear, shear):
        more = trace(eq.factored_shear, f_W=factor, V=largest_shear)
    of_wind = both = trace(eq.factored_moment, f_W=factor, M=moment)
    if bending.dead:
        both = resultant(bending, factor, dead_factor, trace)
    if bending.dead or beyond(largest_shear, shear):
        height = trace(eq.load_height, M=both, V=more)
    turning = trace(eq.factored_torsion, f_W=factor, T=torsion) if torsion else 0.0
    largest = turning
    if beyond(largest_torsion, torsion):
        largest = trace(eq.factored_torsion, f_W=factor, T=largest_torsion)
    return Asd(factor, less, of_wind, turning, height, more, largest, directions)


def combined(
    combinations: Combinations, base: Base, bending: Bending, asd: Asd, trace: Bare
) -> list[CombinationRow]:
    """Every load combination at grade, largest shear and torsion of any case, what it governs.

    The moment of wind on the faces and that of an offset dead load stand at right angles: their
    resultant. That of wind along the sign lies in the dead load's plane: their sum.
    Within a level the larger moment governs bending, the larger axial load bearing, the smaller
    one overturning.
    """
    rows: list[CombinationRow] = []
    for row, f_dead, f_wind in combinations.numbers:
        trace.subject = row.name
        strength = row.level == "strength"
        shear, moment, torsion = (
            (base.largest_shear_lbf, base.moment_kipft, base.largest_torsion_kipft)
            if strength
            else (asd.largest_shear_lbf, asd.moment_kipft, asd.largest_torsion_kipft)
        )
        if strength and f_wind.real != 1:  # characteristic actions: the factor is not in them yet
            shear = trace(eq.factored_shear, f_W=f_wind, V=shear)
            moment = trace(eq.factored_moment, f_W=f_wind, M=moment)
            torsion = trace(eq.factored_torsion, f_W=f_wind, T=torsion) if torsion else torsion
        if bending.dead:
            moment = resultant(bending, f_wind, f_dead, trace)
        axial = 0.0
        if base.dead_load_lbf:
            axial = trace(eq.factored_dead_load, f_D=f_dead, D=base.dead_load_lbf)
        rows.append(
            CombinationRow(
                row.name,
                row.level,
                axial,
                shear,
                moment,
                torsion,
                [],
            )
        )
    trace.subject = ""
    for level in ("strength", "asd"):
        peers = [row for row in rows if row.level == level]
        most(peers, _BENDING).governs.append("bending")
        most(peers, _AXIAL).governs.append("bearing")
        most(peers, lambda row: -row.axial_lbf).governs.append("overturning")
    return rows
