"""Which pole asks for most, and what it comes to: its checks and its deflection."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.support import SupportPack
from apex_cli.solvers.limits import most
from apex_cli.solvers.poles import stages_of
from apex_cli.solvers.support.carried import Carried
from apex_cli.solvers.support.deflection import deflections, heights_of
from apex_cli.solvers.support.inputs import SupportInputs
from apex_cli.solvers.support.member_checks import Held
from apex_cli.solvers.support.outcome import Outcome, Reading, Site, at_strength, outcome
from apex_cli.solvers.support.pieces import require_tubes
from apex_cli.solvers.support.reactions import Reached, reached_of
from apex_cli.solvers.support.result import DeflectionRow
from apex_cli.solvers.support.standing import Standing, standings

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack


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

    @property
    def reached(self) -> list[Reached]:
        """What reaches the foot of each pole."""
        return [
            reached_of(one.situation, at_strength(self.site, pole, one, self.reading))
            for pole, one in zip(self.standings, self.outcomes, strict=True)
        ]


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
    ratios = [ratio_of(site, pole, one, heights) for pole, one in zip(found, each, strict=True)]
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


def ratio_of(site: Site, pole: Standing, found: Outcome, heights: Sequence[float]) -> float:
    """What a pole comes to, its deflection with it where that has a limit."""
    asked = site.support.deflection
    held = [found.worst]
    if asked is not None and asked.limit is not None:
        held += deflected(site, pole, found, heights, Bare())[1]
    return max(one.ratio for one in held)
