"""What the brackets of a projecting sign take, and the anchors of one of them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.combinations import Combinations
from apex_cli.project.building import Brackets
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.equations import fixings as eq
from apex_cli.solvers.exposure.mounted.anchors import (
    Group,
    Taken,
    anchored,
    group_of,
    tension_of_rows,
)
from apex_cli.solvers.exposure.mounted.result import AnchorRow, AtWall, BracketRow

_WHERE = "/sign/brackets"


class Held(NamedTuple):
    """What a bracket takes, and its anchors where they are told."""

    bracket: BracketRow
    anchors: AnchorRow | None


def held(
    brackets: Brackets, at_wall: AtWall, combinations: Sequence[Combinations], trace: Bare
) -> Held:
    """What the most loaded bracket and its most loaded anchor take.

    Args:
        brackets: As the project tells them.
        at_wall: The most that reaches the wall.
        combinations: Of the wind with the dead load, and of the dead load alone.
        trace: Calls the equations.

    Raises:
        InvalidInput: Anchors that cannot take the moments.
    """
    if brackets.anchors is not None:
        _require_couples(brackets, at_wall)
    trace.subject = "bracket"
    number = Known(float(brackets.count), f"{_WHERE}/count")
    along = trace(eq.force_on_bracket, F=at_wall.along_lbf or 0.0, n_b=number)
    turn = trace(eq.turning_of_bracket, M_t=at_wall.turn_kipft or 0.0, n_b=number)
    down, pull, lean = 0.0, None, None
    if at_wall.down_lbf:
        down = trace(eq.weight_on_bracket, W=at_wall.down_lbf, n_b=number)
        if brackets.spacing_ft is not None and brackets.count > 1:
            pull = trace(
                eq.bracket_pull, M_l=at_wall.lean_kipft, n_b=number, s_b=brackets.spacing_ft
            )
        else:
            lean = trace(eq.in_pound_feet, M_l=at_wall.lean_kipft)
    row = BracketRow(brackets.count, along, turn, down, pull, lean)
    anchors = None
    if brackets.anchors is not None:
        group = group_of(brackets.anchors, f"{_WHERE}/anchors", "Bracket", trace)
        trace.subject = "one anchor of a bracket"
        taken = _taken(row, group, trace)
        anchors = anchored(group, taken, combinations, tributary=None, trace=trace)
    trace.subject = ""
    return Held(row, anchors)


def _taken(row: BracketRow, group: Group, trace: Bare) -> Taken:
    """What one anchor of the bracket takes."""
    tension = trace(
        eq.turning_tension,
        M_b=row.turn_lbft,
        n_r=group.rows,
        n_c=group.columns,
        s_c=group.anchors.column_spacing_in,  # type: ignore[arg-type] # - told for several columns
    )
    shear = trace(eq.wind_shear, F_b=row.along_lbf, n_a=group.count)
    hangs = leans = 0.0
    if row.down_lbf:
        hangs = trace(eq.dead_shear, W=row.down_lbf, n_a=group.count)
    if row.pull_lbf is not None:
        leans = trace(eq.pull_of_anchor, H_D=row.pull_lbf, n_a=group.count)
    elif row.lean_lbft is not None:
        leans = tension_of_rows(row.lean_lbft, group, trace)
    return Taken(tension, leans, shear, hangs)


def _require_couples(brackets: Brackets, at_wall: AtWall) -> None:
    """Refuse anchors in one line, which take no moment across it."""
    if faults := [*_mechanisms(brackets, at_wall)]:
        raise InvalidInput.at(*faults)


def _mechanisms(brackets: Brackets, at_wall: AtWall) -> Iterator[Fault]:
    anchors, where = brackets.anchors, f"{_WHERE}/anchors"
    if anchors is not None and anchors.columns == 1:
        yield Fault(
            f"{where}/columns",
            "one column of anchors takes no moment of the wind about the vertical",
            anchors.columns,
            "give two columns and their spacing",
        )
    if anchors is not None and anchors.rows == 1 and brackets.count == 1 and at_wall.down_lbf:
        yield Fault(
            f"{where}/rows",
            "one row of anchors of a single bracket does not hold a weight off the wall",
            anchors.rows,
            "give two rows and their spacing, or two brackets",
        )
