"""The cheapest foundation that passes: pier diameters and square footings in a project's place."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from apex_cli.audit.foundations import Family, Option, families
from apex_cli.audit.locked import asked
from apex_cli.audit.standing import Standing
from apex_cli.envelope.build import PENALTIES
from apex_cli.envelope.numbers import plain
from apex_cli.envelope.verdict import FAIL, NO_ANSWER, Verdict, governing, verdict
from apex_cli.equations import Trace
from apex_cli.errors import ApexError, InvalidInput, NoAnswer
from apex_cli.exits import ANSWERED, CHECK_FAILED
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.records.fields import Doubt
from apex_cli.records.model import certain
from apex_cli.run.chain import solve
from apex_cli.run.prepare import Prepared
from apex_cli.run.repeat import Repeated, Solved
from apex_cli.solvers.pricing.inputs import wanted
from apex_cli.vocabulary import JsonObject

OWN = "as it stands"
_FOUNDED = ("footing.", "support.rebar_lbf")
"""How the names of quantities begin that differ with the foundation."""


class Wish(NamedTuple):
    """What is tried.

    Args:
        diameters: Of piers, ft.
        thicknesses: Of square footings, ft, where the project gives none.
        two_poles: Centre to centre of two poles in the place of one, ft; None: not tried.
    """

    diameters: Sequence[float]
    thicknesses: Sequence[float]
    two_poles: float | None = None


def cheapest(
    document: JsonObject, catalogue: Catalogue, wish: Wish, today: str | None
) -> dict[str, Any]:
    """The foundations that pass, the cheapest first, beside that of the project.

    Args:
        document: The project as it was read, overrides applied.
        catalogue: The packs that can be seen.
        wish: What is tried.
        today: The day on which the price book must be valid.

    Returns:
        ``own``: the project as it stands; ``candidates``: what passes, each with the overrides
        that give it (`apex calc pricing --set …` prices the same), its price and what it saves;
        ``ties``: how many cost as little as the first; ``left_out``: what was tried and does not
        pass, and why; ``price_depends``: whether the book asks for anything of a foundation.

    Raises:
        InvalidInput: The project has no foundation or no price.
        UsageError: What is wished cannot be.
    """
    if missing := [part for part in ("footing", "pricing") if part not in asked(document)]:
        raise _without(missing)
    standing = Standing(document, catalogue, priced=True, today=today)
    prepared = standing.prepared
    own, held = _own(prepared)
    rows: list[dict[str, Any]] = []
    left_out: list[dict[str, Any]] = []
    for family in families(standing.document, wish.diameters, wish.thicknesses, wish.two_poles):
        tried = _Tried(family, catalogue, today)
        for option in family.options:
            row = tried.row(option, own, held)
            (left_out if "why" in row else rows).append(row)
    rows.sort(key=lambda row: (row["total_usd"], row["concrete_yd3"]))
    book: Any = prepared.packs["pricing"][0]
    asked_for = wanted(prepared.project, book)
    return {
        "pricing_ref": book.ref,
        "currency": book.currency,
        "price_depends": any(name.startswith(_FOUNDED) for name in asked_for),
        "own": plain(own),
        "candidates": [{**plain(row), "overrides": row["overrides"]} for row in rows],
        "ties": sum(row["total_usd"] == rows[0]["total_usd"] for row in rows),
        "left_out": left_out,
    }


def exit_code(result: Mapping[str, Any]) -> int:
    """0 when a foundation passes, 1 when none does, 6 when none has an answer."""
    if result["candidates"]:
        return ANSWERED
    answered = any(row["failed_checks"] for row in result["left_out"])
    return CHECK_FAILED if answered else NoAnswer.exit_code


def _without(missing: Iterable[str]) -> InvalidInput:
    words = " and no ".join(missing)
    return InvalidInput(
        f"the project asks for no {words}: there is no cheapest foundation",
        code="cheapest.nothing",
        hint="give footing, soil and pricing, and name packs.footing and packs.pricing",
    )


_HELD = {
    "concrete_held": "the strength of its concrete is not checked, and that of the project's own "
    "is: give support.pier or support.slab for it",
    "foot_held": "the foot of the poles is not checked on it, and on the project's own it is",
}
"""What may be checked of the project's own foundation and not of another, and how that is told."""


