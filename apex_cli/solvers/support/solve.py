"""The entry: from what acts along the height to how far each piece of the pole is used."""

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING

from apex_cli.equations import Bare
from apex_cli.errors import ApexError
from apex_cli.packs.support import SupportPack
from apex_cli.solvers.limits import beyond
from apex_cli.solvers.support import along
from apex_cli.solvers.support.at_grade import AtGrade, Founded, Job, asked, hold_at_grade
from apex_cli.solvers.support.carried import Carried, of_loads, of_wind
from apex_cli.solvers.support.doubts import tell_doubts, tell_footing, tell_uplift
from apex_cli.solvers.support.governing import Governing, deflected, governing, ratio_of
from apex_cli.solvers.support.inputs import SupportInputs
from apex_cli.solvers.support.judge import verdict
from apex_cli.solvers.support.material import other_reading
from apex_cli.solvers.support.outcome import Reading, Site, outcome
from apex_cli.solvers.support.pieces import SHAPES
from apex_cli.solvers.support.plate.result import BaseResult
from apex_cli.solvers.support.reactions import reactions
from apex_cli.solvers.support.result import (
    Alternative,
    PoleRatio,
    Quantities,
    Reaction,
    StageRow,
    SupportResult,
)
from apex_cli.solvers.support.standing import Standing
from apex_cli.solvers.support.tell import not_checked, tell, tell_pair

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack

TOO_SLENDER = "strength, for which the wall is too slender by the standard: "

__all__ = [
    "Founded",
    "SupportInputs",
    "of_loads",
    "of_wind",
    "solve",
    "tell_footing",
    "tell_pair",
]


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
    before = len(trace.checks)
    found = governing(inputs, pack, carried, trace, sections)
    site, told = found.site, found.outcome
    rows, moved = deflected(site, found.pole, told, found.heights, trace)
    most_asked = max([told.worst, *moved], key=lambda one: one.ratio)
    if trace.told:
        tell(site, told, found.reading, len(found.standings), trace, sections=sections)
        tell_doubts(site, told, trace)
    founded = founded or Founded()
    below, brought = _at_grade(found, founded, trace)
    _, ratio, governed_by = verdict(trace.checks[before:], most_asked)
    if trace.told:
        tell_uplift(brought, trace)
    stages = along.stages(told.pieces, told.held)
    return SupportResult(
        standard=pack.standard,
        method=support.method,
        pole=found.pole.name or None,
        ratio=ratio if isfinite(ratio) else None,
        governed_by=governed_by,
        second_order=told.situation.second_order,
        reactions=brought,
        stages=stages,
        steel=along.steel(told.pieces),
        places=along.places(told.held),
        profile=along.profile(told.members, told.runs, site.poles_top),
        deflection=rows,
        poles=[
            PoleRatio(one.name, ratio)
            for one, ratio in zip(found.standings, found.ratios, strict=False)
        ],
        plate=None if below.base is None else below.base.plate,
        embedded=below.embedded,
        pier=below.pier,
        slab=below.slab,
        quantities=_quantities(poles.count, stages, below),
        alternatives=_alternatives(site, found.pole, found.reading, found.heights),
        not_checked=[
            *(f"{TOO_SLENDER}{name}" for name in told.weak),
            *not_checked(site, founded, below),
        ],
    )


def _at_grade(found: Governing, founded: Founded, trace: Bare) -> tuple[AtGrade, list[Reaction]]:
    """What stands at and below grade, and what each pole brings there, that of the answer first."""
    support = found.site.support
    names = [one.name for one in found.standings]
    brought = [reactions(one.situation) for one in found.outcomes]
    below = AtGrade()
    if asked(support):
        reached = found.reached
        below = hold_at_grade(Job.of(found, founded), reached, names, trace)
        if support.method == "asd":
            brought = [rows + one.strength for rows, one in zip(brought, reached, strict=True)]
    order = sorted(range(len(names)), key=lambda n: n != found.worst)
    return below, [Reaction(*row, names[n] or None) for n in order for row in brought[n]]


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


def _alternatives(
    site: Site, pole: Standing, reading: Reading, heights: Sequence[float]
) -> list[Alternative]:
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
        rows.append(Alternative(name, ratio_of(site, pole, found, heights)))
    return rows
