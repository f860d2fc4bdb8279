"""A spread footing: the smallest that stands, or a given one examined."""

from collections.abc import Iterator, Sequence
from math import ceil

from apex_cli.equations import SLACK, Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.footing import FootingPack, SpreadRules
from apex_cli.project.foundation import Footing
from apex_cli.quantities import Known
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import build
from apex_cli.solvers.footing import equations as pier
from apex_cli.solvers.footing.clauses import cited
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.result import Bearing, Foundation, SpreadResult
from apex_cli.solvers.footing.soil import ground, missing
from apex_cli.solvers.footing.spread_check import Site, Size, State, examine
from apex_cli.solvers.footing.tell import NOT_CHECKED_SPREAD, tell_several, tell_spread

METHOD = "rigid spread footing"
SEARCHED = "search"


def solve_spread(
    inputs: FootingInputs, pack: FootingPack, demands: Sequence[Demand], trace: Bare
) -> SpreadResult:
    """The spread footing that carries the worst of the demands.

    Args:
        inputs: What the footing calculation sees of a project.
        pack: The code's rules for spread footings.
        demands: One entry a foundation, allowable-stress level.
        trace: Where steps, checks and warnings go.

    Raises:
        InvalidInput: The soil, or its vertical bearing, is missing.
        NoAnswer: The pack has no rules for spread footings, or no size within its limit stands.
    """
    footing, rules = inputs.footing, pack.spread
    if rules is None:
        raise NoAnswer(
            f"{pack.ref} is a method for piers and has no rules for spread footings",
            code="footing.no_method",
            hint="choose an IBC footing pack",
            faults=[Fault("/footing/type", "the pack has no rules for it", footing.type)],
        )
    if any(one.sustained_kipft for one in demands):
        raise NoAnswer(
            "a cabinet that hangs off the axis bends a spread footing about both of its axes, and "
            "that is not calculated here",
            code="footing.two_axes",
            hint="use a pier, or give sign.elements.N.offset_ft from the middle of the footing",
            faults=[Fault("/footing/type", "is for loads about one axis", footing.type)],
        )
    site, frost_in = _site(inputs, footing, pack, rules, trace)
    found = [_find(site, footing, rules, demand) for demand in demands]
    keys = [(size.B, max(state.ratios.values())) for size, state in found]
    index = keys.index(max(keys))
    worst, size = demands[index], found[index][0]
    tell_several(len(demands), worst.name, trace)
    trace.subject = worst.name
    tell_spread(footing, pack, worst, trace)
    state = examine(site, size, worst, trace)
    _check(site, size, state, frost_in, trace)
    build.check_spacing("spread", size.L, len(demands), inputs, trace)
    area = trace(pier.area_rectangle, w=size.B, l=size.L)
    concrete = build.total(trace(pier.volume, A_b=area, t=site.t), len(demands), trace)
    spoil = build.total(trace(pier.volume, A_b=area, t=site.depth), len(demands), trace)
    gamma_c = pack.materials.concrete_unit_weight.known
    weight = trace(pier.concrete_weight, gamma_c=gamma_c, V=concrete)
    trace.subject = ""
    ratios = state.ratios
    return SpreadResult(
        standard=pack.standard,
        method=METHOD,
        type="spread",
        constraint=None,
        shape="square" if size.B == size.L else "rectangle",
        width_ft=size.B,
        length_ft=size.L,
        lateral_load_lbf=worst.lateral_lbf,
        load_height_ft=worst.height_ft,
        axial_lbf=worst.axial_lbf,
        torsion_lbft=worst.torsion_lbft,
        lateral_pressure_psf=None,
        required_depth_ft=max(site.t, (frost_in or 0) / 12, pack.construction.minimum_depth.value),
        depth_ft=site.depth,
        governed_by=max(ratios, key=lambda name: ratios[name]),
        alternatives=[],
        concrete_yd3=concrete,
        spoil_yd3=spoil,
        concrete_weight_lbf=weight,
        count=len(demands),
        governing=worst.name or None,
        bearing=Bearing(state.q_max, site.allowable_psf, state.bearing, state.combination),
        foundations=_rows(demands, site),
        not_checked=[*NOT_CHECKED_SPREAD],
        thickness_ft=site.t,
        eccentricity_ft=state.e,
        kern_ft=size.B / 6,
        bearing_max_psf=state.q_max,
        bearing_min_psf=state.q_min,
        overturning=state.overturning,
        sliding=state.sliding,
    )