def _own(prepared: Prepared) -> tuple[dict[str, Any], list[str]]:
    """The row of the project as it stands, and which of `_HELD` is checked."""
    try:
        found, word, failed = _traced(prepared)
    except NoAnswer as error:
        none = {"failed_checks": [], "error": {"code": error.problem_code, "detail": error.detail}}
        return {"name": OWN, **_sizes(None), "verdict": NO_ANSWER, **none}, []
    row = {"name": OWN, **_sizes(found), "verdict": word, "failed_checks": failed, "error": None}
    return row, [name for name in _HELD if getattr(found.get("support"), name, False)]


class _Tried:
    """Solves the options of a family, bare: what an option does not touch is solved once.

    Args:
        family: The options.
        catalogue: The packs that can be seen.
        today: The day on which the price book must be valid.
    """

    def __init__(self, family: Family, catalogue: Catalogue, today: str | None) -> None:
        self._document, self._catalogue, self._today = family.document, catalogue, today
        self._prepared: Prepared | None = None

    def _with(self, option: Option) -> tuple[Prepared, Solved]:
        """The project with an option, made ready, and its bare answer."""
        if self._prepared is None:  # every other one has the blocks of the first that is valid
            document = {**self._document, "footing": option.footing}
            first = Standing(document, self._catalogue, priced=True, today=self._today)
            self._prepared = first.prepared
            self._blocks = {name: getattr(first.prepared.project, name) for name in Inputs.declared}
            self._solved = Repeated(first.prepared, first.document)
        block = certain(Inputs.hint_of("footing"), option.footing)
        project: Any = Inputs(**{**self._blocks, "footing": block})
        return self._prepared._replace(project=project), self._solved(project)

    def row(self, option: Option, own: Mapping[str, Any], held: Sequence[str]) -> dict[str, Any]:
        """What an option comes to, or why it is left out.

        Args:
            option: It.
            own: The row of the project as it stands.
            held: Which of `_HELD` is checked there.
        """
        try:
            prepared, solved = self._with(option)
        except Doubt:
            return _left_out(option, "the project refuses such a footing", [])
        except ApexError as error:
            return _left_out(option, error.detail, [])
        failed = list(dict.fromkeys(one.id for one in solved.checks if not one.passed))
        if failed:
            return _left_out(option, f"fails {', '.join(failed)}", failed)
        for name in held:
            if not getattr(solved.found["support"], name):
                return _left_out(option, _HELD[name], [])
        _, word, _ = _traced(prepared)
        worst = governing({"id": one.id, "passed": one.passed, "ratio": one.ratio}
                          for one in solved.checks)  # fmt: skip
        sizes = _sizes(solved.found)
        saves = own["verdict"] not in {FAIL, NO_ANSWER}
        return {
            "name": option.name,
            **sizes,
            "saves_usd": own["total_usd"] - sizes["total_usd"] if saves else None,
            "verdict": word,
            "governed_by": worst and worst["id"],
            "ratio": worst and worst["ratio"],
            "overrides": option.overrides,
        }


def _left_out(option: Option, why: str, failed: list[str]) -> dict[str, Any]:
    return {"name": option.name, "why": why, "failed_checks": failed}


def _sizes(found: Mapping[str, Any] | None) -> dict[str, Any]:
    """What a foundation measures and costs; None of what has no answer."""
    names = ("type", "count", "shape", "width_ft", "length_ft", "depth_ft", "concrete_yd3")
    if found is None:
        return dict.fromkeys((*names, "thickness_ft", "total_usd"))
    footing = found["footing"]
    return {
        **{name: getattr(footing, name) for name in names},
        "thickness_ft": getattr(footing, "thickness_ft", None),
        "total_usd": found["pricing"].total_usd,
    }


def _traced(prepared: Prepared) -> tuple[dict[str, Any], Verdict, list[str]]:
    """The results, the verdict with all that is warned of, and the checks that fail."""
    trace = Trace()
    found = solve(prepared, trace)
    accepted = {one.code for one in prepared.project.accepted or ()}
    word = verdict({
        "error": None,
        "checks": [{"passed": one.passed} for one in trace.checks],
        "warnings": [
            {"severity": one.severity,
             "penalty": 0 if one.code in accepted else PENALTIES[one.severity]}
            for one in trace.cautions
        ],
    })  # fmt: skip
    return found, word, list(dict.fromkeys(one.id for one in trace.checks if not one.passed))
