"""What the package says, in order: from envelopes to one report."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from apex_cli.render import si
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.report import bars, cabinets, eurocode, families, front, proof, records, steps
from apex_cli.render.report.answers import NAMES, Envelope, ReportedAnswers, Signing
from apex_cli.render.report.cover import cover, note, remarks
from apex_cli.render.report.figures import Figures
from apex_cli.render.report.given import given
from apex_cli.render.report.governing import ranks
from apex_cli.render.report.model import (
    Block,
    Column,
    Facts,
    Heading,
    Paragraph,
    Points,
    Report,
    Section,
    Table,
)
from apex_cli.render.report.mounted import on_a_roof
from apex_cli.render.report.prose import phrase, sentence
from apex_cli.render.report.results import result_of, short_names
from apex_cli.render.report.shop import shop
from apex_cli.render.text import NOT_CHECKED, number, printable, unit


class Wish(NamedTuple):
    """What a package is for, and how much of it.

    Args:
        reader: `permit` (no price) or `shop` (no equations, no price).
        full: Whether every step is told by itself, and prices and other widths too.
        summary: Whether the first page is all.
        unsaid: Assumptions that only belong to prices.
    """

    reader: str = "permit"
    full: bool = False
    summary: bool = False
    unsaid: frozenset[str] = frozenset()
    si: bool = False


def report(
    envelopes: Sequence[Envelope],
    signing: Signing,
    widths: Sequence[Mapping[str, Any]] = (),
    wish: Wish = Wish(),  # noqa: B008 - frozen
) -> Report:
    """The package of one project.

    Args:
        envelopes: Its answers.
        signing: Who calculated and checked it, and when.
        widths: What other widths of the foundation would ask for.
        wish: For whom it is.
    """
    answers = ReportedAnswers(envelopes)
    if not wish.full and answers.kinds != ["pricing"]:
        answers.without_prices(wish.unsaid)
    figures = Figures(answers.results, answers.inputs, answers.steps, answers.checks, widths)
    first = cover(answers)
    if wish.summary:
        sections = [first]
    elif wish.reader == "shop":
        schedule = bars.schedule(answers.results, answers.inputs)
        sections = [Section("Materials", (*shop(answers.results, answers.inputs), *schedule)),
                    Section("Drawings", tuple(figures.drawings()))]  # fmt: skip
    else:
        sections = [first, *_permit(answers, figures, wish)]
    filled = tuple(section for section in sections if section.blocks)
    what = "Materials and drawings" if wish.reader == "shop" else "Calculation package"
    return Report(front.title_block(answers, signing, what), front.project(answers), filled)


class Sheets(NamedTuple):
    """The name of a project, its drawings, and whether it is in metres."""

    name: str
    drawings: list[Drawing]
    metric: bool


def sheets(envelopes: Sequence[Envelope]) -> Sheets:
    """The drawings of a project."""
    answers = ReportedAnswers(envelopes)
    figures = Figures(answers.results, answers.inputs, answers.steps, answers.checks, ())
    name = (answers.meta.get("project") or {}).get("id")
    return Sheets(str(name or ""), list(figures.sheets()), answers.units.metric)


def _permit(answers: ReportedAnswers, figures: Figures, wish: Wish) -> Iterator[Section]:
    full = wish.full
    drawn = tuple(_drawings(answers, figures))
    yield Section("Drawings", drawn)
    metric = answers.units.metric
    inputs = tuple(given(si.record(answers.inputs) if metric else answers.inputs))
    beside = drawn and isinstance(inputs[0], Facts)
    yield Section("Inputs", inputs, layout="beside" if beside else "text")
    if metric:
        yield Section("Results in SI units", tuple(_in_si(answers)))
    for kind in answers.kinds:
        title = f"Results: {NAMES[kind].lower()}"
        yield Section(title, tuple(result_of(kind, answers, figures, full=full)))
    if wish.si and not metric:
        yield Section("Results in SI units", tuple(_in_si(answers)))
    yield Section("Checks", tuple(_checks(answers, figures, full=full)))
    yield Section("Remarks and assumptions", tuple(_remarks(answers)), layout="halves")
    etag = printable(str(answers.meta.get("project_etag") or ""))
    proofs = (*front.basis(answers), *proof.verification(answers.envelopes, etag))
    yield Section("Verification", proofs)
    if full:
        yield Section("Calculation", tuple(_every_step(answers)))
    elif answers.steps:
        yield Section("Calculation", tuple(_calculation(answers)), layout="columns")


def _in_si(answers: ReportedAnswers) -> Iterator[Block]:
    metric = answers.units.metric
    yield Paragraph(
        "The results to four digits; below they stand as the answer has them, in US units."
        if metric
        else "The results once more, to four digits; the calculation is in the codes' units."
    )
    for kind in answers.kinds:
        if kind != "pricing":
            yield Heading(NAMES[kind])
            result = answers.results[kind]
            shown = {key: result[key] for key in result if key != NOT_CHECKED}
            if metric:
                shown = eurocode.named(shown)
            yield from records.blocks(si.record(shown))


def _drawings(answers: ReportedAnswers, figures: Figures) -> Iterator[Block]:
    yield from figures.drawings()
    yield from cabinets.schedule(answers.results, answers.inputs, answers.steps)
    yield from bars.schedule(answers.results, answers.inputs)


CHECKS = (
    Column("check", wide=True), Column("demand", numeric=True), Column("capacity", numeric=True),
    Column("unit"), Column("used", numeric=True, bar=True), Column("verdict"), Column("clause"),
)  # fmt: skip


LONGEST_CLAUSE = 36
"""A longer clause runs over lines, as the checks do."""


def _checks(answers: ReportedAnswers, figures: Figures, *, full: bool) -> Iterator[Block]:
    if not answers.checks:
        return
    if full:
        yield from figures.utilisation()
    rows = (
        (
            printable(check["description"]),
            number(check["demand"]),
            number(check["capacity"]),
            unit(check["unit"]),
            number(check["ratio"]),
            "passes" if check["passed"] else "FAILS",
            printable(check["clause"]),
        )
        for check in (map(si.check, answers.checks) if answers.units.metric else answers.checks)
    )
    shown = tuple(rows)
    long = any(len(row[-1]) > LONGEST_CLAUSE for row in shown)
    clause = Column(CHECKS[-1].name, wide=long)
    yield Table("Demand and capacity", (*CHECKS[:-1], clause), shown)


def _remarks(answers: ReportedAnswers) -> Iterator[Block]:
    yield from map(note, remarks(answers))
    if answers.assumptions:
        yield Heading("Assumptions")
        told = answers.assumptions
        yield Points(tuple(map(sentence, eurocode.said(told) if answers.units.metric else told)))
    if answers.not_checked:
        yield Heading("Not checked")
        yield Points(tuple(map(phrase, answers.not_checked)))


def _calculation(answers: ReportedAnswers) -> Iterator[Block]:
    yield Paragraph(
        "Each equation once: step, purpose, clause, formula, numbers; a row for each that uses it, "
        "of a long table that of the most used check worked out. Numbers in parentheses or after "
        "“from” are steps that terms come from. Without a clause it is geometry or statics."
    )
    decides = ranks(answers.steps, answers.checks, answers.results)
    told = families.blocks(answers.steps, short_names(answers.inputs), decides)
    yield from map(on_a_roof, told) if "at_roof" in answers.results.get("exposure", {}) else told


def _every_step(answers: ReportedAnswers) -> Iterator[Block]:
    if not answers.steps:
        return
    yield Paragraph(
        "Every equation as it was used: symbol, formula, numbers, value, clause, and where each "
        "number comes from: a pointer into the project, a pointer into a pack with the way it was "
        "verified, or an earlier step."
    )
    yield from steps.blocks(answers.steps)
