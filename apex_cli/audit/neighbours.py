"""What becomes of the checks of a project where one of its values is another."""

import copy
from collections.abc import Callable
from math import inf
from typing import Any, NamedTuple

from apex_cli.errors import ApexError
from apex_cli.project.model import Inputs
from apex_cli.records.fields import Doubt
from apex_cli.records.model import certain
from apex_cli.run.prepare import Prepared
from apex_cli.run.repeat import Repeated, Solved
from apex_cli.vocabulary import JsonObject


class State(NamedTuple):
    """How the checks stand at a value.

    Args:
        passes: Whether there is an answer and every check passes.
        excess: By which part the worst check that was looked at asks for more than there is,
            negative where it has room; infinite where there is no answer.
    """

    passes: bool
    excess: float


NO_ANSWER = State(passes=False, excess=inf)
"""That of a value which the project or the code refuses."""

At = Callable[[Any], State]


class Neighbours:
    """Projects that differ from a first one in one value, solved bare.

    Args:
        prepared: The first one.
        document: It as it was read, its quantities as numbers.
    """

    def __init__(self, prepared: Prepared, document: JsonObject) -> None:
        self._document = document
        self._blocks = {name: getattr(prepared.project, name) for name in Inputs.declared}
        self._repeated = Repeated(prepared, document)

    def along(self, parts: tuple[str, ...]) -> At:
        """What tells the state at each value of one place; it remembers them.

        Args:
            parts: The keys and indexes that lead there.
        """
        solved = self._solver(parts)
        known: dict[Any, State] = {}

        def at(value: Any) -> State:
            if value not in known:
                try:
                    known[value] = _state(solved(value, briefly=True))
                except (ApexError, Doubt):
                    known[value] = NO_ANSWER
            return known[value]

        return at

    def failed(self, parts: tuple[str, ...], value: Any) -> list[str]:
        """The checks that fail where this value stands there, each once.

        Raises:
            ApexError: There is no answer.
            Doubt: The project refuses it.
        """
        checks = self._solver(parts)(value, briefly=False).checks
        return list(dict.fromkeys(check.id for check in checks if not check.passed))

    def _solver(self, parts: tuple[str, ...]) -> Callable[..., Solved]:
        block, last = parts[0], parts[-1]
        root: Any = {block: copy.deepcopy(self._document[block])}
        holder = root
        for part in parts[:-1]:
            holder = holder[int(part)] if isinstance(holder, list) else holder[part]
        key: Any = int(last) if isinstance(holder, list) else last
        hint, blocks = Inputs.hint_of(block), self._blocks

        def solved(value: Any, *, briefly: bool) -> Solved:
            holder[key] = value
            moved = Inputs(**{**blocks, block: certain(hint, root[block])})
            return self._repeated(moved, briefly=briefly)

        return solved


def _state(solved: Solved) -> State:
    excess = max([_excess(check.ratio, check.passed) for check in solved.checks], default=-1.0)
    return State(solved.passes, excess)


def _excess(ratio: float | None, passed: bool) -> float:
    if ratio is None:
        return -1.0 if passed else inf
    return ratio - 1
