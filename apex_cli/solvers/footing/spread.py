"""A spread footing: the smallest that stands, or a given one examined."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from apex_cli.equations import Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.footing import FootingPack, SpreadRules
from apex_cli.project.foundation import Footing
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import construction
from apex_cli.solvers.footing import equations as pier
from apex_cli.solvers.footing import spread_equations as eq
from apex_cli.solvers.footing import volume_equations as volumes
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.laid import laid_of
from apex_cli.solvers.footing.result import (
    Bearing,
    Foundation,
    OrdinanceResult,
    SpreadResult,
    StemPart,
    Stretch,
)
from apex_cli.solvers.footing.soil import ground, missing
from apex_cli.solvers.footing.spread_case import Site, Size
from apex_cli.solvers.footing.spread_check import examine
from apex_cli.solvers.footing.spread_held import check, tell_direction
from apex_cli.solvers.footing.spread_size import find
from apex_cli.solvers.footing.stem import stem_of, tell_overhang
from apex_cli.solvers.footing.strip import Wall, wall_of
from apex_cli.solvers.footing.strip_stand import stand
from apex_cli.solvers.footing.tell import (
    NOT_CHECKED_SPREAD,
    not_checked,
    tell_several,
    tell_spread,
    tell_totals,
)
from apex_cli.solvers.footing.torsion import tell_pad_torsion
from apex_cli.solvers.footing.weights import area_of, tell_weights
from apex_cli.solvers.limits import most
from apex_cli.solvers.poles import Stage

METHOD = "rigid spread footing"


def solve_spread(
    inputs: FootingInputs,
    pack: FootingPack,
    demands: Sequence[Demand],
    trace: Bare,
    pole: Stage | None,
) -> SpreadResult:
    """The spread footing that carries the worst of the demands.

    Args:
        inputs: What the footing calculation sees of a project.
        pack: The code's rules for spread footings.
        demands: One entry a foundation, allowable-stress level.
        trace: Where steps, checks and warnings go.
        pole: What stands on it.

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
    wall = wall_of(inputs, rules, demands[0]) if _shape(footing) == "rectangle" else None
    site, frost_in = _site(inputs, pack, rules, wall, trace, pole=pole)
    stretches: list[Stretch] = []
    if wall is not None and footing.length_ft is not None:
        worst, site = demands[0], site._replace(turning=False)
        if footing.wind_direction == "any":
            trace.assume("footing.wind_direction is not used: wind acts across a strip.")
        size, foot, state, stretches = stand(site, footing, wall, footing.length_ft, trace)
        told = foot  # its regions are the torsion
    else:
        worst, size = _worst(site, footing, rules, demands)
        told = worst
        tell_several(len(demands), worst.name, trace)
        trace.subject = worst.name
        state = examine(site, size, worst, trace)
    tell_spread(inputs, pack, trace)
    check(site, size, state, frost_in, trace)
    tell_pad_torsion(site, size, state.sliding, told, trace)
    tell_direction(site, state, told, inputs, trace)
    tell_overhang(inputs.sign, size.L, trace)
    if wall is None:
        tell_totals(inputs.sign, worst, trace)
    construction.check_spacing("spread", size.L, len(demands), inputs, trace)
    area = construction.area(site.shape, size.B, size.L, trace)
    concrete = construction.total(trace(volumes.volume, A_b=area, t=site.t), len(demands), trace)
    stem = _stem_part(site, size, len(demands), trace)
    if stem is not None:
        concrete = trace(volumes.volume_with, V_1=concrete, V_2=stem.concrete_yd3)
    spoil = construction.total(trace(volumes.volume, A_b=area, t=site.depth), len(demands), trace)
    gamma_c = pack.materials.concrete_unit_weight.number
    weight = trace(volumes.concrete_weight, gamma_c=gamma_c, V=concrete)
    trace.subject = ""
    ratios, is_round = state.ratios, site.shape == "round"
    made: Callable[..., SpreadResult] = SpreadResult
    if state.local is not None:
        made = partial(OrdinanceResult, local_overturning=state.local)
    return made(
        standard=pack.standard,
        method=METHOD,
        type="spread",
        constraint=None,
        shape="round" if is_round else "square" if size.B == size.L else "rectangle",
        width_ft=size.B,
        length_ft=None if is_round else size.L,
        lateral_load_lbf=worst.lateral_lbf,
        load_height_ft=worst.height_ft,
        axial_lbf=worst.axial_lbf,
        torsion_lbft=worst.torsion_lbft,
        lateral_pressure_psf=None,
        required_depth_ft=max(site.t, (frost_in or 0) / 12, pack.construction.minimum_depth.value),
        depth_ft=site.depth,
        governed_by=most(ratios, ratios.__getitem__),
        alternatives=[],
        concrete_yd3=concrete,
        spoil_yd3=spoil,
        concrete_weight_lbf=weight,
        count=len(demands),
        governing=told.name or None,
        bearing=Bearing(state.q_max, site.allowable_psf, state.bearing, state.combination),
        foundations=_rows(demands, site),
        not_checked=not_checked(NOT_CHECKED_SPREAD, inputs),
        thickness_ft=site.t,
        eccentricity_ft=state.e,
        kern_ft=site.kern_ft(state.seen(size)),
        bearing_max_psf=state.q_max,
        bearing_min_psf=state.q_min,
        bearing_corner=state.corner,
        overturning=state.overturning,
        overturning_across=state.overturning_across,
        sliding=state.sliding,
        stem=stem,
        stretches=stretches,
        laid=None if stretches else laid_of(site, size, stem),
    )


