"""One sign under several cases: codes, wind speeds, readings, foundations side by side."""

import copy
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from apex_cli.audit.locked import together
from apex_cli.envelope.compare import compare
from apex_cli.envelope.headline import headline
from apex_cli.envelope.verdict import FAIL, NO_ANSWER, PASS, REVIEW, best_code, governing, verdict
from apex_cli.errors import ApexError, InvalidInput, UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import Assignment, apply, assignment
from apex_cli.project.text import look
from apex_cli.run.chain import run
from apex_cli.vocabulary import JsonObject, PackKind, without_nulls

_BASE = "as given"
_EXAMPLE = "for example 'soft soil:soil.class=5' or 'old code:packs.exposure=asce7-16_v1'"
_NEXT = re.compile(r",(?=\s*[A-Za-z_/][\w./-]*\s*=)")
"""Where the next assignment of a case begins: a comma within a value begins none."""
_ADOPTED: tuple[PackKind, ...] = ("support", "concrete")
"""Packs that name the building codes that adopt them."""
_OF_WIND: tuple[PackKind, ...] = ("building", "hazards")
"""Packs that go with the wind standard, edition by edition."""
_WORST = (NO_ANSWER, FAIL, REVIEW, PASS)


class Case(NamedTuple):
    """What a case calculates with instead.

    Args:
        name: What it is called.
        changes: What is set.
    """

    name: str
    changes: tuple[Assignment, ...]

    @property
    def overrides(self) -> dict[str, Any]:
        """What is set, by its path."""
        return {".".join(change.parts): change.value for change in self.changes}


def case(text: str) -> Case:
    """The case that ``NAME:PATH=VALUE[,PATH=VALUE]…`` says; without a name it is its own name.

    Raises:
        UsageError: It says none.
        InvalidInput: It is not valid Unicode.

    >>> case("high:site.wind_speed_mph=130,site.exposure=D").overrides
    {'site.wind_speed_mph': 130, 'site.exposure': 'D'}
    >>> case("soil.class=5").name
    'soil.class=5'
    """
    before, equals, _ = text.partition("=")
    name, colon, _ = before.rpartition(":")
    if not equals or (colon and not name.strip()):
        raise UsageError(f"--case wants NAME:PATH=VALUE, not {text!r}", hint=_EXAMPLE)
    look(text)
    said = text[len(name) + len(colon) :]
    changes = tuple(assignment(part.strip()) for part in _NEXT.split(said))
    return Case(name.strip() or text.strip(), changes)


def editions(document: JsonObject, catalogue: Catalogue) -> list[Case]:
    """A case for each edition of the codes that the packs hold, with those that it adopts.

    A project whose foundation is by a building code is calculated by each of them, with the wind
    standard and the steel and concrete editions that it adopts; then by each wind standard that
    none of them adopts, and any other project by each wind standard alone.
    """
    named = without_nulls(dict(document)).get("packs") or {}
    beside = {kind: newest(kind, catalogue) for kind in _OF_WIND if kind in named}
    winds = newest("exposure", catalogue, str(named["exposure"])) if "exposure" in named else {}
    codes = newest("footing", catalogue) if "footing" in named else {}
    codes = {ref: pack for ref, pack in codes.items() if pack.wind_standard}
    found, adopted = [], set()
    if named.get("footing") in codes or not winds:
        for ref, code in codes.items():
            packs: dict[PackKind, str] = {"footing": ref}
            for wind, pack in winds.items():
                if pack.standard == code.wind_standard:
                    packs["exposure"] = wind
            for kind in _ADOPTED:
                for one, pack in newest(kind, catalogue).items() if kind in named else ():
                    if code.standard in pack.adopted_by:
                        packs[kind] = one
            adopted.add(packs.get("exposure"))
            found.append(_edition(code.standard, packs))
    found += [
        _edition(pack.standard, {"exposure": ref})
        for ref, pack in winds.items()
        if ref not in adopted
    ]
    for kind, packs_of in beside.items():
        found = [_with(one, kind, packs_of, winds) for one in found]
    return found


def _with(one: Case, kind: PackKind, packs: Mapping[str, Any], winds: Mapping[str, Any]) -> Case:
    """The case, with the pack of this kind that has the edition of its wind standard."""
    wind = next((str(change.value) for change in one.changes if "exposure" in change.parts), None)
    more = [
        Assignment(("packs", kind), ref)
        for ref, pack in packs.items()
        if wind is not None and pack.standard == winds[wind].standard
    ]
    return Case(one.name, (*one.changes, *more))


