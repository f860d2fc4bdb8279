"""A drilled pier: required depth, depth to build, vertical bearing, concrete."""

from collections.abc import Sequence
from math import inf

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput, NoAnswer
from apex_cli.packs.footing import FootingPack, Method
from apex_cli.project.foundation import Footing
from apex_cli.solvers.buried import Broms, Buried
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import construction, idle, ordinance
from apex_cli.solvers.footing import equations as eq
from apex_cli.solvers.footing import pier_checks as checks
from apex_cli.solvers.footing import pier_equations as more
from apex_cli.solvers.footing import volume_equations as volumes
from apex_cli.solvers.footing.case import NEGLIGIBLE_LBF, Case, Lateral, PierMethod, Plan
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.methods import LAYERED, METHODS
from apex_cli.solvers.footing.pier_pole import around_pole, check_pole
from apex_cli.solvers.footing.result import Foundation, PierResult
from apex_cli.solvers.footing.soil import ground
from apex_cli.solvers.footing.tell import (
    NOT_CHECKED_PIER,
    not_checked,
    tell_factor_of_two,
    tell_pier,
    tell_several,
)
from apex_cli.solvers.footing.torsion import check_torsion
from apex_cli.solvers.limits import most
from apex_cli.solvers.poles import Stage


def solve_pier(
    inputs: FootingInputs,
    pack: FootingPack,
    demands: Sequence[Demand],
    trace: Bare,
    pole: Stage | None,
) -> PierResult:
    """The pier that carries the worst of the demands.

    Args:
        inputs: What the footing calculation sees of a project.
        pack: Names the method and its rules.
        demands: One entry a foundation, allowable-stress level.
        trace: Where steps, checks and warnings go.
        pole: What stands in it.

    Raises:
        InvalidInput: The width or the soil is missing.
        NoAnswer: No depth within the pack's limit carries the load.
    """
    footing = inputs.footing
    methods = METHODS if inputs.soil.layers is None else LAYERED
    soil = ground(inputs.soil, pack, trace, layered=pack.method in LAYERED)
    method = methods[pack.method]
    plan = _plan(footing, pack, trace)
    moment_given = inputs.loads is not None and inputs.loads.moment_lbft is not None
    rules, idle_ft = getattr(pack, method.rules), inputs.soil.ignore_top_ft or 0.0
    case = Case(footing, soil, pack, rules, plan.b, moment_given, idle_ft)
    worst, foundations = _worst(method, case, demands, trace.aside())
    trace.subject = worst.name
    if trace.told:
        tell_several(len(demands), worst.name, trace)
        tell_pier(case, inputs.water_depth_ft, trace)
        tell_factor_of_two(case, inputs, worst, trace)
        ordinance.tell_pier(inputs.local, trace)
    lateral = idle.lateral(method, case, worst, trace)
    _reachable(lateral.depth_ft, pack)
    frost_in = construction.frost(inputs, trace)
    depth = _depth(footing, lateral.depth_ft, frost_in, pack, trace)
    capacity = idle.capacity(method, case, worst, lateral, trace, depth_ft=depth)
    area = construction.area(footing.shape, plan.w, plan.length, trace)
    checks.check_depth(lateral.depth_ft, depth, frost_in, pack, trace)
    checks.tell_slenderness(case, depth, lateral, trace)
    construction.check_spacing("pier", plan.length, len(demands), inputs, trace)
    check_pole(case, plan, pole, trace)
    if footing.depth_ft is not None or soil.strata:
        checks.check_load(worst.lateral_lbf, capacity.load_lbf, pack, trace)
    friction = inputs.soil.side_friction_psf
    check_torsion(case, plan, demands, trace, depth=depth, given=friction)
    axial = [one.axial_lbf for one in demands]
    bearing = checks.check_bearing(case, max(axial), area, depth, trace)
    hole, each = _volumes(case, pole, area, depth, trace)
    water = inputs.water_depth_ft
    checks.check_uplift(case, min(axial), each, trace, hole=(area, depth), water=water)
    volume = construction.total(each, len(demands), trace)
    spoil = volume if each is hole else construction.total(hole, len(demands), trace)
    weight = trace(
        volumes.concrete_weight, gamma_c=pack.materials.concrete_unit_weight.number, V=volume
    )
    trace.subject = ""
    return PierResult(
        standard=pack.standard,
        method=method.name,
        type="pier",
        constraint="constrained" if lateral.restrained else "nonconstrained",
        shape=footing.shape,
        width_ft=plan.w,
        length_ft=None if footing.shape == "round" else plan.length,
        lateral_load_lbf=worst.lateral_lbf,
        load_height_ft=worst.height_ft,
        axial_lbf=worst.axial_lbf,
        torsion_lbft=worst.torsion_lbft,
        lateral_pressure_psf=lateral.pressure_psf,
        required_depth_ft=lateral.depth_ft,
        depth_ft=depth,
        governed_by=construction.governs(
            lateral.depth_ft, frost_in, pack.construction.minimum_depth.value, "lateral bearing"
        ),
        alternatives=list(lateral.alternatives),
        concrete_yd3=volume,
        spoil_yd3=spoil,
        concrete_weight_lbf=weight,
        count=len(demands),
        governing=worst.name or None,
        bearing=bearing,
        foundations=foundations,
        not_checked=not_checked(NOT_CHECKED_PIER, inputs),
        lateral_capacity_lbf=capacity.load_lbf,
        single_pass_depth_ft=capacity.single_pass_depth_ft,
        moment_max_kipft=lateral.moment_kipft,
        buried=_buried(case, plan, lateral, depth),
    )


