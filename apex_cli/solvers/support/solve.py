"""The entry: from what acts along the height to how far each piece of the pole is used."""

from collections.abc import Sequence
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
    found = governing(inputs, pack, carried, trace, sections)
    site, told = found.site, found.outcome
    rows, moved = deflected(site, found.pole, told, found.heights, trace)
    asked = max([told.worst, *moved], key=lambda one: one.ratio)
    others = [one for one in found.outcomes if one is not told]
    reactions = [row for one in [told, *others] for row in _reactions(one.situation)]
    if trace.told:
        tell(site, told, found.reading, len(found.standings), trace, sections=sections)
        tell_doubts(site, told, trace)
        tell_uplift(reactions, trace)
    stages = along.stages(told.pieces, told.held)
    return SupportResult(
        standard=pack.standard,
        method=support.method,
        pole=found.pole.name or None,
        ratio=asked.ratio,
        governed_by=f"{asked.id}, {asked.place}",
        second_order=told.situation.second_order,
        reactions=reactions,
        stages=stages,
        steel=along.steel(told.pieces),
        places=along.places(told.held),
        profile=along.profile(told.members, told.runs, site.poles_top),
        deflection=rows,
        poles=[
            PoleRatio(one.name, ratio)
            for one, ratio in zip(found.standings, found.ratios, strict=False)
        ],
        quantities=Quantities(_weight(poles.count, stages)),
        alternatives=_alternatives(site, found.pole, found.reading, found.heights),
        not_checked=[*(f"{TOO_SLENDER}{name}" for name in told.weak), *not_checked(site)],
    )


class Governing(NamedTuple):
    """The pole that asks for most.

    Args:
        site: What is the same for every pole.
        reading: The disputed options.
        heights: Where deflection is told.
        standings: Every pole with what acts on it.
        ratios: What each of several poles comes to; of a single one nothing.
        outcomes: The same, with all that it comes from.
        worst: Which of them asks for most.
    """

    site: Site
    reading: Reading
    heights: Sequence[float]
    standings: list[Standing]
    ratios: list[float]
    outcomes: list[Outcome]
    worst: int

    @property
    def pole(self) -> Standing:
        """The one that asks for most."""
        return self.standings[self.worst]

    @property
    def outcome(self) -> Outcome:
        """What it comes to."""
        return self.outcomes[self.worst]


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
    middles = [one.bottom_ft + one.height_ft / 2 for one in inputs.sign.elements]
    heights = heights_of(site.top, middles)
    if count == 1:
        each = [outcome(site, found[0], reading, trace)]
        return Governing(site, reading, heights, found, [], each, 0)
    silent = [Bare() for _ in found]
    each = [outcome(site, pole, reading, own) for pole, own in zip(found, silent, strict=True)]
    ratios = [_ratio(site, pole, one, heights) for pole, one in zip(found, each, strict=True)]
    worst = most(range(count), ratios.__getitem__)
    if trace.told:
        each[worst] = outcome(site, found[worst], reading, trace)
    else:
        trace.checks += silent[worst].checks
    return Governing(site, reading, heights, found, ratios, each, worst)


def deflected(
    site: Site, pole: Standing, found: Outcome, heights: Sequence[float], trace: Bare
) -> tuple[list[DeflectionRow], list[Held]]:
    """How far the pole bends, at its top and at each cabinet, and what is held of it."""
    return deflections(
        pole, found.runs, heights, poles_top=site.poles_top, asked=site.support.deflection,
        pack=site.pack, trace=trace,
    )  # fmt: skip


def _ratio(site: Site, pole: Standing, found: Outcome, heights: Sequence[float]) -> float:
    """What a pole comes to, its deflection with it where that has a limit."""
    asked = site.support.deflection
    held = [found.worst]
    if asked is not None and asked.limit is not None:
        held += deflected(site, pole, found, heights, Bare())[1]
    return max(one.ratio for one in held)


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
        rows.append(Alternative(name, _ratio(site, pole, found, heights)))
    return rows
