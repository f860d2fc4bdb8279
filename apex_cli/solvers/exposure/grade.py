"""What reaches grade: the governing case, allowable stress, load combinations."""

from operator import attrgetter

from apex_cli.equations import Bare
from apex_cli.packs.exposure import Combinations
from apex_cli.solvers.exposure.equations import loads as eq
from apex_cli.solvers.exposure.result import Asd, Base, CombinationRow
from apex_cli.solvers.exposure.totals import Total
from apex_cli.solvers.exposure.weights import Dead

_BENDING = attrgetter("moment_kipft")
_AXIAL = attrgetter("axial_lbf")


def governing(cases: list[Total]) -> Total:
    """The case with the largest moment, and among equals the largest torsion."""
    return max(cases, key=lambda case: (case.row.moment_kipft, case.row.torsion_kipft))


def base_of(cases: list[Total], dead: Dead, trace: Bare) -> Base:
    """The governing case at grade."""
    row = governing(cases).row
    pushing = max(cases, key=lambda case: case.row.shear_lbf).row
    turning = max(cases, key=lambda case: case.row.torsion_kipft).row
    for other, word, more in (
        (pushing, "shear", pushing.shear_lbf > row.shear_lbf),
        (turning, "torsion", turning.torsion_kipft > row.torsion_kipft),
    ):
        if more:
            trace.assume(
                f"Case {row.case} brings the largest moment and Case {other.case} the largest "
                f"{word}: the foundation is told both, each at its largest."
            )
    trace.subject = "base"
    height = trace(eq.load_height, M=row.moment_kipft, V=row.shear_lbf)
    trace.subject = ""
    return Base(
        row.case,
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
    torsion: float,
    largest_shear: float,
    largest_torsion: float,
    load_height: float,
    dead_moment: float,
    trace: Bare,
) -> Asd:
    """Shear, moment and torsion with the wind's factor of allowable-stress design.

    Args:
        combinations: The pack's.
        shear: Strength level, lbf.
        moment: Of the wind, strength level, kip-ft.
        torsion: Strength level, kip-ft.
        largest_shear: That of the case with the largest, strength level, lbf.
        largest_torsion: That of the case with the largest, strength level, kip-ft.
        load_height: Moment over shear, ft.
        dead_moment: Moment of the dead load at right angles to the wind's, kip-ft.
        trace: Calls the equations.
    """
    factor, dead_factor = next(
        (wind, dead) for row, dead, wind in combinations.known if row.level == "asd"
    )
    height = load_height
    less = most = trace(eq.factored_shear, f_W=factor, V=shear)
    if largest_shear > shear:
        most = trace(eq.factored_shear, f_W=factor, V=largest_shear)
    bending = both = trace(eq.factored_moment, f_W=factor, M=moment)
    if dead_moment:
        both = trace(eq.resultant_moment, f_W=factor, M_W=moment, f_D=dead_factor, M_D=dead_moment)
    if dead_moment or largest_shear > shear:
        height = trace(eq.load_height, M=both, V=most)
    turning = trace(eq.factored_torsion, f_W=factor, T=torsion) if torsion else 0.0
    largest = turning
    if largest_torsion > torsion:
        largest = trace(eq.factored_torsion, f_W=factor, T=largest_torsion)
    return Asd(factor, less, bending, turning, height, most, largest)


def combined(combinations: Combinations, base: Base, asd: Asd, trace: Bare) -> list[CombinationRow]:
    """Every load combination at grade, largest shear and torsion of any case, what it governs.

    The wind's moment and that of an offset dead load stand at right angles: their resultant.
    Within a level the larger moment governs bending, the larger axial load bearing, the smaller
    one overturning.
    """
    rows: list[CombinationRow] = []
    for row, f_dead, f_wind in combinations.known:
        trace.subject = row.name
        strength = row.level == "strength"
        moment = base.moment_kipft if strength else asd.moment_kipft
        if base.dead_moment_kipft:
            moment = trace(
                eq.resultant_moment,
                f_W=f_wind,
                M_W=base.moment_kipft,
                f_D=f_dead,
                M_D=base.dead_moment_kipft,
            )
        axial = 0.0
        if base.dead_load_lbf:
            axial = trace(eq.factored_dead_load, f_D=f_dead, D=base.dead_load_lbf)
        rows.append(
            CombinationRow(
                row.name,
                row.level,
                axial,
                base.largest_shear_lbf if strength else asd.largest_shear_lbf,
                moment,
                base.largest_torsion_kipft if strength else asd.largest_torsion_kipft,
                [],
            )
        )
    trace.subject = ""
    for level in ("strength", "asd"):
        peers = [row for row in rows if row.level == level]
        max(peers, key=_BENDING).governs.append("bending")
        max(peers, key=_AXIAL).governs.append("bearing")
        min(peers, key=_AXIAL).governs.append("overturning")
    return rows
