"""The weight on the ground under a spread footing: structure, slab, stem, soil, less buoyancy."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers.footing import construction
from apex_cli.solvers.footing import spread_equations as eq
from apex_cli.solvers.footing import volume_equations as volumes
from apex_cli.solvers.footing.spread_case import Site, Size, Stem


class Weights(NamedTuple):
    """Weights on the ground, lbf.

    Args:
        held: What counts against overturning and sliding: soil only by a weight that is given.
        borne: What the ground bears: soil also by the weight that the pack has for it.
        dry: What it bears while the ground water stands below the base.
        lift: Buoyancy of what is held.
    """

    held: float
    borne: float
    dry: float
    lift: float


def weigh(site: Site, size: Size, D: float, trace: Bare) -> Weights:
    """The weights on the ground of a footing of this size under a dead load D."""
    materials = site.pack.materials
    gamma_c, gamma_s = materials.concrete_unit_weight.number, site.soil.unit_weight
    A_b = construction.area(site.shape, size.B, size.L, trace)
    held = trace(eq.weight, D=D, A_b=A_b, t=site.t, gamma_c=gamma_c)
    afloat = [(A_b, site.depth, site.t)]
    if not site.rise:
        held, dry = floated(site, held, afloat, trace), held
        return Weights(held, held, dry, _lift(dry, held, trace))
    h_s, A_e = site.rise, A_b
    if site.stem is not None:
        A_s = area_of(site.stem, site.shape, size, trace)
        held = trace(eq.weight_with, W_0=held, A_i=A_s, h_s=h_s, gamma_i=gamma_c)
        A_e = trace(eq.area_beside, A_b=A_b, A_s=A_s)
        afloat.append((A_s, h_s, h_s))
    soil = materials.soil_unit_weight.number if gamma_s is None else gamma_s
    dry = trace(eq.weight_with, W_0=held, A_i=A_e, h_s=h_s, gamma_i=soil)
    borne = floated(site, dry, [*afloat, (A_e, h_s, h_s)], trace)
    if gamma_s is not None:
        return Weights(borne, borne, dry, _lift(dry, borne, trace))
    wet = floated(site, held, afloat, trace)
    return Weights(wet, borne, dry, _lift(held, wet, trace))


def _lift(dry: float, wet: float, trace: Bare) -> float:
    """The buoyancy in all, which no load factor makes smaller."""
    return trace(eq.lift, W_0=dry, W=wet) if wet < dry else 0.0


def area_of(stem: Stem, shape: str, size: Size, trace: Bare) -> float:
    """Plan area of the stem, ft2; one that is not given is no larger than the slab."""
    if shape == "round" and stem.shape != "round":
        return trace(eq.stem_area_on_round, w_s=stem.w, l_s=stem.l, B=size.B)
    if stem.shape == "round":
        return trace(eq.round_stem_area, w_s=stem.w, B=min(size))
    return trace(eq.stem_area, w_s=stem.w, B=size.B, l_s=stem.l, L=size.L)


def floated(site: Site, W: float, parts: list[tuple[float, float, float]], trace: Bare) -> float:
    """The weight less the buoyancy of its parts: plan area, depth of the bottom, height."""
    if site.water is None or site.water >= site.depth:
        return W
    gamma_w = site.pack.materials.water_unit_weight.number
    for area, bottom, height in parts:
        if bottom > site.water:
            U = trace(
                volumes.buoyancy, gamma_w=gamma_w, A_i=area, d_i=bottom, z_w=site.water, t=height
            )
            W = trace(eq.weight_in_water, W_0=W, U=U)
    return W


def tell_weights(site: Site, trace: Bare) -> None:
    """Say which soil and which water count."""
    if site.rise:
        if site.soil.unit_weight is None:
            gamma = site.pack.materials.soil_unit_weight.value
            trace.assume(
                f"The soil upon the footing counts by {gamma:g} pcf for bearing, and not at all "
                "for overturning and sliding: soil.unit_weight_pcf is not given."
            )
        else:
            trace.assume(
                "The soil upon the footing counts by soil.unit_weight_pcf, for bearing and for "
                "overturning and sliding."
            )
    if site.water is not None:
        gamma_w = site.pack.materials.water_unit_weight.value
        trace.assume(
            f"Ground water stands {site.water:g} ft below grade (site.water_depth_ft): what is "
            f"below it weighs {gamma_w:g} pcf less, and its buoyancy counts in full beside 0.6D. "
            "Bearing is held without it too: it may fall."
        )
