"""Whether a pole passes, and how nearly: what a search asks of every candidate."""

from typing import TYPE_CHECKING, NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.support import SupportPack
from apex_cli.solvers.support.carried import Carried
from apex_cli.solvers.support.inputs import SupportInputs
from apex_cli.solvers.support.solve import asked_most, governing

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
    found = governing(inputs, pack, carried, trace, sections)
    worst = asked_most(found.site, found.pole, found.outcome, trace)
    passed = all(check.passed for check in trace.checks)
    return Verdict(passed, worst.ratio, f"{worst.id}, {worst.place}")
