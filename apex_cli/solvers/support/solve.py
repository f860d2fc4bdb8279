"""The entry: from what acts along the height to how far each piece of the pole is used."""

from typing import TYPE_CHECKING

from apex_cli.equations import Bare
from apex_cli.errors import ApexError
from apex_cli.packs.support import SupportPack
from apex_cli.solvers.limits import most
from apex_cli.solvers.poles import stages_of
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
    ratios: list[float] = []
    others: list[Outcome] = []
    worst = 0
    if count > 1:
        others = [outcome(site, pole, reading, Bare()) for pole in found]
        ratios = [one.worst.ratio for one in others]
        worst = most(range(count), ratios.__getitem__)
    pole = found[worst]
    told = outcome(site, pole, reading, trace)
    middles = [one.bottom_ft + one.height_ft / 2 for one in inputs.sign.elements]
    rows = deflections(
        pole, told.runs, heights_of(site.top, middles),
        poles_top=site.poles_top, asked=support.deflection, pack=pack, trace=trace,
    )  # fmt: skip
    if trace.told:
        tell(site, told, reading, count, trace, sections=sections)
    brought = reactions(told.situation)
    below, founded = AtGrade(), founded or Founded()
    if asked(support):
        job = Job(support, founded, told.pieces[0], pack)
        reached = [
            reached_of(one.situation, at_strength(site, pole, one, reading))
            for pole, one in zip(found, others or [told], strict=True)
        ]
        below = hold_at_grade(job, reached, [one.name for one in found], trace)
        brought += [] if support.method == "lrfd" else reached[worst].strength
    return SupportResult(
        standard=pack.standard,
        method=support.method,
        pole=pole.name or None,
        ratio=told.worst.ratio,
        governed_by=f"{told.worst.id}, {told.worst.place}",
        second_order=max(told.situation.b2.values()),
        reactions=[Reaction(*one) for one in brought],
        stages=_stages(told),
        deflection=rows,
        poles=[PoleRatio(one.name, ratio) for one, ratio in zip(found, ratios, strict=False)],
        plate=None if below.base is None else below.base.plate,
        embedded=below.embedded,
        pier=below.pier,
        slab=below.slab,
        quantities=_quantities(poles.count, told, below),
        alternatives=_alternatives(site, pole, reading),
        not_checked=not_checked(site, founded, below),
    )


def _quantities(count: int, told: Outcome, found: AtGrade) -> Quantities:
    """Amounts of all poles together."""
    base, concrete = found.base or BaseResult(), found.pier or found.slab
    each = base.plate_lbf, base.rods_lbf, None if concrete is None else concrete.rebar_lbf
    pole = sum(row.weight_lbf for row in _stages(told))
    return Quantities(count * pole, *(None if one is None else count * one for one in each))


def _stages(found: Outcome) -> list[StageRow]:
    """Each stage with the check that asks most of it."""
    rows = []
    for piece in found.pieces:
        stage = piece.stage
        worst = most(
            [held for held in found.held if held.stage == stage.name], lambda held: held.ratio
        )
        weight = (stage.weight or 0.0) * (stage.top - stage.bottom)
        rows.append(
            StageRow(
                stage.name, piece.section, stage.bottom, stage.top, weight,
                worst.ratio, worst.id, worst.combination, worst.z,
            )
        )  # fmt: skip
    return rows


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
