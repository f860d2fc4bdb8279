"""The lightest plate, rods, cage or mats that pass, the rest of the project as it stands.

Wind, poles and footing are solved once: none of what is tried changes what reaches grade.
"""

from collections.abc import Iterable
from math import inf, isfinite
from typing import Any

from apex_cli.equations import Bare
from apex_cli.errors import ApexError, Fault, InvalidInput, NoAnswer
from apex_cli.project.support import Support
from apex_cli.run.asked import BLOCKS, is_open, told
from apex_cli.run.choice import MORE, Choice, Tried, failing
from apex_cli.run.grids import Candidate, embedment_is_held
from apex_cli.run.kinds import KINDS, Kind, blamed
from apex_cli.run.table import CALCULATIONS, Chain, trial
from apex_cli.solvers.support.judge import verdict
from apex_cli.solvers.support.lightest import Lightest
from apex_cli.solvers.support.trial import Trial
from apex_cli.vocabulary import Selection

NEAREST = 200
"""How many of those that fail are looked at for the nearest."""

EMBEDMENT = (
    "is not selected: nothing holds it but the bars of a round or square pier beside the rods "
    "(support.pier.bars, packs.concrete, footing)"
)


def choose_foot(prepared: Any, select: Selection) -> Choice:
    """The lightest of this kind for a project.

    Args:
        prepared: The project as `run.prepare.prepare` has it.
        select: What is chosen.

    Raises:
        InvalidInput: The project has nothing of the kind, or it cannot be checked.
        NoAnswer: The project leaves it open, and none passes.
    """
    project, kept = prepared.project, told(prepared.inputs, select)
    ground = ground_of(prepared)
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


def ground_of(prepared: Any) -> Trial:
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
    raise InvalidInput.at(Fault(pointer, detail, None, hint))


class Search:
    """Tries candidates in rising weight, and leaves out what must fail as another did.

    Args:
        ground: The foot.
        kind: What is tried.
    """

    def __init__(self, ground: Trial, kind: Kind) -> None:
        self.ground, self.kind = ground, kind
        self.count = 0
        self._hopeless: dict[tuple[int, Any], float] = {}
        self._failed: list[tuple[float, Candidate]] = []
        self._error: ApexError | None = None

    def passing(self, candidates: Iterable[Candidate]) -> list[Tried]:
        """Of each group the lightest that pass, and no more than are told; the lightest first."""
        found: dict[Any, dict[Any, Tried]] = {}
        for one in candidates:
            self.count += 1
            group = found.setdefault(one.group, {})
            if one.alike in group or len(group) > MORE:
                continue
            least = self._least_ratio(one)
            tried = self._tried(one) if least is None else None
            if tried is not None and tried.verdict.passed:
                group[one.alike] = tried
            elif tried is not None or least is not None:
                self._failed.append((tried.verdict.ratio if tried else least or inf, one))
        groups = [[*group.values()] for group in found.values() if group]
        groups.sort(key=lambda rows: rows[0].candidate)
        return [one for group in groups for one in group]

    def _least_ratio(self, one: Candidate) -> float | None:
        """What a candidate comes to at least that must fail, for another failed by a part of it."""
        known = [self._hopeless.get((n, part)) for n, part in enumerate(one.parts)]
        return max((ratio for ratio in known if ratio is not None), default=None)

    def _tried(self, one: Candidate) -> Tried | None:
        """What the checks of a candidate come to; None where it does not fit."""
        kind, support = self.kind, self._put(one)
        try:
            checks, left = kind.first(self.ground, support)
            if kind.first is not kind.hold and all(check.passed for check in checks):
                checks, left = kind.hold(self.ground, support)
        except InvalidInput as error:
            self._error = error
            for fault in error.faults:
                self._blame(one, fault.pointer or "", inf)
            return None
        if not kind.needed(support) <= {check.id for check in checks}:
            what = "its strength cannot be checked, so that none is selected"
            raise InvalidInput(f"{kind.what}: {what}", hint="; ".join(left))
        for row in checks:
            if not row.passed:
                self._blame(one, f"{row.id} {row.description}", row.used)
        return Tried(one, verdict(checks))

    def _put(self, one: Candidate) -> Support:
        return self.kind.put(self.ground.job.support, one.size)

    def _blame(self, one: Candidate, where: str, ratio: float) -> None:
        """Remember the part of a candidate that failed: what shares it fails as much at least."""
        part = blamed(self.kind, one, where)
        if part is not None:
            self._hopeless[part] = max(ratio, self._hopeless.get(part, 0.0))

    def row(self, tried: Tried) -> Lightest:
        """What is told of one that passes."""
        one, (_, ratio, governed_by) = tried
        return self.kind.row(*one.size, weight_lbf=one.weight, ratio=ratio, governed_by=governed_by)

    def failing(self) -> str:
        """Why none passes: the nearest, or why none fits."""
        if not self.count:
            return f"none of the {self.kind.what} of the packs fits"
        words = f"none of the {self.count} {self.kind.what} that were tried passes"
        near = self._nearest()
        name = self.kind.name(near.candidate.size) if near else ""
        return failing(words, near, name, self._error)

    def _nearest(self) -> Tried | None:
        """Of those that failed the one with the least ratio: they are held whole by what is known.

        A candidate comes to no less than is known of it, so that the first of them decide.
        """
        nearest: Tried | None = None
        for least, one in sorted(self._failed)[:NEAREST]:
            if not isfinite(least) or (nearest is not None and least >= nearest.verdict.ratio):
                break
            try:
                checks, _ = self.kind.hold(self.ground, self._put(one))
            except InvalidInput:
                continue
            found = Tried(one, verdict(checks))
            if nearest is None or found.verdict.ratio < nearest.verdict.ratio:
                nearest = found
        return nearest


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
