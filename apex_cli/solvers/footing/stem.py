"""What stands between the slab of a spread footing and grade, and what stands beyond the slab."""

from math import hypot

from msgspec.structs import replace

from apex_cli.equations import SLACK, Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.footing import FootingPack, SpreadRules
from apex_cli.project.foundation import Stem as Given
from apex_cli.project.sign import Element, Sign
from apex_cli.quantities import Known
from apex_cli.solvers.footing import spread_equations as eq
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.pier_pole import across_corners
from apex_cli.solvers.footing.spread_case import Site, Size, Stem
from apex_cli.solvers.footing.strip import Piece, Wall
from apex_cli.solvers.poles import Stage


def stem_of(
    inputs: FootingInputs,
    pack: FootingPack,
    rules: SpreadRules,
    trace: Bare,
    *,
    rise: float,
    wall: Wall | None,
    pole: Stage | None,
) -> Stem | None:
    """The stem that the project gives, or that follows from the sign; None: nothing is known.

    Args:
        inputs: What the footing calculation sees of a project.
        pack: Supplies the cover of steel.
        rules: Supplies the increment of sides.
        trace: Where it is told.
        rise: From the slab to grade, ft.
        wall: The wall that stands on it, where the footing is its strip.
        pole: What stands on it, if the sign has poles.

    Raises:
        InvalidInput: A stem is given that does not run the wall, or is narrower than its pole.
    """
    given = inputs.footing.stem
    if rise <= SLACK:
        if given is not None:
            trace.assume("footing.stem is not used: the slab reaches up to grade.")
        return None
    if given is not None and wall is not None:
        return _running(given, wall, inputs.footing.length_ft, trace)
    if given is not None:
        length = given.width_ft if given.length_ft is None else given.length_ft
        if pole is not None and not _carries(given, length, pole):
            raise _narrow(pole)
        return Stem(given.shape, given.width_ft, length, given=True)
    sign = inputs.sign
    if pole is not None:
        return _pedestal(pole, pack, rules, trace)
    found = None if sign is None else _of_wall(standing(sign))
    if found is None:
        trace.warn(
            "footing.stem_not_given",
            "review",
            f"What fills the {rise:.3g} ft between the slab and grade is not known: it is in no "
            "weight, volume or price. Give footing.stem.",
        )
    elif trace.told:
        trace.assume(
            "footing.stem is not given: between slab and grade a stem of concrete is taken, as "
            f"thick ({found.w.real:g} ft) and as long ({found.l.real:g} ft) as what stands on it, "
            "no larger than the slab."
        )
    return found


def _carries(given: Given, length: float, pole: Stage) -> bool:
    """Whether a pole stands on a given stem, its sides along those of a rectangle."""
    along, across = 12 * given.width_ft + SLACK, 12 * length + SLACK
    if given.shape == "rectangle" and pole.shape in {"square", "rectangular"}:
        return pole.depth <= along and pole.width <= across
    return across_corners(pole, Bare()) <= min(along, across)


def _narrow(pole: Stage) -> InvalidInput:
    size = (
        f"{pole.width:g} in"
        if pole.width == pole.depth
        else f"{pole.width:g} in by {pole.depth:g} in"
    )
    detail = f"the stem is narrower than the pole that stands on it ({size})"
    hint = "widen the stem, or leave it out: a pedestal around the pole is then taken"
    return InvalidInput(
        f"/footing/stem: {detail}", hint=hint, faults=[Fault("/footing/stem", detail, hint=hint)]
    )


def _running(given: Given, wall: Wall, slab: float | None, trace: Bare) -> Stem:
    """A given stem under a wall, which runs all of it: each foot of the strip stands by itself."""
    least: float = Known(wall.length, "/sign/elements")
    if slab is not None and slab < least:
        least = slab
    if given.shape == "round":
        raise _refused("a round stem does not run the wall that stands on the strip")
    if given.length_ft is None:
        trace.assume(
            "footing.stem.length_ft is not given: under a wall the stem runs all of it, "
            f"{least.real:g} ft."
        )
        return Stem("rectangle", given.width_ft, least, given=True)
    if given.length_ft < least - SLACK:
        raise _refused(
            f"the stem is {given.length_ft:g} ft long and the wall on the strip {least:g} ft: each "
            "foot of a wall needs one under it"
        )
    return Stem("rectangle", given.width_ft, given.length_ft, given=True)


