"""A post planted in a hole full of concrete: as deep as the wind asks, or a given one examined."""

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from apex_cli.equations import FREE, Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.planted_posts import PlantedPostPack
from apex_cli.quantities import SEARCHED, Known
from apex_cli.solvers.buried import Buried
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import construction
from apex_cli.solvers.footing import pier_equations as more
from apex_cli.solvers.footing import volume_equations as volumes
from apex_cli.solvers.footing.case import NEGLIGIBLE_LBF
from apex_cli.solvers.footing.eurocode import metric_equations as si
from apex_cli.solvers.footing.eurocode import planted_equations as eq
from apex_cli.solvers.footing.eurocode.planted_told import (
    NOT_CHECKED,
    Hole,
    refuse,
    tell,
    tell_hole,
)
from apex_cli.solvers.footing.eurocode.tell import FT, LBF, check_frost
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.pier_pole import across_corners, pole_of
from apex_cli.solvers.footing.result import Bearing, Foundation, PlantedResult
from apex_cli.solvers.footing.roots import positive_root
from apex_cli.solvers.footing.tell import not_checked
from apex_cli.solvers.limits import most

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack

METHOD = "planted post, ground factor"


class Wind(NamedTuple):
    """The design force of the wind (kN), its height above grade (m), what it asks for (m)."""

    H_d: float
    h: float
    P: float


def solve(
    inputs: FootingInputs,
    pack: PlantedPostPack,
    demands: Sequence[Demand],
    trace: Bare,
    sections: "SectionsPack | None" = None,
) -> PlantedResult:
    """The planted post for these demands; each post is planted as the governing one.

    Args:
        inputs: What the footing calculation sees of a project.
        pack: The method.
        demands: Characteristic loads of each foundation.
        trace: Where steps, assumptions, warnings and checks go.
        sections: Has the sections that the poles name.

    Raises:
        InvalidInput: Footing or soil is incomplete.
        NoAnswer: A kind of foundation that is not covered, or no depth holds the post.
    """
    width_ft = refuse(inputs, pack, demands)
    footing, silent = inputs.footing, trace.aside()
    silent_hole = _hole(inputs, pack, width_ft, silent)
    asked = [_wind(silent_hole, one, silent) for one in demands]
    wind, worst = most(
        zip(asked, demands, strict=True), lambda it: it[0].P, lambda it: it[1].torsion_lbft
    )
    _reachable(wind.P, pack)
    trace.subject = worst.name
    hole = _hole(inputs, pack, width_ft, trace)
    wind = _wind(hole, worst, trace)
    depth_ft, P = _depth(inputs, pack, wind.P, trace)
    M_f = trace(eq.moment_at_fulcrum, H_d=wind.H_d, h=wind.h, k_f=hole.shares["k_f"], P=P)
    M_s = trace(eq.resisting_moment_of_ground, P=P, **hole.ground)
    M_a = trace(eq.design_resistance, M_s=M_s, gamma_m=hole.factors["gamma_m"])
    F_a = trace(
        eq.characteristic_capacity, M_s=M_s, h=wind.h, k_f=hole.shares["k_f"], P=P, **hole.factors
    )
    trace.hold(
        "pier.planting", "The ground holds the post against turning about its fulcrum.",
        demand=M_f, capacity=M_a, unit="kN-m", clause=f"{pack.standard} {eq.CLAUSE}",
    )  # fmt: skip
    check_frost("pier", inputs, depth_ft, trace)
    _check_pole(inputs, width_ft, sections, trace)
    construction.check_spacing("pier", width_ft, len(demands), inputs, trace)
    tell(inputs, pack, worst, trace)
    tell_hole(pack, hole, P, trace)
    area = construction.area(footing.shape, width_ft, width_ft, trace)
    hole_yd3 = each = trace(volumes.volume, A_b=area, t=depth_ft)
    if footing.reveal_ft:
        height = trace(more.height_of_pier, d_b=depth_ft, r=footing.reveal_ft)
        each = trace(volumes.volume, A_b=area, t=height)
    count = len(demands)
    concrete = construction.total(each, count, trace)
    weight = trace(eq.weight_of_concrete, gamma_c=pack.concrete_unit_weight.number, V=concrete)
    trace.subject = ""
    return PlantedResult(
        standard=pack.standard,
        method=METHOD,
        type="pier",
        constraint="nonconstrained",
        shape=footing.shape,
        width_ft=width_ft,
        length_ft=None if footing.shape == "round" else width_ft,
        lateral_load_lbf=worst.lateral_lbf,
        load_height_ft=worst.height_ft,
        axial_lbf=worst.axial_lbf,
        torsion_lbft=worst.torsion_lbft,
        lateral_pressure_psf=None,
        required_depth_ft=wind.P * FT,
        depth_ft=depth_ft,
        governed_by=construction.governs(
            wind.P * FT, inputs.frost_depth_in, 0.0, "lateral bearing"
        ),
        alternatives=[],
        concrete_yd3=concrete,
        spoil_yd3=construction.total(hole_yd3, count, trace),
        concrete_weight_lbf=trace(si.pounds, F_k=weight),
        count=count,
        governing=worst.name or None,
        bearing=Bearing(None, None, None, "not checked"),
        foundations=_rows(demands, asked),
        not_checked=not_checked(NOT_CHECKED, inputs),
        lateral_capacity_lbf=F_a * LBF,
        single_pass_depth_ft=None,
        moment_max_kipft=None,
        fulcrum_depth_ft=hole.shares["k_f"] * depth_ft,
        resisting_moment_kipft=M_s * LBF * FT / 1000,
        buried=_buried(inputs, width_ft, depth_ft),
    )  # fmt: skip


