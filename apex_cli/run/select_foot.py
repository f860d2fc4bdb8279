"""The lightest plate, rods, cage or mats that pass, the rest of the project as it stands.

Wind, poles and footing are solved once: none of what is tried changes what reaches grade.
"""

from collections.abc import Iterable
from math import isfinite
from typing import Any, NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import ApexError, Fault, InvalidInput, NoAnswer
from apex_cli.run.asked import BLOCKS, is_open, told
from apex_cli.run.choice import MORE, Choice
from apex_cli.run.grids import Candidate, embedment_is_held
from apex_cli.run.kinds import KINDS, Kind, blamed
from apex_cli.run.table import CALCULATIONS, Chain, trial
from apex_cli.solvers.support.lightest import Lightest
from apex_cli.solvers.support.trial import Trial, Worst, worst_of
from apex_cli.vocabulary import Selection

EMBEDMENT = (
    "is not selected: nothing holds it but the bars of a round or square pier beside the rods "
    "(support.pier.bars, packs.concrete, footing)"
)


class Tried(NamedTuple):
    """A candidate, and what its checks come to."""

    candidate: Candidate
    worst: Worst


def choose_foot(prepared: Any, select: Selection) -> Choice:
    """The lightest of this kind for a project.

    Args:
        prepared: The project as `run.chain.prepare` has it.
        select: What is chosen.

    Raises:
        InvalidInput: The project has nothing of the kind, or it cannot be checked.
        NoAnswer: The project leaves it open, and none passes.
    """
    project, kept = prepared.project, told(prepared.inputs, select)
    ground = _ground(prepared)
    _require(ground, select, kept, is_open=is_open(prepared.inputs, select))
    search = Search(ground, KINDS[select])
    found = search.passing(sorted(KINDS[select].grid(ground, kept)))
    rows = [search.row(one) for one in found]
    failing = [] if found else [search.failing()]
    best = search.kind.name(found[0].candidate.size) if found else ""
    words = _words(search, select, kept, ground)
    if is_open(prepared.inputs, select):
        if not found:
            hint = "change what stands beside it, or choose it by hand of what is not in the packs"
            raise NoAnswer(search.failing(), code="support.none_found", hint=hint)
        support = search.kind.put(ground.job.support, found[0].candidate.size)
        project = project.replace(support=support)
        words.append(
            f"{'.'.join(BLOCKS[select].path)} leaves open what is selected: this is the answer of "
            f"{best}, the lightest that passes."
        )
    return Choice(project, rows, words, failing, best)


def _ground(prepared: Any) -> Trial:
    """What reaches the foot, everything before it solved in silence."""
    chain = Chain(prepared.project, prepared.packs, Bare(), {})
    for part in prepared.order:
        if part == "support":
            break
        chain.found[part] = CALCULATIONS[part].solve(chain)
    found: Trial = trial(chain)
    return found


def _require(ground: Trial, select: Selection, kept: frozenset[str], *, is_open: bool) -> None:
    """Refuse what there is not, or what nothing would hold."""
    founded = ground.job.founded
    if select == "pier" and founded.buried is None:
        _refuse("/footing/type", "the footing is no pier: it has no cage to be selected")
    if select == "slab" and founded.laid is None:
        _refuse(
            "/footing/type", "the footing is no slab, or a strip: it has no mats to be selected"
        )
    if (
        select == "rods"
        and is_open
        and "embedment_in" not in kept
        and not embedment_is_held(ground)
    ):
        _refuse("/support/base/rods/embedment_in", EMBEDMENT, "give it, the rest is selected")


def _refuse(pointer: str, detail: str, hint: str = "") -> None:
    fault = Fault(pointer, detail, None, hint)
    raise InvalidInput(f"{pointer}: {detail}", faults=[fault], hint=hint)


