"""What a pier's answer tells in words: what it assumes, other readings, and what is not checked."""

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack, Readings, ShearModel
from apex_cli.solvers.support.pier.bars import WORDS
from apex_cli.solvers.support.pier.place import Place, Pole
from apex_cli.solvers.support.pier.result import PierResult

RECTANGULAR = (
    "the concrete and bars of the pier: it is a rectangle, and only round and square piers are "
    "checked"
)
NO_BARS = (
    "flexure, shear, least steel and detailing of the pier: support.pier.bars is not given, and "
    "support.readings.plain_pier does not say that it has none"
)
NO_GROUND = "flexure and shear of the pier: no ground resists below grade, or below the pole"
NO_LOAD = "flexure and shear of the pier: no lateral load reaches it"
NO_TIES = "the ties of the pier: support.pier.ties is not given; shear is held without them"
NO_TIES_ROUND_POLE = "the ties around the embedded pole: the pier has none that are counted"
SEISMIC = "seismic detailing of the pier (IBC 1810.3.9.4, ACI 318 chapter 18)"
AS_GIVEN = (
    "least steel of the pier: support.readings.min_reinforcement takes the bars as they are given"
)
PLAIN = "least steel and detailing of the pier: it has no bars"

READINGS = {
    "ibc_limit": "the allowable pressure of the ground from grade down",
    "rigid": "a rigid pier in ground whose modulus grows with depth",
    "broms": "Broms",
    "larger": "the largest of the readings",
}
EMBEDMENTS = {
    "plastic": "two plastic blocks",
    "elastic": "elastic triangles, which leave the shear out",
    "pci": "the haunch of PCI, quoted from memory",
}


def tell(
    *, taken: Readings, place: Place, pole: Pole | None, pack: ConcretePack, trace: Bare,
    result: PierResult,
) -> None:  # fmt: skip
    """Tell how the pier was read, and what the other readings come to."""
    if result.moments:
        _tell_moment(taken, place, pole, trace, result)
        _tell_shear(taken, trace, result)
    if result.least_steel:
        _tell_least(taken, trace, result)
    if pole is not None:
        tied = NO_TIES_ROUND_POLE not in result.not_checked
        _tell_embedment(taken, trace, result, tied=tied)
    if result.rebar_lbf is not None:
        trace.assume(
            "The concrete is of normal weight, its aggregate no larger than 1 1/8 in; ties are "
            f"closed, and {pack.ties.overlap.value:g} in of each are counted for hooks and overlap."
        )
        if pole is None or result.moment_depth_ft is None:
            result.not_checked.append(_development(result))
        result.not_checked.append(SEISMIC)
    _warn(place, pack, trace, plain=PLAIN in result.not_checked)
    if result.torsion_kipft:
        result.not_checked.append(_torsion(result))


def _warn(place: Place, pack: ConcretePack, trace: Bare, *, plain: bool) -> None:
    """Warn of what an engineer must agree to."""
    narrow = pack.detailing.narrow
    if 12 * place.width < narrow.value:
        trace.warn(
            "support.narrow_pier",
            "review",
            f"The pier is narrower than {narrow.value:g} in, the least of an isolated element.",
            narrow.clause,
        )
    if plain:
        trace.warn(
            "support.plain_pier",
            "review",
            "The pier has no bars, and the wind bends it: its concrete alone holds the moment.",
        )


def _tell_moment(
    taken: Readings, place: Place, pole: Pole | None, trace: Bare, result: PierResult
) -> None:
    told = "; ".join(
        f"by {READINGS[one.reading]} {one.moment_kipft:.2f} kip-ft, {one.depth_ft:.2f} ft below "
        "grade"
        for one in result.moments
    )
    trace.assume(
        f"The building code has no diagram of pressure for a pier. Its largest moment is {told}; "
        f"taken is {READINGS[taken.pier_moment]} where it is known (support.readings.pier_moment)."
    )
    if place.ground.lateral is not None:
        trace.assume(
            f"Allowable bearing of the ground goes with {place.ground.level:g} times the "
            "strength-level load: at such pressure the depth of no shear is found, for the moment "
            "at strength level."
        )
    if place.shape == "round":
        trace.assume("The cage of the pier may stand turned any way: the weaker of two is taken.")
    else:
        trace.assume(
            "The wind may come on a side or on a corner of the square pier: the weaker is taken; "
            "its bars stand evenly on the sides, one in each corner."
        )
    trace.assume(
        "The axial load on the pier's section is that at grade; the concrete above the section, "
        "which would help, is left out."
    )
    if pole is not None:
        trace.assume(
            "Down to its end the embedded pole carries the moment; below it the pier alone does."
        )


SHEARS: dict[ShearModel, str] = {
    "rigid": f"that of {READINGS['rigid']}",
    "applied": "that at grade alone",
}


def _tell_shear(taken: Readings, trace: Bare, result: PierResult) -> None:
    told = "; ".join(f"{SHEARS[one.reading]}, {one.shear_lbf:,.0f} lbf" for one in result.shears)
    trace.assume(
        f"The largest shear of the pier is by each reading {told}: above its point of rotation a "
        f"rigid pier has more than at grade. Taken is {SHEARS[taken.shear_model]} "
        "(support.readings.shear_model)."
    )


def _tell_least(taken: Readings, trace: Bare, result: PierResult) -> None:
    areas = ", ".join(
        f"{WORDS[row.reading]}: {row.area_in2:.2f} in2"
        for row in result.least_steel
        if row.area_in2 is not None
    )
    needed = any(row.needed for row in result.least_steel if row.area_in2 is None)
    trace.assume(
        "Whether a pier is a column, a deep foundation or a plain footing is disputed: its least "
        f"steel is read as {WORDS[taken.min_reinforcement]} (support.readings.min_reinforcement). "
        f"{areas[0].upper()}{areas[1:]}; by its cracking moment (IBC 1810.3.9) it "
        f"{'needs' if needed else 'would need no'} bars."
    )


def _tell_embedment(taken: Readings, trace: Bare, result: PierResult, *, tied: bool) -> None:
    told = "; ".join(
        f"{EMBEDMENTS[one.reading]}: {one.required_depth_ft:.2f} ft" for one in result.embedments
    )
    trace.assume(
        f"The embedded pole is read as {EMBEDMENTS[taken.embedment]} "
        f"(support.readings.embedment); needed are by {told}. No wider concrete behind the pole is "
        "counted on, and no bond: uplift and torsion need studs or a welded bar."
    )
    if tied:
        trace.assume(
            "The ties hold the whole force of the upper block of pressure over the embedment, as "
            "though the concrete around the pole had split: statics, no clause. What of it the "
            "concrete and the bars between the ties hold is left out."
        )


def _development(result: PierResult) -> str:
    return (
        f"development of the pier's bars above its largest moment: a straight bar needs "
        f"{result.development_in:.1f} in; beside anchor rods that is a check of the anchorage, and "
        "a bar with a hook or head is not counted as such"
    )


def _torsion(result: PierResult) -> str:
    friction = (
        "no ground resists it"
        if result.friction_psf is None
        else f"{result.friction_psf:,.0f} psf of friction on the side would hold it, without the "
        "base"
    )
    return (
        f"torsion of the pier in the ground: {result.torsion_kipft:.2f} kip-ft at strength "
        f"level, {friction}; the code has no method, and the footing holds it against "
        "soil.side_friction_psf where that is given"
    )
