"""What the package says, in order: from envelopes to one report."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apex_cli.render.report import bars, front, notes, proof, records, steps
from apex_cli.render.report.answers import NAMES, Envelope, ReportedAnswers, Signing
from apex_cli.render.report.figures import Figures
from apex_cli.render.report.model import (
    Block,
    Column,
    Heading,
    Note,
    Paragraph,
    Points,
    Report,
    Section,
    Table,
)
from apex_cli.render.text import NOT_CHECKED, accepted, label, number, printable, unit


def report(
    envelopes: Sequence[Envelope],
    signing: Signing,
    widths: Sequence[Mapping[str, Any]] = (),
) -> Report:
    """The package of one project.

    Args:
        envelopes: Its answers.
        signing: Who calculated and checked it, and when.
        widths: What other widths of the foundation would ask for.
    """
    answers = ReportedAnswers(envelopes)
    figures = Figures(answers.results, answers.inputs, answers.steps, answers.checks, widths)
    sections = [
        Section("Summary", tuple(front.summary(answers))),
        Section("Basis", tuple(front.basis(answers))),
        Section("Inputs", tuple(_inputs(answers))),
        Section("Drawings", tuple(_drawings(answers, figures))),
        *(Section(NAMES[kind], tuple(_result(kind, answers, figures))) for kind in answers.kinds),
        Section("Checks", tuple(_checks(answers, figures))),
        Section("Warnings and assumptions", tuple(_remarks(answers))),
        Section("Calculation", tuple(_calculation(answers))),
        Section("Verification", tuple(proof.verification(answers.envelopes))),
    ]
    filled = tuple(section for section in sections if section.blocks)
    return Report(front.title_block(answers, signing), front.project(answers), filled)


def _inputs(answers: ReportedAnswers) -> Iterator[Block]:
    yield Paragraph("What the calculation read, as it was read; nothing else entered the answer.")
    plain = {key: value for key, value in answers.inputs.items() if not isinstance(value, Mapping)}
    if plain:
        yield from records.blocks(plain)
    for block, value in answers.inputs.items():
        if isinstance(value, Mapping):
            yield from records.blocks(value, label(block)[0].capitalize())


def _drawings(answers: ReportedAnswers, figures: Figures) -> Iterator[Block]:
    yield from figures.drawings()
    yield from bars.schedule(answers.results, answers.inputs)
    yield from notes.notes(answers.results, answers.inputs, answers.steps)


def _result(kind: str, answers: ReportedAnswers, figures: Figures) -> Iterator[Block]:
    result = answers.results[kind]
    if kind == "pricing":
        yield from _price(result)
        return
    yield from records.blocks({key: result[key] for key in result if key != NOT_CHECKED})
    yield from figures.plots(kind)


def _price(result: Mapping[str, Any]) -> Iterator[Block]:
    """The lines with their sum, then where each comes from."""
    money = [{key: item[key] for key in item if key != "source"} for item in result["line_items"]]
    (table,) = records.tables(money, "Lines") if money else (None,)
    if table:
        total = (
            "",
            "Total",
            *([""] * (len(table.columns) - 3)),
            records.cell("total_usd", result["total_usd"]),
        )
        yield Table("Lines", table.columns, (*table.rows, total), sum=True)
    yield from records.blocks({key: result[key] for key in result if key != "line_items"})
    sources = [{"code": item["code"], "source": item["source"]} for item in result["line_items"]]
    if sources:
        yield from records.tables(sources, "Sources of the lines")


def _checks(answers: ReportedAnswers, figures: Figures) -> Iterator[Block]:
    if not answers.checks:
        return
    yield from figures.utilisation()
    columns = (
        Column("check", wide=True), Column("demand", numeric=True),
        Column("capacity", numeric=True), Column("unit"), Column("ratio", numeric=True),
        Column("verdict"), Column("clause"),
    )  # fmt: skip
    yield Table(
        "Demand and capacity",
        columns,
        tuple(
            (
                printable(check["description"]),
                number(check["demand"]),
                number(check["capacity"]),
                unit(check["unit"]),
                number(check["ratio"]),
                "passes" if check["passed"] else "FAILS",
                printable(check["clause"]),
            )
            for check in answers.checks
        ),
    )


def _remarks(answers: ReportedAnswers) -> Iterator[Block]:
    order = {"review": 0, "warning": 1, "notice": 2}
    for item in sorted(
        answers.warnings, key=lambda item: ("accepted" in item, order[item["severity"]])
    ):
        yield Note(
            "accepted" if item.get("accepted") else item["severity"],
            printable(f"{item['message']} {accepted(item)}".strip()),
            printable(item["clause"]),
            printable(item["code"]),
        )
    if answers.assumptions:
        yield Heading("Assumptions")
        yield Points(tuple(map(printable, answers.assumptions)))
    if answers.not_checked:
        yield Heading("Not checked")
        yield Points(tuple(map(printable, answers.not_checked)))


def _calculation(answers: ReportedAnswers) -> Iterator[Block]:
    if not answers.steps:
        return
    yield Paragraph(
        "Every equation as it was used: symbol, formula, numbers, value, clause, and where each "
        "number comes from: a pointer into the project, a pointer into a pack with the way it was "
        "verified, or an earlier step."
    )
    yield from steps.blocks(answers.steps)
