"""The checks of a spread footing, filed, and what is warned of beside them."""

from apex_cli.equations import Bare
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import construction, ordinance
from apex_cli.solvers.footing.clauses import cited
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.spread_case import Site, Size, State


def check(site: Site, size: Size, state: State, frost_in: float | None, trace: Bare) -> None:
    """File the checks."""
    clause = cited(site.pack, "1806.3.2" if site.soil.cohesion is not None else "1806.3")
    turn, slide = state.overturning, state.sliding
    _check_bearing(site, state, trace)
    trace.hold(
        "spread.overturning", "The weight holds the footing down.",
        demand=turn.demand, capacity=turn.resistance, unit="lbf-ft",
        clause=cited(site.pack, site.pack.combinations.dead.clause),
    )  # fmt: skip
    if (across := state.overturning_across) is not None:
        trace.hold(
            "spread.overturning_across",
            "The weight holds the footing down under the offset dead load.",
            demand=across.demand, capacity=across.resistance, unit="lbf-ft",
            clause=cited(site.pack, site.pack.combinations.dead.clause),
        )  # fmt: skip
    ordinance.check(state.local, site.local, trace)
    if slide is None:
        trace.warn(
            "footing.sliding_not_checked",
            "warning",
            "Sliding is not checked: the soil gives neither friction nor cohesion.",
            clause,
        )
    else:
        trace.hold(
            "spread.sliding", "The footing does not slide.",
            demand=slide.demand, capacity=slide.resistance, unit="lbf", clause=clause,
        )  # fmt: skip
    construction.check_depth("spread", frost_in, site.depth, site.pack, trace)
    size = state.seen(size)
    if state.q_max is not None and state.e is not None and _lifts(site, size, state, state.e):
        trace.warn(
            "footing.outside_kern",
            "notice",
            "The resultant is outside the kern: part of the base does not press on the ground.",
        )


def _check_bearing(site: Site, state: State, trace: Bare) -> None:
    """File the pressure with the wind along one side, and that of the corner."""
    allowable, clause = site.allowable_psf, cited(site.pack, "1806.1")
    if state.q_side is None or state.q_max is None:
        trace.warn(
            "footing.tips_over",
            "notice",
            "The resultant misses the base: the footing tips over, and no pressure can be told.",
        )
        return
    trace.hold(
        "spread.bearing", "The ground carries the greatest pressure.",
        demand=state.q_side, capacity=allowable, unit="psf", clause=clause,
    )  # fmt: skip
    if state.corner is not None:
        trace.hold(
            "footing.bearing_biaxial",
            "The ground carries the pressure of the corner, with the load off both axes.",
            demand=state.corner.pressure_psf, capacity=allowable, unit="psf", clause=clause,
        )  # fmt: skip


def _lifts(site: Site, size: Size, state: State, e: float) -> bool:
    """Whether part of the base does not press under D + 0.6W."""
    if e > site.kern_ft(size):
        return True
    corner = state.corner
    if corner is None:
        return False
    B, L = sorted(size) if site.turning else size
    return 6 * (corner.eccentricity_ft / B + corner.eccentricity_across_ft / L) > 1


def tell_direction(
    site: Site, state: State, demand: Demand, inputs: FootingInputs, trace: Bare
) -> None:
    """Say whence the wind comes, and what an offset dead load does."""
    if site.turning:
        told = "The wind may come from any direction (footing.wind_direction): "
        if site.shape == "round":
            told += "a round footing stands alike in all."
        else:
            told += "the footing is held about its shorter side"
            if state.corner is not None:
                told += (
                    ", and its corner presses most with the wind "
                    f"{state.corner.wind_direction_deg:g} degrees off it"
                )
            told += "."
        trace.assume(told)
    elif inputs.loads is not None:
        trace.assume("The wind acts along footing.width_ft alone, as footing.wind_direction says.")
    else:
        trace.assume(
            "Wind on the sign's face acts along footing.width_ft: the force of the code's figure "
            "is normal to the face."
        )
    if state.worse is not None:
        trace.assume(
            "Wind along the sign acts along footing.length_ft, and bends the footing about its "
            "other axis: it is held too, and asks for "
            + (f"more {' and '.join(state.worse)}." if state.worse else "no more.")
        )
    if (demand if state.worse is None else demand.facing()).sustained_kipft:
        trace.assume(
            "The moment of the offset dead load is added to the wind's, which may turn into line "
            "with it."
            if site.turning
            else "The offset dead load bends the footing at right angles to the wind."
        )
