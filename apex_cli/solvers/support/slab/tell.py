"""What a slab's answer tells in words: what it assumes, and what is not checked."""

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack, ShearMethod
from apex_cli.solvers.support.slab.place import Place
from apex_cli.solvers.support.slab.press import STEP
from apex_cli.solvers.support.slab.result import SlabResult

ROUND = "The concrete and bars of the slab: it is round, and only rectangles are checked."
NO_BARS = (
    "Flexure, shear and least steel of the slab: support.slab.bottom is not given, and "
    "support.readings.plain_slab does not say that it has none."
)
THIN = "The concrete of the slab: it is as thin as what 14.5.1.7 leaves out."
COVERED = "The concrete and bars of the slab: what stands on it covers it, and nothing sticks out."
TIPS = "The concrete and bars of the slab under the loads at strength level that tip it over."
PUNCH = (
    "Two-way shear of the slab: its section would leave the slab, so that one-way shear stands "
    "for it."
)
TRANSFER = (
    "The share of the pole's moment that the bars near it transfer, within 1.5 h beyond its sides "
    "(8.4.2.2)."
)
SEISMIC = "Seismic detailing of the slab (ACI 318 chapter 18, 14.1.4)."
PLAIN = "Least steel of the slab: it has no bars at the bottom (14.1.3)."
PLAIN_TOP = (
    "The slab has no bars at the top, where its lifted side pulls it: plain concrete carries that, "
    "less what 14.5.1.7 takes. An engineer must agree."
)

SIZE: dict[ShearMethod, str] = {
    "axial_2014": "This edition has no size effect in shear.",
    "size_effect_2019": "The size effect in shear is neglected, as 13.2.6.2 lets it be in "
    "footings; one-way shear grows with the bars all the same.",
}


def tell(place: Place, pack: ConcretePack, trace: Bare, result: SlabResult) -> None:
    """Tell how the slab was read, and what is not checked."""
    result.not_checked += [TRANSFER, SEISMIC]
    trace.assume(
        "The slab is bent by the moment at its bottom: what the ground's friction and the soil at "
        "its sides take of it is left out. The pressure on the ground is a plane without tension."
    )
    if place.turning:
        trace.assume(
            f"For the slab the wind is turned in steps of {STEP} degrees from one side to the "
            "other."
        )
    trace.assume(SIZE[pack.methods.shear])


def warn_plain(trace: Bare) -> None:
    """Warn of a slab that is meant to have no bars at the bottom: an engineer must agree."""
    trace.warn(
        "support.plain_slab",
        "review",
        "The slab has no bars at the bottom, and the wind bends it: its concrete alone holds the "
        "moment.",
    )


def tell_bars(pack: ConcretePack, trace: Bare, result: SlabResult, *, least: float) -> None:
    """Tell how the bars are read."""
    cover, top = pack.detailing.cover, pack.slab.top_cover
    trace.assume(
        f"The bars of the slab are straight, alike in both directions, {cover.value:g} in from the "
        f"ground and {top.value:g} in from the top; which layer is outside is not known: the inner "
        "counts in flexure and one-way shear, their average in two-way shear."
    )
    trace.assume(
        f"A straight bar at the bottom needs {result.development_in:.1f} in beyond the section; "
        "one that is shorter counts in that part (25.4.1.1). A hook would do better."
    )
    trace.assume(
        f"The least steel is held at the bottom; read by the letter the top would need "
        f"{least:.2f} in2 too, wherever it is pulled (8.6.1.1)."
    )
