"""The bill of many projects: by site, in total, and cut from the same sticks."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from apex_cli.envelope.numbers import plain
from apex_cli.errors import ApexError, UsageError
from apex_cli.exits import ANSWERED, CHECK_FAILED
from apex_cli.material.cutting import Cut, cut
from apex_cli.material.line import Group, Lack, Line, Piece
from apex_cli.material.site import NEVER, Site, site
from apex_cli.material.stock import Sticks, given_sticks, sticks_of
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.margin import PROJECT
from apex_cli.vocabulary import JsonObject

MOST_WASTE_PCT = 100.0


class Wish(NamedTuple):
    """How a bill is wanted.

    Args:
        sticks: ``NAME=FEET[,FEET]`` each.
        waste_pct: How much more concrete is ordered, per cent.
    """

    sticks: Sequence[str] = ()
    waste_pct: float = 0.0


Reading = Callable[[], JsonObject]
"""Reads a project, overrides applied."""


def bill(
    readings: Sequence[tuple[str, Reading]], catalogue: Catalogue, wish: Wish
) -> tuple[dict[str, Any], list[ApexError]]:
    """The bill of these projects, and the errors of those that have none.

    Args:
        readings: What each is called, and what reads it.
        catalogue: The packs that can be seen.
        wish: How it is wanted.

    Returns:
        ``projects``: each with its lines, what it does not include, the checks that fail, or why
        it has no answer; ``total``: the lines of all added up by item; ``sticks``: by section how
        the pieces of all are cut; ``not_included``: what some project does not say.

    Raises:
        UsageError: What is wished cannot be.
        ApexError: The only project has no answer.
    """
    if not 0 <= wish.waste_pct <= MOST_WASTE_PCT:
        raise UsageError(f"--waste is 0 to {MOST_WASTE_PCT:g} per cent, not {wish.waste_pct:g}")
    rows, sites, errors = [], [], []
    for path, reading in readings:
        document: JsonObject = {}
        try:
            document = reading()
            found = site(document, catalogue, wish.waste_pct)
        except ApexError as error:
            if len(readings) == 1:
                raise
            rows.append(_row(path, document, None, error))
            errors.append(error)
        else:
            rows.append(_row(path, document, found, None))
            sites.append(found)
    packs = [one.sections for one in sites if one.sections is not None]
    given = given_sticks(wish.sticks, packs)
    result = {
        "projects": rows,
        "signs": sum(one.signs for one in sites),
        "waste_pct": wish.waste_pct,
        "total": _total(line for one in sites for line in one.lines),
        "sticks": _sticks((piece for one in sites for piece in one.pieces), given),
        "not_included": _lacks(sites),
    }
    return plain(result), errors


def exit_code(result: Mapping[str, Any], errors: Sequence[ApexError]) -> int:
    """That of the worst error, 1 when a check fails, else 0."""
    if errors:
        return max(error.exit_code for error in errors)
    return CHECK_FAILED if any(row["failed_checks"] for row in result["projects"]) else ANSWERED


def _row(
    path: str, document: JsonObject, found: Site | None, error: ApexError | None
) -> dict[str, Any]:
    told = {name: document.get(key) for name, key in PROJECT.items()}
    problem = {"code": error.problem_code, "detail": error.detail} if error else None
    if found is None:
        none: dict[str, Any] = {"signs": 0, "signs_told": False, "failed_checks": [], "lines": []}
        return {"path": path, **told, **none, "not_included": [], "error": problem}
    return {
        "path": path, **told, "signs": found.signs, "signs_told": found.told,
        "failed_checks": found.failed, "lines": found.lines,
        "not_included": [_lack(one) for one in found.lacks], "error": problem,
    }  # fmt: skip


def _lack(one: Lack) -> dict[str, Any]:
    return {"what": one.what, "why": one.why}


def _lacks(sites: Sequence[Site]) -> list[dict[str, Any]]:
    """What is not included, and of how many projects; what no project says comes last."""
    every = Counter(lack for one in sites for lack in dict.fromkeys(one.lacks))
    rows = sorted(every, key=lambda lack: lack in NEVER)
    return [{**_lack(one), "projects": every[one]} for one in rows]


def _total(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """The lines added up by item, in the order of their first."""
    found: dict[tuple[str, str, str], list[Line]] = {}
    for line in lines:
        found.setdefault((line.group, line.item, line.unit), []).append(line)
    groups = get_args(Group)
    return [
        {
            "group": group,
            "item": item,
            "count": _sum([one.count for one in same]),
            "quantity": sum(one.quantity for one in same),
            "unit": unit,
            "weight_lbf": _sum([one.weight_lbf for one in same]),
        }
        for (group, item, unit), same in sorted(
            found.items(), key=lambda it: groups.index(it[0][0])
        )
    ]


def _sum(numbers: Sequence[float | None]) -> float | None:
    """Their sum; None where one of them is not known."""
    known = [one for one in numbers if one is not None]
    return sum(known) if len(known) == len(numbers) else None


def _sticks(pieces: Iterable[Piece], given: Mapping[str, Sticks]) -> list[dict[str, Any]]:
    """By section how its pieces are cut, and what is left."""
    found: dict[str, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.item, []).append(piece)
    return [_cut_of(item, same, given) for item, same in found.items()]


def _cut_of(item: str, same: Sequence[Piece], given: Mapping[str, Sticks]) -> dict[str, Any]:
    sticks = sticks_of(same[0].section, same[0].family, given)
    cuts, beyond = cut(((one.length, one.count) for one in same), sticks.lengths)
    bought = dict.fromkeys(sticks.lengths, 0)
    for one in cuts:
        bought[one.stick_ft] += one.count
    feet = sum(size * count for size, count in bought.items())
    return {
        "item": item,
        "lengths_ft": sticks.lengths,
        "source": sticks.source,
        "status": sticks.status,
        "bought": [{"stick_ft": size, "count": count} for size, count in bought.items() if count],
        "bought_ft": feet,
        "bought_lbf": feet * same[0].weight,
        "cut_ft": feet - sum(one.drop_ft * one.count for one in cuts),
        "drop_ft": sum(one.drop_ft * one.count for one in cuts),
        "cuts": [_cut(one) for one in cuts],
        "longer_than_a_stick": [{"length_ft": size, "count": count} for size, count in beyond],
    }


def _cut(one: Cut) -> dict[str, Any]:
    pieces = [{"length_ft": length, "count": count} for length, count in one.pieces]
    return {
        "stick_ft": one.stick_ft, "count": one.count, "pieces": pieces, "drop_ft": one.drop_ft
    }  # fmt: skip
