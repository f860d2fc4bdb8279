"""The lightest sections that pass: each candidate with its own wind, gust and weight.

Candidates of a family are tried in rising weight until enough have passed, so that what is found
is the lightest whatever the checks are like: nothing is taken for granted of what lies between.
"""

from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Any

from apex_cli.equations import Bare
from apex_cli.errors import ApexError, Fault, InvalidInput, NoAnswer
from apex_cli.packs.model import Pack
from apex_cli.packs.sections import Family, Section
from apex_cli.project.model import Inputs
from apex_cli.run.asked import OPEN
from apex_cli.run.candidates import (
    Candidate,
    Field,
    candidates,
    fields_of,
    order_of,
    poles_of,
)
from apex_cli.run.choice import MORE, Choice, Tried, failing
from apex_cli.run.table import CALCULATIONS, Chain, judged, trial
from apex_cli.solvers.poles import SHAPES_OF
from apex_cli.solvers.support.at_grade import asked
from apex_cli.solvers.support.judge import verdict
from apex_cli.solvers.support.lightest import LightestOfStage, LightestRow
from apex_cli.vocabulary import PackKind, Part

Packs = dict[PackKind, tuple[Pack, str]]


def choose_section(prepared: Any) -> Choice:
    """The lightest sections for the poles of a project.

    Args:
        prepared: The project as `run.prepare.prepare` has it; its poles may name `OPEN`.

    Raises:
        InvalidInput: The steel is not rolled in the shape that is asked for.
        NoAnswer: The poles name no section, and none passes.
    """
    project, packs, order = prepared.project, prepared.packs, prepared.order
    pack: Any = packs["support"][0]
    rows: list[LightestRow] = []
    failing, count, chosen = [], 0, project
    for field in fields_of(project, pack):
        _require_families(field, project)
        search = Search(project, packs, field)
        passing = [found for family in field.families if (found := search.passing(family))]
        passing.sort(key=lambda found: order_of(found[0].candidate.section))
        rows += [_row(one, field, search.foot(one, order)) for found in passing for one in found]
        count += search.count
        if not passing:
            failing.append(search.failing())
        if poles_of(project).section == OPEN:
            if not passing:
                raise search.no_answer()
            chosen = passing[0][0].candidate.project
    words = [*_words(project, packs, rows, count)]
    return Choice(chosen, [*rows], words, failing, rows[0].section if rows else "")


def _require_families(field: Field, project: Inputs) -> None:
    if not field.families:
        poles = poles_of(project)
        detail = f"no section of this steel is {poles.shape}"
        hint = "leave it out, or choose another support.steel.material"
        raise InvalidInput.at(Fault("/sign/poles/shape", detail, poles.shape, hint))


