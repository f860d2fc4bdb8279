"""Where the pole ends: its base plate, with what every combination brings to grade."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.project.support import Support
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.outcome import Outcome, Reading, Site, outcome
from apex_cli.solvers.support.plate.check import check_base
from apex_cli.solvers.support.plate.job import Below, Foot, taken
from apex_cli.solvers.support.result import Quantities, SupportResult
from apex_cli.solvers.support.result import Reaction as Row
from apex_cli.solvers.support.standing import Standing
from apex_cli.solvers.support.tell import BASE_PLATE, EMBEDMENT


class Footing(Protocol):
    """What a foundation's answer tells of its size."""

    type: str
    shape: str
    width_ft: float
    length_ft: float | None
    depth_ft: float


class Ground(NamedTuple):
    """What the pole stands on.

    Args:
        concrete: The edition of ACI 318; None where none is named.
        footing: The foundation's answer; None where there is none.
    """

    concrete: ConcretePack | None
    footing: Footing | None


class Stood(NamedTuple):
    """The pole that is checked, what it comes to, and how many such poles there are."""

    number: int
    site: Site
    pole: Standing
    reading: Reading
    outcome: Outcome


def stand(
    result: SupportResult,
    ground: Ground,
    stood: Stood,
    reactions: Callable[[Outcome], Sequence[Row]],
    trace: Bare,
) -> SupportResult:
    """The answer with the checks of the base plate in it.

    Args:
        result: The answer for the steel above grade.
        ground: What the pole stands on.
        stood: The pole that is checked, on a base plate.
        reactions: What each combination of an outcome brings to grade.
        trace: Where steps, assumptions and checks go.

    Raises:
        InvalidInput: There are no such rods, or plate, rods, pole and pier do not go together.
    """
    site, found = stood.site, stood.outcome
    base = site.support.base
    assert base is not None
    piece = found.pieces[0]
    foot = Foot(
        base, piece.tube, piece.steel, below_of(ground.footing, site.support, trace),
        site.support.method, site.pack, ground.concrete, taken(site.support.readings),
    )  # fmt: skip
    checked = check_base(
        foot, _entering(result.reactions), _entering(reactions(_strong(stood))), trace
    )
    each = checked.plate_lbf, checked.rods_lbf
    plate_lbf, rods_lbf = (None if one is None else stood.number * one for one in each)
    result.plate = checked.plate
    result.quantities = Quantities(result.quantities.pole_lbf, plate_lbf, rods_lbf)
    rest = [one for one in result.not_checked if one not in {BASE_PLATE, EMBEDMENT}]
    result.not_checked = [*checked.not_checked, *rest]
    return result


def below_of(footing: Footing | None, support: Support, trace: Bare) -> Below | None:
    """The pier that the rods stand in; None where there is none, or its sides differ."""
    if footing is None or footing.type != "pier" or footing.shape not in {"round", "square"}:
        return None
    if footing.length_ft not in {None, footing.width_ft}:
        return None
    known = trace.known
    return Below(
        "round" if footing.shape == "round" else "square",
        known(12 * footing.width_ft, "width of the pier"),
        known(12 * footing.depth_ft, "depth of the pier"),
        support.pier,
    )


def _strong(stood: Stood) -> Outcome:
    """What the pole comes to at strength level, which concrete is held at by any method."""
    site = stood.site
    if site.support.method == "lrfd":
        return stood.outcome
    strong = site._replace(support=site.support.replace(method="lrfd"))
    return outcome(strong, stood.pole, stood.reading, Bare())


def _entering(rows: Sequence[Row]) -> tuple[Reaction, ...]:
    return tuple(
        Reaction(row.combination, row.axial_lbf, row.shear_lbf, row.moment_kipft, row.torsion_kipft)
        for row in rows
    )