BROMS: dict[Method, Broms] = {"broms-clay": "clay", "broms-sand": "sand"}
"""The methods whose moment below grade is known."""


def _buried(case: Case, plan: Plan, lateral: Lateral, depth: float) -> Buried:
    """The pier as it is built, for what is calculated after it."""
    footing, soil = case.footing, case.ground
    return Buried(
        shape=footing.shape,
        width=plan.w,
        length=plan.length,
        bearing=plan.b,
        depth=depth,
        reveal=footing.reveal_ft or 0.0,
        lateral=None if soil.strata else lateral.S or None,
        level=case.pack.combinations.wind.number,
        broms=BROMS.get(case.pack.method),
        strength=soil.strength,
        weight=soil.unit_weight,
        angle=soil.angle,
        idle=case.idle,
        held=lateral.restrained,
        pole=footing.pole_embedment_ft,
    )


def _plan(footing: Footing, pack: FootingPack, trace: Bare) -> Plan:
    """What the pier measures in plan; the diagonal of a square is the building code's own rule."""
    if footing.width_ft is None:
        detail = "a pier needs its diameter or side; none is assumed"
        raise InvalidInput.at(Fault("/footing/width_ft", detail))
    w = footing.width_ft
    if footing.shape == "round":
        return Plan(w, w, w)
    length = w if footing.length_ft is None else footing.length_ft
    if pack.lateral is None:
        return Plan(w, length, length)
    return Plan(w, length, trace(eq.diagonal, w=w, l=length))


def _worst(
    method: PierMethod, case: Case, demands: Sequence[Demand], silent: Bare
) -> tuple[Demand, list[Foundation]]:
    """The demand that asks for the deepest pier, and a row for each if there are several.

    Of depths that differ by rounding only, the one with the greatest torsion decides, then the
    first.
    """
    if len(demands) == 1:
        return demands[0], []
    depths = [_required(method, case, one, silent) for one in demands]
    rows = [
        Foundation(
            name=one.name,
            lateral_load_lbf=one.lateral_lbf,
            load_height_ft=one.height_ft,
            axial_lbf=one.axial_lbf,
            torsion_lbft=one.torsion_lbft,
            required_depth_ft=depth,
        )
        for one, depth in zip(demands, depths, strict=True)
    ]
    each = zip(depths, demands, strict=True)
    return most(each, lambda it: it[0], lambda it: it[1].torsion_lbft)[1], rows


def _volumes(
    case: Case, pole: Stage | None, area: float, depth: float, trace: Bare
) -> tuple[float, float]:
    """The hole and the concrete of one pier, yd3."""
    hole = concrete = trace(volumes.volume, A_b=area, t=depth)
    height, reveal = depth, case.footing.reveal_ft
    if reveal:
        height = trace(more.height_of_pier, d_b=depth, r=reveal)
        concrete = trace(volumes.volume, A_b=area, t=height)
    return hole, around_pole(case, pole, concrete, height, trace)


def _required(method: PierMethod, case: Case, demand: Demand, silent: Bare) -> float:
    """Depth that one demand asks for, without a word; none for a load that is no load."""
    if demand.lateral_lbf < NEGLIGIBLE_LBF:
        return 0.0
    return idle.lateral(method, case, demand, silent).depth_ft


_BEYOND_SENSE_FT = 1e6
"""A depth beyond it is told by its size alone."""


def _reachable(depth_ft: float, pack: FootingPack) -> None:
    if not abs(depth_ft) < inf:
        detail = "the depth of the pier grows beyond what a computer holds"
        raise NoAnswer(detail, hint="see whether the numbers are meant")
    limit = pack.construction.maximum_depth.value
    if depth_ft > limit:
        depth = f"{depth_ft:.0f}" if depth_ft < _BEYOND_SENSE_FT else f"{depth_ft:.1e}"
        raise NoAnswer(
            f"no pier of this width carries the load: the equations ask for {depth} ft, "
            f"and {pack.ref} gives up at {limit:g} ft",
            code="footing.no_depth",
            hint="widen the pier, use several, or use better ground",
            faults=[Fault("/footing/width_ft", "too narrow for the load", hint="widen the pier")],
        )


def _depth(
    footing: Footing, d: float, frost_in: float | None, pack: FootingPack, trace: Bare
) -> float:
    """The depth given, else the depth to build."""
    if footing.depth_ft is not None:
        return footing.depth_ft
    return construction.depth_to_build(d, frost_in, pack, trace)
