"""A drilled pier: required depth, depth to build, vertical bearing, concrete."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput, NoAnswer
from apex_cli.packs.footing import FootingPack
from apex_cli.project.foundation import Footing
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import build
from apex_cli.solvers.footing import equations as eq
from apex_cli.solvers.footing.case import NEGLIGIBLE_LBF, Case, PierMethod
from apex_cli.solvers.footing.clauses import cited
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.methods import METHODS
from apex_cli.solvers.footing.result import Bearing, Foundation, PierResult
from apex_cli.solvers.footing.soil import ground
from apex_cli.solvers.footing.tell import tell_factor_of_two, tell_pier, tell_several
from apex_cli.solvers.footing.ties import governing


class _Plan(NamedTuple):
    """Plan of a pier: side along the wind, the other side, and what bears on the ground, ft."""

    w: float
    length: float
    b: float


def solve_pier(
    inputs: FootingInputs, pack: FootingPack, demands: Sequence[Demand], trace: Bare
) -> PierResult:
    """The pier that carries the worst of the demands.

    Args:
        inputs: What the footing calculation sees of a project.
        pack: Names the method and its rules.
        demands: One entry a foundation, allowable-stress level.
        trace: Where steps, checks and warnings go.

    Raises:
        InvalidInput: The width or the soil is missing.
        NoAnswer: No depth within the pack's limit carries the load.
    """
    footing = inputs.footing
    method = METHODS[pack.method]
    soil = ground(inputs.soil, pack, trace)
    plan = _plan(footing, pack, trace)
    moment_given = inputs.loads is not None and inputs.loads.moment_lbft is not None
    case = Case(footing, soil, pack, getattr(pack, method.rules), plan.b, moment_given)
    worst, foundations = _worst(method, case, demands)
    trace.subject = worst.name
    if trace.told:
        tell_several(len(demands), worst.name, trace)
        tell_pier(case, worst, trace)
        tell_factor_of_two(case, inputs, trace)
    lateral = method.lateral(case, worst, trace)
    _reachable(lateral.depth_ft, pack)
    frost_in = build.frost(inputs, trace)
    depth = _depth(footing, lateral.depth_ft, frost_in, pack, trace)
    capacity = method.capacity(case, worst, depth, lateral, trace)
    area = build.area(footing.shape, plan.w, plan.length, trace)
    _check(lateral.depth_ft, depth, frost_in, pack, trace)
    build.check_spacing("pier", plan.length, len(demands), inputs, trace)
    if footing.depth_ft is not None:
        _check_load(worst.lateral_lbf, capacity.load_lbf, pack, trace)
    axial = [one.axial_lbf for one in demands]
    bearing = _bearing(case, max(axial), area, depth, trace)
    each = trace(eq.volume, A_b=area, t=depth)
    _uplift(case, min(axial), each, trace)
    volume = build.total(each, len(demands), trace)
    weight = trace(eq.concrete_weight, gamma_c=pack.materials.concrete_unit_weight.known, V=volume)
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
        governed_by=build.governs(
            lateral.depth_ft, frost_in, pack.construction.minimum_depth.value, "lateral bearing"
        ),
        alternatives=list(lateral.alternatives),
        concrete_yd3=volume,
        spoil_yd3=volume,
        concrete_weight_lbf=weight,
        count=len(demands),
        governing=worst.name or None,
        bearing=bearing,
        foundations=foundations,
        lateral_capacity_lbf=capacity.load_lbf,
        single_pass_depth_ft=capacity.single_pass_depth_ft,
    )


def _plan(footing: Footing, pack: FootingPack, trace: Bare) -> _Plan:
    """What the pier measures in plan; the diagonal of a square is the building code's own rule."""
    if footing.width_ft is None:
        detail = "a pier needs its diameter or side; none is assumed"
        raise InvalidInput(
            f"/footing/width_ft: {detail}", faults=[Fault("/footing/width_ft", detail)]
        )
    w = footing.width_ft
    if footing.shape == "round":
        return _Plan(w, w, w)
    length = w if footing.length_ft is None else footing.length_ft
    if pack.lateral is None:
        return _Plan(w, length, length)
    return _Plan(w, length, trace(eq.diagonal, w=w, l=length))


