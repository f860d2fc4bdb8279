"""Equations each told once, with the numbers of everything that uses them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from apex_cli.equations.card import FREE
from apex_cli.render.formula import formula, name, symbol
from apex_cli.render.formula_text import line
from apex_cli.render.report.chapters import chapters, order
from apex_cli.render.report.governing import Rank
from apex_cli.render.report.model import Block, Heading
from apex_cli.render.report.model_equations import Family, FamilyRow, Given, Quantity
from apex_cli.render.report.printed import printed
from apex_cli.render.report.prose import sentence
from apex_cli.render.text import number, printable, unit
from apex_cli.render.where import told
from apex_cli.vocabulary import JsonObject

MOST_COLUMNS = 4
"""With more terms that vary, each row shows its numbers in the formula instead of in cells."""

FEW_ROWS = 4
"""So few uses are each worked in numbers, which takes less room than a table."""

LONGEST_SUBJECT = 40


class _Case(NamedTuple):
    """Steps with the same numbers: their count, and what they are about."""

    steps: list[JsonObject]

    @property
    def first(self) -> JsonObject:
        return self.steps[0]

    @property
    def numbers(self) -> str:
        return ", ".join(str(step["n"]) for step in self.steps)


class Telling(NamedTuple):
    """How steps are told.

    Args:
        names: Short names for subjects that are too long to be told in every row.
        ranks: Steps by how much they decide, the least first: which row is worked in numbers.
        said: Meanings that were told before, by symbol; what is told is added.
    """

    names: Mapping[str, str]
    ranks: Mapping[int, Rank]
    said: set[tuple[str, str]]

    def decides(self, case: _Case) -> tuple[Rank, float]:
        """What is least for the row that governs: its rank; of equal ones the largest decides."""
        rank = min(self.ranks.get(step["n"], (0, 0.0)) for step in case.steps)
        return rank, -abs(case.first["value"])


def blocks(
    steps: Sequence[JsonObject], names: Mapping[str, str], ranks: Mapping[int, Rank] | None = None
) -> Iterator[Block]:
    """Families under a heading for each part of the calculation.

    Args:
        steps: Every step.
        names: Short names for subjects that are too long to be told in every row.
        ranks: Steps by how much they decide, the least first; else the largest value decides.
    """
    telling = Telling(names, ranks or {}, set())
    found: dict[tuple[object, ...], tuple[str, list[JsonObject]]] = {}
    for chapter, step in chapters(steps):
        found.setdefault(_key(step), (chapter, []))[1].append(step)
    rows = sorted(found.values(), key=lambda row: (order(row[0]), row[1][0]["n"]))
    for chapter, group in groupby(rows, key=lambda row: row[0]):
        uses = [alike for _, alike in group]
        standard = _standard([alike[0]["clause"] for alike in uses])
        title = chapter or "General"
        yield Heading(f"{title}, by {standard}" if standard else title, 3)
        for alike in uses:
            yield _within(standard, family(alike, telling))


_STANDARD = re.compile(r"(?:ASCE/SEI|AISC|ACI|IBC|TMS|ASME|EN) [\d-]+(?= )")
"""How a clause begins that names its standard."""


def _standard(clauses: Sequence[str]) -> str:
    """The standard that most of these clauses are of; nothing where none names one."""
    found = Counter(named[0] for clause in clauses if (named := _STANDARD.match(clause)))
    return printable(found.most_common(1)[0][0]) if found else ""


def _within(standard: str, told: Family) -> Family:
    """The family under a heading that names the standard of its clause."""
    own = told.clause.removeprefix(f"{standard} ") if standard else told.clause
    return replace(told, clause=own)


def _key(step: JsonObject) -> tuple[object, ...]:
    units = tuple((key, term["unit"]) for key, term in step["terms"].items())
    return step["symbol"], step["text"], step["clause"], step["unit"], units


def family(steps: Sequence[JsonObject], telling: Telling) -> Family:
    """One equation with all its uses.

    Args:
        steps: Steps of one symbol, text, clause and units.
        telling: How they are told.
    """
    first = steps[0]
    cases = _cases(steps)
    left, text = printed(first)
    meant = told(first)
    varying = [key for key in first["terms"] if _varies(key, cases)]
    many = len(cases) > 1
    wide = many and (len(cases) <= FEW_ROWS or len(varying) > MOST_COLUMNS)
    given = [
        _given(key, first["terms"][key], meant.terms.get(key, "") if meant else "", telling.said,
               valued=many and not wide)
        for key in first["terms"] if key not in varying
    ]  # fmt: skip
    columns = tuple(Quantity(name(key), unit(first["terms"][key]["unit"])) for key in varying)
    worked = None if wide else min(cases, key=telling.decides)
    tree, shown = formula(text), unit(first["unit"])
    rows = tuple(_row(case, text, varying, telling.names, wide=wide) for case in cases)
    return Family(
        steps=", ".join(case.numbers for case in cases),
        words=sentence(meant.words) if meant else "",
        symbol=symbol(left),
        formula=tree,
        unit=shown,
        clause="" if first["clause"] == FREE else printable(first["clause"]),
        text=f"{line(symbol(left))} = {line(tree)}",
        given=tuple(item for item in given if item.value or item.source),
        columns=() if wide or not many else columns,
        rows=rows if many else (),
        worked=_numbers(worked.first, text) if worked else "",
        worked_step=str(worked.first["n"]) if worked else "",
        value=number(worked.first["value"]) if worked else "",
    )


def _cases(steps: Sequence[JsonObject]) -> list[_Case]:
    """Steps with equal numbers as one."""
    found: dict[tuple[object, ...], list[JsonObject]] = {}
    for step in steps:
        values = tuple(term["value"] for term in step["terms"].values())
        found.setdefault((step["value"], *values), []).append(step)
    return [_Case(alike) for alike in found.values()]


def _varies(key: str, cases: Sequence[_Case]) -> bool:
    return len({case.first["terms"][key]["value"] for case in cases}) > 1


def _numbers(step: JsonObject, text: str) -> str:
    return line(formula(text, step["terms"]), "×")


def _row(
    case: _Case, text: str, varying: Sequence[str], names: Mapping[str, str], *, wide: bool
) -> FamilyRow:
    subjects = [*dict.fromkeys(filter(None, (_subject(step, names) for step in case.steps)))]
    words = ", ".join(subjects)
    if len(words) > LONGEST_SUBJECT and len(subjects) > 1:
        words = f"{subjects[0]} and {len(subjects) - 1} more"
    cells = () if wide else tuple(number(case.first["terms"][key]["value"]) for key in varying)
    numbers = _numbers(case.first, text) if wide else ""
    return FamilyRow(case.numbers, words, cells, numbers, number(case.first["value"]))


def _subject(step: JsonObject, names: Mapping[str, str]) -> str:
    words = step.get("subject") or ""
    for long, short in names.items():
        if words.startswith(long):
            words = short + words[len(long) :]
            break
    return printable(words)


def _given(
    key: str, term: JsonObject, meant: str, said: set[tuple[str, str]], *, valued: bool
) -> Given:
    """A term that is the same in all rows: its number, the step it is from, or what it means.

    A meaning is told once in a chapter.
    """
    origin = term["origin"]
    if origin.startswith("step "):
        source = f"({origin.removeprefix('step ')})"
    elif (key, meant) in said:
        source = ""
    else:
        source = sentence(meant) if meant else printable(origin)
        said.add((key, meant))
    shown = f"{number(term['value'])} {unit(term['unit'])}".strip() if valued else ""
    return Given(name(key), shown, source)