def _check_pole(
    inputs: FootingInputs, width_ft: float, sections: "SectionsPack | None", trace: Bare
) -> None:
    """Hold what stands in the hole against its width."""
    pole = pole_of(inputs, sections, trace)
    if pole is not None:
        trace.hold(
            "pier.holds_pole", "The hole is as wide as its post, whichever way that is turned.",
            demand=across_corners(pole, trace) / 12, capacity=width_ft, unit="ft", clause=FREE,
        )  # fmt: skip


def _hole(inputs: FootingInputs, pack: PlantedPostPack, width_ft: float, trace: Bare) -> Hole:
    planting, G_u = inputs.footing.planting, inputs.soil.ground_factor_psf_per_ft
    assert planting is not None
    assert G_u is not None
    return Hole(
        trace(si.metres, l=width_ft),
        trace(eq.ground_factor, G_u=G_u),
        {"gamma_m": planting.model_factor, "gamma_Q": planting.wind_factor},
        {**pack.shares},
    )


def _wind(hole: Hole, demand: Demand, trace: Bare) -> Wind:
    """The wind on one post, and the planting depth that it asks for."""
    if demand.lateral_lbf < NEGLIGIBLE_LBF:
        return Wind(0.0, 0.0, 0.0)
    F_k = trace(si.kilonewtons, F=demand.lateral_lbf)
    H_d = trace(si.design_horizontal, gamma_Q=hole.factors["gamma_Q"], F_k=F_k)
    h = trace(si.metres, l=demand.height_ft)
    gamma_m, k_f = hole.factors["gamma_m"], hole.shares["k_f"]
    turning = gamma_m * H_d / (hole.shares["k_G"] * hole.G * hole.D)
    P_0 = trace.known(trace.aside()(positive_root, turning * k_f, turning * h), SEARCHED)
    P = trace(eq.planting_depth, gamma_m=gamma_m, H_d=H_d, h=h, k_f=k_f, P_0=P_0, **hole.ground)
    return Wind(H_d, h, P)


def _reachable(P: float, pack: PlantedPostPack) -> None:
    limit = pack.construction.maximum_depth.value
    if not abs(P) < inf or limit < P:
        raise NoAnswer(
            f"no planting depth up to {limit:g} m holds the post: the ground asks for {P:.3g} m",
            code="footing.no_depth",
            hint="widen the hole, or use several posts",
            faults=[Fault("/footing/width_ft", "too narrow for the load", hint="widen the hole")],
        )


def _depth(
    inputs: FootingInputs, pack: PlantedPostPack, P: float, trace: Bare
) -> tuple[float, float]:
    """The depth that is built, in ft and in m: the given one, else the one to dig."""
    given = inputs.footing.depth_ft
    frost_in = construction.frost(inputs, trace)
    if given is not None:
        return given, trace(si.metres, l=given)
    f = trace.known(0.0, "no frost depth")
    if frost_in is not None:
        f = trace(si.metres, l=trace.known(frost_in / 12, "depth of frost"))
    built = trace(eq.depth_to_dig, P=P, f=f, i=pack.construction.depth_increment.number)
    return Known(built * FT, "depth in feet"), built


def _rows(demands: Sequence[Demand], asked: Sequence[Wind]) -> list[Foundation]:
    """A row for each post, if there are several."""
    if len(demands) == 1:
        return []
    return [
        Foundation(
            one.name, one.lateral_lbf, one.height_ft, one.axial_lbf, one.torsion_lbft, wind.P * FT
        )
        for one, wind in zip(demands, asked, strict=True)
    ]


def _buried(inputs: FootingInputs, width_ft: float, depth_ft: float) -> Buried:
    """The post as it is planted, for what is calculated after it."""
    footing = inputs.footing
    return Buried(
        shape=footing.shape, width=width_ft, length=width_ft, bearing=width_ft, depth=depth_ft,
        reveal=footing.reveal_ft or 0.0, lateral=None, level=1.0, broms=None, strength=None,
        weight=None, angle=None, idle=0.0, held=False, pole=footing.pole_embedment_ft,
    )  # fmt: skip