def _worst(
    method: PierMethod, case: Case, demands: Sequence[Demand]
) -> tuple[Demand, list[Foundation]]:
    """The demand that asks for the deepest pier, and a row for each if there are several."""
    if len(demands) == 1:
        return demands[0], []
    depths = [_required(method, case, one) for one in demands]
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
    keys = [(depth, one.torsion_lbft) for depth, one in zip(depths, demands, strict=True)]
    return demands[governing(keys)], rows


def _required(method: PierMethod, case: Case, demand: Demand) -> float:
    """Depth that one demand asks for, without a word; none for a load that is no load."""
    if demand.lateral_lbf < NEGLIGIBLE_LBF:
        return 0.0
    return method.lateral(case, demand, Bare()).depth_ft


def _reachable(depth_ft: float, pack: FootingPack) -> None:
    limit = pack.construction.maximum_depth.value
    if not depth_ft <= limit:
        raise NoAnswer(
            f"no pier of this width carries the load: the equations ask for {depth_ft:.0f} ft, "
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
    return build.depth_to_build(d, frost_in, pack, trace)


def _check(d: float, depth: float, frost_in: float | None, pack: FootingPack, trace: Bare) -> None:
    """File the checks of the depth, and say when no common rig reaches it."""
    trace.hold(
        "pier.depth", "The pier is as deep as the lateral load asks.",
        demand=d, capacity=depth, unit="ft", clause=_clause(pack),
    )  # fmt: skip
    build.check_depth("pier", frost_in, depth, pack, trace)
    rig = pack.construction.rig_depth.value
    if depth > rig:
        trace.warn(
            "footing.rig_depth",
            "warning",
            f"A pier {depth:g} ft deep is beyond the {rig:g} ft that a common rig drills.",
        )


def _check_load(load: float, carried: float, pack: FootingPack, trace: Bare) -> None:
    """File how much of its capacity a given pier is asked for."""
    trace.hold(
        "pier.lateral", "The given pier carries the lateral load at its height.",
        demand=load, capacity=carried, unit="lbf", clause=_clause(pack),
    )  # fmt: skip


def _clause(pack: FootingPack) -> str:
    """Where the method stands."""
    return f"{pack.standard} {METHODS[pack.method].clause}"


def _uplift(case: Case, axial: float, each: float, trace: Bare) -> None:
    """Hold a dead load that lifts one of several piers against that pier's own weight."""
    if axial >= 0:
        return
    weight = trace(
        eq.concrete_weight, gamma_c=case.pack.materials.concrete_unit_weight.known, V=each
    )
    dead = case.pack.combinations.dead
    holds = trace(eq.uplift_resistance, f_D=dead.known, W_c=weight)
    trace.hold(
        "pier.uplift",
        "The weight of the pier holds against the uplift of the dead load, friction left out.",
        demand=-axial, capacity=holds, unit="lbf", clause=cited(case.pack, dead.clause),
    )  # fmt: skip


def _bearing(case: Case, axial: float, area: float, depth: float, trace: Bare) -> Bearing:
    """Vertical pressure under the pier, held against the allowable one if it is known."""
    materials = case.pack.materials
    clause = cited(case.pack, "1807.3.2.3")
    pressure = trace(
        eq.pier_bearing,
        D=axial,
        A_b=area,
        gamma_c=materials.concrete_unit_weight.known,
        gamma_s=case.ground.unit_weight or materials.soil_unit_weight.known,
        d_b=depth,
    )
    allowable: float | None = case.ground.vertical
    if allowable is None:
        trace.warn(
            "footing.vertical_bearing_not_checked",
            "warning" if axial else "notice",
            "Vertical bearing is not checked: the soil gives no vertical_psf.",
            clause,
        )
        return Bearing(pressure, None, None, "D")
    increase = case.footing.pressure_increase
    if increase is not None and increase > 1:
        trace.assume("The pressure increase is not applied to dead load alone (1806.1).")
    check = trace.hold(
        "pier.bearing", "The dead load and the net weight of the pier are within vertical bearing.",
        demand=pressure, capacity=allowable, unit="psf", clause=clause,
    )  # fmt: skip
    return Bearing(pressure, allowable, check.ratio, "D")
