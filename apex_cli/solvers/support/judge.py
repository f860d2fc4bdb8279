"""Whether a pole passes, and how nearly: what a search asks of every candidate."""

from typing import TYPE_CHECKING, NamedTuple

from apex_cli.equations import Bare, Check
from apex_cli.packs.support import SupportPack
from apex_cli.solvers.limits import beyond
from apex_cli.solvers.support.carried import Carried
from apex_cli.solvers.support.inputs import SupportInputs
from apex_cli.solvers.support.solve import deflected, governing

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack


class Verdict(NamedTuple):
    """What the checks of a pole come to: the greatest ratio of any, and of which."""

    passed: bool
    ratio: float
    governed_by: str


def judge(
    inputs: SupportInputs,
    pack: SupportPack,
    carried: Carried,
    sections: "SectionsPack | None" = None,
) -> Verdict:
    """The checks that `solve` holds, and nothing beside them.

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
    passed = all(check.passed for check in trace.checks)
    worst = max(trace.checks, key=_ratio)
    if beyond(_ratio(worst), found.worst.ratio):  # the wall's slenderness, or deflection
        return Verdict(passed, _ratio(worst), worst.id)
    return Verdict(passed, found.worst.ratio, f"{found.worst.id}, {found.worst.place}")


def _ratio(check: Check) -> float:
    """Demand over capacity, which is never nothing here."""
    return check.demand / check.capacity
