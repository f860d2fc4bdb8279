"""What a support carries: from the wind's answer, or loads that are given."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.combinations import Combinations
from apex_cli.project.foundation import Loads
from apex_cli.project.support import Opening
from apex_cli.solvers.acting import Actions, Blow, Hung, Load
from apex_cli.solvers.support.equations import acting as eq
from apex_cli.solvers.support.pieces import Piece


class Carried(NamedTuple):
    """What the support carries.

    Args:
        actions: Forces and weights along the height, strength level.
        combinations: The load combinations.
        given: Whether the loads are given.
    """

    actions: Actions
    combinations: Combinations
    given: bool


def of_wind(actions: Actions | None, combinations: Combinations) -> Carried:
    """What the wind's answer says.

    Raises:
        NoAnswer: It has no sign.
    """
    if actions is None:  # pragma: no cover - a sign is needed: see inputs
        raise NoAnswer("there is no sign")
    return Carried(actions, combinations, given=False)


def of_loads(loads: Loads, combinations: Combinations, trace: Bare) -> Carried:
    """Loads that are given instead of the wind: one force at its height, one weight.

    Args:
        loads: The loads at one foundation.
        combinations: The load combinations.
        trace: Calls the equations.
    """
    trace.subject = "given loads"
    given = force = loads.lateral_lbf
    if loads.level == "asd":
        f_W = next(wind for row, _, wind in combinations.numbers if row.level == "asd")
        force = trace(eq.at_strength_level, F_g=given, f_W=f_W)
        trace.assume(
            f"The given loads are at allowable-stress level: over {f_W.real:g} they are at "
            "strength level."
        )
    height = loads.height_ft
    if height is None:
        height = trace(eq.height_of_given, M_g=loads.moment_lbft, F_g=given)  # type: ignore[arg-type] # - the record asks for one
    arm = trace(eq.arm_of_given, T_g=loads.torsion_lbft, F_g=given) if loads.torsion_lbft else None
    trace.subject = ""
    load = Load(force, height, None, arm, height, height)
    weight = (Hung(loads.axial_lbf, height, height, 0.0),) if loads.axial_lbf else ()
    return Carried(Actions((Blow("A", "front", (load,)),), weight), combinations, given=True)


def load_faults(
    carried: Carried, opening: Opening | None, pieces: Sequence[Piece]
) -> Iterator[Fault]:
    """Every stage and the opening that stand above the one force that is given: it asks nothing."""
    if not carried.given:
        return
    (load,) = carried.actions.blows[0].loads
    places = [
        (f"{above.stage.where}/bottom_ft", f"the foot of {above.stage.name}", below.stage.top)
        for below, above in pairwise(pieces)
    ]
    if opening is not None:
        places.append(("/support/opening/height_ft", "the hole", opening.height_ft))
    for where, name, z in places:
        if z >= load.height:
            detail = f"{name} is not below the given force, at {load.height:g} ft"
            hint = "leave loads out: the wind acts along the height"
            yield Fault(where, detail, z, hint)
