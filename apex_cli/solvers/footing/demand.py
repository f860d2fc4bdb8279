"""Loads given in the project instead of computed from the wind, at allowable-stress level."""

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.footing import FootingPack
from apex_cli.project.model import Inputs
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import equations as eq


def loads_demand(inputs: Inputs, pack: FootingPack, trace: Bare) -> tuple[Demand, ...]:
    """The demand of a project's `loads` block: one foundation.

    Strength-level loads are wind (1.0W): lateral force, moment and torsion are brought to
    allowable-stress level by the pack's factor. The axial load is dead load at both levels.

    Args:
        inputs: The project's inputs, with `loads`.
        pack: Supplies the factor on wind.
        trace: Where the steps go.

    Raises:
        InvalidInput: The project has no `loads`.
    """
    loads = inputs.loads
    if loads is None:
        fault = Fault("/loads", "is needed when the wind is not calculated")
        raise InvalidInput("/loads: is needed when the wind is not calculated", faults=[fault])
    trace.cite(pack.citations)
    lateral = trace.known(loads.lateral_lbf, "/loads/lateral_lbf")
    torsion = trace.known(loads.torsion_lbft, "/loads/torsion_lbft")
    moment: float | None = None
    if loads.moment_lbft is not None:
        moment = trace.known(loads.moment_lbft, "/loads/moment_lbft")
    if loads.level == "strength":
        factor = pack.combinations.wind.known
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
        height = trace.known(loads.height_ft or 0.0, "/loads/height_ft")
    else:
        height = trace(eq.load_height, M_g=moment, P=lateral)
    return (Demand(lateral, height, trace.known(loads.axial_lbf, "/loads/axial_lbf"), torsion),)
