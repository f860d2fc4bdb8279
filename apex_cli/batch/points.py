"""Points of a grid solved bare, remembering what neighbours share.

A part of the calculation is solved again only where an axis touches what it reads (`Repeated`); a
block of the project is validated once for each combination of the values within it.
"""

from collections.abc import Callable, Iterable
from operator import getitem, itemgetter
from typing import Any, NamedTuple

from apex_cli.batch.axes import Axis
from apex_cli.envelope.headline import HEADLINES, headline
from apex_cli.envelope.numbers import plain
from apex_cli.equations import Bare
from apex_cli.errors import ApexError, UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import Assignment, apply
from apex_cli.project.model import Inputs
from apex_cli.records.fields import Doubt
from apex_cli.records.model import certain
from apex_cli.run.chain import solve
from apex_cli.run.prepare import Prepared, prepare
from apex_cli.run.repeat import Repeated, Solved
from apex_cli.vocabulary import CalculationKind, without_nulls

Point = tuple[int, ...]

_DECIDE = ("/pricing/addons",)
"""What decides, beside the packs and the presence of a block, which parts are calculated."""


class _Varied(NamedTuple):
    """A block of the project that axes vary.

    Args:
        block: Its name.
        numbers: Which axes.
        key_of: The indexes of their values at a point.
        known: The block by those, validated.
    """

    block: str
    numbers: list[int]
    key_of: Callable[[Point], Any]
    known: dict[Any, Any]


class Points:
    """Solves the points of a grid.

    Args:
        kind: The calculation.
        document: The project, nulls left out.
        axes: What is varied.
        catalogue: The packs that can be seen.
        today: The day on which a price book must be valid.
    """

    def __init__(
        self,
        kind: CalculationKind,
        document: dict[str, Any],
        axes: tuple[Axis, ...],
        catalogue: Catalogue,
        today: str | None,
    ) -> None:
        self._kind, self._document, self._axes = kind, document, axes
        self._catalogue, self._today = catalogue, today
        self._paths, self._values = [one.path for one in axes], [one.values for one in axes]
        self.first: Prepared | None = None
        self._plain = all(
            one.parts[0] in Inputs.declared
            and one.parts[0] in document
            and None not in one.values
            and not _leads_to(one.pointer, _DECIDE)
            for one in axes
        )
        self._unread = {n for n, one in enumerate(axes) if one.parts[0] != "packs"}
        of_block: dict[str, list[int]] = {}
        for number, one in enumerate(axes):
            of_block.setdefault(one.parts[0], []).append(number)
        self._varied = [
            _Varied(block, numbers, itemgetter(*numbers), {}) for block, numbers in of_block.items()
        ]
        self._blocks: dict[str, Any] = {}
        self._repeated: Repeated | None = None

    def row(self, point: Point) -> dict[str, Any]:
        """What one point comes to; an error is a row too."""
        values = dict(zip(self._paths, map(getitem, self._values, point), strict=False))
        try:
            solved = self._solved(point)
        except UsageError:
            raise
        except ApexError as error:
            return {
                "values": values, **dict.fromkeys(HEADLINES), "passes": None,
                "failed_checks": [], "error": error.problem_code, "detail": error.detail,
            }  # fmt: skip
        failed = [check.id for check in solved.checks if not check.passed]
        numbers = {name: plain(value) for name, value in headline("all", solved.found).items()}
        return {
            "values": values, **numbers, "passes": not failed,
            "failed_checks": failed, "error": None, "detail": None,
        }  # fmt: skip

    def prepared(self, point: Point) -> Prepared:
        """The project at a point, validated as a whole."""
        return prepare(self._kind, self._at(point), self._catalogue, self._today)

    def require_read(self) -> None:
        """Refuse what was varied for nothing.

        Raises:
            UsageError: The calculation reads it at no point.
        """
        if self.first is not None and self._unread:
            raise UsageError(
                f"{self._axes[min(self._unread)].path} is varied, but the {self._kind} "
                "calculation does not read it"
            )

    def _at(self, point: Point) -> dict[str, Any]:
        changes = [
            Assignment(one.parts, one.values[index])
            for one, index in zip(self._axes, point, strict=True)
        ]
        return apply(_copied(self._document), changes)

    def _solved(self, point: Point) -> Solved:
        if self._plain and self._repeated is not None:
            try:
                return self._repeated(self._project(point))
            except Doubt:
                pass  # validated as a whole, it says what is wrong
        try:
            prepared = self.prepared(point)
        except ApexError:
            if not self._plain:
                self._unread.clear()  # what it would have read is not known
            raise
        if not self._plain or self.first is None:
            self._learn(prepared, without_nulls(self._at(point)))
        if self._plain:  # every other point reads the same
            self.require_read()
        trace = Bare()
        return Solved(solve(prepared, trace), trace.checks)

    def _learn(self, prepared: Prepared, document: dict[str, Any]) -> None:
        """Learn from a point which axis touches what is read there."""
        if self.first is None:
            self.first = prepared
            self._blocks = {name: getattr(prepared.project, name) for name in Inputs.declared}
        repeated = Repeated(prepared, document)
        self._repeated = self._repeated or repeated
        for read in repeated.reads.values():
            touched = [n for n, one in enumerate(self._axes) if _leads_to(one.pointer, read)]
            self._unread.difference_update(touched)

    def _project(self, point: Point) -> Inputs:
        """The project at a point, its varied blocks validated each by itself."""
        fields = self._blocks.copy()
        for block, numbers, key_of, known in self._varied:
            key = key_of(point)
            if key not in known:
                known[key] = self._block(block, numbers, point)
            fields[block] = known[key]
        return Inputs(**fields)

    def _block(self, block: str, numbers: list[int], point: Point) -> Any:
        changes = [
            Assignment(self._axes[number].parts, self._axes[number].values[point[number]])
            for number in numbers
        ]
        part = apply({block: _copied(self._document[block])}, changes)
        return certain(Inputs.hint_of(block), part[block])


def _leads_to(pointer: str, reads: Iterable[str]) -> bool:
    """Whether what stands there is read, in whole or in part."""
    return any(
        f"{pointer}/".startswith(f"{read}/") or read.startswith(f"{pointer}/") for read in reads
    )


def _copied(value: Any) -> Any:
    """A JSON value that may be changed without changing the first."""
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value
