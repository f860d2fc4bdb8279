"""What one pole comes to under one reading: every check of its steel."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import InvalidInput
from apex_cli.packs.support import A500Edition, SupportPack
from apex_cli.project.sign import Sign
from apex_cli.project.support import Support
from apex_cli.project.support_readings import Stability
from apex_cli.solvers.acting import Direction
from apex_cli.solvers.poles import Stage
from apex_cli.solvers.support.carried import Carried, load_faults
from apex_cli.solvers.support.demand import Situation
from apex_cli.solvers.support.member_checks import (
    Held,
    Members,
    hold_places,
    hold_slenderness,
    members_of,
)
from apex_cli.solvers.support.opening import hold_opening, opening_faults
from apex_cli.solvers.support.pieces import Piece, Run, pieces_of, places_of, runs_of
from apex_cli.solvers.support.second_order import (
    Combination,
    Frame,
    amplified,
    inertia_of,
    length_of,
)
from apex_cli.solvers.support.splice import hold_splices, splice_faults
from apex_cli.solvers.support.standing import Standing, dead_at, has_ice


class Reading(NamedTuple):
    """The disputed options as they are read; the pack's edition of A500 if None is chosen."""

    stability: Stability
    edition: A500Edition | None


class Site(NamedTuple):
    """What is the same for every pole and under every reading.

    Args:
        support: What the project asks for.
        carried: What is carried.
        stages: The stages of each pole.
        top: Top of the poles or of the sign, whichever is higher, ft.
        pack: The standard.
        sign: The sign.
    """

    support: Support
    carried: Carried
    stages: tuple[Stage, ...]
    top: float
    pack: SupportPack
    sign: Sign

    @property
    def poles_top(self) -> float:
        """Where the poles end, ft."""
        return self.stages[-1].top

    @property
    def combinations(self) -> list[Combination]:
        """Those at the level of the method, dead load alone last."""
        level = "strength" if self.support.method == "lrfd" else "asd"
        return [
            Combination(row.name, f_D, f_W)
            for found in (self.carried.combinations, self.pack.dead_alone)
            for row, f_D, f_W in found.numbers
            if row.level == level
        ]


class Outcome(NamedTuple):
    """What one pole comes to: its pieces and lengths, what they carry, the checks held.

    `weak` are the stages of which the standard has no strength: their walls are too slender.
    """

    members: Members
    runs: tuple[Run, ...]
    held: list[Held]
    weak: tuple[str, ...]

    @property
    def pieces(self) -> Sequence[Piece]:
        """Its pieces from grade up."""
        return self.members.pieces

    @property
    def situation(self) -> Situation:
        """What it carries."""
        return self.members.situation

    @property
    def worst(self) -> Held:
        """What asks for most; the first of equals."""
        return max(self.held, key=lambda one: one.ratio)


def outcome(site: Site, pole: Standing, reading: Reading, trace: Bare) -> Outcome:
    """What a pole comes to.

    Args:
        site: The site.
        pole: The pole with what acts on it.
        reading: The disputed options.
        trace: Where steps and checks go.

    Raises:
        InvalidInput: Splices or opening do not fit the pole.
        NoAnswer: The pole buckles under what it carries, or its walls have no strength.
    """
    support, pack = site.support, site.pack
    assert support.steel is not None
    pieces = pieces_of(site.stages, support.steel, reading.edition, pack, trace)
    faults = [
        *splice_faults(support.splice, pieces),
        *opening_faults(support.opening, pieces),
        *load_faults(site.carried, support.opening, pieces),
    ]
    if faults:
        raise InvalidInput.at(*faults)
    runs = runs_of(pieces, site.top)
    frame = Frame(runs, site.top, support.method, reading.stability, pack)
    situation = _situation(site, pole, frame, trace)
    slender = hold_slenderness(situation, pieces, trace)
    trace.subject = "pole"
    length = length_of(frame, site.poles_top, trace)
    members = members_of(situation, slender, pieces, length, trace)
    held = [*hold_places(members, places_of(pieces), trace), *slender]
    if support.opening is not None:
        held += hold_opening(members, support.opening, trace)
    if support.splice is not None and support.splice.type == "sleeve":
        held += hold_splices(members, support.splice, trace)
    weak = tuple(one.stage.name for one in pieces if not members.has_strength(one))
    return Outcome(members, runs, held, weak)


def at_strength(site: Site, pole: Standing, found: Outcome, reading: Reading) -> Situation:
    """The pole under the strength combinations, whatever the method: for concrete."""
    if site.support.method == "lrfd":
        return found.situation
    raised = site._replace(support=site.support.replace(method="lrfd"))
    frame = Frame(found.runs, site.top, "lrfd", reading.stability, site.pack)
    return _situation(raised, pole, frame, Bare())


def _situation(site: Site, pole: Standing, frame: Frame, trace: Bare) -> Situation:
    return Situation(
        pole, site.combinations, _b2(site, pole, frame, trace),
        site.support.method, site.pack, site.carried.given, {},
    )  # fmt: skip


def _b2(
    site: Site, pole: Standing, frame: Frame, trace: Bare
) -> dict[tuple[str, Direction], float]:
    """B2 by combination and direction: a pole sways either way, whichever winds are looked at."""
    trace.subject = "second order"
    dead = dry = dead_at(pole, 0.0, trace).load
    if pole.iced:
        dry = dead_at(pole, 0.0, trace, ice=False).load
    directions: tuple[Direction, ...] = ("front", "side")
    found: dict[tuple[str, Direction], float] = {}
    known: dict[tuple[str, float], float] = {}
    for direction in directions:
        inertia = inertia_of(frame, direction, trace)
        for row in site.combinations:
            trace.subject = f"second order, {row.name}"
            at = row.name, float(inertia)
            if at not in known:
                weight = dead if has_ice(row.dead) else dry
                known[at] = amplified(frame, weight, row, inertia, trace)
            found[row.name, direction] = known[at]
    trace.subject = ""
    return found