def _site(
    inputs: FootingInputs, footing: Footing, pack: FootingPack, rules: SpreadRules, trace: Bare
) -> tuple[Site, float | None]:
    """Ground, thickness and depth of the bottom."""
    soil = ground(inputs.soil, pack, trace)
    if soil.vertical is None:
        raise missing(
            "/soil/vertical_psf", "no vertical bearing is given, and none is assumed", pack
        )
    allowable: float = soil.vertical
    if footing.pressure_increase is not None and footing.pressure_increase > 1:
        factor = footing.pressure_increase
        allowable = trace(pier.increased_vertical, i_p=factor, q_t=allowable)
    t = footing.thickness_ft
    if t is None:
        t = rules.default_thickness.known
        trace.assume(f"footing.thickness_ft is not given: {t.real:g} ft is taken.")
    if soil.unit_weight is None:
        trace.assume(
            "The soil upon the footing is not counted on: soil.unit_weight_pcf is not given."
        )
    frost_in = build.frost(inputs, trace)
    depth = footing.depth_ft
    if depth is None:
        depth = build.depth_to_build(t, frost_in, pack, trace)
    return Site(pack, rules, soil, allowable, t, depth), frost_in


def _find(site: Site, footing: Footing, rules: SpreadRules, demand: Demand) -> tuple[Size, State]:
    """The given size, else the smallest that passes, with how it stands."""
    silent = Bare()
    if footing.width_ft is not None:
        B = footing.width_ft
        across = B * (footing.aspect_ratio or 1.0)
        size = Size(B, footing.length_ft or (B if across == B else Known(across, SEARCHED)))
        return size, examine(site, size, demand, silent)
    for size in _sizes(footing, rules):
        state = examine(site, size, demand, silent)
        if max(state.ratios.values()) <= 1:
            return size, state
    raise NoAnswer(
        f"no spread footing up to {rules.maximum_width.value:g} ft wide stands",
        code="footing.no_size",
        hint="make it thicker or deeper, or use a pier",
        faults=[Fault("/footing", "no size within the pack's limit stands")],
    )


def _sizes(footing: Footing, rules: SpreadRules) -> Iterator[Size]:
    """Every size to be tried, from the smallest."""
    step, aspect = rules.plan_increment.value, footing.aspect_ratio or 1.0
    for number in range(2, int(rules.maximum_width.value / step) + 1):
        across = Known(ceil(aspect * number - SLACK) * step, SEARCHED)
        yield Size(Known(number * step, SEARCHED), footing.length_ft or across)


def _check(site: Site, size: Size, state: State, frost_in: float | None, trace: Bare) -> None:
    """File the checks."""
    clause = cited(site.pack, "1806.3.2" if site.soil.cohesion is not None else "1806.3")
    q, turn, slide = state.q_max, state.overturning, state.sliding
    if q is None:
        trace.warn(
            "footing.tips_over",
            "notice",
            "The resultant misses the base: the footing tips over, and no pressure can be told.",
        )
    else:
        trace.hold(
            "spread.bearing", "The ground carries the greatest pressure.",
            demand=q, capacity=site.allowable_psf, unit="psf", clause=cited(site.pack, "1806.1"),
        )  # fmt: skip
    trace.hold(
        "spread.overturning", "The weight holds the footing down.",
        demand=turn.demand, capacity=turn.resistance, unit="lbf-ft",
        clause=cited(site.pack, site.pack.combinations.dead.clause),
    )  # fmt: skip
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
    build.check_depth("spread", frost_in, site.depth, site.pack, trace)
    if q is not None and state.e is not None and state.e > size.B / 6:
        trace.warn(
            "footing.outside_kern",
            "notice",
            "The resultant is outside the kern: part of the base does not press on the ground.",
        )


def _rows(demands: Sequence[Demand], site: Site) -> list[Foundation]:
    """A row for each foundation, if there are several."""
    if len(demands) == 1:
        return []
    return [
        Foundation(
            one.name, one.lateral_lbf, one.height_ft, one.axial_lbf, one.torsion_lbft, site.depth
        )
        for one in demands
    ]