def _worst(
    site: Site, footing: Footing, rules: SpreadRules, demands: Sequence[Demand]
) -> tuple[Demand, Size]:
    """The demand that asks for the largest footing, and that footing."""
    found = [(one, *find(site, footing, rules, one)) for one in demands]
    demand, size, _ = most(
        found,
        lambda it: it[1].B,
        lambda it: max(it[2].ratios.values()),
        lambda it: it[0].torsion_lbft,
    )
    return demand, size


def _stem_part(site: Site, size: Size, count: int, trace: Bare) -> StemPart | None:
    """The stem as it is built, with the concrete of all."""
    stem = site.stem
    if stem is None:
        return None
    A_s = area_of(stem, site.shape, size, trace)
    volume = construction.total(trace(volumes.volume, A_b=A_s, t=site.rise), count, trace)
    w = min(stem.w, size.B)
    return StemPart(
        stem.shape, w, w if stem.shape == "round" else min(stem.l, size.L), site.rise, volume
    )


def _site(
    inputs: FootingInputs,
    pack: FootingPack,
    rules: SpreadRules,
    wall: Wall | None,
    trace: Bare,
    *,
    pole: Stage | None,
) -> tuple[Site, float | None]:
    """Ground, thickness and depth of the bottom."""
    footing = inputs.footing
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
        t = rules.default_thickness.number
        trace.assume(f"footing.thickness_ft is not given: {t.real:g} ft is taken.")
    frost_in = construction.frost(inputs, trace)
    depth = footing.depth_ft
    if depth is None:
        depth = construction.depth_to_build(t, frost_in, pack, trace)
    whence = footing.wind_direction or ("normal" if inputs.loads is None else "any")
    rise = trace(eq.stem_height, d_b=depth, t=t)
    stem = stem_of(inputs, pack, rules, trace, rise=rise, wall=wall, pole=pole)
    water = inputs.water_depth_ft
    shape = _shape(footing)
    site = Site(
        pack, rules, soil, allowable, t, depth, shape, whence == "any", rise, stem, water,
        inputs.local,
    )  # fmt: skip
    if trace.told:
        tell_weights(site, trace)
    return site, frost_in


def _shape(footing: Footing) -> Literal["round", "rectangle"]:
    """The shape in plan: a spread footing is round only if the project says so."""
    return "round" if footing.states("shape") and footing.shape == "round" else "rectangle"


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
