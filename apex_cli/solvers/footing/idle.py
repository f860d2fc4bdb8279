"""Ground that resists nothing sideways: the depth from grade that a project says to ignore.

The methods see a pier that begins where the ground begins to resist, under a load that is that
much higher; lateral bearing grows from there. What they answer is told from grade.
"""

from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import pier_equations as eq
from apex_cli.solvers.footing.case import Capacity, Case, Lateral, PierMethod
from apex_cli.solvers.footing.result import Alternative


def lateral(method: PierMethod, case: Case, demand: Demand, trace: Bare) -> Lateral:
    """The depth from grade that carries a lateral load."""
    if not case.idle:
        return method.lateral(case, demand, trace)
    found = method.lateral(case, _above(case, demand, trace), trace)
    return replace(
        found,
        depth_ft=trace(eq.depth_from_grade, d=found.depth_ft, z_0=case.idle),
        alternatives=tuple(
            Alternative(one.reading, one.required_depth_ft + case.idle)
            for one in found.alternatives
        ),
    )


def capacity(
    method: PierMethod, case: Case, demand: Demand, found: Lateral, trace: Bare, *, depth_ft: float
) -> Capacity:
    """What a pier of this depth from grade carries; nothing if it ends in what is ignored."""
    if not case.idle:
        return method.capacity(case, demand, depth_ft, found, trace)
    if depth_ft <= case.idle:
        return Capacity(0.0, None)
    below = resisting(case, depth_ft, trace)
    carried = method.capacity(case, _above(case, demand, trace.aside()), below, found, trace)
    single = carried.single_pass_depth_ft
    return Capacity(carried.load_lbf, None if single is None else single + case.idle)


def resisting(case: Case, depth_ft: float, trace: Bare) -> float:
    """The part of a depth that resists, ft."""
    if not case.idle:
        return depth_ft
    return trace(eq.depth_that_resists, z=depth_ft, z_0=case.idle)


def _above(case: Case, demand: Demand, trace: Bare) -> Demand:
    if trace.told:
        trace.assume(
            f"The top {case.idle:g} ft of the ground resist nothing sideways: the load stands that "
            "much higher, and lateral resistance grows from there."
        )
    height = trace(eq.height_above_resistance, h=demand.height_ft, z_0=case.idle)
    return replace(demand, height_ft=height)
