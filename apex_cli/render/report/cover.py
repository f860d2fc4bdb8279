"""The page that decides: what, where, under which codes and loads, and whether it passes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from apex_cli.render import measures
from apex_cli.render.report.answers import ReportedAnswers
from apex_cli.render.report.criteria import criteria, described
from apex_cli.render.report.governing import weight
from apex_cli.render.report.loads import at_grade
from apex_cli.render.report.model import (
    Block,
    Column,
    Fact,
    Facts,
    Note,
    Paragraph,
    Section,
    Table,
    Verdict,
)
from apex_cli.render.report.mounted import fastening
from apex_cli.render.report.prose import decapitalised, phrase, sentence
from apex_cli.render.report.sizes import sizes
from apex_cli.render.text import accepted, number, printable
from apex_cli.render.unchecked import LOADS_ONLY, unchecked
from apex_cli.vocabulary import JsonObject

PARTS: Mapping[str, str] = {
    "pier": "Pier in the ground", "footing": "Spread footing", "spread": "Spread footing",
    "foundation": "Foundation", "steel": "Steel of the poles", "splice": "Splice",
    "plate": "Base plate", "rod": "Anchor rods", "anchor": "Anchorage", "embedded": "Embedment",
    "slab": "Slab", "wall": "Anchors in the wall",
}  # fmt: skip
"""What the checks whose ids begin with these words are about."""

MOST_REMARKS = 4
LONGEST_REMARK = 300


def cover(answers: ReportedAnswers) -> Section:
    """The first page."""
    return Section("Summary", tuple(_blocks(answers)), layout="cover")


def _blocks(answers: ReportedAnswers) -> Iterator[Block]:
    yield verdict(answers)
    if words := described(answers.results, answers.inputs):
        yield Paragraph(words)
    yield _facts("Design criteria", criteria(answers))
    yield from at_grade(answers.results)
    yield from _profile(answers.results.get("exposure") or {})
    if {"at_wall", "at_roof"} & {*(answers.results.get("exposure") or {})}:
        built = _facts("Fastening", fastening(answers.results, answers.inputs))
    else:
        built = _facts("Foundation and support", sizes(answers.results, answers.inputs))
    if built.rows:
        yield built
    if answers.checks:
        yield _checks(answers.checks)
    yield from _remarks(answers)
    yield from _readings(answers.results.get("exposure") or {})
    yield from _deeper(answers)
    if answers.not_checked:
        yield Note("not checked", "; ".join(map(phrase, answers.not_checked)) + ".", "", "")


def _readings(wind: Mapping[str, Any]) -> Iterator[Note]:
    """The readings of the code under which more reaches grade than is designed for."""
    for row in wind.get("alternatives") or []:
        if row["moment_kipft"] > wind["base"]["moment_kipft"]:
            more = f"{number(row['moment_kipft'])} kip-ft and {number(row['shear_lbf'])} lbf"
            words = f"Read with {printable(row['reading'])}, up to {more} reach grade"
            yield Note("notice", f"{words} at strength level, more than is designed for.", "", "")


def _deeper(answers: ReportedAnswers) -> Iterator[Note]:
    """The readings under which anchor rods reach deeper than they do."""
    plate = (answers.results.get("support") or {}).get("plate") or {}
    base = (answers.inputs.get("support") or {}).get("base") or {}
    deep = (base.get("rods") or {}).get("embedment_in")
    for row in plate.get("alternatives") or []:
        if row["quantity"] == "embedment_in" and deep is not None and row["value"] > deep:
            asked = f"{number(row['value'])} in, more than the {number(deep)} in they have"
            words = f"Read with {printable(row['reading'])}, the anchor rods need to reach {asked}"
            yield Note("notice", f"{words}.", "", "")


def _profile(wind: Mapping[str, Any]) -> Iterator[Block]:
    """The velocity pressures where they are all that is answered."""
    if wind.get("profile") and not wind.get("elements"):
        units = measures.of(wind)
        keys = "height_ft", "kz", "kzt", "velocity_pressure_psf"
        words = (
            "height",
            *(("c_e", "c_o") if units.metric else ("Kz", "Kzt")),
            "velocity pressure",
        )
        columns = tuple(
            Column(word, units.field(key, 0)[1], numeric=True)
            for word, key in zip(words, keys, strict=True)
        )
        rows = tuple(
            tuple(number(units.field(key, row[key])[0]) for key in keys) for row in wind["profile"]
        )
        yield Table("Velocity pressure over the height", columns, rows)


def _facts(title: str, rows: Iterator[tuple[str, str]]) -> Facts:
    return Facts(tuple(Fact(name, printable(words)) for name, words in rows), title)


def verdict(answers: ReportedAnswers) -> Verdict:
    """PASS, REVIEW or FAIL, what carries the sign and is not checked, and what decides."""
    checks = answers.checks
    failed = sorted((check for check in checks if not check["passed"]), key=weight, reverse=True)
    left = unchecked(answers.results, answers.inputs)
    asked = sum(_asks(item) for item in answers.warnings)
    tail = f" {asked} remark{'s ask' if asked > 1 else ' asks'} for an engineer." if asked else ""
    warned = sum(_warns(item) for item in answers.warnings)
    if warned:
        tail += f" {warned} warning{'s stand' if warned > 1 else ' stands'} below."
    if failed:
        words = f"{len(failed)} of {len(checks)} checks fail: {_named(failed)}."
        words += f" {left.capitalize()}." if left else ""
        return Verdict("fail", f"{words}{tail}", "FAIL")
    kind = "review" if asked or warned or left or not checks else "pass"
    word = "REVIEW" if asked else "PASS"
    if not checks:
        told = f"Nothing is checked here: these are loads to be carried by others.{tail}"
        only = LOADS_ONLY.upper()
        return Verdict(kind, told, f"{word}, {only}" if asked else only)
    word = f"{word}, {left.upper()}" if left else word
    worst = max(checks, key=weight)
    rules = any((check["ratio"] or 0) > worst["ratio"] for check in checks)
    most = f"Most used{', minimum sizes aside,' if rules else ','} at {number(worst['ratio'])}"
    quake = (answers.results.get("exposure") or {}).get("seismic") or {}
    alone = ", for the wind alone" if quake.get("governs") else ""
    words = f"All {len(checks)} checks pass{alone}. {most}:"
    return Verdict(kind, f"{words} {decapitalised(printable(worst['description']))}{tail}", word)


def _named(failed: Sequence[JsonObject]) -> str:
    """Which checks fail, part by part, the worst first."""
    parts: dict[str, dict[str, None]] = {}
    for check in failed:
        what = printable(check["id"].rpartition(".")[2]).replace("_", " ")
        parts.setdefault(decapitalised(_part(check)), {})[what] = None
    return "; ".join(f"{part}: {', '.join(found)}" for part, found in parts.items())


def _asks(item: JsonObject) -> bool:
    """Whether an engineer must look at a remark."""
    return item["severity"] == "review" and bool(item["penalty"])


def _warns(item: JsonObject) -> bool:
    """Whether a remark is a warning that nobody accepted."""
    return item["severity"] == "warning" and bool(item["penalty"])


def _checks(checks: Sequence[JsonObject]) -> Table:
    """The worst check of each part, with how many there are."""
    parts: dict[str, list[JsonObject]] = {}
    for check in checks:
        parts.setdefault(_part(check), []).append(check)
    columns = (
        Column("part"), Column("checks", numeric=True), Column("governing check", wide=True),
        Column("used", numeric=True, bar=True),
    )  # fmt: skip
    rows = []
    for part, found in parts.items():
        worst = max(found, key=weight)
        words = printable(worst["description"])
        shown = f"{words} FAILS" if not worst["passed"] else words
        rows.append((part, str(len(found)), shown, number(worst["ratio"])))
    return Table("Checks: what governs each part", columns, tuple(rows))


def _part(check: JsonObject) -> str:
    """The part that a check is about; of a pier, concrete and ground are told apart."""
    prefix = check["id"].partition(".")[0]
    built = check["clause"].startswith("ACI") or check["id"].endswith(".detailing")
    if prefix == "pier" and built:
        return "Concrete of the pier"
    return PARTS.get(prefix, printable(prefix))


def remarks(answers: ReportedAnswers) -> list[JsonObject]:
    """What was said beside the answer, what an engineer must look at first."""
    order = {"review": 0, "warning": 1, "notice": 2}
    return sorted(answers.warnings, key=lambda item: ("accepted" in item, order[item["severity"]]))


def note(item: JsonObject, longest: int = 100_000) -> Note:
    """A remark as it is shown."""
    words = sentence(f"{item['message']} {accepted(item)}".strip())
    return Note(
        "accepted" if item.get("accepted") else item["severity"],
        words if len(words) <= longest else _cut(words, longest),
        printable(item["clause"]),
        printable(item["code"]),
    )


def _cut(words: str, longest: int) -> str:
    """The words that a length holds."""
    return words[:longest].rpartition(" ")[0].rstrip(" ;:,.") + " …"


def _remarks(answers: ReportedAnswers) -> Iterator[Block]:
    found = remarks(answers)
    yield from (note(item, LONGEST_REMARK) for item in islice(found, MOST_REMARKS))
    if len(found) > MOST_REMARKS:
        yield Paragraph(f"{len(found) - MOST_REMARKS} more remarks stand further on.")
