"""The foot of the poles as a search holds it: one block changed, all else as it stands."""

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from apex_cli.equations import Bare, Check
from apex_cli.packs.support import SupportPack
from apex_cli.project.support import Support
from apex_cli.solvers.support import at_grade_tell as tell
from apex_cli.solvers.support.at_grade import HOLD, Founded, Job, foot_of, hold_at_grade
from apex_cli.solvers.support.carried import Carried
from apex_cli.solvers.support.governing import governing
from apex_cli.solvers.support.inputs import SupportInputs
from apex_cli.solvers.support.plate.job import Foot
from apex_cli.solvers.support.reactions import Reached

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack

Piece = Literal["base", "pier", "slab"]


class Trial(NamedTuple):
    """The foot, and what reaches it.

    Args:
        job: What is held, as the project has it.
        poles: What reaches the foot of each pole.
        names: What the poles are called.
        development: Development length of the pier's bars, in; None where there are none.
    """

    job: Job
    poles: list[Reached]
    names: list[str]
    development: float | None = None

    @property
    def foot(self) -> Foot:
        """The foot of a pole, as the check of a base sees it."""
        return foot_of(self.job, None, Bare())

    @property
    def steel_alone(self) -> "Trial":
        """The same without an edition of ACI 318: no rod is held in concrete."""
        founded = self.job.founded._replace(concrete=None)
        return self._replace(job=self.job._replace(founded=founded))

    def held(
        self, piece: Piece, support: Support, development: float | None = None
    ) -> tuple[list[Check], Any]:
        """The checks of a piece under every pole, and its result under the last.

        Args:
            piece: What is held.
            support: The blocks that stand instead.
            development: Development length of the pier's bars, in, for a base.

        Raises:
            InvalidInput: The pieces do not go together.
        """
        job, checks, result = self.job._replace(support=support), [], None
        for reached in self.poles:
            trace = Bare()
            result = HOLD[piece](job, reached, trace, development)
            checks += trace.checks
        return checks, result

    def all_held(self) -> list[Check]:
        """The checks of the whole foot as it stands."""
        trace = Bare()
        hold_at_grade(self.job, self.poles, self.names, trace)
        return trace.checks


def trial_of(
    inputs: SupportInputs,
    pack: SupportPack,
    carried: Carried,
    sections: "SectionsPack | None",
    founded: Founded,
) -> Trial:
    """The foot of a project's poles; arguments as for `solve`.

    Raises:
        ApexError: As `solve`.
    """
    found = governing(inputs, pack, carried, Bare(), sections)
    job = Job.of(found, founded)
    tell.require(job.support, founded.buried)
    made = Trial(job, found.reached, [one.name for one in found.standings])
    if job.support.pier is None or founded.buried is None:
        return made
    return made._replace(development=made.held("pier", job.support)[1].development_in)
