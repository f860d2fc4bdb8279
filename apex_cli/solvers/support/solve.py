"""The entry: from what acts along the height to how far each piece of the pole is used."""

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import ApexError
from apex_cli.packs.support import SupportPack
from apex_cli.solvers.limits import beyond, most
from apex_cli.solvers.poles import stages_of
from apex_cli.solvers.support import along
from apex_cli.solvers.support.carried import Carried, of_loads, of_wind
from apex_cli.solvers.support.deflection import deflections, heights_of
from apex_cli.solvers.support.demand import Situation, every
from apex_cli.solvers.support.doubts import tell_doubts, tell_footing, tell_uplift
from apex_cli.solvers.support.inputs import SupportInputs
from apex_cli.solvers.support.material import other_reading
from apex_cli.solvers.support.member_checks import Held
from apex_cli.solvers.support.outcome import Outcome, Reading, Site, outcome
from apex_cli.solvers.support.pieces import SHAPES, require_tubes
from apex_cli.solvers.support.result import (
    Alternative,
    DeflectionRow,
    PoleRatio,
    Quantities,
    Reaction,
    StageRow,
    SupportResult,
)
from apex_cli.solvers.support.standing import Standing, standings
from apex_cli.solvers.support.tell import not_checked, tell, tell_pair

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack

TOO_SLENDER = "strength, for which the wall is too slender by the standard: "

__all__ = ["SupportInputs", "of_loads", "of_wind", "solve", "tell_footing", "tell_pair"]


def solve(
    inputs: SupportInputs,
    pack: SupportPack,
    carried: Carried,
    trace: Bare,
    sections: "SectionsPack | None" = None,
) -> SupportResult:
    """How far the pole that asks for most is used.

    Args:
        inputs: What the support calculation sees of a project.
        pack: The standard.
        carried: What acts along the height, and the load combinations.
        trace: Where steps, assumptions, warnings and checks go.
        sections: Has the sections that the poles name.

    Raises:
        InvalidInput: The poles are no tubes, or something does not fit them.
        NoAnswer: The pole buckles under what it carries, or its walls have no strength.
    """
    support, poles = inputs.support, inputs.sign.poles
    assert poles is not None
    site, reading, found, ratios, others, pole, told = governing(
        inputs, pack, carried, trace, sections
    )
    moved, held = deflected(site, pole, told, trace)
    asked = max([told.worst, *held], key=lambda one: one.ratio)
    reactions = [row for one in (told, *others) for row in _reactions(one.situation)]
    if trace.told:
        tell(site, told, reading, len(found), trace, sections=sections)
        tell_doubts(site, told, trace)
        tell_uplift(reactions, trace)
    rows = along.stages(told.pieces, told.held)
    return SupportResult(
        standard=pack.standard,
        method=support.method,
        pole=pole.name or None,
        ratio=asked.ratio,
        governed_by=f"{asked.id}, {asked.place}",
        second_order=told.situation.second_order,
        reactions=reactions,
        stages=rows,
        steel=along.steel(told.pieces),
        places=along.places(told.held),
        profile=along.profile(told.members, told.runs, site.poles_top),
        deflection=moved,
        poles=[PoleRatio(one.name, ratio) for one, ratio in zip(found, ratios, strict=False)],
        quantities=Quantities(_weight(poles.count, rows)),
        alternatives=_alternatives(site, pole, reading),
        not_checked=[*(f"{TOO_SLENDER}{name}" for name in told.weak), *not_checked(site)],
    )


class Governing(NamedTuple):
    """The pole that asks for most.

    Args:
        site: What is the same for every pole.
        reading: The disputed options.
        standings: Every pole with what acts on it.
        ratios: What each of several poles comes to; of a single one nothing.
        others: What the other poles come to.
        pole: The one that asks for most.
        outcome: What it comes to.
    """

    site: Site
    reading: Reading
    standings: list[Standing]
    ratios: list[float]
    others: list[Outcome]
    pole: Standing
    outcome: Outcome