class Search:
    """Tries candidates, and remembers what the wind does to poles that it meets alike.

    Args:
        project: The project.
        packs: Its packs.
        field: Where candidates stand.
    """

    def __init__(self, project: Inputs, packs: Packs, field: Field) -> None:
        self.project, self.packs, self.field = project, packs, field
        self.count = 0
        self._winds: dict[tuple[Any, ...], Any] = {}
        self._nearest: Tried | None = None
        self._error: ApexError | None = None
        gust = project.gust
        self._sways = gust is not None and gust.method == "flexible" and (
            gust.natural_frequency_hz is None
        )  # fmt: skip

    @property
    def sections(self) -> Any:
        """The pack of sections."""
        return self.packs["sections"][0]

    def passing(self, family: Family) -> list[Tried]:
        """The lightest of a family that pass, and no more than are told."""
        found: list[Tried] = []
        for one in candidates(family, self.field, self.project, self.sections):
            self.count += 1
            try:
                tried = Tried(one, judged(self.chain(one)))
            except ApexError as error:
                self._error = error  # that of the heaviest tells most
                continue
            if tried.verdict.passed:
                found.append(tried)
                if len(found) > MORE:
                    break
            elif self._nearest is None or tried.verdict.ratio < self._nearest.verdict.ratio:
                self._nearest = tried
        return found

    def chain(self, one: Candidate) -> Chain:
        """The project of a candidate with its wind, solved where it was not met before."""
        chain = Chain(one.project, self.packs, Bare(), {})
        if self.project.loads is None:
            key = self._seen(one.section)
            if key not in self._winds:
                self._winds[key] = CALCULATIONS["exposure"].solve(chain)
            chain.found["exposure"] = self._winds[key]
        return chain

    def foot(self, one: Tried, order: Iterable[Part]) -> tuple[float | None, str | None]:
        """What the foot comes to under a candidate: its greatest ratio, and which check that is.

        Nothing where there is none, or nothing of it is checked; a reason where it does not fit.
        """
        support = self.project.support
        assert support is not None
        if not asked(support):
            return None, None
        chain = self.chain(one.candidate)
        try:
            if "footing" in order:
                chain.found["footing"] = CALCULATIONS["footing"].solve(chain)
            checks = trial(chain).all_held()
        except ApexError as error:
            return None, error.detail
        if not checks:
            return None, None
        _, ratio, governed_by = verdict(checks)
        return ratio if isfinite(ratio) else None, governed_by

    def _seen(self, section: Section) -> tuple[Any, ...]:
        """What the forces of the wind depend on.

        That is the outside; and wall and weight too where gusts are those of a flexible sign whose
        frequency is estimated.
        """
        outside = SHAPES_OF[section.family][0], section.width, section.height
        return (*outside, section.wall, section.weight) if self._sways else outside

    def failing(self) -> str:
        """Why none passes: the nearest, or why none has an answer."""
        name = self.field.name
        where = f" for {name}, the other stages as they stand" if name else ""
        words = f"none of the {self.count} sections that the steel is rolled as passes{where}"
        near = self._nearest
        return failing(words, near, near.candidate.section.name if near else "", self._error)

    def no_answer(self) -> ApexError:
        """The error of poles that no section is found for."""
        if self._nearest is None and self._error is not None:
            return self._error
        hint = "use more poles, or another support.steel.material; or build it up by stages"
        return NoAnswer(self.failing(), code="support.none_found", hint=hint)


def _row(one: Tried, field: Field, foot: tuple[float | None, str | None]) -> LightestRow:
    section, (_, ratio, governed_by) = one.candidate.section, one.verdict
    width, depth = section.width, section.height
    if poles_of(one.candidate.project).axis == "weak":
        width, depth = depth, width
    told: dict[str, Any] = {
        "section": section.name, "family": section.family, "weight_plf": section.weight,
        "width_in": width, "depth_in": depth,
        "ratio": ratio, "governed_by": governed_by,
        "foot_ratio": foot[0], "foot_governed_by": foot[1],
    }  # fmt: skip
    return LightestOfStage(**told, stage=field.name) if field.name else LightestRow(**told)


def _words(project: Inputs, packs: Packs, rows: list[LightestRow], count: int) -> Iterator[str]:
    poles, pack = poles_of(project), packs["sections"][0]
    yield (
        f"lightest: {count} sections of {pack.kind}_{pack.ref} stood in the place of the "
        "poles' own, in rising weight, each with its own wind, gust and weight, until of each "
        f"family that the steel is rolled as the lightest and the next {MORE} passed every check "
        "of the steel above grade; of equal weight the smaller outside comes first. Availability "
        "is not looked at."
    )
    support = project.support
    assert support is not None
    if asked(support):
        yield (
            "lightest: a section is chosen by the steel above grade; foot_ratio is what base, pier "
            "and slab as they stand come to under it. Where that is beyond 1 they follow the "
            "section: take one, then --select plate, rods, pier or slab."
        )
    if poles.axis is None and any(row.family == "rectangular_hss" for row in rows):
        yield (
            "lightest: rectangular sections stand with sign.poles.axis strong: wind on the faces "
            "bends them about their strong axis."
        )
    if poles.stages is not None:
        yield (
            "lightest: a section is tried for one stage at a time, the others as they stand, and "
            "must pass with them; all stages at once would be too many to try. Take the one of a "
            "stage, then ask again."
        )
    pieces = [poles, *(poles.stages or ())]
    if any(piece.weight_plf is not None for piece in pieces):
        yield "lightest: sections have their own weight, not the project's weight_plf."
    if poles.section == OPEN and rows:
        yield (
            f"sign.poles names no section: this is the answer of {rows[0].section}, the lightest "
            "that passes."
        )