class Search:
    """Tries candidates in rising weight, and leaves out what must fail as another did.

    Args:
        ground: The foot.
        kind: What is tried.
    """

    def __init__(self, ground: Trial, kind: Kind) -> None:
        self.ground, self.kind = ground, kind
        self.count = 0
        self._hopeless: set[tuple[int, Any]] = set()
        self._nearest: Tried | None = None
        self._error: ApexError | None = None

    def passing(self, candidates: Iterable[Candidate]) -> list[Tried]:
        """Of each group the lightest that pass, and no more than are told; the lightest first."""
        found: dict[Any, dict[Any, Tried]] = {}
        for one in candidates:
            self.count += 1
            group = found.setdefault(one.group, {})
            if one.alike in group or len(group) > MORE or self._must_fail(one):
                continue
            tried = self._tried(one)
            if tried is not None and tried.worst.passed:
                group[one.alike] = tried
        groups = [[*group.values()] for group in found.values() if group]
        groups.sort(key=lambda rows: rows[0].candidate)
        return [one for group in groups for one in group]

    def _must_fail(self, one: Candidate) -> bool:
        return any((n, part) in self._hopeless for n, part in enumerate(one.parts))

    def _tried(self, one: Candidate) -> Tried | None:
        """What the checks of a candidate come to; None where it does not fit."""
        support = self.kind.put(self.ground.job.support, one.size)
        kind = self.kind
        try:
            checks, left = kind.first(self.ground, support)
            if kind.first is not kind.hold and all(check.passed for check in checks):
                checks, left = kind.hold(self.ground, support)
        except InvalidInput as error:
            self._error = error
            self._blame(one, (fault.pointer for fault in error.faults))
            return None
        if not kind.needed(support) <= {check.id for check in checks}:
            what = "its strength cannot be checked, so that none is selected"
            raise InvalidInput(f"{kind.what}: {what}", hint="; ".join(left))
        self._blame(one, (f"{row.id} {row.description}" for row in checks if not row.passed))
        tried = Tried(one, worst_of(checks))
        ratio = tried.worst.ratio
        if isfinite(ratio) and (self._nearest is None or ratio < self._nearest.worst.ratio):
            self._nearest = tried
        return tried

    def _blame(self, one: Candidate, failing: Iterable[str | None]) -> None:
        for where in failing:
            if where is not None and (part := blamed(self.kind, one, where)):
                self._hopeless.add(part)

    def row(self, tried: Tried) -> Lightest:
        """What is told of one that passes."""
        one, worst = tried
        return self.kind.row(
            *one.size, weight_lbf=one.weight, ratio=worst.ratio, governed_by=worst.governed_by
        )

    def failing(self) -> str:
        """Why none passes: the nearest, or why none fits."""
        words = f"none of the {self.count} {self.kind.what} that were tried passes"
        if self._nearest is not None:
            one = self._nearest.candidate
            support = self.kind.put(self.ground.job.support, one.size)
            worst = worst_of(self.kind.hold(self.ground, support)[0])
            return (
                f"{words}; the nearest is {self.kind.name(one.size)}, with a ratio of "
                f"{worst.ratio:.3g} ({worst.governed_by})"
            )
        return words if self._error is None else f"{words}: {self._error.detail}"


def _words(search: Search, select: Selection, kept: frozenset[str], ground: Trial) -> list[str]:
    kind, block = search.kind, ".".join(BLOCKS[select].path)
    pack = ground.job.pack if select in {"plate", "rods"} else ground.job.founded.concrete
    assert pack is not None
    group = " of each grade" if select == "rods" else ""
    first = (
        f"lightest: {search.count} {kind.what} of {pack.kind}_{pack.ref} stood in the place of "
        f"{block}, in rising weight, all else as it stands; wind, poles and footing do not change "
        f"by them. Told are{group} the lightest that passes every check of it and of what depends "
        f"on it, and the next {MORE}: {kind.alike}. Availability and price are not looked at."
    )
    words = [first]
    if kept:
        words.append(f"lightest: {', '.join(sorted(kept))} of {block} stand as told.")
    if select == "rods" and not embedment_is_held(ground):
        words.append(f"lightest: the embedment of the rods {EMBEDMENT}: it stands as told.")
    return words
