"""What a selection found."""

from typing import Any, NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import ApexError, NoAnswer
from apex_cli.project.model import Inputs
from apex_cli.solvers.support.judge import Verdict
from apex_cli.solvers.support.lightest import Lightest
from apex_cli.solvers.support.result import SelectedResult, SupportResult

MORE = 3
"""How many are told beside the lightest of each family or group."""


class Tried(NamedTuple):
    """A candidate that has an answer, and what its checks come to."""

    candidate: Any
    verdict: Verdict


def failing(words: str, near: Tried | None, name: str, error: ApexError | None) -> str:
    """Why none passes: the nearest, which has this name, or why none has an answer."""
    if near is not None:
        _, ratio, governed_by = near.verdict
        return f"{words}; the nearest is {name}, with a ratio of {ratio:.3g} ({governed_by})"
    return words if error is None else f"{words}: {error.detail}"


class Choice(NamedTuple):
    """What a selection found.

    Args:
        project: The project; with the lightest where it leaves open what was to be chosen.
        rows: What passes, the overall lightest first.
        words: What is to be told of it.
        failing: Why nothing is found, where nothing is.
        best: What the lightest is called.
    """

    project: Inputs
    rows: list[Lightest]
    words: list[str]
    failing: list[str]
    best: str = ""

    def told(self, found: SupportResult, trace: Bare) -> SelectedResult:
        """The answer with what was found; the trace is told how, and where nothing is."""
        for sentence in self.words:
            trace.assume(sentence)
        for words in self.failing:
            trace.warn("support.none_passes", "review", f"{words[:1].upper()}{words[1:]}.")
        return SelectedResult.of(found, self.rows)

    def hint(self, error: NoAnswer) -> None:
        """Tell where the project as it stands has no answer what would have one."""
        if self.best:
            error.hint = "; ".join(filter(None, [error.hint, f"{self.best} would pass"]))