def governing(
    inputs: SupportInputs,
    pack: SupportPack,
    carried: Carried,
    trace: Bare,
    sections: "SectionsPack | None",
) -> Governing:
    """The pole that asks for most, its checks held; as for `solve`."""
    support, poles, sign_top = inputs.support, inputs.sign.poles, inputs.sign.top_ft
    assert poles is not None
    stages = stages_of(poles, sections, poles.top_ft or sign_top, Bare())
    require_tubes(stages)
    site = Site(support, carried, stages, max(stages[-1].top, sign_top), pack, inputs.sign)
    reading = Reading(support.readings.stability or "direct", support.readings.a500_edition)
    count = 1 if carried.given else poles.count
    found = standings(
        carried.actions, stages, count, poles.spacing_ft, trace, weighs=not carried.given
    )
    if count == 1:
        return Governing(
            site, reading, found, [], [], found[0], outcome(site, found[0], reading, trace)
        )
    silent = [Bare() for _ in found]
    each = [outcome(site, pole, reading, own) for pole, own in zip(found, silent, strict=True)]
    ratios = [
        asked_most(site, pole, one, Bare()).ratio for pole, one in zip(found, each, strict=True)
    ]
    worst = most(range(count), ratios.__getitem__)
    pole, told = found[worst], each[worst]
    if trace.told:
        told = outcome(site, pole, reading, trace)
    else:
        trace.checks += silent[worst].checks
    others = [one for n, one in enumerate(each) if n != worst]
    return Governing(site, reading, found, ratios, others, pole, told)


def deflected(
    site: Site, pole: Standing, found: Outcome, trace: Bare
) -> tuple[list[DeflectionRow], list[Held]]:
    """How far the pole bends, at its top and at each cabinet, and what was held of it."""
    middles = [one.bottom_ft + one.height_ft / 2 for one in site.sign.elements]
    return deflections(
        pole, found.runs, heights_of(site.top, middles),
        poles_top=site.poles_top, asked=site.support.deflection, pack=site.pack, trace=trace,
    )  # fmt: skip


def asked_most(site: Site, pole: Standing, found: Outcome, trace: Bare) -> Held:
    """The check that asks most of a pole, its deflection with it where that has a limit."""
    asked, held = site.support.deflection, [found.worst]
    if asked is not None and asked.limit is not None:
        held += deflected(site, pole, found, trace)[1]
    return max(held, key=lambda one: one.ratio)


def _reactions(situation: Situation) -> list[Reaction]:
    """What each combination brings to grade, each number the largest of any case."""
    met = every(situation, 0.0)
    rows = []
    for row in situation.combinations:
        found = [one.forces for one in met if one.case.combination is row]
        rows.append(
            Reaction(
                row.name,
                1000 * found[0].axial,
                1000 * max(hypot(one.shear_x, one.shear_y) for one in found),
                max(hypot(one.moment_x, one.moment_y) for one in found),
                max(one.torsion for one in found),
                situation.pole.name or None,
            )
        )
    return rows


def _weight(count: int, rows: list[StageRow]) -> float | None:
    """Weight of all poles above grade, lbf, if that of every stage is known."""
    known = [row.weight_lbf for row in rows if row.weight_lbf is not None]
    return count * sum(known) if len(known) == len(rows) else None


def _alternatives(site: Site, pole: Standing, reading: Reading) -> list[Alternative]:
    """The greatest ratio under each other reading, where it has an answer."""
    steel = site.support.steel
    others = []
    if reading.stability == "direct":
        others.append(
            ("stability: effective_length", reading._replace(stability="effective_length"))
        )
    else:
        others.append(("stability: direct", reading._replace(stability="direct")))
    if steel is not None and steel.material != "custom":
        editions = [
            other_reading(site.pack, steel.material, SHAPES[stage.shape], reading.edition)
            for stage in site.stages
        ]
        others += [
            (f"a500_edition: {edition}", reading._replace(edition=edition))
            for edition in dict.fromkeys(editions)
            if edition is not None
        ]
    rows = []
    for name, other in others:
        try:
            found = outcome(site, pole, other, Bare())
        except ApexError:
            continue
        limber = beyond(found.situation.second_order, site.pack.stability.review_drift.value)
        if limber and other.stability == "effective_length":
            continue  # Appendix 7 is not for such sway
        rows.append(Alternative(name, asked_most(site, pole, found, Bare()).ratio))
    return rows
