"""What each load combination brings to grade."""

from collections.abc import Callable, Sequence
from math import hypot
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.demand import Forces, Situation, every
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.slab.place import Loading


class Reached(NamedTuple):
    """What reaches the foot of a pole: at the level of the method, and at strength level.

    Steel is held under the first, concrete under the second whatever the method; a slab by each
    direction of the wind.
    """

    steel: list[Reaction]
    strength: list[Reaction]
    directed: Sequence[Loading] = ()


def reached_of(steel: Situation, strength: Situation) -> Reached:
    """What reaches the foot of a pole, by the level of the method and at strength level."""
    return Reached(reactions(steel), reactions(strength), directed(strength))


def reactions(situation: Situation) -> list[Reaction]:
    """What each combination brings to grade, each number the largest of any case."""
    met = every(situation, 0.0)
    rows = []
    for row in situation.combinations:
        found = [one.forces for one in met if one.case.combination is row]
        rows.append(_largest(row.name, found, _resultant(found)))
    return rows


def _largest(name: str, found: Sequence[Forces], moment: float) -> Reaction:
    """A row of the largest numbers of these cases, with this moment, kip-ft."""
    return Reaction(
        name,
        1000 * found[0].axial,
        1000 * max(hypot(one.shear_x, one.shear_y) for one in found),
        moment,
        max(one.torsion for one in found),
    )


def _resultant(found: Sequence[Forces]) -> float:
    return max(hypot(one.moment_x, one.moment_y) for one in found)


def directed(situation: Situation) -> list[Loading]:
    """What each combination brings to grade by the direction of the wind, the largest of any case.

    Weights off the axis bend the pole across the wind on the faces.
    """
    met = every(situation, 0.0)
    rows = []
    for row in situation.combinations:
        for direction in dict.fromkeys(one.case.blow.direction for one in met):
            found = [
                one.forces
                for one in met
                if one.case.combination is row and one.case.blow.direction == direction
            ]
            if not found:  # dead load alone has no direction
                continue
            split = direction == "front"
            rows.append(
                Loading(
                    _largest(
                        row.name,
                        found,
                        max(one.moment_x for one in found) if split else _resultant(found),
                    ),
                    row.dead,
                    along=direction == "side",
                    across=max(one.moment_y for one in found) if split else 0.0,
                )
            )
    return rows


def worst(poles: Sequence[Reached], hold: Callable[[Reached, Bare], object]) -> int:
    """The pole whose reactions ask for most of what holds them; the first of equals.

    Poles that are alike in the check with the greatest ratio differ in the next.

    Args:
        poles: What reaches each pole.
        hold: Holds it.
    """
    if len(poles) == 1:
        return 0
    ratios = []
    for one in poles:
        silent = Bare()
        hold(one, silent)
        ratios.append(sorted((check.used for check in silent.checks), reverse=True))
    longest = max(map(len, ratios))
    filled = [[*found, *[0.0] * (longest - len(found))] for found in ratios]
    return most(range(len(poles)), *(_ranked(filled, rank) for rank in range(longest)))


def _ranked(ratios: Sequence[Sequence[float]], rank: int) -> Callable[[int], float]:
    return lambda n: ratios[n][rank]
