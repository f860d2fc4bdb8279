"""Two and more poles side by side: what each takes, the couple of the torsion included."""

from operator import attrgetter

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.combinations import Combinations
from apex_cli.quantities import Known
from apex_cli.solvers import shares as eq
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.equations import loads
from apex_cli.solvers.exposure.grade import Bending, allowable, pushes
from apex_cli.solvers.exposure.result import CaseTotal, Direction, PoleRow, Push
from apex_cli.solvers.exposure.supports import Support
from apex_cli.solvers.exposure.totals import Total, levered, subject, turned
from apex_cli.solvers.exposure.weights import Dead
from apex_cli.solvers.limits import most

LEAST_SPACING_FT = 0.1


class Row(Struct, frozen=True):
    """The poles as a row: how many, and the sum of the squares of their distances, ft2."""

    number: Known
    spread: float


class Twisted(Struct, frozen=True):
    """A case with the sums of force, height and lever, kip-ft2."""

    total: Total
    of_offsets: float
    of_arms: float | None


class Taken(Struct, frozen=True):
    """What one pole takes in one case."""

    row: CaseTotal
    shear: float
    moment: float


def pole_rows(
    support: Support,
    cases: list[Total],
    lesser: tuple[Total, ...],
    dead: Dead,
    *,
    combinations: Combinations,
    trace: Bare,
) -> list[PoleRow]:
    """What each pole takes in the case that is worst for it.

    Every force is shared by statics: an equal part, and a couple for its distance from the axis.

    Args:
        support: The poles.
        cases: The cases at grade.
        lesser: Those of wind along the sign, where it asks for no more.
        dead: Dead load and its moment.
        combinations: The pack's.
        trace: Calls the equations.

    Raises:
        InvalidInput: No spacing.
    """
    if support.poles.spacing_ft < LEAST_SPACING_FT:
        raise InvalidInput(
            f"two and more poles need a spacing of at least {LEAST_SPACING_FT:g} ft",
            faults=[
                Fault(
                    "/sign/poles/spacing_ft",
                    "is needed for two and more poles",
                    support.poles.spacing_ft,
                )
            ],
            hint="give sign.poles.spacing_ft, centre to centre",
        )
    trace.assume(
        "The poles share every force by statics: equal parts, and a couple for its distance from "
        "the axis; the poles themselves take no torsion."
    )
    spacing = support.poles.spacing_ft
    trace.subject = "poles"
    row = Row(support.number, trace(eq.spread_of_poles, N=support.number, a=spacing))
    twisted = [twisted_by(total, trace) for total in cases]
    silent = trace.aside()
    unseen = [twisted_by(total, silent) for total in lesser]
    rows = []
    x = 0.0
    for k in range(1, support.poles.count + 1):
        name = f"pole {k}"
        trace.subject = name
        if k == 1:
            x = trace(eq.first_pole, N=row.number, a=spacing)
        else:
            x = trace(eq.next_pole, x=x, a=spacing)
        taken = [taken_by(case, x, row, trace) for case in twisted]
        worst = most(taken, attrgetter("moment"), attrgetter("shear"))
        shear = max(one.shear for one in taken)
        axial = axial_of(dead, x, row, trace)
        if axial < 0:
            trace.warn(
                "poles.uplift",
                "warning",
                f"The dead load lifts {name}: the cabinets hang outside the poles.",
            )
        directions = _directions(
            [*taken, *(taken_by(case, x, row, silent) for case in unseen)],
            combinations,
            silent if lesser else trace,
        )
        rows.append(
            _reported(
                name, worst, shear, axial,
                directions=directions, combinations=combinations, trace=trace,
            )
        )  # fmt: skip
    trace.subject = ""
    return rows


def twisted_by(total: Total, trace: Bare) -> Twisted:
    """A case with what it turns by force, height and lever."""
    trace.subject = f"poles, {subject(total.row.case, total.row.direction)}"
    offsets = turned(sums.TWIST, total.loads, "offset", trace)
    return Twisted(total, offsets, levered(sums.TWIST, total.loads, "arm", trace))


def _directions(taken: list[Taken], combinations: Combinations, trace: Bare) -> list[Push]:
    """What either direction brings to a pole; nothing where no side is known."""
    both: dict[Direction, tuple[float, float]] = {}
    for one in taken:
        shear, moment = both.get(one.row.direction, (one.shear, one.moment))
        both[one.row.direction] = max(shear, one.shear), max(moment, one.moment)
    return pushes(combinations, both, 0.0, trace) if len(both) > 1 else []


def taken_by(case: Twisted, x: float, row: Row, trace: Bare) -> Taken:
    """What a pole at x takes in a case."""
    total = case.total
    shear = trace(
        eq.pole_shear,
        V=total.row.shear_lbf, N=row.number,
        T_o=total.of_offsets,  # type: ignore[arg-type] # - wanted wherever there are several poles
        x=x, S_x=row.spread,
    )  # fmt: skip
    moment = trace(
        eq.pole_moment,
        M=total.row.moment_kipft, N=row.number, J_o=case.of_offsets, x=x, S_x=row.spread,
    )  # fmt: skip
    if total.of_arms is None or case.of_arms is None:
        return Taken(
            total.row, trace(eq.size_of_shear, V_o=shear), trace(eq.size_of_moment, M_o=moment)
        )
    shear_e = trace(eq.pole_shear_turned, T_e=total.of_arms, x=x, S_x=row.spread)
    moment_e = trace(eq.pole_moment_turned, J_e=case.of_arms, x=x, S_x=row.spread)
    return Taken(
        total.row,
        trace(eq.greatest_shear, V_o=shear, V_e=shear_e),
        trace(eq.greatest_moment, M_o=moment, M_e=moment_e),
    )


def axial_of(dead: Dead, x: float, row: Row, trace: Bare) -> float:
    """What of the dead load a pole at x carries, lbf."""
    if dead.moment:
        return trace(eq.pole_axial, D=dead.load, N=row.number, M_D=dead.moment, x=x, S_x=row.spread)
    return trace(eq.equal_axial, D=dead.load, N=row.number) if dead.load else 0.0


def _reported(
    name: str,
    worst: Taken,
    shear: float,
    axial: float,
    *,
    directions: list[Push],
    combinations: Combinations,
    trace: Bare,
) -> PoleRow:
    share = trace(eq.pole_share, V_k=worst.shear, V=worst.row.shear_lbf)
    height = trace(loads.load_height, M=worst.moment, V=worst.shear)
    asd = allowable(
        combinations,
        shear=worst.shear,
        moment=worst.moment,
        bending=Bending(worst.moment),
        torsion=0.0,
        largest_shear=shear,
        largest_torsion=0.0,
        load_height=height,
        directions=directions,
        trace=trace,
    )
    case, direction = worst.row.case, worst.row.direction
    return PoleRow(name, case, direction, share, worst.shear, worst.moment, 0.0, axial, asd)
