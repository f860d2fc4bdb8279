"""The entry: from what acts along the height to how far each piece of the pole is used."""

from typing import TYPE_CHECKING, NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import ApexError
from apex_cli.packs.support import SupportPack
from apex_cli.solvers.limits import most
from apex_cli.solvers.poles import stages_of
from apex_cli.solvers.support import along
from apex_cli.solvers.support.at_grade import AtGrade, Founded, Job, asked, hold_at_grade
from apex_cli.solvers.support.carried import Carried, of_loads, of_wind
from apex_cli.solvers.support.deflection import deflections, heights_of
from apex_cli.solvers.support.inputs import SupportInputs
from apex_cli.solvers.support.material import other_reading
from apex_cli.solvers.support.outcome import Outcome, Reading, Site, at_strength, outcome
from apex_cli.solvers.support.pieces import SHAPES, require_tubes
from apex_cli.solvers.support.plate.result import BaseResult
from apex_cli.solvers.support.reactions import reached_of, reactions
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

__all__ = ["Founded", "SupportInputs", "of_loads", "of_wind", "solve", "tell_pair"]


def solve(
    inputs: SupportInputs,
    pack: SupportPack,
    carried: Carried,
    trace: Bare,
    sections: "SectionsPack | None" = None,
    *,
    founded: Founded | None = None,
) -> SupportResult:
    """How far the pole that asks for most is used, and what it stands on.

    Args:
        inputs: What the support calculation sees of a project.
        pack: The standard.
        carried: What acts along the height, and the load combinations.
        trace: Where steps, assumptions, warnings and checks go.
        sections: Has the sections that the poles name.
        founded: What the support stands on.

    Raises:
        InvalidInput: The poles are no tubes, or something does not fit them.
        NoAnswer: The pole buckles under what it carries, or its walls have no strength.
    """
    support, poles = inputs.support, inputs.sign.poles
    assert poles is not None
    most_asked = governing(inputs, pack, carried, trace, sections)
    site, reading, found, each, pole, told = most_asked
    moved = deflected(inputs, site, pole, told, trace)
    if trace.told:
        tell(site, told, reading, len(found), trace, sections=sections)
    founded = founded or Founded()
    below, brought = _at_grade(most_asked, founded, trace)
    rows = along.stages(told.pieces, told.held)
    return SupportResult(
        standard=pack.standard,
        method=support.method,
        pole=pole.name or None,
        ratio=told.worst.ratio,
        governed_by=f"{told.worst.id}, {told.worst.place}",
        second_order=max(told.situation.b2.values()),
        reactions=brought,
        stages=rows,
        steel=along.steel(told.pieces),
        places=along.places(told.held),
        profile=along.profile(told.members, told.runs, site.poles_top),
        deflection=moved,
        poles=[
            PoleRatio(one.name, own.worst.ratio)
            for one, own in zip(found, each, strict=True)
            if len(found) > 1
        ],
        plate=None if below.base is None else below.base.plate,
        embedded=below.embedded,
        pier=below.pier,
        slab=below.slab,
        quantities=_quantities(poles.count, rows, below),
        alternatives=_alternatives(site, pole, reading),
        not_checked=not_checked(site, founded, below),
    )


class Governing(NamedTuple):
    """The pole that asks for most.

    Args:
        site: What is the same for every pole.
        reading: The disputed options.
        standings: Every pole with what acts on it.
        each: What each of them comes to.
        pole: The one that asks for most.
        outcome: What it comes to.
    """

    site: Site
    reading: Reading
    standings: list[Standing]
    each: list[Outcome]
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
    site = Site(support, carried, stages, max(stages[-1].top, sign_top), pack)
    reading = Reading(support.readings.stability or "direct", support.readings.a500_edition)
    count = 1 if carried.given else poles.count
    found = standings(
        carried.actions, stages, count, poles.spacing_ft, trace, weighs=not carried.given
    )
    if count == 1:
        only = outcome(site, found[0], reading, trace)
        return Governing(site, reading, found, [only], found[0], only)
    silent = [Bare() for _ in found]
    each = [outcome(site, pole, reading, own) for pole, own in zip(found, silent, strict=True)]
    worst = most(range(count), lambda n: each[n].worst.ratio)
    pole, told = found[worst], each[worst]
    if trace.told:
        told = outcome(site, pole, reading, trace)
    else:
        trace.checks += silent[worst].checks
    return Governing(site, reading, found, each, pole, told)


def deflected(
    inputs: SupportInputs, site: Site, pole: Standing, found: Outcome, trace: Bare
) -> list[DeflectionRow]:
    """How far the pole bends, at its top and at each cabinet."""
    middles = [one.bottom_ft + one.height_ft / 2 for one in inputs.sign.elements]
    return deflections(
        pole, found.runs, heights_of(site.top, middles),
        poles_top=site.poles_top, asked=site.support.deflection, pack=site.pack, trace=trace,
    )  # fmt: skip


def _at_grade(found: Governing, founded: Founded, trace: Bare) -> tuple[AtGrade, list[Reaction]]:
    """What stands at and below grade, and what the pole that asks for most brings there."""
    site, support = found.site, found.site.support
    brought = reactions(found.outcome.situation)
    below = AtGrade()
    if asked(support):
        job = Job(support, founded, found.outcome.pieces[0], site.pack)
        reached = [
            reached_of(one.situation, at_strength(site, pole, one, found.reading))
            for pole, one in zip(found.standings, found.each, strict=True)
        ]
        below = hold_at_grade(job, reached, [one.name for one in found.standings], trace)
        if support.method == "asd":
            brought += reached[found.standings.index(found.pole)].strength
    return below, [Reaction(*one) for one in brought]


def _quantities(count: int, rows: list[StageRow], found: AtGrade) -> Quantities:
    """Amounts of all poles together."""
    base, concrete = found.base or BaseResult(), found.pier or found.slab
    each = base.plate_lbf, base.rods_lbf, None if concrete is None else concrete.rebar_lbf
    known = [None if one is None else count * one for one in each]
    return Quantities(_weight(count, rows), *known)


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
            rows.append(Alternative(name, outcome(site, pole, other, Bare()).worst.ratio))
        except ApexError:
            continue
    return rows
