"""docs/verification.md: the published cases and their verdicts, as a page."""

from apex_cli.selftest.run import Row, run, summary
from apex_cli.selftest.sheets import Sheet, sheets

_HEAD = """# Verification

<!-- Written by `apex_cli.selftest.markdown`; do not edit. -->

Every case below ships with the program; `apex selftest` runs them all with the bundled packs.
*Printed* is the number that stands in the document. *Recomputed* numbers do not stand there: they
are put beside it where the document's own number is not what the code asks for, and the note says
why. No code book was at hand; the documents are what they are called under *provenance*, and a
sealed calculation is not an oracle. Where no document was found for an edition or a method, a case
is derived by hand.
"""


def verification_markdown() -> str:
    """The page that is kept in docs/verification.md."""
    found = sheets()
    rows = run(found)
    told = summary(rows)
    verdict = "all pass" if told.passed == told.numbers else f"{told.passed} pass"
    counts = f"{told.cases} cases from {told.sources} sources, {told.numbers} numbers: {verdict}."
    parts = [_HEAD, counts, _contents(found)]
    parts += [_section(sheet, [row for row in rows if row.id == sheet.id]) for sheet in found]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _contents(found: list[Sheet]) -> str:
    lines = ["| case | topic | source |", "|---|---|---|"]
    lines += [f"| {one.id} | {_cell(one.topic)} | {_cell(one.source)} |" for one in found]
    return "\n".join(lines)


def _section(sheet: Sheet, rows: list[Row]) -> str:
    given = ", ".join(f"{name} = {value}" for name, value in sheet.given.items())
    lines = [
        f"## {sheet.id}: {sheet.title}",
        "",
        f"{sheet.standard}. {sheet.provenance}: {sheet.source}",
        "",
        f"Given: {given}",
        "",
        "| quantity | unit | origin | sheet | computed | difference | tolerance | verdict | why |",
        "|---|---|---|--:|--:|--:|--:|---|---|",
    ]
    lines += [
        f"| {row.quantity} | {row.unit} | {row.origin} | {_number(row.printed)} "
        f"| {_number(row.computed)} | {_number(row.difference, 2)} | {_number(row.tolerance)} "
        f"| {row.verdict} | {_cell(row.reason)} |"
        for row in rows
    ]
    if sheet.note:
        lines += ["", sheet.note]
    return "\n".join(lines)


def _number(value: float | None, digits: int = 6) -> str:
    """A number in so many significant digits; noise of the last bits is nothing."""
    if value is None:
        return "none"
    return "0" if abs(value) < 1e-9 else f"{value:.{digits}g}"  # noqa: PLR2004 - far below a digit


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
