"""What may be selected at and below grade: what is tried, which checks are held, how it is told."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from apex_cli.equations import Check
from apex_cli.project.support import Support
from apex_cli.run import grids
from apex_cli.solvers.support.lightest import (
    Lightest,
    LightestPier,
    LightestPlate,
    LightestRods,
    LightestSlab,
)
from apex_cli.solvers.support.trial import Trial
from apex_cli.vocabulary import Selection

Blame = tuple[tuple[str, int], ...]
Held = tuple[list[Check], list[str]]
"""Checks, and what was not checked."""


class Kind(NamedTuple):
    """A row of the table below.

    Args:
        what: What is tried, in words.
        grid: What is tried.
        put: The support with one of them.
        hold: The checks of one of them and of what depends on it, and what was not checked.
        first: Some of these, which are held quicker; one that fails them is not held further.
        needed: The checks without which nothing is selected.
        blame: Beginnings of a failing check (its name and sentence) or of a fault's pointer, each
            with the part of the candidate that alone it comes from.
        row: What is told of one, by its sizes.
        name: What one is called.
        alike: Of what the lightest alone is told.
    """

    what: str
    grid: Callable[[Trial, grids.Told], Iterator[grids.Candidate]]
    put: Callable[[Support, grids.Size], Support]
    hold: Callable[[Trial, Support], Held]
    first: Callable[[Trial, Support], Held]
    needed: Callable[[Support], set[str]]
    blame: Blame
    row: Callable[..., Lightest]
    name: Callable[[grids.Size], str]
    alike: str


def _beginning(checks: list[Check], *names: str) -> list[Check]:
    return [one for one in checks if one.id.startswith(names)]


RODS = ("rod.", "anchor.", "plate.bending", "plate.bearing", "plate.geometry")
CAGE = ("pier.", "embedded.ties")
UNDER_PLATE = ("slab.flexure", "slab.one_way", "slab.two_way")


def _hold_plate(trial: Trial, support: Support) -> Held:
    """A plate, and the slab that it presses on."""
    checks, result = trial.steel_alone.held("base", support)
    kept, laid = _beginning(checks, "plate."), trial.job.founded.laid
    if support.slab is not None and laid is not None and laid.stem is None:
        kept += _beginning(trial.held("slab", support)[0], *UNDER_PLATE)
    return kept, result.not_checked


def _hold_rods_in_air(trial: Trial, support: Support) -> Held:
    checks, result = trial.steel_alone.held("base", support)
    return _beginning(checks, *RODS), result.not_checked


def _hold_rods(trial: Trial, support: Support) -> Held:
    """Rods, and the plate that they bend."""
    checks, result = trial.held("base", support, trial.development)
    return _beginning(checks, *RODS), result.not_checked


def _hold_cage_alone(trial: Trial, support: Support) -> Held:
    checks, result = trial.held("pier", support)
    return _beginning(checks, *CAGE), result.not_checked


def _hold_cage(trial: Trial, support: Support) -> Held:
    """A cage, and what it holds: an embedded pole, or rods."""
    checks, result = trial.held("pier", support)
    kept, base = _beginning(checks, *CAGE), support.base
    if base is not None and base.rods is not None:
        held = trial.held("base", support, result.development_in)[0]
        kept += _beginning(held, "anchor.reinforcement")
    return kept, result.not_checked


def _hold_mats(trial: Trial, support: Support) -> Held:
    """Mats; a top without bars, which plain concrete would have to hold, counts as no strength."""
    checks, result = trial.held("slab", support)
    assert support.slab is not None
    moment = result.top_moment_kipft
    if support.slab.top is None and moment is not None:
        what = "The top carries its moment by bars."
        none = Check("slab.flexure", what, moment, 0.0, "kip-ft", None, passed=False, clause="")
        checks.append(none)
    return checks, result.not_checked


def _plate_needs(support: Support) -> set[str]:
    assert support.base is not None
    grouted = {"plate.bearing"} if support.base.bearing == "grouted" else set[str]()
    return {"plate.bending"} | grouted


def _bars(size: grids.Size | None) -> str:
    return f"#{size[0]} at {size[1]:g} in" if size else "none"


KINDS: dict[Selection, Kind] = {
    "plate": Kind(
        "plates", grids.plates, grids.put_plate, _hold_plate, _hold_plate, _plate_needs,
        (("plate.geometry", 0), ("slab.", 0), ("/", 0)),
        lambda W, t, **more: LightestPlate(width_in=W, thickness_in=t, **more),
        lambda size: f"a plate of {size[0]:g} in, {size[1]:g} in thick",
        "of each width the thinnest",
    ),
    "rods": Kind(
        "sets of rods", grids.rod_sets, grids.put_rods, _hold_rods, _hold_rods_in_air,
        lambda _: {"rod.tension"},
        (
            ("rod.tension", 1), ("rod.shear", 1), ("rod.standoff", 1), ("plate.", 3),
            ("anchor.pullout", 3), ("anchor.", 4), ("/support/base/rods/embedment_in", 2), ("/", 0),
        ),
        lambda count, diameter, depth, ring, grade, **more: LightestRods(
            grade=grade, count=count, diameter_in=diameter, circle_in=ring, embedment_in=depth,
            **more,
        ),
        lambda size: (
            f"{size[0]} rods of {size[1]:g} in, grade {size[4]}, on a circle of {size[3]:g} in, "
            f"{size[2]:g} in deep"
        ),
        "of each grade, number and diameter the shortest, on the smallest circle",
    ),
    "pier": Kind(
        "cages", grids.cages, grids.put_cage, _hold_cage, _hold_cage_alone,
        lambda _: {"pier.flexure"},
        (("pier.flexure", 0), ("pier.minimum_steel", 0)),
        lambda count, number, tie, **more: LightestPier(
            bars_count=count, bars_size=number, ties_size=tie[0], ties_spacing_in=tie[1], **more
        ),
        lambda size: f"{size[0]} bars #{size[1]} with ties {_bars(size[2])}",
        "of each number and size of bars and size of ties that with the widest spacing",
    ),
    "slab": Kind(
        "pairs of mats", grids.mats, grids.put_mats, _hold_mats, _hold_mats,
        lambda _: {"slab.one_way"},
        (
            ("slab.flexure The top", 1), ("slab.one_way The lifted side", 1),
            ("/support/slab/top", 1), ("slab.", 0), ("/", 0),
        ),
        lambda low, top, **more: LightestSlab(
            bottom_size=low[0], bottom_spacing_in=low[1], top_size=top[0] if top else None,
            top_spacing_in=top[1] if top else None, **more,
        ),
        lambda size: f"bottom {_bars(size[0])}, top {_bars(size[1])}",
        "of each two sizes of bars those with the widest spacings",
    ),
}  # fmt: skip
"""Each of them."""


def blamed(kind: Kind, candidate: grids.Candidate, where: str) -> tuple[int, grids.Size] | None:
    """The part of a candidate that a failing check or a fault comes from; None: all of it."""
    for beginning, part in kind.blame:
        if where.startswith(beginning):
            return part, candidate.parts[part]
    return None
