"""Tapes of a calculation: projects that differ in some numbers are answered by the same steps.

A tape is made when a few projects were solved that differ where it is to give way. Then it answers
all that go the same way through the solvers; what goes another way, the solvers do.
"""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from apex_cli.equations import Check
from apex_cli.equations.player import Player, player
from apex_cli.equations.tape import Tape, Untaped
from apex_cli.errors import ApexError
from apex_cli.project.model import Inputs
from apex_cli.project.moved import Moved, Path, found_at, moved, placed
from apex_cli.run.prepare import Prepared
from apex_cli.run.table import CALCULATIONS, Chain

PATIENCE = 12
"""So many projects are solved before a tape is made, which takes as long as some of them."""

KEPT = 16
"""How many tapes are kept, those that were of use last."""

_NO_ANSWER = (ApexError, ArithmeticError, TypeError, ValueError)
"""What comes where numbers have no answer; the solvers are asked, and say why."""

Answer = tuple[dict[str, Any], list[Check]]
"""The results of the first calculations, and their checks."""


class _Taped(Struct, frozen=True):
    """A tape.

    Args:
        numbers: What it gives way in, with what stands there in the first project.
        choices: What else is not as in the first.
        play: Its steps.
    """

    numbers: dict[Path, float]
    choices: dict[Path, Any]
    play: Player

    def answer(self, there: Moved) -> Answer | None:
        """The answer of a project that goes the same way."""
        if there.choices != self.choices or not there.numbers.keys() <= self.numbers.keys():
            return None
        try:
            answer: Answer | None = self.play(*{**self.numbers, **there.numbers}.values())
        except _NO_ANSWER:
            return None
        if answer is None:
            return None
        found, checks = answer  # what no number is in is made once, and others get it too
        return {**found}, [*checks]


class Tapes:
    """The tapes of calculations.

    Args:
        first: The project from which others differ, its packs and the order of calculations.
        blocks: The blocks of a project that are read.
    """

    def __init__(self, first: Prepared, blocks: Iterable[str]) -> None:
        self._first, self._blocks = first, tuple(blocks)
        self._tapes: list[_Taped] = []
        self._wait, self._missed = PATIENCE, 0
        self._paths: dict[Path, None] = {}

    def __call__(self, project: Inputs) -> Answer | None:
        """The answer of a project, as far as a tape gives one: of as many calculations as it has.

        Args:
            project: It is validated.
        """
        there = moved(self._first.project, project, self._blocks)
        if there is None:
            return None
        for place, tape in enumerate(self._tapes):
            answer = tape.answer(there)
            if answer is not None:
                if place:
                    self._tapes.insert(0, self._tapes.pop(place))
                self._wait = PATIENCE
                return answer
        self._missed += 1
        self._paths.update(dict.fromkeys(there.numbers))
        return self._learned(project, there) if self._missed >= self._wait else None

    def _learned(self, project: Inputs, there: Moved) -> Answer | None:
        """The answer by a new tape; the next has to wait the longer, unless one is of use."""
        numbers = {path: found_at(self._first.project, path) for path in self._paths}
        self._missed, self._wait, self._paths = 0, 2 * self._wait, {}
        try:
            taped = _Taped(numbers, there.choices, self._taped(project, numbers))
        except (*_NO_ANSWER, Untaped):
            return None
        self._tapes = [taped, *self._tapes[: KEPT - 1]]
        return taped.answer(there)

    def _taped(self, project: Inputs, paths: Iterable[Path]) -> Player:
        """What the calculations do with the numbers in these places, up to one that has no tape."""
        tape, lines, result = Tape(), 0, None
        given = {path: tape.given(n, found_at(project, path)) for n, path in enumerate(paths)}
        chain = Chain(placed(project, given), self._first.packs, tape, {})
        for part in self._first.order:
            try:
                chain.found[part] = CALCULATIONS[part].solve(chain)
            except (TypeError, Untaped):
                break
            if tape.written.broken:
                break
            lines, result = len(tape.written.lines), (dict(chain.found), [*tape.checks])
        if result is None:
            raise Untaped
        return player(tape, lines, len(given), result)
