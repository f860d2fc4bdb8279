"""The entry: from loads at allowable-stress level to the foundation."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from apex_cli.equations import Bare
from apex_cli.errors import NoAnswer
from apex_cli.packs.footing import FootingPack
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.case import NEGLIGIBLE_LBF
from apex_cli.solvers.footing.demand import loads_demand, under_poles
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.pier_pole import pole_of
from apex_cli.solvers.footing.result import FootingResult
from apex_cli.solvers.footing.tell import tell_foreign, tell_unused

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack

__all__ = ["FootingInputs", "loads_demand", "solve"]


def solve(
    inputs: FootingInputs,
    pack: FootingPack,
    demands: Sequence[Demand],
    trace: Bare,
    sections: "SectionsPack | None" = None,
) -> FootingResult:
    """The foundation for these demands, solved, or checked when the project gives its size.

    Args:
        inputs: What the footing calculation sees of a project.
        pack: The code or published method.
        demands: Loads of each foundation at allowable-stress level.
        trace: Where steps, assumptions, warnings and checks go.
        sections: Has the sections that the poles name.

    Raises:
        InvalidInput: Footing or soil is incomplete.
        NoAnswer: There is no load, or no size within the pack's limits carries it.

    Source: IBC 1806 to 1809, or the pack's method.
    """
    if not demands or max([one.lateral_lbf for one in demands]) < NEGLIGIBLE_LBF:
        raise NoAnswer("no lateral load reaches the foundation", code="footing.no_load")
    trace.cite(pack.citations)
    tell_foreign(inputs, pack, trace)
    carried = under_poles(demands, inputs, trace)
    pole = pole_of(inputs, sections, trace)
    if inputs.footing.type == "pier":
        from apex_cli.solvers.footing.pier import solve_pier  # noqa: PLC0415 - loaded when it is asked for

        return solve_pier(inputs, pack, carried, trace, pole)
    from apex_cli.solvers.footing.spread import solve_spread  # noqa: PLC0415 - loaded when it is asked for

    tell_unused(inputs, trace)
    return solve_spread(inputs, pack, carried, trace, pole)
