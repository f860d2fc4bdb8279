"""Loads given in the project instead of computed from the wind, at allowable-stress level."""

from collections.abc import Sequence

from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.packs.footing import FootingPack
from apex_cli.packs.model import of_own_level
from apex_cli.project.foundation import Loads
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import equations as eq
from apex_cli.solvers.footing.inputs import FootingInputs


def loads_demand(loads: Loads, pack: FootingPack, trace: Bare) -> tuple[Demand, ...]:
    """The demand of a project's `loads` block: one foundation.

    Strength-level loads are wind (1.0W): lateral force, moment and torsion are brought to
    allowable-stress level by the pack's factor. The axial load is dead load at both levels.

    Args:
        loads: The block.
        pack: Supplies the factor on wind.
        trace: Where the steps go.
    """
    of_own_level(loads.level, pack)
    trace.cite(pack.citations)
    lateral, torsion, moment = loads.lateral_lbf, loads.torsion_lbft, loads.moment_lbft
    if loads.level == "strength":
        factor = pack.combinations.wind.number
        lateral = trace(eq.allowable_load, omega=factor, P_u=lateral)
        if moment is not None:
            moment = trace(eq.allowable_moment, omega=factor, M_u=moment)
        if torsion:
            torsion = trace(eq.allowable_torsion, omega=factor, T_u=torsion)
        trace.assume(
            f"The loads are those of one foundation, strength-level wind (1.0W); {factor.real:g} "
            "of them is the allowable-stress load. The axial load is dead load and is not reduced."
        )
    else:
        trace.assume(
            "The loads are taken as given, for one foundation, at allowable-stress level (0.6W)."
        )
    if moment is None:
        height = loads.height_ft or 0.0
    else:
        height = trace(eq.load_height, M_g=moment, P=lateral)
    return (Demand(lateral, height, loads.axial_lbf, torsion),)


def under_poles(demands: Sequence[Demand], inputs: FootingInputs, trace: Bare) -> Sequence[Demand]:
    """The demands; of loads that replace the wind on a sign, one under each of its poles.

    Args:
        demands: As they were given or computed.
        inputs: What the footing calculation sees of a project.
        trace: Where it is told.
    """
    loads, sign = inputs.loads, inputs.sign
    if loads is None or sign is None:
        return demands
    count = 1 if sign.poles is None else sign.poles.count
    trace.assume(
        "The loads block stands in the place of the wind on the sign, as loads.replaces_wind asks"
        + (f": the same loads under each of {count} poles." if count > 1 else ".")
    )
    if count == 1:
        return demands
    return [replace(demands[0], name=f"pole {k}") for k in range(1, count + 1)]
