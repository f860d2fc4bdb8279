"""What a foundation's answer rests on, and what it leaves out, in sentences."""

from operator import attrgetter
from typing import Any, TypeVar

from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.packs.footing import FootingPack
from apex_cli.project.foundation import Footing
from apex_cli.project.sign import Sign
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.case import Case
from apex_cli.solvers.footing.clauses import cited
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.result import FootingResult

Answer = TypeVar("Answer", bound=FootingResult)

WATER = "ground water and buoyancy"
CONCRETE = "strength and reinforcement of the pier's concrete"
RODS = "anchor rods and base plate"
NOT_CHECKED_PIER = (
    CONCRETE,
    RODS,
    "deflection at grade",
    "piers so near one another that they share ground",
    "slopes beside the pier",
    WATER,
    "seismic load",
)
CONCRETE_SPREAD = "strength and reinforcement of the footing's concrete"
NOT_CHECKED_SPREAD = (
    CONCRETE_SPREAD,
    RODS,
    "settlement",
    "slopes beside the footing",
    WATER,
    "passive pressure of the ground",
    "seismic load",
)
"""What this program does not look at in any project: told with every answer, and no warning."""


OF_SPREAD = "footing.thickness_ft footing.stem footing.aspect_ratio footing.wind_direction"
OF_PIER = "footing.constraint footing.isolated_pole footing.depth_limit"
OF_DRILLED = "soil.ignore_top_ft soil.side_friction_psf footing.reveal_ft footing.pole_embedment_ft"
"""What of a project only one type of footing uses."""

OF_EUROPEAN = (
    "footing.approach footing.partial_factors footing.planting soil.ground_factor_psf_per_ft"
)
"""What only the European methods use."""
OF_BROMS = "footing.broms_factors"

SUSTAINED = 0.05
"""A moment that stays, so small beside the wind's, is no matter for an engineer: counted twice, as
bearing that is not doubled would, it asks for less than 3 % more depth. An engineer's judgement."""


def not_checked(limits: tuple[str, ...], inputs: FootingInputs) -> list[str]:
    """The limits that hold for this project; ground water is looked at where its depth is given."""
    return [limit for limit in limits if limit != WATER or inputs.water_depth_ft is None]


def without(found: Answer, *, concrete: bool, rods: bool) -> Answer:
    """A foundation's answer without what the support calculation has checked.

    Args:
        found: The answer.
        concrete: Whether the concrete of pier or slab was checked.
        rods: Whether the foot of the poles was checked.
    """
    names = ((CONCRETE, concrete), (CONCRETE_SPREAD, concrete), (RODS, rods))
    done = {sentence for sentence, is_done in names if is_done}
    return replace(found, not_checked=[one for one in found.not_checked if one not in done])


def _not_used(of: Any, places: str, why: str, trace: Bare) -> None:
    """Say of what is given at these places that it is not used."""
    for place in places.split():
        if attrgetter(place)(of) is not None:
            trace.assume(f"{place} is not used: {why}.")


def tell_pier(case: Case, water_ft: float | None, trace: Bare) -> None:
    """Say what every pier's answer rests on."""
    footing, pack = case.footing, case.pack
    if footing.constraint is None:
        trace.assume("footing.constraint is not given: the pier is nonconstrained at grade.")
    if footing.shape == "square" and pack.lateral is None:
        trace.assume("The width of a square pier in the method's equations is its face.")
    elif footing.shape == "square":
        trace.assume("The width of a square pier in the depth equation is its diagonal.")
    if (
        pack.lateral is not None
        and footing.shape == "square"
        and footing.length_ft not in {None, footing.width_ft}
    ):
        trace.warn(
            "footing.rectangular_pier",
            "review",
            "The code names the diagonal of a square; that of a rectangle goes beyond its words.",
            cited(pack, "1807.3.2.1"),
        )
    _not_used(case, OF_SPREAD, "it belongs to spread footings", trace)
    if footing.shape == "round":
        _not_used(case, "footing.length_ft", "the pier is round", trace)
    known = case.ground.vertical is not None or case.ground.strata
    if known and case.ground.unit_weight is None:
        weight = pack.materials.soil_unit_weight.value
        trace.assume(
            f"The displaced soil weighs {weight:g} pcf in the net weight of the pier: "
            "soil.unit_weight_pcf is not given."
        )
    tell_increase(footing, pack, trace)
    _tell_water(pack, water_ft, trace)


def _tell_water(pack: FootingPack, water_ft: float | None, trace: Bare) -> None:
    if water_ft is not None and pack.lateral is None:
        trace.warn(
            "footing.water_not_in_method",
            "review",
            f"Ground water stands {water_ft:g} ft below grade; the method's lateral resistance is "
            "that of the unit weight that is given, above and below it.",
        )
    if water_ft is not None:
        trace.assume(
            f"Ground water stands {water_ft:g} ft below grade (site.water_depth_ft): what holds "
            "against uplift weighs that much less below it; in the net weight on the ground the "
            "buoyancy of the concrete and of the soil that it displaces are alike."
        )


