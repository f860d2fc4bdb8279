"""What a pier is held against, beside its pole and its torsion."""

from apex_cli.equations import SLACK, Bare
from apex_cli.packs.footing import FootingPack
from apex_cli.solvers.footing import construction
from apex_cli.solvers.footing import equations as eq
from apex_cli.solvers.footing import pier_equations as more
from apex_cli.solvers.footing import volume_equations as volumes
from apex_cli.solvers.footing.case import Case, Lateral
from apex_cli.solvers.footing.clauses import cited
from apex_cli.solvers.footing.methods import METHODS
from apex_cli.solvers.footing.result import Bearing


def check_depth(
    d: float, built: float, frost_in: float | None, pack: FootingPack, trace: Bare
) -> None:
    """File the checks of the depth, and say when no common rig reaches it."""
    trace.hold(
        "pier.depth", "The pier is as deep as the lateral load asks.",
        demand=d, capacity=built, unit="ft", clause=_clause(pack),
    )  # fmt: skip
    construction.check_depth("pier", frost_in, built, pack, trace)
    rig = pack.construction.rig_depth.value
    if built > rig:
        trace.warn(
            "footing.rig_depth",
            "warning",
            f"A pier {built:g} ft deep is beyond the {rig:g} ft that a common rig drills.",
        )


def tell_slenderness(case: Case, depth: float, lateral: Lateral, trace: Bare) -> None:
    """Say where depth over width is beyond what the method is made for."""
    rules, slenderness = case.pack.piers, depth / case.b
    least, greatest = rules.least_slenderness.value, rules.greatest_slenderness.value
    if slenderness < least - SLACK:
        trace.warn(
            "footing.squat_pier",
            "review",
            f"The pier is {slenderness:.2f} times as deep as it is wide; below {least:g} it is a "
            "block that turns on its base, which the equation of the depth leaves out.",
            cited(case.pack, "1807.3.2.1"),
        )
    if slenderness > greatest + SLACK:
        moment = lateral.moment_kipft
        known = "" if moment is None else f", {moment:.2f} kip-ft (factored),"
        trace.warn(
            "footing.long_pier",
            "review",
            f"The pier is {slenderness:.1f} times as deep as it is wide, and the method is for "
            f"short piers, which turn before they yield: beyond {greatest:g}, hold the greatest "
            f"moment in it{known} against its yield moment.",
            METHODS[case.pack.method].clause,
        )


def check_load(demand: float, carried: float, pack: FootingPack, trace: Bare) -> None:
    """File how much of its capacity a given pier is asked for."""
    trace.hold(
        "pier.lateral", "The given pier carries the lateral load at its height.",
        demand=demand, capacity=carried, unit="lbf", clause=_clause(pack),
    )  # fmt: skip


def _clause(pack: FootingPack) -> str:
    """Where the method stands."""
    return f"{pack.standard} {METHODS[pack.method].clause}"


def check_uplift(
    case: Case,
    axial: float,
    each: float,
    trace: Bare,
    *,
    hole: tuple[float, float],
    water: float | None,
) -> None:
    """Hold a dead load that lifts one of several piers against that pier's own weight.

    Args:
        case: The pier.
        axial: Dead load, lbf.
        each: Concrete of one pier, yd3.
        trace: Where the steps and the check go.
        hole: Plan area (ft2) and depth (ft).
        water: Depth of ground water, ft.
    """
    if axial >= 0:
        return
    weight = trace(
        volumes.concrete_weight, gamma_c=case.pack.materials.concrete_unit_weight.number, V=each
    )
    area, depth = hole
    lift = 0.0
    if water is not None and water < depth:
        gamma_w = case.pack.materials.water_unit_weight.number
        lift = trace(volumes.buoyancy, gamma_w=gamma_w, A_i=area, d_i=depth, z_w=water, t=depth)
    dead = case.pack.combinations.dead
    holds = trace(eq.uplift_resistance, f_D=dead.number, W_c=weight)
    if lift:
        holds = trace(eq.uplift_resistance_in_water, R_u=holds, U=lift)
    trace.hold(
        "pier.uplift",
        "The weight of the pier holds against the uplift of the dead load, friction left out.",
        demand=-axial, capacity=holds, unit="lbf", clause=cited(case.pack, dead.clause),
    )  # fmt: skip


def check_bearing(case: Case, axial: float, area: float, depth: float, trace: Bare) -> Bearing:
    """Vertical pressure under the pier, held against the allowable one if it is known."""
    materials = case.pack.materials
    clause = cited(case.pack, "1807.3.2.3")
    pressure = trace(
        eq.pier_bearing,
        D=axial,
        A_b=area,
        gamma_c=materials.concrete_unit_weight.number,
        gamma_s=case.ground.unit_weight or materials.soil_unit_weight.number,
        d_b=depth,
    )
    reveal = case.footing.reveal_ft
    if reveal:
        gamma_c = materials.concrete_unit_weight.number
        pressure = trace(more.bearing_with_reveal, q_v=pressure, gamma_c=gamma_c, r=reveal)
    allowable = case.ground.vertical_at(depth)
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
