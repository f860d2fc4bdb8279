"""A pole from grade up: its steel, where it was held, and how far it is used in between."""

from collections.abc import Sequence
from math import hypot

from apex_cli.equations import Bare
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.demand import every
from apex_cli.solvers.support.member_checks import Held, Members, joint
from apex_cli.solvers.support.pieces import Piece, Run
from apex_cli.solvers.support.result import PlaceRow, ProfileRow, StageRow, SteelRow

PARTS = 8
"""Into how many lengths the height is parted where nothing else ends."""


def stages(pieces: Sequence[Piece], held: Sequence[Held]) -> list[StageRow]:
    """Each stage with the check that asks most of it."""
    rows = []
    for piece in pieces:
        stage = piece.stage
        worst = most([one for one in held if one.stage == stage.name], lambda one: one.ratio)
        weight = None if stage.weight is None else stage.weight * (stage.top - stage.bottom)
        rows.append(
            StageRow(
                stage.name, piece.section, stage.bottom, stage.top, weight,
                worst.ratio, worst.id, worst.combination, worst.z,
            )
        )  # fmt: skip
    return rows


def steel(pieces: Sequence[Piece]) -> list[SteelRow]:
    """What each stage is made of."""
    return [
        SteelRow(
            piece.stage.name, piece.steel.name, piece.steel.F_y, piece.steel.F_u,
            piece.stage.width, piece.stage.depth, piece.stage.wall or 0.0, piece.tube.t,
        )
        for piece in pieces
    ]  # fmt: skip


def places(held: Sequence[Held]) -> list[PlaceRow]:
    """Every place that was held, from grade up, with the check that asks most there."""
    held = [one for one in held if one.id != "steel.slenderness"]  # of a wall, at no place
    names = dict.fromkeys((one.z, one.place) for one in held)
    rows = []
    for z, name in sorted(names, key=lambda one: one[0]):
        worst = most(
            [one for one in held if (one.z, one.place) == (z, name)], lambda one: one.ratio
        )
        rows.append(PlaceRow(name, z, worst.ratio, worst.id, worst.combination))
    return rows


def profile(members: Members, runs: Sequence[Run], top: float) -> list[ProfileRow]:
    """How far the whole section is used by all that acts together, from grade up.

    Where the section changes there is a row of either.

    Args:
        members: The pieces with their strengths.
        runs: The lengths of the pole.
        top: Where it ends, ft.
    """
    silent, rows = Bare(), []
    for run in runs:
        if not members.has_strength(run.piece):
            continue
        end = min(run.top, top)
        between = [top * k / PARTS for k in range(1, PARTS)]
        s = members.strength(run.piece)
        for z in [run.bottom, *(z for z in between if run.bottom < z < end), end]:
            met = [one.forces for one in every(members.situation, z, diagonal=run.piece.diagonal)]
            rows.append(
                ProfileRow(
                    z,
                    run.piece.stage.name,
                    max(hypot(one.moment_x, one.moment_y) for one in met),
                    max(joint(members.situation, one, s, silent).ratio for one in met),
                )
            )
    return rows