def _refused(detail: str) -> InvalidInput:
    hint = "leave out footing.stem.length_ft: a rectangular stem then runs the whole wall"
    return InvalidInput.at(Fault("/footing/stem", detail, hint=hint))


def beneath(site: Site, wall: Wall, piece: Piece) -> Site:
    """The site under a foot of a stretch: a stem that is taken stands only under cabinets.

    It is as thick as what stands there; stretches end where cabinets do.
    """
    stem = site.stem
    if stem is None or stem.given:
        return site
    above = [
        (one.on(piece.start, piece.end), one.element.thickness_ft)
        for one in wall.cabinets
        if on_ground(one.element)
    ]
    if sum(lies for lies, _ in above) <= SLACK:
        return site._replace(stem=None)
    w = max((t for lies, t in above if lies > SLACK and t is not None), default=stem.w)
    return site._replace(stem=stem._replace(w=w))


def on_ground(element: Element) -> bool:
    """Whether a cabinet stands on the ground."""
    return element.bottom_ft <= SLACK


def standing(sign: Sign) -> list[Element]:
    """The cabinets that stand on the ground."""
    return [one for one in sign.elements if on_ground(one)]


def _of_wall(standing: list[Element]) -> Stem | None:
    """A stem under what stands on the ground, as thick as the thickest and as long as all."""
    thicknesses = [one.thickness_ft for one in standing if one.thickness_ft is not None]
    if not standing or len(thicknesses) < len(standing):
        return None
    if len(standing) == 1:
        return Stem("rectangle", thicknesses[0], standing[0].width_ft, given=False)
    length = Known(sum(one.width_ft for one in standing), "/sign/elements")
    return Stem("rectangle", max(thicknesses), length, given=False)


def _pedestal(pole: Stage, pack: FootingPack, rules: SpreadRules, trace: Bare) -> Stem:
    """A square pedestal around a pole."""
    one_wide = replace(pole, width=1.0, depth=pole.depth / pole.width)
    side = trace(
        eq.pedestal_side,
        k_c=trace.known(across_corners(one_wide, Bare()), "geometry of the pole"),
        D_p=pole.width,
        c_c=pack.construction.concrete_cover.number,
        i=rules.plan_increment.number,
    )
    if trace.told:
        trace.assume(
            f"footing.stem is not given: between slab and grade a square pedestal of {side:g} ft "
            "is taken around each pole: the pole across its corners and its cover."
        )
    return Stem("rectangle", side, side, given=False)


def fits(site: Site, size: Size) -> bool:
    """Whether a stem that is given stands on a slab of this size."""
    stem = site.stem
    if stem is None or not stem.given:
        return True
    if site.shape == "round" and stem.shape == "rectangle":
        return hypot(stem.w, stem.l) <= size.B + SLACK
    return stem.w <= size.B + SLACK and stem.l <= size.L + SLACK


def refuse(size: Size) -> InvalidInput:
    """The error for a stem that is larger than its slab."""
    detail = f"the stem is larger than the slab it stands on ({size.B:g} ft by {size.L:g} ft)"
    hint = "widen the footing (footing.width_ft, footing.length_ft) or make the stem smaller"
    return InvalidInput.at(Fault("/footing/stem", detail, hint=hint))


def tell_overhang(sign: Sign | None, across: float, trace: Bare) -> None:
    """Warn of a sign on the ground that is longer than its footing.

    Args:
        sign: The sign, if there is one.
        across: What the footing measures along the sign, ft.
        trace: Where it is told.
    """
    if sign is None or sign.poles is not None or not (lowest := standing(sign)):
        return
    left = max(one.width_ft / 2 - one.offset_ft for one in lowest) - across / 2
    right = max(one.width_ft / 2 + one.offset_ft for one in lowest) - across / 2
    if max(left, right) > SLACK:
        sides = f"{max(left, 0):.3g} ft at one end and {max(right, 0):.3g} ft at the other"
        trace.warn(
            "footing.overhang",
            "warning",
            f"The sign stands out over its footing, by {sides}: it must span or cantilever "
            "so far by itself. A longer footing (footing.length_ft) carries it.",
        )