def tell_factor_of_two(case: Case, inputs: FootingInputs, demand: Demand, trace: Bare) -> None:
    """Say where twice the tabular bearing goes beyond the words that permit it."""
    rules = case.pack.lateral
    if not case.footing.isolated_pole or rules is None:
        return
    clause = cited(case.pack, rules.isolated_pole_factor.clause)
    layers = inputs.soil.layers or []
    own = [inputs.soil.lateral_psf_per_ft, *(layer.lateral_psf_per_ft for layer in layers)]
    if any(own):
        trace.warn(
            "footing.factor_on_report_values",
            "review",
            "The code doubles its tabular lateral bearing; here the project's own value is "
            "doubled. See that the report does not include the factor and permits it.",
            clause,
        )
    if demand.hangs:
        trace.warn(
            "footing.sustained_moment",
            "review" if demand.hangs > SUSTAINED else "notice",
            "A cabinet that hangs off the axis turns the pier for good; the code doubles the "
            "bearing for short-term lateral loads.",
            clause,
        )


def tell_increase(footing: Footing, pack: FootingPack, trace: Bare) -> None:
    """Say whether the increase with the alternative combinations is taken."""
    if footing.pressure_increase is None:
        trace.assume("footing.pressure_increase is not given: no increase of bearing (1806.1).")
    elif footing.pressure_increase > 1:
        trace.warn(
            "footing.pressure_increase",
            "review",
            f"Bearing is increased {footing.pressure_increase:.3g} times, which the code permits "
            "with the alternative allowable-stress combinations only; the loads here are 0.6W of "
            "the basic ones.",
            cited(pack, pack.clauses.get("increased_bearing", "1806.1")),
        )


def tell_spread(inputs: FootingInputs, pack: FootingPack, trace: Bare) -> None:
    """Say what every spread footing's answer rests on."""
    footing = inputs.footing
    _not_used(inputs, OF_PIER, "it belongs to piers", trace)
    if footing.states("shape") and footing.shape == "round":
        _not_used(inputs, "footing.length_ft footing.aspect_ratio", "the footing is round", trace)
    elif footing.length_ft is not None:
        _not_used(inputs, "footing.aspect_ratio", "footing.length_ft is given", trace)
    if footing.depth_ft is not None and (footing.thickness_ft or 0.0) > footing.depth_ft:
        trace.warn(
            "footing.stands_proud",
            "review",
            "The footing is thicker than it is deep: it stands out of the ground.",
        )
    tell_increase(footing, pack, trace)


def tell_totals(sign: Sign | None, demand: Demand, trace: Bare) -> None:
    """Warn of a wall whose regions of Case C are summed, because its footing is no strip."""
    if sign is not None and sign.poles is None and any(gust.regions for gust in demand.gusts):
        trace.warn(
            "footing.case_c_summed",
            "review",
            "Case C loads the end of the wall more than its middle, and the footing is no strip "
            "under the whole wall: it is held under the sum, and the wall must carry its ends.",
        )


def tell_ice(demand: Demand, trace: Bare) -> None:
    """Warn of ice on a wall that stands on a strip, where it is not counted."""
    if demand.dry_lbf is not None:
        trace.warn(
            "footing.ice_on_strip",
            "review",
            f"{demand.axial_lbf - demand.dry_lbf:,.0f} lbf of ice weigh on the wall, and the strip "
            "under it is held foot by foot without them: see that the bearing has room for it.",
        )


def tell_torsion(message: str, trace: Bare, *, heavy: bool = False) -> None:
    """Warn of a torsion that is not checked; a heavy one is an engineer's."""
    trace.warn("footing.torsion_not_checked", "review" if heavy else "notice", message)


def tell_unused(inputs: FootingInputs, trace: Bare) -> None:
    """Say what of the project belongs to piers, and is not used by a spread footing."""
    _not_used(inputs, OF_DRILLED, "it belongs to piers", trace)


def tell_foreign(inputs: FootingInputs, pack: FootingPack, trace: Bare) -> None:
    """Say what of the project belongs to European methods or to Broms', and is not used here."""
    _not_used(inputs, OF_EUROPEAN, "it belongs to EN 1997-1 or to planted posts", trace)
    if pack.broms is None:
        _not_used(inputs, OF_BROMS, "it belongs to Broms' method", trace)


def tell_idle(inputs: FootingInputs, places: str, method: str, trace: Bare) -> None:
    """Say what a method with a type of its own has no use for."""
    _not_used(inputs, places, f"{method} has no use for it", trace)


def tell_several(count: int, name: str, trace: Bare) -> None:
    """Say that all foundations are built alike."""
    if count > 1:
        trace.assume(f"All {count} foundations are built like the governing one ({name}).")
