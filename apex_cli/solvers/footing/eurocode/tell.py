"""The answer of a spread footing by EN 1997-1: its checks, what it rests on, the result."""

from collections.abc import Sequence

from apex_cli.equations import FREE, Bare
from apex_cli.packs.eurocode_footing import EurocodeFootingPack
from apex_cli.quantities import Known
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import construction
from apex_cli.solvers.footing import volume_equations as volumes
from apex_cli.solvers.footing.eurocode import metric_equations as si
from apex_cli.solvers.footing.eurocode import standing_equations as eq
from apex_cli.solvers.footing.eurocode.case import HOPELESS, Held, Place, State
from apex_cli.solvers.footing.eurocode.stand import Sides
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.result import Bearing, Foundation, SpreadResult, Stability
from apex_cli.solvers.footing.spread_case import Size
from apex_cli.solvers.footing.tell import (
    NOT_CHECKED_SPREAD,
    OF_BROMS,
    OF_DRILLED,
    OF_PIER,
    not_checked,
    tell_idle,
    tell_torsion,
)
from apex_cli.solvers.limits import beyond, most

LBF = 1000 / 4.4482216152605
"""Pounds in a kN."""
FT = 1 / 0.3048
"""Feet in a metre."""
METHOD = "EN 1997-1 spread footing"


def check(pack: EurocodeFootingPack, state: State, trace: Bare) -> None:
    """File the checks."""
    bearing, sliding, turning = state.bearing, state.sliding, state.overturning
    trace.hold(
        "spread.bearing", f"The ground carries the design load ({bearing.name}).",
        demand=bearing.demand, capacity=bearing.resistance, unit="kN",
        clause=f"{pack.standard} 6.5.2, Annex D",
    )  # fmt: skip
    trace.hold(
        "spread.sliding", f"The footing does not slide ({sliding.name}).",
        demand=sliding.demand, capacity=sliding.resistance, unit="kN",
        clause=f"{pack.standard} 6.5.3",
    )  # fmt: skip
    trace.hold(
        "spread.overturning", f"The weight holds the footing down ({turning.name}).",
        demand=turning.demand, capacity=turning.resistance, unit="kN-m",
        clause=f"{pack.standard} 2.4.7.2",
    )  # fmt: skip


def check_frost(name: str, inputs: FootingInputs, depth_ft: float, trace: Bare) -> None:
    """Hold the depth of the bottom against that of the frost, where the project gives it."""
    if inputs.frost_depth_in is not None:
        trace.hold(
            f"{name}.frost", "The bottom is below frost.",
            demand=inputs.frost_depth_in / 12, capacity=depth_ft, unit="ft", clause=FREE,
        )  # fmt: skip


def tell(inputs: FootingInputs, place: Place, state: State, worst: Demand, trace: Bare) -> None:
    """Say what the answer rests on, and what an engineer has to look at."""
    pack = place.pack
    names = ", ".join(name for name, _ in place.factors)
    source = inputs.footing.partial_factors and inputs.footing.partial_factors.source
    trace.assume(
        f"Design approach {inputs.footing.approach}, with the partial factors of {names}"
        + (f" ({source})." if source else ".")
        + " Each with the weight against the footing and for it."
    )
    if place.soil.phi is None:
        trace.assume("Undrained ground only: soil.friction_angle_deg is not given.")
    elif place.soil.c_u is None:
        trace.assume("Drained ground only: soil.undrained_shear_strength_psf is not given.")
    if place.soil.phi is not None and place.soil.mu is None:
        trace.assume("Concrete cast against the ground: as much friction under it as within it.")
    trace.assume(
        "Effective area: the load stands in its middle, and presses evenly. The ground above the "
        "slab and beside it counts by soil.unit_weight_pcf; its pressure on the side does not."
    )
    tell_idle(inputs, f"{OF_PIER} {OF_DRILLED} {OF_BROMS} footing.pressure_increase", METHOD, trace)
    if inputs.soil.source is None:
        trace.assume("The soil values are the project's own; no report is named as their source.")
    if inputs.frost_depth_in is None:
        construction.frost(inputs, trace)
    if beyond(*state.e):
        trace.warn(
            "footing.far_eccentricity",
            "review",
            f"The design load stands {state.e[0]:.3g} of a side off the middle, more than a third: "
            "special precautions are asked for, as a care for the edge as it is built.",
            pack.eccentricity.clause,
        )
    if worst.torsion_lbft:
        tell_torsion(
            f"A torsion of {worst.torsion_lbft * 0.3048 / LBF:,.3g} kN-m reaches the "
            "footing and is not checked: the standard has no method for it.",
            trace,
            heavy=True,
        )


def result_of(
    inputs: FootingInputs,
    place: Place,
    base: tuple[Sides, Size],
    state: State,
    *,
    loads: tuple[Sequence[Demand], Demand],
    trace: Bare,
) -> SpreadResult:
    """The result, in the units of all results."""
    (sides, size), (demands, worst) = base, loads
    count = len(demands)
    area = trace(volumes.area_rectangle, w=size.B, l=size.L)
    t_ft, d_ft = place.t * FT, place.d * FT
    concrete = construction.total(trace(volumes.volume, A_b=area, t=_ft(t_ft)), count, trace)
    spoil = construction.total(trace(volumes.volume, A_b=area, t=_ft(d_ft)), count, trace)
    weight = trace(
        eq.slab_weight,
        gamma_c=place.pack.concrete_unit_weight.number, B=sides.B, L=sides.L, t=place.t,
    )  # fmt: skip
    bearing = state.bearing
    pressed = bearing.area * FT**2
    pressure = bearing.demand * LBF / pressed if pressed else None
    ratios = state.ratios
    frost_ft = (inputs.frost_depth_in or 0.0) / 12
    return SpreadResult(
        standard=place.pack.standard,
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
        required_depth_ft=max(t_ft, frost_ft),
        depth_ft=d_ft,
        governed_by=most(ratios, ratios.__getitem__),
        alternatives=[],
        concrete_yd3=concrete,
        spoil_yd3=spoil,
        concrete_weight_lbf=count * trace(si.pounds, F_k=weight),
        count=count,
        governing=worst.name or None,
        bearing=Bearing(
            pressure,
            bearing.resistance * LBF / pressed if pressed else None,
            bearing.ratio if bearing.ratio < HOPELESS else None,
            bearing.name,
        ),
        foundations=_rows(demands, d_ft),
        not_checked=not_checked(NOT_CHECKED_SPREAD, inputs),
        thickness_ft=t_ft,
        eccentricity_ft=bearing.off * FT if pressed else None,
        kern_ft=size.B / 6,
        bearing_max_psf=pressure,
        bearing_min_psf=pressure or 0.0,
        bearing_corner=None,
        overturning=_stability(state.overturning, LBF * FT, "lbf-ft"),
        overturning_across=None,
        sliding=_stability(state.sliding, LBF, "lbf"),
        stem=None,
    )


def _ft(value: float) -> float:
    """A length of the footing that was read in another unit."""
    return Known(value, "length in feet")


def _stability(held: Held, factor: float, unit: str) -> Stability:
    return Stability(held.demand * factor, held.resistance * factor, unit, held.ratio, held.name)


def _rows(demands: Sequence[Demand], d_ft: float) -> list[Foundation]:
    """A row for each foundation, if there are several."""
    if len(demands) == 1:
        return []
    return [
        Foundation(one.name, one.lateral_lbf, one.height_ft, one.axial_lbf, one.torsion_lbft, d_ft)
        for one in demands
    ]
