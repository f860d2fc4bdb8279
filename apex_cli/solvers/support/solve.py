"""The entry: from what acts along the height to how far each piece of the pole is used."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.support import A500Edition, SupportPack
from apex_cli.project.support import Stability, Support
from apex_cli.solvers.acting import Actions, Direction
from apex_cli.solvers.poles import Stage, stages_of
from apex_cli.solvers.support.deflection import deflections, heights_of
from apex_cli.solvers.support.demand import Situation
from apex_cli.solvers.support.inputs import SupportInputs
from apex_cli.solvers.support.material import other_reading
from apex_cli.solvers.support.member_checks import (
    Held,
    Strong,
    hold_places,
    hold_slenderness,
)
from apex_cli.solvers.support.opening import hold_opening
from apex_cli.solvers.support.pieces import (
    SHAPES,
    Piece,
    pieces_of,
    places_of,
    require_tubes,
    runs_of,
)
from apex_cli.solvers.support.result import (
    Alternative,
    PoleRatio,
    Quantities,
    Reaction,
    StageRow,
    SupportResult,
)
from apex_cli.solvers.support.second_order import (
    Combination,
    Frame,
    amplified,
    inertia_of,
    length_of,
)
from apex_cli.solvers.support.splice import hold_splices, require_splices
from apex_cli.solvers.support.standing import Standing, dead_at, standings, wind_at
from apex_cli.solvers.support.tell import not_checked, tell

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack


class Carried(NamedTuple):
    """What the support carries, from the wind's answer or given.

    Args:
        actions: Forces and weights along the height, strength level.
        combinations: Every load combination: name, level, factors of dead load and wind.
        given: Whether the loads are given.
    """

    actions: Actions
    combinations: Sequence[tuple[str, str, float, float]]
    given: bool


class Reading(NamedTuple):
    """The disputed options as they are read."""

    stability: Stability
    edition: A500Edition | None


class Site(NamedTuple):
    """What is the same for every pole and under every reading.

    Args:
        support: What the project asks for.
        carried: What is carried.
        stages: The stages of each pole.
        poles_top: Where the poles end, ft.
        top: Top of the poles or of the sign, whichever is higher, ft.
        pack: The standard.
    """

    support: Support
    carried: Carried
    stages: tuple[Stage, ...]
    poles_top: float
    top: float
    pack: SupportPack

    @property
    def combinations(self) -> list[Combination]:
        """Those at the level of the method."""
        level = "strength" if self.support.method == "lrfd" else "asd"
        rows = self.carried.combinations
        return [Combination(name, f_D, f_W) for name, at, f_D, f_W in rows if at == level]


class Outcome(NamedTuple):
    """What one pole comes to."""

    pieces: tuple[Piece, ...]
    situation: Situation
    held: list[Held]

    @property
    def worst(self) -> Held:
        """What asks for most; the first of equals."""
        return max(self.held, key=lambda one: one.ratio)


def solve(
    inputs: SupportInputs,
    pack: SupportPack,
    sections: "SectionsPack | None",
    carried: Carried,
    trace: Bare,
) -> SupportResult:
    """How far the pole that asks for most is used.

    Args:
        inputs: What the support calculation sees of a project.
        pack: The standard.
        sections: The sections that the poles name.
        carried: What acts along the height, and the load combinations.
        trace: Where steps, assumptions, warnings and checks go.

    Raises:
        InvalidInput: The poles are no tubes, or something does not fit them.
        NoAnswer: The pole buckles under what it carries, or its walls have no strength.
    """
    trace.cite(pack.citations)
    support, poles = inputs.support, inputs.sign.poles
    assert poles is not None  # noqa: S101 - needed: see inputs
    sign_top = inputs.sign.top_ft
    poles_top = _top(inputs, sign_top)
    stages = stages_of(poles, sections, poles_top, Bare())
    require_tubes(stages)
    poles_top = stages[-1].top
    site = Site(support, carried, stages, poles_top, max(poles_top, sign_top), pack)
    readings = support.readings
    reading = Reading(readings.stability or "direct", readings.a500_edition)
    count = 1 if carried.given else poles.count
    found = standings(carried.actions, stages, count, poles.spacing_ft, Bare())
    if carried.given:
        found = [pole._replace(weighs=False) for pole in found]
    ratios = [1.0]
    worst = 0
    if len(found) > 1:
        ratios = [_outcome(site, pole, reading, Bare()).worst.ratio for pole in found]
        worst = max(range(len(found)), key=ratios.__getitem__)
        found = standings(carried.actions, stages, count, poles.spacing_ft, trace)
    pole = found[worst]
    outcome = _outcome(site, pole, reading, trace)
    heights = heights_of(
        site.top, [(hung.bottom + hung.top) / 2 for hung in _cabinets(inputs)]
    )
    rows = deflections(
        pole, runs_of(outcome.pieces, site.top), heights,
        poles_top=poles_top, asked=support.deflection, pack=pack, trace=trace,
    )  # fmt: skip
    b2 = max(outcome.situation.b2.values())
    others = _alternatives(site, pole, reading)
    tell(site, outcome, b2, reading, count, trace)
    ...
