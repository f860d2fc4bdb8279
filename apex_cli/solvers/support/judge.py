"""Whether a support passes, and how nearly: what a search asks of every candidate."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from apex_cli.equations import Bare, Check
from apex_cli.packs.support import SupportPack
from apex_cli.solvers.limits import beyond
from apex_cli.solvers.support.carried import Carried
from apex_cli.solvers.support.governing import deflected, governing
from apex_cli.solvers.support.inputs import SupportInputs
from apex_cli.solvers.support.member_checks import Held

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack

LAYOUT = {"pier.detailing", "pier.minimum_steel", "plate.geometry", "slab.minimum_steel"}
"""Checks of sizes and distances, which say nothing of how far a strength is used."""


class Verdict(NamedTuple):
    """What checks come to: the greatest ratio of any, endless without capacity, and of which."""

    passed: bool
    ratio: float
    governed_by: str


def verdict(checks: Sequence[Check], pole: Held | None = None) -> Verdict:
    """What checks come to, one at least; those of sizes and distances count where they fail.

    Args:
        checks: The checks.
        pole: Of the pole's own among them what asks for most, which is told with its place.
    """
    passed = all(one.passed for one in checks)
    counted = [one for one in checks if one.id not in LAYOUT or not one.passed] or checks
    worst = max(counted, key=lambda one: one.used)
    if pole is None or beyond(worst.used, pole.ratio):
        return Verdict(passed, worst.used, worst.id)
    return Verdict(passed, pole.ratio, f"{pole.id}, {pole.place}")


def judge(
    inputs: SupportInputs,
    pack: SupportPack,
    carried: Carried,
    sections: "SectionsPack | None" = None,
) -> Verdict:
    """The checks above grade that `solve` holds, and nothing beside them.

    Args:
        inputs: What the support calculation sees of a project.
        pack: The standard.
        carried: What acts along the height, and the load combinations.
        sections: Has the sections that the poles name.

    Raises:
        ApexError: As `solve`.
    """
    trace = Bare()
    governed = governing(inputs, pack, carried, trace, sections)
    found = governed.outcome
    asked = inputs.support.deflection
    if asked is not None and asked.limit is not None:
        deflected(governed.site, governed.pole, found, governed.heights, trace)
    return verdict(trace.checks, found.worst)