def _edition(name: str, packs: Mapping[PackKind, str]) -> Case:
    return Case(name, tuple(Assignment(("packs", kind), ref) for kind, ref in packs.items()))


def newest(kind: PackKind, catalogue: Catalogue, like: str = "") -> dict[str, Any]:
    """The last version of each pack of a kind, by its reference.

    Args:
        kind: The kind.
        catalogue: The packs that can be seen.
        like: A pack whose family of codes the others are to be of: the wind of one family is not
            that of another. Empty, or none that there is: every pack.
    """
    last: dict[str, str] = {}
    for entry in catalogue.entries():
        if entry.kind == kind:
            name, _, version = entry.ref.rpartition("v")
            if int(version) >= int(last.get(name, "v0").rpartition("v")[2]):
                last[name] = entry.ref
    refs = {entry.ref for entry in catalogue.entries() if entry.kind == kind}
    family = catalogue.load(kind, like)[0].family if like in refs else None
    found = {ref: catalogue.load(kind, ref)[0] for ref in last.values()}
    return {ref: pack for ref, pack in found.items() if family in {None, pack.family}}


def compared(
    document: JsonObject, cases: Iterable[Case], catalogue: Catalogue, today: str | None = None
) -> dict[str, Any]:
    """A project as it is given, and under each case.

    Returns:
        ``kind``: the calculation whose answer ``content_sha256`` is; ``cases``: the project as
        given, then each case: ``{name, overrides, verdict, headline, governed_by, ratio,
        failed_checks, first_step, error, content_sha256}``. ``first_step`` is the first step of
        the calculation that differs from that of the project as given.

    Raises:
        UsageError: Two cases have one name, or there is none.
        InvalidInput: The project asks for no calculation.
    """
    cases = [Case(_BASE, ()), *cases]
    names = [one.name for one in cases]
    if len(cases) == 1:
        raise UsageError("there is nothing to compare with", hint=f"give --case, {_EXAMPLE}")
    if twice := [name for name in names if names.count(name) > 1]:
        raise UsageError(f"two cases are called {twice[0]!r}")
    kinds = together(document)
    if not kinds:
        raise InvalidInput(
            "the project asks for no calculation: there is nothing to compare",
            code="compare.nothing",
            hint="name a pack, and give the blocks that its calculation reads",
        )
    rows: list[dict[str, Any]] = []
    base: list[dict[str, Any]] = []
    for one in cases:
        try:
            changed = apply(copy.deepcopy(dict(document)), one.changes)
            envelopes = [run(kind, changed, catalogue, today=today) for kind in kinds]
        except UsageError:
            raise
        except ApexError as error:
            rows.append(_refused(one, error))
            continue
        rows.append(_row(one, envelopes, base))
        base = base or (envelopes if one.name == _BASE else [])
    return {"kind": kinds[-1], "cases": rows}


def exit_code(rows: Iterable[Mapping[str, Any]]) -> int:
    """0 when no check fails in some case, 1 when one fails in all, 6 when none has an answer.

    >>> exit_code([{"verdict": "FAIL"}, {"verdict": "NO ANSWER"}])
    1
    """
    return best_code({NO_ANSWER: None, FAIL: False}.get(row["verdict"], True) for row in rows)


def _row(one: Case, envelopes: list[dict[str, Any]], base: list[dict[str, Any]]) -> dict[str, Any]:
    checks = [check for envelope in envelopes for check in envelope["checks"]]
    worst = governing(checks)
    moved = (compare(old, new)["first_step"] for old, new in zip(base, envelopes, strict=False))
    return {
        "name": one.name,
        "overrides": one.overrides,
        "verdict": min((verdict(envelope) for envelope in envelopes), key=_WORST.index),
        "headline": _headline(envelopes),
        "governed_by": worst and worst["id"],
        "ratio": worst and worst["ratio"],
        "failed_checks": list(
            dict.fromkeys(check["id"] for check in checks if not check["passed"])
        ),
        "first_step": next(filter(None, moved), None),
        "error": None,
        "content_sha256": envelopes[-1]["content_sha256"],
    }


def _headline(envelopes: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for envelope in envelopes:
        told = headline(envelope["kind"], envelope["result"])
        found |= {name: value for name, value in told.items() if value is not None}
    return found


def _refused(one: Case, error: ApexError) -> dict[str, Any]:
    return {
        "name": one.name, "overrides": one.overrides, "verdict": NO_ANSWER, "headline": {},
        "governed_by": None, "ratio": None, "failed_checks": [], "first_step": None,
        "error": {"code": error.problem_code, "detail": error.detail}, "content_sha256": None,
    }  # fmt: skip
