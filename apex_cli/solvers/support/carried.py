"""What a support carries: from the wind's answer, or loads that are given."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput, NoAnswer
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


def require_below_loads(carried: Carried, opening: Opening | None, pieces: Sequence[Piece]) -> None:
    """Refuse given loads whose one force acts below a place that is held: nothing would reach it.

    Raises:
        InvalidInput: Every stage and the opening that stand above the force.
    """
    if not carried.given:
        return
    (load,) = carried.actions.blows[0].loads
    places = [
        (f"{above.stage.where}/bottom_ft", f"the foot of {above.stage.name}", below.stage.top)
        for below, above in pairwise(pieces)
    ]
    if opening is not None:
        where = "/support/opening/height_ft"
        places.append((where, "the hole", opening.height_ft))
    hint = "leave loads out: the wind acts along the height; or have its own loads for each place"
    faults = [
        Fault(where, f"{name} is not below the given force, at {load.height:g} ft", z, hint)
        for where, name, z in places
        if z >= load.height
    ]
    if faults:
        more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
        first = faults[0]
        raise InvalidInput(f"{first.pointer}: {first.detail}{more}", faults=faults, hint=first.hint)
