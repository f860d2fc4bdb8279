"""Projects that differ little, solved bare one after another: what repeats solving comes here.

Nothing is traced, no number knows its place, and a part of the calculation is solved again only
where something that it reads has changed, or something that a part before it reads.
"""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from apex_cli.equations import Bare, Check
from apex_cli.project.model import Inputs
from apex_cli.project.view import looker
from apex_cli.run.prepare import Prepared
from apex_cli.run.table import CALCULATIONS, Chain, beyond_measure
from apex_cli.run.tapes import Tapes
from apex_cli.vocabulary import JsonObject, Part

REMEMBERED = 4096
"""How many answers of a part are kept at one time."""


class Solved(Struct, frozen=True):
    """The result of each calculation, and every check: whether it passes, and its ratio."""

    found: dict[str, Any]
    checks: list[Check]

    @property
    def passes(self) -> bool:
        """Whether every check passes."""
        return all(check.passed for check in self.checks)


class _Part(Struct, frozen=True):
    """A part of the calculation: what it and those before it see of a project, and its answers."""

    part: Part
    look: Callable[[Inputs], tuple[Any, ...]]
    known: dict[tuple[Any, ...], tuple[Any, list[Check]]]


class Repeated:
    """Solves projects whose blocks are those of a first one, their values other ones.

    Args:
        first: The first, with the packs and the order of calculations that all of them have.
            Their add-ons are the same too: they decide what a price asks for.
        document: It as it was read: which blocks are there decides what comes before what.

    Attributes:
        reads: Pointers of what each part reads, those before it included.
    """

    def __init__(self, first: Prepared, document: JsonObject) -> None:
        self._packs = first.packs
        self.reads: dict[Part, tuple[str, ...]] = {}
        for part in first.order:
            calculation, pack = CALCULATIONS[part], first.packs[part][0]
            read = [*calculation.reads(first.project, pack)]
            before = calculation.after(document), calculation.asks(first.project, pack)
            for other in (*before[0], *before[1]):
                read += self.reads[other]
            self.reads[part] = tuple(dict.fromkeys(read))
        self._parts = [_Part(part, looker(read), {}) for part, read in self.reads.items()]
        read = [where for reads in self.reads.values() for where in reads]
        self._tapes = Tapes(first, dict.fromkeys(where.split("/")[1] for where in read))

    def __call__(self, project: Inputs, *, briefly: bool = False) -> Solved:
        """The answer of a project, which is validated.

        Args:
            project: Its blocks are those of the first, their values other ones.
            briefly: Whether to be content with the parts up to one in which a check fails.

        Raises:
            ApexError: It has none.
        """
        found, checks = self._tapes(project) or ({}, [])
        for one in self._parts[len(found) :]:
            # A record stands for itself, which the key keeps alive; a list for its items.
            seen = one.look(project)
            key = tuple([tuple(item) if type(item) is list else item for item in seen])
            known = one.known.get(key)
            if known is None:
                trace = Bare()
                chain = Chain(project, self._packs, trace, found)
                try:
                    known = CALCULATIONS[one.part].solve(chain), trace.checks
                except (OverflowError, ZeroDivisionError) as error:
                    raise beyond_measure(one.part) from error
                if len(one.known) >= REMEMBERED:
                    one.known.clear()
                one.known[key] = known
            found[one.part] = known[0]
            checks += known[1]
            if briefly and not all(check.passed for check in known[1]):
                break
        return Solved(found, checks)
