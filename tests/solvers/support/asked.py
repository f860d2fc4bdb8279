"""What the check of a pier or a slab answered, asked in words."""

from typing import Generic, NamedTuple, TypeVar

from apex_cli.equations import Check, Trace
from apex_cli.solvers.support.pier.result import PierResult
from apex_cli.solvers.support.slab.result import SlabResult

R = TypeVar("R", bound=PierResult | SlabResult)


class Answer(NamedTuple, Generic[R]):
    """A result with its trace."""

    result: R
    trace: Trace

    def held(self, name: str, words: str = "") -> Check:
        """The one check of this name that says these words."""
        (found,) = (
            check for check in self.trace.checks if check.id == name and words in check.description
        )
        return found

    @property
    def ids(self) -> set[str]:
        """The names of its checks."""
        return {check.id for check in self.trace.checks}

    def at(self, symbol: str) -> float:
        """The last value of a symbol."""
        return float({step.card.symbol: step.value for step in self.trace.steps}[symbol])

    def says(self, words: str) -> bool:
        """Whether an assumption has these words."""
        return any(words in sentence for sentence in self.trace.assumptions)

    def warns(self, code: str) -> bool:
        """Whether it warns so."""
        return any(caution.code == code for caution in self.trace.cautions)

    def leaves(self, words: str) -> bool:
        """Whether what is not checked has these words."""
        return any(words in sentence for sentence in self.result.not_checked)
